package window

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/store"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/widgets"
)

// A slow is a share that answers when a test says so, or refuses.
type slow struct {
	store.OS
	later
	on     bool  // background work waits for the test
	refuse error // what making a folder gives
}

func (s *slow) background(work, then func()) {
	if s.on {
		s.later.background(work, then)
		return
	}
	work()
	then()
}

func (s *slow) Mkdir(name string, permission fs.FileMode) error {
	if s.refuse != nil {
		return &fs.PathError{Op: "mkdir", Path: name, Err: s.refuse}
	}
	return s.OS.Mkdir(name, permission)
}

// trySlow opens a window whose clinic's folder is slow from here on.
func trySlow(t *testing.T, changes ...setUp) (*trial, *slow) {
	s := &slow{}
	tr := try(t, 1366, 900, append([]setUp{func(d *Deps) { d.Files, d.Background = s, s.background }}, changes...)...)
	s.on = true
	return tr, s
}

// answered is what the share has for the blank of the sample.
func answered(tr *trial) string {
	return clinic.Open(store.OS{}, tr.folder).Answers.Procedures["si-joint-injection"]["drive-wait"]
}

// atBlank shows the procedure, and gives the field of its blank.
func atBlank(tr *trial, s *slow) *widgets.Field {
	tr.t.Helper()
	tr.type_("si j")
	s.run()
	tr.press(ctrl(fyne.Key3))
	s.run()
	for _, o := range test.LaidOutObjects(tr.read) {
		if f, ok := o.(*widgets.Field); ok && f.PlaceHolder == tr.words.T("blank.hint."+string(content.DurationBlank)) {
			return f
		}
	}
	tr.t.Fatal("there is no field for the blank")
	return nil
}

// TestAnswerOnASlowShare holds that an answer is on the pages, and stays there, while the
// share takes its time, and that nothing that is read meanwhile takes it away.
func TestAnswerOnASlowShare(t *testing.T) {
	tr, s := trySlow(t)
	blank := atBlank(tr, s)
	tr.fill(blank, "12 hours")
	tr.key(fyne.KeyReturn)
	save := s.waiting[0] // what was asked for first
	s.waiting = s.waiting[1:]
	if answered(tr) != "" {
		t.Fatal("it was saved on the window's thread")
	}
	s.run()
	tr.press(ctrl(fyne.KeyP))
	tr.lookForFolder()
	s.run()
	if len(tr.printer.jobs) != 1 || len(tr.draft.laid[0].Notes.Unanswered) > 0 || !strings.Contains(tr.read.Text(), "12 hours") {
		t.Errorf("while it is saved, the pages have not what was written: %d jobs", len(tr.printer.jobs))
	}
	tr.clock.pass(slowSave)
	if says := tr.toasts.Says(); says != tr.words.T("saving.slow") {
		t.Errorf("that it takes long is not said: %q", says)
	}
	save()
	s.run()
	tr.clock.pass(free) // the look that came meanwhile is old
	s.run()
	if answered(tr) != "12 hours" || len(tr.draft.laid[0].Notes.Unanswered) > 0 || tr.savingClinic() {
		t.Errorf("saved is %q, and the pages have %v unanswered", answered(tr), tr.draft.laid[0].Notes.Unanswered)
	}
}

// TestAnswerThatIsNotSaved holds that it is said, that the pages have what they had, and
// that what was written stays in its field until somebody does something about it.
func TestAnswerThatIsNotSaved(t *testing.T) {
	tr, s := trySlow(t)
	blank := atBlank(tr, s)
	s.refuse = fs.ErrPermission
	tr.fill(blank, "12 hours")
	tr.key(fyne.KeyReturn)
	s.run()
	if said := bands(tr); !strings.Contains(said, "The answer “12 hours” was not saved.") || !strings.Contains(said, "may not write") {
		t.Errorf("told: %q", said)
	}
	tr.edit(func(*visit.Visit) {})
	s.run()
	if len(tr.draft.laid[0].Notes.Unanswered) == 0 || answered(tr) != "" {
		t.Error("the pages have an answer that nobody else will have")
	}
	if blank = atBlank(tr, s); blank.Text != "12 hours" || !blank.Visible() {
		t.Errorf("the field has %q", blank.Text)
	}
	s.refuse = nil
	tr.frame.Canvas().Focus(blank)
	tr.key(fyne.KeyReturn)
	s.run()
	if answered(tr) != "12 hours" || len(tr.draft.laid[0].Notes.Unanswered) > 0 || bands(tr) != "" {
		t.Errorf("tried again, it is %q, and it still says %q", answered(tr), bands(tr))
	}
}

