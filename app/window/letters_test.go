package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"deskleaf/app/visit"
)

// TestLettersThatDoNotPrintAreSaid where somebody decides to print: in the panel and,
// with the panel folded, in the dialog for printing and over the estimate.
func TestLettersThatDoNotPrintAreSaid(t *testing.T) {
	const note, letter = "Bring the card \U00013000.", "\U00013000" // a hieroglyph
	tr := filled(t, 1366, 740)
	tr.edit(func(v *visit.Visit) {
		v.SetExtra(visit.NoteExtra, true)
		v.Note = note
	})
	if says := wordsIn(tr.panel); !strings.Contains(says, "Cannot be printed: "+letter) {
		t.Errorf("the panel says\n%s", says)
	}
	tr.togglePanel()
	tr.press(ctrlShift(fyne.KeyP))
	if says := said(tr); !strings.Contains(says, "Cannot be printed: "+letter) {
		t.Errorf("the dialog for printing says\n%s", says)
	}
	tr.key(fyne.KeyEscape)
	tr.do("good-faith")
	tr.fill(fields(tr)[0], "Ana "+letter)
	tr.tap(tr.words.T("visit.print"))
	if says := wordsIn(tr.notices); !strings.Contains(says, "Cannot be printed: "+letter) {
		t.Errorf("over the estimate it is said\n%s", says)
	}
}
