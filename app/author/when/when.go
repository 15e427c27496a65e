// Package when says and reads when a step is to be done, in the language of the window:
// "1 day before", "un día antes", "hasta {drive-wait} después". Files have one form for
// all languages ([content.Timing]); nobody who writes in the window needs to know it.
//
// The forms stand in assets/words under "timing.", each with a {place} for what differs.
// Where one says several, with a bar between them, all are read and the first is said.
// What [Speaker.Say] says, [Speaker.Read] reads as the same timing.
package when

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"deskleaf/assets/words"
	"deskleaf/content"
)

// A Speaker says timings in one language, and calls the dates besides the visit as the
// procedure does.
type Speaker struct {
	t      func(key string, pairs ...any) string
	events []event
}

// An event is a date besides the visit.
type event struct {
	id    content.Anchor
	name  string   // as it is said; "" where its id is
	names []string // all that it is called, folded
}

// New is a speaker for a procedure, whose dates besides the visit are called as in the
// words of the window's language, or else as in the first that name them.
func New(w *words.Words, events []string, told ...map[string]string) Speaker {
	s := Speaker{t: w.T}
	for _, id := range events {
		e := event{id: content.Anchor(id)}
		for _, names := range told {
			name := strings.Join(strings.Fields(content.Plain(names[id])), " ")
			if name == "" || strings.ContainsAny(name, quotes) {
				continue
			}
			if e.names = append(e.names, folded(name)); e.name == "" {
				e.name = name
			}
		}
		s.events = append(s.events, e)
	}
	for i := range s.events { // two that are called alike go by their ids
		alike := func(o event) bool { return o.id != s.events[i].id && slices.ContainsFunc(s.events[i].names, o.goesBy) }
		if slices.ContainsFunc(s.events, alike) {
			s.events[i].name = ""
		}
	}
	return s
}

func (e event) goesBy(name string) bool {
	return slices.Contains(e.names, name) || string(e.id) == name
}

// forms are the keys of what is no distance, with the timing that each is.
var forms = []struct {
	key  string
	when content.Timing
}{
	{"timing.now", content.Timing{Kind: content.Now}},
	{"timing.visit-day", content.Timing{Kind: content.VisitDay}},
	{"timing.rest-of-day", content.Timing{Kind: content.RestOfDay, Way: content.After, Anchor: content.End}},
	{"timing.at.arrival", content.Timing{Kind: content.At, Anchor: content.Arrival}},
	{"timing.at.start", content.Timing{Kind: content.At, Anchor: content.Start}},
	{"timing.at.end", content.Timing{Kind: content.At, Anchor: content.End}},
	{"timing.day-before", content.Timing{Kind: content.Offset, Way: content.Before, Anchor: content.Start, Amount: content.Amount{N: 1, Unit: content.DayUnit}}},
}

// eve is the last of the forms: it is read, and said as a distance.
const eve = "timing.day-before"

// distances are the keys of distances from an anchor.
var distances = []struct {
	key  string
	kind content.TimingKind
	way  content.Way
}{
	{"timing.until", content.Until, content.After},
	{"timing.before", content.Offset, content.Before},
	{"timing.after", content.Offset, content.After},
}

// usual are the anchors that a distance need not say.
var usual = map[content.Way]content.Anchor{content.Before: content.Start, content.After: content.End}

// Say is a timing in words; "" for none.
func (s Speaker) Say(t content.Timing) string {
	switch t.Kind {
	case content.NoTiming:
		return ""
	case content.Offset, content.Span, content.Until:
		return s.distance(t)
	case content.At:
		if t.Anchor.IsEvent() {
			return s.first("timing.at.event", "event", s.eventName(t.Anchor))
		}
	}
	for _, f := range forms {
		if f.key != eve && f.when == t {
			return s.first(f.key)
		}
	}
	return t.String()
}

func (s Speaker) distance(t content.Timing) string {
	key := map[content.Way]string{content.Before: "timing.before", content.After: "timing.after"}[t.Way]
	if t.Kind == content.Until {
		key = "timing.until"
	}
	amount := s.amount(t.Amount)
	if t.Kind == content.Span {
		amount = s.first("timing.span", "from", strconv.Itoa(t.Amount.N), "to", strconv.Itoa(t.To.N), "unit", s.unit(t.To))
	}
	if t.Anchor == usual[t.Way] {
		return s.first(key, "amount", amount)
	}
	anchor := s.eventName(t.Anchor)
	if !t.Anchor.IsEvent() {
		anchor = s.first("timing.anchor." + string(t.Anchor))
	}
	return s.first(key+".anchor", "amount", amount, "anchor", anchor)
}

func (s Speaker) amount(a content.Amount) string {
	if a.Blank != "" {
		return a.String()
	}
	return strconv.Itoa(a.N) + " " + s.unit(a)
}

// unit is the word for the unit of an amount.
func (s Speaker) unit(a content.Amount) string {
	if a.N == 1 {
		return s.first("timing.unit." + string(a.Unit))
	}
	return s.first("timing.units." + string(a.Unit))
}

// eventName is what a date is called, in quotes, or its id.
func (s Speaker) eventName(id content.Anchor) string {
	for _, e := range s.events {
		if e.id == id && e.name != "" {
			return "“" + e.name + "”"
		}
	}
	return string(id)
}

// first is the first way in which words say something, with what differs in its place:
// names of places, each with its text.
func (s Speaker) first(key string, places ...string) string {
	said, _, _ := strings.Cut(s.t(key), "|")
	for i := 0; i < len(places); i += 2 {
		places[i] = "{" + places[i] + "}"
	}
	return strings.NewReplacer(places...).Replace(said)
}

