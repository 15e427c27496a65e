package cost

import (
	"slices"

	"deskleaf/content"
	"deskleaf/content/civil"
)

// A Case is what is known at the counter of one patient's visit and money. It
// lives in memory only. [Case.Answer] says what follows from it for a procedure.
type Case struct {
	Payer     Payer           // "" for a plan
	Setting   content.Setting // "" for the first that the procedure has
	BothSides bool
	Prices    map[content.Biller]Price  // by who bills; what is not in it is not known
	Codes     map[content.Biller]string // the code, where a bill may have one of several
	Also      []Range                   // prices of further procedures of the doctor's on that day

	SecondSide Percent
	Further    []Percent
	NotCovered Range
	Plan       Plan
	Copay      *Copay // of the first bill that has a price
	Preventive bool   // it is done as preventive care
	Offer      SelfPay
	Day        civil.Date // of the visit; of today where it is not known
}

// An Origin is where a price comes from. There are no others: a reference range
// or other clinics' prices are never reckoned with.
type Origin int

// The origins.
const (
	Typed  Origin = iota // given for this visit: the plan named it on the phone
	Listed               // the clinic's own price list
)

// A Price is an amount that somebody named, and who and when.
type Price struct {
	Range
	Both   bool // it is for both sides
	From   Origin
	Source string     // of a listed price, as the list has it; "" where it has none
	Date   civil.Date // from which a listed price holds; zero where the list does not say
	Until  civil.Date // the last day of it; zero where the list names none
}

// An Answer is what a patient is likely to pay.
type Answer struct {
	Setting  content.Setting
	Outcomes []Outcome // one, or both ways that preventive care can end
	Included []content.Biller
	Allowed  Range          // the prices of the bills that are included, also where the share is not known
	Others   []content.Bill // of this setting, whose price is not known: billed by others, not included
	// MedicareOver is set where the figures of the visit's year are not known
	// here; the last year that is known ended on that day.
	MedicareOver civil.Date
}

// Total is from the least to the most of all outcomes.
func (a Answer) Total() Range {
	total := a.Outcomes[0].Estimate.Total
	for _, o := range a.Outcomes[1:] {
		total.Low, total.High = min(total.Low, o.Estimate.Total.Low), max(total.High, o.Estimate.Total.High)
	}
	return total
}

// Settings are the kinds of places where a procedure is billed.
func Settings(p *content.Procedure) []content.Setting {
	return slices.DeleteFunc(slices.Clone(content.Settings), func(s content.Setting) bool {
		return !slices.ContainsFunc(p.Bills, func(b content.Bill) bool { return b.Setting == s })
	})
}

// In is the setting of the case at a procedure: the one chosen, else the first
// that the procedure has, else an office.
func (c Case) In(p *content.Procedure) content.Setting {
	if c.Setting != "" {
		return c.Setting
	}
	if settings := Settings(p); len(settings) > 0 {
		return settings[0]
	}
	return content.Office
}

// Bills are who may bill for a procedure in the case's setting. A procedure whose
// file names nobody is billed by its doctor, under the codes that mean it.
func (c Case) Bills(p *content.Procedure) []content.Bill {
	var bills []content.Bill
	for _, b := range p.Bills {
		if b.Setting == c.In(p) {
			bills = append(bills, b)
		}
	}
	if len(bills) == 0 {
		one := content.Bill{Setting: c.In(p), Who: content.Doctor}
		for _, code := range p.Codes {
			if code.Primary && code.Status == content.CodeCurrent {
				one.Codes = append(one.Codes, code.Number)
			}
		}
		return []content.Bill{one}
	}
	return bills
}

// Code is the code that a bill is reckoned with: the one chosen, else the first
// primary one on the bill, else its first.
func (c Case) Code(p *content.Procedure, b content.Bill) string {
	if chosen := c.Codes[b.Who]; slices.Contains(b.Codes, chosen) {
		return chosen
	}
	for _, number := range b.Codes {
		if code, ok := p.Code(number); ok && code.Primary {
			return number
		}
	}
	if len(b.Codes) > 0 {
		return b.Codes[0]
	}
	return ""
}

// input puts prices to bills. Whoever bills twice bills once here, with the
// price that is known.
func (c Case) input(p *content.Procedure) (in Input, included []content.Biller, others []content.Bill) {
	in = Input{
		BothSides: c.BothSides, SecondSide: c.SecondSide, Further: c.Further, NotCovered: c.NotCovered, Plan: c.Plan,
	}
	for _, b := range c.Bills(p) {
		price, known := c.Prices[b.Who]
		if slices.Contains(included, b.Who) {
			continue
		}
		if !known {
			others = append(others, b)
			continue
		}
		number := c.Code(p, b)
		code, _ := p.Code(number)
		line := Line{Code: number, Price: price.Range, Both: price.Both, Bilateral: code.Bilateral, Multiple: code.Multiple}
		bill := Bill{Who: b.Who, Lines: []Line{line}}
		if b.Who == content.Doctor {
			for _, also := range c.Also {
				bill.Lines = append(bill.Lines, Line{Price: also, Both: true})
			}
		}
		in.Bills = append(in.Bills, bill)
		included = append(included, b.Who)
	}
	if len(in.Bills) > 0 {
		in.Bills[0].Copay = c.Copay
	}
	return in, included, others
}

// Answer reckons the case for a procedure. What cannot be reckoned is a
// [*Refusal].
func (c Case) Answer(p *content.Procedure) (Answer, error) {
	in, included, others := c.input(p)
	a := Answer{Setting: c.In(p), Included: included, Others: others}
	if in.check() == nil {
		a.Allowed = in.bothEnds(Input.free).Allowed
	}
	if c.Payer == WithMedicare {
		a.MedicareOver = in.withMedicare(c.Day)
	}
	var err error
	if c.Preventive && p.Preventive != content.NotPreventive && c.Payer != WithNone {
		a.Outcomes, err = in.Screening(p.Preventive, c.payer(), c.Day)
	} else {
		var e Estimate
		e, err = c.estimate(in)
		a.Outcomes = []Outcome{{Estimate: e}}
	}
	if err != nil {
		a.Outcomes = nil
		return a, err
	}
	if c.Payer == WithMedicare {
		for _, o := range a.Outcomes {
			for i, n := range o.Estimate.Notes {
				if n.Kind == NoMaximum {
					o.Estimate.Notes[i].Kind = MedicareAlone
				}
			}
		}
	}
	return a, nil
}

func (c Case) estimate(in Input) (Estimate, error) {
	if c.Payer == WithNone {
		return in.SelfPay(c.Offer)
	}
	return in.Estimate()
}

func (c Case) payer() Payer {
	if c.Payer == "" {
		return WithPlan
	}
	return c.Payer
}

// withMedicare fills in what Medicare asks of everybody, where nothing else was
// said: of the deductible nobody knows how much is left, so that it is a range.
// It gives the day on which the last known year ended, where the day of the
// visit is in none.
func (in *Input) withMedicare(day civil.Date) (over civil.Date) {
	year, ok := Medicare(day)
	if in.Plan.Coinsurance == nil {
		in.Plan.Coinsurance = &year.Coinsurance
	}
	if !ok {
		return year.Until
	}
	if in.Plan.Deductible == nil {
		in.Plan.Deductible = &Range{0, year.Deductible}
	}
	return civil.Date{}
}
