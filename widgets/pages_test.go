package widgets

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestArrangeShowsPagesAsLargeAsItCan(t *testing.T) {
	for _, test := range []struct {
		name          string
		n             int
		width, height float32
		columns       int
	}{
		{"two in a wide room", 2, 300, 240, 2},
		{"two in a high room", 2, 200, 560, 1},
		{"four in a square", 4, 400, 500, 2},
		{"one", 1, 300, 300, 1},
		{"none", 0, 300, 300, 0},
		{"no room", 2, 10, 10, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			columns, page := arrange(test.n, 8.5/11, fyne.NewSize(test.width, test.height))
			if columns != test.columns {
				t.Errorf("%d columns, want %d", columns, test.columns)
			}
			if page.Width*float32(columns) > test.width {
				t.Errorf("pages of %v do not fit", page)
			}
		})
	}
}

func TestPagesAskForTheOneThatIsTapped(t *testing.T) {
	var got []int
	p := NewPages("Nothing yet", func(i int) { got = append(got, i) })
	c := stage(t, p, 300, 240).Canvas()
	press(c, fyne.KeyReturn)
	p.SetPages([]image.Image{paper(), paper()})
	test.TapCanvas(c, fyne.NewPos(225, 120))
	test.TapCanvas(c, fyne.NewPos(75, 120))
	test.TapCanvas(c, fyne.NewPos(150, 5)) // beside them
	press(c, fyne.KeyReturn)
	if len(got) != 3 || got[0] != 1 || got[1] != 0 || got[2] != 0 {
		t.Errorf("asked for %v", got)
	}
	p.SetProblem("No dates yet")
	if p.Count() != 0 {
		t.Error("pages stay beside a problem")
	}
}

func TestAViewerSaysHowWidePagesAre(t *testing.T) {
	v := NewViewer([]image.Image{paper(), paper()})
	var told []float32
	v.OnWidth = func(pixels float32) { told = append(told, pixels) }
	stage(t, v, 400, 300)
	v.SetZoom(2)
	v.SetZoom(2)
	if n := len(told); n == 0 || told[n-1] != 2*(400-2*pagesPad) {
		t.Errorf("told %v, want the last to be %d", told, 2*(400-2*pagesPad))
	}
	before := len(told)
	v.SetPictures([]image.Image{image.NewRGBA(image.Rect(0, 0, 850, 1100))})
	if v.sheets[0].Image.Bounds().Dx() != 850 || v.sheets[1].Image == v.sheets[0].Image {
		t.Error("the first page has not the new picture, or the second has it")
	}
	if len(told) != before {
		t.Error("a new picture is told as another width")
	}
}

func TestViewerZooms(t *testing.T) {
	v := NewViewer([]image.Image{paper(), paper()})
	held := fyne.KeyModifier(0)
	v.modifiers = func() fyne.KeyModifier { return held }
	c := stage(t, v, 400, 300).Canvas()
	wheel := func(dy float32) { v.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, dy)}) }

	wheel(-50)
	if v.Zoom() != 1 || v.scroll.Offset.Y != 50 {
		t.Errorf("without Ctrl the wheel gives zoom %v at %v", v.Zoom(), v.scroll.Offset.Y)
	}
	held = fyne.KeyModifierShortcutDefault
	wheel(10)
	if v.Zoom() <= 1 {
		t.Errorf("with Ctrl the wheel gives zoom %v", v.Zoom())
	}
	width := v.sheets[0].Size().Width
	if width <= 400-2*pagesPad {
		t.Errorf("the page is %v wide", width)
	}
	c.Focus(v)
	press(c, fyne.Key0)
	if v.Zoom() != 1 {
		t.Errorf("0 gives zoom %v", v.Zoom())
	}
	for range 30 {
		press(c, fyne.KeyPlus)
	}
	if v.Zoom() != largestZoom {
		t.Errorf("the largest zoom is %v", v.Zoom())
	}
	for range 60 {
		press(c, fyne.KeyMinus)
	}
	if v.Zoom() != smallestZoom {
		t.Errorf("the smallest zoom is %v", v.Zoom())
	}
}
