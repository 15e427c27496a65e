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
	laid     []handout.Laid // the procedure's own sheet, then those that go out too
	pages    *sheet.Pages
	pictures []image.Image
	name     string // for a file
	err      error
}

// A preview keeps the pages of the panel in step with the visit.
type preview = latest[handout.Input, draft]

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
	d.pages, d.laid, d.err = handout.LayOut(in)
	return d
}
