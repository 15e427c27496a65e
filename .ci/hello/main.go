// Command hello is the smallest window that Fyne makes. The benchmarks measure Deskleaf's opening and idling beside it,
// built with the same tags: what Fyne itself costs is not ours to save.
package main

import (
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	window := app.NewWithID("app.deskleaf.hello").NewWindow("Hello")
	window.SetContent(widget.NewLabel("Hello"))
	window.ShowAndRun()
}
