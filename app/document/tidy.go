package document

import (
	"regexp"
	"strings"
	"unicode"
)

// The levels of lines that only look like headings: below all that are marked as some.
const (
	boldLevel  = 7 // a short line that is all bold, or all capitals
	colonLevel = 8 // a short line with a colon at its end
)

// line is a text on one line, without letters that nobody sees.
func line(text string) string { return strings.Join(strings.Fields(visible(text)), " ") }

// visible is a text without letters that nobody sees, its lines kept.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return r
		case r == '\u00a0' || unicode.Is(unicode.Zs, r) || r == '\u2028' || r == '\u2029':
			return ' '
		case r == '\u00ad', r == '\ufffd', unicode.Is(unicode.Cf, r), unicode.Is(unicode.Cc, r):
			return -1
		}
		return r
	}, text)
}

// tidy makes of blocks as a file has them what people see: typed bullets are items,
// a line that stands by itself is a block, a short bold line is a heading.
func tidy(blocks []Block) []Block {
	var all []Block
	for _, b := range blocks {
		if b.Kind == Row {
			if b = row(b.Cells); b.Text != "" {
				all = append(all, b)
			}
			continue
		}
		for _, one := range b.lines() {
			if one.Text != "" {
				all = append(all, one)
			}
		}
	}
	return all
}

// row is a row of a table. One of a single cell that says something is a paragraph.
func row(cells []string) Block {
	said := 0
	b := Block{Kind: Row}
	for _, c := range cells {
		if c = line(c); c != "" {
			said++
		}
		b.Cells = append(b.Cells, c)
	}
	var full []string
	for _, c := range b.Cells {
		if c != "" {
			full = append(full, c)
		}
	}
	b.Text = strings.Join(full, " | ")
	if said < 2 {
		return Block{Kind: Paragraph, Text: b.Text}
	}
	return b
}

// lines are the blocks of one that has line breaks in it. A break in a sentence is a
// space; one before a bullet, or after the end of a sentence, begins a block.
func (b Block) lines() []Block {
	var all []Block
	for part := range strings.SplitSeq(visible(b.Text), "\n") {
		text, bullet := unbulleted(strings.TrimSpace(part))
		text = line(text)
		one := Block{Kind: b.Kind, Level: b.Level, Text: text}
		if bullet && b.Kind != Heading {
			one.Kind, one.Level = Item, max(b.Level, 1)
		}
		if n := len(all) - 1; n >= 0 && !bullet && text != "" && !ended(all[n].Text) && (b.Kind == Heading || !startsAnew(text)) {
			all[n].Text += " " + text
			continue
		}
		all = append(all, one)
	}
	for i := range all {
		all[i].look()
	}
	return all
}

// ended reports whether a text ends as a sentence does, or is empty.
func ended(text string) bool { return text == "" || strings.ContainsAny(text[len(text)-1:], ".!?:;") }

// startsAnew reports whether a text begins with a capital or a number.
func startsAnew(text string) bool {
	for _, r := range text {
		return unicode.IsUpper(r) || unicode.IsDigit(r) || r == '¿' || r == '¡'
	}
	return false
}

// bullets are the marks that people type before an item, and that Word's symbols
// become when they are copied; and numbers with a point or bracket.
var bullets = regexp.MustCompile(`^(?:(?:[•●○◦▪■□➢➤►▶✓✔☐☑❑❖·∙*\x{f0b7}\x{f0a7}\x{f0d8}–—-]|(?:[0-9]{1,2}|[a-zA-Z])[.)])[ \t]+|[o§]\t+)(.*)$`)

// unbulleted is a line without the bullet before it, and whether it had one.
func unbulleted(text string) (string, bool) {
	if m := bullets.FindStringSubmatch(text); m != nil && m[1] != "" {
		return m[1], true
	}
	return text, false
}

// look makes a heading of a line that looks like one: a paragraph in capitals, or one
// of a few words with a colon.
func (b *Block) look() {
	if b.Kind != Paragraph {
		return
	}
	words := len(strings.Fields(b.Text))
	switch {
	case words == 0 || words > 10:
	case strings.HasSuffix(b.Text, ":") && !strings.ContainsAny(b.Text, ".!?"):
		b.Kind, b.Level = Heading, colonLevel
	case words <= 8 && isShouted(b.Text):
		b.Kind, b.Level = Heading, boldLevel
	}
}

// isShouted reports whether a text is in capitals. An abbreviation is not.
func isShouted(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 5
}
