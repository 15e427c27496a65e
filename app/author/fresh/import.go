package fresh

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

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
// question, or has no place; a heading may be in the report alone. Codes are listed,
// and go nowhere: nobody has looked them up.
func Import(d document.Document, p Procedure, own bool) (change.Edition, Report) {
	m := &maker{name: p.Name + " " + d.Title, title: titleOf(d)}
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
	steps  int               // ids given
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
	if _, _, leads := lead(first.Text, Nowhere); leads && (first.Level > 1 || headings == 1) {
		return ""
	}
	return unmarked(first.Text)
}

// Name is what a document's procedure is probably called; "" where it does not say.
func Name(d document.Document) string {
	head, _, _ := strings.Cut(d.Title, ":")
	for _, title := range []string{d.Title, head} {
		if _, _, leads := lead(title, Nowhere); !leads {
			return calm(unmarked(title))
		}
	}
	return ""
}

// calm is a title in capitals as one writes it in a text.
func calm(title string) string {
	letters := []rune(strings.ToLower(title))
	if len(letters) < 6 || title != strings.ToUpper(title) {
		return title
	}
	letters[0] = unicode.ToUpper(letters[0])
	return string(letters)
}

// block places a block. next is the one after it.
func (m *maker) block(b, next document.Block) {
	text := unmarked(b.Text)
	if b.Kind == document.Paragraph && next.Kind != document.Heading && len(strings.Fields(text)) <= 8 && !strings.ContainsAny(text, ".!,;|") {
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
	case m.asked != nil:
		m.asked.Answer = strings.TrimSpace(m.asked.Answer + " " + text)
	case m.listed.takes(b):
		m.listed.items = append(m.listed.items, text)
	case at.where == Nowhere:
		m.intro(at, text)
	case isForStaff(text):
		m.leave(at.text, text)
	default:
		m.endStep()
		m.put(at, b, next, text)
	}
}

// A list belongs to the step before it where its items are no longer than this, in
// words: "Your insurance card" is nothing to do by itself.
const longestListed = 6

