package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"deskleaf/app/sheet"
	"deskleaf/app/visit"
	"deskleaf/assets/words"
)

// guided is what the tour says now; "" without one.
func guided(tr *trial) string {
	if tr.notices.guiding == nil {
		return ""
	}
	return tr.notices.guiding.Words()
}

// TestTour takes the tour from its first step to its last by keys alone, as it says.
func TestTour(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		t.Run(language, func(t *testing.T) {
			said, err := words.Load(language)
			if err != nil {
				t.Fatal(err)
			}
			tr := try(t, 1366, 700, func(d *Deps) { d.Words = said; d.System = language })
			at := func(step string) {
				t.Helper()
				head, _, _ := strings.Cut(strings.ReplaceAll(said.T("tour."+step), "*", ""), "{key}")
				if got := strings.ReplaceAll(guided(tr), "*", ""); head != "" && !strings.Contains(got, head) {
					t.Fatalf("the tour says %q and not step %q", got, step)
				}
			}
			tr.do("tour")
			at("find")
			if !tr.visit.Practice || tr.visit.Name != said.T("tour.patient") || !tr.items["tour"].Disabled {
				t.Fatal("there is no practice patient, or a tour can begin within a tour")
			}
			tr.type_("si j")
			at("find")
			tr.key(fyne.KeyReturn)
			at("prepare")
			tr.press(ctrl(fyne.Key2))
			at("when")
			tr.press(ctrl(fyne.KeyT))
			tr.type_("12/10 930")
			tr.key(fyne.KeyReturn)
			at("side")
			tr.type_(said.T("side.left")[:1])
			at("pages")
			tr.press(ctrl(fyne.KeyE))
			tr.key(fyne.KeyEscape)
			at("print")
			tr.press(ctrl(fyne.KeyP))
			at("approve")
			tr.key(fyne.KeyF7)
			at("last")
			if len(tr.printer.jobs) != 1 {
				t.Fatalf("%d jobs were printed", len(tr.printer.jobs))
			}
			marked(t, map[string]string{"en": "PRACTICE", "es": "PRÁCTICA"}[language], tr.printer.jobs[0].Pages.(*sheet.Pages))
			tr.press(ctrl(fyne.KeyN))
			if guided(tr) != "" || tr.visit.Practice || tr.visit.Name != "" || tr.toasts.Says() != said.T("tour.done") {
				t.Errorf("after the last step: %q, %+v, %q", guided(tr), tr.visit, tr.toasts.Says())
			}
		})
	}
}

// marked holds that a page says that it is for nobody, at its top and in its title.
func marked(t *testing.T, mark string, pages *sheet.Pages) {
	t.Helper()
	for i, page := range pages.List {
		var says strings.Builder
		for _, o := range page.Ops {
			if text, ok := o.(sheet.TextOp); ok {
				says.WriteString(text.Text + " ")
			}
		}
		if n := strings.Count(says.String(), mark); n < 2 {
			t.Errorf("page %d is marked %d times", i+1, n)
		}
	}
}

func TestTourIsSkippedAndLeft(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.do("tour")
	for range tourSteps {
		if !tr.touring() {
			t.Fatal("the tour ended before its last step")
		}
		tr.key(fyne.KeyF7)
	}
	if tr.touring() || tr.visit.Practice {
		t.Error("the tour goes on after its last step")
	}
	tr.do("tour")
	tr.tap("Leave the tour")
	if tr.touring() || tr.visit.Practice || tr.toasts.Says() != tr.words.T("tour.left") {
		t.Error("it cannot be left")
	}
}

// TestTourAndPatientsStayApart holds that the tour does not begin over a patient, and
// that none takes over the practice mark.
func TestTourAndPatientsStayApart(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.edit(func(v *visit.Visit) { v.Name = "Ann" })
	tr.do("tour")
	if tr.touring() || tr.visit.Name != "Ann" || tr.toasts.Says() != tr.words.T("cannot.tour") {
		t.Fatalf("the tour took a patient away, or nothing says why it does not begin: %q", tr.toasts.Says())
	}
	tr.press(ctrl(fyne.KeyN))
	tr.do("tour")
	tr.do("good-faith")
	if overlay(tr) != "" || tr.toasts.Says() != tr.words.T("tour.no-estimate") {
		t.Error("an estimate is made for the practice patient")
	}
	tr.type_("si j")
	tr.key(fyne.KeyReturn)
	tr.do("message")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.HasPrefix(got, "PRACTICE") {
		t.Errorf("the message for the portal begins with %.40q", got)
	}
	tr.press(ctrl(fyne.KeyN))
	tr.type_("si j")
	if strings.Contains(tr.draft.pages.Plain(), "PRACTICE") {
		t.Error("the next patient's pages are marked")
	}
}

func TestTourIsOfferedOnce(t *testing.T) {
	tr := try(t, 1366, 700, func(d *Deps) { d.Desk.Asked = false })
	tr.key(fyne.KeyEscape) // the question for the clinic's name
	if !strings.Contains(told(tr), "New at this desk?") || !tr.desk.TourOffered {
		t.Fatalf("told: %q", told(tr))
	}
	tr.tap("Begin the tour")
	if !tr.touring() || told(tr) != "" {
		t.Error("it does not begin")
	}
	again := try(t, 1366, 700, func(d *Deps) { d.Desk.Asked, d.Desk.TourOffered = false, true })
	again.key(fyne.KeyEscape)
	if told(again) != "" {
		t.Error("it is offered again")
	}
}

// TestKeyCardPrints holds that all keys stand on one page, whatever the paper and the
// language.
func TestKeyCardPrints(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		for _, paper := range []string{"letter", "a4"} {
			said, err := words.Load(language)
			if err != nil {
				t.Fatal(err)
			}
			tr := try(t, 1366, 700, func(d *Deps) { d.Words = said; d.System = language })
			tr.clinic.Facts.Paper = paper
			pages, err := sheet.Paginate(tr.keySheet())
			if err != nil || pages.Count() != 1 || len(pages.Complaints) > 0 {
				t.Errorf("%s on %s: %d pages, %v, %v", language, paper, pages.Count(), err, pages.Complaints)
				continue
			}
			text := pages.Plain()
			for _, c := range tr.table {
				if len(c.Keys) > 0 && (!strings.Contains(text, tr.keyWords(c.Keys[0])) || !strings.Contains(text, tr.words.T("command."+c.ID))) {
					t.Errorf("%s: %q is missing", language, c.ID)
				}
			}
		}
	}
	tr := try(t, 1366, 700)
	tr.key(fyne.KeyF1)
	tr.tap("Print")
	if len(tr.printer.jobs) != 1 || tr.printer.jobs[0].Pages.Count() != 1 || tr.printed != nil {
		t.Errorf("%d jobs; Print again: %v", len(tr.printer.jobs), tr.printed)
	}
	tr.key(fyne.KeyF1)
	tr.tap("Save as PDF")
	if !strings.Contains(overlay(tr), "deskleaf-keys.pdf") {
		t.Errorf("Save asks %s", overlay(tr))
	}
}
