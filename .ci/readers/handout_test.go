package readers_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"deskleaf/app/clinic"
	"deskleaf/app/handout"
	"deskleaf/app/sheet"
	"deskleaf/app/visit"
	"deskleaf/content/civil"
	"deskleaf/content/library"
)

// TestHandout: the two pages a patient takes home open in other programs, are valid, and say what they are.
func TestHandout(t *testing.T) {
	pdf := printed(t, "si-joint-injection", "--visit", "2026-12-10T09:30", "--side", "left", "--today", "2026-11-23")
	checkStrictly(t, pdf)

	pages := pageWords(t, pdf)
	if len(pages) != 2 {
		t.Fatalf("the handout has %d pages, want preparation on one and aftercare on one", len(pages))
	}
	for i, words := range pages {
		if text := strings.Join(words, " "); !strings.Contains(text, "SI joint injection, English, version") {
			t.Errorf("page %d does not name the procedure; PDFium reads: %.200s", i+1, text)
		}
	}
	if text := strings.Join(pages[0], " "); !strings.Contains(text, "Thu, Dec 10") {
		t.Errorf("the preparation page does not say the day of the visit; PDFium reads: %.200s", text)
	}
}

// everyHandout is every shipped procedure as pages, in each of its languages: a third of them in large print, half of them
// on A4.
func everyHandout(t *testing.T) map[string]*sheet.Pages {
	t.Helper()
	all := map[string]*sheet.Pages{}
	for _, entry := range library.Open("", "").Entries() {
		book, _, err := library.Open("", "").Book(entry.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, language := range book.Languages() {
			n := len(all)
			input := visitOfDecember(t, entry.ID)
			input.Words, input.Visit.Language, input.Visit.Large = book.Words[language], language, n%3 == 1
			input.Clinic = &clinic.Clinic{Facts: clinic.Facts{Name: "Riverside Spine & Joint Clinic", Paper: []string{"letter", "a4"}[n/2%2]}}
			composed, _, err := handout.Compose(input)
			if err != nil {
				t.Fatal(err)
			}
			pages, err := sheet.Paginate(composed)
			if err != nil {
				t.Fatal(err)
			}
			all[fmt.Sprintf("%s, %s, %s, large %v", entry.ID, language, input.Clinic.Facts.Paper, input.Visit.Large)] = pages
		}
	}
	return all
}

// visitOfDecember is a visit to print a handout for, with everything chosen that can be.
func visitOfDecember(t testing.TB, id string) handout.Input {
	t.Helper()
	shipped := library.Open("", "")
	book, _, err := shipped.Book(id)
	if err != nil {
		t.Fatal(err)
	}
	words, ok := book.In("en")
	if !ok {
		t.Fatalf("%s has no English words to print", id)
	}
	v := visit.Visit{Procedure: id, Language: "en"}
	if len(book.Procedure.Sides) > 0 {
		v.Side = book.Procedure.Sides[0]
	}
	v.SetWhen(civil.Date{Year: 2026, Month: time.December, Day: 10}.At(9*60+30), true)
	return handout.Input{Procedure: &book.Procedure, Words: words, Blanks: shipped.Blanks(), Visit: v,
		Today: civil.Date{Year: 2026, Month: time.November, Day: 23}}
}