// takes reports whether a block is an item of the step's list.
func (l *listed) takes(b document.Block) bool {
	return l != nil && b.Kind == document.Item && b.Level > l.level && len(strings.Fields(b.Text)) <= longestListed
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
// is: one with billing codes, or hardly more than a phone number, which the letterhead
// has.
func isForStaff(text string) bool {
	if document.HasCode(text) {
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

// intro takes a text under no heading that leads anywhere: the first one sums up.
func (m *maker) intro(at heading, text string) {
	if m.words.Summary == "" && (at.title || at.level == 0) && len(strings.Fields(text)) >= 6 {
		m.sum(at, text)
		return
	}
	m.leave(at.text, text)
}

// longestSummary is how many words the summary may have.
const longestSummary = 40

// sum makes a text the summary, as much of it as that holds.
func (m *maker) sum(at heading, text string) {
	if m.words.Summary != "" {
		m.leave(at.text, text)
		return
	}
	head, rest := cut(text, longestSummary)
	m.words.Summary = m.keep(head)
	m.report.Lines++
	if rest != "" {
		m.leave(at.text, rest)
	}
}

// put places a text where the heading above it leads.
func (m *maker) put(at heading, b, next document.Block, text string) {
	where := string(at.where)
	switch {
	case at.where == Summary:
		m.sum(at, text)
	case at.where == Questions:
		m.leave(at.text, text)
	case strings.HasPrefix(where, "box."):
		m.sign(content.Box(strings.TrimPrefix(where, "box.")), text)
	case strings.HasPrefix(where, "sections."):
		m.line(strings.TrimPrefix(where, "sections."), text)
	case b.Kind == document.Row:
		m.rowStep(at, b)
	case at.label != "":
		label := strings.TrimRight(at.label, ": ")
		m.under[len(m.under)-1].label = ""
		if m.listed = (&listed{at: at, text: label}); m.listed.takes(b) {
			m.listed.items = []string{text}
			return
		}
		m.listed = nil
		m.step(at, label+": "+text)
	default:
		m.listed = &listed{at: at, text: text}
		if b.Kind == document.Item {
			m.listed.level = b.Level
		} else if next.Kind != document.Item {
			m.endStep()
		}
	}
}

// rowStep makes a step of a row of a table, whose first cell may say when.
func (m *maker) rowStep(at heading, b document.Block) {
	cells := slices.DeleteFunc(slices.Clone(b.Cells), func(c string) bool { return c == "" })
	if when, said := timeOf(at.where.part(), cells[0]+" "); said {
		at.when = &when
	}
	m.step(at, unmarked(cells[0]+": "+strings.Join(cells[1:], "; ")))
}

// longestStep is how many words of a step stand on the page; the rest is told in the
// window.
const longestStep = 25

// step adds a step with a text.
func (m *maker) step(at heading, text string) {
	part := at.where.part()
	m.steps++
	step := content.Step{ID: fmt.Sprintf("own-%d", m.steps), Part: part, When: usual(part), Sources: []string{source}}
	if at.when != nil {
		step.When = *at.when
	}
	head, rest := cut(text, longestStep)
	if when, said := timeOf(part, head); said {
		step.When = when
	}
	m.facts.Steps = append(m.facts.Steps, step)
	m.words.Steps[step.ID] = content.StepWords{Text: m.keep(head), More: m.keep(rest)}
	m.report.Steps++
}

// sign adds a line to a box. Those that say when to call are always printed.
func (m *maker) sign(box content.Box, text string) {
	s := content.Sign{
		ID: fmt.Sprintf("own-%d", m.report.Signs+1), Box: box, Sources: []string{source},
		Essential: box == content.BoxCall || box == content.BoxEmergency,
	}
	m.facts.Signs = append(m.facts.Signs, s)
	m.words.Signs[s.ID] = m.keep(text)
	m.report.Signs++
}

// line adds a line to a section.
func (m *maker) line(section, text string) {
	*m.section(section) = append(*m.section(section), m.keep(text))
	m.report.Lines++
}

func (m *maker) section(id string) *[]string {
	s := &m.words.Sections
	return map[string]*[]string{
		"why": &s.Why, "signs": &s.Signs, "causes": &s.Causes, "tests": &s.Tests, "happens": &s.Happens, "risks": &s.Risks,
		"alternatives": &s.Alternatives, "follow_up": &s.FollowUp, "prevention": &s.Prevention, "cost": &s.Cost, "insurance": &s.Insurance,
	}[id]
}

// endQuestion takes the question that is open. One without an answer has no place.
func (m *maker) endQuestion() {
	q := m.asked
	if m.asked = nil; q == nil {
		return
	}
	if q.Answer == "" {
		m.leave("", q.Ask)
		return
	}
	q.Answer = m.keep(q.Answer)
	m.words.Questions = append(m.words.Questions, *q)
	m.report.Asked++
}

// leave lists a text that has no place.
func (m *maker) leave(under, text string) {
	for i := range m.under {
		m.under[i].alone = m.under[i].alone && m.under[i].text != under
	}
	m.words.Imported.Left = append(m.words.Imported.Left, content.Unplaced{Under: under, Text: m.keep(text)})
}

// keep notes a text as one of the document's, and gives it back.
func (m *maker) keep(text string) string {
	if texts := &m.words.Imported.Texts; text != "" && !slices.Contains(*texts, text) {
		*texts = append(*texts, text)
	}
	return text
}

// unmarked is a text without what would be a mark here: stars and braces.
func unmarked(text string) string {
	return strings.Join(strings.Fields(marks.Replace(text)), " ")
}

var marks = strings.NewReplacer("**", " ", "{", "(", "}", ")", "*", " ")

// sentenceEnd is where a sentence ends and another begins.
var sentenceEnd = regexp.MustCompile(`[.!?]["”)]* +[A-ZÁÉÍÓÚÑ¿¡(“"]`)

// cut cuts a text behind a sentence, so that at most so many words stand before; at
// the first sentence's end where that is longer.
func cut(text string, most int) (head, rest string) {
	if len(strings.Fields(text)) <= most {
		return text, ""
	}
	end := 0
	for _, at := range sentenceEnd.FindAllStringIndex(text, -1) {
		space := at[0] + strings.IndexByte(text[at[0]:], ' ')
		if end > 0 && len(strings.Fields(text[:space])) > most {
			break
		}
		end = space
	}
	if end == 0 {
		return text, ""
	}
	return text[:end], strings.TrimSpace(text[end:])
}
