package widgets

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// listened shows rows and records what the list says.
func listened(t testing.TB, rows []Row, height float32) (*Results, fyne.Window, *[]string) {
	t.Helper()
	var said []string
	r := NewResults()
	r.OnSelect = func(id string) { said = append(said, "select "+id) }
	r.OnOpen = func(id string) { said = append(said, "open "+id) }
	r.OnStar = func(id string) { said = append(said, "star "+id) }
	w := stage(t, r, 300, height)
	r.SetRows(rows)
	return r, w, &said
}

func TestResultsMoveOverHeaders(t *testing.T) {
	r, w, said := listened(t, galleryRows(), 400)
	r.Step(-1) // nothing is selected: there is nothing above
	w.Canvas().Focus(r)
	press(w.Canvas(), fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome, fyne.KeyReturn, fyne.KeySpace)
	want := []string{"select si", "select epi", "select facet", "select colo", "select facet", "select knee", "select si", "open si", "open si"}
	if !slices.Equal(*said, want) {
		t.Errorf("said %q\nwant %q", *said, want)
	}
}

func TestResultsTaps(t *testing.T) {
	r, w, said := listened(t, galleryRows(), 400)
	c := w.Canvas()
	middle := func(i int) float32 { return (r.tops[i] + r.tops[i+1]) / 2 }
	test.TapCanvas(c, fyne.NewPos(100, middle(2)))
	test.TapCanvas(c, fyne.NewPos(100, middle(2)))
	test.TapCanvas(c, fyne.NewPos(280, middle(3)))
	test.TapCanvas(c, fyne.NewPos(100, middle(4))) // a header
	test.TapCanvas(c, fyne.NewPos(100, 395))       // below all rows
	r.TypedRune('*')
	if want := []string{"select epi", "open epi", "star facet", "star epi"}; !slices.Equal(*said, want) {
		t.Errorf("said %q\nwant %q", *said, want)
	}
	if c.Focused() != fyne.Focusable(r) {
		t.Error("the list has not the focus")
	}
}

func TestResultsSelectQuietly(t *testing.T) {
	r, _, said := listened(t, galleryRows(), 400)
	if !r.SelectID("colo") || r.SelectID("nothing") {
		t.Error("SelectID")
	}
	r.Select(0) // a header
	if _, ok := r.Selected(); ok {
		t.Error("a header was selected")
	}
	r.Select(2)
	if id, _ := r.Selected(); id != "epi" || len(*said) != 0 {
		t.Errorf("selected %q, said %q", id, *said)
	}
}

func manyRows(n int) []Row {
	rows := []Row{{Kind: HeaderRow, Title: "All"}}
	for i := range n {
		rows = append(rows, Row{ID: fmt.Sprint(i), Title: fmt.Sprintf("Procedure number %d of the list", i), Marks: []Span{{0, 4}}, Detail: "27096 · Spine & pain", Starred: i%7 == 0})
	}
	return rows
}

func TestResultsBringTheSelectedRowIntoSight(t *testing.T) {
	r, _, _ := listened(t, manyRows(1000), 300)
	inSight := func(i int) bool {
		return r.tops[i] >= r.scroll.Offset.Y && r.tops[i+1] <= r.scroll.Offset.Y+r.scroll.Size().Height
	}
	for _, i := range []int{1, 500, 1000, 499, 2} {
		r.Select(i)
		if !inSight(i) {
			t.Errorf("row %d, at %v, is not in sight at %v", i, r.tops[i], r.scroll.Offset.Y)
		}
	}
	r.SetRows(manyRows(20))
	if r.scroll.Offset.Y != 0 {
		t.Error("new rows begin in the middle")
	}
}

func TestResultsDrawOnlyWhatIsInSight(t *testing.T) {
	r, _, _ := listened(t, manyRows(10_000), 300)
	few := len(r.body.shown)
	r.Select(9_000)
	if n := len(r.body.shown); n > 60 || few > 60 {
		t.Errorf("%d things are drawn, then %d", few, n)
	}
}

func TestResultsKeepTheirPlaceWhenAStarTurns(t *testing.T) {
	rows := manyRows(100)
	r, _, _ := listened(t, rows, 300)
	r.Select(50)
	at := r.scroll.Offset
	changed := slices.Clone(rows)
	changed[50].Starred = !changed[50].Starred
	r.UpdateRows(changed)
	if id, _ := r.Selected(); id != rows[50].ID || r.scroll.Offset != at {
		t.Errorf("selected %q at %v, was at %v", id, r.scroll.Offset, at)
	}
	r.UpdateRows(rows[:20])
	if _, ok := r.Selected(); ok {
		t.Error("a row that is gone is selected")
	}
}

func TestResultsUnderThePointer(t *testing.T) {
	r, _, _ := listened(t, galleryRows(), 400)
	over := func(i int, x float32) *desktop.MouseEvent {
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, r.tops[i]+5)}}
	}
	r.body.MouseIn(over(1, 100))
	if r.body.over != 1 || r.body.Cursor() != desktop.PointerCursor {
		t.Errorf("over %d", r.body.over)
	}
	r.body.MouseMoved(over(0, 100))
	if r.body.Cursor() != desktop.DefaultCursor {
		t.Error("a header looks as if it could be pressed")
	}
	r.body.MouseOut()
	if r.body.over != -1 {
		t.Error("after the pointer left it is over a row")
	}
}

func TestResultsLookAsDrawn(t *testing.T) {
	r, w, _ := listened(t, galleryRows(), 400)
	r.Select(2)
	golden(t, "results", w.Canvas())
}

func BenchmarkResultsAfterAKey(b *testing.B) {
	r, _, _ := listened(b, nil, 600)
	rows := manyRows(10_000)
	for b.Loop() {
		r.SetRows(rows)
		r.Select(1)
	}
}
