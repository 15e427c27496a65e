package day

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"deskleaf/app/visit"
)

// A State is what becomes of a line.
type State int

// The states. Only ready lines print.
const (
	Ready   State = iota
	Passed        // there is nothing to print for it; [Entry.Why] says why
	Blocked       // something is in the way; [Entry.Troubles] says what
)

// An Entry is what a line means.
type Entry struct {
	Line     Line
	State    State
	Why      Reason // of a line that is passed over
	Troubles []Trouble
	Notes    []Trouble // what staff should know, and nothing that is in the way
	Title    string    // the procedure as lists show it, where it is known
	Visit    visit.Visit
}

// A Reason says what a trouble or a note is, for those who say it in their own
// words.
type Reason string

// What is in the way of a line.
const (
	NoDay           Reason = "no-day"
	BadDay          Reason = "bad-day"       // Err is a [visit.WhenError]
	DayOrMonth      Reason = "day-or-month"  // the schedule has days such as 25/12, and this one reads both ways
	BadTime         Reason = "bad-time"      // Err is a [visit.WhenError]
	TwoTimes        Reason = "two-times"     // the columns of day and time name different ones
	NoType          Reason = "no-procedure"  // the line names none
	UnknownType     Reason = "unknown-type"  // an appointment type that was not taught
	SharedType      Reason = "shared-type"   // several procedures are called so; Other lists them
	Unreadable      Reason = "unreadable"    // the procedure's files cannot be read; Err says why
	UnknownSide     Reason = "unknown-side"  //
	NotThisSide     Reason = "not-this-side" // the procedure is not done there
	TwoSides        Reason = "two-sides"     // the type says Said, the column Other
	UnknownDoctor   Reason = "unknown-doctor"
	UnknownPlace    Reason = "unknown-place"
	UnknownLanguage Reason = "unknown-language"
	NotInLanguage   Reason = "not-in-language" // the procedure has no whole words in Other
	NotApproved     Reason = "not-approved"    // the clinic hands out approved words only, and nobody approved these in Other
	UnknownSize     Reason = "unknown-size"
	LongName        Reason = "long-name"
	NotMade         Reason = "not-made" // the pages cannot be made; Err says why
)

// Why a line is passed over.
const (
	NoSheet    Reason = "no-sheet"    // its type was taught as one without a sheet
	CalledOff  Reason = "called-off"  // its status says so
	NothingDue Reason = "nothing-due" // so many days ahead, no part of the handout is due
)

// What staff should know of a line that prints.
const (
	PastVisit Reason = "past"
	ClosedDay Reason = "closed"    // a weekend or a federal holiday
	LateSteps Reason = "late"      // a step of the preparation was due before today
	NoTime    Reason = "no-time"   // the page has words instead of hours
	NightTime Reason = "night"     // before five in the morning
	NoSide    Reason = "no-side"   // the page has a line for it
	OwnPlace  Reason = "own-place" // the page has the clinic's own address: no place is in Settings
	OddCode   Reason = "odd-code"
	NameLost  Reason = "name-lost" // Said are letters of the name that cannot be printed
)

// A Trouble is something about one field of a line.
type Trouble struct {
	Field  Field
	Reason Reason
	Said   string // the text in the schedule
	Other  string // what stands against it; see the reasons
	Err    error
}

// sayings are reasons in English, with what to do. %[1]s is what the line says,
// %[2]s what stands against it.
var sayings = map[Reason]struct{ what, hint string }{
	NoDay:           {"no day", "say the day of all lines that have none, or fill it in"},
	BadDay:          {"the day %[1]q: %[2]s", ""},
	DayOrMonth:      {"the day %[1]q reads both ways: other lines have the day before the month", "say which stands first"},
	BadTime:         {"the time %[1]q: %[2]s", ""},
	TwoTimes:        {"the day says %[1]s, the time says %[2]s", "check the visit in your schedule"},
	NoType:          {"no procedure", "fill it in, or leave the line out"},
	UnknownType:     {"the appointment type %[1]q is not known", "say once which procedure it means, or that it needs no sheet"},
	SharedType:      {"%[1]q can mean %[2]s", "say once which procedure it means"},
	Unreadable:      {"%[1]q cannot be used: %[2]s", ""},
	UnknownSide:     {"the side %[1]q is not left, right or both", "correct the side"},
	NotThisSide:     {"%[2]s has no side %[1]q", "correct the side or the procedure"},
	TwoSides:        {"the appointment type says %[1]s, the side column says %[2]s", "check the side in the chart before anything is printed"},
	UnknownDoctor:   {"%[1]q is none of the clinic's doctors", "say once who is meant, or add the doctor in Settings"},
	UnknownPlace:    {"%[1]q is none of the clinic's places", "say once which is meant, or add the place in Settings"},
	UnknownLanguage: {"there are no handouts in the language %[1]q", "choose another language, or leave the line out"},
	NotInLanguage:   {"%[1]s has no whole words in the language %[2]q yet", "choose another language, or leave the line out"},
	NotApproved:     {"this clinic hands out approved words only, and those of %[1]s in the language %[2]q are not approved, or their review is overdue", "review the words in the window and approve them"},
	UnknownSize:     {"the size %[1]q is not standard or large", "correct the size"},
	NotMade:         {"the pages of %[1]s cannot be made: %[2]s", ""},
	LongName:        {"the name has more than 200 letters", "shorten the name"},

	NoSheet:    {"%[1]q needs no sheet", ""},
	CalledOff:  {"its status is %[1]q", ""},
	NothingDue: {"no part of the handout is due %[2]s", ""},

	PastVisit: {"the visit is in the past", ""},
	ClosedDay: {"the visit is on a weekend or a federal holiday", "check the day"},
	LateSteps: {"a step of the preparation was due before today", "the page asks the patient to call"},
	NoTime:    {"no time", "the page has words instead of hours"},
	NightTime: {"the time %[1]q is in the night", "check the time"},
	NoSide:    {"no side", "the page has a line for it"},
	OwnPlace:  {"the page has the clinic's own address: %[1]q is in no list of places", "add the place in Settings"},
	NameLost:  {"letters of the name cannot be printed: %[1]s", "the page has a line for it"},
	OddCode:   {"the code %[1]s is not the right one for this: references that are right name %[2]s", "check the code before you quote or bill"},
}

// Reasons are all reasons, in no order.
func Reasons() []Reason { return slices.Collect(maps.Keys(sayings)) }

// Error says it in English, in one line.
func (t Trouble) Error() string {
	what := sayings[t.Reason].what
	if t.Err != nil {
		t.Other = t.Err.Error()
	}
	return fmt.Sprintf(what+"%[3]s", t.Said, t.Other, "")
}

// Hint says what to do about it; "" where there is nothing.
func (t Trouble) Hint() string {
	if h, ok := t.Err.(interface{ Hint() string }); ok {
		return h.Hint()
	}
	return sayings[t.Reason].hint
}

// InOrder sorts entries as patients come: by day and time, those without a time at
// the end of their day, and then as the schedule has them.
func InOrder(entries []Entry) {
	slices.SortStableFunc(entries, func(a, b Entry) int {
		return cmp.Or(a.Visit.Date.Compare(b.Visit.Date), cmp.Compare(clock(a.Visit), clock(b.Visit)), cmp.Compare(a.Line.Number, b.Line.Number))
	})
}

// clock is a visit's minute of the day; after all others where it has none.
func clock(v visit.Visit) int {
	if !v.HasTime {
		return 24 * 60
	}
	return v.Minute
}
