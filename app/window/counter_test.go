package window

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/civil"
)

// TestWorkInADialogIsNoIdleness: who types, chooses or moves the pointer in a dialog
// is there, however long it takes; who leaves it open is not.
func TestWorkInADialogIsNoIdleness(t *testing.T) {
	for name, touch := range map[string]func(*trial){
		"typing":   func(tr *trial) { tr.type_("a") },
		"choosing": func(tr *trial) { tr.frame.Canvas().Focus(choices(tr)[0]); tr.key(fyne.KeyDown) },
		"pointing": func(tr *trial) {
			for _, s := range tr.inSight() {
				_, control := s.CanvasObject.(fyne.Focusable)
				if over, ok := s.CanvasObject.(desktop.Hoverable); ok && !control {
					over.MouseMoved(&desktop.MouseEvent{})
				}
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			tr := filled(t, 1366, 740)
			tr.do("settings")
			for range 10 {
				tr.clock.pass(8 * time.Minute)
				touch(tr)
			}
			if !tr.dialogOpen() || tr.visit.Date.IsZero() {
				t.Fatal("the visit was cleared under somebody's hands")
			}
			tr.clock.pass(time.Hour)
			if tr.dialogOpen() || !tr.visit.Date.IsZero() {
				t.Error("left alone with a dialog open, the visit stays")
			}
		})
	}
}

// markup is the whole window, dialogs too, as text.
func markup(tr *trial) string { return test.RenderToMarkup(tr.frame.Canvas()) }

func TestTypingShowsTheBestMatch(t *testing.T) {
	tr := try(t, 1366, 700)
	if tr.frame.Canvas().Focused() != fyne.Focusable(tr.find.Entry) {
		t.Fatal("the search has no focus at the start")
	}
	tr.type_("si j")
	if tr.book == nil || tr.book.Procedure.ID != "si-joint-injection" {
		t.Fatal("half a word does not show the procedure")
	}
	shown := markup(tr)
	for _, want := range []string{"Sacroiliac (SI) joint injection", "About 30 minutes", "Needs a ride home", "This injection is 27096", "Print: no side, English"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the window does not say %q", want)
		}
	}
	if len(tr.desk.Recent) > 0 {
		t.Error("typing alone made the procedure a recent one")
	}
}

func TestEnterGoesOnToTheVisit(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.key(fyne.KeyReturn)
	tr.type_("12/10 930")
	if want := (civil.Date{Year: 2026, Month: time.December, Day: 10}); tr.visit.Date != want || tr.visit.Minute != 9*60+30 || !tr.visit.HasTime {
		t.Fatalf("the visit is %v at %d", tr.visit.Date, tr.visit.Minute)
	}
	if shown := markup(tr); !strings.Contains(shown, "→ Thu, Dec 10, 9:30 AM") {
		t.Error("the field does not say how it understood the date")
	}
	if got := tr.desk.Recent; len(got) != 1 || got[0] != "si-joint-injection" {
		t.Errorf("recent procedures are %v", got)
	}
	tr.key(fyne.KeyReturn)
	tr.type_("r")
	tr.key(fyne.KeyReturn, fyne.KeyReturn)
	if len(tr.printer.jobs) != 1 || tr.visit.Side != content.Right {
		t.Errorf("Enter after the date, R, Enter after the side, and Enter on Print: the side is %q, printed %d times", tr.visit.Side, len(tr.printer.jobs))
	}
}

