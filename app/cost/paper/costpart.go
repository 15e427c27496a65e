package paper

import (
	"slices"
	"strconv"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/cost"
	"deskleaf/app/cost/tell"
	"deskleaf/app/sheet"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/phrases"
)

// A Money is everything that the page about money is made of.
type Money struct {
	Procedure *content.Procedure
	Case      cost.Case   // with its prices
	Answer    cost.Answer // without outcomes where there is no estimate
	Approval  cost.Approval
	Help      string // what the clinic says to those who have trouble paying; "" for nothing
	Includes  string // what its self-pay price includes; "" for nothing
}

// costName is the name of the page's part.
const costName = "cost"

// CostPart makes the page about money, which goes with a patient's handout: three
// questions as headings, the picture, the steps, codes with their notice, and
// questions for the plan with lines for the answers.
func CostPart(p *phrases.Phrases, m Money) sheet.Part {
	c := costPart{p: p, w: &p.CostSheet, m: m}
	c.add(sheet.Title{Text: sheet.Plainly(c.w.Title)}, sheet.Lead{Text: sheet.Plainly(c.w.Lead)})
	c.howMuch()
	c.included()
	c.trouble()
	c.questions()
	return sheet.Part{Name: costName, Pages: 2, Blocks: c.blocks}
}

// CostSheet is the page about money by itself. Short is what the procedure is
// called in a foot.
func CostSheet(p *phrases.Phrases, m Money, c *clinic.Clinic, short string, today civil.Date) sheet.Sheet {
	s := alone(p, c, p.CostSheet.Title, phrases.Fill(p.CostSheet.Foot, "short", short, "date", p.Printed(today)), today)
	s.Parts = []sheet.Part{CostPart(p, m)}
	return s
}

// A costPart gathers the blocks of the page.
type costPart struct {
	p      *phrases.Phrases
	w      *phrases.CostSheet
	m      Money
	blocks []sheet.Block
}

func (c *costPart) add(blocks ...sheet.Block) { c.blocks = append(c.blocks, blocks...) }

func (c *costPart) heading(words string) { c.add(sheet.Heading{Text: sheet.Plainly(words)}) }

// howMuch is the patient's share in words, as a picture, and step by step.
func (c *costPart) howMuch() {
	c.heading(c.w.HowMuch)
	if len(c.m.Answer.Outcomes) == 0 {
		c.add(sheet.Paragraph{Text: sheet.Plainly(c.w.NoPrice)})
	}
	for _, o := range c.m.Answer.Outcomes {
		c.add(sheet.Paragraph{Text: sheet.Strong(c.share(o))})
	}
	c.picture()
	c.steps()
	for _, note := range slices.Concat(tell.Sources(c.p, c.m.Case, c.m.Answer), tell.Limits(c.p, c.m.Answer)) {
		c.add(sheet.Paragraph{Text: sheet.Plainly(note), Small: true})
	}
}

// share is what the patient pays in one outcome.
func (c *costPart) share(o cost.Outcome) string {
	low, high := o.Estimate.Total.Low.Round(), o.Estimate.Total.High.Round()
	amount := low
	if low != high {
		amount = phrases.Fill(c.p.Cost.Say.Range, "low", low, "high", high)
	}
	switch {
	case o.Kind == cost.StaysScreening:
		return phrases.Fill(c.w.Screened, "amount", amount)
	case o.Kind == cost.BecomesTreatment:
		return phrases.Fill(c.w.Treated, "amount", amount)
	case o.Kind == cost.NotScreening:
		return phrases.Fill(c.w.Other, "amount", amount)
	case low == high:
		return phrases.Fill(c.w.Exact, "amount", amount)
	}
	return phrases.Fill(c.w.Between, "low", low, "high", high)
}

// picture sets the price beside others and the share.
func (c *costPart) picture() {
	drawn := tell.Draw(c.p, c.m.Case, c.m.Procedure, c.m.Answer, tell.Patient)
	kinds := map[tell.BarKind]sheet.ScaleKind{tell.ReferenceBar: sheet.ScaleDashed, tell.PostedBar: sheet.ScaleSpread}
	part := func(amount cost.Cents) float64 { return float64(amount) / float64(drawn.Most) }
	scale := sheet.Scale{From: cost.Cents(0).Round(), To: drawn.Most.Round()}
	for _, b := range drawn.Bars {
		row := sheet.ScaleRow{
			Kind: kinds[b.Kind], Label: sheet.Plainly(b.Label), Says: sheet.Plainly(b.Says), Low: part(b.Low), High: part(b.High),
			First: part(b.Quarters[0]), Third: part(b.Quarters[1]), Middle: part(b.Middle),
		}
		if b.Kind == tell.ShareBar {
			row.Label, row.Says = strong(row.Label), strong(row.Says)
		}
		scale.Rows = append(scale.Rows, row)
	}
	if len(scale.Rows) == 0 {
		return
	}
	c.add(scale)
	if len(drawn.Notes) > 0 {
		c.add(sheet.Paragraph{Text: sheet.Plainly(strings.Join(drawn.Notes, " ")), Small: true})
	}
}