// TestTwoSavesOneAfterAnother holds that what is asked for while something is being saved
// goes on from that, and both are there in the end.
func TestTwoSavesOneAfterAnother(t *testing.T) {
	tr, s := trySlow(t)
	blank := atBlank(tr, s)
	tr.fill(blank, "12 hours")
	tr.key(fyne.KeyReturn)
	tr.do("settings")
	s.on = false
	tr.showSettings(nil)
	s.on = true
	tr.fill(fields(tr)[0], "Maple Street Clinic")
	tr.key(fyne.KeyReturn)
	tr.key(fyne.KeyReturn) // twice is once
	if overlay(tr) == "" {
		t.Error("the settings closed before they were saved")
	}
	s.run()
	tr.key(fyne.KeyEscape) // the settings that were asked for first
	c := clinic.Open(store.OS{}, tr.folder)
	if answered(tr) != "12 hours" || c.Facts.Name != "Maple Street Clinic" || tr.clinic.Facts.Name != c.Facts.Name || tr.saves.over != 2 {
		t.Errorf("saved are %q and %q, in %d saves", answered(tr), c.Facts.Name, tr.saves.over)
	}
}

// TestSettingsThatAreNotSaved holds that they stay in their dialog, for the clinic and for
// its prices and passcode too.
func TestSettingsThatAreNotSaved(t *testing.T) {
	tr, s := trySlow(t)
	s.refuse = errors.New("the disk is gone")
	tr.do("settings")
	s.run()
	tr.fill(fields(tr)[0], "Maple Street Clinic")
	tr.key(fyne.KeyReturn)
	s.run()
	if overlay(tr) == "" || fields(tr)[0].Text != "Maple Street Clinic" || !strings.Contains(bands(tr), "The clinic’s details were not saved.") {
		t.Errorf("told: %q", bands(tr))
	}
	s.refuse = nil
	tr.key(fyne.KeyReturn)
	s.run()
	if overlay(tr) != "" || tr.clinic.Facts.Name != "Maple Street Clinic" {
		t.Error("tried again, they are not saved")
	}
	s.refuse = errors.New("the disk is gone")
	tr.do("passcode")
	s.run()
	tr.fill(fields(tr)[0], "4711")
	tr.fill(fields(tr)[1], "4711")
	tr.key(fyne.KeyReturn)
	s.run()
	if overlay(tr) == "" || tr.clinic.Latch.Closed() || !strings.Contains(bands(tr), "The passcode was not changed.") {
		t.Errorf("told: %q", bands(tr))
	}
}

// A closing is a window that only remembers that it was closed.
type closing struct {
	fyne.Window
	closed bool
}

func (c *closing) Close() { c.closed = true }

