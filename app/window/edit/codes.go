package edit

import (
	"fmt"
	"slices"
	"strings"

	"deskleaf/app/author"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/widgets"
)

// codesChapter is what a plan and a bill ask about.
func (s *Screen) codesChapter() []widgets.Pair {
	t, e := s.deps.Words.T, s.edition()
	kinds := []content.Preventive{content.NotPreventive, content.ColorectalScreening, content.OtherScreening}
	rows := []widgets.Pair{alone(widgets.NewNotice(widgets.Inform, widgets.Plain(t("edit.codes.notice")))), heading(t("edit.codes"))}
	rows = append(rows, s.list(list{of: author.Codes, part: s.codePart, add: "edit.code.add", make: s.atEnd(author.Codes)})...)
	if slices.ContainsFunc(e.Facts.Codes, func(c content.Code) bool { return c.Status == content.CodeDisputed }) {
		rows = append(rows, s.pair("code_notice", t("edit.field.code-notice"), look{rows: 3}))
	}
	rows = append(rows, heading(t("edit.modifiers")))
	rows = append(rows, s.list(list{of: author.Modifiers, part: s.modifierPart, add: "edit.modifier.add", make: s.atEnd(author.Modifiers)})...)
	rows = append(rows, heading(t("edit.bills")), muted(t("edit.bills.help")))
	rows = append(rows, s.list(list{of: author.Bills, part: s.billPart, add: "edit.bill.add", make: s.atEnd(author.Bills)})...)
	rows = append(rows, beside(choice(s, "preventive", t("edit.field.preventive"), kinds, func(k content.Preventive) string { return t("edit.preventive." + orNone(string(k))) }, e.Facts.Preventive,
		func(k content.Preventive) change.Edition {
			return s.withFacts(func(p *content.Procedure) { p.Preventive = k })
		})))
	return append(rows, s.prices()...)
}

// The values of the indicators, as CMS's record layout lists them.
var (
	systems    = []string{"CPT", "HCPCS"}
	globals    = []string{"", "000", "010", "090", "XXX", "YYY", "ZZZ", "MMM"}
	bilaterals = []string{"", "0", "1", "2", "3", "9"}
	multiples  = []string{"", "0", "1", "2", "3", "4", "5", "6", "7", "9"}
)

// codeWords is the path of what a code is for, by its place: its number may change
// while somebody types.
func codeWords(i int) string     { return fmt.Sprintf("codes[%d].use", i) }
func modifierWords(i int) string { return fmt.Sprintf("modifiers[%d].use", i) }

// wordsPath is the path in the words of what the screen knows by its place.
func (s *Screen) wordsPath(path string) string {
	p := s.edition().Facts
	var i int
	if n, _ := fmt.Sscanf(path, "codes[%d].use", &i); n == 1 && i < len(p.Codes) {
		return "codes." + p.Codes[i].Number
	}
	if n, _ := fmt.Sscanf(path, "modifiers[%d].use", &i); n == 1 && i < len(p.Modifiers) {
		return "modifiers." + p.Modifiers[i].Number
	}
	return path
}

// screenPath is the other way round.
func (s *Screen) screenPath(path string) string {
	p := s.edition().Facts
	if number, of := strings.CutPrefix(path, "codes."); of {
		if i := slices.IndexFunc(p.Codes, func(c content.Code) bool { return c.Number == number }); i >= 0 {
			return codeWords(i)
		}
	}
	if number, of := strings.CutPrefix(path, "modifiers."); of {
		if i := slices.IndexFunc(p.Modifiers, func(m content.Modifier) bool { return m.Number == number }); i >= 0 {
			return modifierWords(i)
		}
	}
	return path
}

func (s *Screen) codePart(i int) part {
	c, t := s.edition().Facts.Codes[i], s.deps.Words.T
	about := []string{c.System, t("edit.status." + string(c.Status))}
	if c.Primary {
		about = append(about, t("edit.primary.short"))
	}
	if c.Checked.IsZero() {
		about = append(about, t("edit.unverified"))
	}
	return part{icon: "code", name: c.Number, texts: []string{codeWords(i)}, about: strings.Join(about, " · "), body: func() []widgets.Pair { return s.codeBody(i) }}
}

