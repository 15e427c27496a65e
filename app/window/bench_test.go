package window

import (
	"image"
	"slices"
	"testing"
	"time"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/cost"
	"deskleaf/app/visit"
	"deskleaf/content"
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

// BenchmarkLetter types letters into a step of the longest procedure in the editor.
// It reports, as the median and the 95th percentile, how long the typing path is
// held, how long the check alone takes and the pages alone, and how long it takes
// from the letter to checked fields and new pages in the window. That is to stay
// under 50 ms at the 95th percentile.
func BenchmarkLetter(b *testing.B) {
	var held, checked, drawn, shown []time.Duration
	var started time.Time
	tr := atEdit(b, b.TempDir(), "")
	tr.Choose("colonoscopy")
	tr.do("edit-procedure")
	tr.chapter(1)
	tr.tap("Tell us every medicine")
	follower := tr.writing.follower
	var judging library.Judging
	follower.background = func(work, then func()) {
		held = append(held, time.Since(started))
		work()
		then()
	}
	whole := follower.compose
	follower.compose = func(now sketch, before followed) followed {
		began := time.Now()
		author.Judge(&judging, now.edition)
		alone := time.Since(began)
		checked = append(checked, alone)
		began = time.Now()
		made := whole(now, before)
		drawn = append(drawn, max(time.Since(began)-alone, 0))
		started = started.Add(alone) // what was measured beside is not waited for
		return made
	}
	var before image.Image
	letters := []rune("and how much of it ")
	for n := 0; b.Loop(); n++ {
		started = time.Now()
		tr.type_(string(letters[n%len(letters)]))
		shown = append(shown, time.Since(started))
		if now := tr.draft.pictures[0]; now == before {
			b.Fatal("a letter changes nothing on the page")
		} else {
			before = now
		}
	}
	for _, m := range []struct {
		took []time.Duration
		unit string
	}{{held, "typing"}, {checked, "check"}, {drawn, "pages"}, {shown, "shown"}} {
		slices.Sort(m.took)
		b.ReportMetric(float64(m.took[len(m.took)/2].Microseconds())/1000, "ms-"+m.unit)
		b.ReportMetric(float64(m.took[len(m.took)*95/100].Microseconds())/1000, "ms-"+m.unit+"-p95")
	}
}

// BenchmarkEstimate changes an amount in the cost tab, as each typed digit does. It
// reports, as a median, how long it takes until the estimate is in the window:
// reckoned, with its steps and the picture of amounts. That is to stay under a
// frame of 16.7 ms.
func BenchmarkEstimate(b *testing.B) {
	tr := atCost(b)
	tr.editMoney(known)
	var shown []time.Duration
	for price := cost.Cents(50_000); b.Loop(); price += 1_00 {
		start := time.Now()
		tr.editMoney(func(talk *cost.Talk) { talk.SetPrice(content.Doctor, cost.Exactly(price)) })
		shown = append(shown, time.Since(start))
	}
	slices.Sort(shown)
	b.ReportMetric(float64(shown[len(shown)/2].Microseconds()), "µs-shown")
}
