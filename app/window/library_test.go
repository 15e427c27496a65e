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
	"deskleaf/app/pack"
	"deskleaf/app/store"
	"deskleaf/content"
)

// A signing is a computer's signed library, and who signs for it.
type signing struct {
	t      *testing.T
	place  pack.Place
	signer pack.Signer
	folder string // the clinic's, from which packs are made
	files  string // where packs lie
}

func newSigning(t *testing.T) *signing {
	t.Helper()
	secret, public, err := pack.NewKey("")
	if err != nil {
		t.Fatal(err)
	}
	s := &signing{t: t, folder: t.TempDir(), files: t.TempDir()}
	if s.signer, err = pack.ReadSigner(secret, ""); err != nil {
		t.Fatal(err)
	}
	s.place.Root = filepath.Join(t.TempDir(), "library")
	if s.place.Key, err = pack.ReadKey(string(public)); err != nil {
		t.Fatal(err)
	}
	return s
}

// pack packs a clinic of that name, made so many hours after monday.
func (s *signing) pack(name string, hours int) string {
	s.t.Helper()
	if err := os.WriteFile(filepath.Join(s.folder, "clinic.yaml"), []byte("format: 1\nname: "+name+"\n"), 0o600); err != nil {
		s.t.Fatal(err)
	}
	made, err := pack.Make(store.OS{}, pack.Order{Folder: s.folder, Comment: "By IT for " + name, Made: monday.Add(time.Duration(hours) * time.Hour), Signer: s.signer})
	if err != nil {
		s.t.Fatal(err)
	}
	path := filepath.Join(s.files, name+pack.Ending)
	if err := os.WriteFile(path, made.Bytes, 0o600); err != nil {
		s.t.Fatal(err)
	}
	return path
}

// desk is a desk that takes its content from the signed library.
func (s *signing) desk(d *Deps) {
	d.Signed = s.place
	d.Clinic = func(desk.Desk) clinic.Clinic {
		folder, i, err := s.place.Current(store.OS{})
		c := clinic.OpenSigned(store.OS{}, folder, i.Signed)
		if err != nil {
			c.Notices = append(c.Notices, store.Notice{English: err.Error()})
		}
		return c
	}
}

// TestLibraryIsInstalled goes the way of somebody at the desk: no library, one, a
// newer, an older.
func TestLibraryIsInstalled(t *testing.T) {
	s := newSigning(t)
	first, second := s.pack("Maple", 1), s.pack("Oak", 2)
	tr := try(t, 1366, 700, s.desk)
	if !strings.Contains(told(tr), "No library is installed on this computer yet.") || !strings.Contains(markup(tr), "No library installed") {
		t.Errorf("without a library it says %q", told(tr))
	}
	tr.readLibrary(first)
	if got := overlay(tr); !strings.Contains(got, "By IT for Maple") || !strings.Contains(got, "Letterhead, doctors and places") {
		t.Fatalf("before it is installed: %s", got)
	}
	tr.key(fyne.KeyEscape)
	if !tr.installed.None() {
		t.Fatal("Esc installed it")
	}
	tr.readLibrary(first)
	tr.key(fyne.KeyReturn)
	if tr.clinic.Facts.Name != "Maple" || !strings.Contains(markup(tr), "Library: By IT for Maple") {
		t.Fatalf("the clinic is %q", tr.clinic.Facts.Name)
	}
	tr.do("about")
	if !strings.Contains(overlay(tr), "Library: By IT for Maple") {
		t.Error("About does not say which library is installed")
	}
	tr.key(fyne.KeyEscape)
	tr.readLibrary(second)
	tr.key(fyne.KeyReturn)
	tr.readLibrary(first)
	if got := overlay(tr); !strings.Contains(got, "older than the one that is installed") || !strings.Contains(got, "Go back to this one") {
		t.Fatalf("an older one: %s", got)
	}
	tr.key(fyne.KeyReturn) // the default is not to
	if tr.clinic.Facts.Name != "Oak" {
		t.Errorf("Enter went back to %q", tr.clinic.Facts.Name)
	}
	tr.readLibrary(first)
	tr.tap("Go back to this one")
	if tr.clinic.Facts.Name != "Maple" {
		t.Errorf("on purpose it did not go back: %q", tr.clinic.Facts.Name)
	}
}