// Pages without a side go out only when somebody was asked for it, and did the same
// again: no key too many chooses one, or goes without.
func TestTheSideIsAskedForOnce(t *testing.T) {
	for name, again := range map[string]func(*trial){
		"Enter":  func(tr *trial) { tr.key(fyne.KeyReturn) },
		"Ctrl+P": func(tr *trial) { tr.pressOnce(ctrl(fyne.KeyP)) },
	} {
		tr := try(t, 1366, 700)
		tr.type_("si j")
		tr.key(fyne.KeyReturn)
		tr.type_("12/10 930")
		tr.key(fyne.KeyReturn)
		again(tr)
		if len(tr.printer.jobs) != 0 || tr.visit.Side != content.NoSide || tr.toasts.Says() != tr.words.T("side.ask") {
			t.Fatalf("%s: %d jobs, side %q, told %q", name, len(tr.printer.jobs), tr.visit.Side, tr.toasts.Says())
		}
		again(tr)
		if len(tr.printer.jobs) != 1 || tr.visit.Side != content.NoSide {
			t.Errorf("%s again: %d jobs, side %q", name, len(tr.printer.jobs), tr.visit.Side)
		}
		tr.press(ctrl(fyne.KeyN))
		tr.type_("si j")
		if tr.pressOnce(ctrl(fyne.KeyP)); len(tr.printer.jobs) != 1 {
			t.Errorf("%s: the next patient's side is not asked for", name)
		}
		tr.pressOnce(ctrl(fyne.KeyS))
		if overlay(tr) == "" {
			t.Errorf("%s: what was asked for once is asked for again", name)
		}
	}
	tr := try(t, 1366, 700)
	tr.type_("si j")
	if tr.pressOnce(ctrl(fyne.KeyS)); overlay(tr) != "" {
		t.Error("pages are saved without their side, and nobody asked")
	}
}

func TestBadDateIsSaidAndNotKept(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.key(fyne.KeyReturn)
	tr.type_("31/31")
	if !tr.visit.Date.IsZero() {
		t.Errorf("31/31 became %v", tr.visit.Date)
	}
	tr.key(fyne.KeyReturn)
	if !strings.Contains(markup(tr), "The calendar has no such") {
		t.Error("nothing says that 31/31 is no date")
	}
	tr.press(ctrl(fyne.KeyN))
	if strings.Contains(markup(tr), "31/31") {
		t.Error("the next patient finds 31/31 in the field")
	}
}

func TestArrowsAndEscape(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.key(fyne.KeyDown)
	if tr.book == nil || tr.book.Procedure.ID != "colonoscopy" {
		t.Fatal("Down from the empty search does not show the first favorite")
	}
	tr.key(fyne.KeyDown)
	if tr.book.Procedure.ID != "si-joint-injection" {
		t.Error("Down again does not show the next procedure")
	}
	tr.type_("colono")
	tr.key(fyne.KeyEscape)
	if tr.find.Entry.Text != "" {
		t.Error("Esc does not clear the search")
	}
	tr.key(fyne.KeyReturn)
	tr.key(fyne.KeyEscape)
	if tr.frame.Canvas().Focused() != fyne.Focusable(tr.find.Entry) {
		t.Error("Esc in the panel does not go back to the search")
	}
}

func TestMisspelledIsSaid(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("colonscopy")
	if tr.book == nil || tr.book.Procedure.ID != "colonoscopy" || !strings.Contains(markup(tr), "read as “colonoscopy”") {
		t.Error("a slip of the pen is not found, or not said")
	}
}

func TestAnotherProcedureKeepsTheDate(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.Choose("si-joint-injection")
	tr.edit(func(v *visit.Visit) {
		v.SetWhen(civil.Date{Year: 2026, Month: 12, Day: 10}.At(570), true)
		v.Side = content.Right
		v.SetOption("purpose", "test")
	})
	tr.Choose("colonoscopy")
	if tr.visit.Date.IsZero() || tr.visit.Side != content.NoSide || len(tr.visit.Options) > 0 {
		t.Errorf("after another procedure the visit is %+v", tr.visit)
	}
}

func TestNextPatientForgetsEverything(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.press(ctrl(fyne.KeyP))
	tr.press(ctrl(fyne.KeyO))
	tr.edit(func(v *visit.Visit) {
		v.SetWhen(civil.Date{Year: 2026, Month: 12, Day: 10}.At(570), true)
		v.Name, v.Side, v.Large = "Maria Lopez", content.Left, true
		v.Answers = map[string]string{"drive-wait": "12 hours"}
		v.SetOption("purpose", "test")
	})
	if !strings.Contains(markup(tr), "Maria Lopez") || len(tr.viewer.opened) != 1 {
		t.Fatal("the test did not fill in the visit")
	}
	tr.press(ctrl(fyne.KeyN))
	want := visit.Visit{}
	if v := tr.visit; v.Name != "" || !v.Date.IsZero() || v.Side != want.Side || v.Large || len(v.Answers)+len(v.Options) > 0 || v.Procedure != "" {
		t.Errorf("the visit still is %+v", v)
	}
	shown := markup(tr)
	for _, gone := range []string{"Maria Lopez", "Dec 10", "12 hours", "Sacroiliac"} {
		if strings.Contains(shown, gone) {
			t.Errorf("the window still shows %q", gone)
		}
	}
	if len(tr.viewer.opened) > 0 || tr.hasPrinted() || tr.draft.pages != nil {
		t.Error("what was opened or printed is still there")
	}
	if tr.frame.Canvas().Focused() != fyne.Focusable(tr.find.Entry) {
		t.Error("the search does not have the focus")
	}
}

