package library

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"deskleaf/content"
	"deskleaf/content/medicine"
)

// questionLanguages are the languages of the interface, in which every blank is
// asked for.
var questionLanguages = []string{"en", "es"}

// blankTypes are the types of blanks in the order in which messages name them.
var blankTypes = []content.BlankType{content.DurationBlank, content.ClockBlank, content.PhoneBlank, content.NumberBlank,
	content.ChoiceBlank, content.TextBlank, content.DateBlank}

// blankProblems says what is wrong with a blank of the registry. Paths begin
// with a point, to stand behind the blank's own.
func blankProblems(b content.Blank) []content.Problem {
	var found []content.Problem
	add := func(path, hint, what string, args ...any) {
		found = append(found, content.Problem{Path: path, What: fmt.Sprintf(what, args...), Hint: hint})
	}
	if !slices.Contains(blankTypes, b.Type) {
		add(".type", "one of "+joined(blankTypes), "there is no type %q", b.Type)
	}
	for i, s := range b.Scopes {
		if !slices.Contains(content.Scopes, s) {
			add(fmt.Sprintf(".scopes[%d]", i), "one of "+joined(content.Scopes), "there is no scope %q", s)
		}
	}
	if b.Type == content.DateBlank && !slices.Equal(b.Scopes, []content.Scope{content.VisitScope}) {
		add(".scopes", "write [visit]", "a date belongs to one visit")
	}
	for _, language := range questionLanguages {
		if b.Question[language] == "" {
			add(".question", "", "the question in the language %q is missing", language)
		}
		if b.Type == content.NumberBlank && b.Unit[language] == "" {
			add(".unit", "a number without a unit misleads", "the unit in the language %q is missing", language)
		}
	}
	if b.Type == content.NumberBlank && b.Most <= b.Least {
		add(".most", "write least: and most:, so that a slip of the finger is seen", "a number needs bounds")
	}
	if b.Type == content.ChoiceBlank && len(b.Choices) < 2 {
		add(".choices", "", "a choice needs two choices or more")
	}
	for _, id := range slices.Sorted(maps.Keys(b.Choices)) {
		for language, words := range b.Choices[id] {
			for _, m := range medicine.Mentions(words) {
				add(".choices."+id+"."+language, "a clinician writes that on the page by hand", "no choice tells what to do with a medicine: %q", m.Words)
			}
		}
	}
	if err := b.Check(b.Example); err != nil {
		add(".example", "", "the example does not fit: %v", err)
	}
	return found
}

// joined is a list of names for a message.
func joined[T ~string](list []T) string {
	names := make([]string, len(list))
	for i, n := range list {
		names[i] = string(n)
	}
	return strings.Join(names, ", ")
}
