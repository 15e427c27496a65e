// Package paper makes the sheets about money: the good-faith estimate, and the
// cost part of a patient's handout. What they say is reckoned in
// [deskleaf/app/cost]; their fixed words are of [deskleaf/content/phrases].
package paper

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/cost/gfe"
	"deskleaf/app/handout"
	"deskleaf/app/sheet"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/phrases"
)

// GoodFaith makes the pages of a good-faith estimate. A form that lacks something
// is a draft and says so on every page.
func GoodFaith(f gfe.Form, c *clinic.Clinic, today civil.Date) (sheet.Sheet, error) {
	if f.Language == "" {
		f.Language = "en"
	}
	p, err := phrases.In(f.Language)
	if err != nil {
		return sheet.Sheet{}, fmt.Errorf("make the good-faith estimate: %w", err)
	}
	if f.Made.IsZero() {
		f.Made = today
	}
	w := &p.GoodFaith
	s := alone(p, c, w.Title, phrases.Fill(w.Foot, "date", p.Printed(today)), today)
	if len(f.Lacks()) > 0 {
		s.Band = w.Draft
	}
	g := goodFaith{form: f, p: p, w: w}
	g.opening()
	g.summary()
	for _, provider := range f.Providers {
		g.provider(provider)
	}
	g.others()
	g.notices()
	data, err := f.Write()
	if err != nil {
		return sheet.Sheet{}, fmt.Errorf("make the good-faith estimate: %w", err)
	}
	s.Attached = sheet.Attachment{Name: gfe.Attached, Type: gfe.AttachedType, Says: w.Title, Data: data}
	s.Parts = []sheet.Part{{Name: "good-faith-estimate", Pages: 2 + len(f.Providers)/2, Blocks: g.blocks}}
	return s, nil
}

// alone is a sheet about money by itself, with the clinic's letterhead.
func alone(p *phrases.Phrases, c *clinic.Clinic, title, foot string, today civil.Date) sheet.Sheet {
	letterhead, _ := handout.Letterhead(c, p)
	letterhead.Running = title
	s := sheet.Sheet{
		Language: p.Language, Title: title, Letterhead: letterhead, Printed: today, Foot: sheet.Foot{Text: foot},
		Words: sheet.Words{Page: p.Page.Number, Continued: p.Page.Continued, CheckBox: p.Page.CheckBox, Blank: p.Page.Blank},
	}
	if c.Facts.Paper == "a4" {
		s.Paper = sheet.A4
	}
	return s
}

// A goodFaith gathers the blocks of one estimate.
type goodFaith struct {
	form   gfe.Form
	p      *phrases.Phrases
	w      *phrases.GoodFaith
	blocks []sheet.Block
}

func (g *goodFaith) add(blocks ...sheet.Block) { g.blocks = append(g.blocks, blocks...) }

// words is text, or a line to write on where there is none.
func (g *goodFaith) words(text string) sheet.Text {
	if strings.TrimSpace(text) == "" {
		return sheet.Text{{Text: g.p.Page.Blank, Blank: 90}}
	}
	return sheet.Plainly(text)
}

// date is a date, or a line to write on.
func (g *goodFaith) date(d civil.Date) string {
	if d.IsZero() {
		return ""
	}
	return g.p.Printed(d)
}

