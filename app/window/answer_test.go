package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/clinic"
	"deskleaf/content"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

func TestBlankIsAnsweredWhereItShows(t *testing.T) {
	tr := try(t, 1366, 900)
	tr.type_("si j")
	tr.press(ctrl(fyne.Key3))
	var blank *widgets.Field
	for _, o := range test.LaidOutObjects(tr.read) {
		if f, ok := o.(*widgets.Field); ok && f.PlaceHolder == tr.words.T("blank.hint."+string(content.DurationBlank)) {
			blank = f
		}
	}
	if blank == nil {
		t.Fatal("there is no field for the blank")
	}
	tr.fill(blank, "soon")
	tr.key(fyne.KeyReturn)
	if len(tr.clinic.Answers.Procedures) > 0 {
		t.Fatal("soon was taken for a length of time")
	}
	tr.fill(blank, "12 hours")
	tr.key(fyne.KeyReturn)
	if got := tr.clinic.Answers.Procedures["si-joint-injection"]["drive-wait"]; got != "12 hours" {
		t.Fatalf("the answer kept is %q", got)
	}
	if kept, err := os.ReadFile(filepath.Join(tr.folder, "answers.yaml")); err != nil || !strings.Contains(string(kept), "12 hours") {
		t.Errorf("the answer is not in the clinic's folder: %s %v", kept, err)
	}
	if text := tr.read.Text(); !strings.Contains(text, "12 hours") {
		t.Errorf("the text does not say the answer:\n%s", text)
	}
	if len(tr.draft.laid[0].Notes.Unanswered) > 0 {
		t.Error("the pages still have the line")
	}
}

// What tells about a medicine is refused in the field, in words, and reaches no
// page and no file.
func TestAnswerAboutMedicineIsRefusedInItsField(t *testing.T) {
	tr := try(t, 1366, 900, func(d *Deps) { d.Library = func(clinic.Clinic) Library { return library.Open("", "") } })
	tr.type_("si joint")
	tr.press(ctrl(fyne.Key2))
	var eating *widgets.Field
	for _, o := range test.LaidOutObjects(tr.read) {
		if f, ok := o.(*widgets.Field); ok && eating == nil && f.PlaceHolder == tr.words.T("blank.hint."+string(content.TextBlank)) {
			eating = f
		}
	}
	if eating == nil {
		t.Fatal("there is no field for the eating plan")
	}
	tr.fill(eating, "stop warfarin 5 days before")
	tr.key(fyne.KeyReturn)
	if !strings.Contains(markup(tr), tr.words.T("blank.bad.medicine.long")[:40]) {
		t.Error("the field does not say why the answer does not fit")
	}
	if len(tr.clinic.Answers.Procedures) > 0 || len(tr.visit.Answers) > 0 {
		t.Errorf("the answer was kept: %v %v", tr.clinic.Answers.Procedures, tr.visit.Answers)
	}
}
