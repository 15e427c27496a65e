package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/handout"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/widgets"
)

// printedCode is the code of a Spanish sheet in large print that another patient
// was given.
func printedCode(t *testing.T) string {
	t.Helper()
	book := injection()
	code := handout.Code(handout.Input{Procedure: &book.Procedure, Words: book.Words["es"], Visit: visit.Visit{
		Large: true, Parts: []content.Part{content.Aftercare}, Options: map[string]string{"purpose": "treatment"},
	}})
	if code == "" {
		t.Fatal("the sheet has no code")
	}
	return code
}

// button is the button of the dialog in sight that says something.
func button(t *testing.T, tr *trial, says string) *widgets.Button {
	t.Helper()
	for _, o := range test.LaidOutObjects(tr.frame.Canvas().Overlays().Top()) {
		if b, ok := o.(*widgets.Button); ok && b.Text() == says {
			return b
		}
	}
	t.Fatalf("there is no button %q", says)
	return nil
}

// said is every text of the dialog in sight, unwrapped.
func said(tr *trial) string { return wordsIn(tr.frame.Canvas().Overlays().Top()) }

// wordsIn is every text in an object, unwrapped.
func wordsIn(whole fyne.CanvasObject) string {
	var all []string
	for _, o := range test.LaidOutObjects(whole) {
		if text, ok := o.(*widgets.Text); ok {
			all = append(all, text.Words())
		}
	}
	return strings.ReplaceAll(strings.Join(all, "\n"), "\u00a0", " ")
}

func TestACodeTellsItsSheet(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("colono")
	tr.edit(func(v *visit.Visit) { v.SetWhen(civil.Date{Year: 2026, Month: 12, Day: 10}.At(570), true) })
	before := tr.visit.Clone()
	tr.press(ctrlShift(fyne.KeyF))
	tr.type_(strings.ToLower(strings.ReplaceAll(printedCode(t), "-", "")))
	tr.key(fyne.KeyReturn)
	shown := said(tr)
	for _, want := range []string{"SI joint injection", "Español", "version 3", "Large print · Aftercare · Purpose: Treatment", "These words are the clinic’s own.", "Not approved here."} {
		if !strings.Contains(shown, want) {
			t.Errorf("the dialog does not say %q", want)
		}
	}
	button(t, tr, tr.words.T("sheet.show")).Tapped(nil)
	if got := tr.frame.Canvas().Overlays().List(); len(got) != 2 {
		t.Errorf("the pages are not shown: %d dialogs", len(got))
	}
	tr.key(fyne.KeyEscape, fyne.KeyEscape)
	if tr.dialogOpen() || tr.visit.Date != before.Date || tr.book.Procedure.ID != "colonoscopy" {
		t.Error("looking up a sheet changed the visit at the counter, or a dialog stays")
	}
}

func TestACodeThatTellsNothing(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.press(ctrlShift(fyne.KeyF))
	for code, want := range map[string]string{"hello": tr.words.T("sheet.bad"), "0000-01": tr.words.T("sheet.slip"), "0000-00": "No sheet that this desk knows has the code 0000-00."} {
		tr.fill(fields(tr)[0], code)
		tr.key(fyne.KeyReturn)
		if !strings.Contains(said(tr), want) {
			t.Errorf("after %q the dialog does not say %q", code, want)
		}
		if !button(t, tr, tr.words.T("sheet.show")).Disabled() {
			t.Errorf("after %q pages can be shown", code)
		}
	}
}

// Words that were approved here and changed since can be told by their sign-off,
// and cannot be shown.
func TestACodeOfWordsThatAreGone(t *testing.T) {
	book := injection()
	old := *book.Words["es"]
	code := printedCode(t)
	tr := try(t, 1366, 700, func(d *Deps) {
		changed := injection()
		changed.Words["es"].Title = "Otro título"
		d.Library = func(clinic.Clinic) Library { return shelf{changed} }
		d.Clinic = func(desk.Desk) clinic.Clinic {
			return clinic.Clinic{SignOffs: clinic.SignOffs{List: []clinic.SignOff{{
				Procedure: book.Procedure.ID, Language: "es", Version: 3, Fingerprint: content.Fingerprint(&book.Procedure, &old),
				Who: "Ana Ruiz, MD", Role: "physician", Date: civil.Date{Year: 2026, Month: 1, Day: 15},
			}}}}
		}
	})
	tr.press(ctrlShift(fyne.KeyF))
	tr.type_(code)
	tr.key(fyne.KeyReturn)
	for _, want := range []string{"These words changed since then", "Approved by Ana Ruiz, MD (physician) on Jan 15, 2026."} {
		if !strings.Contains(said(tr), want) {
			t.Errorf("the dialog does not say %q", want)
		}
	}
	if !button(t, tr, tr.words.T("sheet.show")).Disabled() {
		t.Error("pages of words that are gone can be shown")
	}
}
