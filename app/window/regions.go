package window

import (
	"fyne.io/fyne/v2"
)

// Widths of the regions, in Fyne's units, at text size 100 %.
const (
	listWidth       = 300
	narrowListWidth = 230
	panelWidth      = 346
	foldBelow       = 1100 // where the handout panel folds away by itself
	narrowBelow     = 960  // where the list takes less
	listNeeds       = 900  // where list and open panel no longer stand side by side
	listShare       = 0.36 // of the width, which is the most that the list takes
	leastRead       = 320  // beside the open panel; with less, the panel covers the text too
)

// regions lays out what lies between the search row and the status bar: the list
// of procedures, the procedure that is read, and the handout panel. In a narrow
// window the panel folds away behind its button; opened there, it takes the
// list's place.
type regions struct {
	list, read, panel fyne.CanvasObject
	lines             [2]fyne.CanvasObject // between them

	scale  func() float32
	opened bool // by hand, in a narrow window
	folded bool // by hand, in a wide one

	width   float32
	folds   func() // the panel is about to fold because the width changed
	changed func() // it folded or unfolded for that reason
}

// narrow reports whether the panel folds by itself at the width laid out last.
func (r *regions) narrow() bool { return r.width < foldBelow*r.scale() }

// shows reports whether the panel shows.
func (r *regions) shows() bool {
	if r.narrow() {
		return r.opened
	}
	return !r.folded
}

// toggle folds the panel or unfolds it, and remembers which.
func (r *regions) toggle() {
	if r.narrow() {
		r.opened = !r.opened
	} else {
		r.folded = !r.folded
	}
}

// Layout places the regions side by side, whole height.
func (r *regions) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	was := r.shows()
	if r.width != size.Width {
		r.width = size.Width
	}
	panel := r.shows()
	list := !panel || size.Width >= listNeeds*r.scale()
	show(r.list, list)
	show(r.lines[0], list)
	if was && !panel && r.folds != nil {
		r.folds()
	}
	alone := panel && size.Width-panelWidth*r.scale() < leastRead*r.scale()
	show(r.panel, panel)
	show(r.lines[1], panel && !alone)
	show(r.read, !alone)

	left, right := float32(0), size.Width
	if list {
		width := listWidth * r.scale()
		if size.Width < narrowBelow*r.scale() {
			width = min(narrowListWidth*r.scale(), size.Width*listShare)
		}
		place(r.list, 0, width, size.Height)
		place(r.lines[0], width, 1, size.Height)
		left = width + 1
	}
	if alone {
		place(r.panel, 0, size.Width, size.Height)
		right = 0
	} else if panel {
		right -= panelWidth * r.scale()
		place(r.panel, right, size.Width-right, size.Height)
		place(r.lines[1], right-1, 1, size.Height)
		right--
	}
	if !alone {
		place(r.read, left, max(right-left, 0), size.Height)
	}
	if was != panel && r.changed != nil {
		r.changed()
	}
}

// MinSize is small: the window decides, and regions scroll.
func (r *regions) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(640, 240)
}

func place(o fyne.CanvasObject, x, width, height float32) {
	o.Move(fyne.NewPos(x, 0))
	o.Resize(fyne.NewSize(width, height))
}

// show changes what is seen only where it differs, so that laying out does not
// ask for a repaint without end.
func show(o fyne.CanvasObject, on bool) {
	switch {
	case on && !o.Visible():
		o.Show()
	case !on && o.Visible():
		o.Hide()
	}
}
