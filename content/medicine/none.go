package medicine

import (
	"slices"
	"strings"
)

// The rules for words of none, of later and of only.

// none is the medicine of a word such as "no" or "without".
func (s *sentence) none(i int) *token {
	t := s.tokens[i]
	n := s.noun(i + 1)
	if (t.word == "off" || t.word == "without") && goings[s.at(i-1).word] && s.excusesStop(i-1) {
		s.excused[i] = true // "do not come off your medicine"
		return nil
	}
	switch {
	case (n.taking || n.verbal) && t.is(negation) && !t.is(substitute):
		return nil // the verb is looked at by itself
	case s.asksBefore(i), s.patientAsks(i):
		return nil
	case t.word == "off" && n.medicine < 0:
		return s.takenOff(i, n)
	case t.is(halfWord) && n.content == 0 && (i == 0 || s.at(i-1).is(takeWord|useWord|article|colon)):
		return s.antecedent(i) // "if you use insulin, take half"
	case t.is(negation) && n.medicine < 0 && (n.content > 0 || n.harmless):
		return s.listed(n.end) // "no food, drink, or pills"
	case n.medicine < 0, s.saysNoOrder(i, n):
		return nil
	}
	return &s.tokens[n.medicine]
}

// goings are verbs that stand before "off" and "without".
var goings = setOf("come go get be stay going coming getting staying being")

// saysNoOrder reports whether a word of none before the medicine of n says
// something harmless.
func (s *sentence) saysNoOrder(i int, n noun) bool {
	t, m := s.tokens[i], s.tokens[n.medicine]
	switch {
	case s.isFact(i, n), s.afterExcused(i):
		return true
	case t.word == "no" && (isSpanish(m.word) && s.tokens[i+1].flags == 0 || s.hasArticle(i+2, n.medicine)):
		return true // "no comparta sus pastillas": a verb of another kind
	case t.word == "menos" && s.hasFlag(person, i):
		return true // "algunas personas toman menos pastillas"
	case t.is(exceptWord):
		return s.hasNegation(i) // "nothing to eat except your pills"; what is negated is looked at by itself
	case t.is(substitute):
		return n.medicine == i+1 && isPlain(m) && !s.hasTake(i) // "some choose a shot instead of pills"
	case t.word == "fewer", t.word == "less":
		return s.hasFlag(person, i) && !s.hasWord("should", i) && !s.hasWord("must", i) // "some people need fewer pain pills"
	}
	return false
}

// bareNegation is the medicine of "not" and "no" without a verb: "but not your
// insulin", "Aspirin: no.", "Can I take aspirin? No."
func (s *sentence) bareNegation(i int) *token {
	t := s.tokens[i]
	before := s.at(i - 1)
	if before.word == "que" {
		return nil // "a menos que le digamos que no"
	}
	if i == len(s.tokens)-1 && (before.is(colon|comma) || before.word == "please" || before.is(helper) && !s.isQuestionTail(i)) {
		return s.antecedent(i) // "Aspirin: no", "please do not"
	}
	if t.word == "no" && i == len(s.tokens)-1 {
		for j := i - 1; j >= 0; j-- {
			if s.tokens[j].is(named) {
				return &s.tokens[j] // "Tylenol sí, ibuprofeno no", "aspirina: esa semana no"
			}
			if !s.tokens[j].is(time | article | colon) {
				break
			}
		}
	}
	if next := s.at(i + 1).word; (next == "before" || next == "antes") && (i+2 == len(s.tokens) || s.at(i+2).is(comma|colon)) && s.hasUse(0, i) {
		return s.namedBefore(i) // "take your pills after the test, not before"
	}
	switch t.word {
	case "not", "no":
		if n := s.noun(i + 1); before.is(colon) && n.content == 0 && !n.verbal && !n.taking {
			return s.namedBefore(i) // "insulin: not that morning"
		}
	case "none", "nothing", "ninguna", "ninguno", "nada":
		if n := s.noun(i + 1); (n.content == 0 || s.at(i+1).is(time|preposition) || s.at(i+2).is(time|article)) && before.is(comma|colon|andWord|thenWord) {
			return s.namedBefore(i) // "insulin the night before and none that day"
		}
	}
	if t.word == "not" && s.at(i+1).word == "one" {
		return s.unlessAsked(i, s.noun(i+1)) // "not one pill"
	}
	if t.word == "never" || t.word == "nunca" || t.word == "jamas" {
		if n := s.noun(i + 1); !n.taking {
			return s.unlessAsked(i, n) // "Tylenol, never aspirin"
		}
	}
	if t.word != "not" || !(i == 0 || s.at(i-1).is(comma|colon|andWord|orWord|thenWord)) {
		return nil
	}
	n := s.noun(i + 1)
	if n.medicine < 0 || s.at(i+1).word == "a" || s.at(i+1).word == "an" || s.at(i+1).word == "just" || s.asksBefore(i) {
		return nil
	}
	return &s.tokens[n.medicine]
}

