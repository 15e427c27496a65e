package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestButtonAnswersTapEnterAndSpace(t *testing.T) {
	n := 0
	b := NewButton("Print", "print", Primary, func() { n++ })
	c := stage(t, b, 200, 40).Canvas()
	test.TapCanvas(c, fyne.NewPos(100, 20))
	press(c, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace)
	if n != 4 {
		t.Errorf("pressed %d times, want 4", n)
	}
	b.Disable()
	test.Tap(b)
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if n != 4 {
		t.Error("a disabled button was pressed")
	}
}

func TestControlsPassOnWhatTheyDoNotUse(t *testing.T) {
	for name, o := range map[string]fyne.CanvasObject{
		"button":   NewButton("Print", "", Quiet, nil),
		"link":     NewLink("Details", nil),
		"check":    NewCheck("Aftercare", true, nil),
		"segments": NewSegments([]string{"Left", "Right"}, 0, nil),
		"choice":   NewChoice("", []string{"Dr. Stone"}, 0, nil),
		"field":    NewField(""),
		"search":   NewSearchEntry(""),
		"note":     NewNoteField("", 2),
		"results":  NewResults(),
		"reading":  NewReading(ReadingWords{}),
		"pages":    NewPages("", nil),
		"viewer":   NewViewer(nil),
		"tabs":     NewTabs("More", Tab{Text: "One", Build: func() fyne.CanvasObject { return NewLine(BodyStyle, "") }}),
		"calendar": NewCalendar(CalendarWords{Title: func(int, int) string { return "" }}, Day{2026, 1, 1}, Day{2026, 1, 1}, nil),
	} {
		t.Run(name, func(t *testing.T) {
			c := stage(t, o, 300, 200).Canvas()
			keys := passed(c)
			if tabs, ok := o.(*Tabs); ok {
				c.Focus(tabs.Strip())
			} else {
				c.Focus(o.(fyne.Focusable))
			}
			press(c, fyne.KeyF1, fyne.KeyEscape)
			if want := []fyne.KeyName{fyne.KeyF1, fyne.KeyEscape}; !slices.Equal(*keys, want) {
				t.Errorf("the canvas got %v, want %v", *keys, want)
			}
		})
	}
}

func TestTabReachesEveryControl(t *testing.T) {
	controls := []fyne.CanvasObject{
		NewSearchEntry(""), NewButton("A", "", Quiet, nil), NewLink("B", nil), NewCheck("C", false, nil),
		NewSegments([]string{"D"}, 0, nil), NewChoice("", nil, -1, nil), NewField(""), NewResults(), NewNoteField("", 2),
	}
	c := stage(t, container.NewVBox(controls...), 300, 600).Canvas()
	for i, want := range controls {
		c.FocusNext()
		if c.Focused() != want.(fyne.Focusable) {
			t.Fatalf("Tab number %d went to %T, want %T", i+1, c.Focused(), want)
		}
	}
}

func TestLettersReachTheCanvas(t *testing.T) {
	b := NewButton("Print", "", Quiet, func() {})
	c := stage(t, b, 100, 40).Canvas()
	var typed []rune
	c.SetOnTypedRune(func(r rune) { typed = append(typed, r) })
	c.Focus(b)
	b.TypedRune('k')
	b.TypedRune(' ')
	if string(typed) != "k" {
		t.Errorf("the canvas got %q", string(typed))
	}
}

func TestCheckTurns(t *testing.T) {
	var got []bool
	box := NewCheck("Aftercare", false, func(on bool) { got = append(got, on) })
	c := stage(t, box, 200, 40).Canvas()
	test.Tap(box)
	press(c, fyne.KeySpace, fyne.KeyReturn)
	if want := []bool{true, false, true}; !slices.Equal(got, want) || !box.Checked() {
		t.Errorf("got %v", got)
	}
	box.SetChecked(false)
	if len(got) != 3 {
		t.Error("SetChecked called back")
	}
	box.Disable()
	test.Tap(box)
	if box.Checked() {
		t.Error("a disabled box was ticked")
	}
}

func TestLinkFollows(t *testing.T) {
	n := 0
	l := NewLink("Details", func() { n++ })
	c := stage(t, l, 200, 40).Canvas()
	test.Tap(l)
	press(c, fyne.KeyReturn)
	if n != 2 {
		t.Errorf("followed %d times", n)
	}
}

func TestSegmentsChoose(t *testing.T) {
	var got []int
	s := NewSegments([]string{"Left", "Right", "Both"}, -1, func(i int) { got = append(got, i) })
	c := stage(t, s, 300, 40).Canvas()
	c.Focus(s)
	press(c, fyne.KeyRight, fyne.KeyRight, fyne.KeyEnd, fyne.KeyRight, fyne.KeyLeft, fyne.KeyHome)
	test.TapCanvas(c, fyne.NewPos(290, 20))
	if want := []int{0, 1, 2, 1, 0, 2}; !slices.Equal(got, want) {
		t.Errorf("chose %v, want %v", got, want)
	}
	s.SetChosen(-1)
	press(c, fyne.KeySpace)
	if s.Chosen() != 0 || len(got) != 7 {
		t.Errorf("Space chose %d after %v", s.Chosen(), got)
	}
	s.Disable()
	press(c, fyne.KeyRight)
	if s.Chosen() != 0 {
		t.Error("a disabled choice changed")
	}
}

func TestPressablesLookAsDrawn(t *testing.T) {
	off := NewButton("Off", "", Primary, nil)
	off.Disable()
	column := NewColumn(4,
		NewButton("Print: right, English", "print", Primary, nil).Large(),
		NewButton("Save", "pdf", Quiet, nil), off,
		NewCheck("Aftercare", true, nil), NewSegments([]string{"Left", "Right"}, 1, nil),
		NewFlow(4, NewChip(Marked("Price **$620**")), NewKeyCap("Ctrl K"), NewLink("Details", nil)),
		NewNotice(Caution, Marked("**Check the code.** Some references list another."), NewLink("Details", nil)),
	)
	w := stage(t, NewPanel(theme.ColorNameBackground, 0, 10, 10, column), 300, 400)
	golden(t, "pressables", w.Canvas())
}
