package day

import (
	"regexp"
	"strconv"
	"strings"

	"deskleaf/app/table"
	"deskleaf/app/visit"
	"deskleaf/content/civil"
)

// night is the minute of the day before which no visit is likely to begin.
const night = 5 * 60

// when reads the day and the time of a line. A day may hold the time as well, and a
// time the day: systems give out both.
func (r *Reader) when(e *Entry) {
	day, clock := e.Line.Said(Date), e.Line.Said(Time)
	m, hasTime, ok := r.day(e, day, clock)
	if !ok {
		return
	}
	if day != "" && clock != "" {
		at, has, err := r.clockOf(clock)
		switch {
		case err != nil:
			e.add(Trouble{Field: Time, Reason: BadTime, Said: clock, Err: err})
			return
		case hasTime && has && m.Minute != at.Minute, !at.Date.IsZero() && at.Date != m.Date:
			e.add(Trouble{Field: Time, Reason: TwoTimes, Said: day, Other: clock})
			return
		}
		m.Minute, hasTime = at.Minute, has
	}
	e.Visit.SetWhen(m, hasTime)
	switch {
	case !hasTime:
		e.note(&Trouble{Field: Time, Reason: NoTime})
	case m.Minute < night:
		e.note(&Trouble{Field: Time, Reason: NightTime, Said: strings.TrimSpace(day + " " + clock)})
	}
}

// day reads the day, and the time where the same text holds one. Midnight is what
// systems write where there is none.
func (r *Reader) day(e *Entry, day, clock string) (m civil.Moment, hasTime, ok bool) {
	if day == "" && clock != "" {
		if at, has, err := visit.ReadWhen(r.dayText(clock), r.Today, r.Language); err == nil && has {
			return at, has, true
		}
	}
	switch {
	case day != "":
	case r.Day.IsZero():
		e.add(Trouble{Field: Date, Reason: NoDay})
		return m, false, false
	case clock == "":
		return r.Day.At(0), false, true
	default:
		at, has, err := r.clockOf(clock)
		if err != nil {
			e.add(Trouble{Field: Time, Reason: BadTime, Said: clock, Err: err})
		}
		return r.Day.At(at.Minute), has, err == nil
	}
	if parts := numbersOf(day); r.Mixed && parts != nil && number(parts[1]) <= 12 && parts[1] != parts[3] {
		e.add(Trouble{Field: Date, Reason: DayOrMonth, Said: day})
		return m, false, false
	}
	m, hasTime, err := visit.ReadWhen(r.dayText(day), r.Today, r.Language)
	if err != nil {
		e.add(Trouble{Field: Date, Reason: BadDay, Said: day, Err: err})
		return m, false, false
	}
	return m, hasTime && m.Minute > 0, true
}

// clockOf reads a time, with its day where the text has one.
func (r *Reader) clockOf(text string) (m civil.Moment, hasTime bool, err error) {
	start := startOf(text)
	if m, hasTime, err = visit.ReadWhen(r.dayText(text), r.Today, r.Language); err == nil && hasTime {
		return m, true, nil
	}
	m, hasTime, err = visit.ReadWhen("today "+start, r.Today, r.Language)
	m.Date = civil.Date{}
	return m, hasTime, err
}

var (
	inNumbers = regexp.MustCompile(`^(\d{1,2})([-/.])(\d{1,2})(\D.*)?$`)
	compact   = regexp.MustCompile(`^((?:19|20)\d\d)(\d\d)(\d\d)$`)
	fraction  = regexp.MustCompile(`(:\d\d:\d\d)\.\d+`)
	span      = regexp.MustCompile(`^(\d{1,2})(:?\d\d)?\s*([ap]\.?m?\.?)?\s*(?:-|–|—|to|a|hasta)\s*(\d{1,2})(?::?\d\d)?\s*([ap]\.?m?\.?)?$`)
)

// numbersOf are the two numbers of a day in numbers and what follows; nil for any
// other day.
func numbersOf(day string) []string { return inNumbers.FindStringSubmatch(day) }

func number(digits string) int {
	n, _ := strconv.Atoi(digits) // one or two digits
	return n
}

// dayText is a day as [visit.ReadWhen] reads it: the month first, the digits of
// 20261210 apart, no parts of a second.
func (r *Reader) dayText(text string) string {
	text = fraction.ReplaceAllString(text, "$1")
	text = compact.ReplaceAllString(text, "$1-$2-$3")
	if parts := numbersOf(text); r.DayFirst && parts != nil {
		text = parts[3] + parts[2] + parts[1] + parts[4]
	}
	return text
}

// startOf is the beginning of a span of time such as "9:30 - 10:00 AM", with its
// half of the day: that of the end, where it leads there within twelve hours.
func startOf(text string) string {
	m := span.FindStringSubmatch(strings.ToLower(text))
	if m == nil {
		return text
	}
	hour, minutes, half, end, endHalf := m[1], m[2], m[3], m[4], m[5]
	if half == "" && number(hour)%12 <= number(end)%12 {
		half = endHalf
	}
	return strings.TrimSpace(hour + minutes + " " + half)
}

// PlacesNamed is how many places a schedule names.
func (s Schedule) PlacesNamed() int {
	named := map[string]bool{}
	for _, l := range s.Lines {
		if place := table.Fold(l.Said(Place)); place != "" {
			named[place] = true
		}
	}
	return len(named)
}

// MixedDays reports whether a schedule has days that can only be read with the day
// before the month, such as 25/12, so that 5/12 may be either.
func (s Schedule) MixedDays() bool {
	for _, l := range s.Lines {
		if parts := numbersOf(l.Said(Date)); parts != nil && number(parts[1]) > 12 && number(parts[3]) <= 12 {
			return true
		}
	}
	return false
}
