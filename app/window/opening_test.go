package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/clinic"
)

// TestOnlyWhatIsSeenIsLaidOut holds that opening the window does nothing about the
// screens that nobody has opened: they get a place, and with it their parts, when
// they are shown.
func TestOnlyWhatIsSeenIsLaidOut(t *testing.T) {
	tr := try(t, 1366, 705)
	tr.type_("si joint")
	for name, screen := range map[string]fyne.CanvasObject{"schedule": tr.day, "editor": tr.editor} {
		if screen.Visible() || !screen.Size().IsZero() {
			t.Errorf("the %s was laid out though nobody opened it", name)
		}
	}
	middle := tr.whole.middle.Size()
	for name, toggle := range map[string]func(){"schedule": tr.toggleDay, "editor": tr.toggleEdit} {
		screen := map[string]fyne.CanvasObject{"schedule": tr.day, "editor": tr.editor}[name]
		toggle()
		if screen.Size() != middle {
			t.Errorf("the %s is %v where the procedure had %v", name, screen.Size(), middle)
		}
		toggle()
		if tr.whole.middle.Size() != middle {
			t.Errorf("after the %s the procedure has %v, before %v", name, tr.whole.middle.Size(), middle)
		}
	}
}

// TestReadingBeginsBeforeTheFrame holds that the time in which the system makes the
// frame is used: what there is to read is asked for before.
func TestReadingBeginsBeforeTheFrame(t *testing.T) {
	asked, deps := false, try(t, 1366, 705).deps
	library := deps.Library
	deps.Library = func(c clinic.Clinic) Library {
		asked = true
		return library(c)
	}
	Open(deps, func() fyne.Window {
		if !asked {
			t.Error("the frame is made while nothing is read")
		}
		return test.NewTempWindow(t, nil)
	})
}

// TestReadingLeavesNothingToTheWindow holds that what a window takes over from
// reading is ready: blanks and all else were read away from its thread.
func TestReadingLeavesNothingToTheWindow(t *testing.T) {
	wait := &later{}
	tr := try(t, 1366, 705, func(d *Deps) { d.Background = wait.background })
	l := tr.readFiles(tr.desk)
	l.library = nil // asking it would end the test
	defer func() {
		if fault := recover(); fault != nil {
			t.Errorf("the window reads when it takes over: %v", fault)
		}
	}()
	tr.take(l)
	if len(tr.blanks) == 0 {
		t.Error("the window has no blanks")
	}
}
