package window

import (
	"fyne.io/fyne/v2"

	"deskleaf/widgets"
)

// applyTheme gives the program the look and the text size of this desk.
func (w *Window) applyTheme() {
	look := map[string]widgets.Look{"light": widgets.Light, "dark": widgets.Dark}[w.desk.Theme]
	fyne.CurrentApp().Settings().SetTheme(widgets.NewTheme(look, w.scale()))
	if w.root != nil {
		w.relayout()
	}
}
