package edit

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"

	"deskleaf/content"
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

// sides sets the fields at the left and the pages at the right. Where the width is
// needed for the two columns of fields, the pages go.
type sides struct {
	folded func(on bool) // called when the pages go or come back
	known  bool          // whether they are gone is known
	narrow bool
}

const (
	pagesShare = 0.34
	pagesMost  = 520
	sidesGap   = 14
	sidesLeast = 880 // less than this has the fields alone
)

// Layout places the fields and, where there is room, the pages.
func (x *sides) Layout(o []fyne.CanvasObject, size fyne.Size) {
	right := min(size.Width*pagesShare, pagesMost)
	narrow := size.Width < sidesLeast
	if narrow {
		right = -sidesGap
		o[1].Hide()
	} else {
		o[1].Show()
		o[1].Move(fyne.NewPos(size.Width-right, 0))
		o[1].Resize(fyne.NewSize(right, size.Height))
	}
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(size.Width-right-sidesGap, size.Height))
	if !x.known || x.narrow != narrow {
		x.known, x.narrow = true, narrow
		x.folded(narrow)
	}
}

// MinSize is that of a few fields.
func (*sides) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 200) }
