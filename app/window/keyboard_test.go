package window

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"deskleaf/widgets"
)

// TestEverythingIsReachedByKeyboard: in every scene, in a wide window and in the
// smallest, Tab goes through all that can have the focus and round again, Shift+Tab
// goes back the same way, and what has the focus is in sight. Then Esc closes the
// topmost dialog alone, and something in sight has the focus.
func TestEverythingIsReachedByKeyboard(t *testing.T) {
	for _, s := range scenes() {
		t.Run(s.name, func(t *testing.T) {
			tr := s.show(t, 1366, 740)
			if !s.popUp { // Tab leaves one, which closes it
				tr.mustReachAll()
				tr.resize(800, 532)
				tr.mustReachAll()
			}
			for open := s.over(); open > 0; open-- {
				if n := len(tr.frame.Canvas().Overlays().List()); n != open {
					t.Fatalf("%d dialogs are open, not %d", n, open)
				}
				tr.key(fyne.KeyEscape)
			}
			if tr.dialogOpen() {
				t.Fatal("Esc does not close it")
			}
			if focused := tr.frame.Canvas().Focused(); focused == nil || !slices.Contains(tr.focusables(), focused) {
				t.Errorf("after Esc %s has the focus", name(focused))
			}
		})
	}
}

// mustReachAll holds that keys reach everything in sight.
func (tr *trial) mustReachAll() {
	tr.t.Helper()
	tr.walk(tr.tab) // the list shows its first procedure when it is gone to, so that there is more to reach
	forth := tr.walk(tr.tab)
	for _, f := range tr.focusables() {
		if !slices.Contains(forth, f) {
			tr.t.Errorf("Tab never reaches %s", name(f))
		}
	}
	for _, deaf := range tr.onlyTapped() {
		tr.t.Errorf("%T can be tapped and has no key", deaf)
	}
	forth, back := leaves(forth), leaves(tr.walk(tr.backTab))
	slices.Reverse(back)
	if len(forth) > 1 && !sameRound(forth, back) {
		tr.t.Errorf("Shift+Tab goes another way:\n forth %s\n back  %s", names(forth), names(back))
	}
}

// leaves are the widgets without those that hold others: on the way back Fyne goes
// to what is in a text before it goes to the text.
func leaves(round []fyne.Focusable) []fyne.Focusable {
	return slices.DeleteFunc(slices.Clone(round), func(f fyne.Focusable) bool {
		_, text := f.(*widgets.Reading)
		return text
	})
}

// onlyTapped is all of ours in sight that the pointer can press and no key can: neither
// it nor what it is part of can have the focus. What a picker offers is chosen with the
// arrows while one types into its field.
func (tr *trial) onlyTapped() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, s := range tr.inSight() {
		if _, tapped := s.CanvasObject.(fyne.Tappable); !tapped {
			continue
		}
		keyed := slices.ContainsFunc(append(slices.Clone(s.parents), s.CanvasObject), func(o fyne.CanvasObject) bool {
			_, can := o.(fyne.Focusable)
			_, picker := o.(*widgets.Picker)
			return can || picker
		})
		if ours := strings.HasPrefix(reflect.TypeOf(s.CanvasObject).Elem().PkgPath(), "deskleaf/"); ours && !keyed {
			all = append(all, s.CanvasObject)
		}
	}
	return all
}

// TestOrderOfTheWindow: from the search through what was found, the text with its
// tabs and the handout to the buttons of the bar and what the foot offers.
func TestOrderOfTheWindow(t *testing.T) {
	tr := filled(t, 1366, 740)
	tr.focusSearch()
	var order []string
	for _, f := range tr.walk(tr.tab) {
		o, _ := f.(fyne.CanvasObject)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		region := "text"
		switch size := tr.frame.Canvas().Size(); {
		case f == fyne.Focusable(tr.find.Entry):
			region = "search"
		case f == fyne.Focusable(tr.find.List):
			region = "list"
		case at.Y < tr.regions.list.Size().Height && at.Y < 49:
			region = "bar"
		case at.Y > size.Height-tr.status.Size().Height:
			region = "foot"
		case tr.panel.Holds(f):
			region = "handout"
		}
		if len(order) == 0 || order[len(order)-1] != region {
			order = append(order, region)
		}
	}
	if want := []string{"search", "list", "text", "handout", "bar", "foot"}; !slices.Equal(order, want) {
		t.Errorf("Tab goes through %v, want %v", order, want)
	}
}

