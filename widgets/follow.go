package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewScroll returns a scroll that follows the focus: what is reached with a key is
// brought into sight.
func NewScroll(content fyne.CanvasObject) *container.Scroll {
	s := container.NewVScroll(content)
	following.add(s)
	return s
}

// following are the scrolls that follow the focus.
var following living[container.Scroll]

// bringIntoSight scrolls what an object stands in, as far as it needs to show it.
func bringIntoSight(o fyne.CanvasObject) {
	for range 2 { // one scroll may stand in another
		for s := range following.all() {
			if s.Visible() && movesWith(o, s.Content) {
				reveal(s, o)
			}
		}
	}
}

// movesWith tells whether an object stands in some content. Fyne knows no parents,
// but what is in the content moves with it.
func movesWith(o, content fyne.CanvasObject) bool {
	driver, at := fyne.CurrentApp().Driver(), content.Position()
	before := driver.AbsolutePositionForObject(o)
	content.Move(at.AddXY(0, 1))
	after := driver.AbsolutePositionForObject(o)
	content.Move(at)
	return after != before
}

// reveal scrolls as far as it needs to show an object that stands in a scroll.
func reveal(s *container.Scroll, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s).Y
	const room = 8
	by := float32(0)
	switch foot := top + o.Size().Height; {
	case top < room:
		by = top - room
	case foot > s.Size().Height-room:
		by = min(foot-s.Size().Height+room, top-room) // of what is too high, the beginning
	}
	if by != 0 {
		most := max(s.Content.MinSize().Height-s.Size().Height, 0)
		s.ScrollToOffset(fyne.NewPos(0, min(max(s.Offset.Y+by, 0), most)))
	}
}
