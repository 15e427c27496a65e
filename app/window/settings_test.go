package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/store"
	"deskleaf/widgets"
)

func TestFirstStartAsksAndCanBeSkipped(t *testing.T) {
	fresh := func(d *Deps) { d.Desk.Asked = false }
	t.Run("answered", func(t *testing.T) {
		tr := try(t, 1366, 700, fresh)
		if !strings.Contains(overlay(tr), "Welcome to Deskleaf") {
			t.Fatal("the first start does not ask")
		}
		tr.type_("Maple Street Clinic")
		tr.fill(fields(tr)[2], "217 555 0199")
		tr.fill(fields(tr)[1], "217")
		tr.key(fyne.KeyReturn)
		if !strings.Contains(overlay(tr), "needs its area code") {
			t.Fatal("217 was taken for a phone")
		}
		tr.fill(fields(tr)[1], "217 555 0142")
		tr.key(fyne.KeyReturn)
		if got := clinic.Open(store.OS{}, tr.folder).Facts; got.Name != "Maple Street Clinic" || got.Phones.Day != "(217) 555-0142" {
			t.Errorf("the clinic's folder holds %+v", got)
		}
	})
	t.Run("skipped", func(t *testing.T) {
		tr := try(t, 1366, 700, fresh)
		tr.key(fyne.KeyEscape)
		if overlay(tr) != "" || !tr.desk.Asked || tr.clinic.Facts.Name != "" {
			t.Error("Esc does not skip it for good")
		}
		if tr.frame.Canvas().Focused() != fyne.Focusable(tr.find.Entry) {
			t.Error("after it, the search does not have the focus")
		}
	})
}

func TestApprove(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	if !strings.Contains(markup(tr), "Draft: not yet reviewed") {
		t.Fatal("a draft does not say that it is one")
	}
	tr.press(ctrlShift(fyne.KeyA))
	tr.key(fyne.KeyReturn)
	if !strings.Contains(overlay(tr), "needed") {
		t.Fatal("an approval without a name was taken")
	}
	tr.fill(fields(tr)[0], "Ana Ruiz, MD")
	tr.fill(fields(tr)[1], "physician")
	tr.key(fyne.KeyReturn)
	if got := tr.clinic.SignOffs.List; len(got) != 1 || got[0].Who != "Ana Ruiz, MD" || got[0].Next.String() != "2027-11-23" {
		t.Fatalf("the sign-offs are %+v", got)
	}
	if shown := markup(tr); strings.Contains(shown, "Draft:") || !strings.Contains(shown, "Approved by Ana Ruiz, MD") {
		t.Error("the window does not say that the words are approved")
	}
	if tr.draft.laid[0].Sheet.Band != "" {
		t.Errorf("the pages still say %q", tr.draft.laid[0].Sheet.Band)
	}
	tr.press(ctrl(fyne.KeyL))
	if !strings.Contains(markup(tr), "Draft:") {
		t.Error("the Spanish words count as approved, too")
	}
}

func TestSettings(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.press(ctrl(fyne.KeyComma))
	tr.fill(fields(tr)[0], "Maple Street Clinic")
	tr.fill(fields(tr)[2], "12")
	tr.key(fyne.KeyReturn)
	if !strings.Contains(overlay(tr), "needs its area code") {
		t.Fatal("12 was taken for a phone")
	}
	tr.fill(fields(tr)[2], "2175550142")
	tr.key(fyne.KeyReturn)
	if overlay(tr) != "" || tr.clinic.Facts.Name != "Maple Street Clinic" || tr.clinic.Facts.Phones.Day != "(217) 555-0142" {
		t.Fatalf("the clinic is %+v", tr.clinic.Facts)
	}
	if _, err := os.Stat(filepath.Join(tr.folder, "clinic.yaml")); err != nil {
		t.Error(err)
	}
}