// TestLibraryThatITInstalled holds that a window which stays open takes what somebody
// installed by the command meanwhile, with the next patient.
func TestLibraryThatITInstalled(t *testing.T) {
	s := newSigning(t)
	tr := try(t, 1366, 700, s.desk)
	for hour, name := range []string{"Maple", "Oak", "Elm"} {
		p, err := pack.OpenFile(store.OS{}, s.pack(name, hour), s.place.Key)
		if err == nil {
			err = p.Install(store.OS{}, s.place.Root, false, pack.Check)
		}
		if err != nil {
			t.Fatal(err)
		}
		tr.press(ctrl(fyne.KeyN))
		if tr.clinic.Facts.Name != name || !strings.Contains(markup(tr), "Library: By IT for "+name) || told(tr) != "" {
			t.Errorf("the clinic is %q, and told is %q", tr.clinic.Facts.Name, told(tr))
		}
	}
}

func TestForeignLibraryIsRefused(t *testing.T) {
	s, stranger := newSigning(t), newSigning(t)
	tr := try(t, 1366, 700, s.desk)
	tr.readLibrary(stranger.pack("Maple", 1))
	if got := told(tr); !strings.Contains(got, "signed with a key that this computer does not trust") || overlay(tr) != "" {
		t.Errorf("told: %q", got)
	}
	if _, err := os.Stat(s.place.Root); err == nil {
		t.Error("something was written")
	}
}

// TestSignedDeskIsReadOnly tries everything that would change what the clinic has.
func TestSignedDeskIsReadOnly(t *testing.T) {
	s := newSigning(t)
	p, err := pack.OpenFile(store.OS{}, s.pack("Maple", 1), s.place.Key)
	if err == nil {
		err = p.Install(store.OS{}, s.place.Root, false, pack.Check)
	}
	if err != nil {
		t.Fatal(err)
	}
	tr := try(t, 1366, 700, s.desk)
	tr.type_("si j")
	for _, c := range tr.table {
		if c.Behind != contentGuard {
			continue
		}
		tr.toasts.Say("check-circle", "", nil)
		tr.do(c.ID)
		if got := tr.toasts.Says(); !strings.Contains(got, "signed from your IT") || overlay(tr) != "" || tr.editShown() {
			t.Errorf("%s says %q", c.ID, got)
		}
		if !tr.items[c.ID].Disabled {
			t.Errorf("%s is not grey in its menu", c.ID)
		}
	}
	tr.press(ctrl(fyne.KeyComma))
	if got := overlay(tr); strings.Contains(got, "Letterhead name") || !strings.Contains(got, "From a signed library that your IT makes") {
		t.Errorf("Settings show %s", got)
	}
	tr.tap("Save")
	if tr.mayAnswer(content.ClinicScope) || !tr.mayAnswer(content.VisitScope) {
		t.Error("answers may be kept for the clinic, or not for the visit")
	}
	if _, _, err := s.place.Current(store.OS{}); err != nil {
		t.Errorf("the installed library was changed: %v", err)
	}
}

// TestGuards holds every command that stands in the clinic's menu, and a few others,
// to a decision about what stands before it.
func TestGuards(t *testing.T) {
	free := map[string]bool{"sheet-code": true, "reviews": true, "history": true, "lock": true} // they only look, or lock
	tr := try(t, 1366, 700)
	for _, c := range tr.table {
		if c.Menu == "clinic" && c.Behind == noGuard && !free[c.ID] {
			t.Errorf("%s stands in the clinic's menu and behind nothing: say which, or that it only looks", c.ID)
		}
	}
}
