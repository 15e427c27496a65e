package medicine

import (
	"slices"
	"strings"
)

// The rules for verbs: to stop, to lower, to begin again, to take.

// stop is the medicine of a stop word.
func (s *sentence) stop(i int) *token {
	if s.isNoun(i) || s.excusesStop(i) || (s.tokens[i].word == "is out" || s.tokens[i].word == "are out") && s.at(i+1).is(linkOf) {
		return nil // "the pharmacy is out of your pills"
	}
	return s.object(i)
}

// others are who does something that a text tells of.
var others = setOf("clinics doctors hospitals places surgeons clinicas medicos hospitales cirujanos")

// weak is the medicine of a word such as "lower", which must stand right behind.
func (s *sentence) weak(i int) *token {
	t := s.tokens[i]
	if others[s.at(i-1).word] && s.at(i-2).is(article) {
		return nil // "some clinics change Coumadin"
	}
	if s.isNoun(i) || t.word == "change from" && s.at(i-1).flags == 0 && i > 0 || s.at(i+1).word == "of" && !t.is(gerund) || s.excusesStop(i) || s.conditionOf(i) == 0 {
		return nil
	}
	var m *token
	n := s.noun(i + 1)
	switch {
	case t.is(objectTail), n.taking && n.content == 0:
		m = s.object(i)
	case n.medicine >= 0:
		m = &s.tokens[n.medicine]
	case n.harmless:
		m = s.listed(n.end)
	case (t.is(participle) || strings.HasSuffix(t.word, "se")) && n.content == 0:
		m = s.subjectOf(i)
	case strings.HasPrefix(t.word, "parar") && n.content == 0:
		m = s.subjectOf(i) // "su anticoagulante debe parar"
	case n.pronoun && t.is(imperative):
		m = s.antecedent(i)
	case s.at(i-1).word == "se" && n.content == 0:
		m = s.namedSubject(i - 1) // "la metformina se deja dos días"
	case s.hasPronounBefore(i) && t.is(thirdPerson) && (s.hasWord("quien", i) || s.hasWord("quienes", i)):
		m = s.antecedent(i) // "quien toma warfarina la deja"
	case t.is(infinitive) && s.at(i+1).is(colon) && s.hasFlag(named, i):
		m = s.afterColon(i) // "medicinas que debe dejar: aspirina"
	}
	if m != nil && isPlain(*m) && s.at(i+1).is(unwanted) {
		return nil // "throw away old pills"
	}
	if s.before1(i, "may might puede") && i > 1 && (s.at(i-2).is(clinician|named|harmless) || s.at(i-2).flags == 0) {
		return nil // "your doctor may lower your dose" is no order
	}
	return m
}

// restart is the medicine of a word that orders to begin again.
func (s *sentence) restart(i int) *token {
	verb := i
	var m *token
	switch t := s.tokens[i]; {
	case t.is(onceMore):
		from, _ := s.span(i)
		if s.at(i + 1).is(takeWord) {
			verb = i + 1
			m = s.object(verb)
			break // "you may once more take aspirin"
		}
		if verb = s.takeBefore(i); verb < from {
			return s.allowedAgain(i)
		}
		m = s.object(verb)
	case t.is(comesBack):
		for s.at(i+1).is(adverb) && s.at(i+1).word != "a" || s.at(i+1).word == "de inmediato" {
			i++
		}
		if s.at(i+1).word != "a" {
			return nil
		}
		if s.at(i + 2).is(takeWord | useWord) {
			m = s.object(i + 2)
		} else {
			m = s.among(i + 2)
		}
	case strings.HasSuffix(t.word, " to"):
		m = s.among(i + 1)
	default:
		m = s.object(i)
	}
	if m == nil || s.asksBefore(verb) || s.patientAsks(i) || s.joinedToExcused(verb) {
		return nil
	}
	if s.negated(verb, true) >= 0 && s.leftToOthers(i) {
		s.excuse(i)
		return nil
	}
	return m
}

// allowedAgain is the medicine of "all your pills are allowed again".
func (s *sentence) allowedAgain(i int) *token {
	from, to := s.span(i)
	if !s.hasFlagBetween(agreesWord, from, i) || s.asksAround(i) || s.asked || s.hasFlagBetween(negation, from, i) {
		return nil
	}
	return s.namedBetween(from, to)
}