func TestClinicThatCannotBeWritten(t *testing.T) {
	tr := try(t, 1366, 700, func(d *Deps) {
		d.Clinic = func(desk.Desk) clinic.Clinic { return clinic.Clinic{Folder: filepath.Join("/proc", "no", "such")} }
	})
	tr.press(ctrl(fyne.KeyComma))
	tr.fill(fields(tr)[0], "Maple Street Clinic")
	tr.key(fyne.KeyReturn)
	if overlay(tr) == "" || !strings.Contains(markup(tr), "The clinic’s details were not saved.") {
		t.Error("what was typed is lost, or nothing says that it was not saved")
	}
}

func TestLogoThatIsNoPicture(t *testing.T) {
	tr := try(t, 1366, 700)
	says, failed := "", false
	tr.setLogo([]byte("no picture"), func(words string, bad bool) { says, failed = words, bad })
	if !failed || says == "" || tr.clinic.Facts.Logo != "" {
		t.Errorf("a logo that is no picture: %q, refused %v", says, failed)
	}
}

func TestPicker(t *testing.T) {
	tr := try(t, 1366, 700)
	inner := filepath.Join(tr.folder, "Scans")
	if err := os.Mkdir(inner, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"logo.png", "notes.txt"} {
		if err := os.WriteFile(filepath.Join(inner, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	chosen := ""
	tr.pick("x", tr.folder, []string{".png"}, func(path string) { chosen = path })
	list := tr.frame.Canvas().Focused().(*widgets.Results)
	list.SelectID("Scans")
	tr.key(fyne.KeyReturn)
	if shown := overlay(tr); !strings.Contains(shown, "logo.png") || strings.Contains(shown, "notes.txt") {
		t.Fatal("the folder does not show its pictures, or shows other files")
	}
	list.SelectID("logo.png")
	tr.key(fyne.KeyReturn)
	if chosen != filepath.Join(inner, "logo.png") || overlay(tr) != "" {
		t.Errorf("chosen was %q", chosen)
	}
}

func TestTextSize(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.press(ctrl(fyne.KeyEqual))
	tr.press(ctrl(fyne.KeyPlus))
	if tr.desk.Size() != 120 || fyne.CurrentApp().Settings().Theme().(*widgets.Theme).Scale() != 1.2 {
		t.Errorf("the text has %d percent", tr.desk.Size())
	}
	for range 30 {
		tr.press(ctrl(fyne.KeyMinus))
	}
	if tr.desk.Size() != leastSize {
		t.Errorf("the smallest text has %d percent", tr.desk.Size())
	}
	tr.press(ctrl(fyne.Key0))
	if tr.desk.Size() != 100 || tr.desks[len(tr.desks)-1].TextSize != 100 {
		t.Error("the size is not set back, or not kept")
	}
}

func TestFavorites(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.press(ctrl(fyne.KeyD))
	if got := tr.desks[len(tr.desks)-1].Favorites; len(got) != 2 || got[1] != "si-joint-injection" {
		t.Errorf("the favorites are %v", got)
	}
	tr.press(ctrl(fyne.KeyD))
	if got := tr.desk.Favorites; len(got) != 1 {
		t.Errorf("the favorites are %v", got)
	}
}

// What Settings print of the clinic itself is held to the rule of every page.
func TestWhatTheClinicSaysOfItselfGivesNoOrders(t *testing.T) {
	tr := try(t, 1366, 900, func(d *Deps) {
		facts := sampleFacts()
		d.Clinic = func(desk.Desk) clinic.Clinic { return clinic.Clinic{Folder: t.TempDir(), Facts: facts} }
	})
	tr.do("settings")
	for _, o := range test.LaidOutObjects(tr.frame.Canvas().Overlays().Top()) {
		if note, ok := o.(*widgets.NoteField); ok {
			tr.frame.Canvas().Focus(note)
			tr.type_("Help is free. Skip your aspirin.")
		}
	}
	tr.tap(tr.words.T("settings.save"))
	if !tr.dialogOpen() || !strings.Contains(overlay(tr), "tells what to do with a medicine") {
		t.Error("the notice is taken")
	}
}
