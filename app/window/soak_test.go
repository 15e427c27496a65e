package window

import (
	"flag"
	"runtime"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/library/asked"
	"deskleaf/widgets"
)

var soak = flag.Int("soak", 3, "how many searches, page changes, prints and edits `each` the soak does; from 1000 on, memory is judged")

// What the soak may do: memory in use may grow so much over a thousand actions,
// judged by the line that fits best through all measurements but the first fifth,
// in which what is kept on purpose is filled.
const (
	mostGrowth = 1e6 // bytes per 1,000 actions
	perRound   = 4   // actions
	judgedFrom = 1000
)

// TestSoak works without end: words are searched, pages change, are printed and
// edited, and the next patient comes. Memory stays where it is, and no goroutine is
// left behind. `make long` lets it do 10,000 of each.
func TestSoak(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the desk of the soak has its folders where Linux has them")
	}
	c := openCounter(t)
	queries, every := asked.Queries(), max(*soak/40, 1)
	var inUse []float64
	goroutines := 0
	for n := range *soak {
		c.searches(queries[n%len(queries)].Words)
		c.changesPages(n)
		c.does("print")
		c.edits(n)
		c.press(ctrl(fyne.KeyN))
		c.work.run()
		if sent := len(c.printer.jobs); sent != 1 {
			t.Fatalf("round %d printed %d times: %s", n, sent, bands(c.trial))
		}
		c.forgets()
		if n%every == 0 {
			inUse = append(inUse, c.heap())
		}
		if n == *soak/5 {
			goroutines = runtime.NumGoroutine()
		}
	}
	if now := runtime.NumGoroutine(); now > goroutines {
		t.Errorf("%d goroutines run, after the first fifth there were %d", now, goroutines)
	}
	settled := inUse[len(inUse)/5:]
	growth := slope(settled) / float64(every*perRound) * 1000
	t.Logf("%d actions: %.1f MB in use at first, %.1f at last, %+.3f MB per 1,000 actions, %d goroutines",
		*soak*perRound, settled[0]/1e6, settled[len(settled)-1]/1e6, growth/1e6, goroutines)
	if *soak >= judgedFrom && growth > mostGrowth {
		t.Errorf("memory grows by %.2f MB per 1,000 actions: %.0f", growth/1e6, inUse)
	}
}

// searches types words that people ask for, and takes what comes first.
func (c *counter) searches(words string) {
	c.focusSearch()
	c.type_(words)
	c.work.run()
	c.keys(fyne.KeyReturn)
}

// changesPages reads another procedure, tab by tab, and prepares its handout for a
// visit.
func (c *counter) changesPages(n int) {
	c.Choose(c.library[n%len(c.library)])
	c.work.run()
	c.does(oneOf(c.random, []string{"tab-prepare", "tab-aftercare", "tab-cost", "tab-codes", "tab-summary"}))
	c.edit(func(v *visit.Visit) {
		v.Name = mark("name", n)
		v.SetWhen(civil.Date{Year: 2026, Month: 12, Day: 1 + n%28}.At(510), true)
		v.Large = n%5 == 0
		v.Language = oneOf(c.random, c.book.Languages())
		if len(c.book.Procedure.Sides) > 0 {
			v.Side = content.Right
		}
	})
	c.work.run()
}

// edits writes into a step in the editor, waits until it was checked and drawn,
// takes it back, and goes back to the procedure.
func (c *counter) edits(n int) {
	c.does("edit-procedure")
	field := firstOf[*widgets.NoteField](c.editor)
	if field == nil {
		c.t.Fatalf("round %d: nothing can be edited: %s", n, bands(c.trial))
	}
	c.frame.Canvas().Focus(*field)
	c.type_("x")
	c.work.run()
	c.clock.pass(3 * time.Second)
	c.work.run()
	c.editor.Undo(false)
	c.does("edit-procedure")
}

// firstOf is the first widget of a kind in sight, nil for none.
func firstOf[W fyne.CanvasObject](in fyne.CanvasObject) *W {
	for _, o := range test.LaidOutObjects(in) {
		if w, ok := o.(W); ok {
			return &w
		}
	}
	return nil
}

// forgets lets go of what the test itself keeps: jobs that went to the printer,
// settings that were saved, and alarms that rang.
func (c *counter) forgets() {
	c.printer.jobs, c.desks = nil, nil
	var alive []*alarm
	for _, a := range c.clock.alarms {
		if !a.dead {
			alive = append(alive, a)
		}
	}
	c.clock.alarms = alive
}

// heap is the memory in use, in bytes. The window is painted first, because Fyne
// lets go of what it no longer needs when it paints.
func (c *counter) heap() float64 {
	c.frame.Canvas().Capture()
	runtime.GC()
	runtime.GC() // what the first one only marked as to be finalized
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

// slope is how much values grow from one to the next: that of the line with the
// least squares.
func slope(values []float64) float64 {
	n := float64(len(values))
	var x, y, xx, xy float64
	for i, v := range values {
		at := float64(i)
		x, y, xx, xy = x+at, y+v, xx+at*at, xy+at*v
	}
	if d := n*xx - x*x; d != 0 {
		return (n*xy - x*y) / d
	}
	return 0
}

func TestSlope(t *testing.T) {
	for want, values := range map[float64][]float64{0: {5, 5, 5}, 2: {1, 3, 5, 7}, -1: {3, 2, 1}} {
		if got := slope(values); got != want {
			t.Errorf("%v rises by %v, not %v", values, want, got)
		}
	}
}
