package window

import (
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
	day     *widgets.Button
}

func newBar(w *Window) *bar {
	button := func(command, icon string) *widgets.Button {
		return widgets.NewButton(w.words.T("bar."+command), icon, widgets.Quiet, func() { w.do(command) })
	}
	b := &bar{handout: button("handout", "sheet"), day: button("day", "schedule")}
	b.row = container.New(inRow{10}, button("next-patient", "user-next"), b.day, b.handout, button("settings", "settings"))
	b.ExtendBaseWidget(b)
	return b
}

// leastFind is the width that the search keeps beside the buttons, in Fyne's units.
const leastFind = 330

// fit leaves out the button that is needed least, which stands in a menu too, where
// the search would have too little room beside it.
func (b *bar) fit(width float32) {
	show(b.day, true)
	show(b.day, width-b.row.MinSize().Width-3*barPad >= leastFind)
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
