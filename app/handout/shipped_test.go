package handout

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"deskleaf/app/sheet"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/library"
	"deskleaf/content/phrases"
)

// largePages is how many pages of large print may stand for one of standard size.
const largePages = 3

// Each part of what ships takes the pages that its file says, one as a rule, at
// standard size on both papers, and not too many more in large print: with nothing
// answered and chosen, which prints lines and conditions, and with everything.
func TestWhatShipsFitsItsPages(t *testing.T) {
	lib := library.Open("", "")
	for _, entry := range lib.Entries() {
		book, _, err := lib.Book(entry.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, language := range book.Languages() {
			for what, v := range visitsOf(t, &book.Procedure, lib.Blanks(), language) {
				for _, paper := range []string{"letter", "a4"} {
					in := sampleInput(t)
					in.Procedure, in.Blanks, in.Visit = &book.Procedure, lib.Blanks(), v
					in.Words, _ = book.In(language)
					in.Clinic.Facts.Paper = paper
					fits(t, fmt.Sprintf("%s, %s, %s, %s", entry.ID, language, what, paper), in, 1)
					in.Visit.Large = true
					fits(t, fmt.Sprintf("%s, %s, %s, %s, large", entry.ID, language, what, paper), in, largePages)
				}
			}
		}
	}
}

// fits holds every part to so many times the pages that it should take.
func fits(t *testing.T, what string, in Input, times int) {
	t.Helper()
	s, notes, err := Compose(in)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := sheet.Paginate(s)
	if err != nil {
		t.Fatal(err)
	}
	own, _ := phrases.In(in.Words.Language)
	for _, page := range pages.List {
		if first := firstWords(pages, page); first == own.Page.OwnWords {
			t.Errorf("%s: a page has nothing over %q", what, first)
		}
	}
	for _, part := range pages.Parts {
		if part.Count > times*part.Should {
			t.Errorf("%s: %s takes %d pages, want %d at most; left out: %q", what, part.Name, part.Count, times*part.Should, notes.LeftOut)
		}
	}
}

// firstWords are what is read first on a page, after its head.
func firstWords(p *sheet.Pages, page sheet.Page) string {
	for _, op := range page.Ops {
		if text, ok := op.(sheet.TextOp); ok && !p.Tree.Artifact(text.Where()) {
			return text.Text
		}
	}
	return ""
}

// visitsOf are a visit of which only the day is known, and one for each choice of
// each option with all blanks answered.
func visitsOf(t *testing.T, p *content.Procedure, blanks content.Blanks, language string) map[string]visit.Visit {
	t.Helper()
	bare := visit.Visit{Procedure: p.ID, Language: language}
	bare.SetWhen(date(t, "2026-12-10").At(9*60+30), true)
	visits := map[string]visit.Visit{"nothing answered": bare}
	full := bare.Clone()
	full.Name, full.Doctor, full.Answers = "Maria", "ruiz", map[string]string{}
	for id, b := range blanks {
		if b.May(content.VisitScope) {
			key := id
			if b.Type == content.TextBlank {
				key += "/" + language
			}
			full.Answers[key] = sampleAnswers[b.Type]
			if b.Type == content.ChoiceBlank {
				full.Answers[key] = slices.Sorted(maps.Keys(b.Choices))[0]
			}
		}
	}
	visits["all answered"] = full
	for _, o := range p.Options {
		for _, choice := range o.Choices {
			v := full.Clone()
			v.SetOption(o.ID, choice)
			visits[o.ID+"="+choice] = v
		}
	}
	return visits
}

var sampleAnswers = map[content.BlankType]string{
	content.DurationBlank: "48 hours", content.ClockBlank: "6:00 PM", content.PhoneBlank: "217 555 0188", content.NumberBlank: "250",
	content.TextBlank: "a light meal", content.DateBlank: "2026-12-22",
}
