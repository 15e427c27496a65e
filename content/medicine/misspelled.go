package medicine

import (
	"strings"
	"sync"
)

// Names of medicines are misspelt more often than they are spelt: an order to stop
// "asprin" must not pass for its missing letter. So an unknown word counts as a name
// that is one slip away: a letter left out, added, or changed, or two neighbors
// swapped. Short names are too near to ordinary words for that.

// The fewest letters of a name that is known by a slip, and of the word with the slip.
const (
	shortestSlipped = 7
	shortestSlip    = 6
)

// slips are what remains of the long names when one letter is left out, and the
// names themselves, with what each name can be. Two words that are one slip apart
// have such a remainder in common.
var slips = sync.OnceValue(func() map[string][]string {
	byRest := map[string][]string{}
	for _, list := range []string{genericNames, commonNames, properNames} {
		for _, name := range strings.Fields(list) {
			if len(name) < shortestSlipped || strings.Contains(name, "-") {
				continue
			}
			for rest := range without(name) {
				byRest[rest] = append(byRest[rest], name)
			}
		}
	}
	return byRest
})

// without gives a word, and the word without each of its letters.
func without(word string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		if !yield(word) {
			return
		}
		for i := range len(word) {
			if !yield(word[:i] + word[i+1:]) {
				return
			}
		}
	}
}

// misspelled is what the name can be that a word is one slip away from; 0 for none.
func misspelled(word string) flags {
	if len(word) < shortestSkeleton || ordinaryWords[word] {
		return 0
	}
	known := slips()
	var buffer [32]byte
	for i := -1; i < len(word) && len(word) >= shortestSlip; i++ {
		rest := append(buffer[:0], word...)
		if i >= 0 {
			rest = append(rest[:i], word[i+1:]...)
		}
		for _, name := range known[string(rest)] {
			if isSlip(word, name) {
				return lexicon()[name] & (named | generic | proper)
			}
		}
	}
	var bones [32]byte
	for _, name := range skeletons()[string(skeleton(bones[:0], word))] {
		if word[0] == name[0] && max(len(word), len(name))-min(len(word), len(name)) <= 2 {
			return lexicon()[name] & (named | generic | proper)
		}
	}
	return 0
}

// skeletons are the brands and substances by their consonants: who writes a name by
// ear errs in its vowels.
var skeletons = sync.OnceValue(func() map[string][]string {
	by := map[string][]string{}
	for name := range strings.FieldsSeq(properNames) {
		if bones := string(skeleton(nil, name)); len(bones) >= shortestSkeleton && !strings.Contains(name, "-") {
			by[bones] = append(by[bones], name)
		}
	}
	return by
})

// The fewest consonants that tell a name.
const shortestSkeleton = 5

// skeleton appends a word's consonants as they sound, double ones as one, to bones.
func skeleton(bones []byte, word string) []byte {
	for i := range len(word) {
		c := word[i]
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'h':
			continue
		case 'x':
			bones = append(bones, 'k')
			c = 's'
		case 'v':
			c = 'b'
		case 'c', 'q':
			c = 'k'
		case 'z':
			c = 's'
		}
		if len(bones) == 0 || bones[len(bones)-1] != c {
			bones = append(bones, c)
		}
	}
	return bones
}

// isSlip reports whether two words are one slip apart: the same but for what stands
// between their common beginning and their common end.
func isSlip(a, b string) bool {
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	switch {
	case len(a)+len(b) <= 1, len(a) == 1 && len(b) == 1:
		return true
	}
	return len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
}
