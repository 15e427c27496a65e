package handout

import (
	"errors"
	"slices"
	"testing"

	"deskleaf/app/clinic"
	"deskleaf/app/sheet"
	"deskleaf/app/visit"
	"deskleaf/content"
)

// What can wait for working hours is told apart from what cannot, in the same
// box, so that three boxes fit side by side.
func TestWorkingHoursStandApartInCallUs(t *testing.T) {
	in := sampleInput(t)
	in.Procedure.Signs = append(in.Procedure.Signs, content.Sign{ID: "grow", Box: content.BoxHours, Essential: true}, content.Sign{ID: "stay", Box: content.BoxHours, Essential: true})
	in.Words.Signs["grow"], in.Words.Signs["stay"] = "pain that grows after day 3", "no relief after 10 days"
	titles, items := cardsOf(t, in)
	if want := []string{"Expect: no need to call", "Call us, any hour", "Call 911"}; len(titles) != 3 || titles[0] != want[0] || titles[1] != want[1] || titles[2] != want[2] {
		t.Errorf("the boxes are %q, want %q", titles, want)
	}
	last := items[1][len(items[1])-1]
	if want := "Call us in working hours: pain that grows after day 3; no relief after 10 days"; last != want {
		t.Errorf("the last line of call us is %q, want %q", last, want)
	}

	in.Procedure.Signs = []content.Sign{{ID: "grow", Box: content.BoxHours, Essential: true}}
	if titles, _ := cardsOf(t, in); len(titles) != 1 || titles[0] != "Call us in working hours" {
		t.Errorf("alone, what can wait stands in %q, want a box of its own", titles)
	}
}

// In large print the boxes stand under one another over pages, the most urgent first.
func TestLargePrintHas911First(t *testing.T) {
	in := sampleInput(t)
	in.Visit.Large = true
	titles, _ := cardsOf(t, in)
	if want := []string{"Call 911", "Call us, any hour", "Expect: no need to call"}; !slices.Equal(titles, want) {
		t.Errorf("the boxes are %q, want %q", titles, want)
	}
}

// Paper with a letterhead of its own gets no second one, and keeps the phones.
func TestLetterheadPaper(t *testing.T) {
	in := sampleInput(t)
	in.Clinic.Facts.TopFree = 144
	s, notes, err := Compose(in)
	if err != nil {
		t.Fatal(err)
	}
	if lh := s.Letterhead; lh.Free != 144 || len(lh.Lines) > 0 || len(lh.Phones) != 2 {
		t.Errorf("the letterhead is %+v", lh)
	}
	in.Clinic.Facts.Name = ""
	if s, notes, _ = Compose(in); s.Letterhead.Name != "" || slices.Contains(notes.Missing, NoClinicName) {
		t.Errorf("the name that the paper has is asked for: %q, %v", s.Letterhead.Name, notes.Missing)
	}
}

// cardsOf are the titles and lines of the boxes after the visit.
func cardsOf(t *testing.T, in Input) (titles []string, items [][]string) {
	t.Helper()
	s, _, err := Compose(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range s.Parts[len(s.Parts)-1].Blocks {
		cards, ok := block.(sheet.Cards)
		if !ok {
			continue
		}
		for _, c := range cards.Cards {
			titles = append(titles, plain(c.Title))
			var lines []string
			for _, item := range c.Items {
				lines = append(lines, plain(item))
			}
			items = append(items, lines)
		}
	}
	return titles, items
}

// What the clinic says of itself prints too, and is held to the same rule.
func TestTheClinicsOwnTextsGiveNoOrders(t *testing.T) {
	const order = "Suite 4. Stop your blood thinner 5 days before."
	in := sampleInput(t)
	in.Clinic.Facts.Places = []clinic.Place{{ID: "main", Name: "Main Street", Directions: order}, {ID: "north", Name: "North side"}}
	in.Clinic.Facts.Notice = order
	if _, _, err := Compose(in); err != nil {
		t.Errorf("a place where the visit is not: %v", err)
	}
	in.Visit.Place = "main"
	var refused *ClinicOrder
	if _, _, err := Compose(in); !errors.As(err, &refused) || refused.Text != order || refused.Hint() == "" {
		t.Errorf("the way to the place prints: %v", err)
	}
	if _, err := messageOf(in); !errors.As(err, &refused) {
		t.Errorf("the message has it: %v", err)
	}
	in.Visit.Place = ""
	in.Visit.SetExtra(visit.LanguageExtra, true)
	if _, _, err := Compose(in); !errors.As(err, &refused) {
		t.Errorf("the language notice prints: %v", err)
	}
}
