package window

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/app/cost"
	"deskleaf/app/printing"
	"deskleaf/app/visit"
	"deskleaf/app/window/read"
	"deskleaf/content"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// A scene is something that the window can show: a screen, or a dialog over it.
// Tests that hold for everything that people see go through all of them. To add a
// dialog: a line here, under the key of its title; TestEveryDialogIsAScene asks for it.
type scene struct {
	name   string
	titles []string // keys in assets/words of the dialogs that are open, the topmost last
	same   []string // keys of the titles under which that very dialog opens elsewhere
	popUp  bool     // what is open, over titles, is a list or a calendar without a title
	set    []setUp
	with   func(*testing.T) setUp // what is set up with files of its own; nil for nothing
	bare   bool                   // it opens from a window in which nothing was done
	open   func(*trial)
}

// over is how many things are open over the window.
func (s scene) over() int {
	if s.popUp {
		return len(s.titles) + 1
	}
	return len(s.titles)
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

// chooses has a list of the dialog in sight, by its number, take one of its choices.
func (tr *trial) chooses(list, choice int) {
	tr.frame.Canvas().Focus(choices(tr)[list])
	tr.key(fyne.KeyHome)
	for range choice {
		tr.key(fyne.KeyDown)
	}
}

// scenes are all of them.
func scenes() []scene {
	return slices.Concat(counterScenes(), moneyScenes(), dayScenes(), clinicScenes(), wordsScenes(), newScenes(), editorScenes())
}

// counterScenes are of a desk with a patient at it.
func counterScenes() []scene {
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
		{name: "keys", titles: []string{"keys.title"}, open: do("keys")},
		{name: "about", titles: []string{"about.title"}, open: do("about")},
		{name: "pages", titles: []string{"pages.title"}, open: do("enlarge")},
		{name: "compare", titles: []string{"compare.title"}, open: do("compare")},
		{name: "compare with another", titles: []string{"compare.title"}, open: func(tr *trial) { tr.do("compare"); tr.chooses(0, 0) }},
		{name: "print another too", titles: []string{"also.title"}, open: do("also-choose")},
		{name: "print another too, refused", titles: []string{"also.title"}, set: []setUp{company}, open: func(tr *trial) {
			tr.do("also-choose")
			tr.chooses(0, 1)
			tr.tap(tr.words.T("also.take"))
		}},
		{name: "printed with another", set: []setUp{company}, open: do("also")},
		{name: "support details", open: do("support")},
		{name: "calendar", popUp: true, open: do("calendar")},
		{name: "list of printers", titles: []string{"print.title"}, popUp: true, open: func(tr *trial) { tr.do("print-choices"); tr.key(fyne.KeySpace) }},
		{name: "save, no name", titles: []string{"save.title"}, open: func(tr *trial) { tr.do("save"); fields(tr)[0].SetText(""); tr.key(fyne.KeyReturn) }},
		{name: "save", titles: []string{"save.title"}, open: do("save")},
		{name: "replace", titles: []string{"save.title", "replace.title"}, open: func(tr *trial) {
			tr.do("save")
			tr.key(fyne.KeyReturn)
			tr.do("save")
			tr.key(fyne.KeyReturn)
		}},
		{name: "folder", titles: []string{"save.folder"}, same: []string{
			"settings.logo.choose", "library.choose", "prices.choose", "prices.rvu", "prices.gpci", "gfe.open", "day.open", "day.each", "new.file",
		}, open: func(tr *trial) {
			tr.pick(tr.words.T("save.folder"), tr.folder, nil, func(string) {})
		}},
		{name: "sheet code", titles: []string{"sheet.title"}, open: func(tr *trial) {
			tr.do("sheet-code")
			tr.type_("7KQ4-2M")
			tr.key(fyne.KeyReturn)
		}},
		{name: "print", titles: []string{"print.title"}, open: do("print-choices")},
		{name: "medicine plan", titles: []string{"plan.title"}, open: do("medicine-plan")},
	}
	for _, id := range read.Tabs {
		all = append(all, scene{name: "tab " + id, open: func(tr *trial) { tr.do("tab-" + id) }})
	}
	for i := range tourSteps {
		all = append(all, scene{name: "tour, step " + string(rune('1'+i)), open: func(tr *trial) {
			tr.NextPatient()
			tr.do("tour")
			for tr.tour.step <= i {
				tr.nextStep()
			}
		}})
	}
	return all
}

// moneyScenes are about what it costs.
func moneyScenes() []scene {
	return []scene{
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
	}
}

// dayScenes are of a schedule.
func dayScenes() []scene {
	return []scene{
		{name: "schedule, empty", open: do("day")},
		{name: "schedule", open: func(tr *trial) { tr.open(morning) }},

		{name: "line of the schedule", titles: []string{"day.line.title"}, open: func(tr *trial) { tr.open(morning); tr.key(fyne.KeyReturn) }},
		{name: "days of the schedule", titles: []string{"day.days.title"}, open: func(tr *trial) { tr.open(morning); tr.tap(tr.words.T("day.days")) }},
		{name: "columns of the schedule", titles: []string{"day.columns.title"}, open: func(tr *trial) { tr.open("When,What,Who\n12/10/2026 9:30,27096,Doe Ann\n") }},
		{name: "pages being made", titles: []string{"day.making"}, open: func(tr *trial) {
			tr.open(morning)
			tr.background = func(_, _ func()) {}
			tr.sendDay(printing.Job{})
		}},
	}
}

// show opens a scene in a window of a size.
func (s scene) show(t *testing.T, width, height float32, changes ...setUp) *trial {
	t.Helper()
	changes = append(slices.Clone(s.set), changes...)
	if s.with != nil {
		changes = append(changes, s.with(t))
	}
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
	open := tr.frame.Canvas().Overlays().List()
	if len(open) != s.over() {
		t.Fatalf("%s: %d dialogs are open, and not %d: %s", s.name, len(open), s.over(), bands(tr))
	}
	for i, key := range s.titles {
		if says := wordsIn(open[i]); !saysAll(says, tr.words.T(key)) {
			t.Fatalf("%s: no dialog has the title %q; it says\n%s", s.name, tr.words.T(key), says)
		}
	}
	return tr
}

// saysAll reports whether a text has all of a title, but for the {names} in it.
func saysAll(text, title string) bool {
	for {
		words, rest, _ := strings.Cut(title, "{")
		if !strings.Contains(text, strings.TrimSpace(words)) {
			return false
		}
		if rest == "" {
			return true
		}
		_, title, _ = strings.Cut(rest, "}")
	}
}
