package window

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/printing"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/widgets"
)

// overlay is the dialog in sight, as text.
func overlay(tr *trial) string {
	if top := tr.frame.Canvas().Overlays().Top(); top != nil {
		return test.RenderObjectToMarkup(top)
	}
	return ""
}

// fields are the fields of the dialog in sight, from the top.
func fields(tr *trial) []*widgets.Field {
	return inDialog[*widgets.Field](tr)
}

// inDialog is what there is of a kind in the dialog in sight, from the top.
func inDialog[T fyne.CanvasObject](tr *trial) []T {
	var all []T
	for _, o := range test.LaidOutObjects(tr.frame.Canvas().Overlays().Top()) {
		if one, ok := o.(T); ok {
			all = append(all, one)
		}
	}
	return all
}

// fill types a text into a field in place of what is there.
func (tr *trial) fill(f *widgets.Field, text string) {
	tr.frame.Canvas().Focus(f)
	f.SelectAll()
	tr.type_(text)
}

func TestPrintAtOnce(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.press(ctrl(fyne.KeyP))
	if len(tr.printer.jobs) != 1 {
		t.Fatalf("%d jobs", len(tr.printer.jobs))
	}
	job := tr.printer.jobs[0]
	if pdf, err := job.Pages.PDF(); err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) || job.Title != "si-joint-injection" || job.Paper != printing.Letter {
		t.Errorf("the job is %q on paper %v with %d bytes, %v", job.Title, job.Paper, len(pdf), err)
	}
	if got := tr.toasts.Says(); !strings.HasPrefix(got, "2 pages sent to") {
		t.Errorf("the notice is %q", got)
	}
	if tr.frame.Canvas().Overlays().Top() != nil {
		t.Error("printing at once asked something")
	}
	tr.press(ctrlShift(fyne.KeyR))
	if len(tr.printer.jobs) != 2 || tr.printer.jobs[1].Pages != job.Pages {
		t.Error("Print again did not send the same pages")
	}
}

// TestUnreadyPrinter holds that a printer without paper takes the pages, and that
// somebody is told to see to it.
func TestUnreadyPrinter(t *testing.T) {
	tr := try(t, 1366, 700, func(d *Deps) { d.Desk.Printer = "Hall" })
	tr.type_("si j")
	tr.press(ctrl(fyne.KeyP))
	if got := tr.toasts.Says(); len(tr.printer.jobs) != 1 || got != "2 pages wait at Hall. The printer says: it has no paper." {
		t.Errorf("after %d jobs the notice is %q", len(tr.printer.jobs), got)
	}
}

func TestPrintSaysWhatWentWrong(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.printer.err = &printing.Error{Reason: printing.IsPaused, What: "the printer Back is paused", Hint: "start it again"}
	tr.type_("si j")
	tr.press(ctrl(fyne.KeyP))
	shown := markup(tr)
	for _, want := range []string{"It was not printed.", "The printer Back is paused.", "Start it again."} {
		if !strings.Contains(shown, want) {
			t.Errorf("the window does not say %q", want)
		}
	}
	if tr.hasPrinted() {
		t.Error("what failed can be printed again")
	}
}

func TestPrintWithChoices(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.press(ctrlShift(fyne.KeyP))
	if shown := overlay(tr); !strings.Contains(shown, "Front · default") {
		t.Fatal("the dialog does not offer the printers")
	}
	tr.key(fyne.KeyDown) // the printer has the focus
	tr.fill(fields(tr)[0], "x")
	tr.key(fyne.KeyReturn)
	if len(tr.printer.jobs) > 0 || !strings.Contains(overlay(tr), "1 to 99") {
		t.Fatal("x copies were printed, or not complained of")
	}
	tr.fill(fields(tr)[0], "3")
	tr.key(fyne.KeyReturn)
	if len(tr.printer.jobs) != 1 || tr.printer.jobs[0].Copies != 3 || tr.printer.jobs[0].Printer != "Back" {
		t.Fatalf("the jobs are %+v", tr.printer.jobs)
	}
	if tr.desk.Printer != "Back" || tr.desks[len(tr.desks)-1].Printer != "Back" {
		t.Error("the printer is not remembered")
	}
}

