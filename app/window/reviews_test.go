package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/app/handout"
	"deskleaf/content"
)

// approveAs approves what is shown.
func approveAs(tr *trial, who string) {
	tr.press(ctrlShift(fyne.KeyA))
	tr.fill(fields(tr)[0], who)
	tr.fill(fields(tr)[1], "physician")
	tr.key(fyne.KeyReturn)
}

// reword changes a word of the procedure on the screen, as an editor would.
func reword(tr *trial) {
	for _, book := range tr.library.Editions() {
		if book.Procedure.ID == tr.book.Procedure.ID {
			book.Words["en"].Steps["medicines"] = content.StepWords{Text: "**Tell us every pill** you take."}
		}
	}
	tr.showAll()
}

func TestApprovalShowsWhatChanged(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	was := content.Plain(tr.book.Words["en"].Steps["medicines"].Text)
	approveAs(tr, "Ana Ruiz, MD")
	reword(tr)
	if !strings.Contains(markup(tr), "Draft: not yet reviewed") {
		t.Fatal("changed words still count as approved")
	}
	tr.press(ctrlShift(fyne.KeyA))
	for _, want := range []string{"What changed since Ana Ruiz, MD approved on", "Step · medicines · text", "was: " + was, "now: Tell us every pill you take."} {
		if !strings.Contains(strings.Join(strings.Fields(said(tr)), " "), want) {
			t.Errorf("the dialog does not say %q:\n%s", want, said(tr))
		}
	}
}

func TestApprovedWordsCanBePrintedAgain(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	code := handout.Code(handout.Input{Procedure: &tr.book.Procedure, Words: tr.book.Words["en"], Visit: tr.visit})
	approveAs(tr, "Ana Ruiz, MD")
	reword(tr)
	tr.do("sheet-code")
	tr.fill(fields(tr)[0], code)
	tr.key(fyne.KeyReturn)
	if says := said(tr); !strings.Contains(says, "These words were kept when they were approved here.") || !strings.Contains(says, "Ana Ruiz, MD") {
		t.Errorf("the code of the page leads to:\n%s", says)
	}
}

func TestReviewsAreListed(t *testing.T) {
	ships := sample()
	for _, book := range ships {
		book.Shipped = true
	}
	tr := try(t, 1366, 700, func(d *Deps) { d.Library = func(clinic.Clinic) Library { return ships } })
	tr.do("reviews")
	if overlay(tr) != "" {
		t.Error("there is a list of reviews where nobody approved anything")
	}
	tr.type_("si j")
	approveAs(tr, "Ana Ruiz, MD")
	tr.do("reviews")
	if !strings.Contains(said(tr), "Approved by Ana Ruiz, MD on") {
		t.Errorf("the list says:\n%s", said(tr))
	}
	tr.key(fyne.KeyEscape)
	reword(tr)
	tr.do("reviews")
	if !strings.Contains(said(tr), "Draft: changed since Ana Ruiz, MD approved it on") {
		t.Errorf("after a change the list says:\n%s", said(tr))
	}
}
