package widgets

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func gridColumns() []GridColumn {
	return []GridColumn{
		{Title: "Line", Least: 40, Rank: 2}, {Title: "Visit", Least: 120}, {Title: "Procedure", Least: 120, Share: 1}, {Title: "Doctor", Least: 120, Share: 1, Rank: 1},
	}
}

func gridRows(n int) []GridRow {
	rows := make([]GridRow, n)
	for i := range rows {
		rows[i] = GridRow{ID: fmt.Sprint(i + 1), Icon: "check", Ink: theme.ColorNameSuccess, Cells: []string{fmt.Sprint(i + 1), "Thu, Dec 10", "SI joint injection", "Dr. Ruiz"}}
		if i%3 == 1 {
			rows[i].Icon, rows[i].Ink, rows[i].Note = "alert", theme.ColorNameError, "The type is not known."
		}
		rows[i].Faint = i%3 == 2
	}
	return rows
}

// listing shows a grid and records what it says.
func listing(t testing.TB, rows int, width float32) (*Grid, fyne.Window, *[]string) {
	t.Helper()
	var said []string
	g := NewGrid(gridColumns())
	g.OnOpen = func(id string) { said = append(said, "open "+id) }
	g.OnRemove = func(id string) { said = append(said, "remove "+id) }
	g.OnPaste = func(text string) { said = append(said, "paste "+text) }
	w := stage(t, g, width, 200)
	g.SetRows(gridRows(rows))
	return g, w, &said
}

func TestGridKeys(t *testing.T) {
	g, w, said := listing(t, 100, 600)
	keys := passed(w.Canvas())
	w.Canvas().Focus(g)
	press(w.Canvas(), fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyDelete, fyne.KeyDown, fyne.KeySpace, fyne.KeyPageUp, fyne.KeyUp, fyne.KeyReturn, fyne.KeyHome, fyne.KeyUp, fyne.KeyReturn)
	want := []string{"open 2", "remove 100", "open 100", fmt.Sprintf("open %d", 99-PageStep), "open 1"}
	if !slices.Equal(*said, want) {
		t.Errorf("it said %q, want %q", *said, want)
	}
	press(w.Canvas(), fyne.KeyEscape, fyne.KeyF1)
	if !slices.Equal(*keys, []fyne.KeyName{fyne.KeyEscape, fyne.KeyF1}) {
		t.Errorf("it passed on %q", *keys)
	}
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent("rows")
	g.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if last := (*said)[len(*said)-1]; last != "paste rows" {
		t.Errorf("after pasting it said %q", last)
	}
}

func TestGridTaps(t *testing.T) {
	g, _, said := listing(t, 3, 600)
	at := fyne.NewPos(60, g.tops[1]+5)
	test.TapAt(g.body, at)
	if id, ok := g.Selected(); !ok || id != "2" || len(*said) > 0 {
		t.Errorf("the first tap selected %q and said %q", id, *said)
	}
	test.TapAt(g.body, at)
	if !slices.Equal(*said, []string{"open 2"}) {
		t.Errorf("the second tap said %q", *said)
	}
}

// TestGridKeepsItsPlace: when rows change, the selection stays on its row, or at its
// place where that row is gone.
func TestGridKeepsItsPlace(t *testing.T) {
	g, _, _ := listing(t, 10, 600)
	g.Select("5")
	rows := gridRows(10)
	g.SetRows(rows[2:])
	if id, _ := g.Selected(); id != "5" {
		t.Errorf("the selection went to %q", id)
	}
	g.SetRows(append(rows[:4:4], rows[5:]...))
	if id, _ := g.Selected(); id != "3" {
		t.Errorf("the selection went to %q when its row was gone", id)
	}
	g.SetRows(nil)
	if _, ok := g.Selected(); ok {
		t.Error("something is selected where there is nothing")
	}
}

func TestGridColumnsYield(t *testing.T) {
	for width, want := range map[float32][]bool{600: {true, true, true, true}, 480: {false, true, true, true}, 350: {false, true, true, false}, 100: {false, true, true, false}} {
		g, _, _ := listing(t, 1, width)
		var shown []bool
		for _, w := range g.widths {
			shown = append(shown, w > 0)
		}
		if !slices.Equal(shown, want) {
			t.Errorf("at %v the columns show %v, want %v", width, shown, want)
		}
	}
}

// TestGridDrawsWhatIsInSight: ten thousand rows are drawn like ten.
func TestGridDrawsWhatIsInSight(t *testing.T) {
	g, _, _ := listing(t, 10_000, 600)
	g.choose(5_000)
	if n := len(g.body.parts); n > 12 {
		t.Errorf("%d rows are drawn", n)
	}
}

func TestGridGolden(t *testing.T) {
	g, w, _ := listing(t, 4, 600)
	w.Canvas().Focus(g)
	golden(t, "grid", w.Canvas())
}

func TestProgress(t *testing.T) {
	p := NewProgress()
	stage(t, p, 300, 40)
	p.Set(3, 4, "3 of 4")
	if p.Words() != "3 of 4" || p.share != 0.75 {
		t.Errorf("it says %q with a bar of %v", p.Words(), p.share)
	}
	p.Set(0, 0, "")
	if p.share != 0 {
		t.Errorf("nothing of nothing is %v", p.share)
	}
}
