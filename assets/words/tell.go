package words

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// Packages below the window say what is wrong in English, put together of a form and its
// values; they know no language of a window. Tell finds the form again and says it in
// the language, with the values in their places.

// A form is a sentence with places for values, as an expression and in the language.
type form struct {
	shape  *regexp.Regexp
	fixed  int // letters that are no value's
	told   string
	values int
}

// places are the verbs of package fmt that sentences have.
var places = regexp.MustCompile(`%(?:%|(?:\.\d+)?[a-zA-Z]|\d*[a-zA-Z])`)

// Tell is a sentence, or a hint, in the language of the window: as [Words.Say] has its
// form, with its values told too where they are words of the program. What stands in
// quotes is somebody's and stays. What is not known stays in English.
func (w *Words) Tell(english string) string {
	if w.told == nil {
		return english
	}
	english = strings.TrimSpace(english)
	if told, known := w.asked.Load(english); known {
		return told.(string)
	}
	told := w.tell(english, mostWithin)
	if w.askedFor.Add(1)%mostAsked == 0 { // somebody types, and each letter is another text
		w.asked.Clear()
	}
	w.asked.Store(english, told)
	return told
}

// mostAsked is how many sentences are remembered: the same ones are told at every letter
// that somebody types.
const mostAsked = 1000

// mostWithin is how deep a sentence may stand within others.
const mostWithin = 4

func (w *Words) tell(english string, deep int) string {
	if english == "" || deep == 0 {
		return english
	}
	if told := w.told()[english]; told != "" {
		return told
	}
	for _, f := range w.forms() {
		m := f.shape.FindStringSubmatch(english)
		if m == nil {
			continue
		}
		i := 0
		return places.ReplaceAllStringFunc(f.told, func(verb string) string {
			if verb == "%%" {
				return "%"
			}
			if i++; i >= len(m) {
				return ""
			}
			return w.tell(m[i], deep-1)
		})
	}
	return english
}

// formsOf are the sentences that have values, those with the most words of their own
// first: what is said more narrowly is found before what is said widely.
func formsOf(told map[string]string) []form {
	var all []form
	for english, own := range told {
		verbs := places.FindAllString(english, -1)
		fixed := len(strings.TrimSpace(places.ReplaceAllString(english, "")))
		if len(verbs) == 0 || fixed == 0 {
			continue
		}
		shape := "(?s)^"
		for i, text := range places.Split(english, -1) {
			shape += regexp.QuoteMeta(text)
			if i < len(verbs) {
				shape += valueShape(verbs[i])
			}
		}
		all = append(all, form{regexp.MustCompile(shape + "$"), fixed, own, len(verbs)})
	}
	slices.SortFunc(all, func(a, b form) int {
		return cmp.Or(b.fixed-a.fixed, a.values-b.values, strings.Compare(a.shape.String(), b.shape.String()))
	})
	return all
}

// valueShape is what a value looks like, by its verb.
func valueShape(verb string) string {
	switch verb[len(verb)-1] {
	case '%':
		return "%"
	case 'q':
		return `("(?:[^"\\]|\\.)*")`
	case 'd':
		return `(-?\d+)`
	case 'f':
		return `(-?[\d.]+)`
	case 'c':
		return `(.)`
	case 'X':
		return `([0-9A-F]+)`
	}
	return `(.+?)`
}
