package document

import "strings"

// wrapped is how long a line is at least that a program broke: a shorter one ended
// because whoever wrote it ended it.
const wrapped = 50

// readText reads lines: an empty one ends a paragraph, a bullet begins an item, a "#"
// before a line makes it a heading, a line below it of "=" or "-" too.
func readText(d *Document, text string) {
	var under *Block // what a line may go on with
	last := ""       // the line before
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\v", "\n").Replace(text)
	for raw := range strings.SplitSeq(text, "\n") {
		at := strings.TrimSpace(visible(raw))
		switch title, level := hashed(at); {
		case at == "":
			under = nil
		case under != nil && isRule(at) && under.Kind == Paragraph:
			under.Kind, under.Level, under = Heading, 2, nil
		case isRule(at):
			under = nil
		case level > 0:
			d.Blocks, under = append(d.Blocks, Block{Kind: Heading, Level: level, Text: title}), nil
		case under != nil && goesOn(last, at):
			under.Text = joined(under.Text, at)
		default:
			d.Blocks = append(d.Blocks, d.lineBlock(raw, at))
			under = &d.Blocks[len(d.Blocks)-1]
		}
		last = at
	}
}

// joined is a line with the rest of it. A word that was divided at its end is put
// together; the hyphen stays, since "over-the-counter" has it too.
func joined(text, rest string) string {
	if before, divided := strings.CutSuffix(text, "-"); divided && before != "" && !strings.HasSuffix(before, " ") && !startsAnew(rest) {
		return text + rest
	}
	return text + " " + rest
}

// lineBlock is a line that begins a block: a row where it has tabs in it, as cells of
// a table have that were copied.
func (d *Document) lineBlock(raw, at string) Block {
	if _, bullet := unbulleted(at); bullet {
		indent := len(raw) - len(strings.TrimLeft(raw, " \t"))
		return Block{Kind: Item, Level: 1 + min(indent/2, 4), Text: at}
	}
	if cells := strings.Split(at, "\t"); len(cells) > 1 {
		return Block{Kind: Row, Cells: cells}
	}
	return Block{Kind: Paragraph, Text: at}
}

// goesOn reports whether a line is the rest of the one before it.
func goesOn(last, at string) bool {
	if _, bullet := unbulleted(at); bullet || strings.Contains(at, "\t") || strings.Contains(last, "\t") {
		return false
	}
	return len([]rune(last)) >= wrapped && (!ended(last) || !startsAnew(at) || len([]rune(last)) > 65)
}

// hashed is a heading as Markdown writes it, with its level; 0 for another line.
func hashed(at string) (title string, level int) {
	rest := strings.TrimLeft(at, "#")
	if level = len(at) - len(rest); level > 6 || !strings.HasPrefix(rest, " ") {
		return "", 0
	}
	return strings.TrimSpace(rest), level
}

// isRule reports whether a line is only a line.
func isRule(at string) bool { return len(at) >= 3 && strings.Trim(at, "=-_*~") == "" }
