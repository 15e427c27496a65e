package read

import (
	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/widgets"
)

// A kind says what an item of a tab is, and so how it is drawn.
type kind int

const (
	heading   kind = iota // title
	paragraph             // text
	bullet                // text
	step                  // title: when it is to be done, where it differs from the step before; note; text; more
	question              // title: what is asked; text: the answer
	row                   // title: a code or a kind of place; text: what it is; more: its particulars
	source                // title, text, more: the address
	notice                // text, in an amber box
	small                 // text, small
)

// An item is one thing that stands in a tab.
type item struct {
	kind   kind
	title  string
	note   string
	text   []widgets.Run
	more   string
	icon   string
	late   bool
	blanks []string // ids of blanks in it, to be filled there
}

// A document is the content of one tab.
type document struct {
	page  Page
	words *words.Words
	items []item
}

// items is what stands in a tab.
func items(tab string, page Page, w *words.Words) []item {
	d := &document{page: page, words: w}
	if page.Teller == nil && page.Why != "" {
		d.add(item{kind: notice, text: widgets.Plain(page.Why)})
	}
	s := page.Words.Sections
	switch tab {
	case "summary":
		d.section("why", s.Why)
		d.section("signs", s.Signs)
		d.section("causes", s.Causes)
		d.section("tests", s.Tests)
		d.section("happens", s.Happens)
		d.section("risks", s.Risks)
		d.section("alternatives", s.Alternatives)
	case "prepare":
		d.part(content.Preparation)
	case "aftercare":
		d.part(content.Aftercare)
		d.section("follow_up", s.FollowUp)
		d.section("home_care", s.HomeCare)
		d.section("prevention", s.Prevention)
	case "cost":
		d.section("cost", s.Cost)
		d.section("insurance", s.Insurance)
		d.bills()
		d.add(item{kind: heading, title: d.words.T("section.help")})
		d.bullet("", d.words.T("cost.help"))
		d.bullet("", d.words.T("cost.includes"))
		d.moneyWords()
	case "codes":
		d.codes()
	case "questions":
		d.questions()
	case "sources":
		d.sources()
	case "book":
		d.booking()
	}
	return d.items
}

func (d *document) add(i item) { d.items = append(d.items, i) }

// heading adds a heading whose words stand under "section." and the id.
func (d *document) heading(id string) {
	d.add(item{kind: heading, title: d.words.T("section." + id)})
}

// bullet adds a line of a list.
func (d *document) bullet(opens, text string) {
	line := d.page.line(text)
	if opens != "" {
		line = append(widgets.Plain(opens+" "), line...)
	}
	d.add(item{kind: bullet, text: line, blanks: content.TextBlanks(text)})
}

// section adds a list under its heading, or nothing where it is empty.
func (d *document) section(id string, lines []string) {
	if len(lines) == 0 {
		return
	}
	d.heading(id)
	for _, l := range lines {
		d.bullet("", l)
	}
}

// part adds what a page of the handout says, and more: lead, steps under their
// times, steps for staff under a heading of their own, cards.
func (d *document) part(part content.Part) {
	if lead := d.page.Words.Handout[part].Lead; lead != "" {
		d.add(item{kind: paragraph, text: d.page.line(lead)})
	}
	before, staff := "", false
	for _, s := range d.page.steps(part) {
		if s.Staff && !staff {
			d.heading("staff")
			before, staff = "", true
		}
		i := item{kind: step, text: runs(s.Text), more: s.More, icon: s.Icon, late: s.Late, blanks: s.Blanks}
		if when := s.When + "\n" + s.Note; when != before {
			i.title, i.note, before = s.When, s.Note, when
		}
		d.add(i)
	}
	for _, box := range content.Boxes {
		if box.Part() == part {
			d.box(box)
		}
	}
}

// box adds a card.
func (d *document) box(box content.Box) {
	first := true
	for _, s := range d.page.Procedure.Signs {
		opens, ok := d.page.holds(s.OnlyIf)
		if s.Box != box || !ok {
			continue
		}
		if first {
			d.heading("box." + string(box))
			first = false
		}
		d.bullet(opens, d.page.Words.Signs[s.ID])
	}
}
