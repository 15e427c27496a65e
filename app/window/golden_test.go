package window

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/visit"
	"deskleaf/assets/goldentest"
	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/content/civil"
)

// sizes are the windows that must be usable: a whole small screen, the same at
// 125 %, and the smallest; less what the menu bar takes.
var sizes = [][2]float32{{1366, 740}, {1093, 532}, {800, 532}}

// TestWindowGolden holds the layout of the main window: every part, its place, its
// words and its colors.
func TestWindowGolden(t *testing.T) {
	for _, size := range sizes {
		for _, look := range []string{"light", "dark"} {
			name := fmt.Sprintf("window-%v-%s.xml", size[0], look)
			t.Run(name, func(t *testing.T) {
				tr := filled(t, size[0], size[1], func(d *Deps) { d.Desk.Theme = look })
				goldentest.Hold(t, "testdata/"+name, test.RenderToMarkup(tr.frame.Canvas()))
			})
		}
	}
}

// filled is a window with a procedure and a visit.
func filled(t *testing.T, width, height float32, changes ...setUp) *trial {
	tr := try(t, width, height, append(changes, func(d *Deps) {
		folder := t.TempDir()
		d.Clinic = func(desk.Desk) clinic.Clinic { return clinic.Clinic{Folder: folder, Facts: sampleFacts()} }
	})...)
	tr.type_("si j")
	tr.edit(func(v *visit.Visit) {
		v.SetWhen(civil.Date{Year: 2026, Month: 12, Day: 10}.At(570), true)
		v.Side = content.Right
	})
	tr.resize(width, height)
	return tr
}

// TestLongerLanguageFits puts a language into the window whose every text is two
// fifths longer, and holds that nothing leaves the window and Print says itself
// whole.
func TestLongerLanguageFits(t *testing.T) {
	for _, size := range sizes {
		t.Run(fmt.Sprint(size[0]), func(t *testing.T) {
			tr := filled(t, size[0], size[1], func(d *Deps) { d.Words = words.Pseudo() })
			if !tr.regions.shows() {
				tr.togglePanel()
				tr.resize(size[0], size[1])
			}
			within(t, tr)
			for _, whole := range []string{tr.says(), tr.words.T("bar.handout"), tr.words.T("visit.save")} {
				if !strings.Contains(markup(tr), whole) {
					t.Errorf("%q is cut off", whole)
				}
			}
		})
	}
}

// TestLargeTextFits does the same with the text of the window as large as it gets.
func TestLargeTextFits(t *testing.T) {
	tr := filled(t, 1366, 740, func(d *Deps) { d.Desk.TextSize = 150 })
	within(t, tr)
}

// within holds the parts of the window to lying inside it and beside each other.
func within(t *testing.T, tr *trial) {
	t.Helper()
	size := tr.frame.Canvas().Size()
	boxes := map[string][4]float32{}
	for name, part := range map[string]fyne.CanvasObject{
		"search": tr.find.Entry, "buttons": tr.bar, "list": tr.regions.list, "text": tr.regions.read, "panel": tr.regions.panel, "status": tr.status,
	} {
		if !part.Visible() {
			continue
		}
		at, s := fyne.CurrentApp().Driver().AbsolutePositionForObject(part), part.Size()
		boxes[name] = [4]float32{at.X, at.Y, at.X + s.Width, at.Y + s.Height}
		if box := boxes[name]; box[0] < 0 || box[1] < 0 || box[2] > size.Width+1 || box[3] > size.Height+1 {
			t.Errorf("%s leaves the window: %v in %v", name, box, size)
		}
	}
	for a, x := range boxes {
		for b, y := range boxes {
			if a < b && x[0] < y[2]-1 && y[0] < x[2]-1 && x[1] < y[3]-1 && y[1] < x[3]-1 {
				t.Errorf("%s and %s lie over each other: %v %v", a, b, x, y)
			}
		}
	}
}
