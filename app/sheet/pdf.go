package sheet

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/jung-kurt/gofpdf"

	"deskleaf/app/sheet/tagged"
)

// PDF is the pages as a tagged PDF file, with its fonts embedded and cut down to
// what is used. The same sheet gives the same bytes. Words stand in it in
// reading order.
//
// gofpdf's calls that break lines, count pages or draw pictures of their own
// are not used: they lose letters, split phone numbers and print boxes. Nor is
// its reading of fonts, which takes longer than all the rest and takes damaged
// ones: it is given fonts that are cut already. Words that reach it here were
// checked letter by letter when they were laid out.
func (p *Pages) PDF() (made []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			made, err = nil, fmt.Errorf("make PDF: %v", r)
		}
	}()
	w := p.newWriter()
	if err := w.loadFonts(); err != nil {
		return nil, fmt.Errorf("make PDF: %w", err)
	}
	for i, page := range p.List {
		w.page(i, page)
	}
	var b bytes.Buffer
	if err := w.doc.Output(&b); err != nil {
		return nil, fmt.Errorf("make PDF: %w", err)
	}
	c := cleaner{faces: *p.faces}
	return tagged.Finish(b.Bytes(), tagged.Document{
		Title: c.clean(p.sheet.Title), Language: p.sheet.Language, Program: "Deskleaf", Made: p.printed(),
		Elements: p.elements(w.marks), Fonts: w.named,
	})
}

// A writer draws operations through gofpdf.
type writer struct {
	doc    *gofpdf.Fpdf
	tree   Tree
	height float64
	logo   *logoSize
	faces  *[faceCount]*face
	coding *coding
	named  map[string]tagged.Letters

	number int // of the page, from 0
	marks  []mark
	open   bool // between a mark's beginning and its end
	at     Place
	marked int // marks on this page

	cut  int // the font that is set, and its size
	size float64
	ink  Ink
	buf  []byte
}

func (p *Pages) newWriter() *writer {
	doc := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: p.Width, Ht: p.Height}})
	doc.SetAutoPageBreak(false, 0)
	doc.SetMargins(0, 0, 0)
	doc.SetCompression(false) // done when the file is written anew
	doc.SetCatalogSort(true)
	return &writer{doc: doc, tree: p.Tree, height: p.Height, logo: p.logo, faces: p.faces,
		coding: codeLetters(p.List), named: map[string]tagged.Letters{}}
}

// loadFonts gives gofpdf the letters that are used.
func (w *writer) loadFonts() error {
	for i := range w.coding.cuts {
		c := &w.coding.cuts[i]
		file, define, err := c.file(w.faces[c.face])
		if err != nil {
			return err
		}
		w.doc.AddFontFromBytes(family(i), "", define, file)
		w.named[c.name()] = c.letters
	}
	return w.doc.Error()
}

// family is gofpdf's name for a cut.
func family(cut int) string { return "cut" + decimal(cut) }

// printed is the day of printing as a moment; PDF has no dates alone.
func (p *Pages) printed() time.Time {
	d := p.sheet.Printed
	if !d.Valid() {
		return time.Date(2000, 1, 1, 12, 0, 0, 0, time.UTC)
	}
	return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC)
}

func (w *writer) page(number int, p Page) {
	w.doc.AddPage()
	w.number, w.marked = number, 0
	w.ink = Black // what a PDF page begins with
	w.size = 0
	for _, op := range p.Ops {
		w.mark(op.Where())
		w.draw(op)
	}
	w.unmark()
}

// mark begins painting for a place in the tree, unless that is under way.
func (w *writer) mark(at Place) {
	if w.open && w.at == at {
		return
	}
	w.unmark()
	w.open, w.at = true, at
	if begin, ok := artifacts[at]; ok {
		w.doc.RawWriteStr(begin)
		return
	}
	w.doc.RawWriteStr("/" + string(w.tree[at].Kind) + " <</MCID " + decimal(w.marked) + ">> BDC")
	w.marks = append(w.marks, mark{at, w.number, w.marked})
	w.marked++
}

func (w *writer) unmark() {
	if w.open {
		w.doc.RawWriteStr("EMC")
	}
	w.open = false
}

func (w *writer) draw(op Op) {
	switch op := op.(type) {
	case TextOp:
		w.text(op)
	case RuleOp:
		w.fill(ruleOutline(op), op.Ink)
	case BoxOp:
		w.fill(boxOutline(op), op.Ink)
	case TickOp:
		w.fill(tickOutline(op), Black)
	case IconOp:
		w.fill(iconOutline(op), Black)
	case ImageOp:
		w.image(op)
	}
}

// text draws words.
func (w *writer) text(t TextOp) {
	w.use(t.Ink)
	x := t.X
	for _, s := range w.coding.stretches(t.Face, t.Text) {
		if w.size != t.Size || w.cut != s.cut {
			w.doc.SetFont(family(s.cut), "", t.Size)
			w.cut, w.size = s.cut, t.Size
		}
		w.doc.Text(x, t.Y, string(s.codes))
		x += w.faces[t.Face].width(s.text, t.Size)
	}
}

// use sets the color of what is filled, words too.
func (w *writer) use(ink Ink) {
	if ink == w.ink {
		return
	}
	w.ink = ink
	w.buf = w.buf[:0]
	for _, v := range rgb[ink] {
		w.decimals(float64(v) / 255)
	}
	w.doc.RawWriteStr(string(append(w.buf, "rg"...)))
}

// fill draws an outline.
func (w *writer) fill(o outline, ink Ink) {
	if len(o.steps) == 0 {
		return
	}
	w.use(ink)
	w.buf = w.buf[:0]
	for _, s := range o.steps {
		switch s.op {
		case 'M':
			w.point(s.at[0], s.at[1])
			w.buf = append(w.buf, "m "...)
		case 'L':
			w.point(s.at[0], s.at[1])
			w.buf = append(w.buf, "l "...)
		case 'C':
			w.point(s.at[0], s.at[1])
			w.point(s.at[2], s.at[3])
			w.point(s.at[4], s.at[5])
			w.buf = append(w.buf, "c "...)
		case 'Z':
			w.buf = append(w.buf, "h "...)
		}
	}
	w.buf = append(w.buf, 'f')
	if o.evenOdd {
		w.buf = append(w.buf, '*')
	}
	w.doc.RawWriteStr(string(w.buf))
}

func (w *writer) point(x, y float64) {
	w.decimals(x)
	w.decimals(w.height - y)
}

// decimals appends v with at most three decimals and a space.
func (w *writer) decimals(v float64) {
	w.buf = strconv.AppendFloat(w.buf, math.Round(v*1000)/1000, 'f', -1, 64)
	w.buf = append(w.buf, ' ')
}

func (w *writer) image(i ImageOp) {
	opts := gofpdf.ImageOptions{ImageType: "png"}
	w.doc.RegisterImageOptionsReader("logo", opts, bytes.NewReader(w.logo.png))
	w.doc.ImageOptions("logo", i.X, i.Y, i.W, i.H, false, opts, 0, "")
}
