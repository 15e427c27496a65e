package visit

import (
	"fmt"
	"time"

	"deskleaf/content/civil"
)

// A WhenReason is why a text is no date, for those who say it in their own words.
type WhenReason string

// The reasons.
const (
	NoDate       WhenReason = "no-date"       // nothing said, or only a time
	NoSuchDay    WhenReason = "no-such-day"   // the calendar lacks it
	NoSuchTime   WhenReason = "no-such-time"  // the clock lacks it
	JustPassed   WhenReason = "just-passed"   // without a year, and a few days ago
	TooFar       WhenReason = "too-far"       // no visit is so far away
	WrongWeekday WhenReason = "wrong-weekday" // the date is another day of the week
	Unclear      WhenReason = "unclear"       // a word that is not understood
)

// A WhenError says why a text is no date, and what would work.
type WhenError struct {
	Reason WhenReason
	what   string
	hint   string
}

// Error says what is wrong, in one line.
func (e *WhenError) Error() string { return e.what }

// Hint says what to type instead.
func (e *WhenError) Hint() string { return e.hint }

// hintMonthDay says how a date is typed.
const hintMonthDay = "type month/day, as in 12/10"

func noDate() error {
	return &WhenError{NoDate, "this has no day", "type the day first, as in 12/10 930 or today 930"}
}

func noSuchDay(what, hint string) error { return &WhenError{NoSuchDay, what, hint} }

func noSuchTime(what, hint string) error { return &WhenError{NoSuchTime, what, hint} }

func justPassed(last, next civil.Date, ago int) error {
	days := fmt.Sprintf("%d days ago", ago)
	if ago == 1 {
		days = "yesterday"
	}
	short := func(d civil.Date) string { return fmt.Sprintf("%d/%d/%02d", d.Month, d.Day, d.Year%100) }
	return &WhenError{JustPassed, fmt.Sprintf("%v %d was %s", last.Month, last.Day, days),
		fmt.Sprintf("type the year: %s for that day, %s for the next one", short(last), short(next))}
}

func tooFar(said string) error {
	return &WhenError{TooFar, fmt.Sprintf("%s is too far away for a visit", said), "type the day as in 12/10 or 12/10/26"}
}

func wrongWeekday(d civil.Date, said time.Weekday) error {
	return &WhenError{WrongWeekday, fmt.Sprintf("%v %d, %d is a %v, not a %v", d.Month, d.Day, d.Year, d.Weekday(), said),
		"check the day with the patient, and type the right one"}
}

func unclear(said string) error {
	return &WhenError{Unclear, fmt.Sprintf("%q is not understood", said), "type a day and a time, as in 12/10 930 or tue 9"}
}
