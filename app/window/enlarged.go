package window

import (
	"image"

	"fyne.io/fyne/v2/container"

	"deskleaf/app/handout"
	"deskleaf/app/sheet"
	"deskleaf/widgets"
)

// enlargedDPI is the resolution of pages when they are looked at in large, and
// sharpestDPI that of pages that are zoomed: a Letter page then takes 15 MB.
const (
	enlargedDPI = 110
	sharpestDPI = 200
)

// picturesOf are pictures of all pages.
func picturesOf(pages *sheet.Pages, dpi float64) []image.Image {
	pictures := make([]image.Image, len(pages.List))
	for i := range pictures {
		pictures[i] = pages.Picture(i, dpi)
	}
	return pictures
}

// showPictures shows pages in a dialog as large as the window lets it be. Zoomed,
// they are drawn anew, so that they stay sharp. Closed, nothing has them any more.
func (w *Window) showPictures(title string, pages *sheet.Pages, pictures []image.Image, actions ...widgets.Action) {
	window, viewer := w.frame.Canvas().Size(), widgets.NewViewer(pictures)
	s := sharpener{background: w.background, pages: pages, show: viewer.SetPictures, has: enlargedDPI}
	viewer.OnWidth = s.want
	d := widgets.NewDialog(title, container.New(tall{window.Height - 160}, viewer), actions...)
	d.Width, d.OnClosed = min(window.Width-60, 900), viewer.Drop
	d.Show(w.frame.Canvas(), viewer)
}

// showMade makes pages away from the window's thread and shows them, with what else
// can be done with them. Why they cannot be made is told to failed.
func (w *Window) showMade(title string, in handout.Input, failed func(why string), more func(*sheet.Pages) []widgets.Action) {
	var made draft
	var pictures []image.Image
	w.background(func() {
		if made = draftOf(in); made.err == nil {
			pictures = picturesOf(made.pages, enlargedDPI)
		}
	}, func() {
		if made.err != nil {
			failed(w.whyNoPages(made.err))
			return
		}
		actions := []widgets.Action{{Text: w.words.T("dialog.close"), Cancel: true, Default: true}}
		if more != nil {
			actions = append(actions, more(made.pages)...)
		}
		w.showPictures(title, made.pages, pictures, actions...)
	})
}

// A sharpener draws pages as sharp as they are shown, one drawing at a time: while
// it draws it remembers only what is wanted last. Pages that are sharper than need
// be stay.
type sharpener struct {
	background Background
	pages      *sheet.Pages
	show       func([]image.Image)
	has, needs float64 // dots per inch
	drawing    bool
}

// want asks for pages that are so many pixels wide.
func (s *sharpener) want(pixels float32) {
	s.needs = min(float64(pixels)*72/s.pages.Width, sharpestDPI)
	s.draw()
}

func (s *sharpener) draw() {
	const enough = 1.05 // nobody sees less
	if s.drawing || s.needs <= s.has*enough {
		return
	}
	s.drawing = true
	dpi, pictures := s.needs, []image.Image(nil)
	s.background(func() { pictures = picturesOf(s.pages, dpi) }, func() {
		s.drawing, s.has = false, dpi
		s.show(pictures)
		s.draw()
	})
}
