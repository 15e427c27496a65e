package cost

import (
	"fmt"
	"strconv"
	"strings"
)

// Cents is an amount of US dollars in whole cents.
type Cents int64

// mostCents is the largest amount that is taken: one cent below a hundred
// million dollars. Sums of many such amounts still fit.
const mostCents Cents = 100_000_000_00 - 1

// String is the amount with its cents: "$1,234.50", "-$5.00".
func (c Cents) String() string {
	sign := ""
	if c < 0 {
		sign, c = "-", -c
	}
	return fmt.Sprintf("%s$%s.%02d", sign, thousands(c/100), c%100)
}

// Round is the amount in whole dollars, rounded half up: "$1,235". It is for
// talk; what is reckoned with keeps its cents. Amounts below ten dollars keep
// them here too.
func (c Cents) Round() string {
	if c < 1000 && c%100 != 0 {
		return c.String()
	}
	return "$" + thousands((c+50)/100)
}

// Plain is the amount as it is typed: "1234.50", "620".
func (c Cents) Plain() string {
	if c%100 == 0 {
		return strconv.FormatInt(int64(c/100), 10)
	}
	return fmt.Sprintf("%d.%02d", c/100, c%100)
}

// MarshalText writes the amount as it is typed.
func (c Cents) MarshalText() ([]byte, error) { return []byte(c.Plain()), nil }

// UnmarshalText reads what [ReadAmount] reads.
func (c *Cents) UnmarshalText(b []byte) (err error) {
	*c, err = ReadAmount(string(b))
	return err
}

// thousands writes a number with its commas.
func thousands(n Cents) string {
	digits := strconv.FormatInt(int64(n), 10)
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	return b.String()
}

// A Range is an amount that lies between two; the same twice where it is known.
type Range struct{ Low, High Cents }

// Exactly is the range of one amount.
func Exactly(c Cents) Range { return Range{c, c} }

// Add is the range of the sum.
func (r Range) Add(o Range) Range { return Range{r.Low + o.Low, r.High + o.High} }

// IsZero reports whether the range is nothing.
func (r Range) IsZero() bool { return r == Range{} }

// Plain is the range as it is typed: "500-1500", "620.50".
func (r Range) Plain() string {
	if r.Low == r.High {
		return r.Low.Plain()
	}
	return r.Low.Plain() + "-" + r.High.Plain()
}

// String is the range as people read it: "$620 – $980", "$1,234.50". Cents stand
// only where there are some.
func (r Range) String() string {
	short := func(c Cents) string {
		if c%100 == 0 {
			return c.Round()
		}
		return c.String()
	}
	if r.Low == r.High {
		return short(r.Low)
	}
	return short(r.Low) + " – " + short(r.High)
}

// An end is the lower or upper one of everything that is a range.
type end int

const (
	low end = iota
	high
)

func (r Range) at(e end) Cents {
	if e == low {
		return r.Low
	}
	return r.High
}

// Percent is hundredths of a percent: 2000 is 20 %.
type Percent int

// Whole is everything: 100 %.
const Whole Percent = 100_00

// String is the percentage as people read it: "20%", "12.5%".
func (p Percent) String() string {
	text := fmt.Sprintf("%d.%02d", p/100, p%100)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".") + "%"
}

// of is the share of an amount, rounded half up. Several shares of shares are
// rounded once.
func of(c Cents, shares ...Percent) Cents {
	above, below := int64(c), int64(1)
	for _, s := range shares {
		above, below = above*int64(s), below*int64(Whole)
	}
	return Cents((2*above + below) / (2 * below))
}
