package clinic

import "cmp"

// Rules are what a clinic decides for all its desks. Whoever looks after a
// computer may fix them for it. What is zero is not decided.
type Rules struct {
	Unreviewed string // what becomes of words that nobody here approved
	Idle       int    // minutes after which a visit left alone is cleared
}

// What becomes of words that are not approved, or no longer: they print as approved
// ones do, or say on every page how it stands with them, or are not handed out.
const (
	PrintPlain = "print"
	PrintDraft = "draft"
	Refuse     = "refuse"
)

// Bounds of the idle minutes, and what they are where nobody has decided.
const (
	LeastIdle = 5
	MostIdle  = 30
	UsualIdle = 10
)

// Idle is the minutes after which a visit left alone is cleared, within bounds.
func (c *Clinic) Idle() int {
	for _, minutes := range []int{c.Fixed.Idle, c.Facts.Idle} {
		if minutes != 0 {
			return min(max(minutes, LeastIdle), MostIdle)
		}
	}
	return UsualIdle
}

// Way is what becomes of words in a state: [PrintPlain], [PrintDraft] or [Refuse].
// Where nobody decided, words that nobody approved print as a draft, and those
// whose review is overdue as before.
func (c *Clinic) Way(s State) string {
	switch s {
	case Approved, Due:
		return PrintPlain
	case Expired:
		return way(c.Facts.Expired, PrintPlain)
	}
	return way(cmp.Or(c.Fixed.Unreviewed, c.Facts.Unreviewed), PrintDraft)
}

// way is what was decided, where it is one of the ways, else the usual one.
func way(decided, usual string) string {
	if decided == PrintDraft || decided == Refuse {
		return decided
	}
	return usual
}