// among is the medicine of the noun at i, or of the list that begins with it.
func (s *sentence) among(i int) *token {
	n := s.noun(i)
	if n.medicine >= 0 {
		return &s.tokens[n.medicine]
	}
	if s.at(i).is(takeWord | useWord) {
		return s.object(i)
	}
	return s.listed(n.end)
}

// takeBefore is the take word that "again" goes with; -1 for none.
func (s *sentence) takeBefore(i int) int {
	for j := i - 1; j >= 0 && !s.tokens[j].is(colon|subordinator|thenWord); j-- {
		if s.tokens[j].is(takeWord | useWord) {
			return j
		}
	}
	return -1
}

// isMore reports whether a word for more than usual stands from a to b.
func (s *sentence) isMore(a, b int) bool {
	for j := a; j < b; j++ {
		if moreThanUsual[s.tokens[j].word] {
			return true
		}
	}
	return false
}

var moreThanUsual = setOf("double extra twice additional doble adicional")

// extra is the medicine of a word for more than usual behind a take word: "take an
// extra water pill".
func (s *sentence) extra(i int) *token {
	j := i - 1
	for s.at(j).is(article) {
		j--
	}
	if n := s.noun(i + 1); i > 0 && s.at(i-1).is(article) && (j < 0 || s.at(j).is(comma|colon|andWord|thenWord)) && n.medicine >= 0 && slices.ContainsFunc(s.tokens[n.end:], func(t token) bool { return t.is(goodWord) }) {
		return s.unlessAsked(i, n) // "an additional dose is fine"
	}
	if !s.at(j).is(takeWord|useWord) || s.negated(j, true) >= 0 || s.conditionOf(j) >= 0 {
		return nil
	}
	n := s.noun(i + 1)
	if other := s.tokens[i].word; (other == "another" || other == "otra") && n.medicine >= 0 && !units[s.tokens[n.medicine].word] {
		return nil // "use another birth control"
	}
	return s.unlessAsked(i, n)
}

// units are what medicines are counted in.
var units = setOf("pill pills tablet tablets tab capsule capsules caplet caplets dose doses pastilla pastillas pildora pildoras tableta tabletas capsula capsulas dosis comprimido comprimidos")

// take is the medicine of a take word with a negation.
func (s *sentence) take(i int) *token {
	t := s.tokens[i]
	no := s.negatedTake(i)
	if no < 0 || s.asksBefore(i) || s.patientAsks(i) || s.describes(no, i) || s.whoeverDoesNot(no) || s.ceiling(i) || s.at(i+2).word == "off" {
		return nil
	}
	n := s.noun(i + 1)
	if with := s.at(n.end).word; (t.word == "touch" || t.word == "toque") && (with == "with" || with == "con") {
		return nil // "do not touch the patch with wet hands"
	}
	if s.at(i-1).word == "se" && n.content == 0 && s.namedSubject(i-1) != nil {
		return s.namedSubject(i - 1) // "las pastillas de alergia no se usan"
	}
	if t.word == "hara falta" && !s.hasOnly(i+1, n.medicine, article) {
		return nil // "no hará falta traer sus pastillas"
	}
	if s.isMore(i+1, n.medicine) {
		return nil // "do not take a double dose"
	}
	if t.is(takeWord) {
		return s.object(i)
	}
	if t.word == "need" && s.before1(no, "may might") || s.before1(no, "vez quiza quizas") {
		return nil // "you may not need pills"
	}
	switch {
	case n.medicine >= 0:
		return &s.tokens[n.medicine]
	case t.is(objectTail), n.pronoun, s.hasPronounBefore(i):
		return s.antecedent(i)
	case strings.HasSuffix(t.word, "se") && n.content == 0:
		return s.subjectOf(i) // "los antiácidos no deben usarse"
	case t.is(participle) && n.content == 0:
		if t.word == "needed" && !s.hasWord("your", i) {
			return nil // "antibiotics are not needed"
		}
		return s.subjectOf(i)
	case n.content > 0 || n.harmless:
		return s.listed(n.end)
	}
	return nil
}
