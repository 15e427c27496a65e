package medicine

import "slices"

// The rules for what is said of a medicine without a verb of stopping: the last
// day of it, where it lies meanwhile, that it is out.

// lastDay is the medicine whose last day the word at i sets: "Thursday is the last
// day of your Eliquis".
func (s *sentence) lastDay(i int) *token {
	if !days[s.at(i+1).word] && !(i == len(s.tokens)-1 && (s.hasWord("day", i) || s.hasWord("dia", i))) || s.asked || s.asksAround(i) {
		return nil
	}
	for j, t := range s.tokens {
		if t.is(takeWord) && (t.is(participle) && !t.is(imperative) || t.accented) || j > i && t.is(negation) {
			return nil // "the last day you took warfarin"
		}
	}
	if m := s.namedBetween(i, len(s.tokens)); m != nil {
		return m
	}
	return s.antecedent(i)
}

// days are what a last one of can be set.
var days = setOf("day days date dia dias fecha morning manana")

// namedBetween is the first medicine from a to b.
func (s *sentence) namedBetween(a, b int) *token {
	for j := a; j < b; j++ {
		if s.tokens[j].is(named) {
			return &s.tokens[j]
		}
	}
	return nil
}

// endOf is the medicine of "is the end of your Coumadin".
func (s *sentence) endOf(i int) *token {
	if before := s.at(i - 1).word; before != "the" && before != "el" || !s.at(i-2).is(helper|verb) || !s.at(i+1).is(linkOf) {
		return nil
	}
	return s.unlessAsked(i, s.noun(i+2))
}

// crossedOut is the medicine that "out" stands behind and nothing else: "blood
// thinners out, five days".
func (s *sentence) crossedOut(i int) *token {
	next := s.at(i + 1)
	from, _ := s.span(i)
	if !s.at(i-1).is(named) || !next.is(comma|colon|time) && i+1 < len(s.tokens) || s.hasFlagBetween(takeWord|useWord|verb|asks|stores, from, i) {
		return nil
	}
	return &s.tokens[i-1]
}

// clauseSubject is the medicine, or what holds it, that the clause of the word at i
// speaks of.
// With listed, a comma may stand between: "su metformina, solo después".
func (s *sentence) clauseSubject(i int, listed bool) *token {
	for j := i - 1; j >= 0; j-- {
		t := &s.tokens[j]
		switch {
		case t.is(named | container):
			return t
		case listed && t.is(comma) && j == i-1:
		case t.is(comma | colon | andWord | thenWord | asks):
			return nil
		case t.is(subject|subordinator|condition) && !t.is(article|helper|preposition):
			return nil
		}
	}
	return nil
}

// namedSubject is the medicine that the clause of the word at i speaks of.
func (s *sentence) namedSubject(i int) *token {
	if m := s.clauseSubject(i, false); m != nil && m.is(named) {
		return m
	}
	return nil
}

// leftOut is the medicine that a word says is not taken: "stays in the bottle".
func (s *sentence) leftOut(i int) *token {
	if s.negated(i, true) >= 0 || s.asksBefore(i) || s.patientAsks(i) {
		return nil
	}
	return s.clauseSubject(i, false)
}

// keptShut is what holds a patient's pills, where it is to stay shut for a while:
// "keep your pillbox closed that morning".
func (s *sentence) keptShut(i int) *token {
	if !slices.ContainsFunc(s.tokens, saysWhen) || s.asksAround(i) {
		return nil
	}
	for j, t := range s.tokens {
		switch {
		case t.is(shut), j > 0 && (t.word == "nothing" || t.word == "nada"), t.is(stopWord) && t.is(imperative) && s.opensOrder(j) && j < i && !s.excusesStop(j):
			return &s.tokens[i]
		case (t.is(useWord) || j == i-1 || t.word == "abra") && j < i && s.negated(j, false) >= 0:
			return &s.tokens[i]
		}
	}
	return nil
}

// stored is the medicine that is to be kept somewhere for a while: "put the Motrin
// away for a week".
func (s *sentence) stored(i int) *token {
	n := s.noun(i + 1)
	if n.medicine < 0 || n.taking || !s.opensOrder(i) || s.negated(i, true) >= 0 {
		return nil
	}
	while := false
	for j := n.medicine + 1; j < len(s.tokens); j++ {
		t := s.tokens[j]
		if t.is(colon|thenWord) || nearby[t.word] {
			break
		}
		while = while || saysWhen(t)
	}
	for j := n.medicine + 1; j < len(s.tokens); j++ {
		if nearby[s.tokens[j].word] {
			return nil
		}
	}
	if !while {
		return nil
	}
	return &s.tokens[n.medicine]
}

// saysWhen reports whether a word is one of how long, until when, or on which day.
func saysWhen(t token) bool { return t.is(time) || whens[t.word] }

var (
	whens = setOf("am pm bedtime acostarse morning evening night before until till after noon antes hasta despues meanwhile mientras")
	// nearby are words of a place at hand, or of how a medicine keeps.
	nearby = setOf("going with near handy ready refrigerator fridge freezer cool dry cold reach dark children consigo cerca mano refrigerador nevera fresco seco frio alcance ninos lista listas listo listos")
)

// seen are words of patients who are seen, and of none with a negation before.
var seen = map[string]bool{"be seen": true, "le atiende": true, "lo atendemos": true, "le atendemos": true}

