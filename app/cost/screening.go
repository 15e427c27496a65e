package cost

import (
	"deskleaf/content"
	"deskleaf/content/civil"
)

// A Payer is who pays besides the patient.
type Payer string

// The payers.
const (
	WithPlan     Payer = "plan"
	WithMedicare Payer = "medicare" // Original Medicare, Part B
	WithNone     Payer = "self"     // self-pay
)

// Payers are all payers.
var Payers = []Payer{WithPlan, WithMedicare, WithNone}

// An OutcomeKind is a way that preventive care can end.
type OutcomeKind string

// The ways.
const (
	StaysScreening   OutcomeKind = "screening" // nothing more was done
	BecomesTreatment OutcomeKind = "treatment" // something was found and taken out, or more had to be done
	NotScreening     OutcomeKind = "other"     // a symptom, or too early after the last one: it does not count as a screening
)

// An Outcome is one way that preventive care can end, and the patient's share
// then. Until is the last day of the rule that was taken; zero where no end is
// known.
type Outcome struct {
	Kind     OutcomeKind
	Estimate Estimate
	Until    civil.Date
}

// Screening reckons preventive care in both ways that it can end: nobody knows
// before the visit which one it will be.
//
// A screening costs nothing, with Medicare (42 CFR 410.152(l)) and with a plan
// that must pay for it in network (45 CFR 147.130). When a screening of the large
// bowel becomes treatment, Medicare asks for a part without deductible. Plans
// that must pay for that screening must pay then too, but a grandfathered plan or
// one out of network need not: their share goes from nothing to the usual one.
// Pictures become nothing else: they count as a screening or as a test, for which
// everybody asks the usual share.
func (in Input) Screening(of content.Preventive, payer Payer, day civil.Date) ([]Outcome, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	stays := Outcome{Kind: StaysScreening, Estimate: in.bothEnds(Input.free)}
	plan := in
	if of != content.ColorectalScreening {
		other, err := plan.Estimate()
		return []Outcome{stays, {Kind: NotScreening, Estimate: other}}, err
	}
	becomes := Outcome{Kind: BecomesTreatment}
	if payer == WithMedicare {
		rate, until := growthRate(day)
		plan.Plan = Plan{Deductible: new(Range{}), Coinsurance: &rate}
		becomes.Until = until
	}
	var err error
	if becomes.Estimate, err = plan.Estimate(); err != nil {
		return nil, err
	}
	if payer == WithPlan {
		becomes.Estimate.Total.Low = in.NotCovered.Low
		becomes.Estimate.Steps = freeAtLow(becomes.Estimate.Steps, in.NotCovered.Low)
	}
	return []Outcome{stays, becomes}, nil
}

// free is the share of a screening at one end: nothing but what the plan does
// not pay for at all.
func (in Input) free(r *reckoning) Cents {
	for _, b := range in.Bills {
		in.adjust(r, b)
	}
	r.add(Step{Kind: ScreeningStep}, 0)
	return in.notCovered(r)
}

// freeAtLow are steps of which the low end is a screening that the plan pays in
// full: prices stay, shares are nothing but what is not covered.
func freeAtLow(steps []Step, notCovered Cents) []Step {
	for i := range steps {
		switch steps[i].Kind {
		case CopayStep, DeductibleStep, CoinsuranceStep, MaximumStep, BillStep:
			steps[i].Amount.Low = 0
		case TotalStep:
			steps[i].Amount.Low = notCovered
		}
	}
	return steps
}
