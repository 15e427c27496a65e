package fresh

import (
	"regexp"
	"strings"

	"deskleaf/app/document"
	"deskleaf/content"
	"deskleaf/content/change"
)

// A Report says what became of a document's texts.
type Report struct {
	Headings []Went // those that led somewhere, in their order
	Steps    int
	Signs    int // lines of boxes
	Lines    int // lines of sections, and the summary
	Asked    int // questions
	Left     int // texts that have no place
}

// Went says where the texts under a heading went.
type Went struct {
	Heading string
	Where   Where
}

// Import is a procedure made of a document: what stands under a heading that says
// where it belongs goes there, text by text. All that has no place stands in the words'
// [content.Imported], with every text of the document, so that none prints before it
// was written anew. Own says that the document is the clinic's own.
//
// Every text of the document's blocks is in a step, a box, a section, the summary or a
// question, or has no place; a heading may be in the report alone. Codes are taken as
// unverified, with words of our own and not the document's: nobody has looked them up.
func Import(d document.Document, p Procedure, own bool) (change.Edition, Report) {
	m := &maker{name: p.Name + " " + d.Title, title: titleOf(d), kept: map[string]bool{}}
	e := Empty(p)
	m.words, m.facts = e.Words[p.Language], e.Facts
	m.words.Steps, m.words.Signs = map[string]content.StepWords{}, map[string]string{}
	m.words.Imported = &content.Imported{From: d.Name, Own: own}
	if m.words.Imported.From == "" {
		m.words.Imported.From = d.Title
	}
	if m.words.Imported.From == "" {
		m.words.Imported.From = p.Name
	}
	for _, c := range d.Codes {
		m.words.Imported.Codes = append(m.words.Imported.Codes, c.System+" "+c.Number+": "+c.Near)
		if !content.IsCode(c.Number) {
			continue // of a diagnosis, or longer than any that is billed
		}
		m.facts.Codes = append(m.facts.Codes, content.Code{System: c.System, Number: c.Number, Status: content.CodeUnverified, Sources: []string{source}})
	}
	for i, b := range d.Blocks {
		next := document.Block{Kind: document.Heading}
		if i+1 < len(d.Blocks) {
			next = d.Blocks[i+1]
		}
		m.block(b, next)
	}
	m.endStep()
	m.endQuestion()
	m.close(0)
	e.Facts, e.Words[p.Language] = m.facts, m.words
	for language, w := range e.Words {
		for _, c := range m.facts.Codes {
			if w.Codes == nil {
				w.Codes = map[string]string{}
			}
			w.Codes[c.Number] = unverified[language]
		}
		e.Words[language] = w
	}
	m.report.Left = len(m.words.Imported.Left)
	return e, m.report
}

// A maker places one text after another.
type maker struct {
	name   string // of the procedure, to be passed over in headings
	title  string // the heading that only says what the document is about
	facts  content.Procedure
	words  content.Words
	report Report

	under  []heading         // the headings that are open, from the top
	asked  *content.Question // the question whose answer is being read
	listed *listed           // the step whose list is being read
	kept   map[string]bool   // the texts of Imported
}

// listed is a step that a list of few words belongs to: "Bring with you", and what.
type listed struct {
	at    heading
	text  string
	items []string
	level int // of the item that it is; 0 for a line before the list
}

// A heading is one that is open.
type heading struct {
	level int
	text  string
	where Where
	when  *content.Timing // of the steps under it
	label string          // what it says of what is under it, where it leads nowhere by itself
	title bool            // it only says what the document is about
	alone bool            // it has no place, and nothing under it was listed with it
}

// lineLevel is the level of a line that is a heading by what it says alone: below all.
const lineLevel = 9

// titleOf is the heading that is a document's title: its first, if it says where
// nothing belongs, or if others do.
func titleOf(d document.Document) string {
	headings := 0
	first := document.Block{}
	for _, b := range d.Blocks {
		if b.Kind == document.Heading {
			if headings++; headings == 1 {
				first = b
			}
		}
	}
	if first.Text == "" || first.Text != d.Title {
		return ""
	}
	if _, _, leads := lead(first.Text, Nowhere); leads && (headings == 1 || first.Level > 1 && Name(d) == "") {
		return ""
	}
	return unmarked(first.Text)
}

