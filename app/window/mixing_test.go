package window

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/handout"
	"deskleaf/app/sheet"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/library"
)

// randomVisit is a visit with a random procedure, side, language, size, options,
// parts and extras, and with words that are its patient's alone.
func randomVisit(r *rand.Rand, book *library.Book, n int) visit.Visit {
	p := &book.Procedure
	v := visit.Visit{
		Procedure: p.ID, Language: oneOf(r, book.Languages()), Large: r.IntN(2) == 0,
		Name: mark("name", n), Note: mark("note", n), Driver: mark("driver", n) + " " + phoneOf(n),
		Plan: visit.Plan{By: mark("by", n), Lines: []visit.PlanLine{{Medicine: mark("medicine", n), Do: mark("do", n), Until: mark("until", n)}}},
	}
	v.SetWhen(civil.Date{Year: 2026, Month: 12, Day: 1 + n%28}.At(480+n), r.IntN(4) > 0)
	if len(p.Sides) > 0 && r.IntN(3) > 0 {
		v.Side = oneOf(r, p.Sides)
	}
	if r.IntN(2) == 0 {
		v.Doctor, v.Place = oneOf(r, sampleFacts().Doctors).ID, oneOf(r, sampleFacts().Places).ID
	}
	if r.IntN(3) == 0 {
		words, _ := book.In(v.Language)
		if part := oneOf(r, []content.Part{content.Preparation, content.Aftercare}); words.Handout[part].Title != "" {
			v.Parts = []content.Part{part}
		}
	}
	for _, o := range p.Options {
		if r.IntN(2) == 0 {
			v.SetOption(o.ID, oneOf(r, o.Choices))
		}
	}
	for _, e := range visit.Extras {
		if r.IntN(3) == 0 {
			v.SetExtra(e, true)
		}
	}
	return v
}

// TestNoSheetHasAnythingOfAnother sends two hundred visits through one window,
// some with the next patient's key between them and some over another procedure,
// with the work behind the window done early and late. Every sheet is what the
// visit alone would give, to the letter, and no marked word on it is another's.
func TestNoSheetHasAnythingOfAnother(t *testing.T) {
	work, r := &later{}, rand.New(rand.NewPCG(200, 8))
	facts := clinic.Clinic{Folder: t.TempDir(), Facts: sampleFacts()}
	tr := try(t, 1366, 900, func(d *Deps) {
		d.Background = work.background
		d.Desk.Printer = "Front"
		d.Clinic = func(desk.Desk) clinic.Clinic { return facts }
		d.Library = func(clinic.Clinic) Library { return library.Open("", "") }
	})
	work.run()
	tr.reading = atOnce
	entries := tr.library.Entries()
	for n := 1; n <= patients; n++ {
		if r.IntN(3) == 0 {
			tr.Choose(oneOf(r, entries).ID) // the wrong one, first
			tr.edit(func(v *visit.Visit) { v.Name, v.Note, v.Side = mark("slip", 0), mark("slip", 0), content.Left })
		}
		if r.IntN(8) == 0 {
			work.run()
		}
		book, _, _ := tr.library.Book(oneOf(r, entries).ID)
		want := randomVisit(r, book, n)
		tr.Choose(want.Procedure)
		tr.edit(func(v *visit.Visit) {
			v.SetWhen(civil.Moment{Date: want.Date, Minute: want.Minute}, want.HasTime)
			v.Doctor, v.Place, v.Side, v.Language, v.Large = want.Doctor, want.Place, want.Side, want.Language, want.Large
			v.Name, v.Note, v.Driver, v.Plan, v.Parts = want.Name, want.Note, want.Driver, want.Clone().Plan, want.Parts
			v.Options = nil
			for id, choice := range want.Options {
				v.SetOption(id, choice)
			}
			v.Extras = slices.Clone(want.Extras)
		})
		tr.do("print")
		tr.NextPatient() // while the pages are still being made
		work.run()
		if len(tr.printer.jobs) != 1 {
			t.Fatalf("visit %d, %+v: %d jobs; %s", n, want, len(tr.printer.jobs), bands(tr))
		}
		pages, ok := tr.printer.jobs[0].Pages.(*sheet.Pages)
		tr.printer.jobs = nil
		if !ok {
			t.Fatal("what is printed are no pages of a sheet")
		}
		got := pages.Plain()
		if tr.hasPrinted() {
			t.Errorf("the patient after visit %d can print it again", n)
		}
		if found := others(got, n); len(found) > 0 {
			t.Errorf("the sheet of visit %d has %q", n, found)
		}
		if alone := printedAlone(t, book, facts, want); got != alone {
			t.Errorf("visit %d, %+v prints\n%.3000s\nand alone\n%.3000s", n, want, got, alone)
		}
	}
}

// printedAlone is the text of the sheet of a visit in a program that had no other.
func printedAlone(t *testing.T, book *library.Book, facts clinic.Clinic, v visit.Visit) string {
	t.Helper()
	words, _ := book.In(v.Language)
	staff, _ := book.In(library.BaseLanguage)
	made, _, err := handout.Compose(handout.Input{
		Procedure: &book.Procedure, Words: words, Blanks: library.Open("", "").Blanks(), Clinic: &facts, Visit: v, Today: civil.DateOf(monday), Staff: staff,
	})
	if err != nil {
		t.Fatal(fmt.Errorf("compose: %w", err))
	}
	pages, err := sheet.Paginate(made)
	if err != nil {
		t.Fatal(err)
	}
	return pages.Plain()
}
