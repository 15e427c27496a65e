package table

import (
	"regexp"
	"strings"

	"deskleaf/app/office"
)

// readText reads a table of text with separators.
func readText(t *Table, data []byte) error {
	text, ok := office.Text(data)
	if !ok {
		return &Error{What: "it is neither text nor an Excel workbook", Advice: saveAs}
	}
	c := cutter{text: text, line: 1}
	c.separator = c.declared()
	if c.separator == 0 {
		c.separator = separatorOf(text)
	}
	b := builder{table: t}
	for c.more() {
		row := c.row()
		for i, cell := range row.Cells {
			row.Cells[i] = tidy(cell)
		}
		if err := b.add(row); err != nil {
			return err
		}
	}
	return nil
}

// tidy is a cell without the space around it, with one kind of line end.
func tidy(cell string) string {
	return strings.TrimSpace(strings.ReplaceAll(cell, "\r\n", "\n"))
}

// separators are what may stand between cells. Where two fit as well, the first
// is meant: a comma also stands in names and in numbers, a tab nowhere else.
const separators = "\t;|,"

// sampled is how many rows are looked at to find the separator.
const sampled = 50

// separatorOf is the separator with which the most rows have the same number of
// cells, and more than one.
func separatorOf(text string) byte {
	best, most := byte(','), 0
	for i := range len(separators) {
		c := cutter{text: text, separator: separators[i]}
		counts := map[int]int{}
		agree := 0
		for n := 0; n < sampled && c.more(); n++ {
			if cells := len(c.row().Cells); cells > 1 {
				counts[cells]++
				agree = max(agree, counts[cells])
			}
		}
		if agree > most {
			best, most = separators[i], agree
		}
	}
	return best
}

// A cutter cuts text into rows and cells.
type cutter struct {
	text      string // what is left
	separator byte
	line      int // of what is left
}

func (c *cutter) more() bool { return c.text != "" }

// declaration is the line with which Excel names the separator: "sep=;".
var declaration = regexp.MustCompile(`^(?i:sep)=([\t;|,])(?:\r\n|\r|\n)`)

// declared takes that line, and gives the separator; 0 where there is no such line.
func (c *cutter) declared() byte {
	m := declaration.FindStringSubmatch(c.text)
	if m == nil {
		return 0
	}
	c.text = c.text[len(m[0]):]
	c.line++
	return m[1][0]
}

// endLine goes on behind the line end in front, of which there are three kinds.
func (c *cutter) endLine() {
	c.text = strings.TrimPrefix(c.text, "\r")
	c.text = strings.TrimPrefix(c.text, "\n")
	c.line++
}

// row cuts the next row off.
func (c *cutter) row() Row {
	r := Row{Line: c.line}
	for {
		r.Cells = append(r.Cells, c.cell())
		if c.text == "" {
			return r
		}
		if c.text[0] != c.separator {
			c.endLine()
			return r
		}
		c.text = c.text[1:]
		if c.text == "" {
			return r
		}
	}
}

// cell cuts the next cell off, up to the separator or line end behind it.
func (c *cutter) cell() string {
	if start := len(c.text) - len(strings.TrimLeft(c.text, " ")); strings.HasPrefix(c.text[start:], `"`) {
		if cell, end, ok := c.quoted(start + 1); ok {
			c.line += lineEnds(c.text[:end])
			c.text = c.text[end:]
			return cell
		}
	}
	end := strings.IndexAny(c.text, string([]byte{c.separator, '\r', '\n'}))
	if end < 0 {
		end = len(c.text)
	}
	cell := c.text[:end]
	c.text = c.text[end:]
	return cell
}

// mostQuotedLines is how many lines a cell in quotation marks may have. A mark
// that is not closed by then was a letter, such as the sign for inches.
const mostQuotedLines = 20

// quoted reads a cell in quotation marks from behind the first of them, and where
// it ends. Two marks in it stand for one; one that nothing but letters follow is
// a letter. ok is false where no mark closes the cell.
func (c *cutter) quoted(start int) (cell string, end int, ok bool) {
	var b strings.Builder
	lines := 0
	for i := start; i < len(c.text) && i-start <= MostLetters; i++ {
		switch at := c.text[i]; {
		case at == '\n':
			if lines++; lines == mostQuotedLines {
				return "", 0, false
			}
		case at != '"':
		case strings.HasPrefix(c.text[i+1:], `"`):
			i++
		default:
			end := i + 1 + len(c.text[i+1:]) - len(strings.TrimLeft(c.text[i+1:], " "))
			if end == len(c.text) || strings.IndexByte("\r\n"+string(c.separator), c.text[end]) >= 0 {
				return b.String(), end, true
			}
		}
		b.WriteByte(c.text[i])
	}
	return "", 0, false
}

// lineEnds counts the line ends of a text.
func lineEnds(text string) int {
	return strings.Count(text, "\n") + strings.Count(text, "\r") - strings.Count(text, "\r\n")
}
