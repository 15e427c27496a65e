package window

import (
	"image"
	"sync"

	"deskleaf/app/handout"
	"deskleaf/app/sheet"
)

// previewDPI is the resolution of the pages in the panel.
const previewDPI = 60

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
	compose    func(in handout.Input, before draft) draft
	show       func(draft)

	generation int // counts changes
	running    bool
	input      handout.Input
	wanted     bool  // whether there is anything to make
	ready      int   // the generation that is shown
	made       draft // what is shown
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
	p.input, p.wanted, p.made = handout.Input{}, false, draft{}
}

func (p *preview) start() {
	p.running = true
	generation, in, before := p.generation, p.input, p.made
	var made draft
	p.background(func() { made = p.compose(in, before) }, func() {
		p.running = false
		switch {
		case generation == p.generation:
			p.ready, p.made = generation, made
			p.show(made)
		case p.wanted:
			p.start()
		}
	})
}

// compose makes pages and their pictures. Pictures of pages that look as they did
// before are taken from there; most changes touch one page.
func compose(in handout.Input, before draft) draft {
	in.Look = true
	d := layOut(in)
	if d.err != nil {
		return d
	}
	d.pictures = make([]image.Image, len(d.pages.List))
	var drawing sync.WaitGroup
	for i := range d.pictures {
		if i < len(before.pictures) && d.pages.Same(i, before.pages) {
			d.pictures[i] = before.pictures[i]
			continue
		}
		drawing.Go(func() { d.pictures[i] = d.pages.Picture(i, previewDPI) })
	}
	drawing.Wait()
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
