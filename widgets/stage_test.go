package widgets

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
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

var update = flag.Bool("update", false, "write golden files")

// golden holds what a canvas shows, as markup, to testdata/NAME.xml. Markup is the
// same on every machine, where pictures differ by a hair.
func golden(t *testing.T, name string, c fyne.Canvas) {
	t.Helper()
	file, got := filepath.Join("testdata", name+".xml"), test.RenderToMarkup(c)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s has changed; look at the gallery and run with -update:\n%s", file, firstChange(string(want), got))
	}
}

// firstChange is the first line that differs, as it was and as it is.
func firstChange(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d\n- %s\n+ %s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, now %d", len(a), len(b))
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
}
