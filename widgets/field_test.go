package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func TestFieldCommitsOnEnterAndPassesItOn(t *testing.T) {
	f := NewField("a date")
	var got []string
	f.OnCommit = func(text string) { got = append(got, text) }
	c := stage(t, f, 200, 40).Canvas()
	keys := passed(c)
	c.Focus(f)
	test.Type(f, "12/10 930")
	press(c, fyne.KeyReturn)
	if !slices.Equal(got, []string{"12/10 930"}) {
		t.Errorf("committed %q", got)
	}
	if !slices.Equal(*keys, []fyne.KeyName{fyne.KeyReturn}) {
		t.Errorf("the dialog around it got %v", *keys)
	}
}

func TestFieldKeepsEscapeWhereItHasAUseForIt(t *testing.T) {
	f := NewField("")
	c := stage(t, f, 200, 40).Canvas()
	keys := passed(c)
	c.Focus(f)
	use := true
	f.OnEscape = func() bool { return use }
	press(c, fyne.KeyEscape)
	use = false
	press(c, fyne.KeyEscape)
	if len(*keys) != 1 {
		t.Errorf("the canvas got %v, want one Escape", *keys)
	}
}

func TestFieldEditsWithItsKeys(t *testing.T) {
	f := NewField("")
	c := stage(t, f, 200, 40).Canvas()
	keys := passed(c)
	c.Focus(f)
	test.Type(f, "abc")
	press(c, fyne.KeyLeft, fyne.KeyBackspace, fyne.KeyHome, fyne.KeyDelete)
	if f.Text != "c" || len(*keys) != 0 {
		t.Errorf("text %q, passed on %v", f.Text, *keys)
	}
}

func TestFieldShortcuts(t *testing.T) {
	f := NewField("")
	c := stage(t, f, 200, 40).Canvas()
	var got []string
	f.Shortcut = func(s fyne.Shortcut) bool {
		got = append(got, s.ShortcutName())
		return true
	}
	c.Focus(f)
	test.Type(f, "some words")
	f.TypedShortcut(ctrl(fyne.KeyK))
	f.TypedShortcut(ctrl(fyne.KeyBackspace)) // deletes a word
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.TypedShortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
	if len(got) != 1 {
		t.Errorf("passed on %v, want Ctrl+K alone", got)
	}
	if copied := fyne.CurrentApp().Clipboard().Content(); copied != "some " {
		t.Errorf("copied %q", copied)
	}
}

func TestFieldSelectsItsTextWhenTabComes(t *testing.T) {
	first, second := NewField(""), NewField("")
	c := stage(t, container.NewVBox(first, second), 200, 90).Canvas()
	second.SetText("24")
	c.Focus(first)
	c.FocusNext()
	if got := second.SelectedText(); got != "24" {
		t.Errorf("selected %q", got)
	}
	left := ""
	second.OnLeave = func(text string) { left = text }
	test.Type(second, "4")
	c.FocusNext()
	if left != "4" {
		t.Errorf("left with %q", left)
	}
}

func TestFieldHintYieldsToWhatIsTyped(t *testing.T) {
	f := NewField("")
	stage(t, f, 200, 34)
	f.SetHint("→ Thu, Dec 10", false)
	if w := f.ActionItem.MinSize().Width; w < 60 {
		t.Errorf("the hint has %v in an empty field", w)
	}
	f.SetText("a very long date as people say it")
	if w := f.ActionItem.MinSize().Width; w != 0 {
		t.Errorf("the hint has %v beside a text that needs all", w)
	}
}

func TestFieldSetSilently(t *testing.T) {
	f := NewField("")
	f.OnChanged = func(string) { t.Error("OnChanged was called") }
	stage(t, f, 200, 34)
	f.SetSilently("30")
	if f.Text != "30" || f.OnChanged == nil {
		t.Errorf("the text is %q", f.Text)
	}
}

func TestSearchMovesInTheResults(t *testing.T) {
	s := NewSearchEntry("Name or code")
	var moves []int
	accepted := 0
	s.OnMove = func(delta int) { moves = append(moves, delta) }
	s.OnAccept = func() { accepted++ }
	c := stage(t, s, 300, 40).Canvas()
	keys := passed(c)
	c.Focus(s)
	test.Type(s, "si")
	press(c, fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyReturn, fyne.KeyEscape, fyne.KeyF1)
	if want := []int{1, -1, PageStep, -PageStep}; !slices.Equal(moves, want) {
		t.Errorf("moved %v, want %v", moves, want)
	}
	if accepted != 1 || s.Text != "si" {
		t.Errorf("accepted %d times with %q", accepted, s.Text)
	}
	if want := []fyne.KeyName{fyne.KeyEscape, fyne.KeyF1}; !slices.Equal(*keys, want) {
		t.Errorf("passed on %v", *keys)
	}
}

