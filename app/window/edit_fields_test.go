package window

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/author"
	editscreen "deskleaf/app/window/edit"
	"deskleaf/assets/icons"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// atChapter is a desk with a procedure in the editor, at a chapter.
func atChapter(t testing.TB, id string, chapter int) *trial {
	t.Helper()
	tr := atEdit(t, t.TempDir(), "")
	tr.Choose(id)
	tr.press(ctrl(fyne.KeyF2))
	tr.chapter(chapter)
	return tr
}

// written is a text of the work as it is now.
func (tr *trial) written(language, path string) string {
	return author.Text(tr.editor.Work().Now().Words[language], path)
}

// What a translation lacks is counted, gone to by a key, and written there.
func TestNextMissing(t *testing.T) {
	tr := atChapter(t, "si-joint-injection", 1)
	tr.tap("Add a step")
	tr.write("**Park** behind the house.")
	if shown := markup(tr); !strings.Contains(shown, "missing here: 1, in all: 1") || !strings.Contains(shown, "Before the visit (1)") {
		t.Fatal("nothing says how much is missing")
	}
	tr.chapter(5)
	if shown := markup(tr); !strings.Contains(shown, "missing here: 0, in all: 1") {
		t.Error("another chapter does not say what is missing elsewhere")
	}
	tr.press(ctrl(fyne.KeyF8))
	tr.write("**Estacione** detrás de la casa.")
	if got := tr.written("es", "steps.own-1.text"); got != "**Estacione** detrás de la casa." {
		t.Errorf("the key for what is missing goes elsewhere: the step says %q", got)
	}
	if shown := markup(tr); !strings.Contains(shown, "nothing is missing") || strings.Contains(shown, "Before the visit (1)") {
		t.Error("it is still counted as missing")
	}
}

// Tab goes down one column: whoever translates stays in the translation.
func TestTabGoesDownOneColumn(t *testing.T) {
	tr := atChapter(t, "si-joint-injection", 0)
	tr.editor.Focus()
	for range 3 {
		tr.frame.Canvas().FocusNext()
	}
	tr.write("Summary.")
	if tr.written("en", "summary") != "Summary." {
		t.Error("three fields below the title is not the summary in English")
	}
	for range 40 {
		tr.frame.Canvas().FocusNext()
		if f, ok := tr.frame.Canvas().Focused().(*widgets.Field); ok && f.Text == tr.written("es", "title") {
			break
		}
	}
	tr.frame.Canvas().FocusNext()
	tr.write("Corto")
	if tr.written("es", "short") != "Corto" {
		t.Errorf("below the Spanish title is not the Spanish short name: %q", tr.written("es", "short"))
	}
}

func TestPlainWordsAreOneClickAway(t *testing.T) {
	tr := atChapter(t, "si-joint-injection", 1)
	tr.tap("Tell us every medicine you take")
	before := tr.written("en", "steps.medicines.text")
	tr.write("Edema and a **Hematoma** can come. Call us.")
	if !strings.Contains(markup(tr), "Use “bruise”") {
		t.Fatal("no plain word is offered")
	}
	tr.tap("Use “bruise”")
	if got := tr.written("en", "steps.medicines.text"); got != "Edema and a **Bruise** can come. Call us." {
		t.Errorf("after the click it says %q", got)
	}
	tr.tap("Use “swelling”")
	if got := tr.written("en", "steps.medicines.text"); got != "Swelling and a **Bruise** can come. Call us." || strings.Contains(markup(tr), "Use “") {
		t.Errorf("after the second click it says %q, or offers more", got)
	}
	for range 3 {
		tr.undo()
	}
	if got := tr.written("en", "steps.medicines.text"); got != before {
		t.Errorf("undone three times it says %q", got)
	}
}

func TestLongSentenceIsQuoted(t *testing.T) {
	tr := atChapter(t, "si-joint-injection", 3)
	tr.frame.Canvas().FocusNext() // the button over the column
	tr.frame.Canvas().FocusNext()
	tr.write("It hurts.\nYou may have it when you have had pain for a long time in the low back or the hip and nothing else has helped you so far.")
	if shown := strings.Join(strings.Fields(plainMarkup(tr)), " "); !strings.Contains(shown, "“You may have it when …” Line 2: this sentence has 28 words") {
		t.Errorf("the long sentence is not told where it stands")
	}
	if shown := markup(tr); !strings.Contains(shown, "Reads at school grade") {
		t.Error("nothing says how hard the section is to read")
	}
}

// plainMarkup is the words in sight, without what is around them.
func plainMarkup(tr *trial) string {
	var words []string
	for _, o := range test.LaidOutObjects(tr.editor) {
		if w, ok := o.(interface{ Words() string }); ok {
			words = append(words, w.Words())
		}
	}
	return strings.Join(words, "\n")
}

func TestBlankIsInsertedWhereTheCaretIs(t *testing.T) {
	tr := atChapter(t, "si-joint-injection", 1)
	tr.tap("Tell us every medicine you take")
	tr.write("Come at noon. {nobody-knows}")
	if !strings.Contains(plainMarkup(tr), `there is no blank "nobody-knows"`) {
		t.Error("a blank that does not exist is not complained of at its field")
	}
	tr.write("Come ")
	tr.press(ctrlShift(fyne.KeyI))
	tr.type_("drive")
	tr.key(fyne.KeyReturn)
	tr.clock.pass(time.Second)
	got := tr.written("en", "steps.medicines.text")
	ids := content.TextBlanks(got)
	if len(ids) != 1 || !strings.HasPrefix(got, "Come {") || library.World().Blanks[ids[0]].ID == "" {
		t.Errorf("after choosing a blank it says %q", got)
	}
	tr.type_(" early.")
	if now := tr.written("en", "steps.medicines.text"); now != got+" early." {
		t.Errorf("typing does not go on behind the blank: %q", now)
	}
}

