package find

import (
	"math/bits"
	"slices"
)

// A bitset is a set of entries, a bit each.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) add(e uint32) { b[e/64] |= 1 << (e % 64) }

// heldBy are the entries that hold a word that t fits, worked out once. The words
// that begin with it lie side by side, and so do their holders.
func (x *Index) heldBy(t *term) bitset {
	if t.held != nil {
		return t.held
	}
	b := newBitset(len(x.entries))
	for _, e := range x.holders[x.holdersOf[t.lo]:x.holdersOf[t.hi]] {
		b.add(e)
	}
	for _, w := range t.others {
		for _, e := range x.holders[x.holdersOf[w]:x.holdersOf[w+1]] {
			b.add(e)
		}
	}
	t.held = b
	return b
}

// candidates are the entries that hold a word for every term of r, or for any
// of them where not all must fit.
func (x *Index) candidates(r *reading, all bool) bitset {
	b := slices.Clone(x.heldBy(r.terms[0]))
	for _, t := range r.terms[1:] {
		for i, held := range x.heldBy(t) {
			if all {
				b[i] &= held
			} else {
				b[i] |= held
			}
		}
	}
	return b
}

// noteFits fills in which of so many words of the vocabulary a term fits.
func (r *reading) noteFits(words int) {
	r.fits = make([]bool, words)
	for _, t := range r.terms {
		for i := t.lo; i < t.hi; i++ {
			r.fits[i] = true
		}
		for _, i := range t.others {
			r.fits[i] = true
		}
	}
}

// A hit is an entry with its score and the reading that earned it.
type hit struct {
	entry   uint32
	score   int32
	reading uint8
}

// run finds the best hits of the readings, best first.
func (x *Index) run(readings []reading, all bool, limit int) []hit {
	best := make([]hit, len(x.entries))
	for n := range readings {
		take := func(e uint32, score int) {
			if int32(score) > best[e].score {
				best[e] = hit{e, int32(score), uint8(n)}
			}
		}
		readings[n].noteFits(len(x.words))
		if len(readings[n].terms) == 1 {
			x.scoreOneWord(&readings[n], take)
		} else {
			x.scoreWords(&readings[n], all, take)
		}
	}
	return top(best, limit)
}

// scoreWords scores the entries that hold a word for every term of r, or for any
// where not all must fit, and tells take of those that fit.
func (x *Index) scoreWords(r *reading, all bool, take func(e uint32, score int)) {
	for i, word := range x.candidates(r, all) {
		for ; word != 0; word &= word - 1 {
			e := uint32(i*64 + bits.TrailingZeros64(word))
			if score := x.scoreEntry(e, r, all); score > 0 {
				take(e, score)
			}
		}
	}
}

// top takes the best limit hits out of best, which has one for each entry, in
// order; all that score where limit is 0 or less.
func top(best []hit, limit int) []hit {
	if limit <= 0 {
		limit = len(best)
	}
	found := slices.DeleteFunc(best, func(h hit) bool { return h.score == 0 })
	if len(found) > 8*limit {
		found = aboveBar(found, limit)
	}
	slices.SortStableFunc(found, func(a, b hit) int { return int(b.score) - int(a.score) })
	return found[:min(limit, len(found))]
}

// aboveBar keeps, in order, every hit that can be among the best limit ones, so
// that a letter that fits all entries does not sort all entries.
func aboveBar(found []hit, limit int) []hit {
	var counts []int // by score
	for _, h := range found {
		if int(h.score) >= len(counts) {
			counts = append(counts, make([]int, int(h.score)+1-len(counts))...)
		}
		counts[h.score]++
	}
	bar, count := len(counts)-1, 0
	for ; bar > 0; bar-- {
		if count += counts[bar]; count >= limit {
			break
		}
	}
	above := count - counts[bar] // hits over the bar; of those at it, the first ones are wanted
	kept := found[:0]
	for _, h := range found {
		switch {
		case int(h.score) > bar:
			kept = append(kept, h)
		case int(h.score) == bar && above < limit:
			above++
			kept = append(kept, h)
		}
	}
	return kept
}
