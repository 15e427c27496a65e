// Package asked holds what people type into the search and what they want by it,
// so that tests and benchmarks put the same questions to every search.
//
// queries.txt was written as people at a counter say it, before looking at the
// names in the procedures' files. [Queries] reads it, [Slipped] puts slips of the
// finger into it.
package asked

import (
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"
)

//go:embed queries.txt
var lines string

// A Query is what somebody types and the id of the procedure that they want.
type Query struct {
	Words, ID string
	Wrong     bool // it is misspelled as it stands
}

// Queries are all of them.
func Queries() []Query {
	var all []Query
	section := ""
	for line := range strings.Lines(lines) {
		line = strings.TrimSuffix(line, "\n")
		if heading, ok := strings.CutPrefix(line, "# "); ok {
			section = heading
			continue
		}
		if words, id, ok := strings.Cut(line, "\t"); ok {
			all = append(all, Query{words, id, strings.HasPrefix(section, "Misspelled")})
		}
	}
	return all
}

// Slipped gives each word of five letters or more one slip of the finger: by
// turns two letters swapped, one left out, one doubled, one taken for its
// neighbor on the keyboard. Codes are typed right. Queries with no such word are
// left out, and those that have an error already: two in one word are too many.
func Slipped(queries []Query) []Query {
	var all []Query
	turn := 0
	for _, q := range queries {
		words, changed := strings.Fields(q.Words), false
		for i, w := range words {
			if q.Wrong {
				break
			}
			if utf8.RuneCountInString(w) < 5 || strings.ContainsAny(w, "0123456789") {
				continue
			}
			words[i], changed = slip([]rune(w), turn), true
			turn++
		}
		if changed {
			all = append(all, Query{Words: strings.Join(words, " "), ID: q.ID})
		}
	}
	return all
}

// slip is a word with one error in its middle.
func slip(w []rune, turn int) string {
	at := 1 + turn%(len(w)-2)
	switch turn % 4 {
	case 0:
		w[at], w[at+1] = w[at+1], w[at]
	case 1:
		w = slices.Delete(w, at, at+1)
	case 2:
		w = slices.Insert(w, at, w[at])
	default:
		if row := strings.IndexRune("qwertyuiopasdfghjklzxcvbnm", w[at]); row > 0 {
			w[at] = rune("qwertyuiopasdfghjklzxcvbnm"[row-1])
		}
	}
	return string(w)
}
