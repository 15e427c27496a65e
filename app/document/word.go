package document

import (
	"encoding/xml"
	"errors"
	"slices"
	"strconv"
	"strings"

	"deskleaf/app/office"
)

// A .docx file is a zip of XML parts (ECMA-376, part 1, WordprocessingML). The main
// one has the text: paragraphs (p) of runs (r), in tables (tbl, tr, tc) too. Styles
// say which paragraphs are headings; page headers and feet, and notes, are parts of
// their own.

// readWord reads a Word file.
func readWord(d *Document, data []byte) Reason {
	parts, err := office.Open(data, office.Bounds{Unpacked: mostUnpacked, Run: mostRun})
	if err != nil {
		return wordReason(err)
	}
	root, err := parts.Related("")
	if err != nil {
		return wordReason(err)
	}
	main := root.OfKind("officeDocument")
	if main == "" || !parts.Has(main) {
		return OtherZip
	}
	related, err := parts.Related(main)
	if err != nil {
		return wordReason(err)
	}
	styles, err := readStyles(parts, related.OfKind("styles"))
	if err != nil {
		return wordReason(err)
	}
	w := &wordReader{document: d, styles: styles}
	if err := w.part(parts, main, "document"); err != nil {
		return wordReason(err)
	}
	d.Blocks = w.blocks
	for _, r := range related {
		place, root := Margin, "hdr"
		switch r.Kind {
		case "header":
		case "footer":
			root = "ftr"
		case "footnotes", "endnotes":
			place, root = Footnote, r.Kind
		default:
			continue
		}
		beside := &wordReader{document: d, styles: styles}
		if err := beside.part(parts, r.Part, root); err != nil {
			return wordReason(err)
		}
		for _, b := range beside.blocks {
			d.aside(place, b.Text+" "+strings.Join(b.Cells, " "))
		}
	}
	return ""
}

// errOther says that a file is another program's.
var errOther = errors.New("not a Word file")

func wordReason(err error) Reason {
	switch {
	case errors.Is(err, errOther):
		return OtherZip
	case errors.Is(err, office.ErrLocked):
		return Locked
	case errors.Is(err, office.ErrUnpacked), errors.Is(err, office.ErrRun):
		return Large
	}
	return Damaged
}

// A wordReader goes through a part.
type wordReader struct {
	document *Document
	styles   wordStyles
	blocks   []Block
	open     []string        // the elements that are open
	under    []*wordText     // the paragraphs that are open: one in a box stands in another
	tables   []*wordTable    // the tables that are open
	hidden   int             // how many open elements hide what is in them
	run      wordRun         // the run that is open
	crossed  strings.Builder // crossed out in the paragraph
}

// A wordText is a paragraph under way.
type wordText struct {
	text                 strings.Builder
	style                string
	level                int
	item                 bool
	noItem               bool
	depth                int // of an item
	letters, boldLetters int
}

type wordRun struct{ bold, hidden, crossed bool }

// A wordTable is a table under way: the cells of its row, each with its blocks.
type wordTable struct {
	cells  [][]Block
	before []Block // what was read before the cell
	names  bool    // the row has the names of the columns
}

// part goes through a part whose root is called so.
func (w *wordReader) part(parts *office.Parts, part, root string) error {
	return parts.Each(part, func(t *office.Tokens, e xml.StartElement) error {
		if e.Name.Local != root {
			return errOther
		}
		return w.through(t)
	})
}

// through goes through what is in the root.
func (w *wordReader) through(t *office.Tokens) error {
	for end := t.Depth() - 1; t.Depth() > end; {
		token, err := t.Next()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			w.open = append(w.open, token.Name.Local)
			w.begin(token)
		case xml.EndElement:
			if n := len(w.open) - 1; n >= 0 {
				w.end(w.open[n])
				w.open = w.open[:n]
			}
		case xml.CharData:
			if n := len(w.open) - 1; n >= 0 && w.open[n] == "t" {
				w.say(string(token))
			}
		}
	}
	return nil
}

// hides are elements whose content nobody sees: what was deleted or moved away, and
// what stands there for programs that do not know the newer drawing beside it.
var hides = []string{"del", "moveFrom", "Fallback", "delText", "instrText", "docProperty"}

// begin takes an element that opens.
func (w *wordReader) begin(e xml.StartElement) {
	value := office.Attribute(e, "val")
	if slices.Contains(hides, e.Name.Local) {
		w.hidden++
		return
	}
	switch e.Name.Local {
	case "p":
		w.under = append(w.under, &wordText{})
	case "tbl":
		w.tables = append(w.tables, &wordTable{})
	case "tc":
		if n := len(w.tables) - 1; n >= 0 {
			w.tables[n].before, w.blocks = w.blocks, nil
		}
	case "tblHeader":
		if n := len(w.tables) - 1; n >= 0 {
			w.tables[n].names = isOn(value)
		}
	case "r":
		w.run = wordRun{}
	case "b":
		w.run.bold = isOn(value) && w.inRun()
	case "vanish":
		w.run.hidden = isOn(value) && w.inRun()
	case "strike", "dstrike":
		w.run.crossed = isOn(value) && w.inRun()
	case "tab", "ptab":
		if w.inRun() {
			w.say(" ")
		}
	case "br", "cr":
		w.say("\n")
	case "noBreakHyphen":
		w.say("-")
	default:
		w.describe(e.Name.Local, value)
	}
}

