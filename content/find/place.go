package find

// A place is where a word stands, as far as one word of a query can tell: in which
// slot, and where in its text.
//
//	"SI joint injection"      SI opens, joint and injection are inside
//	"Colonoscopy"             is the only word
//	"the T"                   the is a filler, T the only word
//
// Most keystrokes are in the first word of a query and fit a large part of a
// large library. With the places beside each word, such a query is answered by
// one walk along the words that fit, without a look at any text. For a query of
// several words, a walk for each tells which entries have all of them, and which
// can still come among the best.
type place uint8

const (
	placeInside place = iota
	placeOpens
	placeOnly
	placeFiller
	placesOfSlot
	places = place(slots) * placesOfSlot
)

// eachPlace tells take of every word of every entry, once for each of its places
// there. words is how many the vocabulary has.
func (x *Index) eachPlace(words int, take func(w token, e uint32, p place)) {
	const none = ^uint32(0)
	seenIn := make([]uint32, words) // by word: the entry that seen is about
	seen := make([]uint64, words)   // by word: a bit for each place
	for i := range seenIn {
		seenIn[i] = none
	}
	for e := range uint32(len(x.entries)) {
		for t := x.entryTexts[e]; t < x.entryTexts[e+1]; t++ {
			tokens := x.tokens[x.texts[t].first:x.texts[t+1].first]
			opens := opening(tokens)
			for _, tok := range tokens {
				w, p := tok&tokenWord, place(x.texts[t].slot)*placesOfSlot
				switch {
				case tok&tokenFiller != 0:
					p += placeFiller
				case tok&tokenAside == 0:
					p += opens
					opens = placeInside
				}
				if seenIn[w] != e {
					seenIn[w], seen[w] = e, 0
				}
				if seen[w]&(1<<p) == 0 {
					seen[w] |= 1 << p
					take(w, e, p)
				}
			}
		}
	}
}

// opening is the place of the first word of a text that is no filler.
func opening(tokens []token) place {
	count := 0
	for _, tok := range tokens {
		if tok&(tokenFiller|tokenAside) == 0 {
			count++
		}
	}
	if count == 1 {
		return placeOnly
	}
	return placeOpens
}

// A placeTable says what a term earns in each place by each kind of hit: points,
// and the bonus of the text.
type placeTable [places][kinds]struct{ points, bonus int16 }

// placesFor works out the table for a term. Where it is the only one of its
// reading, bonus is what the text earns; where it is the first of several, the
// most that the text can earn by it.
func placesFor(points *pointTable, only bool) *placeTable {
	var t placeTable
	for s := range slots {
		for k := kindWhole; k < kinds; k++ {
			p, b := points[s][k], bonuses[s]
			if p == 0 {
				continue
			}
			whole, more := b.exact, b.opens // the bonus where the text ends here, and where it goes on
			switch {
			case k >= kindError, k == kindBegun && !only:
				whole, more = b.loosely, b.loosely
			case k == kindBegun:
				whole = b.opens
			case !only:
				more = b.exact
			}
			at := t[place(s)*placesOfSlot:]
			at[placeInside][k].points = p
			at[placeFiller][k].points = min(p, scoreFiller)
			at[placeOpens][k].points, at[placeOpens][k].bonus = p, int16(more)
			at[placeOnly][k].points, at[placeOnly][k].bonus = p, int16(whole)
		}
	}
	return &t
}

// An outlook is what an entry earns with a reading, as far as the places of the
// words tell: its points, and the most that a text of it can add.
type outlook struct {
	points int32 // in halves
	bonus  int16
	terms  uint8 // how many terms find a word
}

// outlooks walks along the words that the terms of a reading fit, and gives the
// outlook of every entry. With one term, that is its score.
func (x *Index) outlooks(r *reading) []outlook {
	all := make([]outlook, len(x.entries))
	best := make([]int16, len(x.entries))
	for i, t := range r.terms {
		clear(best)
		table := placesFor(t.points, len(r.terms) == 1)
		walk := func(w int) {
			k := t.kinds[w]
			for n := x.holdersOf[w]; n < x.holdersOf[w+1]; n++ {
				e, earned := x.holders[n], &table[x.places[n]][k]
				best[e] = max(best[e], earned.points)
				if i == 0 {
					all[e].bonus = max(all[e].bonus, earned.bonus)
				}
			}
		}
		for w := t.lo; w < t.hi; w++ {
			walk(w)
		}
		for _, w := range t.others {
			walk(w)
		}
		for e, p := range best {
			if p > 0 {
				all[e].points += int32(p) * int32(r.weights[i])
				all[e].terms++
			}
		}
	}
	return all
}
