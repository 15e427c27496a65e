package window

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/visit"
	"deskleaf/content/file"
	"deskleaf/widgets"
)

// extra is the words of the box of an extra.
func (tr *trial) extra(e visit.Extra) string { return tr.words.T("extra." + string(e)) }

// noteField is the field of the note, where it shows.
func noteField(tr *trial) *widgets.NoteField {
	for _, o := range test.LaidOutObjects(tr.panel) {
		if n, ok := o.(*widgets.NoteField); ok {
			return n
		}
	}
	return nil
}

func TestExtrasAreFoldedUntilAskedFor(t *testing.T) {
	tr := try(t, 1366, 900)
	tr.type_("si j")
	if strings.Contains(markup(tr), tr.extra(visit.StaffExtra)) {
		t.Error("the extras crowd the panel")
	}
	tr.press(ctrlShift(fyne.KeyE))
	for _, e := range []visit.Extra{visit.NoteExtra, visit.DriverExtra, visit.PlanExtra, visit.DiaryExtra, visit.TeachBackExtra, visit.CalendarExtra, visit.LanguageExtra, visit.StaffExtra} {
		if !strings.Contains(markup(tr), tr.extra(e)) {
			t.Errorf("%s is not offered", e)
		}
	}
	if strings.Contains(markup(tr), tr.extra(visit.TwinExtra)) {
		t.Error("an English handout is offered a twin")
	}
	tr.key(fyne.KeySpace) // the note has the focus
	if !tr.visit.Wants(visit.NoteExtra) || noteField(tr) == nil {
		t.Fatal("a tick offers no room for the note")
	}
	tr.press(ctrl(fyne.KeyL))
	if !strings.Contains(markup(tr), tr.extra(visit.TwinExtra)) {
		t.Error("a Spanish handout is offered no twin")
	}
}

// Which extras are ticked is remembered at the desk, by procedure; what is typed
// is not.
func TestTicksAreRememberedAndTextsAreNot(t *testing.T) {
	tr := try(t, 1366, 900)
	tr.type_("si j")
	tr.press(ctrlShift(fyne.KeyE))
	tr.tap(tr.extra(visit.NoteExtra))
	tr.tap(tr.extra(visit.StaffExtra))
	tr.frame.Canvas().Focus(noteField(tr))
	tr.type_("Park on Oak Street, Maria.")
	if tr.visit.Note != "Park on Oak Street, Maria." || !strings.Contains(tr.draftText(), "Park on Oak Street, Maria.") {
		t.Fatalf("the note is %q", tr.visit.Note)
	}
	kept := tr.desks[len(tr.desks)-1]
	if got := kept.Extras["si-joint-injection"]; !slices.Equal(got, []string{"note", "staff"}) {
		t.Errorf("the desk remembers %q", got)
	}
	for _, d := range tr.desks {
		if text, err := file.Write(d); err != nil || strings.Contains(string(text), "Oak") {
			t.Fatalf("desk.yaml has the note: %s %v", text, err)
		}
	}
	tr.NextPatient()
	if tr.visit.Note != "" || len(tr.visit.Extras) > 0 {
		t.Errorf("after the next patient the visit is %+v", tr.visit)
	}
	tr.type_("si j")
	if !tr.visit.Wants(visit.NoteExtra) || !tr.visit.Wants(visit.StaffExtra) || tr.visit.Wants(visit.PlanExtra) {
		t.Errorf("the procedure begins with %v", tr.visit.Extras)
	}
	tr.press(ctrlShift(fyne.KeyE))
	if n := noteField(tr); n == nil || n.Text != "" || strings.Contains(markup(tr), "Oak") {
		t.Error("the next patient finds the note")
	}
	tr.type_("x")
	tr.find.Clear()
	tr.Choose("colonoscopy")
	if len(tr.visit.Extras) > 0 {
		t.Errorf("another procedure begins with %v", tr.visit.Extras)
	}
}

// draftText is what the pages in the panel say.
func (tr *trial) draftText() string {
	if tr.draft.pages == nil {
		return ""
	}
	return tr.draft.pages.Plain()
}

