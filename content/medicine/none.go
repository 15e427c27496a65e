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
		s.excuse(i) // "do not come off your medicine"
		return nil
	}
	switch {
	case s.at(i-1).is(orWord) && (s.at(i-2).word == "with" || s.at(i-2).word == "con"):
		return nil // "with or without pills"
	case t.word == "off" && (s.excused[i-1] || s.excused[i-2]):
		return nil // "do not wean yourself off it"
	case (t.word == "without" || t.word == "sin") && havings[s.at(i+1).word] && s.at(i+2).is(takeWord):
		if n := s.noun(i + 3); n.medicine >= 0 {
			return &s.tokens[n.medicine]
		}
		return s.antecedent(i) // "venga sin haberlos tomado"
	case (n.taking || n.verbal) && t.is(negation) && !t.is(substitute):
		return nil // the verb is looked at by itself
	case s.asksBefore(i), s.patientAsks(i):
		return nil
	case t.word == "off" && n.medicine < 0:
		return s.takenOff(i, n)
	case t.is(halfWord) && n.content == 0 && (i == 0 || s.at(i-1).is(takeWord|useWord|article|colon)):
		return s.antecedent(i) // "if you use insulin, take half"
	case t.is(substitute) && n.medicine < 0 && (n.content == 0 || s.at(i+1).is(time)) && s.hasTake(i):
		return s.namedBefore(i) // "take your pill at noon instead of at 8"
	case t.is(exceptWord) && n.medicine < 0 && n.pronoun && s.hasTake(i):
		return s.namedBefore(i) // "todas sus pastillas menos la del agua"
	case t.is(negation) && n.medicine < 0 && (n.content > 0 || n.harmless):
		return s.listed(n.end) // "no food, drink, or pills"
	case (t.word == "without" || t.word == "sin") && (n.pronoun || sinEl[s.at(i+1).word] && (i+2 == len(s.tokens) || s.at(i+2).is(comma|colon))) && (goings[s.at(i-1).word] || s.at(i-1).is(time)):
		return s.antecedent(i) // "so go without it"
	case n.medicine < 0, s.saysNoOrder(i, n):
		return nil
	}
	return &s.tokens[n.medicine]
}

// goings are verbs that stand before "off" and "without".
var goings = setOf("come go get be stay sleep spend arrive going coming getting staying being pase venga vengan llegue lleguen duerma vaya quedese")

var (
	sinEl   = setOf("el ella ellas ellos")
	havings = setOf("having haber haberlo haberla haberlos haberlas haberse")
)

