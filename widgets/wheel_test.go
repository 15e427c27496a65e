package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// The wheel over a field moves what the field stands in, and a text that is longer than its
// field first.
func TestWheelOverAField(t *testing.T) {
	note, field := NewNoteField("", 3), NewField("")
	long := NewNoteField("", 3)
	long.SetText(strings.Repeat("A line.\n", 30))
	column := NewColumn(4, field, note, long)
	for range 30 {
		column.Add(NewText(BodyStyle, Plain("More below.")))
	}
	scroll := NewScroll(column)
	w := stage(t, scroll, 300, 200)
	turn := func(o fyne.CanvasObject, by float32) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(10, 10)
		test.Scroll(w.Canvas(), at, 0, by)
	}
	for name, o := range map[string]fyne.CanvasObject{"a field": field, "an empty note": note} {
		scroll.ScrollToTop()
		if turn(o, -30); scroll.Offset.Y == 0 {
			t.Errorf("the wheel over %s moves nothing", name)
		}
	}
	field.SetText(strings.Repeat("longer than the field ", 20))
	scroll.ScrollToTop()
	if turn(field, -30); scroll.Offset.Y == 0 {
		t.Error("the wheel over a field with a long text moves nothing")
	}
	scroll.ScrollToTop()
	turn(long, -30)
	if scroll.Offset.Y != 0 {
		t.Error("the wheel over a long text moves the page before the text is at its end")
	}
	for range 60 {
		turn(long, -30)
	}
	if scroll.Offset.Y == 0 {
		t.Error("at the end of a long text the wheel moves nothing")
	}
}
