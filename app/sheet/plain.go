package sheet

import "strings"

// Plain is the sheet as plain text, to copy into a message: the words of the
// pages in reading order, boxes as "[ ]", blanks as lines.
func (p *Pages) Plain() string {
	if len(p.joined) > 0 {
		plain := make([]string, len(p.joined))
		for i, s := range p.joined {
			plain[i] = s.Plain()
		}
		return strings.Join(plain, "\n\n")
	}
	t := plainText{clean: cleaner{faces: *p.faces}, words: p.sheet.Words}
	t.head(p.sheet)
	for _, part := range p.sheet.Parts {
		for _, b := range part.Blocks {
			t.block(b)
		}
	}
	t.gap()
	t.line(t.clean.clean(p.sheet.Foot.Text))
	return strings.TrimSpace(t.b.String()) + "\n"
}

// A plainText is plain text under way.
type plainText struct {
	b     strings.Builder
	clean cleaner
	words Words
}

// blankLine is what a line to write on looks like.
const blankLine = "__________"

func (t *plainText) line(words string) {
	if words != "" {
		t.b.WriteString(words)
		t.b.WriteByte('\n')
	}
}

// gap leaves one empty line.
func (t *plainText) gap() {
	if s := t.b.String(); s != "" && !strings.HasSuffix(s, "\n\n") {
		t.b.WriteByte('\n')
	}
}

// say is a text as words.
func (t *plainText) say(text Text) string {
	var b strings.Builder
	for _, r := range text {
		if r.Blank > 0 {
			b.WriteString(blankLine)
			continue
		}
		b.WriteString(t.clean.clean(r.Text))
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(b.String(), string(zwsp), "")), " ")
}

// head is the band and the letterhead.
func (t *plainText) head(s Sheet) {
	t.line(t.clean.clean(s.Band))
	t.gap()
	if s.Letterhead.Free == 0 {
		t.line(t.say(Plainly(s.Letterhead.Name)))
	}
	for _, l := range s.Letterhead.Lines {
		t.line(t.say(Plainly(l)))
	}
	for _, p := range s.Letterhead.Phones {
		t.line(t.clean.clean(strings.TrimSpace(p.Label + " " + p.Number)))
	}
}

func (t *plainText) block(b Block) {
	t.gap()
	switch b := b.(type) {
	case Title:
		t.line(strings.ToUpper(t.say(b.Text)))
	case Lead:
		t.line(t.say(b.Text))
	case Heading:
		t.line(strings.ToUpper(t.say(b.Text)))
	case Paragraph:
		t.line(t.say(b.Text))
	case List:
		t.items(b.Items)
	case Facts:
		t.facts(b)
	case Timeline:
		t.timeline(b)
	case Cards:
		t.cards(b)
	case Table:
		t.table(b)
	case Lines:
		t.line(t.say(b.Label))
		for range b.Count {
			t.line(strings.Repeat(blankLine, 4))
		}
	case Squares:
		t.squares(b)
	case Scale:
		t.scale(b)
	case Signature:
		for _, l := range b.Labels {
			t.line(t.clean.clean(l) + ": " + blankLine + blankLine)
		}
	}
}

func (t *plainText) items(items []Text) {
	for _, i := range items {
		t.line("- " + t.say(i))
	}
}

func (t *plainText) facts(b Facts) {
	for _, f := range b.Columns {
		words := t.clean.clean(f.Label) + ": " + t.say(f.Value)
		for _, n := range f.Notes {
			words += "; " + t.say(n)
		}
		t.line(words)
	}
}

func (t *plainText) timeline(b Timeline) {
	for _, g := range b.Groups {
		t.gap()
		when := t.say(g.When)
		if note := t.say(g.Note); note != "" {
			when += " (" + note + ")"
		}
		t.line(when)
		for _, s := range g.Steps {
			t.line(t.words.CheckBox + " " + t.say(s.Text))
		}
	}
}

func (t *plainText) cards(b Cards) {
	for _, c := range b.Cards {
		t.gap()
		t.line(strings.ToUpper(t.say(c.Title)))
		t.line(t.say(c.Note))
		t.items(c.Items)
	}
}

// table gives each cell its head, a row at a time.
func (t *plainText) table(b Table) {
	b = squared(b)
	for _, row := range b.Rows {
		var cells []string
		for j, cell := range row {
			words := t.say(cell)
			if words == "" {
				words = "____"
			}
			if head := t.say(b.Head[j]); head != "" {
				words = head + ": " + words
			}
			cells = append(cells, words)
		}
		t.line(strings.Join(cells, " | "))
	}
}
