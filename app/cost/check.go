package cost

import "fmt"

// A RefusalReason is why nothing can be reckoned, for those who say it in their
// own words.
type RefusalReason string

// The reasons.
const (
	NoPrice       RefusalReason = "no-price"       // of Code, or of anything
	NoDeductible  RefusalReason = "no-deductible"  // what is left of it is not known
	NoCoinsurance RefusalReason = "no-coinsurance" // it is not known
	NoCopayRule   RefusalReason = "no-copay-rule"  // there is a copay, and how it goes with the rest is not known
	MaximumLow    RefusalReason = "maximum-low"    // less is left of the maximum than of the deductible
	OutOfRange    RefusalReason = "out-of-range"   // an amount or a percentage that cannot be
)

// A Refusal says why there is no estimate, and what to do.
type Refusal struct {
	Reason RefusalReason
	Code   string // of the line that has no price; "" where it is about all
}

// refusalWords are what is said of each reason and what to do, in English.
var refusalWords = map[RefusalReason][2]string{
	NoPrice:       {"no price is known", "ask the plan for the allowed amount of this code at this place, or put it into the clinic's price list"},
	NoDeductible:  {"it is not known how much of the deductible is left", "ask the plan; where it is met, say 0"},
	NoCoinsurance: {"the coinsurance is not known", "look at the card or ask the plan; where there is none, say 0"},
	NoCopayRule:   {"it is not known how the copay goes with deductible and coinsurance", "ask the plan: instead of them, before them, or on top of them (plus)"},
	MaximumLow: {"less is left of the out-of-pocket maximum than of the deductible",
		"look at both again; where both are right, say the smaller one for both: the share is the same"},
	OutOfRange: {"an amount or a percentage cannot be right", "look at the numbers again"},
}

// Error says what is wrong, in one line.
func (r *Refusal) Error() string {
	if r.Code != "" {
		return fmt.Sprintf("%s: %s", r.Code, refusalWords[r.Reason][0])
	}
	return refusalWords[r.Reason][0]
}

// Hint says what to do.
func (r *Refusal) Hint() string { return refusalWords[r.Reason][1] }

// check refuses what is no price or no number at all.
func (in Input) check() error {
	if len(in.Bills) == 0 {
		return &Refusal{Reason: NoPrice}
	}
	for _, b := range in.Bills {
		if len(b.Lines) == 0 {
			return &Refusal{Reason: NoPrice}
		}
		for _, l := range b.Lines {
			if l.Price.Low <= 0 {
				return &Refusal{NoPrice, l.Code}
			}
			if !l.Price.valid() {
				return &Refusal{OutOfRange, l.Code}
			}
		}
		if b.Copay != nil && !Exactly(b.Copay.Amount).valid() {
			return &Refusal{Reason: OutOfRange}
		}
	}
	before := Whole
	for _, p := range in.Further {
		if p < 0 || p > before {
			return &Refusal{Reason: OutOfRange} // the dearest procedure is never the one reduced most
		}
		before = p
	}
	if !in.NotCovered.valid() || in.SecondSide != 0 && (in.SecondSide < Whole || in.SecondSide > 2*Whole) {
		return &Refusal{Reason: OutOfRange}
	}
	return nil
}

// valid reports whether a range is one, and not too large.
func (r Range) valid() bool { return 0 <= r.Low && r.Low <= r.High && r.High <= mostCents }

// checkPlan refuses a plan of which something is not known that the share hangs
// on, or that cannot be.
func (in Input) checkPlan() error {
	p := in.Plan
	for _, r := range []*Range{p.Deductible, p.FamilyDeductible, p.Maximum, p.FamilyMaximum} {
		if r != nil && !r.valid() {
			return &Refusal{Reason: OutOfRange}
		}
	}
	if p.Coinsurance != nil && (*p.Coinsurance < 0 || *p.Coinsurance > Whole) {
		return &Refusal{Reason: OutOfRange}
	}
	if d, m := p.deductible(), p.maximum(); d != nil && m != nil && (m.Low < d.Low || m.High < d.High) {
		return &Refusal{Reason: MaximumLow}
	}
	for _, b := range in.Bills {
		switch {
		case b.Copay != nil && b.Copay.Rule == Instead:
			continue
		case b.Copay != nil && b.Copay.Rule != Before && b.Copay.Rule != Plus:
			return &Refusal{Reason: NoCopayRule}
		case p.deductible() == nil:
			return &Refusal{Reason: NoDeductible}
		case p.Coinsurance == nil:
			return &Refusal{Reason: NoCoinsurance}
		}
	}
	return nil
}