// TestTheWindowStaysUntilAllIsSaved holds that closing waits for what is being saved, that
// what fails then is seen, and that asking twice closes at once.
func TestTheWindowStaysUntilAllIsSaved(t *testing.T) {
	for _, test := range []struct {
		name           string
		refuse         error
		twice, closed  bool
		closedAtTheEnd bool
	}{
		{name: "saved", closedAtTheEnd: true},
		{name: "not saved", refuse: fs.ErrPermission},
		{name: "asked twice", twice: true, closed: true, closedAtTheEnd: true},
	} {
		t.Run(test.name, func(t *testing.T) {
			tr, s := trySlow(t)
			blank := atBlank(tr, s)
			frame := &closing{Window: tr.frame}
			tr.Window.frame = frame
			s.refuse = test.refuse
			tr.fill(blank, "12 hours")
			tr.key(fyne.KeyReturn)
			tr.Quit()
			if test.twice {
				tr.Quit()
			}
			if frame.closed != test.closed {
				t.Errorf("closed: %t", frame.closed)
			}
			s.run()
			if frame.closed != test.closedAtTheEnd || (answered(tr) != "") != (test.refuse == nil) {
				t.Errorf("in the end, closed: %t, and the answer is %q", frame.closed, answered(tr))
			}
		})
	}
}

// TestAFaultWhileSavingEndsThatSaveAlone holds that what waits behind it is saved.
func TestAFaultWhileSavingEndsThatSaveAlone(t *testing.T) {
	tr, s := trySlow(t, func(d *Deps) { d.Report = nil })
	var said error
	tr.saveSoon(clinicSave{do: func(clinic.Clinic) (clinic.Clinic, error) { panic("a fault") }, then: func(err error) { said = err }})
	facts := tr.clinic.Facts
	facts.Name = "Maple Street Clinic"
	tr.saveFacts(nil, tr.clinic.Facts, facts, func() {})
	s.run()
	if !errors.Is(said, errFault) || tr.clinic.Facts.Name != "Maple Street Clinic" || !strings.Contains(bands(tr), "Something went wrong in Deskleaf.") {
		t.Errorf("it ended with %v, the clinic is %q, told: %q", said, tr.clinic.Facts.Name, bands(tr))
	}
	if data, err := os.ReadFile(filepath.Join(tr.folder, "clinic.yaml")); err != nil || !strings.Contains(string(data), "Maple") {
		t.Errorf("%s, %v", data, err)
	}
}

// TestTheDeskIsNeverWrittenOlder holds that of two states of the desk the newer stays,
// whichever is written first.
func TestTheDeskIsNeverWrittenOlder(t *testing.T) {
	var l later
	var kept []int
	tr := try(t, 1366, 700)
	tr.Window.background = l.background
	tr.deps.SaveDesk = func(d desk.Desk) error { kept = append(kept, d.TextSize); return nil }
	tr.setSize(120)
	tr.setSize(130)
	l.waiting[0], l.waiting[1] = l.waiting[1], l.waiting[0]
	l.run()
	if len(kept) != 1 || kept[0] != 130 {
		t.Errorf("written are %v", kept)
	}
}

// TestAnswerThatIsLeftForTheNextPatient holds that an answer which somebody has written and not
// entered is kept where it was asked, when the window goes on to the next patient by itself or
// because somebody says so, or to another procedure.
func TestAnswerThatIsLeftForTheNextPatient(t *testing.T) {
	for name, leave := range map[string]func(*trial){
		"next patient":      func(tr *trial) { tr.press(ctrl(fyne.KeyN)) },
		"left alone":        func(tr *trial) { tr.clock.pass(time.Hour) },
		"the page is gone":  func(tr *trial) { tr.forgetBook(); tr.focusSearch() },
		"another procedure": func(tr *trial) { tr.Choose("colonoscopy"); tr.focusSearch() },
	} {
		t.Run(name, func(t *testing.T) {
			tr, s := trySlow(t)
			s.on = false
			tr.edit(func(v *visit.Visit) { v.Name = "Ann" }) // something to clear
			blank := atBlank(tr, s)
			tr.frame.Canvas().Focus(blank)
			tr.type_("12 hours")
			leave(tr)
			want := "12 hours"
			if strings.HasPrefix(name, "the page") || name == "another procedure" {
				want = ""
			}
			if got := answered(tr); got != want || len(tr.clinic.Answers.Procedures["colonoscopy"]) > 0 {
				t.Errorf("the answer kept is %q, and those of another procedure are %v", got, tr.clinic.Answers.Procedures["colonoscopy"])
			}
		})
	}
}
