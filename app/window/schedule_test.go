package window

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/clinic"
	"deskleaf/app/day"
	"deskleaf/app/desk"
	"deskleaf/assets/goldentest"
	"deskleaf/assets/words"
)

const morning = `date,time,type,side,doctor,name
12/10/2026,10:00,SIJ INJ LT,,Ruiz,Doe Bo
12/10/2026,9:30,SIJ INJ RT,,,Doe Ann
12/10/2026,9:45,27096,R,,Doe Cy
12/32/2026,9:45,27096,R,,Doe Di
12/10/2026,11:00,NEW PT,,,Doe Ed
`

// withSchedule is a window with the morning's schedule open.
func withSchedule(t *testing.T, width, height float32, changes ...setUp) *trial {
	t.Helper()
	tr := try(t, width, height, changes...)
	tr.open(morning)
	return tr
}

// open opens a schedule's text as a file.
func (tr *trial) open(text string) {
	tr.t.Helper()
	path := filepath.Join(tr.t.TempDir(), "day.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		tr.t.Fatal(err)
	}
	tr.readSchedule(path)
}

// lines are the lines of the schedule as the list shows them.
func (tr *trial) lines() string {
	var b strings.Builder
	for _, r := range tr.day.Rows() {
		fmt.Fprintf(&b, "%s %s: %s %s %s\n", r.Icon, r.Cells[0], r.Cells[2], r.Cells[3], r.Note)
	}
	return b.String()
}

