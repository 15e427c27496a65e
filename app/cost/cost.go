// Package cost reckons what a patient is likely to pay. It is pure arithmetic in
// whole cents: values in, values out, no clock, no files, no words.
//
// An [Input] holds the bills that will come and what is known of the patient's
// plan; [Input.Estimate] gives an [Estimate]: the patient's share, low and high,
// and every [Step] that leads to it, so that each can be told in words:
//
//	in := cost.Input{
//		Bills: []cost.Bill{{Who: content.Doctor, Lines: []cost.Line{{Code: "27096", Price: cost.Exactly(62000)}}}},
//		Plan:  cost.Plan{Deductible: new(cost.Exactly(20000)), Coinsurance: new(cost.Percent(2000))},
//	}
//	e, err := in.Estimate() // e.Total.Low == 28400
//
// [Input.Screening] does the same for preventive care, with both ways that it
// can end, and [Input.SelfPay] for a patient without a plan. [ReadPrice],
// [ReadRange], [ReadAmount] and [ReadPercent] read what people type.
//
// # The rules
//
// They follow what payers and Medicare publish, in this order:
//
//  1. A price is the allowed amount, what the plan and the biller agreed on;
//     never the charge before that. A missing price is refused, never zero.
//  2. Both sides on one day: the plan's rule, 150 % of one side unless set, and
//     nothing more for a code whose bilateral indicator forbids it. Then further
//     procedures on the same day: 100, 50, 50 % … unless set, the dearest first.
//  3. What the plan does not pay for at all is the patient's, and does not count
//     toward the out-of-pocket maximum.
//  4. A copay, by the plan's rule: instead of deductible and coinsurance, before
//     them, or on top of them.
//  5. The deductible, as far as it is left; of the patient's own and the
//     family's, the smaller.
//  6. Coinsurance on the rest.
//  7. No more than is left of the out-of-pocket maximum, own or family's.
//
// Bills are reckoned in the order in which they stand, each with what the ones
// before it left of deductible and maximum. That order changes who is paid what,
// not what the patient pays in all.
//
// A range in gives a range out: everything is reckoned once with all low ends
// and once with all high ends. Amounts are rounded half up, once for each line.
package cost

import "deskleaf/content"

// An Input is what an estimate is made from.
type Input struct {
	Bills      []Bill // in the order in which they will be billed
	BothSides  bool
	SecondSide Percent   // what the plan allows for both sides, of one side; 0 for the usual 150 %
	Further    []Percent // what it allows for the first, second, third … procedure; nil for 100, 50, 50 …
	NotCovered Range     // what the plan does not pay for at all
	Plan       Plan
}

// A Bill is what one biller sends for the visit.
type Bill struct {
	Who   content.Biller
	Lines []Line
	Copay *Copay // nil for none
}

// A Line is one code of a bill with its allowed amount, for one side unless it
// says otherwise.
type Line struct {
	Code      string
	Price     Range
	Both      bool   // the price is for both sides
	Bilateral string // the code's indicators, as in [content.Code]; "" where they are not known
	Multiple  string
}

// A Plan is what is known of the patient's insurance. Amounts are what is left
// to pay this year, not what the card says.
type Plan struct {
	Deductible       *Range // nil where it is not known, which is refused unless nothing hangs on it
	FamilyDeductible *Range // nil for none
	Coinsurance      *Percent
	Maximum          *Range // out-of-pocket maximum; nil for none
	FamilyMaximum    *Range
}

// A Copay is a fixed amount for a visit or a service.
type Copay struct {
	Amount Cents
	Rule   CopayRule
}

// A CopayRule is how a plan's copay goes together with deductible and coinsurance.
type CopayRule string

// The rules of copays. Plans differ, so that none is taken unless somebody says so.
const (
	Instead CopayRule = "instead" // the copay alone
	Before  CopayRule = "before"  // the copay first, then deductible and coinsurance on the rest
	Plus    CopayRule = "plus"    // deductible and coinsurance on all of it, and the copay on top
)

// CopayRules are all rules of copays.
var CopayRules = []CopayRule{Instead, Before, Plus}

// deductible is what is left of it: of own and family's the smaller.
func (p Plan) deductible() *Range { return smaller(p.Deductible, p.FamilyDeductible) }

// maximum is what is left of it: of own and family's the smaller.
func (p Plan) maximum() *Range { return smaller(p.Maximum, p.FamilyMaximum) }

func smaller(a, b *Range) *Range {
	if a == nil || b == nil {
		if a == nil {
			a = b
		}
		return a
	}
	return &Range{min(a.Low, b.Low), min(a.High, b.High)}
}

// An Estimate is what a patient is likely to pay, and how that comes about.
type Estimate struct {
	Total   Range
	Allowed Range // the prices of all bills, for both sides and further procedures as they are allowed
	Steps   []Step
	Notes   []Note
}
