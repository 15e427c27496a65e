package widgets

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// countedTabs are tabs that record which were built.
func countedTabs(names ...string) (*Tabs, *[]string) {
	var built []string
	var tabs []Tab
	for _, n := range names {
		tabs = append(tabs, Tab{Text: n, Build: func() fyne.CanvasObject {
			built = append(built, n)
			return NewLine(BodyStyle, "content of "+n)
		}})
	}
	return NewTabs("More", tabs...), &built
}

func TestTabsAreBuiltWhenTheyAreLookedAt(t *testing.T) {
	tabs, built := countedTabs("Summary", "Prepare", "Codes")
	c := stage(t, tabs, 600, 300).Canvas()
	var chosen []int
	tabs.OnChosen = func(i int) { chosen = append(chosen, i) }
	c.Focus(tabs.Strip())
	press(c, fyne.KeyRight, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyEnd, fyne.KeyRight, fyne.KeyHome)
	if want := []string{"Summary", "Prepare", "Codes"}; !slices.Equal(*built, want) {
		t.Errorf("built %q, want %q", *built, want)
	}
	if want := []int{1, 0, 2, 0}; !slices.Equal(chosen, want) {
		t.Errorf("chose %v, want %v", chosen, want)
	}
}

func TestTabsByTap(t *testing.T) {
	tabs, _ := countedTabs("Summary", "Prepare", "Codes")
	c := stage(t, tabs, 600, 300).Canvas()
	cell := tabs.strip.cells[2]
	test.TapCanvas(c, fyne.NewPos(cell.x+cell.width/2, 20))
	if tabs.Chosen() != 2 {
		t.Errorf("chose %d", tabs.Chosen())
	}
	if text := tabs.Content().(*Text).Words(); text != "content of Codes" {
		t.Errorf("shows %q", text)
	}
}

func TestTabsThatHaveNoRoomStandBehindMore(t *testing.T) {
	names := []string{"Summary", "Prepare", "Aftercare", "Cost & insurance", "Codes", "Questions", "Sources", "Ask before you book"}
	tabs, _ := countedTabs(names...)
	w := stage(t, tabs, 1000, 300)
	for width := float32(1000); width >= 200; width -= 40 {
		w.Resize(fyne.NewSize(width, 300))
		for chosen := range names {
			tabs.Choose(chosen)
			if !tabs.strip.inSight(chosen) {
				t.Errorf("at %v the chosen tab %q is not in sight", width, names[chosen])
			}
			if end := rowWidth(tabs.strip.cells); end > width+0.5 && len(tabs.strip.cells) > 2 {
				t.Errorf("at %v the row is %v wide", width, end)
			}
		}
	}
	w.Resize(fyne.NewSize(500, 300))
	tabs.Choose(0)
	more := tabs.strip.cells[len(tabs.strip.cells)-1]
	if more.tab != -1 {
		t.Fatal("there is no word for more")
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(more.x+5, 20))
	press(w.Canvas(), fyne.KeyEnd, fyne.KeyReturn)
	if got := names[tabs.Chosen()]; got != "Ask before you book" {
		t.Errorf("the last of the rest is %q", got)
	}
}

func TestTabsStayAtTheirNumber(t *testing.T) {
	tabs, _ := countedTabs("A", "B", "C")
	stage(t, tabs, 400, 100)
	tabs.Choose(2)
	next := func(n int) (list []Tab) {
		for i := range n {
			list = append(list, Tab{Text: fmt.Sprint(i), Build: func() fyne.CanvasObject { return NewLine(BodyStyle, "") }})
		}
		return list
	}
	tabs.SetTabs(next(5)...)
	if tabs.Chosen() != 2 {
		t.Errorf("at %d", tabs.Chosen())
	}
	tabs.SetTabs(next(2)...)
	if tabs.Chosen() != 1 {
		t.Errorf("at %d of two", tabs.Chosen())
	}
	tabs.SetTabs()
	if tabs.Content() != nil {
		t.Error("no tab has content")
	}
}
