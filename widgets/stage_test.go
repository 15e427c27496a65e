package widgets

import (
	"flag"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"deskleaf/assets/goldentest"
)

// TestMain gives widgets that are made before their window the theme too.
func TestMain(m *testing.M) {
	flag.Parse()
	test.NewApp().Settings().SetTheme(NewTheme(Light, 1))
	os.Exit(m.Run())
}

// stage shows an object in a window of the light look and returns the window.
func stage(t testing.TB, o fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	t.Cleanup(func() { fyne.CurrentApp().Settings().SetTheme(NewTheme(Light, 1)) })
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light, 1))
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w
}

// press gives keys to what has the focus, or to the canvas where nothing has it.
func press(c fyne.Canvas, keys ...fyne.KeyName) {
	for _, k := range keys {
		ev := &fyne.KeyEvent{Name: k}
		if f := c.Focused(); f != nil {
			f.TypedKey(ev)
		} else if c.OnTypedKey() != nil {
			c.OnTypedKey()(ev)
		}
	}
}

// passed records the keys that reach the canvas.
func passed(c fyne.Canvas) *[]fyne.KeyName {
	var keys []fyne.KeyName
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) { keys = append(keys, ev.Name) })
	return &keys
}

// golden holds what a canvas shows, as markup, to testdata/NAME.xml. Markup is the
// same on every machine, where pictures differ by a hair.
func golden(t *testing.T, name string, c fyne.Canvas) {
	t.Helper()
	goldentest.Hold(t, "testdata/"+name+".xml", test.RenderToMarkup(c))
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
}
