package window

import (
	"testing"

	"fyne.io/fyne/v2"
)

// summon starts the program once more and gives what became of it.
func (tr *trial) summon(procedure string) (answers []error) {
	tr.Summon(procedure, func(err error) { answers = append(answers, err) })
	return answers
}

func TestSummon(t *testing.T) {
	raised := 0
	tr := try(t, 1366, 700, func(d *Deps) { d.Raise = func(fyne.Window) { raised++ } })
	if got := tr.summon(""); len(got) != 1 || got[0] != nil || raised != 1 || tr.book != nil {
		t.Errorf("a second start: %v, raised %d times", got, raised)
	}
	if got := tr.summon("colonoscopy"); len(got) != 1 || got[0] != nil || tr.book == nil || tr.book.Procedure.ID != "colonoscopy" {
		t.Errorf("at a procedure: %v", got)
	}
	if got := tr.summon("colonoscopy"); len(got) != 1 || got[0] != nil {
		t.Errorf("at the procedure that is open: %v", got)
	}
	if got := tr.summon("gone"); len(got) != 1 || got[0] == nil || tr.book.Procedure.ID != "colonoscopy" {
		t.Errorf("at a procedure that there is not: %v", got)
	}
	tr.press(ctrl(fyne.KeyComma))
	if got := tr.summon("si-joint-injection"); len(got) != 1 || got[0] == nil || tr.book.Procedure.ID != "colonoscopy" || overlay(tr) == "" {
		t.Errorf("while a dialog is open: %v", got)
	}
	if got := tr.summon(""); len(got) != 1 || got[0] != nil || overlay(tr) == "" {
		t.Errorf("a second start while a dialog is open: %v", got)
	}
}

// TestSummonWhileLoading holds that a second start is answered when the first is
// ready, not before.
func TestSummonWhileLoading(t *testing.T) {
	var l later
	tr := try(t, 1366, 700, func(d *Deps) { d.Background = l.background })
	var answers []error
	tr.Summon("colonoscopy", func(err error) { answers = append(answers, err) })
	if len(answers) > 0 {
		t.Fatal("it was answered before the procedures were read")
	}
	l.run()
	if len(answers) != 1 || answers[0] != nil || tr.book == nil {
		t.Errorf("%v", answers)
	}
}
