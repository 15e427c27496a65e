package library

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"deskleaf/content/find"
	"deskleaf/content/library/asked"
)

// queriesFor are the queries whose procedure ships.
func queriesFor(entries []find.Entry) []asked.Query {
	return slices.DeleteFunc(asked.Queries(), func(q asked.Query) bool {
		return !slices.ContainsFunc(entries, func(e find.Entry) bool { return e.ID == q.ID })
	})
}

// rankOf is where a query finds what it wants: 1 for first, 0 for not at all.
func rankOf(index *find.Index, q asked.Query) int {
	return 1 + slices.IndexFunc(index.Search(q.Words, 5).Matches, func(m find.Match) bool { return m.Entry.ID == q.ID })
}

// Of a hundred queries, 95 must find what they want first and 99 among the first three.
func TestWhatPeopleTypeFindsWhatTheyWant(t *testing.T) {
	entries := Open("", "").Entries()
	index := find.New(entries)
	queries := queriesFor(entries)
	held(t, "as typed", index, queries)
	held(t, "with an error in each word", index, asked.Slipped(queries))
}

// held reports queries that miss where there are too many of them.
func held(t *testing.T, how string, index *find.Index, queries []asked.Query) {
	t.Helper()
	var notFirst, notThird []string
	for _, q := range queries {
		at := rankOf(index, q)
		if at != 1 {
			notFirst = append(notFirst, fmt.Sprintf("%q wants %s: place %d", q.Words, q.ID, at))
		}
		if at == 0 || at > 3 {
			notThird = append(notThird, q.Words)
		}
	}
	t.Logf("%s: %d queries, %d not first, %d not among three", how, len(queries), len(notFirst), len(notThird))
	if 100*len(notFirst) > 5*len(queries) || 100*len(notThird) > len(queries) {
		t.Errorf("%s, of %d queries %d are not first and %d not among three:\n\t%s",
			how, len(queries), len(notFirst), len(notThird), strings.Join(notFirst, "\n\t"))
	}
}

// The median query of a name needs four keys until what it wants stands first.
func TestFewKeysAreEnough(t *testing.T) {
	entries := Open("", "").Entries()
	index := find.New(entries)
	var keys []int
	for _, q := range queriesFor(entries) {
		if strings.ContainsAny(q.Words, "0123456789") {
			continue
		}
		letters := []rune(q.Words)
		needed := len(letters) + 1
		for n := len(letters); n > 0 && rankOf(index, asked.Query{Words: string(letters[:n]), ID: q.ID}) == 1; n-- {
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
