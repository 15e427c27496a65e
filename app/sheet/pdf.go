package sheet

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/jung-kurt/gofpdf"

	"deskleaf/app/sheet/tagged"
)

// part draws the pages, for a PDF to take.
//
// gofpdf's calls that break lines, count pages or draw pictures of their own
// are not used: they lose letters, split phone numbers and print boxes. Nor is
// its reading of fonts, which takes longer than all the rest and takes damaged
// ones: it is given fonts that are cut already. Words that reach it here were
// checked letter by letter when they were laid out.
func (p *Pages) part() (made tagged.Part, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("draw pages: %v", r)
		}
	}()
	w := p.newWriter()
	if err := w.loadFonts(); err != nil {
		return made, fmt.Errorf("draw pages: %w", err)
	}
	for i, page := range p.List {
		w.page(i, page)
	}
	b := bytes.NewBuffer(make([]byte, 0, 64<<10)) // as much as two pages take
	if err := w.doc.Output(b); err != nil {
		return made, fmt.Errorf("draw pages: %w", err)
	}
	return tagged.Part{
		Drawn: b.Bytes(), Width: p.Width, Height: p.Height,
		Elements: p.elements(w.marks), Fonts: w.named, Drawings: w.drawings,
	}, nil
}

// A writer draws operations through gofpdf.
type writer struct {
	doc    *gofpdf.Fpdf
	tree   Tree
	height float64
	logo   *logoSize
	faces  *typefaces
	coding *coding
	named  map[string][]byte // by a cut's name, what its codes stand for

	number int // of the page, from 0
	marks  []mark
	open   bool // between a mark's beginning and its end
	at     Place
	marked int // marks on this page

	drawn    map[Op]int // what is painted many times, at no place, as the so-many-th drawing
	drawings []tagged.Drawing

	cut  int // the font that is set, and its size
	size float64
	ink  Ink
	line []byte // what is written next
}

func (p *Pages) newWriter() *writer {
	doc := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: p.Width, Ht: p.Height}})
	doc.SetAutoPageBreak(false, 0)
	doc.SetMargins(0, 0, 0)
	doc.SetCompression(false) // done when the file is written
	doc.SetCatalogSort(true)
	return &writer{doc: doc, tree: p.Tree, height: p.Height, logo: p.logo, faces: p.faces,
		coding: codeLetters(p.List), named: map[string][]byte{}, drawn: map[Op]int{}}
}

// loadFonts gives gofpdf the letters that are used.
func (w *writer) loadFonts() error {
	for i := range w.coding.cuts {
		c := &w.coding.cuts[i]
		made, err := c.load(w.faces[c.face])
		if err != nil {
			return err
		}
		w.doc.AddFontFromBytes(family(i), "", made.define, made.file)
		w.named[c.name()] = made.letters
	}
	return w.doc.Error()
}

// family is gofpdf's name for a cut.
func family(cut int) string { return "cut" + decimal(cut) }

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
		if op.Fill || op.Dash > 0 {
			w.stamp(BoxOp{W: op.W, H: op.H, Radius: op.Radius, Weight: op.Weight, Dash: op.Dash, Fill: op.Fill}, op.X, op.Y, op.Ink)
		} else {
			w.fill(boxOutline(op), op.Ink)
		}
	case TickOp:
		w.stamp(TickOp{Size: op.Size}, op.X, op.Y, Black)
	case IconOp:
		w.stamp(IconOp{Size: op.Size, Name: op.Name}, op.X, op.Y, Black)
	case SquaresOp:
		w.fill(squaresOutline(op), Black)
	case ImageOp:
		w.image(op)
	}
}

// text draws words.
func (w *writer) text(t TextOp) {
	w.use(t.Ink)
	x, face := t.X, w.faces[t.Face]
	size := t.Size * face.size
	for _, s := range w.coding.stretches(t.Face, face, t.Text) {
		if w.size != size || w.cut != s.cut {
			w.doc.SetFont(family(s.cut), "", size)
			w.cut, w.size = s.cut, size
		}
		w.doc.Text(x+s.right*t.Size, t.Y-s.up*t.Size, string(s.codes))
		x += face.width(s.text, t.Size)
	}
}

// use sets the color of what is filled, words too.
func (w *writer) use(ink Ink) {
	if ink == w.ink {
		return
	}
	w.ink = ink
	w.line = w.line[:0]
	for _, v := range rgb[ink] {
		w.line = decimals(w.line, float64(v)/255)
	}
	w.doc.RawWriteStr(string(append(w.line, "rg"...)))
}

// stamp paints something that pages have many of, given at no place. Its outline
// stands in the file once.
func (w *writer) stamp(op Op, x, y float64, ink Ink) {
	n, known := w.drawn[op]
	if !known {
		d, err := stampOf(op)
		if err != nil {
			w.doc.SetError(err)
		}
		if len(d.Content) == 0 {
			return
		}
		n = len(w.drawings)
		w.drawn[op], w.drawings = n, append(w.drawings, d)
	}
	w.use(ink)
	w.line = append(w.line[:0], "q 1 0 0 1 "...)
	w.line = decimals(w.line, x)
	w.line = decimals(w.line, w.height-y)
	w.line = append(w.line, "cm /D"...)
	w.line = append(strconv.AppendInt(w.line, int64(n), 10), " Do Q"...)
	w.doc.RawWriteStr(string(w.line))
}

// fill draws an outline.
func (w *writer) fill(o outline, ink Ink) {
	w.use(ink)
	w.line = o.path(w.line[:0], w.height)
	w.doc.RawWriteStr(string(w.line))
}

func (w *writer) image(i ImageOp) {
	opts := gofpdf.ImageOptions{ImageType: "png"}
	w.doc.RegisterImageOptionsReader("logo", opts, bytes.NewReader(w.logo.png))
	w.doc.ImageOptions("logo", i.X, i.Y, i.W, i.H, false, opts, 0, "")
}
