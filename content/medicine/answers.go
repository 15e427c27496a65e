package medicine

// The rules for an answer that makes an order of the question before it.

// onlyNames is the medicine that a question ends in and says nothing else of:
// "Aspirin?"
func (s *sentence) onlyNames() *token {
	if n := s.noun(s.lastPart()); s.asked && n.medicine >= 0 && n.end == len(s.tokens) {
		return &s.tokens[n.medicine]
	}
	return nil
}

// lastPart is where what stands behind the last comma, colon or conjunction begins.
func (s *sentence) lastPart() int {
	begin := 0
	for i, t := range s.tokens {
		if t.is(comma | colon | andWord | thenWord) {
			begin = i + 1
		}
	}
	return begin
}

// isRefusal reports whether the sentence says no more than "no", and perhaps when.
func (s *sentence) isRefusal() bool {
	no := false
	for _, t := range s.tokens {
		switch {
		case t.is(negation):
			no = true
		case t.is(noneWord), away[t.word]:
			no = true
		case !t.is(time|article|preposition|linkOf|comma|thenWord|pronoun|adverb) && !isNumber(t.word):
			return false
		}
	}
	return no
}

// away are words of a time without a medicine.
var away = setOf("out fuera free libre")

// answer is the medicine of an order that "yes" or "no" gives to a question:
// "Should I stop aspirin? Yes." "Can I take my pills? No." "Aspirin? Not this week."
func (s *sentence) answer(question sentence) *token {
	first := s.at(0)
	if m := question.onlyNames(); m != nil && s.isRefusal() {
		return m
	}
	if verb := question.at(question.lastPart()); question.asked && s.isRefusal() && (verb.is(takeWord) || verb.word == "on" || verb.word == "esta") {
		return question.namedBetween(question.lastPart(), len(question.tokens)) // "Taking Plavix? Seven days without."
	}
	if !question.asked || len(s.tokens) > 1 && !s.at(1).is(comma|colon) {
		return nil
	}
	var verbs flags
	switch first.word {
	case "yes", "si":
		verbs = stopWord | weakWord | restartWord
	case "no":
		verbs = takeWord | useWord
	}
	for i, t := range question.tokens {
		if t.is(verbs) {
			if m := question.object(i); m != nil {
				return m
			}
		}
	}
	return nil
}
