package check_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"deskleaf/content"
	"deskleaf/content/check"
)

// lines are some of every kind: sound, hard, ordering, promising.
var lines = []string{
	"", "**Bring** your ID.", "Stop aspirin.", "It is covered.", "Rest as directed.", "A hematoma may form.", "Wait 30.", "The patient rests.",
	"Take the long way home and then sit down and rest for as long as you can before you do anything else at all today.",
}

// A checker that saw the words before finds what one finds that sees them for the
// first time, whatever was changed between.
func TestACheckerThatRemembersFindsTheSame(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	line := func() string { return lines[random.IntN(len(lines))] }
	for _, language := range []string{"en", "es", "ht"} {
		var c check.Checker
		p, words := sample()
		w := words["en"]
		w.Language = language
		for range 300 {
			switch random.IntN(8) {
			case 0:
				w.Title = line()
			case 1:
				w.Steps["bring"] = content.StepWords{Text: line(), More: line()}
			case 2:
				w.Steps["staff"] = content.StepWords{Text: line()}
			case 3:
				w.Signs["fever"] = line()
			case 4:
				w.Sections.Why = append(w.Sections.Why[:len(w.Sections.Why):len(w.Sections.Why)], line())
			case 5:
				w.Sections.Why = w.Sections.Why[:len(w.Sections.Why)/2]
			case 6:
				w.Questions = []content.Question{{Ask: "Should I stop aspirin?", Answer: line()}, {Ask: line(), Answer: "Yes, 5 days before."}}
			case 7:
				p.Steps[0].Audience, p.Steps[2].Audience = p.Steps[2].Audience, p.Steps[0].Audience
				p.Modifiers = []content.Modifier{{Number: []string{"30", "31"}[random.IntN(2)]}}
			}
			var fresh check.Checker
			if got, want := c.Words(p, w), fresh.Words(p, w); !reflect.DeepEqual(got, want) {
				t.Fatalf("it remembers %+v and should find %+v", got, want)
			}
		}
	}
}

func TestJargonOffersItsPlainWords(t *testing.T) {
	p, words := sample()
	text := "A hematoma may form."
	words["en"].Signs["fever"] = text
	for _, f := range check.Words(p, words["en"]) {
		if got := text[f.At:f.End]; got != "hematoma" || !reflect.DeepEqual(f.Offers, []string{"bruise", "blood under the skin"}) {
			t.Errorf("for %q it offers %q", got, f.Offers)
		}
	}
}

func TestReadingsOfPagesAndSections(t *testing.T) {
	p, words := sample()
	w := words["en"]
	w.Sections.Why = []string{"Your knee hurts.", "It is stiff."}
	var c check.Checker
	r := c.Words(p, w).Readings
	whole := r["handout.preparation"].Words + r["handout.aftercare"].Words
	if r["handout"].Words != whole || whole == 0 || r["sections.why"].Words != 5 || r["sections.why"].Sentences != 2 {
		t.Errorf("the readings are %+v", r)
	}
	if _, counted := r["sections.risks"]; counted {
		t.Error("a section without words was counted")
	}
}
