package widgets

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// colorAt is the color of a window at a point.
func colorAt(c fyne.Canvas, x, y int) color.NRGBA {
	return color.NRGBAModel.Convert(c.Capture().At(x, y)).(color.NRGBA)
}

// TestGroundsHaveTheColorsOfTheLook holds that what is painted as a picture of one
// pixel fills its place, with the color of its look.
func TestGroundsHaveTheColorsOfTheLook(t *testing.T) {
	p := NewPages("", nil)
	in := NewField("")
	w := stage(t, NewPanel(ColorPanel, 0, 20, 20, NewColumn(20, in, p)), 300, 240)
	p.SetPages([]image.Image{paper()})
	look := fyne.CurrentApp().Settings()
	is := func(what string, at fyne.Position, name fyne.ThemeColorName) {
		t.Helper()
		want := look.Theme().Color(name, look.ThemeVariant())
		if got := colorAt(w.Canvas(), int(at.X), int(at.Y)); got != color.NRGBAModel.Convert(want) {
			t.Errorf("%s is %v, not %v", what, got, want)
		}
	}
	place := func(o fyne.CanvasObject) fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	}
	is("a corner of the panel", fyne.NewPos(1, 1), ColorPanel)
	is("the other corner", fyne.NewPos(298, 238), ColorPanel)
	is("the well", place(p).AddXY(12, 4), ColorWell)
	is("a field", place(in).AddXY(60, 5), theme.ColorNameInputBackground)
	is("its line", place(in).AddXY(60, 0), theme.ColorNameInputBorder)
}
