package window

import (
	"fyne.io/fyne/v2"

	"deskleaf/widgets"
)

// applyTheme gives the program the look and the text size of this desk. Where it has
// them already, nothing is done: with every theme Fyne reads its type anew.
func (w *Window) applyTheme() {
	look := map[string]widgets.Look{"light": widgets.Light, "dark": widgets.Dark, "contrast": widgets.HighContrast}[w.desk.Theme]
	wanted, settings := widgets.NewTheme(look, w.scale()), fyne.CurrentApp().Settings()
	if now, ok := settings.Theme().(*widgets.Theme); ok && *now == *wanted {
		return
	}
	settings.SetTheme(wanted)
	if w.root != nil {
		w.relayout()
	}
}

// readType has Fyne read the type of the theme, away from its thread: parsing it
// takes as long as the system takes to make a frame, and neither needs the other.
func (w *Window) readType() {
	read := make(chan struct{})
	w.typeRead = read
	go func() {
		defer close(read)
		widgets.ReadType()
	}()
}
