package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"deskleaf/widgets"
)

// TestEveryIconHasWords: a button that shows an icon alone says in words what it is
// for, once it has the focus, and when the pointer rests on it.
func TestEveryIconHasWords(t *testing.T) {
	found := 0
	for _, s := range scenes() {
		if strings.HasPrefix(s.name, "tab ") || strings.HasPrefix(s.name, "editor, chapter") {
			continue // the same buttons stand in other scenes
		}
		t.Run(s.name, func(t *testing.T) {
			tr := s.show(t, 800, 532)
			if !tr.regions.shows() && !tr.dialogOpen() && !tr.dayShown() && !tr.editShown() {
				tr.togglePanel() // it has the only ones
			}
			for _, f := range tr.focusables() {
				b, ok := f.(*widgets.Button)
				if !ok || b.Text() != "" {
					continue
				}
				found++
				if b.Tip() == "" {
					t.Errorf("%T at %v has neither words nor a tip", b, b.Position())
					continue
				}
				tr.frame.Canvas().Focus(b)
				if tr.tips.Says() != b.Tip() {
					t.Errorf("with the focus it says %q, not %q", tr.tips.Says(), b.Tip())
				}
				tr.frame.Canvas().Unfocus()
				b.MouseIn(&desktop.MouseEvent{})
				if tr.tips.Says() != "" {
					t.Error("its tip shows before the pointer rests")
				}
				tr.clock.pass(widgets.TipTime)
				if tr.tips.Says() != b.Tip() {
					t.Errorf("under the pointer it says %q, not %q", tr.tips.Says(), b.Tip())
				}
				b.MouseOut()
				if tr.tips.Says() != "" {
					t.Error("the tip stays when the pointer goes")
				}
			}
		})
	}
	if found == 0 {
		t.Error("no button without words was found")
	}
}

// TestTheStarSaysWhatItIs while the pointer rests on it.
func TestTheStarSaysWhatItIs(t *testing.T) {
	tr := filled(t, 1366, 740)
	for _, s := range tr.inSight() {
		hover, ok := s.CanvasObject.(desktop.Hoverable)
		if !ok || len(s.parents) < 2 || s.parents[len(s.parents)-2] != fyne.CanvasObject(tr.find.List) {
			continue
		}
		at := fyne.NewPos(s.at.x1-s.at.x0-20, 50)
		hover.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
		tr.clock.pass(widgets.TipTime)
		if says := tr.tips.Says(); !strings.Contains(says, tr.words.T("command.favorite")) || !strings.Contains(says, tr.keyOf("favorite")) {
			t.Errorf("a star says %q", says)
		}
		hover.MouseOut()
		if tr.tips.Says() != "" {
			t.Error("it says so when the pointer has gone")
		}
		return
	}
	t.Error("there is no list with stars")
}
