package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"deskleaf/app/desk"
	"deskleaf/app/printing"
	"deskleaf/app/share"
	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/widgets"
)

// What somebody on the first day does, who knows a word processor and a browser: each
// test is of something at which one stumbled.

// Enter after the name of the clinic goes on to its phones, and saves after the last.
func TestEnterAtTheFirstStartGoesThroughTheFields(t *testing.T) {
	tr := try(t, 1366, 700, func(d *Deps) { d.Desk.Asked = false })
	for _, said := range []string{"Maple Street", "217 555 0142", "2175550199"} {
		if overlay(tr) == "" {
			t.Fatal("it was saved before all was asked")
		}
		tr.type_(said)
		tr.key(fyne.KeyReturn)
	}
	if facts := tr.clinic.Facts; overlay(tr) != "" || facts.Name != "Maple Street" || facts.Phones.Day == "" || facts.Phones.AnyHour == "" {
		t.Errorf("the clinic is %+v", facts)
	}
}

// Letters typed after a button of the bar was used begin a search.
func TestTypingAfterAButtonSearches(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.frame.Canvas().Focus(tr.bar.row.Objects[len(tr.bar.row.Objects)-1].(fyne.Focusable))
	tr.type_("si j")
	if tr.find.Entry.Text != "si j" || tr.book == nil {
		t.Errorf("the search says %q", tr.find.Entry.Text)
	}
}

// Where nothing fits what is typed, no procedure stays in sight that half a word meant.
func TestNothingIsShownThatDoesNotFit(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	if tr.book == nil {
		t.Fatal("half a word shows nothing")
	}
	tr.type_("xylophone")
	if tr.book != nil || tr.can(tr.command("print")) {
		t.Fatal("a procedure that does not fit can be printed")
	}
	tr.find.Entry.SetText("si j")
	if tr.book == nil || tr.draft.pages == nil {
		t.Error("what fits is not shown again")
	}
}

// command is the command of an id.
func (tr *trial) command(id string) Command {
	for _, c := range tr.table {
		if c.ID == id {
			return c
		}
	}
	tr.t.Fatalf("there is no command %s", id)
	return Command{}
}

// The next patient begins with the first tab.
func TestTheNextPatientBeginsWithTheSummary(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.press(ctrl(fyne.Key4))
	tr.press(ctrl(fyne.KeyN))
	if tr.read.Selected() != "summary" {
		t.Errorf("the tab is %q", tr.read.Selected())
	}
}

// What did not print is said once, and no longer than until it prints.
func TestAFailureIsSaidUntilItWorks(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	for _, why := range []string{"the printer Back is paused", "the print system does not run"} {
		tr.printer.err = &printing.Error{Reason: printing.IsPaused, What: why}
		tr.press(ctrl(fyne.KeyP))
	}
	if told := told(tr); strings.Contains(told, "paused") || !strings.Contains(told, "does not run") {
		t.Fatalf("told: %q", told)
	}
	tr.printer.err = nil
	tr.press(ctrl(fyne.KeyP))
	if told := told(tr); told != "" || len(tr.printer.jobs) != 1 {
		t.Errorf("after %d jobs it is told: %q", len(tr.printer.jobs), told)
	}
}

// What is about no patient stays for the next: words that wait to be written on.
func TestTheNextPatientLeavesWhatIsAboutNoPatient(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.offerDrafts([]string{"colonoscopy"}, nil)
	tr.notice("About", "this patient")
	tr.press(ctrl(fyne.KeyN))
	if told := told(tr); strings.Contains(told, "this patient") || !strings.Contains(told, tr.words.T("edit.offer", "procedure", tr.titleOf("colonoscopy"))) {
		t.Errorf("told: %q", told)
	}
}