// inRun reports whether a run is open since the paragraph began.
func (w *wordReader) inRun() bool {
	for _, open := range slices.Backward(w.open) {
		if open == "r" {
			return true
		}
		if open == "p" {
			break
		}
	}
	return false
}

// describe takes what a paragraph says of itself.
func (w *wordReader) describe(name, value string) {
	n := len(w.under) - 1
	if n < 0 {
		return
	}
	p := w.under[n]
	switch name {
	case "pStyle":
		p.style = value
	case "outlineLvl":
		p.level = outline(value)
	case "numId":
		p.item, p.noItem = value != "0", value == "0"
	case "ilvl":
		if level, err := strconv.Atoi(value); err == nil {
			p.depth = min(max(level, 0), 8)
		}
	}
}

// say adds letters to the paragraph.
func (w *wordReader) say(text string) {
	n := len(w.under) - 1
	if n < 0 || w.hidden > 0 || w.run.hidden {
		return
	}
	if w.run.crossed {
		w.crossed.WriteString(text)
		return
	}
	p := w.under[n]
	p.text.WriteString(text)
	letters := len(strings.TrimSpace(text))
	if p.letters += letters; w.run.bold {
		p.boldLetters += letters
	}
}

// end takes an element that closes.
func (w *wordReader) end(name string) {
	if slices.Contains(hides, name) {
		w.hidden--
		return
	}
	switch name {
	case "p":
		if n := len(w.under) - 1; n >= 0 {
			p := w.under[n]
			w.under = w.under[:n]
			w.paragraph(p)
		}
	case "r":
		w.run = wordRun{}
	case "tc":
		if n := len(w.tables) - 1; n >= 0 {
			table := w.tables[n]
			table.cells, w.blocks, table.before = append(table.cells, w.blocks), table.before, nil
		}
	case "tr":
		if n := len(w.tables) - 1; n >= 0 {
			table := w.tables[n]
			rows := rowOf(table.cells)
			if table.names && len(rows) == 1 && rows[0].Kind == Row {
				w.document.aside(Columns, strings.Join(rows[0].Cells, " "))
				rows = nil
			}
			w.blocks = append(w.blocks, rows...)
			table.cells, table.names = nil, false
		}
	case "tbl":
		if n := len(w.tables) - 1; n >= 0 {
			w.tables = w.tables[:n]
		}
	}
}

// paragraph takes a paragraph that is whole.
func (w *wordReader) paragraph(p *wordText) {
	w.document.aside(Crossed, w.crossed.String())
	w.crossed.Reset()
	text := p.text.String()
	if strings.TrimSpace(text) == "" {
		return
	}
	style := w.styles.of(p.style)
	level := p.level
	if level == 0 {
		level = style.level
	}
	b := Block{Text: text}
	switch {
	case strings.HasPrefix(style.name, "toc"):
		w.document.aside(Contents, text)
		return
	case level > 0:
		b.Kind, b.Level = Heading, min(level, 6)
		if style.name == "title" && w.document.Title == "" {
			w.document.Title = text
		}
	case p.item || style.item && !p.noItem:
		b.Kind, b.Level = Item, p.depth+1
	case (style.bold || p.boldLetters == p.letters) && isBrief(text):
		b.Kind, b.Level = Heading, boldLevel
	}
	w.blocks = append(w.blocks, b)
}

// isBrief reports whether a bold line may be a heading: few words and no full stop.
func isBrief(text string) bool {
	text = strings.TrimSpace(text)
	_, bullet := unbulleted(text)
	return !bullet && len(strings.Fields(text)) <= 10 && !strings.HasSuffix(text, ".") && !strings.Contains(text, "\n")
}

// mostInCell is how many blocks a cell of a table of facts may have. One with more is
// a part of a page that a table only holds in its place.
const mostInCell = 2

// rowOf is a row of a table: as one, or block by block where the table only holds
// parts of the page beside each other.
func rowOf(cells [][]Block) []Block {
	row := Block{Kind: Row}
	var apart []Block
	said, laid := 0, false
	for _, c := range cells {
		var texts []string
		for _, b := range c {
			if b.Kind == Row {
				texts = append(texts, b.Cells...)
			} else {
				texts = append(texts, b.Text)
			}
			laid = laid || b.Kind == Heading && len(c) > 1
		}
		if len(c) > 0 {
			said++
		}
		laid = laid || len(c) > mostInCell
		apart = append(apart, c...)
		row.Cells = append(row.Cells, strings.Join(texts, " "))
	}
	if laid || said < 2 {
		return apart
	}
	return []Block{row}
}
