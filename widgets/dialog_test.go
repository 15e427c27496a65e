package widgets

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// asked shows a dialog with one field over a window with another.
func asked(t *testing.T, ok func() bool) (d *Dialog, c fyne.Canvas, inside *Field, said *[]string) {
	t.Helper()
	said = &[]string{}
	c = stage(t, NewColumn(0, NewField("outside")), 800, 500).Canvas()
	inside = NewField("inside")
	d = NewDialog("Next patient?", NewColumn(6, NewText(BodyStyle, Plain("All is cleared.")), inside),
		Action{Text: "Keep", Cancel: true, Do: func() bool { *said = append(*said, "keep"); return true }},
		Action{Text: "Clear", Default: true, Do: func() bool { *said = append(*said, "clear"); return ok() }},
	)
	d.OnClosed = func() { *said = append(*said, "closed") }
	d.Show(c, inside)
	return d, c, inside, said
}

func yes() bool { return true }

func TestDialogEnterAcceptsFromInsideAField(t *testing.T) {
	d, c, inside, said := asked(t, yes)
	test.Type(inside, "words")
	press(c, fyne.KeyReturn)
	if want := []string{"clear", "closed"}; !slices.Equal(*said, want) || d.Open() {
		t.Errorf("said %v, open %t", *said, d.Open())
	}
}

func TestDialogEscapeCancelsFromInsideAField(t *testing.T) {
	_, c, _, said := asked(t, yes)
	press(c, fyne.KeyEscape)
	if want := []string{"keep", "closed"}; !slices.Equal(*said, want) {
		t.Errorf("said %v", *said)
	}
}

func TestDialogStaysWhereItsActionIsNotDone(t *testing.T) {
	done := false
	d, c, _, said := asked(t, func() bool { return done })
	press(c, fyne.KeyReturn)
	if !d.Open() {
		t.Fatal("the dialog went")
	}
	done = true
	press(c, fyne.KeyReturn)
	if want := []string{"clear", "clear", "closed"}; !slices.Equal(*said, want) {
		t.Errorf("said %v", *said)
	}
}

func TestDialogEnterOnAButtonPressesThatButton(t *testing.T) {
	d, c, _, said := asked(t, yes)
	c.Focus(d.Button(0))
	press(c, fyne.KeyReturn)
	if want := []string{"keep", "closed"}; !slices.Equal(*said, want) {
		t.Errorf("said %v", *said)
	}
}

func TestDialogKeepsTheFocusInside(t *testing.T) {
	d, c, inside, _ := asked(t, yes)
	var went []fyne.Focusable
	for range 6 {
		c.FocusNext()
		went = append(went, c.Focused())
	}
	allowed := []fyne.Focusable{inside, d.Button(0), d.Button(1)}
	for _, f := range went {
		if !slices.Contains(allowed, f) {
			t.Errorf("the focus went to %T outside", f)
		}
	}
}

func TestDialogGivesTheKeysBack(t *testing.T) {
	c := stage(t, NewColumn(0), 800, 500).Canvas()
	keys := passed(c)
	outer := NewDialog("Outer", NewColumn(0), Action{Text: "Close", Cancel: true})
	inner := NewDialog("Inner", NewColumn(0), Action{Text: "Close", Cancel: true})
	outer.Show(c, nil)
	inner.Show(c, nil)
	press(c, fyne.KeyEscape)
	if inner.Open() || !outer.Open() {
		t.Fatal("Escape did not close the upper one alone")
	}
	press(c, fyne.KeyEscape)
	if outer.Open() {
		t.Fatal("the lower one stays")
	}
	press(c, fyne.KeyEscape)
	if len(*keys) != 1 {
		t.Errorf("the window got %v", *keys)
	}
}

func TestDialogFitsASmallWindow(t *testing.T) {
	c := stage(t, NewColumn(0), 800, 300).Canvas()
	d := NewDialog("Long", NewText(BodyStyle, Plain(strings.Repeat("Words that go on. ", 120))), Action{Text: "Close", Default: true})
	d.Show(c, nil)
	if h := d.pop.Size().Height; h > 300 {
		t.Errorf("the dialog is %v high in a window of 300", h)
	}
	b := d.Button(0)
	if bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(b).Y + b.Size().Height; bottom > 300 {
		t.Errorf("its button ends at %v", bottom)
	}
}

