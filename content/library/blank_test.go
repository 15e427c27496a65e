package library

import (
	"regexp"
	"testing"

	"deskleaf/content"
)

// aboutMedicine are words by which a question would ask for an order about a
// medicine.
var aboutMedicine = regexp.MustCompile(`(?i)medicin|medicamento|pill|pastilla|drug|thinner|anticoagul|aspirin|insulin|metformin|dose|dosis|tablet`)

// What clinics set for themselves never comes with an answer, and no answer can
// tell a patient what to do with a medicine: such a plan is written by hand.
func TestBlanksAskAndNeverAnswer(t *testing.T) {
	if len(Blanks()) == 0 {
		t.Fatal("there are no blanks")
	}
	for id, b := range Blanks() {
		if b.Example != "" {
			t.Errorf("%s has the example %q, which becomes an answer by habit", id, b.Example)
		}
		for language, question := range b.Question {
			if aboutMedicine.MatchString(question) && len(b.Scopes) > 0 {
				t.Errorf("%s asks about a medicine in %q and can be answered", id, language)
			}
		}
	}
	if plan, ok := Blanks()["medicine-plan"]; !ok || len(plan.Scopes) > 0 {
		t.Errorf("the medicine plan is a line that nothing fills; it is %+v", plan)
	}
}

// Every blank is on some page: a question that changes nothing wastes the time of
// whoever fills it in.
func TestEveryBlankIsUsed(t *testing.T) {
	used := map[string]bool{}
	for _, id := range shippedIDs() {
		book, _ := readBook(shippedPlace(id))
		for _, s := range book.Procedure.Steps {
			for _, blank := range s.When.Blanks() {
				used[blank] = true
			}
		}
		for _, event := range book.Procedure.Events {
			used[event] = true
		}
		for _, w := range book.Words {
			for _, text := range w.Texts() {
				for _, blank := range content.TextBlanks(text) {
					used[blank] = true
				}
			}
		}
	}
	for id := range Blanks() {
		if !used[id] && !awaited[id] && !ofMoney[id] {
			t.Errorf("no procedure uses the blank %q", id)
		}
	}
}

// ofMoney are blanks of the page about money, which no procedure has.
var ofMoney = map[string]bool{"financial-help": true, "price-includes": true}

// awaited are blanks of procedures that are not written yet.
var awaited = map[string]bool{
	"fasting": true, "drink-plan": true, "last-drink": true, "bladder-plan": true, "diet-plan": true, "prep-kit": true,
	"prep-first": true, "prep-second": true, "prep-done": true, "driver-stay": true, "results-wait": true,
}

func TestRegistryMistakes(t *testing.T) {
	questions := map[string]string{"en": "?", "es": "?"}
	clinic := []content.Scope{content.ClinicScope}
	cases := []struct {
		name  string
		blank content.Blank
		path  string
	}{
		{"an unknown type", content.Blank{Type: "word", Scopes: clinic, Question: questions}, ".type"},
		{"an unknown scope", content.Blank{Type: content.TextBlank, Scopes: []content.Scope{"desk"}, Question: questions}, ".scopes[0]"},
		{"a date for the whole clinic", content.Blank{Type: content.DateBlank, Scopes: clinic, Question: questions}, ".scopes"},
		{"no Spanish question", content.Blank{Type: content.TextBlank, Scopes: clinic, Question: map[string]string{"en": "?"}}, ".question"},
		{"a number without bounds", content.Blank{Type: content.NumberBlank, Scopes: clinic, Question: questions, Unit: map[string]string{"en": "kg", "es": "kg"}}, ".most"},
		{"a number without a unit", content.Blank{Type: content.NumberBlank, Scopes: clinic, Question: questions, Most: 9, Unit: map[string]string{"en": "kg"}}, ".unit"},
		{"a choice about a medicine", content.Blank{Type: content.ChoiceBlank, Scopes: clinic, Question: questions,
			Choices: map[string]map[string]string{"a": {"en": "keep"}, "b": {"en": "stop aspirin"}}}, ".choices.b.en"},
		{"a choice of one", content.Blank{Type: content.ChoiceBlank, Scopes: clinic, Question: questions}, ".choices"},
	}
	for _, tt := range cases {
		if found := blankProblems(tt.blank); len(found) != 1 || found[0].Path != tt.path {
			t.Errorf("%s: %+v, want one problem at %s", tt.name, found, tt.path)
		}
	}
	if _, complaints := readBlanks("b.yaml", []byte("blanks:\n- {id: x, type: text, scopes: [visit], question: {en: a, es: b}}\n- {id: x, type: text, scopes: [visit], question: {en: a, es: b}}\n")); len(complaints) != 1 {
		t.Errorf("a blank that stands twice: %v", complaints)
	}
}
