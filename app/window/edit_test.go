package window

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/sheet"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/library"
)

// atEdit is a desk with what ships, whose drafts lie in a folder.
func atEdit(t testing.TB, folder, drafts string) *trial {
	t.Helper()
	tr := try(t, 1366, 700, func(d *Deps) {
		d.Drafts = drafts
		d.Clinic = func(desk.Desk) clinic.Clinic { return clinic.Open(d.Files, folder) }
		d.Library = func(c clinic.Clinic) Library { return library.Open(c.Folder, "") }
	})
	return tr
}

// chapter goes to a chapter of the editor.
func (tr *trial) chapter(n int) {
	tr.t.Helper()
	for range 200 {
		if fmt.Sprintf("%T", tr.frame.Canvas().Focused()) == "*widgets.tabStrip" {
			tr.key(fyne.KeyHome)
			for range n {
				tr.key(fyne.KeyRight)
			}
			return
		}
		tr.frame.Canvas().FocusPrevious()
	}
	tr.t.Fatal("there are no chapters")
}

// write types a text in the place of what stands in the field with the focus.
func (tr *trial) write(text string) {
	tr.t.Helper()
	focused, ok := tr.frame.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		tr.t.Fatalf("there is no field to write %q in", text)
	}
	focused.TypedShortcut(&fyne.ShortcutSelectAll{})
	tr.type_(text)
	tr.clock.pass(time.Second)
}

// undo presses the keys of undo where the focus is.
func (tr *trial) undo() {
	tr.t.Helper()
	tr.frame.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutUndo{})
	tr.clock.pass(time.Second)
}

// saveWords saves what is written, in somebody's name, unless it is refused at once.
func (tr *trial) saveWords() {
	tr.t.Helper()
	tr.press(ctrl(fyne.KeyS))
	if overlay(tr) == "" {
		return
	}
	tr.fill(fields(tr)[0], "Bea Lind")
	tr.key(fyne.KeyReturn)
}

func TestEditForThisClinic(t *testing.T) {
	folder := t.TempDir()
	tr := atEdit(t, folder, t.TempDir())
	tr.Choose("si-joint-injection")
	tr.press(ctrl(fyne.KeyF2))
	tr.chapter(1)
	tr.tap("Tell us every medicine you take")
	before := tr.draft.pages.Plain()

	tr.write("Stop your blood thinner 5 days before.")
	if shown := markup(tr); !strings.Contains(shown, "Does not print:") {
		t.Fatal("nothing says that an order about a medicine does not print")
	}
	tr.press(ctrl(fyne.KeyS))
	own := filepath.Join(folder, "procedures", "si-joint-injection")
	if _, err := os.Stat(own); err == nil || !tr.editShown() || !strings.Contains(markup(tr), "These words were not saved.") {
		t.Fatal("words that do not print were saved")
	}

	tr.undo()
	if shown := markup(tr); strings.Contains(shown, "Does not print:") || tr.draft.pages.Plain() != before {
		t.Error("undo does not bring the words back, or the pages")
	}

	tr.write("**Bring** a list of every medicine you take.")
	if !strings.Contains(tr.draft.pages.Plain(), "a list of every medicine you take.") {
		t.Error("the pages beside the fields do not follow")
	}
	tr.saveWords()
	if tr.editShown() || tr.book.Shipped {
		t.Fatalf("after saving, the clinic's own words are not shown:\n%s", markup(tr))
	}
	tr.press(ctrl(fyne.KeyP))
	pages := tr.printer.jobs[0].Pages.(*sheet.Pages).Plain()
	if !strings.Contains(pages, "a list of every medicine you take.") || strings.Contains(pages, "Stop your blood thinner") {
		t.Error("the clinic's own words do not print")
	}
	if tr.draft.laid[0].Sheet.Band == "" {
		t.Error("words that nobody approved print without saying so")
	}
	facts, _ := os.ReadFile(filepath.Join(own, "procedure.yaml"))
	shipped, _ := os.ReadFile("../../content/library/si-joint-injection/procedure.yaml")
	if want := strings.Replace(string(shipped), "version: 1\n", "version: 2\n", 1); string(facts) != want {
		t.Error("procedure.yaml is another than what ships with its version counted up")
	}
}

