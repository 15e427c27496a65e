package cost

import "deskleaf/content"

// A StepKind says what a step of an estimate is. Its words stand elsewhere.
type StepKind string

// The kinds of steps, in the order in which they come. What a step's amount is
// stands beside it.
const (
	PriceStep       StepKind = "price"       // of one code: the allowed amount
	BothSidesStep   StepKind = "both-sides"  // the same, for both sides
	FurtherStep     StepKind = "further"     // the same, reduced because another procedure is done that day
	AllowedStep     StepKind = "allowed"     // the sum of the bill's codes
	CopayStep       StepKind = "copay"       // added to the share
	DeductibleStep  StepKind = "deductible"  // added to the share
	CoinsuranceStep StepKind = "coinsurance" // added to the share
	MaximumStep     StepKind = "maximum"     // taken off the share, because the maximum is reached: below zero
	ScreeningStep   StepKind = "screening"   // the share of preventive care: nothing
	DiscountStep    StepKind = "discount"    // taken off the price: below zero
	BillStep        StepKind = "bill"        // the share of one bill, where there are several
	NotCoveredStep  StepKind = "not-covered" // added to the share
	TotalStep       StepKind = "total"       // the share in all
)

// StepKinds are all kinds of steps.
var StepKinds = []StepKind{
	PriceStep, BothSidesStep, FurtherStep, AllowedStep, CopayStep, DeductibleStep, CoinsuranceStep, MaximumStep,
	ScreeningStep, DiscountStep, BillStep, NotCoveredStep, TotalStep,
}

// A Step is one line of the table that leads to an estimate.
type Step struct {
	Kind   StepKind
	Who    content.Biller // whose bill; "" for all of them
	Code   string         // of the steps about one code
	Amount Range
	// Percent is what was taken, where the kind has one; the two differ where
	// what is taken does.
	Percent [2]Percent
}

// A NoteKind says what somebody who tells an estimate should know.
type NoteKind string

// The kinds of notes.
const (
	SideForbidden    NoteKind = "side-forbidden"    // nothing was added for a second side: the code's indicator forbids it
	SideUnruled      NoteKind = "side-unruled"      // nothing was added: the fee schedule has no rule for a second side of it
	SideAssumed      NoteKind = "side-assumed"      // the usual rule was taken: the code's indicator is not known
	FurtherUncertain NoteKind = "further-uncertain" // payers have a rule of their own for codes of one family
	NoMaximum        NoteKind = "no-maximum"        // the share was not limited: what is left of the maximum is not known
	MedicareAlone    NoteKind = "medicare-alone"    // the same: Original Medicare has no maximum, and other insurance may help
)

// NoteKinds are all kinds of notes.
var NoteKinds = []NoteKind{SideForbidden, SideUnruled, SideAssumed, FurtherUncertain, NoMaximum, MedicareAlone}

// A Note is about one code, or about all of the estimate.
type Note struct {
	Kind NoteKind
	Code string
}

// A reckoning is what is found at one end of all ranges: steps with one amount
// each, always the same steps at both ends.
type reckoning struct {
	end     end
	steps   []Step
	allowed Cents
}

// add appends a step with its amount at this end.
func (r *reckoning) add(s Step, amount Cents, percent ...Percent) {
	s.Amount = Exactly(amount)
	for _, p := range percent {
		s.Percent = [2]Percent{p, p}
	}
	r.steps = append(r.steps, s)
}

// join puts the steps of both ends together. Steps that say nothing, because
// they change nothing at either end, are left out.
func join(lows, highs []Step) []Step {
	var steps []Step
	for i, s := range lows {
		s.Amount.High, s.Percent[1] = highs[i].Amount.High, highs[i].Percent[1]
		if !s.idle() {
			steps = append(steps, s)
		}
	}
	return steps
}

// idle reports whether a step changes nothing and was not asked for.
func (s Step) idle() bool {
	switch s.Kind {
	case FurtherStep:
		return s.Percent == [2]Percent{Whole, Whole}
	case MaximumStep, NotCoveredStep, DiscountStep:
		return s.Amount.IsZero()
	}
	return false
}
