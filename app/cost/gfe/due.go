// Package gfe is the good-faith estimate: what a clinic gives in writing to a
// patient who has no plan, or does not use it, before the visit. It follows 45
// CFR 149.610 (86 Fed. Reg. 55980, October 7, 2021, read November 23, 2026).
//
// [DueDate] says by when it must be given, [Form] holds what stands in it, [Form.Lacks]
// what is missing before it is final, [Form.Compare] whether a bill is far enough
// above it to be disputed. [Read] and [Form.Write] are the form as a file, also
// as the one that a saved PDF carries. The pages are made elsewhere.
//
// Unlike an estimate for a patient with a plan, every line has one amount, never
// a range: the expected charge, which is the clinic's price for self-pay patients
// with its discounts (149.610(a)(2)).
package gfe

import (
	"fmt"

	"deskleaf/content/civil"
)

// An Occasion is the days that a due date hangs on. Those that are not known are
// zero.
type Occasion struct {
	Scheduled civil.Date // the day on which the visit was scheduled
	Service   civil.Date // the day of the visit
	Requested civil.Date // the day on which the patient asked for an estimate, or what it would cost
}

// A Rule is what a due date follows from.
type Rule string

// The rules, by paragraph of 45 CFR 149.610.
const (
	FarAhead  Rule = "far"       // (b)(1)(vi)(B): scheduled 10 business days ahead or more
	Ahead     Rule = "ahead"     // (b)(1)(vi)(A): scheduled 3 to 9 business days ahead
	Close     Rule = "close"     // scheduled less than 3 business days ahead: none is due
	OnRequest Rule = "requested" // (b)(1)(vi)(C): the patient asked
)

// Business days ahead, and business days to give the estimate in.
const (
	farAhead, inFar = 10, 3
	ahead, inAhead  = 3, 1
	inRequested     = 3
)

// ruleWords are the rules in words.
var ruleWords = map[Rule]string{
	FarAhead:  "scheduled 10 or more business days ahead, so within 3 business days after scheduling, 45 CFR 149.610(b)(1)(vi)(B)",
	Ahead:     "scheduled 3 to 9 business days ahead, so within 1 business day after scheduling, 45 CFR 149.610(b)(1)(vi)(A)",
	Close:     "scheduled less than 3 business days ahead, 45 CFR 149.610(b)(1)(vi); a patient who asks gets one within 3 business days",
	OnRequest: "within 3 business days after the patient asked, 45 CFR 149.610(b)(1)(vi)(C)",
}

// String is the rule in words, with its paragraph.
func (r Rule) String() string { return ruleWords[r] }

// A Due is by when an estimate must be given: at the end of that day, which is
// zero where none is due.
type Due struct {
	Day  civil.Date
	Rule Rule
}

// String is "2026-11-27: …", or "none: …".
func (d Due) String() string {
	if d.Day.IsZero() {
		return fmt.Sprintf("none: %v", d.Rule)
	}
	return fmt.Sprintf("%v: %v", d.Day, d.Rule)
}

// A DateError says why the days of an occasion cannot be.
type DateError struct{ what, hint string }

// Error says what is wrong, in one line.
func (e *DateError) Error() string { return e.what }

// Hint says what to do.
func (e *DateError) Hint() string { return e.hint }

// DueDate says by when an estimate is due. Business days are Monday to Friday
// but for the legal holidays of the United States ([civil.Date.IsBusinessDay]);
// the rule itself does not define them. Where the visit was scheduled and the
// patient asked too, both rules hold, and the earlier day counts.
func DueDate(o Occasion) (Due, error) {
	switch {
	case o.Scheduled.IsZero() != o.Service.IsZero():
		return Due{}, &DateError{"the day of scheduling and the day of the visit go together", "give both, or neither where the visit is not scheduled yet"}
	case o.Scheduled.IsZero() && o.Requested.IsZero():
		return Due{}, &DateError{"no day is given", "give the day of scheduling and the day of the visit, or the day on which the patient asked"}
	case o.Service.Before(o.Scheduled):
		return Due{}, &DateError{fmt.Sprintf("the visit, on %v, is before the day of scheduling, %v", o.Service, o.Scheduled), "see whether the two days changed places"}
	case !o.Service.IsZero() && o.Scheduled.DaysUntil(o.Service) > farthest:
		return Due{}, &DateError{fmt.Sprintf("the visit, on %v, is more than five years after scheduling", o.Service), "look at the years again"}
	}
	due := Due{Rule: Close}
	if !o.Scheduled.IsZero() {
		due = scheduled(o)
	}
	if !o.Requested.IsZero() {
		if day := addBusinessDays(o.Requested, inRequested); due.Day.IsZero() || day.Before(due.Day) {
			due = Due{day, OnRequest}
		}
	}
	return due, nil
}

// farthest is how many days ahead a visit can be scheduled.
const farthest = 5 * 366

// scheduled is the due date of a visit that was scheduled.
func scheduled(o Occasion) Due {
	switch days := businessDays(o.Scheduled, o.Service); {
	case days >= farAhead:
		return Due{addBusinessDays(o.Scheduled, inFar), FarAhead}
	case days >= ahead:
		return Due{addBusinessDays(o.Scheduled, inAhead), Ahead}
	}
	return Due{Rule: Close}
}

// businessDays is how many business days from lies before to: a visit on
// Thursday is three business days after Monday.
func businessDays(from, to civil.Date) (n int) {
	for d := from; d.Before(to); d = d.AddDays(1) {
		if d.IsBusinessDay() {
			n++
		}
	}
	return n
}

// addBusinessDays is the n-th business day after a day.
func addBusinessDays(d civil.Date, n int) civil.Date {
	for n > 0 {
		if d = d.AddDays(1); d.IsBusinessDay() {
			n--
		}
	}
	return d
}
