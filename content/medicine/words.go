package medicine

import "strings"

// The rules for single words that are no verbs and mean an order only in company:
// "over", "away", "one", "late".

// wordRules are the rules by their words.
var wordRules = map[string]func(s *sentence, i int) *token{}

// ruledWords tells most other words from those of wordRules.
var ruledWords shapes

func init() {
	for _, r := range []struct {
		words string // a hyphen joins an expression
		rule  func(s *sentence, i int) *token
	}{
		{"over", (*sentence).preferred},
		{"one", (*sentence).theOne},
		{"only just solo solamente unicamente unica unico last final ultima ultimo", (*sentence).onlyOrLast},
		{"end fin", (*sentence).endOf},
		{"ends finishes termina terminan acaba acaban", (*sentence).endsOnDay},
		{"out off fuera", (*sentence).crossedOut},
		{"regresa regresan vuelven", (*sentence).comingBack},
		{"cancel cancelamos cancelaremos sent-home turned-away be-seen le-atiende lo-atendemos le-atendemos", (*sentence).threatened},
		{"home casa", (*sentence).untilHome},
		{"stomach estomago", (*sentence).notInside},
		{"back", (*sentence).scaledBack},
		{"on con", (*sentence).notOn},
		{"that-goes-for same-goes-for eso-va-para eso-vale-para mismo-va-para mismo-vale-para eso-va-tambien-para eso-vale-tambien-para " +
			"including even incluso incluyendo incluida incluidas incluidos", (*sentence).included},
		{"mas more", (*sentence).oneMore},
		{"menos less", (*sentence).oneLess},
		{"double extra another otra additional doble adicional", (*sentence).extra},
		{"late later tarde", (*sentence).takenLate},
		{"up", (*sentence).raised},
		{"for-after para-despues until till hasta", (*sentence).keptForLater},
		{"let deje-que dejar-que", (*sentence).cleared},
		{"wear-off", (*sentence).wornOff},
		{"ninguno ninguna", (*sentence).bareNegation},
		{"for-the-last-time por-ultima-vez", (*sentence).namedBefore},
		{"away aside a-un-lado", (*sentence).setAside},
		{"free a-rest a-break a-miss a-pass a-descansar", (*sentence).rested},
	} {
		for word := range strings.FieldsSeq(r.words) {
			word = strings.ReplaceAll(word, "-", " ")
			wordRules[word] = r.rule
			ruledWords.add(word)
		}
	}
}

// preferred is the medicine that another is to be taken for: "choose acetaminophen
// over ibuprofen".
func (s *sentence) preferred(i int) *token {
	if !s.at(i-1).is(named) || s.noun(i+1).medicine != i+1 || s.asked || s.asksAround(i) {
		return nil
	}
	return &s.tokens[i+1]
}

// theOne is the medicine of "the one pain pill we allow".
func (s *sentence) theOne(i int) *token {
	n := s.noun(i + 1)
	if s.at(i-1).word != "the" || n.medicine < 0 || !s.allows(n.end) {
		return nil
	}
	return s.unlessAsked(i, n)
}

// comingBack is the medicine of "cuando ya coma, regresan sus pastillas".
func (s *sentence) comingBack(i int) *token {
	if !s.opensOrder(i) {
		return nil
	}
	return s.unlessAsked(i, s.noun(i+1))
}

// untilHome is the medicine of "take your thyroid pill when you get home".
func (s *sentence) untilHome(i int) *token {
	m := s.namedBefore(i)
	if m == nil || !isHome(*m) || !s.at(s.lastPart()).is(takeWord) || !s.hasFlag(condition, i) || s.asksAround(i) {
		return nil
	}
	return m
}

// notInside is the medicine of "in your bag, not in your stomach".
func (s *sentence) notInside(i int) *token {
	if !s.at(i-1).is(article|preposition) || !s.hasFlagBetween(negation, max(0, i-4), i) || s.asksAround(i) || s.eats(i) {
		return nil
	}
	return s.namedBefore(i)
}

// oneMore is the medicine of "tome una dosis más".
func (s *sentence) oneMore(i int) *token {
	verb := s.takeBefore(i)
	if !units[s.at(i-1).word] || !s.hasUse(0, i) || s.negatedTake(verb) >= 0 || s.asksBefore(i) || i+1 < len(s.tokens) && !s.at(i+1).is(linkOf|comma|condition) {
		return nil
	}
	return &s.tokens[i-1]
}

// oneLess is the medicine of "tome una pastilla menos".
func (s *sentence) oneLess(i int) *token {
	if !s.at(i-1).is(named) || !s.hasUse(0, i) {
		return nil
	}
	return &s.tokens[i-1]
}

// takenLate is the medicine of "your pill can be taken a few hours late".
func (s *sentence) takenLate(i int) *token {
	verb := s.takeBefore(i)
	if verb < 0 || !s.hasFlagBetween(time, verb, i+1) || s.negatedTake(verb) >= 0 || s.asksBefore(verb) || s.asksAround(i) || s.hasFlagBetween(harmless, verb, i) {
		return nil
	}
	return s.namedBefore(i)
}

// raised is the medicine of "up your insulin".
func (s *sentence) raised(i int) *token {
	if i > 0 && !s.at(i-1).is(comma|colon|andWord|thenWord) || s.noun(i+1).medicine != i+2 || !s.at(i+1).is(article) {
		return nil
	}
	return &s.tokens[i+2]
}

// wornOff is the medicine of "let your blood thinner wear off".
func (s *sentence) wornOff(i int) *token {
	for j := range i {
		if s.tokens[j].word == "let" && !s.asksBefore(i) && s.negated(j, true) < 0 {
			return s.namedBefore(i)
		}
	}
	return nil
}

// setAside is the medicine of "set your insulin aside" and "set them aside".
func (s *sentence) setAside(i int) *token {
	what, put := s.at(i-1), s.hasWord("put", i) || s.hasWord("set", i)
	switch {
	case s.asksBefore(i):
	case what.is(named) && put:
		return &s.tokens[i-1]
	case what.is(objectTail), what.is(pronoun) && put, what.flags == 0 && strings.HasPrefix(what.word, "haga"):
		if s.negated(i-1, true) < 0 {
			return s.antecedent(i - 1)
		}
	}
	return nil
}

// rested is the medicine of "give your insulin a rest".
func (s *sentence) rested(i int) *token {
	if !s.at(i-1).is(named) || s.at(i+1).word == "of" || s.asksBefore(i) {
		return nil
	}
	return &s.tokens[i-1]
}
