package cost

import (
	"maps"
	"slices"

	"deskleaf/content"
)

// A Talk is what was said at the counter about the money of one visit. It lives
// in memory only; [Talk.Clear] forgets it.
type Talk struct {
	Case            // what was typed; prices of the clinic's list are not in it
	Insurer  string // as the clinic's list names it; "" for any
	PlanName string
	Approval Approval
	Practice bool // the numbers are made up, to learn with
	Paper    bool // a page about the money is printed with the handout
}

// An Approval is what is known of the plan's approval of this visit.
type Approval struct {
	State  ApprovalState
	Who    string // who was asked
	When   string // on what day, as it was typed
	Number string // the reference number that they gave
}

// An ApprovalState says whether the plan wants to approve a visit first. Until
// somebody asked, nobody knows.
type ApprovalState string

// The states.
const (
	ApprovalUnknown   ApprovalState = ""
	ApprovalNeeded    ApprovalState = "needed"
	ApprovalNotNeeded ApprovalState = "not-needed"
)

// ApprovalStates are all states.
var ApprovalStates = []ApprovalState{ApprovalNeeded, ApprovalNotNeeded, ApprovalUnknown}

// Clear forgets everything.
func (t *Talk) Clear() {
	clear(t.Prices)
	clear(t.Codes)
	*t = Talk{}
}

// Choose goes on to another procedure of the same patient: what is known of the
// plan stays, what belongs to the old procedure goes.
func (t *Talk) Choose() {
	*t = Talk{
		Case:    Case{Payer: t.Payer, Plan: t.Plan, Copay: t.Copay, SecondSide: t.SecondSide, Further: t.Further, Offer: t.Offer, Day: t.Day},
		Insurer: t.Insurer, PlanName: t.PlanName, Practice: t.Practice, Paper: t.Paper,
	}
}

// Clone is a copy that shares nothing that is changed in place.
func (t Talk) Clone() Talk {
	t.Prices, t.Codes = maps.Clone(t.Prices), maps.Clone(t.Codes)
	t.Also, t.Further = slices.Clone(t.Also), slices.Clone(t.Further)
	return t
}

// SetPrice takes what was typed for a bill; zero for nothing.
func (t *Talk) SetPrice(who content.Biller, price Range) {
	if price.IsZero() {
		delete(t.Prices, who)
		return
	}
	if t.Prices == nil {
		t.Prices = map[content.Biller]Price{}
	}
	t.Prices[who] = Price{Range: price}
}

// SetCode chooses the code of a bill.
func (t *Talk) SetCode(who content.Biller, code string) {
	if t.Codes == nil {
		t.Codes = map[content.Biller]string{}
	}
	t.Codes[who] = code
}

// Practise fills in a plan that nobody has, to learn with.
func (t *Talk) Practise(p *content.Procedure) {
	t.Choose()
	t.Practice, t.Payer = true, WithPlan
	t.Plan = Plan{Deductible: new(Exactly(200_00)), Coinsurance: new(Percent(20_00)), Maximum: new(Exactly(3000_00))}
	t.Copay = nil
	t.SetPrice(t.Bills(p)[0].Who, Range{620_00, 980_00})
}