func TestPictureIsChosenByItsWords(t *testing.T) {
	for _, name := range editscreen.Icons {
		if _, drawn := icons.Get(name); !drawn {
			t.Errorf("there is no picture %q", name)
		}
	}
	tr := atChapter(t, "si-joint-injection", 1)
	tr.tap("Tell us every medicine you take")
	tr.tap("Medicine, pill")
	tr.type_("blood thin")
	tr.key(fyne.KeyReturn)
	if got := tr.editor.Work().Now().Facts.Steps[0].Icon; got != "blood-thinner" {
		t.Errorf("the picture is %q", got)
	}
	tr.do("undo")
	if got := tr.editor.Work().Now().Facts.Steps[0].Icon; got != "medicine" {
		t.Errorf("undone, the picture is %q", got)
	}
}

func TestDeletedPartComesBack(t *testing.T) {
	tr := atChapter(t, "si-joint-injection", 1)
	before := tr.editor.Work().Now()
	tr.tap("Tell us every medicine you take")
	tr.tap("Delete")
	if _, there := tr.editor.Work().Now().Words["es"].Steps["medicines"]; there || !strings.Contains(markup(tr), "Deleted, in every language.") {
		t.Fatal("the step is not deleted, or nothing says so")
	}
	tr.tap("Undo")
	if found := change.Diff(before, tr.editor.Work().Now()); len(found) > 0 || !strings.Contains(markup(tr), "Tell us every medicine") {
		t.Errorf("it did not come back: %v", found)
	}
}

func TestChangedCodeIsNotChecked(t *testing.T) {
	tr := atChapter(t, "si-joint-injection", 5)
	if !strings.Contains(plainMarkup(tr), "CPT is a registered trademark") {
		t.Error("codes show without the notice")
	}
	number := tr.editor.Work().Now().Facts.Codes[0].Number
	tr.tap(number)
	tr.frame.Canvas().FocusPrevious() // from what it is for: status, system, number
	tr.frame.Canvas().FocusPrevious()
	tr.frame.Canvas().FocusPrevious()
	tr.write("2709")
	if !strings.Contains(plainMarkup(tr), "“2709” is no code, or stands here already.") {
		t.Error("half a code is taken for one")
	}
	tr.saveWords()
	if !tr.editShown() || !strings.Contains(markup(tr), "is not understood yet") {
		t.Error("it saves although a field is not understood")
	}
	tr.write("27099")
	c := tr.editor.Work().Now().Facts.Codes[0]
	if c.Number != "27099" || !c.Checked.IsZero() || tr.written("es", "codes.27099") == "" {
		t.Errorf("the code is %+v", c)
	}
	for _, b := range tr.editor.Work().Now().Facts.Bills {
		for _, n := range b.Codes {
			if n == number {
				t.Errorf("a bill names %s still", n)
			}
		}
	}
}

// Every part of every list of a procedure opens, in every chapter, and folding it
// leaves everything as it was.
func TestEveryPartOpens(t *testing.T) {
	for _, id := range []string{"colonoscopy", "iud-placement"} {
		tr := atChapter(t, id, 0)
		before := tr.editor.Work().Now()
		opened := 0
		for n := range editscreen.Chapters {
			tr.editor.Focus()
			tr.chapter(n)
			for i := range cellsOf(tr) {
				cellsOf(tr)[i].Tapped(nil)
				tr.tap("Done") // fails where nothing is open
				opened++
			}
		}
		if p := before.Facts; opened < len(p.Steps)+len(p.Signs)+len(p.Codes)+len(p.Sources)+len(p.Bills)+len(p.AskBefore)+len(p.Options) {
			t.Errorf("%s: only %d parts opened", id, opened)
		}
		if tr.editor.Work().Changed() {
			t.Errorf("%s: looking changes %v", id, change.Diff(before, tr.editor.Work().Now()))
		}
	}
}

// cellsOf are the lines of the lists in sight.
func cellsOf(tr *trial) []*widgets.Cell {
	var cells []*widgets.Cell
	for _, o := range test.LaidOutObjects(tr.editor) {
		if c, ok := o.(*widgets.Cell); ok {
			cells = append(cells, c)
		}
	}
	return cells
}

// A newer letter takes the place of older work: of many typed while the first is
// judged, only the last is judged and drawn.
func TestNewerLettersTakeThePlaceOfOlderWork(t *testing.T) {
	var l later
	tr := atEdit(t, t.TempDir(), "")
	tr.Choose("si-joint-injection")
	tr.press(ctrl(fyne.KeyF2))
	tr.writing.background = l.background
	composed := 0
	whole := tr.writing.compose
	tr.writing.compose = func(now sketch, before followed) followed {
		composed++
		return whole(now, before)
	}
	tr.type_("A shot in the joint")
	l.run()
	if composed != 2 {
		t.Errorf("19 letters were judged %d times", composed)
	}
	if got := tr.writing.made.judged.Book.Words["en"].Title; got != "A shot in the joint" {
		t.Errorf("what is told is of %q", got)
	}
}