// opening is whose estimate it is, and of what.
func (g *goodFaith) opening() {
	f, w := g.form, g.w
	g.add(sheet.Title{Text: sheet.Plainly(w.Title)}, sheet.Lead{Text: sheet.Plainly(w.Lead)})
	who := sheet.Fact{Label: w.For, Value: strong(g.words(f.Patient.Name)), Wide: 1.2}
	born := g.words(g.date(f.Patient.Born))
	who.Notes = append(who.Notes, split(w.Born, "{date}", born))
	if f.Patient.Number != "" {
		who.Notes = append(who.Notes, sheet.Plainly(phrases.Fill(w.Number, "number", f.Patient.Number)))
	}
	when := sheet.Fact{Label: w.When, Value: strong(sheet.Plainly(w.NoDate)), Notes: []sheet.Text{sheet.Plainly(phrases.Fill(w.Made, "date", g.p.Printed(f.Made)))}}
	if !f.Date.IsZero() {
		when.Value = strong(sheet.Plainly(g.p.Date(f.Date)))
	}
	columns := []sheet.Fact{who, when}
	if reach := present(f.Patient.Phone, f.Patient.Email, f.Patient.Address); len(reach) > 0 {
		fact := sheet.Fact{Label: w.Reach, Value: strong(sheet.Plainly(reach[0]))}
		for _, way := range reach[1:] {
			fact.Notes = append(fact.Notes, sheet.Plainly(way))
		}
		if f.Patient.Prefers != "" {
			fact.Notes = append(fact.Notes, sheet.Plainly(phrases.Fill(w.Prefers, "way", f.Patient.Prefers)))
		}
		columns = append(columns, fact)
	}
	g.add(sheet.Facts{Columns: columns})
	g.add(sheet.Heading{Text: sheet.Plainly(w.Service)}, sheet.Paragraph{Text: g.words(f.Service)})
	if len(f.Diagnoses) > 0 {
		var items []sheet.Text
		for _, d := range f.Diagnoses {
			items = append(items, sheet.Plainly(strings.TrimSpace(d.Code+" "+d.Words)))
		}
		g.add(sheet.Heading{Text: sheet.Plainly(w.Diagnosis)}, sheet.List{Items: items})
	}
}

// summary is the total of each provider and of all.
func (g *goodFaith) summary() {
	table := sheet.Table{
		Caption: g.w.Summary, RowHead: true,
		Head: []sheet.Text{sheet.Plainly(g.w.Provider), sheet.Plainly(g.w.Expected)},
	}
	for _, p := range g.form.Providers {
		table.Rows = append(table.Rows, []sheet.Text{g.words(p.Name), sheet.Plainly(p.Total().String())})
	}
	table.Rows = append(table.Rows, []sheet.Text{sheet.Strong(g.w.Total), sheet.Strong(g.form.Total().String())})
	g.add(sheet.Heading{Text: sheet.Plainly(g.w.Summary)}, table)
}

// provider is one provider with its charges.
func (g *goodFaith) provider(p gfe.Provider) {
	kind := g.p.Cost.Biller(content.Biller(p.Kind))
	if kind == "" {
		kind = p.Kind
	}
	name := sheet.Fact{Label: phrases.UpperFirst(kind), Value: strong(g.words(p.Name)), Wide: 2}
	if name.Label == "" {
		name.Label = g.w.Provider
	}
	place := strings.Join(present(p.Place, p.State), ", ")
	if strings.Contains(" "+p.Place+" ", " "+p.State+" ") {
		place = p.Place
	}
	name.Notes = append(name.Notes, g.words(place))
	if p.Phone != "" {
		name.Notes = append(name.Notes, sheet.Plainly(p.Phone))
	}
	g.add(sheet.Heading{Text: g.words(p.Name)},
		sheet.Facts{Columns: []sheet.Fact{name, {Label: g.w.NPI, Value: strong(g.words(p.NPI))}, {Label: g.w.TIN, Value: strong(g.words(p.TIN))}}},
		g.charges(p),
		sheet.Paragraph{Text: sheet.Strong(phrases.Fill(g.w.Subtotal, "name", p.Name, "amount", p.Total().String()))})
}