// block places a block. next is the one after it.
func (m *maker) block(b, next document.Block) {
	text := unmarked(b.Text)
	if b.Kind == document.Paragraph && next.Kind != document.Heading && len(strings.Fields(text)) <= 8 && !strings.ContainsAny(text, ".!,;|") && !isForStaff(text) {
		if _, _, leads := lead(text, m.at().where); leads || strings.HasSuffix(text, "?") {
			b.Kind, b.Level = document.Heading, lineLevel
		}
	}
	if b.Kind == document.Heading {
		m.endStep()
		m.heading(b.Level, text)
		return
	}
	at := m.at()
	switch {
	case text == "":
	case m.asked != nil && b.Kind != document.Row:
		m.asked.Answer = strings.TrimSpace(m.asked.Answer + " " + text)
	case m.listed.takes(b):
		m.listed.items = append(m.listed.items, text)
	case isForStaff(text):
		m.leave(at.text, text)
	case at.where == Nowhere:
		m.endQuestion()
		m.intro(at, text)
	default:
		m.endStep()
		m.put(at, b, next, text)
	}
}

// A list belongs to the step before it where its items are no longer than this, in
// words: "Your insurance card" is nothing to do by itself. They may be longer where
// the step says that a list follows: "Tell us if:".
const (
	longestListed = 6
	longestCalled = 14
)

// takes reports whether a block is an item of the step's list.
func (l *listed) takes(b document.Block) bool {
	if l == nil || b.Kind != document.Item || b.Level <= l.level {
		return false
	}
	most := longestListed
	if strings.HasSuffix(l.text, ":") {
		most = longestCalled
	}
	return len(strings.Fields(b.Text)) <= most
}

// endStep takes the step whose list was read.
func (m *maker) endStep() {
	l := m.listed
	if m.listed = nil; l == nil {
		return
	}
	text := l.text
	if len(l.items) > 0 {
		if !strings.ContainsAny(text[len(text)-1:], ".:!?") {
			text += ":"
		}
		text += " " + strings.Join(l.items, "; ")
	}
	m.step(l.at, text)
}

// phone is a number to call.
var phone = regexp.MustCompile(`\(?[0-9]{3}\)?[ .-]{1,2}[0-9]{3}[ .-][0-9]{4}`)

// isForStaff reports whether a text is none that belongs on a patient's page as it
// is: one with billing codes, a line to fill in, or hardly more than a phone number,
// which the letterhead has.
func isForStaff(text string) bool {
	if document.HasCode(text) || strings.Contains(text, "___") {
		return true
	}
	return phone.MatchString(text) && len(strings.Fields(phone.ReplaceAllString(text, ""))) <= longestListed
}

// at is the heading that is open.
func (m *maker) at() heading {
	if n := len(m.under) - 1; n >= 0 {
		return m.under[n]
	}
	return heading{}
}

// heading opens a heading.
func (m *maker) heading(level int, text string) {
	m.endQuestion()
	m.close(level)
	above := m.at()
	if text == m.title {
		m.report.Headings = append(m.report.Headings, Went{text, Title})
		m.under, m.title = append(m.under, heading{level: level, text: text, title: true}), ""
		return
	}
	r, by, ok := lead(text, above.where)
	where := r.where
	h := heading{level: level, text: text, where: where, when: above.when}
	switch {
	case ok && where == Nowhere:
		h.alone = true
	case ok:
		m.report.Headings = append(m.report.Headings, Went{text, where})
		if where.part() != above.where.part() {
			h.when = nil
		}
		if when, said := timeOf(where.part(), text); said && where.part() != "" {
			h.when = &when
		}
		if r.labels {
			h.label = text
		} else if says(text, by, m.name) > 1 && where.part() != "" {
			m.step(h, text)
		}
	case strings.HasSuffix(text, "?"):
		m.asked = &content.Question{Ask: m.keep(text)}
	case above.where.part() != "":
		h.where, h.label = above.where, text
		if when, said := timeOf(above.where.part(), text); said {
			h.when = &when
		}
	case above.where != Nowhere:
		h.where = above.where
		m.put(h, document.Block{}, document.Block{}, text)
	default:
		h.alone = true
	}
	m.under = append(m.under, h)
}

// close closes the headings of a level and below. One that has no place, and under
// which nothing was listed, is listed itself.
func (m *maker) close(level int) {
	for n := len(m.under) - 1; n >= 0 && m.under[n].level >= level; n-- {
		h := m.under[n]
		if m.under = m.under[:n]; h.alone || h.label != "" {
			m.leave("", h.text)
		}
	}
}
