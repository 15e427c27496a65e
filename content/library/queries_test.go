package library

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"deskleaf/content/find"
)

// queryFile holds what people type and the procedure that they want.
//
//go:embed testdata/queries.txt
var queryFile string

// A query is one line of it; those under "Misspelled" are wrong as they stand.
type query struct {
	words, id string
	wrong     bool
}

// queriesFor reads the queries whose procedure ships.
func queriesFor(t testing.TB, entries []find.Entry) []query {
	t.Helper()
	ships := map[string]bool{}
	for _, e := range entries {
		ships[e.ID] = true
	}
	var all []query
	section := ""
	for n, line := range strings.Split(queryFile, "\n") {
		if heading, ok := strings.CutPrefix(line, "# "); ok {
			section = heading
		}
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		words, id, ok := strings.Cut(line, "\t")
		if !ok {
			t.Fatalf("queries.txt:%d: no tab between the query and the id", n+1)
		}
		if ships[id] {
			all = append(all, query{words, id, strings.HasPrefix(section, "Misspelled")})
		}
	}
	return all
}

// rankOf is where a query finds what it wants: 1 for first, 0 for not at all.
func rankOf(index *find.Index, q query) int {
	return 1 + slices.IndexFunc(index.Search(q.words, 5).Matches, func(m find.Match) bool { return m.Entry.ID == q.id })
}

// Of a hundred queries, 95 must find what they want first and 99 among the first three.
func TestWhatPeopleTypeFindsWhatTheyWant(t *testing.T) {
	entries := Open("", "").Entries()
	index := find.New(entries)
	queries := queriesFor(t, entries)
	held(t, "as typed", index, queries)
	held(t, "with an error in each word", index, slipped(queries))
}

// held reports queries that miss where there are too many of them.
func held(t *testing.T, how string, index *find.Index, queries []query) {
	t.Helper()
	var notFirst, notThird []string
	for _, q := range queries {
		at := rankOf(index, q)
		if at != 1 {
			notFirst = append(notFirst, fmt.Sprintf("%q wants %s: place %d", q.words, q.id, at))
		}
		if at == 0 || at > 3 {
			notThird = append(notThird, q.words)
		}
	}
	t.Logf("%s: %d queries, %d not first, %d not among three", how, len(queries), len(notFirst), len(notThird))
	if 100*len(notFirst) > 5*len(queries) || 100*len(notThird) > len(queries) {
		t.Errorf("%s, of %d queries %d are not first and %d not among three:\n\t%s",
			how, len(queries), len(notFirst), len(notThird), strings.Join(notFirst, "\n\t"))
	}
}

// slipped gives each word of five letters or more one slip of the finger: by
// turns two letters swapped, one left out, one doubled, one taken for its
// neighbor on the keyboard. Codes are typed right. Queries with no such word are
// left out, and those that have an error already: two in one word are too many.
func slipped(queries []query) []query {
	var all []query
	turn := 0
	for _, q := range queries {
		words, changed := strings.Fields(q.words), false
		for i, w := range words {
			if q.wrong {
				break
			}
			if utf8.RuneCountInString(w) < 5 || strings.ContainsAny(w, "0123456789") {
				continue
			}
			words[i], changed = slip([]rune(w), turn), true
			turn++
		}
		if changed {
			all = append(all, query{words: strings.Join(words, " "), id: q.id})
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

// The median query of a name needs four keys until what it wants stands first.
func TestFewKeysAreEnough(t *testing.T) {
	entries := Open("", "").Entries()
	index := find.New(entries)
	var keys []int
	for _, q := range queriesFor(t, entries) {
		if strings.ContainsAny(q.words, "0123456789") {
			continue
		}
		letters := []rune(q.words)
		needed := len(letters) + 1
		for n := len(letters); n > 0 && rankOf(index, query{words: string(letters[:n]), id: q.id}) == 1; n-- {
			needed = n
		}
		keys = append(keys, needed)
	}
	slices.Sort(keys)
	median := keys[len(keys)/2]
	t.Logf("median keys to first place: %d of %d queries", median, len(keys))
	if median > 4 {
		t.Errorf("the median query needs %d keys until what it wants stands first; at most 4", median)
	}
}
