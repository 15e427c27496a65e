package window

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/store"
	"deskleaf/content"
)

// latchedDesk is a desk whose clinic has the passcode "door 5".
func latchedDesk(t *testing.T) *trial {
	t.Helper()
	l, err := clinic.NewLatch("door 5")
	if err != nil {
		t.Fatal(err)
	}
	return try(t, 1366, 700, func(d *Deps) {
		before := d.Clinic
		d.Clinic = func(x desk.Desk) clinic.Clinic {
			c := before(x)
			if _, err := c.SaveLatch(store.OS{}, l); err != nil {
				t.Fatal(err)
			}
			return before(x)
		}
	})
}

// guarded is what must stand behind the passcode, by what it is about.
var guarded = []string{"settings", "prices", "edit-procedure", "review", "newer", "install", "passcode"}

// TestEveryGuardedCommandAsks does all commands behind the latch, with a wrong and
// then the right passcode, on a desk where each of them can be done.
func TestEveryGuardedCommandAsks(t *testing.T) {
	tr := latchedDesk(t)
	tr.type_("si j")
	behind := map[string]bool{}
	for i := range tr.table {
		c := &tr.table[i]
		if c.Behind == noGuard {
			continue
		}
		behind[c.ID] = true
		tr.latch.open = false
		done := 0
		c.Run, c.Enabled = func() { done++ }, nil
		tr.do(c.ID)
		if !strings.Contains(overlay(tr), "behind a passcode") {
			t.Fatalf("%s does not ask", c.ID)
		}
		tr.type_("door 6")
		tr.key(fyne.KeyReturn)
		if done > 0 || !strings.Contains(overlay(tr), "not the passcode") {
			t.Fatalf("%s took a wrong passcode: %s", c.ID, overlay(tr))
		}
		tr.type_("door 5")
		tr.key(fyne.KeyReturn)
		if done != 1 || overlay(tr) != "" {
			t.Fatalf("%s was done %d times after the right passcode", c.ID, done)
		}
		tr.do(c.ID)
		if done != 2 {
			t.Errorf("%s asks again at once", c.ID)
		}
	}
	for _, id := range guarded {
		if !behind[id] {
			t.Errorf("%s is not behind the passcode", id)
		}
	}
}

// TestLatchCloses holds that the passcode is asked for again after the idle minutes,
// and when somebody locks; what stood behind it is gone then.
func TestLatchCloses(t *testing.T) {
	tr := latchedDesk(t)
	open := func() {
		tr.press(ctrl(fyne.KeyComma))
		tr.type_("door 5")
		tr.key(fyne.KeyReturn)
		if !strings.Contains(overlay(tr), "Letterhead") && !strings.Contains(overlay(tr), "Settings") {
			t.Fatalf("Settings do not open: %s", overlay(tr))
		}
	}
	open()
	tr.clock.pass(9 * time.Minute)
	if tr.latched() || overlay(tr) == "" {
		t.Error("it closes before the idle minutes")
	}
	tr.clock.pass(2 * time.Minute)
	if !tr.latched() || overlay(tr) != "" {
		t.Errorf("after the idle minutes it is open, or Settings stay: %s", overlay(tr))
	}
	open()
	tr.key(fyne.KeyEscape)
	tr.do("lock")
	if !tr.latched() || !tr.items["lock"].Disabled {
		t.Error("Lock now does not lock")
	}
}

func TestAnswersForTheClinicWaitForThePasscode(t *testing.T) {
	tr := latchedDesk(t)
	if tr.mayAnswer(content.ClinicScope) || !tr.mayAnswer(content.VisitScope) {
		t.Error("locked: answers may be kept for the clinic, or not for the visit")
	}
	tr.type_("si j")
	if err := tr.answer(tr.blanks["driver"], content.ClinicScope, ""); err == nil {
		t.Error("locked: an answer that was begun before is kept for the clinic")
	}
	tr.latch.open = true
	if !tr.mayAnswer(content.ClinicScope) {
		t.Error("open: answers may not be kept for the clinic")
	}
}

func TestPasscodeIsSetAndRemoved(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.do("passcode")
	tr.fill(fields(tr)[0], "door 5")
	tr.fill(fields(tr)[1], "door 6")
	tr.key(fyne.KeyReturn)
	if !strings.Contains(overlay(tr), "not the same") || tr.clinic.Latch.Closed() {
		t.Fatal("two passcodes were taken for one")
	}
	if strings.Contains(overlay(tr), "door 5") {
		t.Error("the passcode can be read on the screen")
	}
	tr.fill(fields(tr)[1], "door 5")
	tr.key(fyne.KeyReturn)
	if !clinic.Open(store.OS{}, tr.folder).Latch.Opens("door 5") || tr.latched() {
		t.Fatal("it was not kept, or asks whoever set it at once")
	}
	tr.do("passcode")
	tr.tap("Remove the passcode")
	if clinic.Open(store.OS{}, tr.folder).Latch.Closed() {
		t.Error("it was not removed")
	}
}
