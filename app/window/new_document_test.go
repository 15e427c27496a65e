package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/author"
	"deskleaf/app/document/documenttest"
	"deskleaf/app/sheet"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/widgets"
)

// prep is a Word file as a clinic has it.
func prep(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tongue.docx")
	if err := os.WriteFile(path, documenttest.Word(
		"^ Lakeside Clinic, page 1", "# Tongue scan", "A tongue scan takes pictures of the inside of your mouth.",
		"## Before your scan", "- Do not chew gum from breakfast on until we have seen you here.",
		"## After your scan", "- Drink a glass of water.",
		"## When to call us", "- Your tongue hurts for more than two days.",
		"## Call 911 if", "- You cannot breathe.",
		"## Our team", "We have looked at tongues since 1990. Billed as 70999.",
	), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// From a Word file to a page in a patient's hand: nothing of it prints before each
// text was written anew and somebody approved it.
func TestNewProcedureFromAWordFile(t *testing.T) {
	folder := t.TempDir()
	tr := atEdit(t, folder, t.TempDir())
	tr.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(prep(t))})
	for _, want := range []string{"Found in tongue.docx: steps 2, lines for boxes 2, lines for the window 1.", "No place yet: 1", "Codes nobody has checked: 1", "no text prints before you have written it in your own words"} {
		if says := strings.Join(strings.Fields(said(tr)), " "); !strings.Contains(says, want) {
			t.Fatalf("the dialog does not say %q:\n%s", want, says)
		}
	}
	tr.tap("What went where")
	for _, want := range []string{"Before your scan", "Preparation", "Our team", "70999", "Lakeside Clinic, page 1", "Page head or foot"} {
		if !strings.Contains(overlay(tr), want) {
			t.Errorf("what went where does not tell of %q:\n%s", want, overlay(tr))
		}
	}
	tr.key(fyne.KeyEscape)
	tr.tap("Start writing")
	if !tr.editShown() || tr.editor.Work().Now().Words["en"].Title != "Tongue scan" {
		t.Fatal("the editor is not there with the document's title")
	}
	if !strings.Contains(markup(tr), "No page prints with these words yet.") {
		t.Error("a page shows although nothing was written anew")
	}
	tr.rewrite("noun", "Scan")
	tr.saveWords()
	if savedIn(folder, "tongue-scan") || !strings.Contains(markup(tr), "These words were not saved.") {
		t.Fatal("a document's words were saved as they stand")
	}

	tr.toDocument()
	for _, want := range []string{"Not written in your own words yet (5)", "No place yet (1)", "Codes nobody has checked (1)", "Not checked:", "We have looked at tongues since 1990."} {
		if !strings.Contains(markup(tr), want) {
			t.Errorf("the editor does not list %q", want)
		}
	}
	if c := tr.editor.Work().Now().Facts.Codes; len(c) != 1 || c[0].Number != "70999" || c[0].Status != content.CodeUnverified || !strings.Contains(tr.written("es", "codes.70999"), "Nadie ha buscado") || strings.Contains(tr.written("en", "codes.70999"), "Billed as") {
		t.Errorf("the code that was found is %+v: %q", c, tr.written("en", "codes.70999"))
	}
	tr.tap("Go to the code")
	if !strings.Contains(markup(tr), "Not verified: never prints") {
		t.Error("the code does not say that nobody has verified it")
	}
	tr.toDocument()
	tr.tap("Keep: I have checked it") // the first fact in few words
	if got := len(unwritten(tr)); got != 4 {
		t.Fatalf("after one was kept, %d stand as in the document", got)
	}
	tr.editor.Undo(false)
	if got := len(unwritten(tr)); got != 5 {
		t.Fatalf("after that was taken back, %d stand as in the document", got)
	}
	words := tr.editor.Work().Now().Words["en"]
	for path := range words.Texts() {
		switch {
		case path == "summary":
			tr.rewrite(path, "We take pictures of your mouth.")
		case strings.HasPrefix(path, "steps.") && strings.Contains(author.Text(words, path), "gum"):
			tr.rewrite(path, "**Leave** the gum at home.")
		case strings.HasPrefix(path, "steps."):
			tr.rewrite(path, "**Drink** some water.")
		case strings.HasPrefix(path, "signs.") && strings.Contains(author.Text(words, path), "hurts"):
			tr.rewrite(path, "You have a sore tongue.")
		case strings.HasPrefix(path, "signs."):
			tr.rewrite(path, "You can no longer breathe well.")
		}
	}
	if left := unwritten(tr); len(left) > 0 {
		t.Fatalf("still as in the document: %v", left)
	}
	tr.saveWords()
	if tr.editShown() || !savedIn(folder, "tongue-scan") {
		t.Fatalf("it is not saved:\n%s", markup(tr))
	}
	approveAs(tr, "Ana Ruiz, MD")
	tr.press(ctrl(fyne.KeyP))
	pages := tr.printer.jobs[0].Pages.(*sheet.Pages).Plain()
	if strings.Contains(pages, "DRAFT") || !strings.Contains(pages, "Leave the gum at home.") || strings.Contains(pages, "looked at tongues") || strings.Contains(pages, "70999") {
		t.Errorf("the approved handout is\n%s", pages)
	}

	tr.press(ctrl(fyne.KeyF2))
	tr.toDocument()
	tr.tap("Drop")
	tr.saveWords()
	if tr.draft.laid[0].Sheet.Band != "" {
		t.Error("a text that was left of the document is dropped, and the words count as changed")
	}
	tr.press(ctrl(fyne.KeyF2))
	tr.toDocument()
	tr.tap("It is no code")
	if c := tr.editor.Work().Now().Facts.Codes; len(c) > 0 {
		t.Errorf("what is no code stands among the codes: %+v", c)
	}
	if _, m := author.Imported(tr.editor.Work().Now()); m != nil {
		t.Errorf("something is left of the document: %+v", m)
	}
}

