package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/store"
)

// told is what the bands under the bar say.
func told(tr *trial) string {
	var all []string
	for _, band := range tr.notices.list {
		all = append(all, band.Words())
	}
	return strings.Join(all, "\n")
}

// onShare is a clinic's folder on a share that is not connected at first.
func onShare(share string) setUp {
	return func(d *Deps) {
		d.Desk.Clinic = share
		d.Clinic = func(d desk.Desk) clinic.Clinic {
			return clinic.OpenKnown(store.OS{}, d.Clinic, d.Seen == d.Clinic, time.Minute)
		}
	}
}

// TestShareThatIsAway holds that the window says since when the clinic's folder
// is away, works all the same, and takes it when it is back.
func TestShareThatIsAway(t *testing.T) {
	share := filepath.Join(t.TempDir(), "share")
	tr := try(t, 1366, 700, onShare(share), func(d *Deps) { d.Desk.Asked = false })
	said := told(tr)
	for _, want := range []string{"The clinic’s folder is away since Mon, Nov 23, 10:00 AM.", share + " is not there", "the pages have a line"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q does not say %q", said, want)
		}
	}
	if overlay(tr) != "" {
		t.Error("a clinic that is away was asked for its name")
	}
	tr.type_("si j")
	tr.press(ctrl(fyne.KeyP))
	if len(tr.printer.jobs) != 1 {
		t.Fatalf("%d jobs", len(tr.printer.jobs))
	}
	tr.clock.pass(lookAgain)
	if told(tr) != said {
		t.Errorf("looking again changed what is told to %q", told(tr))
	}
	if err := os.Mkdir(share, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(share, "clinic.yaml"), []byte("name: Maple Street\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tr.clock.pass(lookAgain)
	if told(tr) != "" || tr.clinic.Facts.Name != "Maple Street" || tr.toasts.Says() != "The clinic’s folder is back." {
		t.Errorf("the folder is back, the clinic is %q, and the notice is %q", tr.clinic.Facts.Name, tr.toasts.Says())
	}
	if tr.book == nil || tr.book.Procedure.ID != "si-joint-injection" {
		t.Error("the procedure that was read is gone")
	}
	if tr.desk.Seen != share || len(tr.desks) == 0 || tr.desks[len(tr.desks)-1].Seen != share {
		t.Error("it is not remembered that the clinic's facts were here")
	}
}

// TestSettingsWhileAway holds that the desk's own settings can be saved, another
// folder among them, while the clinic's cannot.
func TestSettingsWhileAway(t *testing.T) {
	share := filepath.Join(t.TempDir(), "share")
	tr := try(t, 1366, 700, onShare(share))
	elsewhere := t.TempDir()
	tr.press(ctrl(fyne.KeyComma))
	d := tr.desk
	d.Clinic = elsewhere
	tr.keepDesk(d)
	if tr.clinic.Away != clinic.Here || tr.clinic.Folder != elsewhere || told(tr) != "" {
		t.Errorf("after another folder was chosen: %q, away %q", tr.clinic.Folder, tr.clinic.Away)
	}
}

// TestUnapprovedWordsAreRefused holds that a clinic may keep words from patients
// that nobody there approved, on every way out, and still look at them.
func TestUnapprovedWordsAreRefused(t *testing.T) {
	tr := try(t, 1366, 700, func(d *Deps) {
		d.Clinic = func(desk.Desk) clinic.Clinic { return clinic.Clinic{Facts: clinic.Facts{Unreviewed: clinic.Refuse}} }
	})
	tr.type_("si j")
	if tr.draft.err != nil || len(tr.draft.pictures) == 0 || !strings.Contains(markup(tr), "Not to hand out:") {
		t.Errorf("the pages cannot be looked at, or nothing warns: %v", tr.draft.err)
	}
	for name, key := range map[string]Key{"print": ctrl(fyne.KeyP), "viewer": ctrl(fyne.KeyO), "message": ctrlShift(fyne.KeyC)} {
		tr.notices.clear()
		tr.press(key)
		if !strings.Contains(told(tr), "This clinic hands out approved words only, and nobody approved these in English.") {
			t.Errorf("%s: nothing says why not", name)
		}
	}
	if len(tr.printer.jobs) > 0 || len(tr.viewer.opened) > 0 {
		t.Error("unapproved words left the desk")
	}
}

// TestSettingsThatCannotBeKept holds that a desk whose own folder cannot be written says
// so once, in words that fit, and goes on.
func TestSettingsThatCannotBeKept(t *testing.T) {
	for reason, want := range map[store.Reason]string{
		store.NotAllowed: "You may not write to " + filepath.FromSlash("/home") + ". Everything else works",
		store.DiskFull:   "The disk is full. Everything else works",
		store.NoFolder:   "The folder " + filepath.FromSlash("/home") + " is not there. Everything else works",
	} {
		err := &store.Error{Doing: "save", Path: "/home/desk.yaml", Reason: reason, Err: os.ErrInvalid}
		tr := try(t, 1366, 700, func(d *Deps) { d.SaveDesk = func(desk.Desk) error { return err } })
		tr.type_("si j")
		tr.do("favorite")
		tr.press(ctrl(fyne.KeyP))
		if said := told(tr); strings.Count(said, "The settings of this desk were not saved.") != 1 || !strings.Contains(said, want) {
			t.Errorf("%s: told %q", reason, said)
		}
		if len(tr.printer.jobs) != 1 || !tr.desk.Starred("si-joint-injection") {
			t.Errorf("%s: %d jobs, starred: %t", reason, len(tr.printer.jobs), tr.desk.Starred("si-joint-injection"))
		}
	}
}

// TestClockSetBackWhileAway holds that the folder is not away since tomorrow.
func TestClockSetBackWhileAway(t *testing.T) {
	tr := try(t, 1366, 700, onShare(filepath.Join(t.TempDir(), "share")))
	tr.clock.now = tr.clock.now.Add(-2 * time.Hour)
	tr.lookForFolder()
	if said := told(tr); !strings.Contains(said, "is away since Mon, Nov 23, 8:00 AM") {
		t.Errorf("told: %q", said)
	}
}
