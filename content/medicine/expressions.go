package medicine

import (
	"strings"
	"sync"
)

// An expression is several words that mean one thing.
type expression struct {
	words []string
	flags flags
}

// expressions are all fixed expressions by their first and their second word.
var expressions = sync.OnceValue(func() *book {
	at := map[string]int{}
	starts := &shapes{}
	all := map[string]map[string][]expression{}
	for _, l := range lists {
		for w := range spelled(l.words) {
			if !strings.Contains(w, "-") {
				continue
			}
			words := inFull(strings.Split(w, "-"))
			seconds := all[words[0]]
			if seconds == nil {
				seconds = map[string][]expression{}
				all[words[0]] = seconds
				starts.add(words[0])
			}
			same := seconds[words[1]]
			if i, known := at[w]; known {
				same[i].flags |= l.flags
				continue
			}
			at[w] = len(same)
			seconds[words[1]] = append(same, expression{words, l.flags})
		}
	}
	return &book{starts, all}
})

// A book is expressions by their first and their second word, and the shapes of the
// first.
type book struct {
	starts *shapes
	all    map[string]map[string][]expression
}

// spelled gives every word and expression of a list, with one of the words that a
// bar parts at each place.
func spelled(words string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for w := range strings.FieldsSeq(words) {
			all := []string{""}
			for n, place := range strings.Split(w, "-") {
				var longer []string
				for _, begun := range all {
					for choice := range strings.SplitSeq(place, "|") {
						if n > 0 {
							choice = begun + "-" + choice
						}
						longer = append(longer, choice)
					}
				}
				all = longer
			}
			for _, one := range all {
				if !yield(one) {
					return
				}
			}
		}
	}
}

// inFull writes the contractions of an expression out, as [read] does.
func inFull(words []string) []string {
	var full []string
	for _, w := range words {
		if long, ok := contractions[w]; ok {
			full = append(full, long...)
		} else {
			full = append(full, w)
		}
	}
	return full
}
