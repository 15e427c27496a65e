package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A wheel lies over a field and takes the turns of the mouse's wheel, which Fyne's entry
// would swallow: the text moves while it is longer than the field, and then what the field
// stands in does. It can be seen by nobody and stands in the way of no other event.
type wheel struct {
	widget.BaseWidget
	over  fyne.CanvasObject
	entry func() []fyne.CanvasObject // what the field is made of
}

var _ fyne.Scrollable = (*wheel)(nil)

func newWheel(over fyne.CanvasObject, entry func() []fyne.CanvasObject) *wheel {
	w := &wheel{over: over, entry: entry}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled moves the text, where it can go further that way, or what the field stands in.
func (w *wheel) Scrolled(ev *fyne.ScrollEvent) {
	for _, o := range w.entry() {
		if text, ok := o.(*container.Scroll); ok && text.Content != nil && text.Direction == container.ScrollVerticalOnly {
			before := text.Offset
			if text.Scrolled(ev); text.Offset != before {
				return
			}
		}
	}
	for s := range following.all() {
		if s.Visible() && movesWith(w.over, s.Content) {
			s.Scrolled(ev)
			return
		}
	}
}

// CreateRenderer draws nothing.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