func TestPrintSomePages(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.press(ctrlShift(fyne.KeyP))
	tr.fill(fields(tr)[1], "2-3")
	tr.key(fyne.KeyReturn)
	if len(tr.printer.jobs) > 0 || !strings.Contains(overlay(tr), "1 to 2, such as 1-2") {
		t.Fatal("a page that there is not was printed, or not complained of")
	}
	tr.fill(fields(tr)[1], "2")
	tr.key(fyne.KeyReturn)
	if len(tr.printer.jobs) != 1 || tr.printer.jobs[0].Pages.Count() != 1 {
		t.Fatalf("the jobs are %+v", tr.printer.jobs)
	}
	if got := tr.toasts.Says(); !strings.HasPrefix(got, "1 page sent to") {
		t.Errorf("the notice is %q", got)
	}
}

func TestPagesOf(t *testing.T) {
	for text, want := range map[string]string{
		"": "[0 1 2 3]", " ": "[0 1 2 3]", "2": "[1]", "1-2": "[0 1]", "3, 1 - 2": "[0 1 2]", "2,2-3": "[1 2]",
		"0": "", "5": "", "3-2": "", "1-": "", "-1": "", "x": "", "1,": "", "1-2-3": "", "99999999999999999999": "",
	} {
		pages, ok := pagesOf(text, 4)
		got := fmt.Sprint(pages)
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("%q is pages %s, want %s", text, got, want)
		}
	}
}

func TestTheMeterSaysHowManyPages(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	if !strings.Contains(markup(tr), "2 pages") {
		t.Error("the panel does not say that there are 2 pages")
	}
	tr.edit(func(v *visit.Visit) { v.Parts = []content.Part{content.Aftercare} })
	if shown := markup(tr); !strings.Contains(shown, "1 page") || strings.Contains(shown, "2 pages") {
		t.Error("the panel does not say that there is 1 page")
	}
	long := strings.Repeat("Drink a glass of water and sit down for a while. ", 90)
	tr.book.Words["en"].Steps["drive"] = content.StepWords{Text: long}
	tr.edit(func(*visit.Visit) {})
	if !strings.Contains(markup(tr), "more than planned") {
		t.Error("a part that needs more pages than planned is not warned of")
	}
	tr.NextPatient()
	if strings.Contains(markup(tr), "1 page") {
		t.Error("without a handout the panel counts pages")
	}
}

func TestNoPrinter(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.printer.none = true
	tr.type_("si j")
	tr.press(ctrlShift(fyne.KeyP))
	if !strings.Contains(markup(tr), "No printer is set up") {
		t.Error("nothing says that there is no printer")
	}
}

// TestColdDeskToPDF counts the keys from a cold desk to a saved PDF.
func TestColdDeskToPDF(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j") // 4
	tr.press(ctrl(fyne.KeyS))
	tr.key(fyne.KeyReturn) // 6
	pdf, err := os.ReadFile(filepath.Join(tr.folder, "si-joint-injection.pdf"))
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Fatalf("after six keys there is no PDF: %v", err)
	}
	if tr.frame.Canvas().Overlays().Top() != nil {
		t.Error("the dialog stays")
	}
}

func TestFileNameHasTheDateAndNoName(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.edit(func(v *visit.Visit) {
		v.Name = "Maria Lopez"
		v.SetWhen(civil.Date{Year: 2026, Month: 12, Day: 10}.At(570), true)
	})
	tr.press(ctrl(fyne.KeyS))
	if got := fields(tr)[0].Text; got != "si-joint-injection-2026-12-10.pdf" {
		t.Errorf("the proposed name is %q", got)
	}
}

func TestSaveAsksBeforeItReplaces(t *testing.T) {
	tr := try(t, 1366, 700)
	path := filepath.Join(tr.folder, "si-joint-injection.pdf")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	tr.type_("si j")
	tr.press(ctrl(fyne.KeyS))
	tr.key(fyne.KeyReturn)
	if !strings.Contains(overlay(tr), "Replace the file?") {
		t.Fatal("nobody asked")
	}
	tr.key(fyne.KeyEscape)
	if kept, _ := os.ReadFile(path); string(kept) != "old" || !strings.Contains(overlay(tr), "Save as PDF") {
		t.Fatal("Esc did not keep the file, or closed the first dialog too")
	}
	tr.key(fyne.KeyReturn)
	tr.key(fyne.KeyReturn)
	if now, _ := os.ReadFile(path); !bytes.HasPrefix(now, []byte("%PDF-")) {
		t.Error("Replace did not replace")
	}
	if overlay(tr) != "" {
		t.Error("a dialog stays")
	}
}