// A step that was added has words in no other language: English prints, Spanish
// says what it lacks and does not.
func TestAddedStepIsMissingInSpanish(t *testing.T) {
	folder := t.TempDir()
	tr := atEdit(t, folder, "")
	tr.Choose("si-joint-injection")
	tr.press(ctrl(fyne.KeyF2))
	tr.chapter(1)
	tr.tap("Add a step")
	tr.write("**Park** behind the house.")
	if !strings.Contains(markup(tr), "Español (1 missing)") {
		t.Error("nothing says that the Spanish lacks the new step")
	}
	tr.saveWords()
	if _, whole := tr.book.In("es"); whole || !strings.Contains(tr.draft.pages.Plain(), "behind the house.") {
		t.Error("the new step does not print in English, or is left out in Spanish")
	}
	if len(tr.library.Complaints()) > 0 {
		t.Errorf("the saved files have mistakes: %v", tr.library.Complaints())
	}
}

func TestTimingThatIsNone(t *testing.T) {
	tr := atEdit(t, t.TempDir(), "")
	tr.Choose("si-joint-injection")
	tr.press(ctrl(fyne.KeyF2))
	tr.chapter(1)
	tr.tap("Ask an adult to drive you home")
	tr.frame.Canvas().FocusNext()
	tr.frame.Canvas().FocusNext()
	tr.write("sometime before")
	if !strings.Contains(markup(tr), "“sometime before” is no time the program knows.") {
		t.Error("nothing at the field says that this is no time")
	}
	tr.write("4 days before")
	if strings.Contains(markup(tr), "is no time the program knows.") {
		t.Error("the complaint stays after the time was put right")
	}
	facts := tr.editor.Work().Now().Facts
	if step, _ := facts.Step("driver"); step.When.String() != "4 days before" {
		t.Errorf("the step is due %v", step.When)
	}
}

// Who writes in a Spanish window reads and writes when a step is due in Spanish.
func TestTimingIsWrittenInTheLanguageOfTheWindow(t *testing.T) {
	tr := try(t, 1366, 700, withLibrary, inSpanish)
	tr.Choose("si-joint-injection")
	tr.press(ctrl(fyne.KeyF2))
	tr.toChapter(1)
	if shown := plainMarkup(tr); !strings.Contains(shown, "1 día antes · se imprime siempre") || strings.Contains(shown, "visit day") || strings.Contains(shown, "day before") {
		t.Errorf("the steps do not say in Spanish when they are due:\n%s", shown)
	}
	tr.tap(content.Plain(tr.written("en", "steps.driver.text"))[:12])
	tr.frame.Canvas().FocusNext()
	tr.frame.Canvas().FocusNext()
	tr.write("el día anterior a la cita")
	if !strings.Contains(markup(tr), "“el día anterior a la cita”") {
		t.Error("nothing at the field says that this is no time")
	}
	tr.write("Dos semanas antes")
	facts := tr.editor.Work().Now().Facts
	if step, _ := facts.Step("driver"); step.When.String() != "2 weeks before" {
		t.Errorf("the step is due %q", step.When)
	}
	_, now := tr.markedWords(change.Change{Path: "/facts/steps/driver/when", Before: "1 day before", After: "2 weeks before"})
	if len(now) != 2 || strings.TrimSpace(now[0].Text) != "2 semanas" {
		t.Errorf("what changed is told as %v", now)
	}
}

func TestDraftOutlivesTheWindow(t *testing.T) {
	folder, drafts := t.TempDir(), t.TempDir()
	tr := atEdit(t, folder, drafts)
	tr.Choose("si-joint-injection")
	tr.press(ctrl(fyne.KeyF2))
	tr.write("A shot in the joint")
	tr.clock.pass(time.Second) // two seconds after the first letter at most

	again := atEdit(t, folder, drafts) // the first was never closed
	if !strings.Contains(markup(again), "Changes that were not saved: SI joint injection.") {
		t.Fatal("the draft is not offered")
	}
	again.tap("Go on editing")
	if !again.editShown() || !strings.Contains(markup(again), "A shot in the joint") {
		t.Fatal("the draft is not what was written")
	}
	again.tap("Forget them")
	if ids := again.drafts().IDs(); strings.Contains(markup(again), "A shot in the joint") || len(ids) > 0 {
		t.Errorf("the draft is not forgotten: %v", ids)
	}
}

