package printing

import (
	"testing"
	"time"

	"deskleaf/app/sheet"
	"deskleaf/content/civil"
)

// twoPages is a handout of two pages, as the program makes them.
func twoPages(t *testing.T, paper Paper) *sheet.Pages {
	t.Helper()
	part := func(name, title string) sheet.Part {
		return sheet.Part{Name: name, Blocks: []sheet.Block{
			sheet.Title{Text: sheet.Plainly(title)},
			sheet.Lead{Text: sheet.Plainly("A page for the patient, to try a printer with.")},
		}}
	}
	pages, err := sheet.Paginate(sheet.Sheet{
		Paper: map[Paper]sheet.Paper{Letter: sheet.Letter, A4: sheet.A4}[paper], Language: "en", Title: "Test", Printed: civil.Date{Year: 2026, Month: time.November, Day: 27},
		Words:      sheet.Words{Page: "Page %d of %d", Continued: "(continued)", CheckBox: "[ ]"},
		Letterhead: sheet.Letterhead{Initial: "R", Name: "Riverside Clinic", Phones: []sheet.Phone{{Label: "Day", Number: "(217) 555-0142"}}},
		Parts:      []sheet.Part{part("preparation", "Get ready"), part("aftercare", "After your visit")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if pages.Count() != 2 {
		t.Fatalf("%d pages", pages.Count())
	}
	return pages
}