func TestSearchAsksItsOwnerOnce(t *testing.T) {
	s := NewSearchEntry("")
	asked := 0
	s.Key = func(*fyne.KeyEvent) bool { asked++; return false }
	c := stage(t, s, 300, 40).Canvas()
	c.Focus(s)
	press(c, fyne.KeyF1, fyne.KeyDown)
	if asked != 2 {
		t.Errorf("asked %d times for two keys", asked)
	}
}

func TestNoteTakesLinesAndTabLeaves(t *testing.T) {
	n, next := NewNoteField("Notes", 3), NewField("")
	c := stage(t, container.NewVBox(n, next), 300, 200).Canvas()
	c.Focus(n)
	test.Type(n, "one")
	press(c, fyne.KeyReturn)
	test.Type(n, "two")
	if n.Text != "one\ntwo" {
		t.Errorf("the note is %q", n.Text)
	}
	if n.AcceptsTab() {
		t.Error("Tab stays in the note")
	}
	left := ""
	n.OnLeave = func(text string) { left = text }
	c.FocusNext()
	if left != n.Text || c.Focused() != fyne.Focusable(next) {
		t.Errorf("left with %q to %T", left, c.Focused())
	}
}

func TestChoice(t *testing.T) {
	names := []string{"any doctor", "Dr. Ada Stone", "Dr. Ben Reed", "Nurse Cole"}
	var got []int
	choice := NewChoice("Choose", names, -1, func(i int) { got = append(got, i) })
	w := stage(t, container.NewVBox(choice), 300, 400)
	c := w.Canvas()
	c.Focus(choice)

	press(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyEnd, fyne.KeyHome, fyne.KeyUp)
	if want := []int{0, 1, 3, 0}; !slices.Equal(got, want) {
		t.Fatalf("arrows chose %v, want %v", got, want)
	}
	for _, r := range "dr. b" {
		choice.TypedRune(r)
	}
	if choice.Chosen() != 2 {
		t.Errorf("“dr. b” chose %d", choice.Chosen())
	}

	press(c, fyne.KeyReturn) // opens the list
	if c.Overlays().Top() == nil {
		t.Fatal("Enter opened no list")
	}
	press(c, fyne.KeyDown, fyne.KeyReturn)
	if c.Overlays().Top() != nil || choice.Chosen() != 3 {
		t.Errorf("the list chose %d", choice.Chosen())
	}
	press(c, fyne.KeySpace, fyne.KeyUp, fyne.KeyEscape)
	if c.Overlays().Top() != nil || choice.Chosen() != 3 {
		t.Errorf("Escape chose %d", choice.Chosen())
	}

	test.Tap(choice)
	list := c.Focused().(*optionList)
	list.TypedRune('a')
	test.TapAt(list, fyne.NewPos(20, 2.5*list.rowHeight()))
	if choice.Chosen() != 2 {
		t.Errorf("a tap on the third row chose %d", choice.Chosen())
	}
}

func TestChoiceListClosesWhenOneClicksBeside(t *testing.T) {
	choice := NewChoice("", []string{"A", "B"}, 0, func(int) { t.Error("something was chosen") })
	c := stage(t, container.NewVBox(choice), 300, 300).Canvas()
	test.Tap(choice)
	test.TapCanvas(c, fyne.NewPos(290, 290))
	if c.Overlays().Top() != nil {
		t.Error("the list is still open")
	}
}

// What was selected when a text is set is selected no more: every letter typed then
// stays.
func TestATextThatIsSetIsNotSelected(t *testing.T) {
	field, secret, note := NewField(""), NewField(""), NewNoteField("", 2)
	secret.Password = true
	for _, f := range []interface {
		fyne.Focusable
		SetText(string)
	}{field, secret, note} {
		c := stage(t, f.(fyne.CanvasObject), 300, 80).Canvas()
		f.SetText("24 hour monitor")
		c.Focus(f)
		f.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
		f.SetText("")
		test.Type(f, "iud")
	}
	for _, got := range []string{field.Text, secret.Text, note.Text} {
		if got != "iud" {
			t.Errorf("typed \"iud\", the field has %q", got)
		}
	}
}
