package window

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/clinic"
	"deskleaf/app/cost"
	"deskleaf/app/crash"
	"deskleaf/app/desk"
	"deskleaf/app/handout"
	"deskleaf/app/journal"
	"deskleaf/app/sheet"
	"deskleaf/app/store"
	"deskleaf/app/support"
	systemviewer "deskleaf/app/viewer"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// patients is how many come on one day.
const patients = 200

// A counter is a desk at work with everything that it has on a real machine but
// the printer: files in a home folder of its own, the library that ships, the log,
// reports of faults, and the system's viewer.
type counter struct {
	*trial
	work    *later
	random  *rand.Rand
	home    string
	saved   string // the folder for PDFs
	places  desk.Places
	library []string // ids
	pasted  []string // what support would have got
}

func openCounter(t *testing.T) *counter {
	t.Helper()
	programs, home := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(programs, "xdg-open"), []byte("#!/bin/sh\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	c := &counter{work: &later{}, random: rand.New(rand.NewPCG(8, 1)), home: home, saved: filepath.Join(home, "Documents")}
	temporary := filepath.Join(home, "tmp")
	for _, folder := range []string{c.saved, temporary, filepath.Join(home, ".config"), filepath.Join(home, ".cache"), filepath.Join(home, ".local", "state")} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for name, value := range map[string]string{
		"HOME": home, "TMPDIR": temporary, "PATH": programs,
		"DESKLEAF_HOME": "", "XDG_CONFIG_HOME": "", "XDG_CACHE_HOME": "", "XDG_STATE_HOME": "",
	} {
		t.Setenv(name, value)
	}
	var err error
	if c.places, err = desk.FindPlaces(); err != nil {
		t.Fatal(err)
	}
	folder, _ := c.places.Clinic(&desk.Desk{}, desk.Machine{})
	if _, err := clinic.Open(store.OS{}, folder).SaveFacts(store.OS{}, sampleFacts()); err != nil {
		t.Fatal(err)
	}
	log, reports := journal.In(c.places.State), crash.In(c.places.State, "0.0")
	c.trial = try(t, 1366, 900, func(d *Deps) {
		d.Background = c.work.background
		d.Desk = desk.Desk{Asked: true, SaveFolder: c.saved, Printer: "Front"}
		d.Clinic = func(desk.Desk) clinic.Clinic { return clinic.Open(store.OS{}, folder) }
		d.Library = func(cl clinic.Clinic) Library { return library.Open(cl.Folder, c.places.Index()) }
		d.SaveDesk = func(s desk.Desk) error { return desk.Save(store.OS{}, c.places, s) }
		d.Viewer = systemviewer.New(c.places.Viewed())
		d.Note, d.Report = log.Note, reports.Write
		d.Details = func() support.Details {
			return support.Details{Folders: []support.Folder{{What: "Settings", Path: c.places.Config}}, Events: log.Tail(60), Crash: reports.Latest()}
		}
	})
	c.reading = atOnce
	drawn := 0
	c.preview.compose = func(in handout.Input, before draft) draft {
		if drawn++; drawn%4 > 0 {
			return draftOf(in) // pictures take most of a day's time
		}
		return compose(in, before)
	}
	c.work.run()
	for _, e := range c.Window.library.Entries() {
		c.library = append(c.library, e.ID)
	}
	return c
}

// does runs commands, and all that they have done behind the window.
func (c *counter) does(ids ...string) {
	for _, id := range ids {
		c.do(id)
		c.work.run()
	}
}

// keys presses keys, and does what follows.
func (c *counter) keys(names ...fyne.KeyName) {
	for _, name := range names {
		c.key(name)
		c.work.run()
	}
}

// accepts does what Enter does in a dialog.
func (c *counter) accepts() {
	c.frame.Canvas().OnTypedKey()(enter)
	c.work.run()
}

// write types into the field that has this hint while it is empty.
func (c *counter) write(hint, text string) {
	c.t.Helper()
	for _, o := range test.LaidOutObjects(c.root) {
		switch f := o.(type) {
		case *widgets.Field:
			if f.PlaceHolder == c.words.T(hint) {
				c.fill(f, text)
				c.work.run()
				return
			}
		case *widgets.NoteField:
			if f.PlaceHolder == c.words.T(hint) {
				c.frame.Canvas().Focus(f)
				c.type_(text)
				c.work.run()
				return
			}
		}
	}
	c.t.Fatalf("no field in sight has the hint %q", c.words.T(hint))
}

// oneOf is one of several by chance.
func oneOf[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }

// comes has a patient come: what is asked, typed and chosen.
func (c *counter) comes(n int) {
	if n%9 == 0 {
		c.focusSearch()
		c.type_(mark("searched", n))
		c.work.run()
	}
	c.Choose(oneOf(c.random, c.library))
	if n%20 == 0 {
		c.write("visit.name.hint", mark("name", n))
		c.write("visit.when.hint", mark("when", n)) // what is not understood
		c.keys(fyne.KeyReturn)
		c.write("visit.when.hint", "12/10 930")
	}
	c.edit(func(v *visit.Visit) {
		v.Name = mark("name", n)
		v.SetWhen(civil.Date{Year: 2026, Month: 12, Day: 1 + n%28}.At(510+n), true)
		v.Large = n%3 == 0
		for _, e := range []visit.Extra{visit.NoteExtra, visit.DriverExtra, visit.CalendarExtra, visit.StaffExtra} {
			v.SetExtra(e, c.random.IntN(2) == 0)
		}
		if sides := c.book.Procedure.Sides; len(sides) > 0 {
			v.Side = oneOf(c.random, sides)
		}
		v.Language = oneOf(c.random, c.book.Languages())
		v.Answers = map[string]string{"drive-wait": mark("answer", n)}
		v.Note = mark("note", n) + " born " + bornOf(n)
		v.Driver = mark("driver", n) + " " + phoneOf(n)
	})
	if n%20 == 0 {
		c.does("extras")
		c.edit(func(v *visit.Visit) { v.SetExtra(visit.NoteExtra, true); v.SetExtra(visit.DriverExtra, true) })
		c.write("extra.note.hint", mark("note", n))
		c.write("extra.driver.hint", mark("driver", n))
	}
	if n%40 == 0 {
		c.does("medicine-plan")
		for _, f := range fields(c.trial) {
			c.fill(f, mark("plan", n))
		}
		c.tap(c.words.T("plan.take"))
		c.work.run()
	}
}

// asks has a patient ask what it costs.
func (c *counter) asks(n int) {
	c.editMoney(func(t *cost.Talk) {
		t.Insurer, t.PlanName = mark("insurer", n), mark("plan", n)
		t.Plan = cost.Plan{Deductible: new(cost.Exactly(amountOf(n))), Coinsurance: new(cost.Percent(20_00)), Maximum: new(cost.Exactly(amountOf(n)))}
		t.SetPrice(content.Doctor, cost.Exactly(amountOf(n)))
		t.Approval = cost.Approval{State: cost.ApprovalNeeded, Who: mark("who", n), When: bornOf(n), Number: mark("number", n)}
		t.Paper = n%2 == 0
	})
	c.work.run()
	if n%40 == 0 {
		c.does("tab-cost")
		for _, o := range test.LaidOutObjects(c.money) {
			if f, ok := o.(*widgets.Field); ok {
				c.fill(f, mark("amount", n)) // no amount, which is said
				c.fill(f, amountOf(n).Plain())
			}
		}
		c.work.run()
		c.does("copy-say", "copy-tab")
	}
}

// gets has a patient get the pages, one way or another.
func (c *counter) gets(n int) {
	c.does("print")
	switch n % 8 {
	case 0:
		c.does("save")
		if !c.dialogOpen() {
			c.t.Fatalf("nothing asks where to save: %s", bands(c.trial))
		}
		c.fill(fields(c.trial)[0], fmt.Sprintf("visit-%d.pdf", n))
		c.accepts()
	case 1:
		c.does("open")
	case 2:
		c.does("message", "copy-tab", "print-again")
	case 3:
		c.does("print-choices")
		c.accepts()
	case 4:
		c.does("enlarge")
		widgets.CloseDialogs(c.frame.Canvas())
	case 5:
		c.does("tab-prepare", "tab-aftercare", "support")
		c.pasted = append(c.pasted, fyne.CurrentApp().Clipboard().Content())
	}
	if n%40 == 0 {
		c.does("good-faith")
		form := fields(c.trial)
		for i, text := range []string{mark("name", n), bornOf(n), mark("number", n), phoneOf(n), mark("mail", n), mark("service", n)} {
			c.fill(form[i], text)
		}
		c.tap(c.words.T("visit.print"))
		c.work.run()
		widgets.CloseDialogs(c.frame.Canvas())
	}
	if n%50 == 0 {
		c.Window.background(func() { panic("no page for " + mark("fault", n)) }, func() {})
		c.work.run()
		c.faulted(fault{fmt.Errorf("no page for %s", mark("fault", n)), debug.Stack()})
	}
}

// morning works a schedule of forty lines: opened, printed, saved in one file and
// in many.
func (c *counter) morning(n int) {
	var text strings.Builder
	text.WriteString("date,time,type,side,name,language\n")
	for i := range 40 {
		fmt.Fprintf(&text, "12/10/2026,%d:%02d,27096,%s,%s %s,\n", 8+i/10, i%10*5, oneOf(c.random, []string{"L", "R"}), mark("line", n+i), bornOf(n+i))
	}
	fmt.Fprintf(&text, "12/10/2026,9:30,SIJ INJ RT,,%s,\n", mark("line", n))
	file := filepath.Join(c.folder, "day.csv")
	if err := os.WriteFile(file, []byte(text.String()), 0o600); err != nil {
		c.t.Fatal(err)
	}
	c.readSchedule(file)
	c.work.run()
	c.does("print", "save")
	c.fill(fields(c.trial)[0], fmt.Sprintf("day-%d.pdf", n))
	c.accepts()
	c.keys(fyne.KeyEnd, fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn) // the last line's form: its type is taught
	c.accepts()
	widgets.CloseDialogs(c.frame.Canvas())
}

// leaves has the patient leave: with a key, or because nobody is at the desk.
func (c *counter) leaves(n int) {
	if n%15 == 0 {
		c.clock.pass(time.Hour)
	} else {
		c.press(ctrl(fyne.KeyN))
	}
	c.work.run()
}

// TestADayLeavesNothing works a whole day at the desk with everything about
// patients marked, and then looks for the marks in every file that was written,
// and in every object that the window still holds.
func TestADayLeavesNothing(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the files of a day are looked through on Linux: other systems keep them elsewhere")
	}
	c := openCounter(t)
	for n := 1; n <= patients; n++ {
		if n%100 == 0 {
			c.morning(n)
		}
		c.comes(n)
		c.asks(n)
		c.gets(n)
		if t.Failed() {
			t.Fatalf("at patient %d", n)
		}
		c.leaves(n)
	}
	printed := 0
	for _, job := range c.printer.jobs {
		if pages, ok := job.Pages.(*sheet.Pages); ok && isMarked(pages.Plain()) {
			printed++
		}
		if isMarked(job.Title) {
			t.Errorf("the spooler is told %q", job.Title)
		}
	}
	if printed < patients {
		t.Errorf("%d of %d printed sheets have a mark: the day looked for nothing", printed, patients)
	}
	for name, mode := range written(t, c.home) {
		path := filepath.Join(c.home, name)
		folder := strings.HasSuffix(name, "/")
		if name == "./" || strings.HasPrefix(name, filepath.Join(".cache", "font_index")) {
			mode = 0 // the test's own, and the system's list of its typefaces
		}
		if mode&0o077 != 0 {
			t.Errorf("%s is open to others: %v", name, mode)
		}
		if saved := filepath.Dir(path) == c.saved && filepath.Ext(name) == ".pdf"; folder || saved {
			continue
		}
		if found := marks.FindString(toldBy(t, path)); found != "" {
			t.Errorf("%s has %q", name, found)
		}
	}
	for _, text := range c.pasted {
		if found := marks.FindString(text); found != "" {
			t.Errorf("support is told %q", found)
		}
	}
	c.printer.jobs = nil // they are the spooler's
	for _, way := range holding(c.Window, ofPatient) {
		t.Errorf("after the next patient something of one is in %s", way)
	}
}
