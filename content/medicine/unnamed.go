package medicine

import "slices"

// Orders about a medicine that no word names: "stop taking them three days before".
// What else they could be about is told by what stands before, which a caller that
// knows a heading or the line above puts in front of the text.

// speaksOfTaking reports whether anything in a text can be an order: it names a
// medicine or what one lies in, or says to stop taking something.
func speaksOfTaking(tokens []token) bool {
	for i, t := range tokens {
		if t.is(named|container) || i > 0 && t.is(takeWord) && t.is(gerund|infinitive) && tokens[i-1].is(stopWord|weakWord|linkOf) {
			return true
		}
	}
	return false
}

// stopTaking is the pronoun of "stop taking them", where nothing named before can be
// what it means: one takes medicines, and drinks the rest.
func (s *sentence) stopTaking(i int) *token {
	for j := i + 1; j <= i+2 && j < len(s.tokens); j++ {
		t := &s.tokens[j]
		if !t.is(takeWord) || !t.is(gerund|infinitive) {
			continue
		}
		if !t.is(objectTail) && !s.noun(j+1).pronoun {
			return nil
		}
		if hasOther(s.tokens[:i]) || slices.ContainsFunc(s.before, hasOther) || s.excusesStop(i) {
			return nil
		}
		return t
	}
	return nil
}

// hasOther reports whether tokens name something else that one can stop taking.
func hasOther(tokens []token) bool {
	return slices.ContainsFunc(tokens, func(t token) bool { return takenToo[t.word] })
}

// takenToo is what people take besides medicines.
var takenToo = setOf(`alcohol beer wine liquor drink drinks coffee caffeine tea soda cola milk water juice liquid liquids fluids sugar salt food bath baths shower showers
	pictures photos notes stairs prep cerveza vino cafe cafeina refresco refrescos leche agua jugo liquido liquidos azucar sal comida bano banos fotos escaleras preparacion`)
