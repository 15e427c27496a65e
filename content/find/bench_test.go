package find

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// generated makes n entries that are like real ones in their words: a body part,
// a kind of procedure, and words that are made up, so that the vocabulary grows
// with the library. The same n gives the same entries.
func generated(n int) []Entry {
	r := rand.New(rand.NewPCG(2, uint64(n)))
	parts := []string{"knee", "shoulder", "hip", "back", "neck", "wrist", "ankle", "heart", "liver", "kidney", "bladder", "stomach", "colon", "skin", "eye", "breast"}
	acts := []string{"injection", "ultrasound", "biopsy", "scope", "arthroscopy", "scan", "shot", "release", "repair", "test", "monitor", "block"}
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	madeUp := func() string {
		w := ""
		for range 2 + r.IntN(3) {
			w += string("bcdfghlmnprstv"[r.IntN(14)]) + string("aeiou"[r.IntN(5)])
		}
		return w + pick([]string{"tomy", "plasty", "gram", "scopy", "itis", "osis"})
	}
	entries := make([]Entry, n)
	for i := range entries {
		own, part, act := madeUp(), pick(parts), pick(acts)
		if r.IntN(3) > 0 { // most made-up words are shared by several
			own = entries[r.IntN(i+1)].Category
		}
		entries[i] = Entry{
			ID: fmt.Sprintf("p%06d", i), Title: fmt.Sprintf("%s %s of the %s", own, act, part), Short: own + " " + act,
			Names:      []string{part + " " + act, act + " in the " + pick(parts), pick(acts) + " " + own, "inyección " + part},
			Misspelled: []string{part[:len(part)-1] + " " + act[1:]},
			Codes:      []Code{{Number: fmt.Sprint(10000 + r.IntN(89999)), Primary: true}, {Number: fmt.Sprintf("G%04d", r.IntN(9999))}},
			Category:   own, Topics: []string{pick(parts) + " pain", madeUp()},
		}
	}
	return entries
}

// BenchmarkSearch is a keystroke: the search after one more letter.
func BenchmarkSearch(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		x := New(generated(n))
		for _, query := range []string{"s", "in", "knee", "s i", "knee inj", "shot in the knee", "27", "ultrasond", "sholder injecton", "xqzwvkpt"} {
			b.Run(fmt.Sprintf("%d/%s", n, query), func(b *testing.B) {
				for b.Loop() {
					x.Search(query, 50)
				}
			})
		}
	}
}

// BenchmarkNew is the making of the index.
func BenchmarkNew(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		entries := generated(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				New(entries)
			}
		})
	}
}
