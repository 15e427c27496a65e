package content

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Timing says when a step is to be done, as data: a place on the visit's time
// line and a distance from it. Files write it in words:
//
//	now                        when the patient gets the page
//	visit day                  on the day, before leaving home
//	arrival, start, end        at that moment of the visit
//	rest of the day            after the visit, the same day
//	on next-visit              on an event of the procedure
//	3 days before              counted from the start of the visit
//	2 hours before arrival     counted from another anchor
//	1 week after               counted from the end of the visit
//	2 to 10 days after         a span of days
//	3 to 1 days before         the same, before the visit
//	until 24 hours after       from the end of the visit on
//	until {drive-wait} after   an amount that the clinic sets: a blank of type duration
//	{fasting} before arrival
//
// Without a visit it prints as words, with one as a date.
type Timing struct {
	Kind   TimingKind
	Amount Amount // of Offset and Until, and the earlier end of Span as written
	To     Amount // of Span: the second amount as written
	Way    Way    // of Offset and Span; Until is always After
	Anchor Anchor
}

// A TimingKind is the form of a timing.
type TimingKind int

// The forms of a timing. The zero value is no timing.
const (
	NoTiming TimingKind = iota
	Now
	VisitDay
	RestOfDay
	At     // at the anchor itself
	Offset // an amount before or after the anchor
	Span   // from one amount to another before or after the anchor
	Until  // from the anchor until an amount after it
)

// A Way is the side of the anchor.
type Way int

// The ways from an anchor.
const (
	Before Way = iota
	After
)

// An Anchor is a point of the visit's time line: one of the constants or the id
// of an event of the procedure.
type Anchor string

// The anchors that every visit has.
const (
	Arrival Anchor = "arrival"
	Start   Anchor = "start"
	End     Anchor = "end"
)

// IsEvent reports whether the anchor is an event of the procedure, not a point
// of the visit itself.
func (a Anchor) IsEvent() bool { return a != "" && a != Arrival && a != Start && a != End }

// A Unit is a unit of time.
type Unit string

// The units of an amount. A blank of type duration has its unit in its answer.
const (
	MinuteUnit Unit = "minute"
	HourUnit   Unit = "hour"
	DayUnit    Unit = "day"
	WeekUnit   Unit = "week"
	MonthUnit  Unit = "month"
)

// Units are all units from the shortest.
var Units = []Unit{MinuteUnit, HourUnit, DayUnit, WeekUnit, MonthUnit}

// An Amount is a length of time: a number of units, or a blank of type duration
// that the clinic answers.
type Amount struct {
	N     int
	Unit  Unit
	Blank string
}

// String is the amount as files have it.
func (a Amount) String() string {
	switch {
	case a.Blank != "":
		return "{" + a.Blank + "}"
	case a.N == 1:
		return "1 " + string(a.Unit)
	}
	return fmt.Sprintf("%d %ss", a.N, a.Unit)
}

// Minutes is the amount in minutes of a civil clock; months and blanks have none.
func (a Amount) Minutes() (int, bool) {
	per := map[Unit]int{MinuteUnit: 1, HourUnit: 60, DayUnit: 24 * 60, WeekUnit: 7 * 24 * 60}[a.Unit]
	return a.N * per, per > 0
}

// Whole reports whether the amount counts whole days, weeks or months, so that
// a date says it without a clock time.
func (a Amount) Whole() bool { return a.Unit == DayUnit || a.Unit == WeekUnit || a.Unit == MonthUnit }

// Blanks are the ids of the blanks that the timing needs answered.
func (t Timing) Blanks() []string {
	var ids []string
	for _, a := range []Amount{t.Amount, t.To} {
		if a.Blank != "" {
			ids = append(ids, a.Blank)
		}
	}
	return ids
}

// daysBefore is how many days before the visit the timing begins, rounded up; 0
// where it is not before or a blank decides.
func (t Timing) daysBefore() int {
	if t.Way != Before || (t.Kind != Offset && t.Kind != Span) || t.Anchor.IsEvent() {
		return 0
	}
	days := 0
	for _, a := range []Amount{t.Amount, t.To} {
		minutes, ok := a.Minutes()
		if !ok && a.Unit == MonthUnit {
			minutes = a.N * 31 * 24 * 60
		}
		if a.Whole() {
			days = max(days, minutes/(24*60))
		}
	}
	return days
}

// String is the timing as files have it.
func (t Timing) String() string {
	switch t.Kind {
	case Now:
		return "now"
	case VisitDay:
		return "visit day"
	case RestOfDay:
		return "rest of the day"
	case At:
		if t.Anchor.IsEvent() {
			return "on " + string(t.Anchor)
		}
		return string(t.Anchor)
	case Offset:
		return t.Amount.String() + t.tail()
	case Span:
		return fmt.Sprintf("%d to %d %ss", t.Amount.N, t.To.N, t.To.Unit) + t.tail()
	case Until:
		return "until " + t.Amount.String() + t.tail()
	}
	return ""
}

// tail is " before", " after arrival" and the like; the usual anchor stays unsaid.
func (t Timing) tail() string {
	word, usual := " before", Start
	if t.Way == After {
		word, usual = " after", End
	}
	if t.Anchor == usual {
		return word
	}
	return word + " " + string(t.Anchor)
}

