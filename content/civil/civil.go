// Package civil holds dates and times as a calendar and a clock on the wall
// show them: no zone, no seconds, no daylight saving. A visit at 9:30 AM is at
// 9:30 AM, whatever the clocks did in the night before it, and "24 hours after"
// is the same clock time on the next day.
//
// A [Date] and a [Moment] are values; compare them with == or their methods.
// Today comes in as a parameter wherever it matters, never from here.
package civil

import (
	"fmt"
	"time"
)

// MinutesOfDay is how many minutes a civil day has: always 24 hours.
const MinutesOfDay = 24 * 60

// A Date is a day of the calendar. The zero value is no date.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf is the day that t's own clock shows.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads "2026-12-10". A day that the calendar lacks, such as
// 2026-02-30, is an error, never another day.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is not a date like 2026-12-10", s)
	}
	return DateOf(t), nil
}

// String is the date as "2026-12-10", or "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalText writes the date as [Date.String] does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what [ParseDate] reads; empty text is no date.
func (d *Date) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	*d, err = ParseDate(string(b))
	return err
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Valid reports whether the calendar has this day.
func (d Date) Valid() bool { return !d.IsZero() && DateOf(d.noon()) == d }

// noon is the day's noon in UTC, where every day has 24 hours.
func (d Date) noon() time.Time { return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC) }

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.noon().Weekday() }

// AddDays is the date n days later, or earlier where n is negative.
func (d Date) AddDays(n int) Date { return DateOf(d.noon().AddDate(0, 0, n)) }

// AddMonths is the same day n months later; a day that the month lacks becomes
// the month's last: January 31 and one month is February 28 or 29.
func (d Date) AddMonths(n int) Date {
	first := Date{d.Year, d.Month, 1}.noon().AddDate(0, n, 0)
	y, m, _ := first.Date()
	return Date{y, m, min(d.Day, daysIn(y, m))}
}

// daysIn is how many days a month has.
func daysIn(y int, m time.Month) int {
	return Date{y, m + 1, 0}.noon().Day()
}

// Before reports whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// Compare is -1, 0 or +1 as d is before, the same as or after e.
func (d Date) Compare(e Date) int { return d.noon().Compare(e.noon()) }

// DaysUntil is how many days lie from d to e; negative where e is earlier.
func (d Date) DaysUntil(e Date) int { return int(e.noon().Sub(d.noon()).Hours() / 24) }

// At is the moment of that day, minute minutes after midnight.
func (d Date) At(minute int) Moment { return Moment{Date: d}.AddMinutes(minute) }
