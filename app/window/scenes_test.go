package window

import (
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/app/cost"
	"deskleaf/app/printing"
	"deskleaf/app/visit"
	editscreen "deskleaf/app/window/edit"
	"deskleaf/app/window/read"
	"deskleaf/content"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// A scene is something that the window can show: a screen, or a dialog over it.
// Tests that hold for everything that people see go through all of them. To add a
// dialog: a line here, under the key of its title.
type scene struct {
	name   string
	titles []string // keys in assets/words of the dialogs that are open, the topmost last
	set    []setUp
	bare   bool // it opens from a window in which nothing was done
	open   func(*trial)
}

// withLibrary has the procedures that ship, as the editor needs them.
func withLibrary(d *Deps) {
	d.Library = func(clinic.Clinic) Library { return shipped() }
}

// shipped is what ships, read once for all scenes.
var shipped = sync.OnceValue(func() *library.Library { return library.Open("", "") })

// do runs commands one after another.
func do(ids ...string) func(*trial) {
	return func(tr *trial) {
		for _, id := range ids {
			tr.do(id)
		}
	}
}

// file puts a file into the folder of the trial and returns its path.
func (tr *trial) file(name, text string) string {
	tr.t.Helper()
	path := filepath.Join(tr.folder, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		tr.t.Fatal(err)
	}
	return path
}

// offer offers the window a list of prices, with keys.
func (tr *trial) offer(text string) {
	tr.file("a.csv", text)
	tr.choosePrices()
	tr.key(fyne.KeyDown, fyne.KeyReturn) // past the folder above
}

// scenes are all of them, as they open from a window with a procedure and a visit.
func scenes() []scene {
	all := []scene{
		{name: "nothing chosen", open: func(tr *trial) { tr.NextPatient(); tr.find.Entry.SetText("") }},
		{name: "extras", open: func(tr *trial) {
			tr.edit(func(v *visit.Visit) {
				for _, e := range visit.Extras {
					v.SetExtra(e, true)
				}
			})
			tr.do("extras")
		}},
		{name: "bands", open: func(tr *trial) {
			tr.band(widgets.Fail, tr.words.T("fail.print"), tr.words.T("print.none"))
			tr.notice(tr.words.T("fail.clinic"), tr.words.T("print.none"))
			tr.warnIdle()
		}},
		{name: "schedule, empty", open: do("day")},
		{name: "schedule", open: func(tr *trial) { tr.open(morning) }},

		{name: "keys", titles: []string{"keys.title"}, open: do("keys")},
		{name: "about", titles: []string{"about.title"}, open: do("about")},
		{name: "pages", titles: []string{"pages.title"}, open: do("enlarge")},
		{name: "compare", titles: []string{"compare.title"}, open: do("compare")},
		{name: "save", titles: []string{"save.title"}, open: do("save")},
		{name: "replace", titles: []string{"save.title", "replace.title"}, open: func(tr *trial) {
			tr.do("save")
			tr.key(fyne.KeyReturn)
			tr.do("save")
			tr.key(fyne.KeyReturn)
		}},
		{name: "folder", titles: []string{"save.folder"}, open: func(tr *trial) {
			tr.pick(tr.words.T("save.folder"), tr.folder, nil, func(string) {})
		}},
		{name: "sheet code", titles: []string{"sheet.title"}, open: func(tr *trial) {
			tr.do("sheet-code")
			tr.type_("7KQ4-2M")
			tr.key(fyne.KeyReturn)
		}},
		{name: "print", titles: []string{"print.title"}, open: do("print-choices")},
		{name: "medicine plan", titles: []string{"plan.title"}, open: do("medicine-plan")},
		{name: "approve", titles: []string{"approve.title"}, open: do("review")},
		{name: "reviews", titles: []string{"reviews.title"}, open: func(tr *trial) { approveAs(tr, "Ana Ruiz, MD"); tr.do("reviews") }},
		{name: "first start", titles: []string{"first.title"}, bare: true, set: []setUp{func(d *Deps) { d.Desk.Asked = false }}, open: func(*trial) {}},
		{name: "prices", titles: []string{"prices.title"}, open: do("prices")},
		{name: "prices refused", titles: []string{"prices.title"}, open: func(tr *trial) { tr.offer("code,allowed\n27096,-5\n1.2E+05,100\n") }},
		{name: "prices to take", titles: []string{"prices.title"}, open: func(tr *trial) {
			tr.offer("code,payer,allowed,from,to,source\n27096,Acme,620-980,2026-09-01,,contract of May\n")
		}},
		{name: "locality", titles: []string{"prices.medicare"}, open: func(tr *trial) {
			tr.readFees(tr.file("rvu.csv", ",,2026 National Physician Fee Schedule\n,,,STATUS,WORK,NON-FAC,NA,FACILITY,MP,CONV\nHCPCS,MOD,,CODE,RVU,PE RVU,INDICATOR,PE RVU,RVU,FACTOR\n27096,,,A,1.44,3.68,,0.75,0.14,33.4009\n"),
				tr.file("gpci.csv", "State,Locality Number,Locality Name,2026 PW GPCI,2026 PE GPCI,2026 MP GPCI\nFL,4,MIAMI,1,1,1\n"))
		}},
		{name: "good-faith estimate", titles: []string{"gfe.title"}, open: do("good-faith")},
		{name: "bill beside the estimate", titles: []string{"gfe.title", "gfe.compare"}, open: func(tr *trial) {
			tr.editMoney(func(talk *cost.Talk) { talk.SetPrice(content.Doctor, cost.Exactly(450_00)) })
			tr.do("good-faith")
			tr.tap(tr.words.T("gfe.compare"))
		}},
		{name: "line of the schedule", titles: []string{"day.line.title"}, open: func(tr *trial) { tr.open(morning); tr.key(fyne.KeyReturn) }},
		{name: "days of the schedule", titles: []string{"day.days.title"}, open: func(tr *trial) { tr.open(morning); tr.tap(tr.words.T("day.days")) }},
		{name: "columns of the schedule", titles: []string{"day.columns.title"}, open: func(tr *trial) { tr.open("When,What,Who\n12/10/2026 9:30,27096,Doe Ann\n") }},
		{name: "pages being made", titles: []string{"day.making"}, open: func(tr *trial) {
			tr.open(morning)
			tr.background = func(_, _ func()) {}
			tr.sendDay(printing.Job{})
		}},
	}
	for _, id := range read.Tabs {
		all = append(all, scene{name: "tab " + id, open: func(tr *trial) { tr.do("tab-" + id) }})
	}
	for i, name := range []string{"clinic", "doctors", "places", "this desk"} {
		all = append(all, scene{name: "settings, " + name, titles: []string{"settings.title"}, open: func(tr *trial) {
			tr.do("settings")
			tr.frame.Canvas().Focus(tabsOf(tr))
			for range i {
				tr.key(fyne.KeyRight)
			}
		}})
	}
	for i := range editscreen.Chapters {
		all = append(all, scene{name: "editor, chapter " + string(rune('1'+i)), set: []setUp{withLibrary}, open: func(tr *trial) {
			tr.do("edit-procedure")
			tr.chapter(i)
		}})
	}
	return all
}

// show opens a scene in a window of a size.
func (s scene) show(t *testing.T, width, height float32, changes ...setUp) *trial {
	t.Helper()
	changes = append(slices.Clone(s.set), changes...)
	var tr *trial
	if s.bare {
		tr = try(t, width, height, changes...)
	} else {
		tr = filled(t, width, height, changes...)
	}
	t.Cleanup(func() { // Fyne keeps what is open, and all pages, until the end of the tests
		widgets.CloseDialogs(tr.frame.Canvas())
		tr.NextPatient()
	})
	s.open(tr)
	if len(s.titles) > 0 && !tr.dialogOpen() {
		t.Fatalf("%s: no dialog is open", s.name)
	}
	if len(s.titles) == 0 && tr.dialogOpen() {
		t.Fatalf("%s: a dialog is open that the scene does not name", s.name)
	}
	return tr
}
