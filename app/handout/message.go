package handout

import (
	"strings"

	"deskleaf/app/sheet"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/phrases"
)

// messageBoxes are the boxes that a message tells: those that say when to call.
var messageBoxes = []content.Box{content.BoxBefore, content.BoxHours, content.BoxCall, content.BoxEmergency}

// messageOf is the handout as plain text to paste into a portal: the visit, the
// dated steps, when to call, both phones. It never holds the patient's name.
// Its errors are those of [Compose].
func messageOf(in Input) (string, error) {
	in.Visit = in.Visit.Clone()
	in.Visit.Name = ""
	c, err := newComposer(in)
	if err == nil {
		err = c.refusal(in)
	}
	if err != nil {
		return "", err
	}
	var m message
	if c.visit.Practice {
		m.line(c.phrases.Page.Practice)
	}
	m.visit(c)
	for _, part := range c.parts {
		m.part(c, part)
	}
	m.line("")
	for _, p := range c.letterhead().Phones {
		m.line(phrases.Fill(c.phrases.Message.Phone, "label", p.Label, "number", p.Number))
	}
	if len(c.missing) > 0 {
		return "", c.missingWords()
	}
	return strings.TrimSpace(m.text.String()) + "\n", nil
}

// A message gathers lines.
type message struct{ text strings.Builder }

// line writes one line; its spaces become plain ones, which every portal takes.
func (m *message) line(s string) {
	m.text.WriteString(strings.ReplaceAll(s, "\u00a0", " "))
	m.text.WriteByte('\n')
}

// visit writes what the handout's box says.
func (m *message) visit(c *composer) {
	short := content.Plain(c.words.Short)
	if c.visit.Date.IsZero() {
		m.line(phrases.Fill(c.phrases.Message.NoVisit, "short", short))
	} else {
		m.line(phrases.Fill(c.phrases.Message.Visit, "short", short, "date", c.phrases.Date(c.visit.Date)))
	}
	for _, f := range c.visitBox().Columns {
		words := make([]string, 0, 1+len(f.Notes))
		if f.Label != c.phrases.Visit.YourVisit {
			words = append(words, f.Label+": "+plain(f.Value))
		}
		for _, n := range f.Notes {
			words = append(words, plain(n))
		}
		m.line(strings.Join(words, ". "))
	}
	if band := c.band(); band != "" {
		m.line(band)
	}
	if c.visit.Wants(visit.NoteExtra) && strings.TrimSpace(c.visit.Note) != "" {
		m.line("")
		m.line(c.phrases.Extras.Note)
		m.line(strings.TrimSpace(c.visit.Note))
	}
}

// part writes the steps of one part by their times, and its boxes.
func (m *message) part(c *composer, part content.Part) {
	m.line("")
	m.line(plain(c.text(c.words.Handout[part].Title)))
	chosen := c.choose(part)
	for _, g := range c.groups(part, chosen.steps) {
		head := plain(g.When)
		if len(g.Note) > 0 {
			head += " (" + plain(g.Note) + ")"
		}
		m.line("")
		m.line(head)
		m.items(stepTexts(g))
	}
	for _, box := range messageBoxes {
		card := c.card(box, chosen.signs)
		if box.Part() != part || len(card.Items) == 0 {
			continue
		}
		m.line("")
		m.line(plain(card.Title))
		if len(card.Note) > 0 {
			m.line(plain(card.Note))
		}
		m.items(card.Items)
	}
}

func stepTexts(g sheet.Group) []sheet.Text {
	texts := make([]sheet.Text, len(g.Steps))
	for i, s := range g.Steps {
		texts[i] = s.Text
	}
	return texts
}

func (m *message) items(texts []sheet.Text) {
	for _, t := range texts {
		m.line("- " + plain(t))
	}
}
