package edit

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"deskleaf/content"
	"deskleaf/widgets"
)

// ShowPages shows the pages as they would print, with the part of the handout that
// each is of.
func (s *Screen) ShowPages(pictures []image.Image, parts []content.Part) {
	s.pictures, s.parts = pictures, parts
	s.showPages()
}

// showPages shows the pages of the part that is being written, which are larger so,
// or all of them.
func (s *Screen) showPages() {
	if len(s.pictures) == 0 {
		return // what says why stays
	}
	from, to := 0, len(s.pictures)
	part := map[string]content.Part{"before": content.Preparation, "after": content.Aftercare}[s.chapter()]
	if i := slices.Index(s.parts, part); i >= 0 {
		from, to = i, i
		for to < len(s.parts) && s.parts[to] == part {
			to++
		}
	}
	s.pages.SetPages(s.pictures[from:to])
}

// PageWide is how many pixels of the screen a page has across; 0 where none has stood
// there yet.
func (s *Screen) PageWide() float64 { return s.pages.Wide() }

// ShowProblem shows in their place why there are none.
func (s *Screen) ShowProblem(words string) {
	s.pictures, s.parts = nil, nil
	s.pages.SetProblem(words)
}

// screenLayout sets the bar and what is noted over the fields and their pages. Where the
// window is low, at large text, the bar has only what no key does.
type screenLayout struct {
	bar   *fyne.Container
	look  fyne.CanvasObject   // shows the pages, where they have no room of their own
	spare []fyne.CanvasObject // what the bar can do without
	known bool                // whether the next two are
	low   bool
	fold  bool
}

const (
	screenGap  = 8
	leastHigh  = 320 // lower than this, at text of the usual size, the bar is short
	mostNoted  = 0.4 // of the height: what is noted may have so much, and scrolls
	sidesLeast = 880 // less than this, at text of the usual size, has the fields alone
)

// Layout places the parts from the top.
func (x *screenLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	k := widgets.TextScale()
	if low, fold := size.Height < leastHigh*k, size.Width < sidesLeast*k; !x.known || low != x.low || fold != x.fold {
		x.known, x.low, x.fold = true, low, fold
		setShown(x.look, fold)
		for _, spare := range x.spare {
			setShown(spare, !low)
		}
		x.bar.Refresh()
	}
	y := float32(0)
	high := func(part fyne.CanvasObject) float32 {
		part.Resize(fyne.NewSize(size.Width, part.MinSize().Height)) // its height at that width
		return part.MinSize().Height
	}
	put := func(part fyne.CanvasObject, height float32) {
		part.Move(fyne.NewPos(0, y))
		part.Resize(fyne.NewSize(size.Width, height))
		y += height + screenGap
	}
	put(o[0], high(o[0]))
	noted := o[1].(*container.Scroll)
	setShown(noted, noted.Content.Visible())
	if noted.Visible() {
		put(noted, min(high(noted.Content), size.Height*mostNoted))
	}
	put(o[2], max(size.Height-y, 0))
}

// setShown shows something or hides it, where that is a change.
func setShown(o fyne.CanvasObject, on bool) {
	switch {
	case on && !o.Visible():
		o.Show()
	case !on && o.Visible():
		o.Hide()
	}
}

// MinSize is that of a few fields.
func (*screenLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 200) }

// sides sets the fields at the left and the pages at the right. Where the width is
// needed for the two columns of fields, the pages go.
type sides struct{}

const (
	pagesShare = 0.34
	pagesMost  = 520
	sidesGap   = 14
)

// Layout places the fields and, where there is room, the pages.
func (sides) Layout(o []fyne.CanvasObject, size fyne.Size) {
	right := min(size.Width*pagesShare, pagesMost)
	if size.Width < sidesLeast*widgets.TextScale() {
		right = -sidesGap
		o[1].Hide()
	} else {
		o[1].Show()
		o[1].Move(fyne.NewPos(size.Width-right, 0))
		o[1].Resize(fyne.NewSize(right, size.Height))
	}
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(size.Width-right-sidesGap, size.Height))
}

// MinSize is that of a few fields.
func (sides) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 100) }
