package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/clinic"
	"deskleaf/app/sheet"
	"deskleaf/widgets"
)

// readings is what the texts to read of the dialog in sight say.
func readings(tr *trial) string {
	var all []string
	for _, o := range test.LaidOutObjects(tr.frame.Canvas().Overlays().Top()) {
		if r, ok := o.(*widgets.Reading); ok {
			all = append(all, r.Text())
		}
	}
	return strings.Join(all, "\n")
}

// rewrite saves other words for the first step of the sample.
func rewrite(tr *trial, text, why string) {
	tr.press(ctrl(fyne.KeyF2))
	tr.chapter(1)
	tr.tap("Tell us every")
	tr.write(text)
	tr.press(ctrl(fyne.KeyS))
	tr.fill(fields(tr)[0], "Bea Lind")
	tr.fill(fields(tr)[1], why)
	tr.key(fyne.KeyReturn)
	if tr.editShown() {
		tr.t.Fatalf("it was not saved: %s", bands(tr))
	}
}

func TestHistoryOfAProcedure(t *testing.T) {
	folder, drafts := t.TempDir(), t.TempDir()
	tr := atEdit(t, folder, drafts)
	tr.Choose("si-joint-injection")
	tr.do("history")
	if overlay(tr) != "" {
		t.Fatal("there is a history where nothing happened")
	}
	rewrite(tr, "**Tell us every pill** you take.", "a patient asked what a medicine is")
	approveAs(tr, "Ana Ruiz, MD")
	rewrite(tr, "**Tell us every pill and drop** you take.", "")

	tr.do("history")
	if says := readings(tr); !strings.Contains(says, "every pill you take.") || !strings.Contains(says, "every pill and drop you take.") {
		t.Errorf("at first what changed last does not show:\n%s", says)
	}
	list := choices(tr)[0]
	tr.chooses(1, 0)
	tr.frame.Canvas().Focus(list)
	for i, want := range []string{"Nov 23, 2026, 10:00 · saved by Bea Lind · version 3", "approved by Ana Ruiz, MD · English · version 2", "saved by Bea Lind · version 2", "as it came with Deskleaf · version 1"} {
		if i > 0 {
			tr.key(fyne.KeyDown)
		}
		if says := test.RenderObjectToMarkup(list); !strings.Contains(says, want) {
			t.Errorf("entry %d is not %q:\n%s", i, want, says)
		}
	}
	tr.key(fyne.KeyHome)
	if says := readings(tr); !strings.Contains(says, "do not differ") {
		t.Errorf("the last version, compared with the words as they are, says:\n%s", says)
	}
	tr.key(fyne.KeyDown)
	if says := readings(tr); !strings.Contains(says, "every pill you take.") || !strings.Contains(says, "every pill and drop you take.") {
		t.Errorf("the approved version, compared, says:\n%s", says)
	}
	tr.tap("Show its pages")
	tr.tap("Print, marked as old")
	if len(tr.printer.jobs) != 1 {
		t.Fatalf("%d jobs: %s", len(tr.printer.jobs), bands(tr))
	}
	plain := tr.printer.jobs[0].Pages.(*sheet.Pages).Plain()
	if n := strings.Count(plain, "OLD: version 2 of Nov 23, 2026, no longer in use"); n != 1 || !strings.Contains(plain, "every pill you take.") || tr.hasPrinted() {
		t.Errorf("the old pages say %d times that they are old:\n%.1200s", n, plain)
	}

	tr.tap("Bring back")
	if !tr.editShown() || tr.editor.Work().Now().Words["en"].Steps["medicines"].Text != "**Tell us every pill** you take." || !tr.editor.Work().CanUndo() {
		t.Fatalf("the old words are not in the editor, or cannot be taken back: %s", bands(tr))
	}
	tr.press(ctrl(fyne.KeyS))
	if says := fields(tr)[1].Text; says != "Version 2 of Nov 23, 2026 brought back" {
		t.Errorf("the reason that is proposed is %q", says)
	}
	tr.key(fyne.KeyReturn)
	if text := tr.book.Words["en"].Steps["medicines"].Text; text != "**Tell us every pill** you take." || tr.book.Procedure.Version != 4 {
		t.Errorf("brought back, the step says %q in version %d", text, tr.book.Procedure.Version)
	}
	if state, _ := tr.reviewState(); state != clinic.Approved {
		t.Errorf("the very words that were approved last are %v", state)
	}
}

func TestSavedWordsAreSentToReview(t *testing.T) {
	tr := atEdit(t, t.TempDir(), t.TempDir())
	tr.Choose("si-joint-injection")
	tr.press(ctrl(fyne.KeyF2))
	tr.chapter(1)
	tr.tap("Tell us every")
	tr.write("**Tell us every pill** you take.")
	tr.press(ctrl(fyne.KeyS))
	tr.fill(fields(tr)[0], "Bea Lind")
	tr.fill(fields(tr)[1], "plainer")
	tr.tap("Save and send to review")
	for _, language := range []string{"en", "es"} {
		if state, _ := tr.stateIn(language); state != clinic.InReview {
			t.Errorf("the words in %s are %v: %s", language, state, bands(tr))
		}
	}
}
