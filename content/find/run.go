package find

import "slices"

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
		x.score(&readings[n], all, limit, func(e uint32, score int) {
			if int32(score) > best[e].score {
				best[e] = hit{e, int32(score), uint8(n)}
			}
		})
	}
	return top(best, limit)
}

// score scores the entries that fit a reading and tells take of them, leaving out
// those that cannot come among the best limit ones.
func (x *Index) score(r *reading, all bool, limit int, take func(e uint32, score int)) {
	r.noteFits(len(x.words))
	bar := bar{limit: limit}
	for e, o := range x.outlooks(r) {
		sum := int(o.points / weightOfWord)
		switch {
		case o.terms == 0 || all && int(o.terms) < len(r.terms):
		case len(r.terms) == 1:
			take(uint32(e), sum+int(o.bonus))
		case sum+int(o.bonus)+bonusInOrder > bar.height:
			score := x.scoreEntry(uint32(e), r, all)
			take(uint32(e), score)
			bar.raise(score)
		}
	}
}

// A bar is as high as the worst of the best limit scores so far, or 0 while there
// are fewer. Entries come in the order of equals, so that what does not get over
// the bar is out. Without a limit the bar stays down.
type bar struct {
	limit, height int
	over          int   // how many scores are over the bar
	counts        []int // of scores over the bar
}

func (b *bar) raise(score int) {
	if b.limit <= 0 || score <= b.height {
		return
	}
	if score >= len(b.counts) {
		b.counts = append(b.counts, make([]int, score+1-len(b.counts))...)
	}
	b.counts[score]++
	for b.over++; b.over >= b.limit; b.over -= b.counts[b.height] {
		b.height++
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
