package medicine

import "strings"

// What negates a word, and what takes a negation back or makes it a plain fact.

// furthest is how many words may stand between a negation and its verb.
const furthest = 8

// negated is the negation of the word at i, or -1: it stands right before, with
// nothing between but what carries it on. For a stop word more may carry it on:
// "do not let anyone stop".
func (s *sentence) negated(i int, stop bool) int {
	carries := adverb | helper | goodWord
	if stop {
		carries |= letWord
	}
	for j := i - 1; j >= 0 && j >= i-furthest; j-- {
		t := s.tokens[j]
		if t.is(negation) {
			k := j - 1
			for k >= 0 && s.tokens[k].is(helper) {
				k--
			}
			if k >= 0 && s.tokens[k].is(negation) || s.at(j-1).word == "why" || s.at(j-1).word == "por que" {
				return -1 // "never not", "why not"
			}
			return j
		}
		if !t.is(carries) {
			break
		}
	}
	if stop && nobody[s.at(0).word] && s.toldTo(i) {
		return 0
	}
	if to := s.at(i - 1).word; stop && (to == "to" || to == "que") {
		for j := i - 2; j >= 0 && j >= i-5 && !s.tokens[j].is(comma|colon|stopWord|weakWord); j-- {
			if tells[s.tokens[j].word] {
				return s.negated(j, false) // "we cannot tell you by phone to stop"
			}
		}
	}
	return -1
}

var nobody = map[string]bool{"nobody": true, "no one": true, "nadie": true}

// tells are words of telling somebody to do something.
var tells = setOf("tell decirle decirles")

// toldTo reports whether the word at i is what somebody is told to do: "can tell you
// to stop", "puede decirle que deje".
func (s *sentence) toldTo(i int) bool {
	if to := s.at(i - 1).word; to != "to" && to != "que" {
		return false
	}
	return s.at(i-2).is(letWord|subject|pronoun|asks) && s.hasFlagBetween(modal|helper, 1, i)
}

// negatedTake is the negation of a take word at i, or -1: right before it, or
// before the verb that "or" joins it to ("do not eat or take").
func (s *sentence) negatedTake(i int) int {
	if no := s.negated(i, false); no >= 0 {
		return no
	}
	if no := s.negatedForOthers(i); no >= 0 {
		return no
	}
	j := i - 1
	joint := s.at(j)
	switch {
	case joint.is(orWord):
	case joint.is(andWord) && s.at(j-1).is(useWord|takeWord):
	case joint.is(comma) && s.at(j-1).is(useWord|takeWord):
	default:
		return -1
	}
	for j--; j >= 0; j-- {
		t := s.tokens[j]
		if t.is(negation) && !t.is(orWord) {
			return j
		}
		if t.is(subordinator|condition|thenWord|colon|subject) || t.is(andWord) && s.opensClause(j+1) {
			return -1
		}
	}
	return -1
}

// negatedForOthers is the negation in "we do not want you to take", or -1.
func (s *sentence) negatedForOthers(i int) int {
	for j := i - 1; j >= 0 && j >= i-furthest; j-- {
		t := s.tokens[j]
		switch {
		case t.is(negation):
			return j
		case !t.is(adverb|helper|goodWord|letWord) || t.is(asks):
			return -1
		}
	}
	return -1
}

// limited reports whether a negated order ends somewhere: "do not stop until
// Monday", "do not stop it except", "do not stop too late".
func (s *sentence) limited(i int) bool {
	switch s.at(i + 1).word {
	case "only", "just", "solo", "solamente":
		return true
	}
	for j := i + 1; j < len(s.tokens); j++ {
		t := s.tokens[j]
		if t.is(exceptWord) && !s.speaksSoon(j) {
			return true
		}
		switch t.word {
		case "until", "till", "hasta", "unless", "a menos que":
			if !s.speaksSoon(j) {
				return true
			}
		case "late", "later", "early", "earlier", "soon", "sooner", "longer", "tarde", "temprano", "pronto":
			return true
		case "more", "mas":
			if w := s.at(j + 1).word; w == "than" || w == "de" || w == "tiempo" {
				return true
			}
		case "before", "antes":
			next := j + 1
			for s.at(next).is(linkOf | article) {
				next++
			}
			if s.at(next).is(time) {
				return true
			}
		}
	}
	return false
}

// speaksSoon reports whether somebody is asked or says something within the next
// words: "until we tell you", "unless your doctor says so".
func (s *sentence) speaksSoon(i int) bool {
	for j := i + 1; j <= i+7 && j < len(s.tokens); j++ {
		if s.tokens[j].is(asks) {
			return true
		}
	}
	return false
}