// charges is the table of a provider's charges. Columns that no line needs are
// left out.
func (g *goodFaith) charges(p gfe.Provider) sheet.Table {
	dated := slices.ContainsFunc(p.Charges, func(l gfe.Line) bool { return !l.Date.IsZero() && l.Date != g.form.Date })
	diagnosed := slices.ContainsFunc(p.Charges, func(l gfe.Line) bool { return l.Diagnosis != "" })
	table := sheet.Table{Caption: phrases.Fill(g.w.Subtotal, "name", p.Name, "amount", p.Total().String())}
	row := func(cells ...sheet.Text) []sheet.Text {
		kept := []sheet.Text{cells[0]}
		if dated {
			kept = append(kept, cells[1])
		}
		if diagnosed {
			kept = append(kept, cells[2])
		}
		return append(kept, cells[3:]...)
	}
	w := g.w
	table.Head = row(sheet.Plainly(w.Item), sheet.Plainly(w.Date), sheet.Plainly(w.Diagnosis), sheet.Plainly(w.Code), sheet.Plainly(w.Quantity), sheet.Plainly(w.Expected))
	for _, l := range p.Charges {
		charge := ""
		if l.Charge != nil {
			charge = l.Charge.String()
		}
		date := l.Date
		if date.IsZero() {
			date = g.form.Date
		}
		table.Rows = append(table.Rows, row(g.words(l.Service), sheet.Plainly(dash(g.date(date))), sheet.Plainly(dash(l.Diagnosis)), g.words(strings.ToUpper(l.Code)),
			sheet.Plainly(strconv.Itoa(max(l.Quantity, 1))), g.words(charge)))
	}
	return table
}

// others are who else bills, and what must be scheduled separately.
func (g *goodFaith) others() {
	f, w := g.form, g.w
	if len(f.Others) > 0 {
		var items []sheet.Text
		for _, o := range f.Others {
			name := o.Name
			if o.For != "" {
				name = phrases.Fill(w.OtherFor, "name", o.Name, "what", o.For)
			}
			items = append(items, sheet.Plainly(name))
		}
		g.add(sheet.Heading{Text: sheet.Plainly(w.Others)}, sheet.Paragraph{Text: sheet.Plainly(w.OthersNote)}, sheet.List{Items: items})
	}
	items := []sheet.Text{sheet.Plainly(w.SeparateNone)}
	for i, s := range f.Separate {
		if i == 0 {
			items = nil
		}
		what := s.Service
		if s.When != "" {
			what = phrases.Fill(w.SeparateItem, "service", s.Service, "when", s.When)
		}
		items = append(items, sheet.Plainly(what))
	}
	g.add(sheet.Heading{Text: sheet.Plainly(w.Separate)}, sheet.Paragraph{Text: sheet.Plainly(w.SeparateNote)}, sheet.List{Items: items})
}

// notices are what the rule wants every estimate to say, and lines to sign on.
func (g *goodFaith) notices() {
	w := g.w
	list := func(lines []string) sheet.List {
		var items []sheet.Text
		for _, l := range lines {
			items = append(items, sheet.Plainly(l))
		}
		return sheet.List{Items: items}
	}
	g.add(
		sheet.Heading{Text: sheet.Plainly(w.Notices)}, list(w.Notice),
		sheet.Heading{Text: sheet.Plainly(w.Dispute)}, list(w.Disputes),
		sheet.Paragraph{Text: sheet.Plainly(w.Codes + " " + w.Signed), Small: true},
		sheet.Signature{Labels: []string{w.Patient, w.Day}},
		sheet.Signature{Labels: []string{w.Clinic, w.Day}},
	)
}

// strong makes every word of a text strong.
func strong(t sheet.Text) sheet.Text {
	made := slices.Clone(t)
	for i := range made {
		made[i].Bold = made[i].Blank == 0
	}
	return made
}

// split puts a text in the place of a phrase.
func split(phrase, place string, t sheet.Text) sheet.Text {
	before, after, _ := strings.Cut(phrase, place)
	return slices.Concat(sheet.Plainly(before), t, sheet.Plainly(after))
}

// dash stands in a cell that has nothing to say, where an empty one would be a
// line to write on.
func dash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

// present are the texts that are there.
func present(texts ...string) []string {
	return slices.DeleteFunc(texts, func(t string) bool { return strings.TrimSpace(t) == "" })
}
