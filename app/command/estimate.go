package command

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"deskleaf/app/cost"
	"deskleaf/app/cost/paper"
	"deskleaf/app/cost/tell"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/library"
	"deskleaf/content/phrases"
)

func (p *Program) estimate(args []string) error {
	q := quote{cost: cost.Case{Day: p.Today}}
	words, err := parse("estimate", args, q.flags, 1, 1)
	if err != nil {
		return err
	}
	switch {
	case q.copay != nil:
		q.cost.Copay = &cost.Copay{Amount: *q.copay, Rule: q.rule}
	case q.rule != "":
		return misuse("--copay-rule needs a copay", "add --copay with its amount")
	}
	said, err := phrases.In(q.language)
	if err != nil {
		return misuse(err.Error(), "")
	}
	lib, err := p.library(q.clinic)
	if err != nil {
		return err
	}
	book, err := p.find(lib, words[0])
	if err != nil {
		return err
	}
	procedure := &book.Procedure
	if err := q.fit(procedure); err != nil {
		return err
	}
	if err := p.fillPrices(&q, procedure); err != nil {
		return err
	}
	answer, err := q.cost.Answer(procedure)
	if err != nil {
		return refused(err)
	}
	if q.out != "" {
		return p.writeCostSheet(q, book, answer, said)
	}
	if q.asJSON {
		return writeEstimate(p, said, q.cost, answer)
	}
	return p.printEstimate(said, q.cost, procedure, answer)
}

// writeCostSheet writes the page about money that a patient takes home.
func (p *Program) writeCostSheet(q quote, book *library.Book, a cost.Answer, said *phrases.Phrases) error {
	way, err := wayOut(q.out)
	if err != nil {
		return err
	}
	w, err := wordsIn(book, q.language)
	if err != nil {
		return err
	}
	c := p.clinic(q.clinic)
	v := visit.Visit{Procedure: book.Procedure.ID}
	answer := func(blank string) string {
		text, _, _ := c.Answer(library.Blanks()[blank], &v, q.language)
		return text
	}
	s := paper.CostSheet(said, paper.Money{
		Procedure: &book.Procedure, Case: q.cost, Answer: a, Help: answer("financial-help"), Includes: answer("price-includes"),
	}, c, content.Plain(w.Short), p.Today)
	return p.writeSheet(q.out, way, s)
}

// fillPrices takes from the clinic's price list what was not given. A list that
// cannot be read is said, and does not stop an estimate from prices that were.
func (p *Program) fillPrices(q *quote, procedure *content.Procedure) error {
	list, err := p.priceList(q.clinic)
	if err != nil {
		p.warn("the clinic's price list cannot be used: "+err.Error(), hintOf(err))
		return nil
	}
	if q.insurer != "" && !slices.ContainsFunc(list.Payers(q.cost.Day), func(name string) bool { return strings.EqualFold(name, q.insurer) }) {
		p.warn(fmt.Sprintf("the clinic's price list does not name the insurer %q", q.insurer), "")
	}
	q.cost, _ = list.Fill(q.cost, procedure, q.insurer, q.plan)
	return nil
}

// fit holds what was asked against the procedure: its sides, settings, codes.
func (q *quote) fit(p *content.Procedure) error {
	if q.cost.BothSides && !slices.Contains(p.Sides, content.Both) {
		return misuse(p.ID+" is not done on both sides", "leave --sides out")
	}
	if settings := cost.Settings(p); q.cost.Setting != "" && len(settings) > 0 && !slices.Contains(settings, q.cost.Setting) {
		return misuse(fmt.Sprintf("%s is not billed in the setting %q", p.ID, q.cost.Setting), "its settings are "+join(settings))
	}
	if q.cost.Preventive && p.Preventive == content.NotPreventive {
		return misuse(p.ID+" is not preventive care", "leave --preventive out")
	}
	bills := q.cost.Bills(p)
	if price, ok := q.cost.Prices[""]; ok {
		if _, twice := q.cost.Prices[bills[0].Who]; twice {
			return misuse("there are two prices for the "+string(bills[0].Who), "give one of them")
		}
		q.cost.Prices[bills[0].Who] = price
		delete(q.cost.Prices, "")
	}
	for who := range q.cost.Prices {
		if !slices.ContainsFunc(bills, func(b content.Bill) bool { return b.Who == who }) {
			return misuse(fmt.Sprintf("the %s sends no bill for %s in the setting %q", who, p.ID, q.cost.In(p)), "leave that price out, or choose another --setting")
		}
	}
	if q.code == "" {
		return nil
	}
	q.cost.Codes = map[content.Biller]string{}
	for _, b := range bills {
		if slices.Contains(b.Codes, strings.ToUpper(q.code)) {
			q.cost.Codes[b.Who] = strings.ToUpper(q.code)
			return nil
		}
	}
	return misuse(fmt.Sprintf("no bill of %s in the setting %q has the code %q", p.ID, q.cost.In(p), q.code), "`deskleaf show "+p.ID+" --section codes` lists its codes")
}