// On a computer that is slow to read a procedure, Enter goes on to the date all the same,
// so that the date is not typed into the search.
func TestEnterIsNotLostWhileAProcedureIsRead(t *testing.T) {
	tr := try(t, 1366, 700)
	slow := &later{}
	tr.reading = slow.background
	tr.type_("si j")
	tr.key(fyne.KeyReturn)
	tr.type_("12/10 930")
	slow.run()
	if tr.find.Entry.Text != "si j" || tr.book == nil || tr.visit.Date.Day != 10 || tr.accepted != "si-joint-injection" {
		t.Errorf("the search says %q, the visit is on %v, worked with %q", tr.find.Entry.Text, tr.visit.Date, tr.accepted)
	}
	tr.press(ctrl(fyne.KeyN))
	tr.type_("si j")
	tr.key(fyne.KeyReturn)
	tr.press(ctrl(fyne.KeyN))
	slow.run()
	if tr.book != nil || tr.accepted != "" {
		t.Error("the next patient has the procedure of the one before")
	}
}

// What was copied for a patient is not left in the clipboard for the next; what somebody
// else put there since is.
func TestTheNextPatientFindsAnEmptyClipboard(t *testing.T) {
	tr := try(t, 1366, 700)
	clipboard := fyne.CurrentApp().Clipboard()
	for _, since := range []string{"", "a phone number"} {
		tr.type_("si j")
		tr.do("message")
		if clipboard.Content() == "" {
			t.Fatal("nothing was copied")
		}
		if since != "" {
			clipboard.SetContent(since)
		}
		if tr.press(ctrl(fyne.KeyN)); clipboard.Content() != since {
			t.Errorf("the clipboard holds %q", clipboard.Content())
		}
	}
}

// The procedure that somebody went to in the list stays, when the clinic's folder is read
// anew: the best match does not take its place in a patient's hands.
func TestWhatWasChosenStaysWhenTheFolderIsRead(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j") // a favorite stands below the match
	best := tr.book.Procedure.ID
	tr.key(fyne.KeyDown, fyne.KeyReturn)
	chosen := tr.book.Procedure.ID
	if chosen == best {
		t.Fatalf("the list has one match alone: %+v", tr.find.List.Rows())
	}
	tr.lookForFolder()
	if id, _ := tr.find.List.Selected(); tr.book == nil || tr.book.Procedure.ID != chosen || id != chosen {
		t.Errorf("chosen was %q; now %q is selected and %+v shown", chosen, id, tr.book)
	}
}

// What this desk saved itself is not told as another's, however often the folder says
// that its files changed.
func TestOneSaveIsNotAnotherDesks(t *testing.T) {
	tr := try(t, 1366, 700, func(d *Deps) {
		d.Look = func(desk.Desk) share.News {
			return share.News{Fresh: true, Changed: []string{"procedures/si-joint-injection/en.yaml"}}
		}
	})
	tr.type_("si j")
	tr.Window.folder.saved = "si-joint-injection"
	for range 3 {
		tr.lookForFolder()
	}
	if told := told(tr); told != "" {
		t.Errorf("told: %q", told)
	}
	other := *tr.book.Words["en"]
	other.Summary = "Another desk's words."
	tr.book.Words = map[string]*content.Words{"en": &other, "es": tr.book.Words["es"]}
	if tr.lookForFolder(); !strings.Contains(told(tr), tr.words.T("changed.shown", "procedure", tr.titleOf("si-joint-injection"))) {
		t.Errorf("what another desk changed is not told: %q", told(tr))
	}
}

// In a window in Spanish the first handout is in Spanish, unless the desk has chosen.
func TestHandoutsBeginInTheLanguageOfTheWindow(t *testing.T) {
	es, err := words.Load("es")
	if err != nil {
		t.Fatal(err)
	}
	for chosen, want := range map[string]string{"": "es", "en": "en"} {
		tr := try(t, 1366, 700, func(d *Deps) { d.Words, d.System = es, "es"; d.Desk = desk.Desk{Asked: true, Handout: chosen} })
		tr.Choose("si-joint-injection")
		if tr.visit.Language != want || tr.daySetting().Language != want {
			t.Errorf("chosen %q: the handout is in %q, the schedule's in %q", chosen, tr.visit.Language, tr.daySetting().Language)
		}
	}
}

