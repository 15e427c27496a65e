package main

import (
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	a := app.NewWithID("app.deskleaf")
	w := a.NewWindow("Deskleaf")
	w.SetContent(widget.NewLabel("hi"))
	w.ShowAndRun()
}
