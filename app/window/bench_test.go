package window

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/visit"
	"deskleaf/content/library"
)

// BenchmarkChange changes a field of the visit, with the shipped SI joint and the
// panel open. It reports, as medians, how long the typing path is held, and how
// long it takes until the new pages are in the panel: composed, laid out, drawn.
// That is to stay under 30 ms.
func BenchmarkChange(b *testing.B) {
	var held, shown []time.Duration
	var started, asked time.Time
	tr := try(b, 1366, 700, func(d *Deps) {
		d.Library = func(clinic.Clinic) Library { return library.Open("", "") }
		d.Background = func(work, then func()) {
			asked = time.Now()
			work()
			then()
		}
	})
	tr.type_("si joint")
	if tr.book == nil || len(tr.draft.pictures) != 2 {
		b.Fatalf("the SI joint is not shown on two pages: %v", tr.draft.err)
	}
	for b.Loop() {
		started = time.Now()
		tr.edit(func(v *visit.Visit) {
			if v.Name += "n"; len(v.Name) > 20 {
				v.Name = ""
			}
		})
		held = append(held, asked.Sub(started))
		shown = append(shown, time.Since(started))
	}
	for _, m := range []struct {
		took []time.Duration
		unit string
	}{{held, "µs-typing"}, {shown, "µs-shown"}} {
		slices.Sort(m.took)
		b.ReportMetric(float64(m.took[len(m.took)/2].Microseconds()), m.unit)
	}
}

// BenchmarkKeystroke types letters in the editor of the longest procedure.
func BenchmarkKeystroke(b *testing.B) {
	tr := atEdit(b, b.TempDir(), "")
	tr.Choose("colonoscopy")
	tr.press(ctrl(fyne.KeyF2))
	tr.chapter(1)
	tr.tap("Tell us every medicine")
	var judge, compose, whole []time.Duration
	for b.Loop() {
		started := time.Now()
		tr.type_("a")
		tr.clock.pass(time.Second)
		whole = append(whole, time.Since(started))
		started = time.Now()
		author.Judge(tr.editor.Work().Now())
		judge = append(judge, time.Since(started))
	}
	_ = compose
	for _, m := range []struct {
		took []time.Duration
		unit string
	}{{judge, "check"}, {whole, "whole"}} {
		slices.Sort(m.took)
		b.ReportMetric(float64(m.took[len(m.took)/2].Microseconds()), m.unit+"-p50-µs")
		b.ReportMetric(float64(m.took[len(m.took)*95/100].Microseconds()), m.unit+"-p95-µs")
	}
}