// unwritten are the paths of texts that stand as in the document.
func unwritten(tr *trial) []string {
	w := tr.editor.Work().Now().Words["en"]
	return w.Unwritten()
}

// toDocument goes to the chapter about the document, the last one.
func (tr *trial) toDocument() {
	tr.t.Helper()
	tr.editor.Focus()
	tr.chapter(7)
}

// A text without a place goes where somebody puts it, and still has to be written anew.
func TestTextIsPutIntoAPlace(t *testing.T) {
	tr := atEdit(t, t.TempDir(), "")
	tr.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(prep(t))})
	tr.tap("Start writing")
	tr.toDocument()
	before := tr.editor.Work().Now()
	tr.tap("Put it there")
	if len(change.Diff(before, tr.editor.Work().Now())) > 0 {
		t.Error("it went somewhere before anybody said where")
	}
	for _, o := range test.LaidOutObjects(tr.editor) {
		if where, ok := o.(*widgets.Choice); ok && where.Visible() {
			where.TypedRune('R') // Risks
		}
	}
	tr.tap("Put it there")
	now := tr.editor.Work().Now()
	if got := now.Words["en"].Sections.Risks; len(got) != 1 || !strings.Contains(got[0], "looked at tongues") {
		t.Fatalf("the risks are %v", got)
	}
	if len(now.Words["en"].Imported.Left) != 0 || len(unwritten(tr)) != 6 {
		t.Error("it is still listed without a place, or need not be written anew")
	}
	tr.editor.Undo(false)
	if len(change.Diff(before, tr.editor.Work().Now())) > 0 {
		t.Error("it cannot be taken back")
	}
}

func TestNewProcedureFromTheClipboard(t *testing.T) {
	tr := atEdit(t, t.TempDir(), "")
	fyne.CurrentApp().Clipboard().SetContent("Tongue scan\n\nBefore\n- Do not chew gum.\n")
	tr.begins("")
	tr.beginWith(fromClipboard)
	if !strings.Contains(said(tr), "Found in the clipboard: steps 1") {
		t.Fatalf("the dialog says\n%s", said(tr))
	}
	tr.tap("Start writing")
	if w := tr.editor.Work().Now().Words["en"]; w.Title != "Tongue scan" || len(unwritten(tr)) != 1 {
		t.Errorf("it begins with %q and %v", w.Title, unwritten(tr))
	}
}

// Enter in the picker chooses the file, and does not start before somebody has seen
// what is in it.
func TestDocumentIsChosenByKeys(t *testing.T) {
	tr := atEdit(t, t.TempDir(), "")
	tr.begins("")
	tr.beginWith(fromDocument)
	tr.tap("Choose a document…")
	tr.frame.Canvas().FocusPrevious()
	tr.write(prep(t))
	tr.key(fyne.KeyReturn)
	if tr.editShown() || !strings.Contains(said(tr), "steps 2") {
		t.Fatalf("after the file was chosen:\n%s", said(tr))
	}
}

// What cannot be read is said with what to do, and nothing is begun.
func TestDocumentThatCannotBeRead(t *testing.T) {
	tr := atEdit(t, t.TempDir(), "")
	path := filepath.Join(t.TempDir(), "prep.pdf")
	if err := os.WriteFile(path, []byte("%PDF-1.7"), 0o666); err != nil {
		t.Fatal(err)
	}
	tr.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	if !strings.Contains(said(tr), "prep.pdf is a PDF, which keeps no headings or lists. Open it, select all, copy, and begin with the clipboard.") {
		t.Errorf("the dialog says\n%s", said(tr))
	}
	tr.type_("Tongue scan")
	tr.key(fyne.KeyReturn)
	if tr.editShown() {
		t.Error("it began without the document")
	}
}
