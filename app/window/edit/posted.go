package edit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"deskleaf/app/author"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/civil"
	"deskleaf/widgets"
)

// prices are what is known of prices in general: a comparison beside an estimate, with
// which nothing is calculated. The clinic's own prices are in a list of their own.
func (s *Screen) prices() []widgets.Pair {
	t, now := s.deps.Words.T, s.edition().Facts.Price
	rows := []widgets.Pair{heading(t("edit.price")), muted(t("edit.price.help"))}
	const path = "price"
	told := s.register(factKey(path), nil).told
	rows = append(rows, alone(told), beside(
		s.fact(path+".reference", t("edit.field.reference"), "500-1500", now.Reference.String(), func(text string) (change.Edition, bool) {
			var r content.Range
			if text != "" && r.UnmarshalText([]byte(text)) != nil {
				return change.Edition{}, false
			}
			return s.withFacts(func(p *content.Procedure) { p.Price.Reference = r }), true
		}, "edit.reference.bad"),
		s.day(path+".date", t("edit.field.price-date"), now.Date, func(day civil.Date) change.Edition {
			return s.withFacts(func(p *content.Procedure) { p.Price.Date = day })
		})))
	rows = append(rows, beside(s.fact(path+".source", t("edit.field.price-source"), "", now.Source, func(text string) (change.Edition, bool) {
		return s.withFacts(func(p *content.Procedure) { p.Price.Source = text }), true
	}, "")))
	return append(rows, s.list(list{of: author.Posted, part: s.postedPart, add: "edit.posted.add", make: s.addPosted})...)
}

// addPosted adds a posted price, of the first code that has none.
func (s *Screen) addPosted() (change.Edition, int) {
	e, n := s.atEnd(author.Posted)()
	for _, number := range s.currentCodes() {
		if !slices.ContainsFunc(e.Facts.Price.Posted, func(x content.PostedPrice) bool { return x.Code == number }) {
			return author.WithPosted(e, n, func(x *content.PostedPrice) { x.Code = number }), n
		}
	}
	return e, n
}

// postedPart is the distribution of one code's posted prices.
func (s *Screen) postedPart(i int) part {
	x, t := s.edition().Facts.Price.Posted[i], s.deps.Words.T
	path := author.Path(s.edition(), author.Posted, i)
	number := func(key, label string, now int, at func(*content.PostedPrice) *int) placed {
		value := ""
		if now != 0 {
			value = strconv.Itoa(now)
		}
		return s.fact(path+"."+key, label, "", value, func(text string) (change.Edition, bool) {
			n := 0
			if text != "" {
				var err error
				if n, err = strconv.Atoi(strings.ReplaceAll(strings.TrimPrefix(text, "$"), ",", "")); err != nil || n < 1 {
					return change.Edition{}, false
				}
			}
			return author.WithPosted(s.edition(), i, func(x *content.PostedPrice) { *at(x) = n }), true
		}, "edit.count.bad")
	}
	says := t("edit.posted.line", "code", s.orDash(x.Code), "low", x.P10, "middle", x.Median, "high", x.P90)
	return part{icon: "money", says: says, about: t("edit.posted.hospitals", "n", x.Hospitals), body: func() []widgets.Pair {
		codes := ordered(append(s.currentCodes(), missingIn(s.currentCodes(), []string{x.Code})...), s.currentCodes())
		return []widgets.Pair{
			beside(
				choice(s, path+".code", t("edit.field.posted-code"), codes, s.orDash, x.Code, func(v string) change.Edition {
					return author.WithPosted(s.edition(), i, func(x *content.PostedPrice) { x.Code = v })
				}),
				number("hospitals", t("edit.field.hospitals"), x.Hospitals, func(x *content.PostedPrice) *int { return &x.Hospitals }),
				number("median", t("edit.field.median"), x.Median, func(x *content.PostedPrice) *int { return &x.Median })),
			beside(
				number("p10", t("edit.field.p", "n", 10), x.P10, func(x *content.PostedPrice) *int { return &x.P10 }),
				number("p25", t("edit.field.p", "n", 25), x.P25, func(x *content.PostedPrice) *int { return &x.P25 }),
				number("p75", t("edit.field.p", "n", 75), x.P75, func(x *content.PostedPrice) *int { return &x.P75 }),
				number("p90", t("edit.field.p", "n", 90), x.P90, func(x *content.PostedPrice) *int { return &x.P90 })),
		}
	}}
}

// day is a field for a date, which may be typed as people say it.
func (s *Screen) day(path, label string, now civil.Date, set func(civil.Date) change.Edition) placed {
	value := ""
	if !now.IsZero() {
		value = now.String()
	}
	return s.fact(path, label, "11/23/2026", value, func(text string) (change.Edition, bool) {
		if text == "" {
			return set(civil.Date{}), true
		}
		said, hasTime, err := visit.ReadWhen(text, s.deps.Today(), s.deps.Words.Language)
		if err != nil || hasTime {
			return change.Edition{}, false
		}
		return set(said.Date), true
	}, "edit.date.bad")
}

// numberAt is the number of a part as paths have it: "[2]".
func numberAt(i int) string { return fmt.Sprintf("[%d]", i) }
