package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// block is an object of a size.
func block(width, height float32) *canvas.Rectangle {
	r := newRect()
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

func TestColumnGivesTextTheHeightItNeedsAtOnce(t *testing.T) {
	long := NewText(BodyStyle, Plain(strings.Repeat("words that go on ", 20)))
	after := block(10, 10)
	stage(t, NewColumn(5, long, after), 300, 400)
	if lines := float32(len(long.lines)); long.Size().Height < lines*lineHeight(16)-1 || lines < 3 {
		t.Errorf("%v lines in a height of %v", lines, long.Size().Height)
	}
	if gap := after.Position().Y - long.Size().Height; gap != 5 {
		t.Errorf("the next object stands %v below it", gap)
	}
}

func TestColumnAroundGivesTheRestToOne(t *testing.T) {
	head, rest, foot := block(10, 30), block(10, 10), block(10, 20)
	stage(t, NewColumnAround(5, rest, head, rest, foot), 100, 400)
	if rest.Size().Height != 400-30-20-10 || foot.Position().Y != 380 {
		t.Errorf("the rest has %v, the foot is at %v", rest.Size().Height, foot.Position().Y)
	}
}

func TestFlowWrapsAndCenters(t *testing.T) {
	a, b, c := block(60, 10), block(60, 30), block(60, 10)
	f := NewFlow(5, a, b, c)
	stage(t, NewColumn(0, f), 140, 200)
	if a.Position() != fyne.NewPos(0, 10) || b.Position() != fyne.NewPos(65, 0) || c.Position() != fyne.NewPos(0, 35) {
		t.Errorf("at %v, %v, %v", a.Position(), b.Position(), c.Position())
	}
	if h := f.MinSize().Height; h != 45 {
		t.Errorf("it needs %v", h)
	}
}

func TestBarDropsWhatHasNoRoom(t *testing.T) {
	left := block(100, 10)
	keys, offline := block(100, 10), block(100, 10)
	bar := NewBar(10, []fyne.CanvasObject{left}, []fyne.CanvasObject{keys, offline})
	w := stage(t, bar, 400, 20)
	inSight := func(o fyne.CanvasObject) bool {
		return slices.ContainsFunc(bar.Objects, func(place fyne.CanvasObject) bool { return place.Visible() && inside(place) == o })
	}
	if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(offline); !inSight(keys) || at.X != 300 {
		t.Errorf("with room for all they are at %v and %v", keys.Position(), offline.Position())
	}
	w.Resize(fyne.NewSize(250, 20))
	if inSight(keys) || !inSight(offline) {
		t.Error("the leftmost at the right did not go first")
	}
	w.Resize(fyne.NewSize(400, 20))
	if !inSight(keys) {
		t.Error("it does not come back")
	}
}

func TestFormRowsStandUnderEachOther(t *testing.T) {
	a, b := NewField(""), NewField("")
	stage(t, NewColumn(5, NewFormRow("Side", a), NewFormRow("A label that is so long that it wraps", b)), 300, 200)
	if a.Position().X != b.Position().X || a.Size().Width != b.Size().Width {
		t.Errorf("fields at %v and %v", a.Position(), b.Position())
	}
}

func TestNoticePutsItsLinksAfterTheWords(t *testing.T) {
	link := NewLink("Details", nil)
	short := NewNotice(Caution, Marked("**Check the code.**"), link)
	stage(t, NewColumn(0, short), 400, 300)
	oneLine := short.MinSize().Height
	if link.Position().X < textWidth("Check the code.", 15, true) {
		t.Errorf("the link stands at %v, on the words", link.Position())
	}
	short.Set(Caution, Marked("**Check the code.** "+strings.Repeat("Some references list another. ", 6)), link)
	if h := short.MinSize().Height; h <= oneLine {
		t.Errorf("%v high with many words, %v with few", h, oneLine)
	}
}

func TestPanelDrawsItsEdges(t *testing.T) {
	inner := block(10, 10)
	p := NewPanel(ColorPanel, LeftEdge|TopEdge, 16, 12, inner)
	w := stage(t, p, 200, 100)
	img := w.Canvas().Capture()
	line := light[theme.ColorNameSeparator]
	for _, at := range []struct {
		x, y int
		want bool
	}{{0, 50, true}, {100, 0, true}, {199, 50, false}, {100, 99, false}} {
		r, g, b, _ := img.At(at.x, at.y).RGBA()
		got := uint8(r>>8) == line.R && uint8(g>>8) == line.G && uint8(b>>8) == line.B
		if got != at.want {
			t.Errorf("a line at %d, %d: %t", at.x, at.y, got)
		}
	}
	if inner.Position() != fyne.NewPos(16, 12) {
		t.Errorf("the content is at %v", inner.Position())
	}
}

// A mover counts how often it is moved to another place.
type mover struct {
	canvas.Rectangle
	moves int
}

func (m *mover) Move(to fyne.Position) {
	if to != m.Position() {
		m.moves++
	}
	m.Rectangle.Move(to)
}

// Fyne measures all that it paints, and paints again what was moved: what moves while it is measured is never at rest.
func TestMeasuringAFlowMovesNothing(t *testing.T) {
	tall, low := &mover{}, &mover{}
	tall.SetMinSize(fyne.NewSize(40, 30))
	low.SetMinSize(fyne.NewSize(40, 10))
	test.NewTempApp(t)
	flow := NewFlow(8, tall, low)
	flow.Resize(fyne.NewSize(200, 40))
	if low.Position().Y != 10 {
		t.Fatalf("the lower one is at %v, and not in the middle of the line", low.Position())
	}
	tall.moves, low.moves = 0, 0
	flow.MinSize()
	if tall.moves+low.moves > 0 {
		t.Error("measuring it moved what is in it")
	}
}