// steps are the table that leads to the share; one of amounts where low and high
// never differ.
func (c *costPart) steps() {
	rows := tell.Rows(c.p, c.m.Answer, tell.Patient)
	if len(rows) == 0 {
		return
	}
	two := slices.ContainsFunc(rows, func(r tell.Row) bool { return r.Amount.Low != r.Amount.High })
	table := sheet.Table{Caption: c.w.Steps, Head: []sheet.Text{sheet.Plainly(c.w.Steps), sheet.Plainly(c.w.Amount)}}
	if two {
		table.Head = []sheet.Text{table.Head[0], sheet.Plainly(c.w.Low), sheet.Plainly(c.w.High)}
	}
	for _, r := range rows {
		words, amounts := sheet.Plainly(r.Words), []sheet.Text{sheet.Plainly(r.Amount.High.String())}
		if two {
			amounts = append([]sheet.Text{sheet.Plainly(r.Amount.Low.String())}, amounts...)
		}
		if r.Heading {
			words = strong(words)
			for i := range amounts {
				amounts[i] = sheet.Plainly(dash(""))
			}
		}
		if r.Total {
			words = strong(words)
			for i := range amounts {
				amounts[i] = strong(amounts[i])
			}
		}
		table.Rows = append(table.Rows, append([]sheet.Text{words}, amounts...))
	}
	c.add(table)
}

// included says whose bills are counted, who else may bill, and the codes.
func (c *costPart) included() {
	c.heading(c.w.Included)
	var items []sheet.Text
	where := c.p.Cost.Setting(c.m.Answer.Setting)
	for _, who := range c.m.Answer.Included {
		items = append(items, sheet.Plainly(phrases.Fill(c.w.From, "who", c.p.Cost.Biller(who), "where", where)))
	}
	if len(items) == 0 {
		items = append(items, sheet.Plainly(c.w.Nothing))
	}
	if text := strings.TrimSpace(c.m.Includes); text != "" && c.m.Case.Payer == cost.WithNone {
		items = append(items, sheet.Plainly(text))
	}
	if others := c.m.Answer.Others; len(others) > 0 {
		items = append(items, sheet.Plainly(phrases.Fill(c.w.Others, "who", tell.Billers(c.p, others))))
	}
	if codes := c.codes(); codes != "" {
		items = append(items, sheet.Plainly(phrases.Fill(c.w.Codes, "codes", codes)+" "+c.w.Notice))
	}
	c.add(sheet.List{Items: items})
}

// codes are those of the bills in this setting that can be trusted.
func (c *costPart) codes() string {
	var codes []string
	for _, b := range c.m.Case.Bills(c.m.Procedure) {
		number := c.m.Case.Code(c.m.Procedure, b)
		code, known := c.m.Procedure.Code(number)
		if number != "" && !slices.Contains(codes, number) && (!known || code.Status == content.CodeCurrent) {
			codes = append(codes, number)
		}
	}
	return strings.Join(codes, ", ")
}

// trouble is what the clinic says to those who have trouble paying.
func (c *costPart) trouble() {
	c.heading(c.w.Trouble)
	items := []sheet.Text{sheet.Plainly(c.w.Ask)}
	if len(c.m.Answer.Outcomes) > 0 && c.m.Case.Payer == cost.WithNone && c.m.Case.Offer.Months > 1 {
		each, last := c.m.Case.Offer.Monthly(c.m.Answer.Total().High)
		items = append(items, sheet.Plainly(phrases.Fill(c.w.Months, "n", strconv.Itoa(c.m.Case.Offer.Months), "each", each.String(), "last", last.String())))
	}
	for line := range strings.Lines(c.m.Help) {
		if line = strings.TrimSpace(line); line != "" {
			items = append(items, sheet.Plainly(line))
		}
	}
	c.add(sheet.List{Items: items})
}

// questions are for the patient's plan, each with a line for the answer, and what
// is known of its approval. A patient without a plan has none to ask.
func (c *costPart) questions() {
	if c.m.Case.Payer == cost.WithNone {
		return
	}
	c.heading(c.w.Plan)
	state := map[cost.ApprovalState]string{
		cost.ApprovalNeeded: c.w.Needed, cost.ApprovalNotNeeded: c.w.NotNeeded, cost.ApprovalUnknown: c.w.Unknown,
	}[c.m.Approval.State]
	says := []string{phrases.Fill(c.w.Approval, "state", state)}
	for _, said := range []struct{ phrase, name, text string }{
		{c.w.Asked, "who", c.m.Approval.Who}, {c.w.AskedOn, "when", c.m.Approval.When}, {c.w.Number, "number", c.m.Approval.Number},
	} {
		if text := strings.TrimSpace(said.text); text != "" {
			says = append(says, phrases.Fill(said.phrase, said.name, text))
		}
	}
	c.add(sheet.Paragraph{Text: sheet.Plainly(strings.Join(says, " "))})
	for _, q := range c.w.Questions {
		c.add(sheet.Lines{Label: sheet.Plainly(q), Count: 1})
	}
}
