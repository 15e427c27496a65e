package tell

import (
	"regexp"
	"strings"
	"testing"

	"deskleaf/app/cost"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/phrases"
)

// scope is a procedure with every kind of bill, that may be a screening.
var scope = &content.Procedure{
	ID: "scope", Preventive: content.ColorectalScreening,
	Codes: []content.Code{
		{Number: "45378", Primary: true, Bilateral: "0", Multiple: "2"}, {Number: "45385", Bilateral: "0", Multiple: "3"},
	},
	Bills: []content.Bill{
		{Setting: content.Hospital, Who: content.Doctor, Codes: []string{"45378", "45385"}},
		{Setting: content.Hospital, Who: content.Facility, Codes: []string{"45378"}},
		{Setting: content.Hospital, Who: content.Anesthesia},
		{Setting: content.Hospital, Who: content.Laboratory, Maybe: true},
	},
}

// everything is a case with as many steps and notes as there can be.
func everything() cost.Case {
	return cost.Case{
		BothSides: true, Preventive: true, Day: civil.Date{Year: 2026, Month: 12, Day: 10},
		Prices: map[content.Biller]cost.Price{
			content.Doctor: {Range: cost.Range{Low: 400_00, High: 600_00}}, content.Facility: {Range: cost.Exactly(900_00)},
		},
		Also: []cost.Range{cost.Exactly(300_00)}, NotCovered: cost.Exactly(50_00),
		Plan:  cost.Plan{Deductible: new(cost.Exactly(100_00)), Coinsurance: new(cost.Percent(20_00)), Maximum: new(cost.Exactly(150_00))},
		Copay: &cost.Copay{Amount: 30_00, Rule: cost.Before},
	}
}

// TestEveryKindHasWords in every language, so that no line of a table is empty.
func TestEveryKindHasWords(t *testing.T) {
	for _, language := range phrases.Languages() {
		p, err := phrases.In(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range cost.StepKinds {
			if text := Step(p, cost.Estimate{}, cost.Step{Kind: kind}, Patient); text == "" || strings.ContainsAny(text, "{}") {
				t.Errorf("%s: the step %q is called %q", language, kind, text)
			}
		}
		for _, kind := range cost.NoteKinds {
			a := cost.Answer{Outcomes: []cost.Outcome{{Estimate: cost.Estimate{Notes: []cost.Note{{Kind: kind, Code: "45378"}}}}}}
			if lines := Notes(p, a); len(lines) != 1 || lines[0] == "" || strings.ContainsAny(lines[0], "{}") {
				t.Errorf("%s: the note %q says %q", language, kind, lines)
			}
		}
	}
}

// promise finds words that a plan alone can say.
var promise = regexp.MustCompile(`(?i)\bcovered\b|guarante|insurance will|plan will pay|will cover|cubiert|garantiz|cubrirá|pagará`)

// TestNothingPromises what a plan will pay, in any language, however the case lies.
func TestNothingPromises(t *testing.T) {
	for _, language := range phrases.Languages() {
		p, err := phrases.In(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, payer := range cost.Payers {
			c := everything()
			c.Payer = payer
			a, err := c.Answer(scope)
			if err != nil {
				t.Fatal(err)
			}
			said := []string{Said(p, c, scope, a)}
			said = append(said, Notes(p, a)...)
			for _, r := range Rows(p, a, Patient) {
				said = append(said, r.Words)
			}
			for _, line := range said {
				if promise.MatchString(line) {
					t.Errorf("%s: %q promises", language, line)
				}
				if strings.ContainsAny(line, "{}[]") {
					t.Errorf("%s: %q has an open place", language, line)
				}
			}
		}
	}
}

// TestSaid is what staff read out, word by word.
func TestSaid(t *testing.T) {
	english, err := phrases.In("en")
	if err != nil {
		t.Fatal(err)
	}
	sided := &content.Procedure{ID: "shot", Sides: []content.Side{content.Left, content.Both}}
	price := map[content.Biller]cost.Price{content.Doctor: {Range: cost.Exactly(410_00)}}
	tests := []struct {
		name      string
		c         cost.Case
		procedure *content.Procedure
		want      string
	}{
		{"self-pay", cost.Case{Payer: cost.WithNone, Prices: price, BothSides: true}, sided,
			"For both sides, your share would be about $615. That is an estimate, not a bill. It can change if more is done. "},
		{"a screening", func() cost.Case { c := everything(); c.NotCovered, c.Payer = cost.Range{}, cost.WithMedicare; return c }(), scope,
			"If it stays a screening, your share would be about $0. If the doctor finds something and treats it, it would be about $"},
		{"who else bills", everything(), scope, "You may get other bills from the anesthesia team and the laboratory. They are not in this number. "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, err := test.c.Answer(test.procedure)
			if err != nil {
				t.Fatal(err)
			}
			if got := Said(english, test.c, test.procedure, a); !strings.Contains(got, test.want) {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