// Read is the timing that somebody wrote: in the language of the window, in whatever
// letters and with or without accents, or as files have it.
func (s Speaker) Read(said string) (content.Timing, bool) {
	line := folded(said)
	for _, f := range forms {
		if len(s.ways(f.key, line)) > 0 {
			return f.when, true
		}
	}
	for _, slots := range s.ways("timing.at.event", line) {
		if id, ok := s.readEvent(slots[0]); ok {
			return content.Timing{Kind: content.At, Anchor: id}, true
		}
	}
	for _, d := range distances {
		for _, slots := range s.ways(d.key+".anchor", line) {
			if anchor, ok := s.readAnchor(slots[1]); ok {
				if t, ok := s.readDistance(d.kind, d.way, anchor, slots[0]); ok {
					return t, true
				}
			}
		}
		for _, slots := range s.ways(d.key, line) {
			if t, ok := s.readDistance(d.kind, d.way, usual[d.way], slots[0]); ok {
				return t, true
			}
		}
	}
	t, err := content.ParseTiming(said)
	return t, err == nil
}

// readDistance reads an amount, or a span of two, before or after an anchor.
func (s Speaker) readDistance(kind content.TimingKind, way content.Way, anchor content.Anchor, said string) (content.Timing, bool) {
	t := content.Timing{Kind: kind, Way: way, Anchor: anchor}
	var ok bool
	if t.Amount, ok = s.readAmount(said); ok {
		return t, true
	}
	for _, slots := range s.ways("timing.span", said) {
		from, okFrom := s.readNumber(slots[0])
		to, okTo := s.readAmount(slots[1] + " " + slots[2])
		if kind != content.Offset || !okFrom || !okTo || from == to.N && way == content.After {
			continue
		}
		t.Kind, t.Amount, t.To = content.Span, content.Amount{N: from, Unit: to.Unit}, to
		if (from < to.N) != (way == content.After) {
			t.Amount.N, t.To.N = to.N, from // the earlier time comes first, whichever was said first
		}
		return t, true
	}
	return t, false
}

// readAmount reads "3 days", "a week" or "{fasting}".
func (s Speaker) readAmount(said string) (content.Amount, bool) {
	if id, ok := strings.CutPrefix(said, "{"); ok {
		t, err := content.ParseTiming("{" + id + " before")
		return t.Amount, err == nil && strings.HasSuffix(id, "}")
	}
	number, unit, _ := strings.Cut(said, " ")
	if unit == "" { // "24h"
		digits := strings.TrimRightFunc(said, unicode.IsLetter)
		number, unit = digits, said[len(digits):]
	}
	n, ok := s.readNumber(number)
	if !ok {
		return content.Amount{}, false
	}
	for _, u := range content.Units {
		for _, key := range []string{"timing.unit.", "timing.units."} {
			if slices.ContainsFunc(strings.Split(s.t(key+string(u)), "|"), func(word string) bool { return folded(word) == unit }) {
				return content.Amount{N: n, Unit: u}, true
			}
		}
	}
	return content.Amount{}, false
}

// mostUnits is the largest number that a file takes.
const mostUnits = 999

// readNumber reads a number in digits or, up to ten, in a word.
func (s Speaker) readNumber(said string) (int, bool) {
	if n, err := strconv.Atoi(said); err == nil {
		return n, n >= 1 && n <= mostUnits
	}
	for i, number := range strings.Split(s.t("timing.numbers"), "|") {
		if slices.Contains(strings.Fields(number), said) {
			return i + 1, true
		}
	}
	return 0, false
}

// readAnchor reads a moment of the visit, or a date besides it.
func (s Speaker) readAnchor(said string) (content.Anchor, bool) {
	for _, a := range []content.Anchor{content.Arrival, content.Start, content.End} {
		if len(s.ways("timing.anchor."+string(a), said)) > 0 {
			return a, true
		}
	}
	return s.readEvent(said)
}

// readEvent reads what a date besides the visit is called, or its id.
func (s Speaker) readEvent(said string) (content.Anchor, bool) {
	said = strings.Trim(said, quotes)
	for _, e := range s.events {
		if string(e.id) == said {
			return e.id, true
		}
	}
	for _, e := range s.events {
		if e.name != "" && e.goesBy(said) {
			return e.id, true
		}
	}
	return "", false
}

// slot is a place in a form.
var slot = regexp.MustCompile(`\\\{[a-z]+\\\}`)

// shapes are the forms that were looked for, as expressions.
var shapes sync.Map

// shapeOf is the expression for a form.
func shapeOf(form string) *regexp.Regexp {
	if shape, known := shapes.Load(form); known {
		return shape.(*regexp.Regexp)
	}
	shape := regexp.MustCompile("^" + slot.ReplaceAllString(regexp.QuoteMeta(folded(form)), "(.+?)") + "$")
	shapes.Store(form, shape)
	return shape
}

// ways are what stands in the places of a form, once for each way of saying it that a
// line can be; none where it is no such thing.
func (s Speaker) ways(key, line string) [][]string {
	var all [][]string
	for _, form := range strings.Split(s.t(key), "|") {
		if m := shapeOf(form).FindStringSubmatch(line); m != nil {
			all = append(all, m[1:])
		}
	}
	return all
}

// quotes are what may stand around what a date is called.
const quotes = `“”"«»`

// folded is a text in small letters without accents, with one space between its words.
func folded(text string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(text))
	return strings.Join(strings.Fields(plain), " ")
}