// MarshalText writes what [Timing.String] says.
func (t Timing) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads the forms that [Timing] lists.
func (t *Timing) UnmarshalText(b []byte) error {
	got, err := ParseTiming(string(b))
	if err != nil {
		return err
	}
	*t = got
	return nil
}

// ParseTiming reads the forms that [Timing] lists.
func ParseTiming(text string) (Timing, error) {
	words := strings.Fields(text)
	switch joined := strings.Join(words, " "); joined {
	case "":
		return Timing{}, fmt.Errorf("a timing is missing; write it as in %q", "1 day before")
	case "now":
		return Timing{Kind: Now}, nil
	case "visit day":
		return Timing{Kind: VisitDay}, nil
	case "rest of the day":
		return Timing{Kind: RestOfDay, Way: After, Anchor: End}, nil
	case string(Arrival), string(Start), string(End):
		return Timing{Kind: At, Anchor: Anchor(joined)}, nil
	}
	if words[0] == "on" && len(words) == 2 && isID(words[1]) {
		return Timing{Kind: At, Anchor: Anchor(words[1])}, nil
	}
	return parseDistance(text, words)
}

// parseDistance reads the forms with an amount and "before" or "after".
func parseDistance(text string, words []string) (Timing, error) {
	fail := fmt.Errorf("%q is not a timing; write it as in %q, %q or %q", text, "1 day before", "2 to 10 days after", "until {drive-wait} after")
	at := slices.IndexFunc(words, func(w string) bool { return w == "before" || w == "after" })
	if at < 1 || len(words) > at+2 {
		return Timing{}, fail
	}
	t := Timing{Kind: Offset, Anchor: Start}
	if words[at] == "after" {
		t.Way, t.Anchor = After, End
	}
	if len(words) == at+2 {
		if !isID(words[at+1]) {
			return Timing{}, fail
		}
		t.Anchor = Anchor(words[at+1])
	}
	amount := words[:at]
	if amount[0] == "until" {
		if t.Way != After {
			return Timing{}, fmt.Errorf("%q: \"until\" goes with \"after\"", text)
		}
		t.Kind, amount = Until, amount[1:]
	}
	if len(amount) == 4 && amount[1] == "to" && t.Kind == Offset {
		t.Kind = Span
		amount = []string{amount[0], amount[3], amount[2], amount[3]}
	}
	var ok bool
	if t.Amount, ok = parseAmount(amount[:min(2, len(amount))]); !ok || len(amount) > 2 && t.Kind != Span {
		return Timing{}, fail
	}
	if t.Kind == Span {
		if t.To, ok = parseAmount(amount[2:]); !ok {
			return Timing{}, fail
		}
		if early := t.Amount.N < t.To.N; early != (t.Way == After) {
			return Timing{}, fmt.Errorf("%q: the earlier time comes first, as in %q or %q", text, "2 to 10 days after", "3 to 1 days before")
		}
	}
	return t, nil
}

// parseAmount reads "3 days" or "{fasting}".
func parseAmount(words []string) (Amount, bool) {
	if len(words) == 1 && strings.HasPrefix(words[0], "{") && strings.HasSuffix(words[0], "}") {
		id := strings.Trim(words[0], "{}")
		return Amount{Blank: id}, isID(id)
	}
	if len(words) != 2 {
		return Amount{}, false
	}
	n, err := strconv.Atoi(words[0])
	unit := Unit(strings.TrimSuffix(words[1], "s"))
	if err != nil || n < 1 || n > 999 || !slices.Contains(Units, unit) {
		return Amount{}, false
	}
	return Amount{N: n, Unit: unit}, true
}

// spanishUnits are the units as Spanish answers have them.
var spanishUnits = map[string]Unit{
	"minuto": MinuteUnit, "minutos": MinuteUnit, "hora": HourUnit, "horas": HourUnit, "día": DayUnit, "días": DayUnit, "dia": DayUnit, "dias": DayUnit,
	"semana": WeekUnit, "semanas": WeekUnit, "mes": MonthUnit, "meses": MonthUnit,
}

// ParseDuration reads a length of time as people answer it, in English or
// Spanish: "24 hours", "2 días".
func ParseDuration(text string) (Amount, error) {
	words := strings.Fields(strings.ToLower(text))
	if len(words) == 2 && spanishUnits[words[1]] != "" {
		words[1] = string(spanishUnits[words[1]])
	}
	a, ok := parseAmount(words)
	if !ok || a.Blank != "" {
		return Amount{}, fmt.Errorf("%q is not a length of time such as %q or %q", text, "24 hours", "2 days")
	}
	return a, nil
}

// isID reports whether text can be an id: lower-case letters, digits, hyphens,
// beginning with a letter.
func isID(text string) bool {
	for i, r := range text {
		letter := r >= 'a' && r <= 'z'
		if !letter && (i == 0 || (r != '-' && (r < '0' || r > '9'))) {
			return false
		}
	}
	return text != "" && !strings.HasSuffix(text, "-")
}
