package window

import (
	"image"

	"deskleaf/app/handout"
	"deskleaf/app/sheet"
)

// previewDPI is the resolution of the pages in the panel; enlargedDPI that of
// the pages when they are looked at.
const (
	previewDPI  = 60
	enlargedDPI = 110
)

// A draft is a handout that was made from one state of the visit.
type draft struct {
	sheet    sheet.Sheet
	notes    handout.Notes
	pages    *sheet.Pages
	pictures []image.Image
	name     string // for a file
	err      error
}

// A preview keeps the pages of the panel in step with the visit. Pages are made
// away from the window's thread, one after another: a change that comes while
// pages are made marks them as old, and they are made again from the newest
// state. What was old when it was ready is never shown.
type preview struct {
	background Background
	compose    func(handout.Input) draft
	show       func(draft)

	generation int // counts changes
	running    bool
	input      handout.Input
	wanted     bool // whether there is anything to make
	ready      int  // the generation that is shown
}

// change asks for pages of a new state.
func (p *preview) change(in handout.Input) {
	p.generation++
	p.input, p.wanted = in, true
	if !p.running {
		p.start()
	}
}

// drop forgets the state, so that pages of it that are being made never show.
func (p *preview) drop() {
	p.generation++
	p.input, p.wanted = handout.Input{}, false
}

func (p *preview) start() {
	p.running = true
	generation, in := p.generation, p.input
	var made draft
	p.background(func() { made = p.compose(in) }, func() {
		p.running = false
		switch {
		case generation == p.generation:
			p.ready = generation
			p.show(made)
		case p.wanted:
			p.start()
		}
	})
}

// compose makes pages and their pictures.
func compose(in handout.Input) draft {
	in.Look = true
	d := layOut(in)
	if d.err != nil {
		return d
	}
	for i := range len(d.pages.List) {
		d.pictures = append(d.pictures, d.pages.Picture(i, previewDPI))
	}
	return d
}

// layOut makes pages without pictures, for paper and files.
func layOut(in handout.Input) (d draft) {
	d.name = handout.FileName(in)
	d.sheet, d.notes, d.err = handout.Compose(in)
	if d.err == nil {
		d.pages, d.err = sheet.Paginate(d.sheet)
	}
	return d
}
