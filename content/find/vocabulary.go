package find

import (
	"slices"
	"strings"
	"unicode"
)

// A vocabulary holds each folded word of the index once, sorted, so that all
// words that begin with what was typed lie side by side:
//
//	typed "co"      cat   colon   colonoscopy   cortisone   ct
//	                      └───────────┬───────────┘
//	                              the range
//
// With each word stand the entries that hold it, and in which places. A keystroke
// thus looks at the words that fit and at their entries, never at all texts.
type vocabulary struct {
	words []string
	// letters[i] are the letters of words[i]; shared[i] is how many of them, from
	// the first, it shares with words[i-1].
	letters [][]rune
	shared  []uint16
	// reals[i] is how many of words[:i] are real: people mean them. See
	// slot.isReal.
	reals []uint32
	// offered says which words may be offered as a correction.
	offered []bool
	// holders[holdersOf[i]:holdersOf[i+1]] are the entries that hold words[i], an
	// entry once for each kind of place that it holds it in.
	holdersOf []uint32
	holders   []uint32
	places    []place // of holders
}

// A vocabularyBuilder numbers words as they come; finish sorts them.
type vocabularyBuilder struct {
	ids   map[string]token
	words []string
	real  []bool
}

// add is the token of a word that stands in slot s.
func (b *vocabularyBuilder) add(w word, s slot) token {
	if b.ids == nil {
		b.ids = map[string]token{}
	}
	id, ok := b.ids[w.folded]
	if !ok {
		id = token(len(b.words))
		b.ids[w.folded] = id
		b.words = append(b.words, w.folded)
		b.real = append(b.real, false)
	}
	if s.isReal() {
		b.real[id] = true
	}
	if w.aside {
		id |= tokenAside
	}
	if fillers[w.folded] {
		id |= tokenFiller
	}
	return id
}

// finish sorts the words, renumbers the tokens of x and lists the holders.
func (b *vocabularyBuilder) finish(x *Index) vocabulary {
	order := make([]int, len(b.words)) // order[new] = old
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return strings.Compare(b.words[i], b.words[j]) })
	renumbered := make([]token, len(order))
	v := vocabulary{reals: []uint32{0}}
	for i, old := range order {
		renumbered[old] = token(i)
		v.append(b.words[old], b.real[old])
	}
	for i, t := range x.tokens {
		x.tokens[i] = t&^tokenWord | renumbered[t&tokenWord]
	}
	v.listHolders(x)
	return v
}

// append adds the next word in order.
func (v *vocabulary) append(w string, real bool) {
	letters, shared := []rune(w), 0
	if n := len(v.letters); n > 0 {
		before := v.letters[n-1]
		for shared < len(letters) && shared < len(before) && letters[shared] == before[shared] {
			shared++
		}
	}
	v.words = append(v.words, w)
	v.letters = append(v.letters, letters)
	v.shared = append(v.shared, uint16(min(shared, 1<<16-1)))
	v.offered = append(v.offered, real && mayOffer(letters))
	count := v.reals[len(v.reals)-1]
	if real {
		count++
	}
	v.reals = append(v.reals, count)
}

// listHolders fills in which entries hold which word in which places, in the
// order of the entries.
func (v *vocabulary) listHolders(x *Index) {
	v.holdersOf = make([]uint32, len(v.words)+1)
	x.eachPlace(len(v.words), func(w token, _ uint32, _ place) { v.holdersOf[w+1]++ })
	for i := range v.words {
		v.holdersOf[i+1] += v.holdersOf[i]
	}
	next := slices.Clone(v.holdersOf)
	v.holders = make([]uint32, v.holdersOf[len(v.words)])
	v.places = make([]place, len(v.holders))
	x.eachPlace(len(v.words), func(w token, e uint32, p place) {
		v.holders[next[w]], v.places[next[w]] = e, p
		next[w]++
	})
}

// beginning is the range of the words that begin with prefix.
func (v *vocabulary) beginning(prefix string) (lo, hi int) {
	lo, _ = slices.BinarySearch(v.words, prefix)
	n, _ := slices.BinarySearchFunc(v.words[lo:], prefix, func(w, p string) int {
		if strings.HasPrefix(w, p) {
			return -1
		}
		return 1
	})
	return lo, lo + n
}

// anyReal reports whether one of words[lo:hi] is real.
func (v *vocabulary) anyReal(lo, hi int) bool { return v.reals[hi] > v.reals[lo] }

// hasDigit reports whether a word holds a digit.
func hasDigit(letters []rune) bool { return slices.ContainsFunc(letters, unicode.IsDigit) }
