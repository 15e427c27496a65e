package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"deskleaf/widgets"
)

// tip is what the tip in sight says; "" for none.
func (tr *trial) tip() string {
	for _, s := range tr.inSight() {
		if tips, ok := s.CanvasObject.(*widgets.Tips); ok {
			return tips.Says()
		}
	}
	tr.t.Fatal("nothing in sight can show a tip")
	return ""
}

// TestAFaultIsReadWhereThereIsNoRoomForIt: what a field says of its text, and has no room
// for, a tip says once the field has the focus, which it has when a dialog was not taken
// because of it, and when the pointer rests on it.
func TestAFaultIsReadWhereThereIsNoRoomForIt(t *testing.T) {
	tr := filled(t, 800, 532, inSpanish, func(d *Deps) { d.Desk.TextSize = 200 })
	tr.do("review")
	who, role := fields(tr)[0], fields(tr)[1]
	tr.fill(who, "Ana Ruiz, MD")
	tr.tap(tr.words.T("approve.approve"))
	missing := tr.words.T("approve.missing")
	if says := tr.tip(); says != missing {
		t.Errorf("without a role the tip says %q", says)
	}
	if focused := tr.frame.Canvas().Focused(); focused != fyne.Focusable(role) {
		t.Errorf("%s has the focus", name(focused))
	}
	tr.frame.Canvas().Focus(who)
	if says := tr.tip(); says != "" {
		t.Errorf("with the focus elsewhere it says %q", says)
	}
	role.MouseIn(&desktop.MouseEvent{})
	tr.clock.pass(widgets.TipTime)
	if says := tr.tip(); says != missing {
		t.Errorf("under the pointer it says %q", says)
	}
	role.MouseOut()
	if says := tr.tip(); says != "" {
		t.Errorf("when the pointer has gone it says %q", says)
	}
	tr.key(fyne.KeyEscape)
	if says := tr.tip(); says != "" {
		t.Errorf("after the dialog it says %q", says)
	}
}

// TestEveryIconHasWords: a button that shows an icon alone says in words what it is
// for, once it has the focus, and when the pointer rests on it.
func TestEveryIconHasWords(t *testing.T) {
	found := 0
	for _, s := range scenes() {
		if strings.HasPrefix(s.name, "tab ") || strings.HasPrefix(s.name, "editor, ") {
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
				if tr.tip() != b.Tip() {
					t.Errorf("with the focus it says %q, not %q", tr.tip(), b.Tip())
				}
				tr.frame.Canvas().Unfocus()
				b.MouseIn(&desktop.MouseEvent{})
				if tr.tip() != "" {
					t.Error("its tip shows before the pointer rests")
				}
				tr.clock.pass(widgets.TipTime)
				if tr.tip() != b.Tip() {
					t.Errorf("under the pointer it says %q, not %q", tr.tip(), b.Tip())
				}
				b.MouseOut()
				if tr.tip() != "" {
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
		if says := tr.tip(); !strings.Contains(says, tr.words.T("command.favorite")) || !strings.Contains(says, tr.keyOf("favorite")) {
			t.Errorf("a star says %q", says)
		}
		hover.MouseOut()
		if tr.tip() != "" {
			t.Error("it says so when the pointer has gone")
		}
		return
	}
	t.Error("there is no list with stars")
}
