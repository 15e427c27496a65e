package handout

import (
	"slices"
	"strconv"

	"deskleaf/app/sheet"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/phrases"
)

// staffLanguage is what staff's pages are in.
const staffLanguage = "en"

// staffParts are the pages for staff that were asked for: the copy for the chart,
// and the patient's pages in English where those are in another language.
func (c *composer) staffParts(in Input) ([]sheet.Part, error) {
	var parts []sheet.Part
	if c.numbers != nil {
		twin, err := c.twin(in)
		if err != nil {
			return nil, err
		}
		parts = twin
	}
	if c.visit.Wants(visit.StaffExtra) {
		staff, err := c.forStaff(in)
		if err != nil {
			return nil, err
		}
		parts = append(parts, staff.copyForChart(c))
	}
	return parts, nil
}

// forStaff is a composer of the same visit in staff's language.
func (c *composer) forStaff(in Input) (*composer, error) {
	if in.Staff != nil {
		in.Words = in.Staff
	}
	return newComposer(in)
}

// twin are the same pages in staff's language: the same steps by the same
// numbers, so that staff can talk about a page that they cannot read.
func (c *composer) twin(in Input) ([]sheet.Part, error) {
	staff, err := c.forStaff(in)
	if err != nil {
		return nil, err
	}
	staff.visit.Extras, staff.original = nil, c
	var parts []sheet.Part
	for _, part := range staff.parts {
		p := staff.part(part)
		says := phrases.Fill(staff.phrases.Staff.Twin, "language", staff.phrases.Name(c.language))
		lead := sheet.Block(sheet.Lead{Text: sheet.Strong(says)})
		if _, is := p.Blocks[1].(sheet.Lead); is {
			p.Blocks[1] = lead // in its place, so that the twin takes no more room
		} else {
			p.Blocks = slices.Insert(p.Blocks, 1, lead)
		}
		p.Name, p.Lang = "twin-"+p.Name, staff.language
		parts = append(parts, p)
	}
	c.missing = append(c.missing, staff.missing...)
	return parts, nil
}

// copyForChart is the page for the chart: what was given of whose visit, what is to be
// ticked, and the codes. of is the handout that it is a copy of.
func (c *composer) copyForChart(of *composer) sheet.Part {
	p := &c.phrases.Staff
	sheetWords := phrases.Fill(p.Sheet, "language", c.phrases.Name(of.language), "version", strconv.Itoa(c.procedure.Version), "code", of.code)
	blocks := []sheet.Block{
		sheet.Title{Text: sheet.Plainly(phrases.Fill(p.Title, "short", content.Plain(c.words.Short)))},
		sheet.Lead{Text: sheet.Plainly(p.Keep)},
		c.visitBox(),
	}
	if chosen := c.chosenOptions(); len(chosen) > 0 {
		blocks = append(blocks, sheet.Paragraph{Text: sheet.Plainly(semicolons(chosen...)), Small: true})
	}
	signed := []string{p.By, p.Initials, p.When}
	if c.visit.Name == "" {
		signed = append([]string{p.Patient}, signed...)
	}
	blocks = append(blocks,
		sheet.Heading{Text: sheet.Plainly(p.Given)},
		sheet.Timeline{Groups: []sheet.Group{{When: sheet.Strong(p.Done), Steps: []sheet.Step{
			{Icon: "sheet", Text: sheet.Plainly(sheetWords)},
			{Icon: "translate", Text: sheet.Text{{Text: p.Interpreter + " "}, c.lineRun(2 * factLine)}},
			{Text: sheet.Plainly(p.Declined)},
			{Icon: "tell", Text: sheet.Plainly(p.TeachBack)},
		}}}},
		sheet.Signature{Labels: signed},
	)
	if table, ok := c.codeTable(); ok {
		blocks = append(blocks, sheet.Heading{Text: sheet.Plainly(p.Codes)}, table, sheet.Paragraph{Text: sheet.Plainly(p.CodeNotice), Small: true})
	}
	return sheet.Part{Name: "staff", Lang: c.language, Blocks: blocks}
}

// chosenOptions are what was chosen for this visit: "What the shot is for: Test".
func (c *composer) chosenOptions() []string {
	var chosen []string
	for _, o := range c.procedure.Options {
		if choice := c.visit.Choice(o); choice != "" {
			words := c.words.Options[o.ID]
			chosen = append(chosen, content.Plain(words.Name)+": "+content.Plain(words.Choices[choice].Name))
		}
	}
	return chosen
}

// codeTable are the codes of the procedure that hold, with what they are for in
// our own words.
func (c *composer) codeTable() (sheet.Table, bool) {
	p := &c.phrases.Staff
	table := sheet.Table{Caption: p.Codes, RowHead: true, Head: []sheet.Text{sheet.Plainly(p.Code), sheet.Plainly(p.CodeFor)}}
	for _, code := range c.procedure.Codes {
		if code.Status == content.CodeCurrent {
			table.Rows = append(table.Rows, []sheet.Text{sheet.Plainly(code.System + " " + code.Number), c.text(c.words.Codes[code.Number])})
		}
	}
	return table, len(table.Rows) > 0
}
