// Command hello is the smallest window that Fyne makes. The benchmarks measure Deskleaf's opening and idling beside it,
// built with the same tags: what Fyne itself costs is not ours to save. With the argument "letters" it is instead a field
// and a picture that is another one after each letter: the least that an editor with a page beside it can be.
package main

import (
	"image"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func main() {
	window := app.NewWithID("app.deskleaf.hello").NewWindow("Hello")
	if len(os.Args) > 1 && os.Args[1] == "letters" {
		letters(window)
	} else {
		window.SetContent(widget.NewLabel("Hello"))
	}
	window.ShowAndRun()
}

// letters fills a window as large as Deskleaf's. The picture is as large as a page and comes from elsewhere, as a page
// does that was laid out meanwhile; making it costs nothing.
func letters(window fyne.Window) {
	const wide, high = 300, 390
	pages := [2]*image.RGBA{}
	for i := range pages {
		pages[i] = image.NewRGBA(image.Rect(0, 0, wide, high))
		for at := range pages[i].Pix {
			pages[i].Pix[at] = byte(255 - 90*i)
		}
	}
	page := &canvas.Image{Image: pages[0], ScaleMode: canvas.ImageScaleFastest}
	page.Move(fyne.NewPos(1000, 100))
	page.Resize(fyne.NewSize(wide, high))
	field := widget.NewEntry()
	field.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	field.Move(fyne.NewPos(20, 100))
	field.Resize(fyne.NewSize(400, 36))
	count := 0
	field.OnChanged = func(string) {
		count++
		next := pages[count%2]
		go fyne.Do(func() {
			page.Image = next
			page.Refresh()
		})
	}
	window.SetContent(container.NewWithoutLayout(field, page))
	window.Resize(fyne.NewSize(1366, 705))
	window.Canvas().Focus(field)
}
