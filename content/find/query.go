package find

import (
	"slices"
	"unicode/utf8"
)

// # How a query is read
//
// Case, accents and most signs do not matter, fillers are left out, and every
// word may be unfinished. A query can be read in several ways, and an entry
// takes the way that earns it most:
//
//	"sacro iliaca"    sacro · iliaca       as typed
//	                  sacroiliaca          two words as one, where the index has it
//	"triggerpoint"    trigger · point      an unknown word as two known ones
//	"knee a"          knee                 a filler at the end left out …
//	                  knee · a…            … or on its way to "arthroscopy"
//
// Whatever the reading, each typed word weighs the same: "sacroiliaca" counts
// twice, "trigger" and "point" half each.

// maxQuery is how many bytes of a query are read.
const maxQuery = 200

// weightOfWord is the weight of a typed word, in halves.
const weightOfWord = 2

// A reading is one way to read a query.
type reading struct {
	terms   []*term
	weights []int  // of each term, in halves of a typed word
	from    []Span // of each term, where it stands in the query
	fits    []bool // of each word of the vocabulary, whether a term fits it
}

// A term is a word of a reading, held against the vocabulary.
type term struct {
	typed  string
	points *pointTable
	kinds  []kind // of each word of the vocabulary
	lo, hi int    // the words that begin with it
	others []int  // the words that it fits otherwise
}

// forgiveness says in which words errors are forgiven.
type forgiveness uint8

const (
	// forgiveUnknown: in a word that is not in the index and begins none that is,
	// slips aside. A word that someone means is never taken for another.
	forgiveUnknown forgiveness = iota
	// forgiveUnfinished: also in a word that only begins one. The search comes to
	// this when the first way found nothing.
	forgiveUnfinished
	// forgiveMore: as forgiveUnknown, and one error more. Only for the nearest.
	forgiveMore
)

// queryWords are the words of a query, cut to size. The modifier of a code goes:
// of "27096-50" stays "27096".
func queryWords(query string) []word {
	var words []word
	split := appendWords(nil, query[:min(len(query), maxQuery)], false)
	for i, w := range split {
		if i == 0 || !isModifier(query, split[i-1], w) {
			words = append(words, w)
		}
	}
	return words[:min(len(words), maxTerms)]
}

// isModifier reports whether w is a modifier behind the code before: two
// characters after five with digits and a hyphen.
func isModifier(query string, before, w word) bool {
	return len(before.folded) == 5 && endsInDigit(before.folded[:2]) && len(w.folded) == 2 &&
		query[before.end:w.start] == "-"
}

// A search is one query on its way through the index.
type search struct {
	*Index
	terms map[termKey]*term
}

type termKey struct {
	typed   string
	forgive forgiveness
}

// readings lists the ways to read words; the first is the plain one.
func (s *search) readings(words []word, forgive forgiveness) []reading {
	content, endsInFiller := withoutFillers(words)
	plain := s.read(content, forgive)
	readings := []reading{plain}
	if endsInFiller {
		readings = append(readings, s.read(append(slices.Clip(content), words[len(words)-1]), forgive))
	}
	for i := 1; i < len(content); i++ {
		readings = s.appendJoined(readings, plain, content, i-1, i+1)
	}
	if len(content) > 2 {
		readings = s.appendJoined(readings, plain, content, 0, len(content))
	}
	return s.appendSplit(readings, plain)
}

// withoutFillers takes the fillers out of words, unless there is nothing else,
// and says whether the last word was one.
func withoutFillers(words []word) (content []word, endsInFiller bool) {
	for _, w := range words {
		if endsInFiller = fillers[w.folded]; !endsInFiller {
			content = append(content, w)
		}
	}
	if len(content) == 0 {
		return words, false
	}
	return content, endsInFiller
}

func (s *search) read(words []word, forgive forgiveness) reading {
	var r reading
	for _, w := range words {
		r.add(s.term(w.folded, forgive), weightOfWord, Span{w.start, w.end})
	}
	return r
}

func (r *reading) add(t *term, weight int, from Span) {
	r.terms, r.weights, r.from = append(r.terms, t), append(r.weights, weight), append(r.from, from)
}

