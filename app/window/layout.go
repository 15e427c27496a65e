package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"deskleaf/widgets"
)

// Room in the bar at the top, in Fyne's units.
const (
	barPad     = 14
	widestFind = 560
	mostBands  = 0.3 // of the height, for what went wrong
)

// layOut puts the parts of the window together. Tab goes through them as they
// stand in the list: search, procedures, text, handout, and last what is needed
// least, the buttons of the bar.
func (w *Window) layOut() fyne.CanvasObject {
	w.regions = &regions{
		list:  widgets.NewPanel(widgets.ColorList, 0, 0, 0, w.find.List),
		read:  w.read,
		panel: w.panel,
		lines: [2]fyne.CanvasObject{newLine(), newLine()},
		scale: w.scale, folded: w.desk.Window.Folded,
		folds: w.foldsAway, changed: w.foldChanged,
	}
	r := w.regions
	middle := container.New(r, r.list, r.lines[0], r.read, r.lines[1], r.panel)
	ground := widgets.NewPanel(widgets.ColorBar, widgets.BottomEdge, 0, 0, container.NewWithoutLayout())
	w.whole = &whole{ground: ground, find: w.find.Entry, notices: w.notices, middle: middle, day: w.day, edit: w.editor, bar: w.bar, status: w.status, toast: w.toasts, tips: w.tips}
	f := w.whole
	return widgets.NewTouched(container.New(f, ground, f.find, f.notices, f.middle, f.day, f.edit, f.bar, f.status, f.toast, f.tips), w.moved, w.awake)
}

// scale is how much larger than drawn the text is.
func (w *Window) scale() float32 { return float32(w.desk.Size()) / 100 }

// newLine is the line between two regions.
func newLine() fyne.CanvasObject {
	return widgets.NewPanel(theme.ColorNameSeparator, 0, 0, 0, container.NewWithoutLayout())
}

// whole lays the window out: the bar with the search, notices under it, the
// regions or in their place a day's schedule or the editor, the status bar, and
// over all the toast and the tips.
type whole struct {
	ground, find, notices, middle, day, edit, status, toast, tips fyne.CanvasObject
	bar                                                           *bar
}

func (f *whole) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	f.bar.fit(s.Width)
	field, buttons := f.find.MinSize().Height, f.bar.MinSize()
	top := field + 2*8
	set(f.ground, 0, 0, s.Width, top)
	right := buttons.Width
	if s.Width-right < 300+2*barPad {
		right = max(s.Width-300-2*barPad, 0)
	}
	set(f.find, barPad, 8, min(widestFind, s.Width-right-3*barPad), field)
	set(f.bar, s.Width-right-barPad, (top-buttons.Height)/2, right, buttons.Height)

	y := top
	f.notices.Resize(fyne.NewSize(s.Width, f.notices.Size().Height))
	if f.notices.Visible() {
		height := min(f.notices.MinSize().Height, s.Height*mostBands)
		set(f.notices, 0, y, s.Width, height)
		y += height
	}
	bottom := f.status.MinSize().Height
	set(f.status, 0, s.Height-bottom, s.Width, bottom)
	for _, screen := range []fyne.CanvasObject{f.middle, f.day, f.edit} {
		if screen.Visible() { // what nobody has opened yet is not made
			set(screen, 0, y, s.Width, max(s.Height-bottom-y, 0))
		}
	}
	set(f.toast, 0, 0, s.Width, s.Height)
	set(f.tips, 0, 0, s.Width, s.Height)
}

func (f *whole) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 400) }

// set moves and resizes.
func set(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}