func TestScheduleOpensAndSaysWhatIsInTheWay(t *testing.T) {
	tr := withSchedule(t, 1366, 700)
	want := `alert 2: SIJ INJ LT  “SIJ INJ LT” is not known yet. Say once what it means.
alert 3: SIJ INJ RT  “SIJ INJ RT” is not known yet. Say once what it means.
check 4: SI joint injection Right 
alert 5: SI joint injection Right The day “12/32/2026” is not understood. ` + tr.words.T("when.no-such-day") + `
alert 6: NEW PT  “NEW PT” is not known yet. Say once what it means.
`
	if got := tr.lines(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !strings.Contains(markup(tr), tr.words.T("day.print.one", "n", 1)) || tr.whole.middle.Visible() {
		t.Error("the screen does not say what it will print, or the procedure is still shown")
	}
}

// TestTypeIsTaughtOnce walks with keys alone: the first line, its form, the
// procedure, save. Every line of that type is known then, on every side.
func TestTypeIsTaughtOnce(t *testing.T) {
	tr := withSchedule(t, 1366, 700)
	tr.key(fyne.KeyReturn)                // the first line's form, with the focus on what it means
	tr.key(fyne.KeyReturn)                // its list
	tr.key(fyne.KeyReturn)                // the first proposal
	tr.frame.Canvas().OnTypedKey()(enter) // save
	if tr.dialogOpen() {
		t.Fatalf("the form is still open:\n%s", markup(tr))
	}
	got := tr.lines()
	for _, want := range []string{"check 2: SI joint injection Left", "check 3: SI joint injection Right"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	kept, err := os.ReadFile(filepath.Join(tr.folder, "schedules.yaml"))
	if err != nil || !strings.Contains(string(kept), "sij inj") || strings.Contains(string(kept), "Doe") {
		t.Errorf("the clinic's folder keeps %q, %v", kept, err)
	}
	if c := tr.frame.Canvas().Focused(); c == nil || c != tr.day.Focusable() {
		t.Error("the list has not the focus again")
	}
}

var enter = &fyne.KeyEvent{Name: fyne.KeyReturn}

func TestLineIsLeftOutAndTakenIn(t *testing.T) {
	tr := withSchedule(t, 1366, 700)
	tr.key(fyne.KeyEnd, fyne.KeyUp, fyne.KeyUp, fyne.KeyDelete)
	if !strings.Contains(tr.lines(), "minus 4: SI joint injection Right Left out by you.") || tr.hasDay() {
		t.Errorf("Delete did not leave line 4 out:\n%s", tr.lines())
	}
	tr.key(fyne.KeyDelete)
	if !tr.hasDay() {
		t.Error("Delete again did not take it in")
	}
}

func TestSchedulePrintsAsOneJob(t *testing.T) {
	tr := withSchedule(t, 1366, 700, func(d *Deps) { d.Desk.Printer = "Front" })
	tr.press(ctrl(fyne.KeyP))
	if len(tr.printer.jobs) != 1 {
		t.Fatalf("%d jobs were sent; %s", len(tr.printer.jobs), markup(tr))
	}
	job := tr.printer.jobs[0]
	pdf, err := job.Pages.PDF()
	if err != nil || !strings.HasPrefix(string(pdf), "%PDF-") || job.Pages.Count() != 1 || job.Title != "day" {
		t.Errorf("the job is %q with %d pages, %v", job.Title, job.Pages.Count(), err)
	}
	rows := 0
	if err := job.Pages.Dots(0, 60, func(_, n int, _ []byte) error { rows += n; return nil }); err != nil || rows == 0 {
		t.Errorf("as dots it has %d rows, %v", rows, err)
	}
	if tr.dialogOpen() {
		t.Error("the progress is still shown")
	}
}

func TestScheduleSaves(t *testing.T) {
	tr := withSchedule(t, 1366, 700)
	tr.press(ctrl(fyne.KeyS))
	tr.frame.Canvas().OnTypedKey()(enter)
	if data, err := os.ReadFile(filepath.Join(tr.folder, "handouts-2026-12-10.pdf")); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Errorf("one PDF: %.10q, %v", data, err)
	}
	tr.press(ctrl(fyne.KeyS)) // there is one now: it is asked before it is replaced
	tr.frame.Canvas().OnTypedKey()(enter)
	if !tr.dialogOpen() {
		t.Error("a file was written over unasked")
	}
	tr.frame.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	tr.frame.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	tr.runDay(day.NewFolder(tr.deps.Files, tr.folder), func(o day.Outcome) {
		if o.Made != 1 {
			t.Errorf("%d files", o.Made)
		}
	})
	if _, err := os.Stat(filepath.Join(tr.folder, "2026-12-10-0945-si-joint-injection-line-4.pdf")); err != nil {
		t.Error(err)
	}
}

func TestStopLeavesNothing(t *testing.T) {
	work := &later{}
	tr := try(t, 1366, 700, func(d *Deps) { d.Background = work.background })
	work.run()
	tr.open(morning)
	work.run()
	tr.runDay(day.NewFolder(tr.deps.Files, tr.folder), func(day.Outcome) { t.Error("it went on") })
	tr.frame.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	work.run()
	if got, want := tr.toasts.Says(), tr.words.T("day.stopped"); got != want {
		t.Errorf("it says %q, not %q", got, want)
	}
	if left, _ := filepath.Glob(filepath.Join(tr.folder, "*.pdf")); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

// TestScheduleIsForgotten: by the next patient, and by minutes that nobody is there.
func TestScheduleIsForgotten(t *testing.T) {
	for name, leave := range map[string]func(*trial){
		"next patient": func(tr *trial) { tr.press(ctrl(fyne.KeyN)) },
		"idle":         func(tr *trial) { tr.clock.pass(time.Hour) },
	} {
		t.Run(name, func(t *testing.T) {
			tr := withSchedule(t, 1366, 700)
			leave(tr)
			if tr.day.Holds() || tr.dayShown() || strings.Contains(markup(tr), "Doe") {
				t.Error("the schedule is still there")
			}
		})
	}
}

func TestEscGoesBackAndTheScheduleStays(t *testing.T) {
	tr := withSchedule(t, 1366, 700)
	tr.key(fyne.KeyEscape)
	if tr.dayShown() || tr.frame.Canvas().Focused() != tr.find.Entry {
		t.Fatal("Esc did not go back to the search")
	}
	tr.press(ctrlShift(fyne.KeyD))
	if !tr.dayShown() || len(tr.day.Rows()) != 5 {
		t.Error("the schedule is gone")
	}
	tr.press(ctrl(fyne.KeyK))
	tr.type_("si")
	if tr.dayShown() || tr.book == nil {
		t.Error("the search does not show what it finds")
	}
}

func TestPasteAndDrop(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.do("day")
	fyne.CurrentApp().Clipboard().SetContent("date\ttype\n12/10/2026\t27096\n")
	tr.do("day-paste")
	if len(tr.day.Rows()) != 1 {
		t.Error("pasted rows are not shown")
	}
	path := filepath.Join(t.TempDir(), "x.csv")
	if err := os.WriteFile(path, []byte(morning), 0o600); err != nil {
		t.Fatal(err)
	}
	tr.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	if len(tr.day.Rows()) != 5 {
		t.Error("a file that was dropped is not shown")
	}
	fyne.CurrentApp().Clipboard().SetContent(" ")
	tr.do("day-paste")
	if got, want := tr.toasts.Says(), tr.words.T("day.paste.empty"); got != want || len(tr.day.Rows()) != 5 {
		t.Errorf("an empty clipboard: %q", got)
	}
	tr.open("<html>")
	if !strings.Contains(markup(tr), "web page") || len(tr.day.Rows()) != 5 {
		t.Error("a web page is not refused in words, or took the schedule away")
	}
}

// TestColumnsAreAskedOnce for a schedule whose headers nobody knows.
func TestColumnsAreAskedOnce(t *testing.T) {
	const odd = "When,What,Who\n12/10/2026 9:30,27096,Doe Ann\n"
	tr := try(t, 1366, 700)
	tr.open(odd)
	if !tr.dialogOpen() {
		t.Fatal("nothing is asked")
	}
	tr.frame.Canvas().OnTypedKey()(enter)
	if !strings.Contains(markup(tr), "Say which column holds the procedure") {
		t.Fatal("columns without a procedure are taken")
	}
	for range 2 { // the focus is on the day, which is proposed; the procedure is the third
		tr.frame.Canvas().FocusNext()
	}
	tr.key(fyne.KeyDown, fyne.KeyDown)
	tr.frame.Canvas().OnTypedKey()(enter)
	if rows := tr.day.Rows(); tr.dialogOpen() || len(rows) != 1 || rows[0].Icon != "check" {
		t.Fatalf("after it: %+v", rows)
	}
	tr.NextPatient()
	tr.open(odd)
	if tr.dialogOpen() || len(tr.day.Rows()) != 1 {
		t.Error("it is asked again")
	}
}

// TestScheduleGolden holds the layout of the screen.
func TestScheduleGolden(t *testing.T) {
	for _, size := range sizes {
		name := fmt.Sprintf("schedule-%v.xml", size[0])
		t.Run(name, func(t *testing.T) {
			tr := withSchedule(t, size[0], size[1])
			tr.resize(size[0], size[1])
			goldentest.Hold(t, "testdata/"+name, test.RenderToMarkup(tr.frame.Canvas()))
		})
	}
}

// TestScheduleFits in the longest language and the largest text: the buttons are
// whole and inside the window.
func TestScheduleFits(t *testing.T) {
	for _, size := range sizes {
		for name, change := range map[string]setUp{
			"longer words": func(d *Deps) { d.Words = words.Pseudo() },
			"large text":   func(d *Deps) { d.Desk.TextSize = 150 },
		} {
			t.Run(fmt.Sprint(size[0], " ", name), func(t *testing.T) {
				tr := withSchedule(t, size[0], size[1], change, func(d *Deps) {
					d.Clinic = func(desk.Desk) clinic.Clinic { return clinic.Clinic{Facts: sampleFacts()} }
				})
				tr.resize(size[0], size[1])
				for _, wrong := range misfits(tr) {
					t.Error(wrong)
				}
				if whole := tr.words.T("day.print.one", "n", 1); !strings.Contains(markup(tr), whole) {
					t.Errorf("%q is cut off", whole)
				}
			})
		}
	}
}

// TestScheduleInAnotherLanguage stays when the window changes its language.
func TestScheduleInAnotherLanguage(t *testing.T) {
	tr := withSchedule(t, 1366, 700)
	tr.desk.Language = "es"
	tr.speak()
	tr.do("day")
	if got := tr.lines(); !strings.Contains(got, "Todavía no se conoce «SIJ INJ LT»") {
		t.Errorf("after the change:\n%s", got)
	}
}

// TestScheduleByItsPath: a path that is typed or pasted into the list of files opens
// the file.
func TestScheduleByItsPath(t *testing.T) {
	tr := try(t, 1366, 700)
	path := filepath.Join(t.TempDir(), "my day.csv")
	if err := os.WriteFile(path, []byte(morning), 0o600); err != nil {
		t.Fatal(err)
	}
	tr.press(ctrlShift(fyne.KeyO))
	tr.frame.Canvas().FocusPrevious()
	tr.type_(`"` + path + `"`)
	tr.key(fyne.KeyReturn)
	if tr.dialogOpen() || len(tr.day.Rows()) != 5 {
		t.Error("the schedule is not open")
	}
	if last := tr.desks[len(tr.desks)-1]; last.ScheduleFolder != filepath.Dir(path) {
		t.Errorf("the desk remembers the folder %q", last.ScheduleFolder)
	}
}

// TestOptionsForEveryLineOfAType are chosen on one line.
func TestOptionsForEveryLineOfAType(t *testing.T) {
	tr := withSchedule(t, 1366, 700)
	tr.key(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	tr.frame.Canvas().OnTypedKey()(enter) // the type is known now
	tr.key(fyne.KeyReturn)                // its form again, with the focus on the procedure
	for range 4 {
		tr.frame.Canvas().FocusNext()
	}
	tr.key(fyne.KeyDown) // the first choice of the option
	tr.frame.Canvas().FocusNext()
	tr.key(fyne.KeySpace) // for every line
	tr.frame.Canvas().OnTypedKey()(enter)
	if tr.dialogOpen() {
		t.Fatal("the form is still open")
	}
	for _, e := range tr.day.Ready()[:2] {
		if e.Visit.Options["purpose"] == "" {
			t.Errorf("line %d has no choice: %v", e.Line.Number, e.Visit.Options)
		}
	}
	if kept, err := os.ReadFile(filepath.Join(tr.folder, "schedules.yaml")); err != nil || !strings.Contains(string(kept), "purpose: ") {
		t.Errorf("the clinic's folder keeps %q, %v", kept, err)
	}
}

// TestOnlyTheScheduleIsTouched: while it is shown, no command acts on the procedure
// behind it.
func TestOnlyTheScheduleIsTouched(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.open(morning)
	for _, id := range []string{"side", "language", "large", "favorite", "open", "message", "tab-codes", "review"} {
		if !tr.items[id].Disabled {
			t.Errorf("%q can be done over the schedule", id)
		}
	}
	tr.do("print-choices")
	shown := markup(tr)
	if !strings.Contains(shown, tr.words.T("day.print.one", "n", 1)) || strings.Contains(shown, tr.words.T("print.pages.all", "n", 0)) {
		t.Error("the choices are not those of the schedule")
	}
	tr.frame.Canvas().OnTypedKey()(enter)
	if len(tr.printer.jobs) != 1 || tr.printer.jobs[0].Title != "day" {
		t.Errorf("jobs: %+v", tr.printer.jobs)
	}
}

// TestScheduleFollowsTheClinic: a doctor who is added in the settings is known to the
// lines at once.
func TestScheduleFollowsTheClinic(t *testing.T) {
	tr := try(t, 1366, 700)
	facts := tr.clinic.Facts
	facts.Doctors = []clinic.Doctor{{ID: "lee", Name: "Sam Lee"}}
	tr.saveFacts(nil, tr.clinic.Facts, facts, func() {})
	tr.open(morning)
	if !strings.Contains(tr.lines(), "“Ruiz” is none of the clinic’s doctors.") {
		t.Fatalf("lines:\n%s", tr.lines())
	}
	facts.Doctors = append(facts.Doctors, clinic.Doctor{ID: "ruiz", Name: "Ana Ruiz"})
	tr.saveFacts(nil, tr.clinic.Facts, facts, func() {})
	tr.showAll()
	if strings.Contains(tr.lines(), "none of the clinic’s doctors") {
		t.Errorf("lines:\n%s", tr.lines())
	}
}