// endsOnDay is the medicine that a day is said to end: "on Thursday your Coumadin
// ends".
func (s *sentence) endsOnDay(i int) *token {
	if !s.hasFlagBetween(time, 0, len(s.tokens)) || s.asked {
		return nil
	}
	for j := i - 1; j >= 0 && !s.tokens[j].is(comma|colon); j-- {
		if s.tokens[j].is(asks|condition|askAbout) || s.tokens[j].word == "after" {
			return nil
		}
	}
	if s.at(i - 1).is(named) {
		return &s.tokens[i-1]
	}
	if n := s.noun(i + 1); n.medicine >= 0 && s.noun(n.end).content == 0 {
		return &s.tokens[n.medicine]
	}
	return nil
}

// scaledBack is the medicine between a verb of lowering and "back": "scale your
// insulin back".
func (s *sentence) scaledBack(i int) *token {
	if m := s.at(i - 1); !m.is(named) {
		return nil
	}
	for j := i - 2; j >= 0 && j >= i-5; j-- {
		if lowering[s.tokens[j].word] && s.negated(j, true) < 0 && !s.asksBefore(j) {
			return &s.tokens[i-1]
		}
	}
	return nil
}

// lowering are verbs that "back" makes one of lowering or putting off.
var lowering = setOf("hand give scale dial cut hold turn push pull set keep move bring")

// shifted is the medicine that is to be taken at another time: "move your shot to
// Friday".
func (s *sentence) shifted(i int) *token {
	if !s.opensOrder(i) && !s.at(i-1).is(modal|helper) || s.negated(i, true) >= 0 || s.asksBefore(i) || s.patientAsks(i) {
		return nil
	}
	n := s.noun(i + 1)
	if n.medicine < 0 || !s.at(n.end).is(preposition) && !s.at(n.end).is(time) && s.at(n.end).word != "for after" && s.at(n.end).word != "para despues" {
		return nil
	}
	for _, t := range s.tokens[n.end:] {
		if saysWhen(t) || t.word == "for after" || t.word == "para despues" {
			return &s.tokens[n.medicine]
		}
	}
	return nil
}

// cleared is the medicine that is to be let go: "let the warfarin leave your body",
// "deje que se le pase el efecto de la warfarina".
func (s *sentence) cleared(i int) *token {
	if !s.opensOrder(i) || s.negated(i, true) >= 0 {
		return nil
	}
	m := s.namedBetween(i, len(s.tokens))
	if m == nil {
		return nil
	}
	for _, t := range s.tokens[i:] {
		if fades[t.word] || t.word == "wear off" || t.word == "go by" {
			return m
		}
		if t.is(comma | colon | thenWord) {
			break
		}
	}
	return nil
}

// fades are what a medicine does whose effect ends.
var fades = setOf("wear pass pasar leave clear wash fade lapse expire pase salga desaparezca elimine acabe termine")

// eats reports whether what the sentence says of the word at i is about eating or
// taking.
func (s *sentence) eats(i int) bool {
	from, _ := s.span(i)
	return s.hasUse(from, i)
}

// takenLater is the medicine that is brought along, to be taken only then: "bring your
// pills to take afterward".
func (s *sentence) takenLater(i int) *token {
	next := s.at(i + 1)
	if next.is(pronoun) {
		next = s.at(i + 2)
	}
	if !afterward[next.word] || s.asksAround(i) {
		return nil
	}
	from, _ := s.span(i)
	for j := i - 1; j >= from; j-- {
		if brings[s.tokens[j].word] && s.negated(j, true) < 0 {
			return s.namedBetween(j, i)
		}
	}
	return nil
}

var (
	brings    = setOf("bring carry pack traiga lleve")
	afterward = setOf("after afterward afterwards later when despues luego cuando")
)

// discouraged is the medicine that a sentence speaks against taking: "naproxen is a
// bad idea". Of "stopping it is a bad idea" it is none.
func (s *sentence) discouraged(i int) *token {
	m := s.namedSubject(i)
	if m == nil || s.negated(i, true) >= 0 || s.asksAround(i) {
		return nil
	}
	from, _ := s.span(i)
	for j := from; j < i; j++ {
		if t := s.tokens[j]; t.is(stopWord | weakWord | restartWord | negation) {
			return nil
		}
	}
	content := false
	for ; from < i; from++ {
		switch t := s.at(from); {
		case t.is(named), !content && t.is(takeWord|useWord) && t.is(gerund|infinitive):
			return m
		case t.is(article | time | adverb):
			if content && openers[t.word] {
				return nil // "guessing at a dose would be a mistake"
			}
		case t.flags&^harmless == 0:
			content = true
		default:
			return nil
		}
	}
	return nil
}

// openers are articles before which no adjective of their noun stands.
var openers = setOf("a an the your un una el la los las su sus")

// threatened is the medicine for which patients are to be sent away: "if you take
// aspirin, we cancel".
func (s *sentence) threatened(i int) *token {
	word := s.tokens[i].word
	if s.asksAround(i) || s.asked || word == "cancel" && s.at(i-1).word != "we" && s.at(i-2).word != "we" || seen[word] && s.negated(i, true) < 0 {
		return nil
	}
	for j := range i {
		if s.tokens[j].is(condition) || whoever[s.tokens[j].word] {
			return s.namedBetween(j, i)
		}
	}
	return nil
}
