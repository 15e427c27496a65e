// Package tell puts an estimate into words: the lines of its table, the notes to
// it, and what staff can say to the patient. The numbers come from
// [deskleaf/app/cost], the words from [deskleaf/content/phrases], in whatever
// language the phrases are.
//
// What staff can say is two or three plain sentences with the numbers: that it is
// an estimate, who decides, what is not included, whom to ask about help with
// paying. It never says what a plan will pay.
package tell

import (
	"strings"

	"deskleaf/app/cost"
	"deskleaf/content"
	"deskleaf/content/phrases"
)

// An Audience is who reads the last line of a table: the patient, who pays, or
// staff.
type Audience int

// The audiences.
const (
	Staff Audience = iota
	Patient
)

// A Row is a line of the table that leads to an estimate. A heading has no
// amounts.
type Row struct {
	Words   string
	Amount  cost.Range
	Heading bool
	Total   bool
}

// Rows are the lines of the table. Where preventive care can end in two ways,
// each has its lines under a heading.
func Rows(p *phrases.Phrases, a cost.Answer, to Audience) []Row {
	var rows []Row
	for _, o := range a.Outcomes {
		if heading := outcome(p, o.Kind); heading != "" {
			rows = append(rows, Row{Words: heading, Heading: true})
		}
		for _, s := range o.Estimate.Steps {
			rows = append(rows, Row{Words: Step(p, o.Estimate, s, to), Amount: s.Amount, Total: s.Kind == cost.TotalStep})
		}
	}
	return rows
}

// outcome heads the steps of a way that preventive care can end; "" where there
// is only one way.
func outcome(p *phrases.Phrases, kind cost.OutcomeKind) string {
	return map[cost.OutcomeKind]string{
		cost.StaysScreening: p.Cost.Steps.Screened, cost.BecomesTreatment: p.Cost.Steps.Treatment, cost.NotScreening: p.Cost.Steps.Other,
	}[kind]
}

// Step is the words of one step: with who bills where there are several, and
// with the code where a bill has several.
func Step(p *phrases.Phrases, e cost.Estimate, s cost.Step, to Audience) string {
	w := p.Cost.Steps
	total := w.Patient
	if to == Patient {
		total = w.Total
	}
	text := map[cost.StepKind]string{
		cost.PriceStep: w.Price, cost.BothSidesStep: w.BothSides, cost.FurtherStep: w.Further, cost.AllowedStep: w.Allowed,
		cost.CopayStep: w.Copay, cost.DeductibleStep: w.Deductible, cost.CoinsuranceStep: w.Coinsurance, cost.MaximumStep: w.Maximum,
		cost.ScreeningStep: w.Screening, cost.DiscountStep: w.Discount, cost.BillStep: w.Bill, cost.NotCoveredStep: w.NotCovered,
		cost.TotalStep: total,
	}[s.Kind]
	percent := s.Percent[0].String()
	if s.Percent[0] != s.Percent[1] {
		percent = phrases.Fill(w.Percents, "low", percent, "high", s.Percent[1].String())
	}
	text = phrases.Fill(text, "percent", percent)
	if s.Code != "" && s.Kind == cost.PriceStep && codes(e, s.Who) > 1 {
		text = phrases.Fill(w.OfCode, "step", text, "code", s.Code)
	}
	if s.Who != "" && billers(e) > 1 {
		text = phrases.UpperFirst(phrases.Fill(w.OfBill, "who", p.Cost.Biller(s.Who), "step", phrases.LowerFirst(text)))
	}
	return text
}

// codes is how many codes a bill of the estimate has.
func codes(e cost.Estimate, who content.Biller) (n int) {
	for _, s := range e.Steps {
		if s.Kind == cost.PriceStep && s.Who == who {
			n++
		}
	}
	return n
}

// billers is how many bills the estimate has.
func billers(e cost.Estimate) int {
	seen := map[content.Biller]bool{}
	for _, s := range e.Steps {
		if s.Kind == cost.PriceStep {
			seen[s.Who] = true
		}
	}
	return len(seen)
}

// Notes are what somebody who tells the estimate should know, a sentence or two
// each: its limits, and who else bills.
func Notes(p *phrases.Phrases, a cost.Answer) []string {
	lines := Limits(p, a)
	if len(a.Others) > 0 {
		lines = append(lines, phrases.Fill(p.Cost.Notes.Others, "who", Billers(p, a.Others)))
	}
	return lines
}

