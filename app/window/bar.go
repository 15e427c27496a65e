package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deskleaf/widgets"
)

// A bar is the row of buttons at the right of the search.
type bar struct {
	widget.BaseWidget
	row     *fyne.Container
	handout *widgets.Button
	spare   []*widgets.Button // what a menu has too, needed least first
}

func newBar(w *Window) *bar {
	button := func(command, icon string) *widgets.Button {
		return widgets.NewButton(w.words.T("bar."+command), icon, widgets.Quiet, func() { w.do(command) })
	}
	day, settings := button("day", "schedule"), button("settings", "settings")
	b := &bar{handout: button("handout", "sheet"), spare: []*widgets.Button{day, settings}}
	b.row = container.New(inRow{10}, button("next-patient", "user-next"), day, b.handout, settings)
	b.ExtendBaseWidget(b)
	return b
}

// leastFind is the width that the search keeps beside the buttons, in Fyne's units.
const leastFind = 330

// fit leaves out the buttons that are needed least, which stand in menus too, where
// the search would have too little room beside them.
func (b *bar) fit(width float32) {
	for _, button := range b.spare {
		show(button, true)
	}
	for _, button := range b.spare {
		show(button, width-b.row.MinSize().Width-3*barPad >= leastFind)
	}
}

// holds reports whether one of the buttons has the focus.
func (b *bar) holds(focused fyne.Focusable) bool {
	return slices.ContainsFunc(b.row.Objects, func(o fyne.CanvasObject) bool { return fyne.Focusable(o.(*widgets.Button)) == focused })
}

// CreateRenderer draws the buttons.
func (b *bar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.row) }

// inRow sets objects beside each other; where there is too little room, all
// yield alike.
type inRow struct{ gap float32 }

func (r inRow) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	share := float32(1)
	if need := r.MinSize(objects).Width; need > s.Width && need > 0 {
		share = s.Width / need
	}
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		width := o.MinSize().Width * share
		set(o, x, 0, width, s.Height)
		x += width + r.gap*share
	}
}

func (r inRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var all fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if all.Width > 0 {
			all.Width += r.gap
		}
		all.Width += m.Width
		all.Height = max(all.Height, m.Height)
	}
	return all
}
