package civil

import (
	"fmt"
	"time"
)

// A Moment is a date with a clock time. Minute counts from midnight, 0 to 1439.
type Moment struct {
	Date   Date
	Minute int
}

// ParseMoment reads "2026-12-10T09:30".
func ParseMoment(s string) (Moment, error) {
	t, err := time.Parse("2006-01-02T15:04", s)
	if err != nil {
		return Moment{}, fmt.Errorf("%q is not a date and time like 2026-12-10T09:30", s)
	}
	return MomentOf(t), nil
}

// MomentOf is what t's own clock shows, without seconds.
func MomentOf(t time.Time) Moment {
	return Moment{DateOf(t), t.Hour()*60 + t.Minute()}
}

// String is the moment as "2026-12-10T09:30", or "" for none.
func (m Moment) String() string {
	if m.IsZero() {
		return ""
	}
	return fmt.Sprintf("%vT%02d:%02d", m.Date, m.Minute/60, m.Minute%60)
}

// IsZero reports whether m has no date.
func (m Moment) IsZero() bool { return m.Date.IsZero() }

// AddMinutes is the moment n minutes later, or earlier where n is negative, on
// a clock that never changes.
func (m Moment) AddMinutes(n int) Moment {
	total := m.Minute + n
	days := total / MinutesOfDay
	if total %= MinutesOfDay; total < 0 {
		total += MinutesOfDay
		days--
	}
	return Moment{m.Date.AddDays(days), total}
}

// AddDays is the same clock time n days later.
func (m Moment) AddDays(n int) Moment { return Moment{m.Date.AddDays(n), m.Minute} }

// Before reports whether m is earlier than o.
func (m Moment) Before(o Moment) bool { return m.Compare(o) < 0 }

// Compare is -1, 0 or +1 as m is before, the same as or after o.
func (m Moment) Compare(o Moment) int {
	if c := m.Date.Compare(o.Date); c != 0 {
		return c
	}
	switch {
	case m.Minute < o.Minute:
		return -1
	case m.Minute > o.Minute:
		return 1
	}
	return 0
}