// disagree is the medicine that a text does not allow or recommend.
func (s *sentence) disagree(i int) *token {
	if s.negated(i, false) < 0 || s.asksBefore(i) || s.patientAsks(i) {
		return nil
	}
	n := s.noun(i + 1)
	switch {
	case s.tokens[i].word == "on board":
		return s.subjectOf(i)
	case s.at(i + 1).is(stopWord | weakWord | restartWord):
		return nil
	case n.medicine >= 0:
		return &s.tokens[n.medicine]
	case n.content == 0:
		if m := s.subjectOf(i); m != nil {
			return m
		}
		return s.afterColon(i)
	}
	return nil
}

// putOff is the medicine that is to wait: "wait to take", "your pills can wait".
func (s *sentence) putOff(i int) *token {
	if s.negated(i, true) >= 0 || s.asksBefore(i) {
		return nil
	}
	if next := s.at(i + 1).word; next == "on" || next == "with" || next == "con" {
		return s.unlessAsked(i+1, s.noun(i+2)) // "wait on your Ozempic"
	}
	for j := i + 1; j < len(s.tokens) && !s.tokens[j].is(comma|colon|thenWord); j++ {
		if !s.tokens[j].is(takeWord|useWord) || s.asksBefore(j) {
			continue
		}
		before := s.at(j - 1)
		if before.is(subject | linkOf) {
			before = s.at(j - 2)
		}
		if n := s.noun(j + 1); n.medicine >= 0 && (!before.is(subordinator) || before.word == "before" || before.word == "until") {
			return &s.tokens[n.medicine]
		}
	}
	if s.at(i-1).is(modal|named) || s.at(i-1).word == "to" {
		return s.subjectOf(i)
	}
	return nil
}

// takenOff is the medicine in "turn your pump off", "come off them"; n is what
// stands behind "off".
func (s *sentence) takenOff(i int, n noun) *token {
	if s.asksBefore(i) {
		return nil
	}
	for j := i - 1; j >= 0 && j >= i-5 && !s.tokens[j].is(comma|colon|thenWord); j-- {
		switch s.tokens[j].word {
		case "turn", "switch", "take", "peel", "shut", "leave", "pull":
			if m := s.namedBefore(i); m != nil && m.start > s.tokens[j].start && s.negated(j, true) < 0 && !s.asksBefore(j) {
				return m
			}
			return nil
		case "come", "go", "get", "stay", "be":
			if n.pronoun && s.negated(j, true) < 0 && !s.asksBefore(j) {
				return s.antecedent(i)
			}
			return nil
		}
	}
	return nil
}