// Limits are what was not added, what has no upper limit, what ends when.
func Limits(p *phrases.Phrases, a cost.Answer) []string {
	var lines []string
	w := p.Cost.Notes
	seen := map[cost.Note]bool{}
	for _, o := range a.Outcomes {
		for _, n := range o.Estimate.Notes {
			if seen[n] {
				continue
			}
			seen[n] = true
			code := n.Code
			if code == "" {
				code = p.Cost.Say.Visit
			}
			lines = append(lines, phrases.Fill(map[cost.NoteKind]string{
				cost.SideForbidden: w.SideForbidden, cost.SideUnruled: w.SideUnruled, cost.SideAssumed: w.SideAssumed,
				cost.FurtherUncertain: w.FurtherUncertain, cost.NoMaximum: w.NoMaximum, cost.MedicareAlone: w.MedicareAlone,
			}[n.Kind], "code", code))
		}
		if !o.Until.IsZero() {
			lines = append(lines, phrases.Fill(w.RuleUntil, "date", p.Printed(o.Until)))
		}
	}
	if !a.MedicareOver.IsZero() {
		lines = append(lines, phrases.Fill(w.MedicareOver, "date", p.Printed(a.MedicareOver)))
	}
	return lines
}

// Sources say where each price comes from and of what day it is, a line a bill.
func Sources(p *phrases.Phrases, c cost.Case, a cost.Answer) []string {
	var lines []string
	for _, who := range a.Included {
		lines = append(lines, phrases.UpperFirst(phrases.Fill(p.Cost.Steps.OfBill, "who", p.Cost.Biller(who), "step", Source(p, c.Prices[who]))))
	}
	return lines
}

// Source says where a price comes from, of what day it is, and until when it
// holds.
func Source(p *phrases.Phrases, price cost.Price) string {
	w := p.Cost.Sources
	if price.From == cost.Typed {
		return w.Typed
	}
	text := w.List
	if price.Source != "" {
		text = phrases.Fill(w.Named, "source", price.Source)
	}
	if !price.Date.IsZero() {
		text = phrases.Fill(w.Dated, "source", text, "date", p.Printed(price.Date))
	}
	if !price.Until.IsZero() {
		text = phrases.Fill(w.Until, "source", text, "date", p.Printed(price.Until))
	}
	return text
}

// Billers are those who send bills, as a list after what says of all that they may:
// "the anesthesia team and the laboratory".
func Billers(p *phrases.Phrases, bills []content.Bill) string {
	names := make([]string, len(bills))
	for i, b := range bills {
		names[i] = p.Cost.Biller(b.Who)
	}
	if n := len(names) - 1; n > 0 {
		return phrases.Fill(p.Cost.Say.And, "first", strings.Join(names[:n], ", "), "last", names[n])
	}
	return strings.Join(names, "")
}

// Said is what staff can say to the patient: about what it would be, that it is
// an estimate and who decides, what is not included, and whom to ask about help.
func Said(p *phrases.Phrases, c cost.Case, procedure *content.Procedure, a cost.Answer) string {
	w := p.Cost.Say
	var says []string
	for _, o := range a.Outcomes {
		says = append(says, share(p, c, procedure, o))
	}
	decides := w.PlanDecides
	switch c.Payer {
	case cost.WithMedicare:
		decides = w.MedicareRules
	case cost.WithNone:
		decides = w.SelfDecides
	}
	says = append(says, decides)
	if len(a.Others) > 0 {
		says = append(says, phrases.Fill(w.Others, "who", Billers(p, a.Others)))
	}
	return strings.Join(append(says, w.Help), " ")
}

// share tells the patient's share of one outcome.
func share(p *phrases.Phrases, c cost.Case, procedure *content.Procedure, o cost.Outcome) string {
	w, total := p.Cost.Say, o.Estimate.Total
	low, high := total.Low.Round(), total.High.Round()
	amount := low
	if low != high {
		amount = phrases.Fill(w.Range, "low", low, "high", high)
	}
	switch o.Kind {
	case cost.StaysScreening:
		return phrases.Fill(w.Screened, "amount", amount)
	case cost.BecomesTreatment:
		return phrases.Fill(w.Treatment, "amount", amount)
	case cost.NotScreening:
		return phrases.Fill(w.Other, "amount", amount)
	}
	what := w.Visit
	if len(procedure.Sides) > 0 {
		what = w.OneSide
		if c.BothSides {
			what = w.BothSides
		}
	}
	if low == high {
		return phrases.Fill(w.Exact, "what", what, "amount", amount)
	}
	return phrases.Fill(w.Between, "what", what, "low", low, "high", high)
}
