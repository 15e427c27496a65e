package window

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/app/crash"
	"deskleaf/app/handout"
	"deskleaf/app/journal"
	"deskleaf/app/printing"
	"deskleaf/app/store"
	"deskleaf/app/support"
	"deskleaf/app/visit"
	"deskleaf/assets/words"
	"deskleaf/content"
)

// logged is a window whose log and reports are kept.
type logged struct {
	*trial
	events  []string
	reports int
}

func tryLogged(t *testing.T, changes ...setUp) *logged {
	t.Helper()
	l := &logged{}
	l.trial = try(t, 1366, 700, append([]setUp{func(d *Deps) {
		d.Note = func(e journal.Event) { l.events = append(l.events, e.String()) }
		d.Report = func(any, []byte) string { l.reports++; return "the report" }
	}}, changes...)...)
	return l
}

func (l *logged) last() string { return l.events[len(l.events)-1] }

// TestFaultInTheBackground holds that a fault in work behind the window leaves the
// window, and the patient's visit, as they are, and that nothing is taken for done.
func TestFaultInTheBackground(t *testing.T) {
	broken := true
	l := tryLogged(t, func(d *Deps) { d.Printing = faulty{d.Printing, &broken} })
	l.type_("si j")
	l.edit(func(v *visit.Visit) { v.Side = content.Left })
	l.press(ctrl(fyne.KeyP))
	if !strings.Contains(told(l.trial), "Something went wrong in Deskleaf.") || l.reports != 1 || l.last() != "crashed ended=false" || l.toasts.Says() != "" {
		t.Errorf("told %q after %d reports; the log ends in %q, the notice is %q", told(l.trial), l.reports, l.last(), l.toasts.Says())
	}
	l.notices.list[0].Links()[0].Tapped(nil)
	if got := fyne.CurrentApp().Clipboard().Content(); got != "the report" {
		t.Errorf("copied: %q", got)
	}
	broken = false
	l.press(ctrl(fyne.KeyP))
	if l.book == nil || len(l.printer.jobs) != 1 {
		t.Errorf("printing again: %d jobs", len(l.printer.jobs))
	}
}

// faulty prints as long as it is not broken.
type faulty struct {
	printing.System
	broken *bool
}

func (f faulty) Print(ctx context.Context, job printing.Job) (printing.Sent, error) {
	if *f.broken {
		panic("a fault")
	}
	return f.System.Print(ctx, job)
}

// TestFaultInAPreview holds that pages are made again after a fault in making them.
func TestFaultInAPreview(t *testing.T) {
	l := tryLogged(t)
	compose := l.preview.compose
	l.preview.compose = func(handout.Input, draft) draft { panic("a fault") }
	l.type_("si j")
	if l.reports == 0 || l.preview.running {
		t.Fatalf("%d reports, and pages are still being made: %t", l.reports, l.preview.running)
	}
	l.preview.compose = compose
	l.toggleLarge()
	if l.draft.pages == nil {
		t.Error("there are no pages after the fault is gone")
	}
}

func TestCrashIsOffered(t *testing.T) {
	l := tryLogged(t, func(d *Deps) { d.Crash = crash.Report{Text: "the last report", When: monday.Add(-time.Hour)} })
	if got := told(l.trial); !strings.Contains(got, "Deskleaf stopped unexpectedly on Mon, Nov 23, 9:00 AM.") {
		t.Errorf("told %q", got)
	}
	l.notices.list[0].Links()[0].Tapped(nil)
	if got := fyne.CurrentApp().Clipboard().Content(); got != "the last report" {
		t.Errorf("copied: %q", got)
	}
}

func TestDetailsForSupport(t *testing.T) {
	l := tryLogged(t, onShare("/no/such/share"), func(d *Deps) {
		d.Details = func() support.Details { return support.Details{Events: []string{"an event"}} }
	})
	l.edit(func(v *visit.Visit) { v.Name = "Ana Ruiz" })
	l.type_("si j")
	l.do("support")
	got := fyne.CurrentApp().Clipboard().Content()
	for _, want := range []string{"0.0", "window in en", "1366 x 700", "its folder is not there, since 2026-11-23 10:00", "Front (default, ready)", "Procedures:  2", "an event"} {
		if !strings.Contains(got, want) {
			t.Errorf("the details do not say %q", want)
		}
	}
	for _, not := range []string{"Ruiz", "injection"} {
		if strings.Contains(got, not) {
			t.Errorf("the details say %q", not)
		}
	}
	if t.Failed() {
		t.Log(got)
	}
}

// TestLogOfADay holds what a desk's work leaves in the log.
func TestLogOfADay(t *testing.T) {
	l := tryLogged(t, func(d *Deps) { d.Desk.Printer = "Hall" })
	if l.last() != "read procedures=2 complaints=0 notices=0" {
		t.Errorf("after the start: %q", l.last())
	}
	l.type_("si j")
	l.press(ctrl(fyne.KeyP))
	if l.last() != "printed pages=2 copies=1 unready=true" {
		t.Errorf("after printing: %q", l.last())
	}
	l.printer.err = &printing.Error{Reason: printing.IsPaused}
	l.press(ctrl(fyne.KeyP))
	if l.last() != "failed what=print reason=paused" {
		t.Errorf("after printing failed: %q", l.last())
	}
	l.press(ctrl(fyne.KeyO))
	if l.last() != "opened" {
		t.Errorf("after opening: %q", l.last())
	}
	l.summon("")
	if l.last() != "summoned done=true" {
		t.Errorf("after a second start: %q", l.last())
	}
}

// TestLogKnowsWhatFails holds that the log's closed list has every kind of failure
// that the window tells, and every reason.
func TestLogKnowsWhatFails(t *testing.T) {
	en, err := words.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, key := range en.Keys() {
		if what, is := strings.CutPrefix(key, "fail."); is {
			all = append(all, what)
		}
	}
	for _, r := range []printing.Reason{printing.NoSystem, printing.NoPrinter, printing.Unknown, printing.IsPaused, printing.Refused} {
		all = append(all, reasonOf(&printing.Error{Reason: r}))
	}
	for _, r := range []store.Reason{store.NoFolder, store.NoFile, store.NotAllowed, store.DiskFull, store.InUse, store.IsFolder, store.NotAFile, store.Exists, store.Damaged} {
		all = append(all, reasonOf(&store.Error{Reason: r}))
	}
	for _, a := range []clinic.Away{clinic.NoFolder, clinic.NoAnswer, clinic.NoFacts, clinic.NoAccess} {
		all = append(all, string(a))
	}
	for _, word := range all {
		if got := journal.Failed(word, word).String(); got != "failed what="+word+" reason="+word {
			t.Errorf("%q is %q in the log: it belongs into the list in app/journal", word, got)
		}
	}
	if reasonOf(errors.New("other")) != "" {
		t.Error("any error has a reason")
	}
}