// included is the medicine that a ban of eating takes in: "nothing by mouth,
// including pills".
func (s *sentence) included(i int) *token {
	n := s.noun(i + 1)
	if n.medicine < 0 || s.asksBefore(i) {
		return nil
	}
	for j := i - 1; j >= 0; j-- {
		switch t := s.tokens[j]; {
		case s.excused[j]:
			return nil
		case t.word == "nothing", t.word == "nada", t.is(negation) && s.hasUse(j, i):
			return &s.tokens[n.medicine]
		}
	}
	return nil
}

// isAllAllowed reports whether the noun behind "only" is what is allowed.
func (s *sentence) isAllAllowed(n noun) bool {
	switch s.at(n.end).word {
	case "is", "are":
		return n.medicine >= 0 && s.at(n.end+1).is(agreesWord)
	}
	return false
}

// keptForLater is the medicine that is to be taken after the visit: "save your pills
// for after the test", "your pill is for after the visit".
func (s *sentence) keptForLater(i int) *token {
	m := s.namedBefore(i)
	if m == nil || s.asksBefore(i) {
		return nil
	}
	if later[s.at(i-1).word] {
		return m
	}
	for j := i - 1; j >= 0 && !s.tokens[j].is(comma|colon|thenWord); j-- {
		if keeps[s.tokens[j].word] && s.noun(j+1).medicine >= 0 && s.negated(j, true) < 0 && !s.asksBefore(j) {
			return m
		}
	}
	return nil
}

var (
	keeps = setOf("save keep leave guarde guarden deje dejen reserve take tome")
	later = setOf("is are es son")
)

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

// notOn is the medicine of "on" that somebody is not to be: "we do not want you on
// Plavix".
func (s *sentence) notOn(i int) *token {
	switch s.at(i - 1).word {
	case "be", "you", "stay", "them", "patients":
	default:
		return nil
	}
	no := s.negatedForOthers(i)
	if no < 0 || s.conditionOf(no) >= 0 {
		return nil
	}
	return s.unlessAskedAbout(i, s.noun(i+1))
}

// unlessAskedAbout is the medicine of a noun behind the word at i, unless that is
// asked about.
func (s *sentence) unlessAskedAbout(i int, n noun) *token {
	if n.medicine < 0 || s.asksBefore(i) || s.asked {
		return nil
	}
	return &s.tokens[n.medicine]
}

// onlyOrLast is the medicine of "take only", and of a last dose that somebody
// sets a day for.
func (s *sentence) onlyOrLast(i int) *token {
	if m := s.onlyUntil(i); m != nil {
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
	} else if !last && n.medicine >= 0 && (s.at(n.end).is(subject) || s.at(n.end).word == "que") && s.at(n.end+1).is(modal) {
		return s.unlessAsked(i, n) // "the only medicine you may take"
	} else {
		j := i - 1
		for s.at(j).is(article) {
			j--
		}
		if !s.at(j).is(takeWord|useWord) && !(last && n.medicine >= 0 && s.setsDay(n.end)) {
			return nil
		}
	}
	return s.unlessAsked(i, n)
}

// unlessAsked is the medicine of a noun behind the word at i, where that is
// neither negated nor asked about.
func (s *sentence) unlessAsked(i int, n noun) *token {
	if s.negated(i, true) >= 0 {
		return nil
	}
	return s.unlessAskedAbout(i, n)
}

// setsDay reports whether what follows says when: "is Monday", "should be 5 days
// before".
func (s *sentence) setsDay(i int) bool {
	return s.at(i).is(modal) || s.at(i).word == "is" || s.at(i).is(colon) || s.at(i).word == "es"
}

// isSpanish reports whether the name of a medicine is a Spanish word, by its
// ending.
func isSpanish(name string) bool {
	for _, ending := range []string{"a", "o", "as", "os", "ante", "antes"} {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return false
}

// hasArticle reports whether an article stands from a to b.
func (s *sentence) hasArticle(a, b int) bool {
	return a < b && slices.ContainsFunc(s.tokens[a:b], func(t token) bool { return t.is(article) && !t.is(preposition) })
}
