package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/share"
	"deskleaf/app/store"
	"deskleaf/app/visit"
	"deskleaf/content/change"
	"deskleaf/content/library"
)

// A shared is a clinic's folder on a share, with another desk that writes into it.
type shared struct {
	t      *testing.T
	folder string
}

func newShared(t *testing.T) shared {
	s := shared{t, filepath.Join(t.TempDir(), "share")}
	s.write("clinic.yaml", "name: Maple Street\n")
	return s
}

func (s shared) path(at string) string { return filepath.Join(s.folder, filepath.FromSlash(at)) }

func (s shared) write(at, text string) {
	s.t.Helper()
	if err := os.MkdirAll(filepath.Dir(s.path(at)), 0o700); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(s.path(at), []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
}

// rewrite has the other desk save words of the injection.
func (s shared) rewrite(path, text string) {
	s.t.Helper()
	c := clinic.Open(store.OS{}, s.folder)
	book, _, err := library.Open(s.folder, "").Book("si-joint-injection")
	if err != nil {
		s.t.Fatal(err)
	}
	w := author.Begin(author.EditionOf(book))
	w.Change("", author.WithText(w.Now(), "en", path, text))
	if err := author.Save(store.OS{}, c, w); err != nil {
		s.t.Fatal(err)
	}
}

// words are what the share has.
func (s shared) words() change.Edition {
	s.t.Helper()
	book, complaints, err := library.Open(s.folder, "").Book("si-joint-injection")
	if err != nil || len(complaints) > 0 {
		s.t.Fatal(err, complaints)
	}
	return author.EditionOf(book)
}

// everyTen is how often the window of a test looks.
const everyTen = 10 * time.Second

// following has a window follow the share, with a copy of its own.
func (s shared) following() setUp {
	f := share.Follow(store.OS{}, s.folder, s.t.TempDir(), clinic.ReadsWell)
	last := f.Look(time.Hour, time.Hour)
	drafts := s.t.TempDir()
	return func(d *Deps) {
		d.Drafts = drafts
		d.Clinic = func(desk.Desk) clinic.Clinic { return clinic.OpenShared(store.OS{}, f, last) }
		d.Library = func(c clinic.Clinic) Library { return library.Open(c.Source(), "") }
		d.Look = func(desk.Desk) share.News {
			now := f.Look(time.Hour, time.Hour)
			fresh := len(now.Changed) > 0 || now.Away != last.Away || len(now.Twins) != len(last.Twins)
			last = now
			return share.News{Fresh: fresh, Changed: now.Changed, Next: everyTen}
		}
	}
}

// TestAnotherDeskSaves holds that what another desk saves is here without a start, and
// that it is said.
func TestAnotherDeskSaves(t *testing.T) {
	s := newShared(t)
	tr := try(t, 1366, 700, s.following())
	tr.type_("si joint")
	s.rewrite("summary", "Our own summary.")
	tr.clock.pass(firstLook)
	if tr.book.Words["en"].Summary != "Our own summary." || tr.book.Shipped {
		t.Fatal("the words that another desk saved are not here")
	}
	if said := told(tr); !strings.Contains(said, "was changed at another desk") {
		t.Errorf("told: %q", said)
	}
	if tr.find.Entry.Text != "si joint" {
		t.Errorf("the search became %q", tr.find.Entry.Text)
	}
	s.write("prices.csv", "code,allowed\n27096,100\n")
	tr.clock.pass(everyTen)
	if says := tr.toasts.Says(); says != "Changed at another desk: the price list." || len(tr.prices) != 1 {
		t.Errorf("told: %q, %d prices", says, len(tr.prices))
	}
	tr.toasts.Dismiss()
	tr.clock.pass(10 * everyTen)
	if says := tr.toasts.Says(); says != "" {
		t.Errorf("nothing changed, and it says %q", says)
	}
}

// TestOwnSaveIsNoNews holds that what is saved here is not told as another's, and an
// open dialog keeps what another desk saves waiting.
func TestOwnSaveIsNoNews(t *testing.T) {
	s := newShared(t)
	tr := try(t, 1366, 700, s.following())
	facts := tr.clinic.Facts
	facts.Name = "Maple Street Clinic"
	tr.saveFacts(nil, tr.clinic.Facts, facts, func() {})
	if tr.clinic.Facts.Name != facts.Name {
		t.Fatal(told(tr))
	}
	tr.clock.pass(firstLook)
	if says := tr.toasts.Says() + told(tr); says != "" || tr.clinic.Facts.Name != "Maple Street Clinic" {
		t.Errorf("it says %q, and the clinic is %q", says, tr.clinic.Facts.Name)
	}
	tr.press(ctrl(fyne.KeyComma))
	s.write("clinic.yaml", "name: Elm Street\n")
	tr.clock.pass(everyTen)
	if tr.clinic.Facts.Name != "Maple Street Clinic" {
		t.Error("settings that somebody fills in became others")
	}
	tr.key(fyne.KeyEscape)
	tr.clock.pass(everyTen)
	if tr.clinic.Facts.Name != "Elm Street" {
		t.Error("what another desk saved did not come")
	}
}

// TestTwoDesksWriteOneProcedure holds that the second who saves is told, sees both, and
// that nothing of the first is lost.
func TestTwoDesksWriteOneProcedure(t *testing.T) {
	s := newShared(t)
	tr := try(t, 1366, 700, s.following())
	tr.type_("si joint")
	tr.do("edit-procedure")
	work := tr.editor.Work()
	work.Change("", author.WithText(author.WithText(work.Now(), "en", "summary", "Mine."), "en", "noun", "Shot"))
	s.rewrite("summary", "Theirs.")
	s.rewrite("short", "Their short name")
	tr.clock.pass(firstLook)
	if tr.editor.Work() != work || !strings.Contains(told(tr), "Another desk saved this procedure while you write.") {
		t.Errorf("told: %q", told(tr))
	}
	tr.saveWords()
	if !tr.editShown() || s.words().Words["en"].Summary != "Theirs." {
		t.Fatal("the other desk's words were written over")
	}
	if shown := markup(tr); !strings.Contains(shown, "Somebody else saved this procedure meanwhile") || !strings.Contains(shown, "Theirs.") {
		t.Error("the second desk does not see what the first wrote")
	}
	tr.saveWords()
	if w := s.words().Words["en"]; tr.editShown() || w.Summary != "Mine." || w.Noun != "Shot" || w.Short != "Their short name" {
		t.Errorf("after saving again: %q, %q, %q; %s", w.Summary, w.Noun, w.Short, told(tr))
	}
}

// TestSharePrintsAndKeepsDraftsWhileAway holds that the window works with the copy, and
// that what is written meanwhile waits as a draft.
func TestSharePrintsAndKeepsDraftsWhileAway(t *testing.T) {
	s := newShared(t)
	s.rewrite("summary", "Our own summary.")
	tr := try(t, 1366, 700, s.following())
	tr.type_("si joint")
	elsewhere := s.folder + "-elsewhere"
	if err := os.Rename(s.folder, elsewhere); err != nil {
		t.Fatal(err)
	}
	tr.clock.pass(firstLook)
	said := told(tr)
	for _, want := range []string{"is away since Mon, Nov 23, 10:00 AM", "this desk’s copy, of "} {
		if !strings.Contains(said, want) {
			t.Errorf("%q does not say %q", said, want)
		}
	}
	if tr.book.Words["en"].Summary != "Our own summary." || tr.clinic.Facts.Name != "Maple Street" {
		t.Error("the clinic's own words and name are gone")
	}
	tr.press(ctrl(fyne.KeyP))
	if len(tr.printer.jobs) != 1 {
		t.Fatalf("%d jobs", len(tr.printer.jobs))
	}
	tr.do("edit-procedure")
	work := tr.editor.Work()
	work.Change("", author.WithText(work.Now(), "en", "summary", "Written while away."))
	tr.edited()
	tr.saveWords()
	if !tr.editShown() || !strings.Contains(tr.toasts.Says(), "kept as a draft at this desk") {
		t.Errorf("told: %q", tr.toasts.Says())
	}
	if kept, err := tr.drafts().Open("si-joint-injection"); err != nil || kept.Now().Words["en"].Summary != "Written while away." {
		t.Errorf("no draft: %v", err)
	}
	if _, err := os.Stat(s.folder); err == nil {
		t.Error("the folder was made")
	}
	if err := os.Rename(elsewhere, s.folder); err != nil {
		t.Fatal(err)
	}
	tr.clock.pass(everyTen)
	tr.saveWords()
	if s.words().Words["en"].Summary != "Written while away." {
		t.Errorf("it was not saved after the folder was back: %s", told(tr))
	}
	if len(tr.drafts().IDs()) > 0 {
		t.Error("the draft stays for ever")
	}
}

// TestNewsGoWhenSomethingElseIsInSight holds that the band about what another desk changed
// stands as long as that is in sight, and no longer.
func TestNewsGoWhenSomethingElseIsInSight(t *testing.T) {
	for name, leave := range map[string]func(*trial){
		"another procedure":    func(tr *trial) { tr.Choose("colonoscopy") },
		"the next patient":     func(tr *trial) { tr.NextPatient() },
		"the editor is opened": func(tr *trial) { tr.do("edit-procedure") },
	} {
		t.Run(name, func(t *testing.T) {
			s := newShared(t)
			tr := try(t, 1366, 700, s.following())
			tr.type_("si joint")
			s.rewrite("summary", "Our own summary.")
			tr.clock.pass(firstLook)
			if !strings.Contains(bands(tr), "was changed at another desk") {
				t.Fatalf("told: %q", bands(tr))
			}
			tr.edit(func(*visit.Visit) {})
			if !strings.Contains(bands(tr), "was changed at another desk") {
				t.Error("it went although the procedure is in sight")
			}
			leave(tr)
			if said := bands(tr); said != "" {
				t.Errorf("it still says %q", said)
			}
		})
	}
}

// TestCodesAndPasscodesOfAnotherDesk holds that those are told as what they are.
func TestCodesAndPasscodesOfAnotherDesk(t *testing.T) {
	s := newShared(t)
	tr := try(t, 1366, 700, s.following())
	tr.clock.pass(firstLook)
	s.write("codes.yaml", "checked:\n- {procedure: si-joint-injection, code: '27096', fingerprint: f, who: Ana, date: 2026-11-20, against: CMS}\n")
	tr.clock.pass(everyTen)
	if says := tr.toasts.Says(); says != "Changed at another desk: codes marked as checked." || len(tr.clinic.CodeChecks.List) != 1 {
		t.Errorf("told: %q", says)
	}
	s.write("latch.yaml", "passcode: x\n")
	tr.clock.pass(everyTen)
	if says := tr.toasts.Says(); says != "Changed at another desk: the passcode." || !tr.latched() {
		t.Errorf("told: %q", says)
	}
}

// TestClockSetBack holds that what is dated later than today is said, and that approving
// goes on, and is the last word.
func TestClockSetBack(t *testing.T) {
	s := newShared(t)
	s.write("signoffs.yaml", "signoffs:\n- {procedure: si-joint-injection, language: en, fingerprint: f, who: Ana, role: MD, date: 2027-01-10, next: 2028-01-10}\n")
	tr := try(t, 1366, 700, s.following())
	if said := bands(tr); !strings.Contains(said, "2027") {
		t.Errorf("told: %q", said)
	}
	tr.type_("si joint")
	tr.press(ctrlShift(fyne.KeyA))
	tr.fill(fields(tr)[0], "Ben")
	tr.fill(fields(tr)[1], "physician")
	tr.key(fyne.KeyReturn)
	if o, ok := tr.clinic.SignOffs.Last("si-joint-injection", "en"); !ok || o.Who != "Ben" || o.Date.String() != "2026-11-23" || len(tr.clinic.SignOffs.List) != 2 {
		t.Errorf("the sign-offs are %+v", tr.clinic.SignOffs.List)
	}
}

// TestSheetAddedByHandIsReadAwayFromTheWindow holds that a sheet which nobody offered is
// read while the window goes on, and is among the pages when it is there.
func TestSheetAddedByHandIsReadAwayFromTheWindow(t *testing.T) {
	var l later
	tr := try(t, 1366, 700)
	tr.Choose("si-joint-injection")
	tr.Window.reading = l.background
	delete(tr.beside, "colonoscopy")
	tr.edit(func(v *visit.Visit) { v.SetAlso("colonoscopy", true) })
	if len(l.waiting) != 1 || tr.draft.err == nil || !strings.Contains(tr.whyNoPages(tr.draft.err), tr.words.T("also.reading")) {
		t.Errorf("%d are being read, and it says %v", len(l.waiting), tr.draft.err)
	}
	l.run()
	if tr.draft.err != nil || len(tr.draft.laid) != 2 {
		t.Errorf("read, there are %d sheets, %v", len(tr.draft.laid), tr.draft.err)
	}
}