// focusables are all in sight that can have the focus now.
func (tr *trial) focusables() []fyne.Focusable {
	var all []fyne.Focusable
	for _, s := range tr.inSight() {
		f, ok := s.CanvasObject.(fyne.Focusable)
		if d, able := f.(fyne.Disableable); !ok || able && d.Disabled() {
			continue
		}
		all = append(all, f)
	}
	return all
}

// tab presses Tab as Fyne's driver does, and backTab Shift+Tab.
func (tr *trial) tab() {
	focused := tr.frame.Canvas().Focused()
	if t, ok := focused.(fyne.Tabbable); ok && t.AcceptsTab() {
		focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
		return
	}
	tr.frame.Canvas().FocusNext()
}

func (tr *trial) backTab() { tr.frame.Canvas().FocusPrevious() }

// longestRound is more than the window has to go through.
const longestRound = 400

// walk steps until it comes back to where it began, and gives what had the focus on
// the way, beginning with the start. Whatever has the focus must be in sight.
func (tr *trial) walk(step func()) []fyne.Focusable {
	tr.t.Helper()
	c := tr.frame.Canvas()
	if c.Focused() == nil {
		step()
	}
	start := c.Focused()
	var passed []fyne.Focusable
	for range longestRound {
		focused := c.Focused()
		passed = append(passed, focused)
		tr.mustSee(focused)
		step()
		if c.Focused() == focused {
			if len(tr.focusables()) > 1 {
				tr.t.Errorf("the focus stays at %s", name(focused))
			}
			return passed
		}
		if c.Focused() == start {
			return passed
		}
	}
	tr.t.Errorf("it never comes back to %s", name(start))
	return passed
}

// mustSee holds that what has the focus shows.
func (tr *trial) mustSee(focused fyne.Focusable) {
	tr.t.Helper()
	for _, s := range tr.inSight() {
		if s.CanvasObject != focused.(fyne.CanvasObject) {
			continue
		}
		shows := s.at.and(s.sight)
		if shows.empty() || s.at.y1-s.at.y0 < 60 && !s.at.in(s.sight) {
			tr.t.Errorf("%s has the focus out of sight: %v in %v", name(focused), s.at, s.sight)
		}
		return
	}
	tr.t.Errorf("%s has the focus and is not in the window", name(focused))
}

// sameRound reports whether two rounds go the same way, wherever they begin.
func sameRound(a, b []fyne.Focusable) bool {
	i := slices.Index(b, a[0])
	return i >= 0 && slices.Equal(a, append(slices.Clone(b[i:]), b[:i]...))
}

// name is what a person would call a widget.
func name(f fyne.Focusable) string {
	if f == nil {
		return "nothing"
	}
	if s, ok := f.(interface{ AccessibilityLabel() string }); ok && s.AccessibilityLabel() != "" {
		return fmt.Sprintf("%T %q", f, s.AccessibilityLabel())
	}
	var all []seen
	o, _ := f.(fyne.CanvasObject)
	gather(o, fyne.Position{}, box{}, box{}, nil, &all)
	for _, s := range all {
		if text, ok := s.CanvasObject.(*canvas.Text); ok && text.Text != "" {
			return fmt.Sprintf("%T %q", f, text.Text)
		}
	}
	return fmt.Sprintf("%T", f)
}

func names(all []fyne.Focusable) []string {
	var said []string
	for _, f := range all {
		said = append(said, name(f))
	}
	return said
}
