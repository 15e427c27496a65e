package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"deskleaf/app/author"
	"deskleaf/app/sheet"
	"deskleaf/content"
)

// begins opens the dialog for a new procedure and writes its name.
func (tr *trial) begins(name string) {
	tr.t.Helper()
	tr.press(ctrlShift(fyne.KeyN))
	tr.type_(name)
}

// beginWith chooses what it begins with, by its number, from the field of the name.
func (tr *trial) beginWith(n int) {
	tr.t.Helper()
	tr.frame.Canvas().FocusNext()
	tr.frame.Canvas().FocusNext()
	for range n {
		tr.key(fyne.KeyRight)
	}
}

// rewrite writes a text of the work anew, as its field does.
func (tr *trial) rewrite(path, text string) {
	tr.t.Helper()
	work := tr.editor.Work()
	work.Change("", author.WithText(work.Now(), "en", path, text))
	tr.edited()
	tr.clock.pass(2 * time.Second)
}

// saved is a procedure's folder in the clinic's, and whether it is there.
func savedIn(folder, id string) bool {
	_, err := os.Stat(filepath.Join(folder, "procedures", id, "procedure.yaml"))
	return err == nil
}

func TestNewProcedureFromNothing(t *testing.T) {
	folder := t.TempDir()
	tr := atEdit(t, folder, t.TempDir())
	tr.press(ctrlShift(fyne.KeyN))
	tr.tap("Start writing")
	if tr.editShown() || !strings.Contains(markup(tr), "write a name") {
		t.Fatal("a procedure without a name is begun")
	}
	tr.type_("Tongue scan")
	tr.key(fyne.KeyReturn)
	if !tr.editShown() || !strings.Contains(markup(tr), "Tongue scan: words of this clinic") {
		t.Fatalf("the editor is not there:\n%s", markup(tr))
	}
	tr.saveWords()
	if !tr.editShown() || savedIn(folder, "tongue-scan") {
		t.Fatal("a procedure that lacks words is saved")
	}
	tr.rewrite("noun", "Scan")
	tr.rewrite("summary", "Pictures of the tongue.")
	e := tr.editor.Work().Now()
	e.Facts.Steps = []content.Step{{ID: "brush", Part: content.Preparation, When: content.Timing{Kind: content.VisitDay}}}
	tr.editor.Work().Change("", e)
	tr.rewrite("steps.brush.text", "**Brush** your teeth.")
	if entries, _ := os.ReadDir(filepath.Join(folder, "procedures")); len(entries) > 0 {
		t.Error("something is in the clinic's folder before it was saved")
	}
	e = tr.editor.Work().Now()
	e.Facts.Steps = append(e.Facts.Steps, content.Step{ID: "rest", Part: content.Aftercare, When: content.Timing{Kind: content.RestOfDay, Way: content.After, Anchor: content.End}})
	tr.editor.Work().Change("", e)
	tr.rewrite("steps.rest.text", "**Rest** at home.")
	tr.press(ctrl(fyne.KeyS))
	if shown := said(tr); !strings.Contains(shown, "Still to put right (2), such as: There is aftercare") {
		t.Errorf("nothing says that the aftercare does not say when to call:\n%s", shown)
	}
	tr.key(fyne.KeyEscape)
	tr.saveWords()
	if tr.editShown() || tr.book == nil || tr.book.Procedure.ID != "tongue-scan" || tr.book.Shipped || !savedIn(folder, "tongue-scan") {
		t.Fatalf("after saving, the new procedure is not shown:\n%s", markup(tr))
	}
	if ids := tr.drafts().IDs(); len(ids) > 0 {
		t.Errorf("a draft is left: %v", ids)
	}
	tr.do("review")
	if shown := said(tr); !strings.Contains(shown, "Still to put right (2)") {
		t.Errorf("who approves is not told what is to be put right:\n%s", shown)
	}
	tr.key(fyne.KeyEscape)
	tr.press(ctrl(fyne.KeyP))
	if pages := tr.printer.jobs[0].Pages.(*sheet.Pages).Plain(); !strings.Contains(pages, "Brush your teeth.") || !strings.Contains(pages, "DRAFT") {
		t.Errorf("it prints\n%s", pages)
	}
	tr.begins("Tongue scan")
	tr.key(fyne.KeyReturn)
	if id := tr.editor.Work().Now().Facts.ID; id != "tongue-scan-2" {
		t.Errorf("a second one of that name has the id %s", id)
	}
}