func TestToastGoesByItself(t *testing.T) {
	var wait time.Duration
	var over func()
	stopped := 0
	toast := NewToast(func(d time.Duration, f func()) func() {
		wait, over = d, f
		return func() { stopped++ }
	})
	stage(t, toast, 800, 500)
	toast.Say("print", "Printed 2 pages", nil)
	if toast.Says() != "Printed 2 pages" || wait != ToastTime {
		t.Errorf("says %q for %v", toast.Says(), wait)
	}
	again := false
	toast.Say("", "Printed 1 page", NewLink("Print again", func() { again = true }))
	if stopped != 1 || wait != LongToastTime {
		t.Errorf("stopped %d timers, stays %v", stopped, wait)
	}
	test.Tap(toast.link)
	if !again {
		t.Error("the link did nothing")
	}
	over()
	if toast.Says() != "" {
		t.Errorf("after its time it says %q", toast.Says())
	}
}

func TestToastLetsClicksThrough(t *testing.T) {
	n := 0
	button := NewButton("Under it", "", Quiet, func() { n++ })
	toast := NewToast(never)
	c := stage(t, container.NewWithoutLayout(button, toast), 400, 300).Canvas()
	button.Resize(fyne.NewSize(400, 300))
	toast.Resize(fyne.NewSize(400, 300))
	test.TapCanvas(c, fyne.NewPos(200, 270))
	toast.Say("", "Words", nil)
	test.TapCanvas(c, fyne.NewPos(20, 20))
	if n != 2 {
		t.Errorf("the button got %d of 2 clicks", n)
	}
}

var december = CalendarWords{
	Days:  [7]string{"Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"},
	Title: func(year, month int) string { return strings.Repeat("I", month) },
}

func TestCalendarKeys(t *testing.T) {
	for _, test := range []struct {
		name string
		from Day
		keys []fyne.KeyName
		want Day
	}{
		{"tomorrow", Day{2026, 12, 31}, []fyne.KeyName{fyne.KeyRight}, Day{2027, 1, 1}},
		{"yesterday over a leap day", Day{2028, 3, 1}, []fyne.KeyName{fyne.KeyLeft}, Day{2028, 2, 29}},
		{"a week down", Day{2026, 12, 28}, []fyne.KeyName{fyne.KeyDown}, Day{2027, 1, 4}},
		{"a week up", Day{2026, 1, 3}, []fyne.KeyName{fyne.KeyUp}, Day{2025, 12, 27}},
		{"a month on, to a shorter one", Day{2027, 1, 31}, []fyne.KeyName{fyne.KeyPageDown}, Day{2027, 2, 28}},
		{"a month back over the year", Day{2026, 1, 15}, []fyne.KeyName{fyne.KeyPageUp}, Day{2025, 12, 15}},
		{"ends of the week", Day{2026, 12, 10}, []fyne.KeyName{fyne.KeyHome, fyne.KeyEnd}, Day{2026, 12, 12}},
		{"today", Day{2031, 5, 5}, []fyne.KeyName{fyne.KeyT}, Day{2026, 11, 24}},
	} {
		t.Run(test.name, func(t *testing.T) {
			cal := NewCalendar(december, test.from, Day{2026, 11, 24}, nil)
			c := stage(t, cal, 300, 300).Canvas()
			c.Focus(cal)
			press(c, test.keys...)
			if cal.Aimed() != test.want {
				t.Errorf("at %v, want %v", cal.Aimed(), test.want)
			}
		})
	}
}

func TestCalendarPicksAndCloses(t *testing.T) {
	field := NewField("")
	c := stage(t, NewColumn(0, field), 600, 500).Canvas()
	var got Day
	OpenCalendar(field, december, Day{}, Day{2026, 12, 2}, func(d Day) { got = d })
	press(c, fyne.KeyRight, fyne.KeyReturn)
	if got != (Day{2026, 12, 3}) || c.Overlays().Top() != nil {
		t.Errorf("picked %v, still open %t", got, c.Overlays().Top() != nil)
	}
	cal := OpenCalendar(field, december, Day{2026, 12, 10}, Day{2026, 12, 2}, func(d Day) { got = d })
	g := cal.grid(cal.Size())
	test.TapAt(cal, fyne.NewPos(g.left+6.5*g.cell.Width, 15)) // on to January
	if cal.Aimed() != (Day{2027, 1, 10}) {
		t.Errorf("the arrow went to %v", cal.Aimed())
	}
	test.TapAt(cal, fyne.NewPos(g.left+5.5*g.cell.Width, g.top+0.5*g.cell.Height)) // the first Friday
	if got != (Day{2027, 1, 1}) {
		t.Errorf("picked %v", got)
	}
	OpenCalendar(field, december, Day{}, Day{2026, 12, 2}, func(Day) { t.Error("Escape picked") })
	press(c, fyne.KeyEscape)
	if c.Overlays().Top() != nil {
		t.Error("Escape left it open")
	}
}