func join[T ~string](list []T) string {
	words := make([]string, len(list))
	for i, one := range list {
		words[i] = string(one)
	}
	return strings.Join(words, ", ")
}

// refused says why nothing can be reckoned, and what to do.
func refused(err error) error {
	var r *cost.Refusal
	if errors.As(err, &r) {
		return failure("there is no estimate: "+r.Error(), r.Hint())
	}
	return err
}

// printEstimate prints the table, the notes, and what staff can say.
func (p *Program) printEstimate(said *phrases.Phrases, c cost.Case, procedure *content.Procedure, a cost.Answer) error {
	rows := tell.Rows(said, a, tell.Staff)
	wide := 0
	for _, r := range rows {
		wide = max(wide, utf8.RuneCountInString(r.Words))
	}
	var b strings.Builder
	for _, r := range rows {
		if r.Heading {
			fmt.Fprintf(&b, "%s\n", r.Words)
			continue
		}
		fmt.Fprintf(&b, "%s%s  %14s  %14s\n", r.Words, strings.Repeat(" ", wide-utf8.RuneCountInString(r.Words)), r.Amount.Low, r.Amount.High)
	}
	if each, last := c.Offer.Monthly(a.Total().High); c.Payer == cost.WithNone && c.Offer.Months > 1 {
		fmt.Fprintf(&b, "\n%d monthly payments of %s, the last of %s, for the high end\n", c.Offer.Months, each, last)
	}
	notes := append(tell.Sources(said, c, a), tell.Notes(said, a)...)
	for i, n := range notes {
		if i == 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "- %s\n", n)
	}
	fmt.Fprintf(&b, "\n%s\n", tell.Said(said, c, procedure, a))
	_, err := p.Out.Write([]byte(b.String()))
	return err
}

// estimated is an estimate as --json prints it. Amounts are whole cents.
type estimated struct {
	Low      int64        `json:"low_cents"`
	High     int64        `json:"high_cents"`
	Setting  string       `json:"setting,omitempty"`
	Steps    []stepRow    `json:"steps"`              // where preventive care can end in two ways, those of the second
	Outcomes []outcomeRow `json:"outcomes,omitempty"` // both ways
	Sources  []string     `json:"sources"`            // where the prices come from
	Notes    []string     `json:"notes"`
	Others   []string     `json:"not_included"` // who else may bill
}

type outcomeRow struct {
	Outcome string    `json:"outcome"`
	Low     int64     `json:"low_cents"`
	High    int64     `json:"high_cents"`
	Steps   []stepRow `json:"steps"`
}

type stepRow struct {
	Kind  string `json:"kind"`
	Words string `json:"words"`
	Who   string `json:"who,omitempty"`
	Code  string `json:"code,omitempty"`
	Low   int64  `json:"low_cents"`
	High  int64  `json:"high_cents"`
}

func writeEstimate(p *Program, said *phrases.Phrases, c cost.Case, a cost.Answer) error {
	total := a.Total()
	out := estimated{
		Low: int64(total.Low), High: int64(total.High), Setting: string(a.Setting),
		Sources: append([]string{}, tell.Sources(said, c, a)...), Notes: append([]string{}, tell.Notes(said, a)...), Others: []string{},
	}
	for _, b := range a.Others {
		out.Others = append(out.Others, string(b.Who))
	}
	for _, o := range a.Outcomes {
		out.Steps = nil
		for _, s := range o.Estimate.Steps {
			out.Steps = append(out.Steps, stepRow{
				string(s.Kind), tell.Step(said, o.Estimate, s, tell.Staff), string(s.Who), s.Code, int64(s.Amount.Low), int64(s.Amount.High),
			})
		}
		if o.Kind != "" {
			share := o.Estimate.Total
			out.Outcomes = append(out.Outcomes, outcomeRow{string(o.Kind), int64(share.Low), int64(share.High), out.Steps})
		}
	}
	return writeJSON(p, out)
}