func TestNewProcedureLikeAnother(t *testing.T) {
	tr := atEdit(t, t.TempDir(), "")
	tr.begins("Short colonoscopy")
	d := overlay(tr)
	if !strings.Contains(d, "Begin with") {
		t.Fatal("nothing asks what it begins with")
	}
	tr.beginWith(fromAnother)
	tr.tap("Start writing")
	if tr.editShown() {
		t.Fatal("it began with another without one being chosen")
	}
	tr.type_("colonosc")
	if !strings.Contains(said(tr), "Begins with the words and steps of Colonoscopy") {
		t.Errorf("the dialog says\n%s", said(tr))
	}
	tr.key(fyne.KeyReturn)
	work := tr.editor.Work()
	if !tr.editShown() || work.Now().Words["en"].Title != "Short colonoscopy" || len(work.Now().Facts.Steps) < 5 || len(work.Now().Facts.Codes) > 0 {
		t.Error("it did not begin with the other's words and steps")
	}
}

// A new procedure that was left is kept on this computer, offered, and can be thrown
// away.
func TestNewProcedureThatWasLeft(t *testing.T) {
	folder, drafts := t.TempDir(), t.TempDir()
	tr := atEdit(t, folder, drafts)
	tr.begins("Tongue scan")
	tr.key(fyne.KeyReturn)
	tr.rewrite("summary", "Pictures of the tongue.")
	tr.key(fyne.KeyEscape)
	if tr.editShown() || !strings.Contains(markup(tr), "Not saved yet: it is kept") {
		t.Error("nothing says that it is kept")
	}
	tr.press(ctrlShift(fyne.KeyN))
	if !strings.Contains(said(tr), "Not saved yet: Tongue scan.") {
		t.Fatalf("the dialog does not offer it:\n%s", said(tr))
	}
	tr.tap("Go on editing")
	if !tr.editShown() || tr.editor.Work().Now().Words["en"].Summary != "Pictures of the tongue." {
		t.Fatal("it does not go on with what was written")
	}

	again := atEdit(t, folder, drafts) // the first was never closed
	if !strings.Contains(markup(again), "Changes that were not saved: Tongue scan.") {
		t.Fatal("it is not offered at the next start")
	}
	again.tap("Go on editing")
	again.tap("Throw it away")
	if again.editShown() || len(again.drafts().IDs()) > 0 {
		t.Fatal("it is not thrown away")
	}
	again.tapToast()
	if !again.editShown() || len(again.drafts().IDs()) != 1 || again.editor.Work().Now().Words["en"].Summary != "Pictures of the tongue." {
		t.Fatalf("it cannot be taken back: %v, %v, %s", again.editShown(), again.drafts().IDs(), again.toasts.Says())
	}
	again.key(fyne.KeyEscape)
	again.do("new-procedure")
	if !strings.Contains(said(again), "Not saved yet: Tongue scan.") {
		t.Error("taken back, it is not kept any more")
	}
}

// Two desks begin a procedure of one name: the second one's gets an id of its own.
func TestNewProcedureThatTwoDesksSave(t *testing.T) {
	folder := t.TempDir()
	tr := atEdit(t, folder, "")
	tr.begins("Tongue scan")
	tr.key(fyne.KeyReturn)
	tr.rewrite("noun", "Scan")
	tr.rewrite("summary", "Ours.")
	other := author.BeginNew(author.WithText(tr.editor.Work().Now(), "en", "summary", "Theirs."))
	if err := author.Save(tr.deps.Files, tr.clinic, other); err != nil {
		t.Fatal(err)
	}
	tr.saveWords()
	if tr.book.Procedure.ID != "tongue-scan-2" || tr.book.Words["en"].Summary != "Ours." {
		t.Errorf("the second desk sees %s", tr.book.Procedure.ID)
	}
	if b, _, err := tr.library.Book("tongue-scan"); err != nil || b.Words["en"].Summary != "Theirs." {
		t.Errorf("the first desk's words are gone: %v", err)
	}
}
