package phrases

import (
	"fmt"
	"strconv"
	"unicode"
	"unicode/utf8"

	"deskleaf/content"
	"deskleaf/content/civil"
)

// Date is the date of a visit, with weekday and year: "Thu, Dec 10, 2026".
func (p *Phrases) Date(d civil.Date) string { return p.date(p.Dates.Full, d) }

// Day is the date of a step, with its weekday. The year stands with it only
// where it is not the visit's year: "Thu, Dec 10", "Fri, Jan 8, 2027".
func (p *Phrases) Day(d civil.Date, visitYear int) string {
	if d.Year != visitYear {
		return p.date(p.Dates.DayYear, d)
	}
	return p.date(p.Dates.Day, d)
}

// Printed is the date in a page's foot: "Nov 23, 2026".
func (p *Phrases) Printed(d civil.Date) string { return p.date(p.Dates.Printed, d) }

// Span is the days from one date to another: "Sat, Dec 12 – Sun, Dec 20". The
// same day twice is that day.
func (p *Phrases) Span(from, to civil.Date, visitYear int) string {
	if from == to {
		return p.Day(from, visitYear)
	}
	return Fill(p.Dates.Span, "from", p.Short(from, visitYear), "to", p.Short(to, visitYear))
}

// Short is a date with its weekday for where there is little room: the ends of a
// span, the fields of the window. The year stands with it as in [Phrases.Day].
func (p *Phrases) Short(d civil.Date, visitYear int) string {
	if d.Year != visitYear {
		return p.date(p.Dates.EndsYear, d)
	}
	return p.date(p.Dates.Ends, d)
}

// ClosedDay says why a clinic may be closed on a day: "weekend", "Thanksgiving",
// "Independence Day (observed)"; "" for a day of work.
func (p *Phrases) ClosedDay(d civil.Date) string {
	switch holiday, observed := d.Holiday(); {
	case observed:
		return Fill(p.Closed.Observed, "holiday", p.Closed.Holidays[string(holiday)])
	case holiday != "":
		return p.Closed.Holidays[string(holiday)]
	case d.IsWeekend():
		return p.Closed.Weekend
	}
	return ""
}

// date writes a date in one of the formats.
func (p *Phrases) date(format string, d civil.Date) string {
	return Fill(format,
		"weekday", p.Dates.Weekdays[d.Weekday()], "short-weekday", p.Dates.ShortWeekdays[d.Weekday()],
		"month", p.Dates.Months[d.Month-1], "short-month", p.Dates.ShortMonths[d.Month-1],
		"day", strconv.Itoa(d.Day), "year", strconv.Itoa(d.Year))
}

// Moment is a day and a clock time: "Sat, Dec 12, 9:30 AM".
func (p *Phrases) Moment(m civil.Moment, visitYear int) string {
	return Fill(p.Dates.Moment, "date", p.Day(m.Date, visitYear), "clock", p.Clock(m.Minute))
}

// Clock is a clock time by its minutes after midnight: "9:30 AM", "12:00 noon".
func (p *Phrases) Clock(minute int) string {
	switch minute {
	case 0:
		return p.Clocks.Midnight
	case 12 * 60:
		return p.Clocks.Noon
	}
	half := p.Clocks.AM
	if minute >= 12*60 {
		half = p.Clocks.PM
	}
	hour := minute / 60 % 12
	if hour == 0 {
		hour = 12
	}
	return Fill(p.Clocks.Text, "hour", strconv.Itoa(hour), "minute", fmt.Sprintf("%02d", minute%60), "half", half)
}

// Amount is a length of time: "24 hours", "1 day".
func (p *Phrases) Amount(n int, unit content.Unit) string {
	return Fill(p.form(p.Units.of(unit), n), "n", strconv.Itoa(n))
}

// Range is a length of time between two: "2 to 10 days". The same number twice
// is one amount.
func (p *Phrases) Range(low, high int, unit content.Unit) string {
	if low == high {
		return p.Amount(low, unit)
	}
	numbers := Fill(p.Units.Range, "low", strconv.Itoa(low), "high", strconv.Itoa(high))
	return Fill(p.form(p.Units.of(unit), max(low, high)), "n", numbers)
}

// of is the forms of a unit.
func (u Units) of(unit content.Unit) Forms {
	return map[content.Unit]Forms{
		content.MinuteUnit: u.Minute, content.HourUnit: u.Hour, content.DayUnit: u.Day,
		content.WeekUnit: u.Week, content.MonthUnit: u.Month,
	}[unit]
}

// form chooses the form for a number by the language's rule.
func (p *Phrases) form(forms Forms, n int) string { return forms[plurals[p.Plural].choose(n)] }

// A plural is a rule by which a number chooses a form, for whole numbers. The
// rules and their names of forms are those of Unicode CLDR (cldr.unicode.org,
// "Language Plural Rules"); a new language may need a new one.
type plural struct {
	forms  []string
	choose func(n int) string
}

var plurals = map[string]plural{
	// English, Spanish, Haitian Creole, Greek.
	"one-other": {[]string{"one", "other"}, func(n int) string {
		if n == 1 {
			return "one"
		}
		return "other"
	}},
	// Vietnamese, and every language whose nouns do not change.
	"other": {[]string{"other"}, func(int) string { return "other" }},
}

// UpperFirst makes a phrase the beginning of a line.
func UpperFirst(s string) string { return first(s, unicode.ToUpper) }

// LowerFirst makes the beginning of a line a phrase inside one.
func LowerFirst(s string) string { return first(s, unicode.ToLower) }

func first(s string, turn func(rune) rune) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	return string(turn(r)) + s[n:]
}
