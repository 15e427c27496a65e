package window

import (
	"image"
	"sync"

	"deskleaf/app/handout"
	"deskleaf/app/sheet"
)

// previewDPI is the resolution of the pages in the panel; leastDPI and mostDPI are
// bounds where the screen says which it should be.
const (
	previewDPI = 60
	leastDPI   = 20
	mostDPI    = 150
)

// A draft is a handout that was made from one state of the visit.
type draft struct {
	laid     []handout.Laid // the procedure's own sheet, then those that go out too
	pages    *sheet.Pages
	pictures []image.Image
	dpi      float64 // of the pictures
	name     string  // for a file
	err      error
}

// A preview keeps the pages of the panel in step with the visit.
type preview = latest[handout.Input, draft]

// compose makes pages and their pictures for the panel.
func compose(in handout.Input, before draft) draft { return composeAt(0, in, before) }

// composeAt makes pages and their pictures, so many pixels wide, or for 0 as wide as
// the panel has them. What looks as it did before is taken from there: most changes
// touch one line, and the code in the foot of every page.
func composeAt(wide float64, in handout.Input, before draft) draft {
	in.Look = true
	d := draftOf(in)
	if d.err != nil {
		return d
	}
	dpi := float64(previewDPI)
	if wide > 0 {
		dpi = min(max(wide*72/d.pages.Width, leastDPI), mostDPI)
	}
	d.dpi = dpi
	d.pictures = make([]image.Image, len(d.pages.List))
	var drawing sync.WaitGroup
	for i := range d.pictures {
		drawing.Go(func() { d.pictures[i] = drawPage(d, i, before) })
	}
	drawing.Wait()
	return d
}

// drawPage is the picture of a page of a draft.
func drawPage(d draft, i int, before draft) image.Image {
	switch {
	case i >= len(before.pictures) || before.dpi != d.dpi:
		return d.pages.Picture(i, d.dpi)
	case d.pages.Same(i, before.pages):
		return before.pictures[i]
	}
	return d.pages.PictureFrom(i, d.dpi, before.pages, before.pictures[i])
}

// draftOf makes pages without pictures, for paper and files.
func draftOf(in handout.Input) (d draft) {
	d.name = handout.FileName(in)
	d.pages, d.laid, d.err = handout.LayOut(in)
	return d
}
