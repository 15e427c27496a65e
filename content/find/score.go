package find

// maxTerms is how many words of a query count; a longer one is cut.
const maxTerms = 12

// A textScore is how a reading of the query fits one text.
type textScore struct {
	points [maxTerms]int16 // the best for each term
	found  [maxTerms]int32 // the token that earned them, counted from the text's first
	bonus  int
}

// scoreText fits the terms of a reading to one text, and writes into s.
func (r *reading) scoreText(tokens []token, in slot, s *textScore) {
	clear(s.points[:len(r.terms)])
	for n, tok := range tokens {
		if !r.fits[tok&tokenWord] {
			continue
		}
		for i, t := range r.terms {
			if p := t.pointsOf(tok, in); p > s.points[i] {
				s.points[i], s.found[i] = p, int32(n)
			}
		}
	}
	s.bonus = r.alignment(tokens, in) + r.togetherness(tokens, in, s)
}

// pointsOf is what the term earns with one word of a text.
func (t *term) pointsOf(tok token, in slot) int16 {
	k := t.kinds[tok&tokenWord]
	if k == kindNone {
		return 0
	}
	p := t.points[in][k]
	if tok&tokenFiller != 0 {
		return min(p, scoreFiller)
	}
	return p
}

// alignment is the bonus of a text that the query is, or opens.
func (r *reading) alignment(tokens []token, in slot) int {
	b := &bonuses[in]
	if b.exact == 0 {
		return 0
	}
	n, strict, whole := 0, true, true // n terms are aligned so far
	for _, tok := range tokens {
		if tok&(tokenFiller|tokenAside) != 0 {
			continue
		}
		if n == len(r.terms) { // the text goes on
			whole = false
			break
		}
		t := r.terms[n]
		k := t.kinds[tok&tokenWord]
		if t.points[in][k] == 0 {
			return 0
		}
		n++
		whole = whole && k == kindWhole
		strict = strict && (k == kindWhole || k == kindBegun && n == len(r.terms))
	}
	switch {
	case n < len(r.terms):
		return 0
	case whole:
		return b.exact
	case strict:
		return b.opens
	}
	return b.loosely
}

// togetherness is the bonus of a text that holds every term of several.
func (r *reading) togetherness(tokens []token, in slot, s *textScore) int {
	if len(r.terms) < 2 {
		return 0
	}
	for i := range r.terms {
		if s.points[i] == 0 {
			return 0
		}
	}
	next := 0
	for _, tok := range tokens {
		if next < len(r.terms) && r.terms[next].pointsOf(tok, in) > 0 {
			next++
		}
	}
	if next == len(r.terms) {
		return bonusInOrder
	}
	return bonusTogether
}

// scoreEntry is the score of an entry, or 0 where it is no match: where a term
// finds nothing, if all must, or where every term finds nothing.
//
// Its texts lie one behind the other, and few words of them fit: those are
// looked for first, and only a text with one of them is looked at.
func (x *Index) scoreEntry(e uint32, r *reading, all bool) int {
	var best [maxTerms]int16
	var s textScore
	bonus := 0
	text, end := x.entryTexts[e], x.texts[x.entryTexts[e+1]].first
	for n := x.texts[text].first; n < end; n++ {
		if !r.fits[x.tokens[n]&tokenWord] {
			continue
		}
		for x.texts[text+1].first <= n {
			text++
		}
		next := x.texts[text+1].first
		r.scoreText(x.tokens[x.texts[text].first:next], x.texts[text].slot, &s)
		bonus = max(bonus, s.bonus)
		for i := range r.terms {
			best[i] = max(best[i], s.points[i])
		}
		n = next - 1
	}
	return r.total(&best, bonus, all)
}

// total adds up what the terms of a reading earned.
func (r *reading) total(best *[maxTerms]int16, bonus int, all bool) int {
	sum := 0
	for i, weight := range r.weights {
		if best[i] == 0 && all {
			return 0
		}
		sum += int(best[i]) * weight
	}
	if sum == 0 {
		return 0
	}
	return sum/weightOfWord + bonus
}