// leftToOthers reports whether what follows leaves it to somebody who knows: "on
// your own", "until we tell you".
func (s *sentence) leftToOthers(i int) bool {
	for j := i + 1; j < len(s.tokens); j++ {
		t := s.tokens[j]
		if t.is(alone) || (t.is(condition|askAbout) || t.word == "until") && s.speaksSoon(j) {
			return true
		}
	}
	return false
}

// describes reports whether a negated take word says what others do or what
// something is, and not what a patient is to do: "we do not use", "a test does
// not use". no is the negation.
func (s *sentence) describes(no, i int) bool {
	doing := s.at(no - 1)
	who := s.at(no - 2)
	if s.tokens[no].word == "no" && s.tokens[i].is(useWord) && i == no+1 && no > 0 {
		return doing.is(harmless) || doing.flags == 0 // "este examen no necesita"
	}
	if s.tokens[no].word != "not" || i-no > 2 {
		return false
	}
	clinic := setOf("we doctors nurses staff clinics hospitals plans")[who.word]
	if s.tokens[i].is(takeWord) {
		return clinic
	}
	switch doing.word {
	case "does", "did":
		return !who.is(person) && who.word != "he" && who.word != "she"
	case "do":
		return clinic || who.word == "some" || who.word == "most" || who.word == "i"
	}
	return false
}

// whoeverDoesNot reports whether a negation stands in a condition or a relative
// clause about people: "if you do not take", "people who cannot take".
func (s *sentence) whoeverDoesNot(no int) bool {
	j := no - 1
	for s.at(j).is(helper|modal|subject|adverb) && !s.at(j).is(condition) && s.at(j).word != "que" {
		j--
	}
	for k := no; k < len(s.tokens); k++ {
		if w := s.tokens[k].word; (w == "for" || w == "por") && s.at(k+1).is(time) {
			return false // "if you do not take it for 5 days": advice
		}
	}
	switch t := s.at(j); {
	case t.word == "who", t.word == "quien", t.word == "quienes":
		return true
	case t.word == "que":
		return s.at(j-1).is(person) || s.at(j-1).word == "quien"
	case t.is(condition):
		return j == 0 || s.someoneSpeaks(j, no)
	}
	return false
}

// ceiling reports whether a take word is followed by the most that a label or a
// doctor allows: "more than the label says".
func (s *sentence) ceiling(i int) bool {
	j := i + 1
	if s.at(j).word != "more" && s.at(j).word != "mas" {
		return false
	}
	than := false
	for ; j < len(s.tokens); j++ {
		switch s.tokens[j].word {
		case "than", "que":
			than = true
		}
		if !than {
			continue
		}
		switch s.tokens[j].word {
		case "label", "says", "dice", "bottle", "doctor", "prescribed", "etiqueta", "medico", "frasco":
			return true
		}
	}
	return false
}

// isFact reports whether "no" or "without" before a word for any medicine says
// what a test is like: "there is no medicine", "no medicine is given".
func (s *sentence) isFact(i int, n noun) bool {
	m := s.tokens[n.medicine]
	given := strings.HasPrefix(m.word, "steroid") || strings.HasPrefix(m.word, "esteroide") // a clinic gives them too
	if !m.is(generic) && !(given && (s.tokens[i].word == "without" || s.tokens[i].word == "sin")) {
		return false
	}
	switch s.at(i + 1).word {
	case "your", "any", "su", "sus", "my", "more", "mas":
		return false
	}
	before := s.at(i - 1)
	if s.tokens[i].word == "without" || s.tokens[i].word == "sin" {
		if i == 0 && (n.end == len(s.tokens) || n.end == len(s.tokens)-1 && s.at(n.end).is(colon)) {
			return true // what opens a line that holds only then: "Without this medicine:"
		}
		switch before.word {
		case "come", "go", "stay", "arrive", "be", "venga", "llegue", "vaya", "days", "dias", "day", "":
			return false
		}
		return true
	}
	switch s.at(n.end).word {
	case "left", "left over", "wasted", "thrown":
		return true
	case "is", "are", "was", "goes", "se":
		switch s.at(n.end + 1).word {
		case "left over":
			return true
		case "used", "given", "needed", "put", "involved", "in", "left", "wasted", "thrown", "usa", "da", "pone":
			return true
		}
	}
	if s.tokens[i].word == "ni" {
		return s.at(0).word == "no" && s.at(1).word == "hay"
	}
	switch before.word {
	case "is", "are", "was", "hay", "uses", "needs", "has", "gets", "get", "use", "with", "involves", "usa", "necesita", "lleva", "and", "or", ",":
	default:
		return false
	}
	if before.is(comma | andWord | orWord) {
		return s.at(0).word == "there"
	}
	return !s.at(i - 2).is(modal)
}
