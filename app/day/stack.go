package day

import (
	"bytes"
	"fmt"
	"io"

	"deskleaf/app/sheet"
	"deskleaf/app/store"
)

// A stack is a PDF of all handouts, in their order.
type stack struct {
	pdf    *sheet.Stack
	leaves bool // for printing on both sides: each handout begins on a leaf of its own
}

func newStack(to io.Writer, about sheet.About, leaves bool) stack {
	return stack{sheet.NewStack(to, about), leaves}
}

// Add appends handouts.
func (s *stack) Add(some []Handout) error {
	sheets := make([]*sheet.Pages, len(some))
	for i, h := range some {
		sheets[i] = h.Pages
	}
	return s.pdf.AddAll(sheets, s.leaves)
}

// A File is an output that is one PDF. It is written as it grows, and takes the
// place of a file of the same name when it is whole.
type File struct {
	stack
	pending *store.Pending
}

// NewFile begins the file; title is what a viewer shows over it, and never a
// patient's name. With leaves, each handout begins on the front of a leaf where both
// sides are printed.
func (r *Reader) NewFile(files store.FS, path, title string, leaves bool) (*File, error) {
	p, err := store.Begin(files, path)
	if err != nil {
		return nil, err
	}
	return &File{newStack(p, r.about(title), leaves), p}, nil
}

// about is what is said of a PDF of the day as a whole.
func (r *Reader) about(title string) sheet.About {
	return sheet.About{Title: title, Language: r.Language, Printed: r.Today}
}

// Keep ends the file and gives it its name.
func (f *File) Keep() error {
	if err := f.pdf.Close(); err != nil {
		return err
	}
	return f.pending.Keep()
}

// Drop takes the file away, unless it was kept.
func (f *File) Drop() { f.pending.Drop() }

// A Pile is an output for a printer. It is what [deskleaf/app/printing.Pages] asks
// for: the PDF, and any page as dots, which are made anew from its line, so that no
// more than one handout is in memory.
type Pile struct {
	stack
	reader *Reader
	made   bytes.Buffer
	pages  []piled
	last   *sheet.Pages // of the line last drawn
	lastOf int
}

// piled is where a page of a pile comes from: the page of a line, or an empty back.
type piled struct {
	entry Entry
	page  int // -1 for an empty one
}

// NewPile begins a pile.
func (r *Reader) NewPile(title string, leaves bool) *Pile {
	p := &Pile{reader: r, lastOf: -1}
	p.stack = newStack(&p.made, r.about(title), leaves)
	return p
}

// Add appends handouts.
func (p *Pile) Add(some []Handout) error {
	for _, h := range some {
		if p.leaves && len(p.pages)%2 == 1 {
			p.pages = append(p.pages, piled{h.Entry, -1})
		}
		for page := range h.Pages.List {
			p.pages = append(p.pages, piled{h.Entry, page})
		}
	}
	return p.stack.Add(some)
}

// Keep ends the PDF.
func (p *Pile) Keep() error { return p.pdf.Close() }

// Drop does nothing: a pile is in memory alone.
func (p *Pile) Drop() {}

// Count is how many pages there are, empty backs too.
func (p *Pile) Count() int { return len(p.pages) }

// PDF is the pile as one PDF.
func (p *Pile) PDF() ([]byte, error) { return p.made.Bytes(), nil }

// Dots draws one page for a printer; see [sheet.Pages.Dots].
func (p *Pile) Dots(page int, dpi float64, take func(width, rows int, bits []byte) error) error {
	if page < 0 || page >= len(p.pages) {
		return fmt.Errorf("there is no page %d", page+1)
	}
	from := p.pages[page]
	if p.last == nil || p.lastOf != from.entry.Line.Number {
		pages, err := p.reader.Pages(from.entry)
		if err != nil {
			return err
		}
		p.last, p.lastOf = pages, from.entry.Line.Number
	}
	if from.page < 0 {
		empty := sheet.Pages{Width: p.last.Width, Height: p.last.Height, List: make([]sheet.Page, 1)}
		return empty.Dots(0, dpi, take)
	}
	return p.last.Dots(from.page, dpi, take)
}
