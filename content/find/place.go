package find

// A place is where a word stands, as far as a query of one word can tell: in
// which slot, and where in its text.
//
//	"SI joint injection"      SI opens, joint and injection are inside
//	"Colonoscopy"             is the only word
//	"the T"                   the is a filler, T the only word
//
// Most keystrokes are in the first word of a query and fit a large part of a
// large library. With the places beside each word, such a query is answered by
// one walk along the words that fit, without a look at any text.
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

// placesFor works out the table for one term.
func placesFor(points *pointTable) *placeTable {
	var t placeTable
	for s := range slots {
		for k := kindWhole; k < kinds; k++ {
			p := points[s][k]
			if p == 0 {
				continue
			}
			at := place(s) * placesOfSlot
			t[at+placeInside][k].points = p
			t[at+placeFiller][k].points = min(p, scoreFiller)
			t[at+placeOpens][k].points, t[at+placeOnly][k].points = p, p
			exact, opens := bonuses[s].exact, bonuses[s].opens
			if k >= kindError {
				exact, opens = bonuses[s].loosely, bonuses[s].loosely
			} else if k == kindBegun {
				exact = opens
			}
			t[at+placeOpens][k].bonus, t[at+placeOnly][k].bonus = int16(opens), int16(exact)
		}
	}
	return &t
}

// scoreOneWord scores every entry for a reading of one term, as scoreEntry does,
// and tells take of those that fit.
func (x *Index) scoreOneWord(r *reading, take func(e uint32, score int)) {
	t := r.terms[0]
	table := placesFor(t.points)
	points, bonus := make([]int16, len(x.entries)), make([]int16, len(x.entries))
	walk := func(w int) {
		k := t.kinds[w]
		for i := x.holdersOf[w]; i < x.holdersOf[w+1]; i++ {
			e, earned := x.holders[i], &table[x.places[i]][k]
			points[e] = max(points[e], earned.points)
			bonus[e] = max(bonus[e], earned.bonus)
		}
	}
	for w := t.lo; w < t.hi; w++ {
		walk(w)
	}
	for _, w := range t.others {
		walk(w)
	}
	for e, p := range points {
		if p > 0 {
			take(uint32(e), int(p)*r.weights[0]/weightOfWord+int(bonus[e]))
		}
	}
}
