package widgets

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// What lists of rows have in common: Grid, Results, and the list of a Choice.

// rowAt is the row at a height, by where rows begin and the last one ends, or -1.
func rowAt(tops []float32, y float32) int {
	rows := len(tops) - 1
	if y < 0 || rows < 1 || y >= tops[rows] {
		return -1
	}
	return sort.Search(rows, func(i int) bool { return tops[i+1] > y })
}

// rowsAway is how many rows a key goes down a list of n, or up where it is negative;
// 0 for a key that goes nowhere. It may lead beyond the list.
func rowsAway(key fyne.KeyName, n int) int {
	switch key {
	case fyne.KeyUp:
		return -1
	case fyne.KeyDown:
		return 1
	case fyne.KeyPageUp:
		return -PageStep
	case fyne.KeyPageDown:
		return PageStep
	case fyne.KeyHome:
		return -n
	case fyne.KeyEnd:
		return n
	}
	return 0
}

// A rowGround is what lies under a row that is selected, or has the pointer over it.
type rowGround struct{ rect *canvas.Rectangle }

// show sets the ground and adds it to what is shown, where there is one.
func (g rowGround) show(w themed, selected, over bool, y, width, height float32, shown []fyne.CanvasObject) []fyne.CanvasObject {
	switch {
	case selected:
		g.rect.FillColor = paint(w, ColorSelected)
	case over:
		g.rect.FillColor = paint(w, theme.ColorNameHover)
	default:
		return shown
	}
	place(g.rect, 0, y, width, height)
	return append(shown, g.rect)
}

// A rowsRenderer draws what scrolls in a list: as high as all rows, of which only
// those in sight are shown.
type rowsRenderer struct {
	show  func()
	tops  func() []float32
	shown func() []fyne.CanvasObject
}

func (r rowsRenderer) Destroy()                     {}
func (r rowsRenderer) Layout(fyne.Size)             { r.show() }
func (r rowsRenderer) Refresh()                     { r.show() }
func (r rowsRenderer) Objects() []fyne.CanvasObject { return r.shown() }
func (r rowsRenderer) MinSize() fyne.Size {
	if tops := r.tops(); len(tops) > 0 {
		return fyne.NewSize(0, tops[len(tops)-1])
	}
	return fyne.Size{}
}