// appendJoined appends the reading that takes words from i up to j as one, if
// the index has such a word.
func (s *search) appendJoined(readings []reading, plain reading, words []word, i, j int) []reading {
	var joined string
	for _, w := range words[i:j] {
		joined += w.folded
	}
	if lo, hi := s.beginning(joined); lo == hi {
		return readings
	}
	var r reading
	for n, t := range plain.terms {
		switch {
		case n == i:
			r.add(s.term(joined, forgiveUnknown), weightOfWord*(j-i), Span{words[i].start, words[j-1].end})
		case n < i || n >= j:
			r.add(t, weightOfWord, plain.from[n])
		}
	}
	return append(readings, r)
}

// appendSplit appends the reading that takes every unknown word as two known
// ones, if that works for any.
func (s *search) appendSplit(readings []reading, plain reading) []reading {
	var r reading
	split := false
	for n, t := range plain.terms {
		left, right, ok := "", "", false
		if t.lo == t.hi {
			left, right, ok = s.split(t.typed)
		}
		if !ok {
			r.add(t, weightOfWord, plain.from[n])
			continue
		}
		split = true
		r.add(s.term(left, forgiveUnknown), weightOfWord/2, plain.from[n])
		r.add(s.term(right, forgiveUnknown), weightOfWord/2, plain.from[n])
	}
	if !split || len(r.terms) > maxTerms {
		return readings
	}
	return append(readings, r)
}

// The fewest letters of the two parts that a word is split into.
const (
	minLeftPart  = 2
	minRightPart = 3
)

// split cuts a word into a real word and the beginning of another, the first as
// long as it can be.
func (v *vocabulary) split(typed string) (left, right string, ok bool) {
	for cut := len(typed) - minRightPart; cut >= minLeftPart; cut-- {
		left, right = typed[:cut], typed[cut:]
		if fillers[left] || fillers[right] || !v.isReal(left) || !utf8.ValidString(left) {
			continue
		}
		if lo, hi := v.beginning(right); v.anyReal(lo, hi) {
			return left, right, true
		}
	}
	return "", "", false
}

// isReal reports whether a whole word is in the vocabulary and real.
func (v *vocabulary) isReal(w string) bool {
	lo, hi := v.beginning(w)
	return lo < hi && v.words[lo] == w && v.anyReal(lo, lo+1)
}

// term holds a typed word against the vocabulary.
func (s *search) term(typed string, forgive forgiveness) *term {
	key := termKey{typed, forgive}
	if t := s.terms[key]; t != nil {
		return t
	}
	letters := []rune(typed)
	t := &term{typed: typed, points: pointsFor(letters), kinds: make([]kind, len(s.words))}
	s.terms[key] = t
	t.lo, t.hi = s.beginning(typed)
	for i := t.lo; i < t.hi; i++ {
		t.kinds[i] = kindBegun
	}
	whole := s.isReal(typed)
	if t.lo < t.hi && s.words[t.lo] == typed {
		t.kinds[t.lo] = kindWhole
	}
	known := s.anyReal(t.lo, t.hi)
	if singular := singularOf(typed); !known && s.isReal(singular) {
		i, _ := s.beginning(singular)
		t.fit(i, kindWhole)
		known, whole = true, true
	}
	if !known || forgive == forgiveUnfinished && !whole {
		s.forgive(t, letters, forgive)
	}
	return t
}

// fit notes that t fits word i otherwise than as its beginning.
func (t *term) fit(i int, k kind) {
	t.kinds[i] = k
	t.others = append(t.others, i)
}

// singularOf is a word without the s at its end, or "" where it has none.
func singularOf(w string) string {
	if len(w) < 4 || w[len(w)-1] != 's' {
		return ""
	}
	return w[:len(w)-1]
}

// forgive adds the words that t may be a misspelling of.
func (s *search) forgive(t *term, letters []rune, forgive forgiveness) {
	budget := errorsForgiven(len(letters))
	if budget == 0 || hasDigit(letters) || soundalikes[singularOf(t.typed)] > 0 {
		return
	}
	if forgive == forgiveMore {
		budget++
	}
	guard := newGuard(letters, budget)
	s.near(letters, budget, func(id, whole, begun int) {
		if t.kinds[id] == kindNone && guard.allows(s.words[id]) {
			t.fit(id, bestErrorKind(whole, begun, budget, letters[0] != s.letters[id][0]))
		}
	})
}

// bestErrorKind is the kind that scores more, of a word that fits whole or in
// its beginning with so many errors.
func bestErrorKind(whole, begun, budget int, otherFirst bool) kind {
	k := errorKind(begun, otherFirst, true)
	if whole <= budget && errorKind(whole, otherFirst, false).score() >= k.score() {
		return errorKind(whole, otherFirst, false)
	}
	return k
}