func (s *Screen) codeBody(i int) []widgets.Pair {
	c, t := s.edition().Facts.Codes[i], s.deps.Words.T
	path := author.Path(s.edition(), author.Codes, i)
	with := func(alter func(*content.Code)) change.Edition { return author.WithCode(s.edition(), i, alter) }
	checked := t("edit.unverified.long")
	if !c.Checked.IsZero() {
		checked = t("edit.verified", "date", c.Checked, "again", c.CheckAgain)
	}
	rows := []widgets.Pair{
		beside(
			s.fact(path+".number", t("edit.field.number"), "", c.Number, func(text string) (change.Edition, bool) {
				number := strings.ToUpper(text)
				p := s.edition().Facts
				if _, taken := p.Code(number); !content.IsCode(number) || taken && number != p.Codes[i].Number {
					return change.Edition{}, false
				}
				return with(func(x *content.Code) { x.Number = number }), true
			}, "edit.number.bad"),
			choice(s, path+".system", t("edit.field.system"), systems, s.orDash, c.System, func(v string) change.Edition { return with(func(x *content.Code) { x.System = v }) }),
			choice(s, path+".status", t("edit.field.status"), content.CodeStatuses, func(v content.CodeStatus) string { return t("edit.status." + string(v)) }, c.Status,
				func(v content.CodeStatus) change.Edition {
					return with(func(x *content.Code) {
						if x.Status = v; !v.NeedsInstead() {
							x.Instead = nil
						}
					})
				})),
		s.pair(codeWords(i), t("edit.field.use"), look{rows: 2}),
		alone(s.check(t("edit.primary"), c.Primary, func(on bool) change.Edition { return with(func(x *content.Code) { x.Primary = on }) })),
		beside(
			choice(s, path+".global", t("edit.field.global"), globals, s.orDash, c.Global, func(v string) change.Edition { return with(func(x *content.Code) { x.Global = v }) }),
			choice(s, path+".bilateral", t("edit.field.bilateral"), bilaterals, s.orDash, c.Bilateral, func(v string) change.Edition { return with(func(x *content.Code) { x.Bilateral = v }) }),
			choice(s, path+".multiple", t("edit.field.multiple"), multiples, s.orDash, c.Multiple, func(v string) change.Edition { return with(func(x *content.Code) { x.Multiple = v }) })),
		beside(several(s, path+".setting", t("edit.field.settings"), content.Settings, s.settingName, c.Setting,
			func(list []content.Setting) change.Edition { return with(func(x *content.Code) { x.Setting = list }) })),
	}
	if c.Status.NeedsInstead() {
		rows = append(rows, beside(several(s, path+".instead", t("edit.field.instead"), s.currentCodes(), s.orDash, c.Instead,
			func(list []string) change.Edition { return with(func(x *content.Code) { x.Instead = list }) })))
	}
	return append(rows, s.cited(c.Sources, func(ids []string) change.Edition { return with(func(x *content.Code) { x.Sources = ids }) }), muted(checked))
}

// orDash is a value of files, or a dash where there is none.
func (s *Screen) orDash(value string) string {
	if value == "" {
		return s.deps.Words.T("edit.none")
	}
	return value
}

func (s *Screen) settingName(x content.Setting) string {
	return s.deps.Words.T("setting." + string(x))
}

// currentCodes are the numbers of the codes that can stand on a bill.
func (s *Screen) currentCodes() []string {
	var numbers []string
	for _, c := range s.edition().Facts.Codes {
		if c.Status == content.CodeCurrent && c.Number != "" {
			numbers = append(numbers, c.Number)
		}
	}
	return numbers
}

func (s *Screen) modifierPart(i int) part {
	m, t := s.edition().Facts.Modifiers[i], s.deps.Words.T
	path := author.Path(s.edition(), author.Modifiers, i)
	with := func(alter func(*content.Modifier)) change.Edition { return author.WithModifier(s.edition(), i, alter) }
	return part{name: m.Number, texts: []string{modifierWords(i)}, body: func() []widgets.Pair {
		return []widgets.Pair{
			beside(s.fact(path+".number", t("edit.field.modifier"), "", m.Number, func(text string) (change.Edition, bool) {
				number := strings.ToUpper(text)
				taken := slices.ContainsFunc(s.edition().Facts.Modifiers, func(x content.Modifier) bool { return x.Number == number })
				if !content.IsModifier(number) || taken && number != s.edition().Facts.Modifiers[i].Number {
					return change.Edition{}, false
				}
				return with(func(x *content.Modifier) { x.Number = number }), true
			}, "edit.modifier.bad")),
			s.pair(modifierWords(i), t("edit.field.use"), look{rows: 2}),
			beside(several(s, path+".for", t("edit.field.for"), s.currentCodes(), func(n string) string { return n }, m.For,
				func(list []string) change.Edition { return with(func(x *content.Modifier) { x.For = list }) })),
			s.cited(m.Sources, func(ids []string) change.Edition { return with(func(x *content.Modifier) { x.Sources = ids }) }),
		}
	}}
}

func (s *Screen) billPart(i int) part {
	b, t := s.edition().Facts.Bills[i], s.deps.Words.T
	path := author.Path(s.edition(), author.Bills, i)
	with := func(alter func(*content.Bill)) change.Edition { return author.WithBill(s.edition(), i, alter) }
	billers := []content.Biller{content.Doctor, content.Facility, content.Anesthesia, content.Laboratory}
	biller := func(x content.Biller) string { return t("biller." + string(x)) }
	about := strings.Join(b.Codes, ", ")
	if b.Maybe {
		about = strings.TrimPrefix(about+" · "+t("edit.maybe.short"), " · ")
	}
	return part{icon: "bill", says: s.settingName(b.Setting) + " · " + biller(b.Who), about: about, body: func() []widgets.Pair {
		rows := []widgets.Pair{
			beside(
				choice(s, path+".setting", t("edit.field.setting"), content.Settings, s.settingName, b.Setting, func(v content.Setting) change.Edition { return with(func(x *content.Bill) { x.Setting = v }) }),
				choice(s, path+".who", t("edit.field.biller"), billers, biller, b.Who, func(v content.Biller) change.Edition { return with(func(x *content.Bill) { x.Who = v }) })),
			beside(several(s, path+".codes", t("edit.field.for"), s.currentCodes(), func(n string) string { return n }, b.Codes,
				func(list []string) change.Edition { return with(func(x *content.Bill) { x.Codes = list }) })),
			alone(s.check(t("edit.maybe"), b.Maybe, func(on bool) change.Edition { return with(func(x *content.Bill) { x.Maybe = on }) })),
		}
		return append(rows, s.only(path, b.OnlyIf, func(c content.Condition) change.Edition {
			return with(func(x *content.Bill) { x.OnlyIf = c })
		})...)
	}}
}