// lines matches what stands between two lines of one text in markup: where a line
// ends depends on how long the folder's name is.
var lines = regexp.MustCompile(`\s*</text>\s*<text[^>]*>`)

func TestSaveWhereItCannot(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.press(ctrl(fyne.KeyS))
	tr.fill(fields(tr)[1], filepath.Join(tr.folder, "no-such-folder"))
	tr.key(fyne.KeyReturn)
	if shown := lines.ReplaceAllString(overlay(tr), " "); !strings.Contains(shown, "is not there") {
		t.Error("nothing says that the folder is not there, or the dialog is gone")
	}
	tr.fill(fields(tr)[0], " ")
	tr.key(fyne.KeyReturn)
	if shown := overlay(tr); !strings.Contains(shown, "Give the file a name.") {
		t.Error("a file without a name is not refused in words")
	}
}

func TestMessage(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.edit(func(v *visit.Visit) { v.Name = "Maria Lopez" })
	tr.press(ctrlShift(fyne.KeyC))
	got := fyne.CurrentApp().Clipboard().Content()
	if !strings.Contains(got, "Tell us your medicines.") || strings.Contains(got, "Maria") {
		t.Errorf("the message is %q", got)
	}
}

func TestCopyTab(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.press(ctrl(fyne.Key2))
	tr.press(ctrl(fyne.KeyB))
	got := fyne.CurrentApp().Clipboard().Content()
	for _, want := range []string{"Sacroiliac (SI) joint injection", "This injection is 27096", "Tell us your medicines.", "All of them.", "For staff: never printed", "For a test shot: Write down your pain."} {
		if !strings.Contains(got, want) {
			t.Errorf("the copied tab does not say %q:\n%s", want, got)
		}
	}
}

func TestANameThatCannotBePrintedIsWarnedOf(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.edit(func(v *visit.Visit) { v.Name = "Ղազարյան" })
	if strings.Contains(markup(tr), "cannot be printed") {
		t.Error("a name in Armenian, which prints, is warned of")
	}
	tr.edit(func(v *visit.Visit) { v.Name = "王小明" })
	if shown := markup(tr); !strings.Contains(shown, "This name cannot be printed") || !strings.Contains(shown, "王小明") {
		t.Error("a name in Chinese is not warned of")
	}
}

func TestWarningsBeforePrinting(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.edit(func(v *visit.Visit) { v.SetWhen(civil.Date{Year: 2026, Month: 11, Day: 24}.At(570), true) })
	shown := markup(tr)
	for _, want := range []string{"1 step is late:", "No side chosen:", "Not chosen:", "1 blank prints as a line."} {
		if !strings.Contains(shown, want) {
			t.Errorf("the panel does not warn %q", want)
		}
	}
	tr.edit(func(v *visit.Visit) { v.SetWhen(civil.Date{Year: 2026, Month: 11, Day: 2}.At(570), true) })
	if !strings.Contains(markup(tr), "The visit is in the past.") {
		t.Error("a visit in the past is not warned of")
	}
	tr.edit(func(v *visit.Visit) { v.SetWhen(civil.Date{Year: 2026, Month: 11, Day: 26}.At(570), true) })
	if !strings.Contains(markup(tr), "Thu, Nov 26: Thanksgiving.") {
		t.Error("a visit on Thanksgiving is not warned of")
	}
}

func TestDatesStandInTheText(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.press(ctrl(fyne.Key2))
	if text := tr.read.Text(); !strings.Contains(text, "2 days before") {
		t.Errorf("without a visit there are no words for the time:\n%s", text)
	}
	tr.edit(func(v *visit.Visit) { v.SetWhen(civil.Date{Year: 2026, Month: 12, Day: 10}.At(570), true) })
	if text := tr.read.Text(); !strings.Contains(text, "Tue, Dec 8") {
		t.Errorf("with a visit there is no date:\n%s", text)
	}
	tr.edit(func(v *visit.Visit) { v.SetOption("purpose", "treatment") })
	if text := tr.read.Text(); strings.Contains(text, "Write down your pain") {
		t.Error("a step of another option stays")
	}
}

func TestSpanishHandoutEnglishText(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.press(ctrl(fyne.KeyL))
	if tr.draft.laid[0].Sheet.Language != "es" || !strings.Contains(markup(tr), "Print: no side, Español") {
		t.Error("Ctrl+L does not make the handout Spanish")
	}
	if !strings.Contains(tr.read.Text(), "Low back pain") {
		t.Error("staff no longer read English")
	}
}