// A command that cannot be done over the editor or the schedule says how to go back.
func TestCommandsSayWhatStandsInTheirWay(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.do("day")
	if tr.do("copy-tab"); tr.toasts.Says() != tr.words.T("cannot.day-shown") {
		t.Errorf("over the schedule: %q", tr.toasts.Says())
	}
	if tr.do("print"); tr.toasts.Says() != tr.words.T("cannot.day-files") {
		t.Errorf("over an empty schedule: %q", tr.toasts.Says())
	}
	tr.do("day")
	tr.do("edit-procedure")
	if tr.do("copy-tab"); tr.toasts.Says() != tr.words.T("cannot.editing") {
		t.Errorf("over the editor: %q", tr.toasts.Says())
	}
}

// Lines of a schedule without their side are told before their pages go out.
func TestAScheduleSaysWhatHasNoSide(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.open("date,time,type,name\n12/10/2026,10:00,27096,Doe Bo\n12/10/2026,11:00,27096 RT,Doe Ann\n")
	if tr.do("print"); len(tr.printer.jobs) != 0 || tr.toasts.Says() != tr.words.T("day.side-ask.one", "n", 1) {
		t.Fatalf("%d jobs, told %q", len(tr.printer.jobs), tr.toasts.Says())
	}
	if tr.do("print"); len(tr.printer.jobs) != 1 {
		t.Error("the same again does not print")
	}
}

// A line that still says nothing of its procedure keeps its form, and the focus goes to
// what is missing.
func TestALineSaysWhatIsMissing(t *testing.T) {
	tr := withSchedule(t, 1366, 700)
	tr.key(fyne.KeyReturn)
	tr.frame.Canvas().Focus(fields(tr)[1])
	tr.tap(tr.words.T("day.line.save"))
	if _, at := tr.frame.Canvas().Focused().(*widgets.Choice); !at || overlay(tr) == "" {
		t.Errorf("the focus is on %T", tr.frame.Canvas().Focused())
	}
}

// Files are chosen with a button too, and looked for where the last one was found;
// sticks and drives are in the list, and a folder that is gone is no dead end.
func TestPickerLeadsEverywhere(t *testing.T) {
	stick := t.TempDir()
	tr := try(t, 1366, 700, func(d *Deps) { d.Drives = func() []string { return []string{stick} } })
	if err := os.WriteFile(filepath.Join(stick, "fees.csv"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	chosen, list := "", func() *widgets.Results { return tr.frame.Canvas().Focused().(*widgets.Results) }
	choose := func(path string) { chosen = path }
	tr.pick("x", filepath.Join(tr.folder, "gone", "deeper"), tables, choose)
	if shown := overlay(tr); !strings.Contains(shown, tr.words.T("picker.drive")) {
		t.Fatal("a folder that is gone is a dead end, or no stick is shown")
	}
	list().SelectID(stick)
	tr.key(fyne.KeyReturn)
	list().SelectID("fees.csv")
	tr.tap(tr.words.T("picker.open"))
	if chosen != filepath.Join(stick, "fees.csv") || overlay(tr) != "" {
		t.Fatalf("chosen was %q", chosen)
	}
	tr.pick("x", tr.deps.Documents, tables, choose)
	if shown := overlay(tr); !strings.Contains(shown, "fees.csv") {
		t.Error("the next file is looked for elsewhere")
	}
	tr.key(fyne.KeyEscape)
	for _, name := range []string{"Old", "New"} {
		if err := os.Mkdir(filepath.Join(stick, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	tr.pick("x", stick, nil, choose)
	list().Step(1)
	if tr.tap(tr.words.T("picker.use")); chosen == stick {
		t.Error("the folder that somebody moved to is not used")
	}
	tr.pick("x", stick, nil, choose)
	if tr.tap(tr.words.T("picker.use")); chosen != stick {
		t.Errorf("the folder that is listed is not used, but %q", chosen)
	}
}
