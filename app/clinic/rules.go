package clinic

// Rules are what a clinic decides for all its desks. Whoever looks after a
// computer may fix them for it. What is zero is not decided.
type Rules struct {
	Unreviewed string // what becomes of words that nobody here approved
	Idle       int    // minutes after which a visit left alone is cleared
}

// What becomes of words that nobody at this clinic approved: they print and say
// that they are a draft, or they are not handed out at all.
const (
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

// Refuses reports whether words that nobody here approved must not be handed out.
func (c *Clinic) Refuses() bool {
	if c.Fixed.Unreviewed != "" {
		return c.Fixed.Unreviewed == Refuse
	}
	return c.Facts.Unreviewed == Refuse
}