func TestANoteThatOrdersIsNotPrinted(t *testing.T) {
	tr := try(t, 1366, 900)
	tr.type_("si j")
	tr.press(ctrlShift(fyne.KeyE))
	tr.tap(tr.extra(visit.NoteExtra))
	tr.frame.Canvas().Focus(noteField(tr))
	tr.type_("Stop aspirin 5 days before.")
	if !strings.Contains(panelText(tr), "“Stop” tells what to do with a medicine") {
		t.Error("nothing says why the note does not print")
	}
	tr.press(ctrl(fyne.KeyP))
	if len(tr.printer.jobs) > 0 {
		t.Fatal("it was printed")
	}
	tr.tap(tr.extra(visit.NoteExtra))
	tr.press(ctrl(fyne.KeyP))
	if len(tr.printer.jobs) != 1 {
		t.Error("without the note it does not print")
	}
}

// panelText is every text of the handout panel, unwrapped.
func panelText(tr *trial) string { return wordsIn(tr.panel) }

func TestMedicinePlan(t *testing.T) {
	tr := try(t, 1366, 900)
	tr.type_("si j")
	tr.do("medicine-plan")
	all := fields(tr)
	tr.fill(all[1], "warfarin")
	tr.fill(all[2], "stop 5 days before")
	tr.key(fyne.KeyReturn)
	if !tr.dialogOpen() || len(tr.visit.Plan.Lines) > 0 {
		t.Fatal("a plan that nobody wrote was taken")
	}
	tr.fill(all[0], "Ana Ruiz, MD")
	tr.key(fyne.KeyReturn)
	if want := (visit.PlanLine{Medicine: "warfarin", Do: "stop 5 days before"}); tr.dialogOpen() || len(tr.visit.Plan.Lines) != 1 || tr.visit.Plan.Lines[0] != want || !tr.visit.Wants(visit.PlanExtra) {
		t.Fatalf("the plan is %+v", tr.visit.Plan)
	}
	if text := tr.draftText(); !strings.Contains(text, "Written for this visit by Ana Ruiz, MD.") || !strings.Contains(text, "stop 5 days before") {
		t.Errorf("the page says:\n%s", text)
	}
	tr.press(ctrlShift(fyne.KeyE))
	if !strings.Contains(panelText(tr), "1 line by Ana Ruiz, MD.") {
		t.Error("the panel does not say whose plan it is")
	}
	tr.NextPatient()
	tr.type_("si j")
	tr.do("medicine-plan")
	for _, f := range fields(tr) {
		if f.Text != "" {
			t.Errorf("the next patient finds %q in the plan", f.Text)
		}
	}
}

// Everything that can be typed for a patient is gone with the next one, wherever
// it was typed.
func TestNothingTypedSurvivesTheNextPatient(t *testing.T) {
	tr := try(t, 1366, 900)
	tr.type_("si j")
	tr.press(ctrlShift(fyne.KeyE))
	for _, e := range []visit.Extra{visit.NoteExtra, visit.DriverExtra} {
		tr.tap(tr.extra(e))
	}
	typed := 0
	for _, o := range test.LaidOutObjects(tr.panel) {
		f, ok := o.(fyne.Focusable)
		if _, field := o.(*widgets.Field); !ok || !field && o != fyne.CanvasObject(noteField(tr)) {
			continue
		}
		typed++
		tr.frame.Canvas().Focus(f)
		tr.type_(fmt.Sprintf("Zanzibar%d", typed))
	}
	for what, text := range map[string]string{"name": tr.visit.Name, "note": tr.visit.Note, "driver": tr.visit.Driver} {
		if !strings.HasPrefix(text, "Zanzibar") {
			t.Fatalf("typed into %d fields, and the %s is %q", typed, what, text)
		}
	}
	tr.press(ctrl(fyne.KeyN))
	tr.type_("si j")
	tr.press(ctrlShift(fyne.KeyE))
	if strings.Contains(markup(tr), "Zanzibar") || strings.Contains(fmt.Sprintf("%+v", tr.visit), "Zanzibar") {
		t.Errorf("something is left: %+v", tr.visit)
	}
}