// saysNoOrder reports whether a word of none before the medicine of n says
// something harmless.
func (s *sentence) saysNoOrder(i int, n noun) bool {
	t, m := s.tokens[i], s.tokens[n.medicine]
	switch {
	case s.asked && (s.hasWord("made", len(s.tokens)) || s.hasWord("le", len(s.tokens))):
		return true // "no medicine made you sick before?"
	case s.isFact(i, n), s.afterExcused(i):
		return true
	case t.word == "no" && (isSpanish(m.word) && s.tokens[i+1].flags == 0 || s.hasArticle(i+2, n.medicine)):
		return true // "no comparta sus pastillas": a verb of another kind
	case contains[s.at(i-1).word]:
		return true // "this shot holds no aspirin"
	case s.hasFlag(person, i) && s.hasFlagBetween(mends, 0, i):
		return true // "half of people feel better without pills"
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
	if i == len(s.tokens)-1 && (before.is(colon|comma) || before.word == "please" || before.is(helper) && !s.isQuestionTail(i) && s.at(i-2).word != "yours") {
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
	if next := s.at(i + 1).word; (next == "before" || next == "antes") && (i+2 == len(s.tokens) || s.at(i+2).is(comma|colon)) && !s.asksAround(i) {
		return s.namedBefore(i) // "take your pills after the test, not before"
	}
	switch t.word {
	case "not", "no", "nope":
		if n := s.noun(i + 1); before.is(colon) && n.content == 0 && !n.verbal && !n.taking {
			return s.namedBefore(i) // "insulin: not that morning"
		}
	case "none", "nothing", "ninguna", "ninguno", "nada":
		if n := s.noun(i + 1); (n.content == 0 || s.at(i+1).is(time|preposition) || s.at(i+2).is(time|article)) && before.is(comma|colon|andWord|thenWord) {
			return s.namedBefore(i) // "insulin the night before and none that day"
		}
	}
	if n := s.noun(i + 1); t.word == "no" && before.is(thenWord) && n.pronoun && s.at(n.end).is(linkOf) {
		return s.namedBefore(i) // "pero no la del agua"
	}
	if (t.word == "not" || t.word == "no") && before.is(comma) && isCount(s.at(i+1)) && (i+2 == len(s.tokens) || s.at(i+2).is(comma|colon)) && s.takeBefore(i) >= 0 {
		return s.namedBefore(i) // "take one Lasix, not two"
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
	if next := s.at(i + 1).word; (next == "for" || next == "a") && (nextOnes[s.at(i+2).word] || nextOnes[s.at(i+3).word]) && s.hasFlag(named, i) {
		return s.namedBefore(i) // "if your Wegovy day falls in that week, wait for the next one"
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

var nextOnes = setOf("next siguiente proxima proximo")

// takenOff is the medicine in "turn your pump off", "come off them"; n is what
// stands behind "off".
func (s *sentence) takenOff(i int, n noun) *token {
	if s.asksBefore(i) {
		return nil
	}
	for j := i - 1; j >= 0 && j >= i-5 && !s.tokens[j].is(comma|colon|thenWord); j-- {
		switch s.tokens[j].word {
		case "put", "lay", "hold", "push":
			if between := s.tokens[j+1 : i]; len(between) != 1 || !between[0].is(pronoun) || s.negated(j, true) >= 0 || s.asksBefore(j) {
				return nil
			}
			return s.antecedent(j)
		case "turn", "switch", "take", "peel", "shut", "leave", "pull":
			if m := s.namedBefore(i); m != nil && m.start > s.tokens[j].start && s.negated(j, true) < 0 && !s.asksBefore(j) {
				return m
			}
			return nil
		case "come", "go", "get", "stay", "be", "hands":
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
		case t.word == "nothing", t.word == "nada", t.word == "ayunas", t.word == "npo", t.is(negation) && s.hasUse(j, i):
			return &s.tokens[n.medicine]
		}
	}
	return nil
}

// keptForLater is the medicine that is to be taken after the visit: "save your pills
// for after the test", "your pill is for after the visit".
func (s *sentence) keptForLater(i int) *token {
	m := s.namedBefore(i)
	if m == nil || s.asksBefore(i) {
		return nil
	}
	switch s.tokens[i].word {
	case "until", "till", "hasta":
		if next := s.at(i + 1).word; next != "after" && next != "despues" {
			return nil
		}
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
	keeps = setOf("save keep leave guarde guarden deje dejen reserve take tome time programe")
	later = setOf("is are es son")
)

// notOn is the medicine of "on" that somebody is not to be: "we do not want you on
// Plavix".
func (s *sentence) notOn(i int) *token {
	before := s.at(i - 1).word
	if before == "not" {
		before = s.at(i - 2).word // "that you are not on Coumadin"
	}
	switch before {
	case "are", "is", "be", "you", "stay", "them", "patients", "estar", "este", "esten", "seguir", "siga":
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

// unlessAsked is the medicine of a noun behind the word at i, where that is
// neither negated nor asked about.
func (s *sentence) unlessAsked(i int, n noun) *token {
	if s.negated(i, true) >= 0 {
		return nil
	}
	return s.unlessAskedAbout(i, n)
}

// contains are verbs that say what something is made of.
var contains = setOf("contain contains hold holds contiene contienen lleva llevan")

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

// isCount reports whether a word is a small number.
func isCount(t token) bool {
	switch t.word {
	case "one", "two", "three", "uno", "una", "dos", "tres", "1", "2", "3":
		return true
	}
	return false
}
