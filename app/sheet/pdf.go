package sheet

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/jung-kurt/gofpdf"
)

// PDF is the pages as a PDF file, with its fonts embedded and cut down to what
// is used. The same sheet gives the same bytes. Words stand in it in reading
// order.
//
// gofpdf's calls that break lines, count pages or draw pictures of their own
// are not used: they lose letters, split phone numbers and print boxes. Words
// that reach it here were checked letter by letter when they were laid out.
func (p *Pages) PDF() (made []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			made, err = nil, fmt.Errorf("make PDF: %v", r)
		}
	}()
	w := p.newWriter()
	for _, page := range p.List {
		w.page(page)
	}
	var b bytes.Buffer
	if err := w.doc.Output(&b); err != nil {
		return nil, fmt.Errorf("make PDF: %w", err)
	}
	return b.Bytes(), nil
}

// A writer draws operations through gofpdf.
type writer struct {
	doc    *gofpdf.Fpdf
	height float64
	logo   *logoSize
	loaded [faceCount]bool
	faces  *[faceCount]*face
	face   Face
	size   float64
	ink    Ink
	buf    []byte
}

func (p *Pages) newWriter() *writer {
	doc := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: p.Width, Ht: p.Height}})
	doc.SetAutoPageBreak(false, 0)
	doc.SetMargins(0, 0, 0)
	doc.SetCompression(true)
	doc.SetCatalogSort(true)
	c := cleaner{faces: *p.faces}
	doc.SetTitle(c.clean(p.sheet.Title), true)
	doc.SetCreator("Deskleaf", true)
	doc.SetProducer("Deskleaf", true)
	doc.SetCreationDate(p.printed())
	doc.SetModificationDate(p.printed())
	return &writer{doc: doc, height: p.Height, logo: p.logo, faces: p.faces}
}

// printed is the day of printing as a moment; PDF has no dates alone.
func (p *Pages) printed() time.Time {
	d := p.sheet.Printed
	if !d.Valid() {
		return time.Date(2000, 1, 1, 12, 0, 0, 0, time.UTC)
	}
	return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC)
}

func (w *writer) page(p Page) {
	w.doc.AddPage()
	w.ink = Black // what a PDF page begins with
	for _, op := range p.Ops {
		w.draw(op)
	}
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

// families are gofpdf's names for the faces.
var families = [faceCount]string{Regular: "text", Bold: "strong"}

// text draws words. gofpdf writes into the font that it is given, so each
// document has its own copy.
func (w *writer) text(t TextOp) {
	if !w.loaded[t.Face] {
		w.doc.AddUTF8FontFromBytes(families[t.Face], "", w.faces[t.Face].copy())
		w.loaded[t.Face] = true
		w.size = 0
	}
	if w.size != t.Size || w.face != t.Face {
		w.doc.SetFont(families[t.Face], "", t.Size)
		w.face, w.size = t.Face, t.Size
	}
	w.use(t.Ink)
	w.doc.Text(t.X, t.Y, t.Text)
}

// use sets the color of what is filled, words too.
func (w *writer) use(ink Ink) {
	if ink == w.ink {
		return
	}
	w.ink = ink
	w.buf = w.buf[:0]
	for _, v := range rgb[ink] {
		w.number(float64(v) / 255)
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
	w.number(x)
	w.number(w.height - y)
}

// number appends v with at most three decimals and a space.
func (w *writer) number(v float64) {
	w.buf = strconv.AppendFloat(w.buf, math.Round(v*1000)/1000, 'f', -1, 64)
	w.buf = append(w.buf, ' ')
}

func (w *writer) image(i ImageOp) {
	opts := gofpdf.ImageOptions{ImageType: "png"}
	w.doc.RegisterImageOptionsReader("logo", opts, bytes.NewReader(w.logo.png))
	w.doc.ImageOptions("logo", i.X, i.Y, i.W, i.H, false, opts, 0, "")
}
