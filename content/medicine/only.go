package medicine

// The rules for what alone may be taken, and for the last of it.

// onlyOrLast is the medicine of "take only", and of a last dose that somebody
// sets a day for.
func (s *sentence) onlyOrLast(i int) *token {
	if m := s.lastDay(i); m != nil {
		return m
	}
	if m := s.onlyUntil(i); m != nil {
		return m
	}
	if m := s.onlyAfter(i); m != nil {
		return m
	}
	word := s.tokens[i].word
	last := word == "last" || word == "final" || word == "ultima" || word == "ultimo"
	n := s.noun(i + 1)
	if !last && s.isAllAllowed(n) {
		return s.unlessAsked(i, n) // "only Tylenol is allowed"
	}
	if !last && s.at(i+1).word == "se" && s.at(i+2).is(agreesWord) {
		return s.unlessAsked(i, s.noun(i+3)) // "solo se permite Tylenol"
	}
	if s.at(i+1).is(takeWord) && !last {
		n = s.noun(i + 2)
	} else if !last && n.medicine >= 0 && s.allows(n.end) {
		return s.unlessAsked(i, n) // "the only medicine you may take"
	} else {
		j := i - 1
		for s.at(j).is(article) {
			j--
		}
		if !s.at(j).is(takeWord|useWord) && !(last && n.medicine >= 0 && (s.setsDay(n.end) || s.at(i-1).is(colon) && s.hasFlag(time, i))) {
			return nil
		}
	}
	return s.unlessAsked(i, n)
}

// isAllAllowed reports whether the noun behind "only" is what is allowed.
func (s *sentence) isAllAllowed(n noun) bool {
	switch s.at(n.end).word {
	case "is", "are":
		return n.medicine >= 0 && s.at(n.end+1).is(agreesWord)
	}
	return false
}

// onlyUntil is the medicine that is to be taken up to a day: "take your aspirin only
// until Sunday".
func (s *sentence) onlyUntil(i int) *token {
	switch s.at(i + 1).word {
	case "until", "till", "through", "hasta":
	default:
		return nil
	}
	if !s.at(i-1).is(named) || s.takeBefore(i) < 0 || s.asksBefore(i) || s.speaksSoon(i+1) {
		return nil
	}
	return &s.tokens[i-1]
}

// allows reports whether what follows the noun that ends at i says that it is
// allowed: "you may take", "para el dolor que permitimos".
func (s *sentence) allows(i int) bool {
	if w := s.at(i).word; w == "para" || w == "for" {
		i = s.noun(i + 1).end
	}
	if s.at(i).word == "that" {
		i++
	}
	return (s.at(i).is(subject) || s.at(i).word == "que") && s.at(i+1).is(modal|agreesWord)
}

// setsDay reports whether what follows says when: "is Monday", "should be 5 days
// before".
func (s *sentence) setsDay(i int) bool {
	if t := s.at(i); t.is(modal|colon) || t.word == "is" || t.word == "es" {
		return true
	}
	for j := i; s.at(j).is(time); j++ {
		switch s.at(j + 1).word {
		case "before", "ahead", "prior", "out", "antes":
			return true
		}
	}
	return false
}

// onlyAfter is the medicine that is to be taken no sooner than something else: "do
// your metformin only after the scan". A meal is no such thing.
func (s *sentence) onlyAfter(i int) *token {
	switch s.at(i + 1).word {
	case "after", "once", "when", "despues", "cuando", "hasta":
	case "if", "si":
		if m := s.namedBefore(i); m == nil || !isHome(*m) {
			return nil
		}
	default:
		return nil
	}
	from, to := s.span(i)
	if s.hasFlagBetween(asks, from, i) {
		return nil
	}
	for _, t := range s.tokens[i+1 : to] {
		if meals[t.word] || t.is(asks) && t.word != "read" {
			return nil
		}
	}
	if s.negated(i, true) >= 0 || s.asksBefore(i) || s.asked {
		return nil
	}
	return s.clauseSubject(i, true)
}

// meals are what many medicines are taken after.
var meals = setOf("meal meals food eat eating breakfast lunch dinner supper comida comidas comer coma alimentos desayuno desayunar almuerzo cena need necesita dolor pain")