func TestPagesThatComeTooLateAreNotShown(t *testing.T) {
	l := &later{}
	tr := try(t, 1366, 700, func(d *Deps) { d.Background = l.background })
	l.run()
	tr.reading = atOnce
	tr.Choose("si-joint-injection")
	tr.NextPatient()
	l.run()
	if tr.draft.pages != nil || strings.Contains(markup(tr), "Print: ") {
		t.Error("pages of the last patient came after the next one")
	}
	tr.Choose("si-joint-injection")
	tr.edit(func(v *visit.Visit) { v.Side = content.Left })
	tr.edit(func(v *visit.Visit) { v.Side = content.Right })
	l.run()
	if got := tr.draft.laid[0].Sheet.Letterhead.Running; tr.draft.pages == nil || !strings.Contains(strings.ToLower(got), "right") {
		t.Errorf("the pages shown say %q, not the side chosen last", got)
	}
}

func TestIdleClearsAfterAWarning(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.clock.pass(time.Hour)
	if tr.notices.pinned != nil {
		t.Fatal("an empty desk warns")
	}
	tr.type_("si j")
	tr.edit(func(v *visit.Visit) { v.Name = "Maria Lopez" })
	tr.clock.pass(8*time.Minute + 59*time.Second)
	if tr.notices.pinned != nil {
		t.Fatal("the warning comes too early")
	}
	tr.clock.pass(time.Second)
	if tr.notices.pinned == nil {
		t.Fatal("there is no warning a minute before")
	}
	tr.clock.pass(time.Minute)
	if tr.visit.Name != "" || tr.notices.pinned != nil {
		t.Error("the visit was not cleared")
	}
}

// What lies over the window may show the patient: it goes with the visit.
func TestIdleClosesWhatLiesOverTheWindow(t *testing.T) {
	for _, command := range []string{"enlarge", "print-choices", "save", "settings", "sheet-code"} {
		tr := try(t, 1366, 700)
		tr.type_("si j")
		tr.edit(func(v *visit.Visit) { v.Name = "Maria Lopez" })
		tr.do(command)
		if !tr.dialogOpen() {
			t.Fatalf("%s opens no dialog", command)
		}
		tr.clock.pass(time.Hour)
		if tr.dialogOpen() || tr.visit.Name != "" {
			t.Errorf("%s is still open after an hour", command)
		}
		tr.type_("colono")
		if tr.book == nil || tr.book.Procedure.ID != "colonoscopy" {
			t.Errorf("after %s was closed, the search does not take what is typed", command)
		}
	}
}

func TestIdleIsKeptByATouch(t *testing.T) {
	for name, touch := range map[string]func(*trial){
		"Keep":    func(tr *trial) { tr.notices.pinned.Links()[0].Tapped(nil) },
		"a key":   func(tr *trial) { tr.press(ctrl(fyne.KeyK)) },
		"pointer": func(tr *trial) { tr.moved() },
	} {
		t.Run(name, func(t *testing.T) {
			tr := try(t, 1366, 700)
			tr.type_("si j")
			tr.edit(func(v *visit.Visit) { v.Name = "Maria Lopez" })
			tr.clock.pass(9*time.Minute + 30*time.Second)
			touch(tr)
			if tr.notices.pinned != nil {
				t.Error("the warning stays")
			}
			tr.clock.pass(8 * time.Minute)
			if tr.visit.Name == "" {
				t.Error("the visit was cleared all the same")
			}
		})
	}
}