// Every way out of the editor leaves the draft.
func TestLeavingTheEditorLosesNothing(t *testing.T) {
	for name, leave := range map[string]func(*trial){
		"Esc":          func(tr *trial) { tr.key(fyne.KeyEscape) },
		"Back":         func(tr *trial) { tr.tap("Back") },
		"next patient": func(tr *trial) { tr.press(ctrl(fyne.KeyN)) },
		"schedule":     func(tr *trial) { tr.press(ctrlShift(fyne.KeyD)) },
		"another":      func(tr *trial) { tr.Choose("colonoscopy") },
		"idle":         func(tr *trial) { tr.clock.pass(time.Hour) },
		"quit":         func(tr *trial) { tr.leaveEdit() }, // the window that Fyne lends to tests must not be closed twice
	} {
		t.Run(name, func(t *testing.T) {
			tr := atEdit(t, t.TempDir(), t.TempDir())
			tr.Choose("si-joint-injection")
			tr.press(ctrl(fyne.KeyF2))
			tr.type_("A shot in the joint")
			leave(tr)
			work, err := tr.drafts().Open("si-joint-injection")
			if err != nil || author.Text(work.Now().Words["en"], "title") != "A shot in the joint" {
				t.Errorf("the draft is gone: %v", err)
			}
			if name != "quit" && tr.editShown() {
				t.Error("the editor is still there")
			}
		})
	}
}

func TestSecondDeskIsTold(t *testing.T) {
	tr := atEdit(t, t.TempDir(), "")
	tr.Choose("si-joint-injection")
	tr.press(ctrl(fyne.KeyF2))
	other := author.Begin(tr.editor.Work().Base())
	other.Change("", author.WithText(other.Now(), "en", "title", "The first title"))
	other.Change("", author.WithText(other.Now(), "en", "summary", "The first summary."))
	if err := author.Save(tr.deps.Files, tr.clinic, other); err != nil {
		t.Fatal(err)
	}
	tr.write("The second title")
	tr.saveWords()
	if shown := markup(tr); !tr.editShown() || !strings.Contains(shown, "The first title") || !strings.Contains(shown, "The first summary.") {
		t.Fatalf("the second desk is not told of the first one's words:\n%s", shown)
	}
	tr.saveWords()
	if got := tr.book.Words["en"]; tr.editShown() || got.Title != "The second title" || got.Summary != "The first summary." || tr.book.Procedure.Version != 3 {
		t.Errorf("saved again, the title is %q, the summary %q, in version %d", got.Title, got.Summary, tr.book.Procedure.Version)
	}
}

// The longest procedure has every chapter laid out in sight of its fields.
func TestEveryChapterShowsItsFields(t *testing.T) {
	tr := atEdit(t, t.TempDir(), "")
	tr.Choose("colonoscopy")
	tr.press(ctrl(fyne.KeyF2))
	tr.chapter(0)
	for _, want := range []string{"Ways to misspell it", "First words under the title", "Call 911", "Why people have it", "Ask before you book", "CPT is a registered trademark", "looked at 2026-11-23"} {
		if shown := test.RenderObjectToMarkup(tr.editor); !strings.Contains(shown, want) {
			t.Errorf("no chapter shows %q where it should", want)
		}
		tr.key(fyne.KeyRight)
	}
}

// What was left and is forgotten, to begin with the saved words, can be taken back.
func TestForgottenChangesAreTakenBack(t *testing.T) {
	folder, drafts := t.TempDir(), t.TempDir()
	tr := atEdit(t, folder, drafts)
	tr.Choose("si-joint-injection")
	saved := author.EditionOf(tr.book).Words["en"].Summary
	tr.press(ctrl(fyne.KeyF2))
	tr.rewrite("summary", "Ours.")
	tr.key(fyne.KeyEscape)
	tr.press(ctrl(fyne.KeyF2))
	tr.tap("Forget them")
	if got := tr.written("en", "summary"); got != saved || len(tr.drafts().IDs()) > 0 {
		t.Fatalf("forgotten, the summary is %q", got)
	}
	tr.tapToast()
	tr.clock.pass(2 * time.Second)
	if got := tr.written("en", "summary"); got != "Ours." || len(tr.drafts().IDs()) != 1 {
		t.Errorf("taken back, the summary is %q and the drafts are %v", got, tr.drafts().IDs())
	}
}
