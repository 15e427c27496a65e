package widgets

import "fyne.io/fyne/v2"

// A reflow is a renderer whose objects are made anew whenever what is shown, or
// its width, has changed: for pictures and tables, whose height hangs on it.
type reflow struct {
	drawn
	width  float32 // that the objects are for; 0 for none yet
	height float32
}

// newReflow is a renderer that sets its objects for a width and tells their
// height.
func newReflow(of fyne.Widget, set func(width float32) (objects []fyne.CanvasObject, height float32)) fyne.WidgetRenderer {
	const least, unknown = 200, 400
	r := &reflow{}
	flow := func(width float32) float32 {
		if width <= 0 { // not laid out yet
			width = unknown
		}
		if r.width != width {
			r.width = width
			r.objects, r.height = set(width)
		}
		return r.height
	}
	r.drawn = drawn{
		of: of, min: func() fyne.Size { return fyne.NewSize(least, flow(of.Size().Width)) },
		layout: func(s fyne.Size) { flow(s.Width) }, refresh: func() { r.width = 0 },
	}
	return r
}
