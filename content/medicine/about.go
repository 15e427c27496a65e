package medicine

import (
	"slices"
	"strings"
)

// at is the token at i; past the ends it is one that is nothing.
func (s *sentence) at(i int) token {
	if i < 0 || i >= len(s.tokens) {
		return token{}
	}
	return s.tokens[i]
}

// hasWord reports whether a word stands before i.
func (s *sentence) hasWord(word string, i int) bool {
	return slices.ContainsFunc(s.tokens[:i], func(t token) bool { return t.word == word })
}

// hasFlag reports whether a word of a kind stands before i.
func (s *sentence) hasFlag(f flags, i int) bool { return s.hasFlagBetween(f, 0, i) }

// hasFlagBetween reports whether a word of a kind stands from a to b.
func (s *sentence) hasFlagBetween(f flags, a, b int) bool {
	return a < b && slices.ContainsFunc(s.tokens[a:b], func(t token) bool { return t.is(f) })
}

// hasNegation reports whether a negation stands before i.
func (s *sentence) hasNegation(i int) bool {
	return s.hasFlag(negation, i) || s.hasWord("nothing", i) || s.hasWord("nada", i)
}

// hasUse reports whether a word of taking, eating or drinking stands between a
// and b.
func (s *sentence) hasUse(a, b int) bool { return s.hasFlagBetween(takeWord|useWord, a, b) }

// hasTake reports whether an order to take or use something stands before i.
func (s *sentence) hasTake(i int) bool {
	from, _ := s.span(i)
	return s.at(from).is(takeWord|useWord) || i > 0 && s.at(i-1).is(named) && s.hasUse(0, i)
}

// isPlain reports whether a token means medicines in general.
func isPlain(t token) bool { return t.is(generic) || t.word == "pills" || t.word == "pastillas" }

// before1 reports whether the word before i is one of words.
func (s *sentence) before1(i int, words string) bool {
	return i > 0 && slices.Contains(strings.Fields(words), s.tokens[i-1].word)
}

// namedBefore is the nearest medicine before i in the sentence.
func (s *sentence) namedBefore(i int) *token {
	for j := i - 1; j >= 0; j-- {
		if s.tokens[j].is(named) {
			return &s.tokens[j]
		}
	}
	return nil
}

// isQuestionTail reports whether "not" at i ends a question or a choice: "if not",
// "or not".
func (s *sentence) isQuestionTail(i int) bool {
	return s.asked || s.at(i-1).is(condition|orWord) || s.at(i-2).is(condition|orWord) && !s.at(i-1).is(helper)
}

// A noun is what stands behind a word as its object, up to a preposition, a
// conjunction or another verb.
type noun struct {
	end      int  // the token after it
	medicine int  // the first token that names a medicine, or -1
	content  int  // words besides articles
	harmless bool // it has a word for something that may be stopped
	pronoun  bool // it is a pronoun
	taking   bool // it begins with "taking"
	verbal   bool // it is no noun: a stop word stands there
}

// noun reads the object that begins at i.
func (s *sentence) noun(i int) noun {
	n := noun{end: i, medicine: -1}
	for j := i; j < len(s.tokens); j++ {
		t := s.tokens[j]
		switch {
		case t.is(named):
			if n.medicine < 0 {
				n.medicine = j
			}
			n.content++
		case t.is(linkOf):
			if n.harmless && n.medicine < 0 {
				return n // "the effect of your medicine" is no medicine
			}
		case t.is(subject) && n.content > 0:
			return n
		case t.is(harmless):
			n.harmless = true
			n.content++
		case n.content == 0 && shots[t.word] && (s.at(j-1).word == "the" || s.at(j-1).word == "la") && s.hasFlag(named, i):
			n.pronoun = true
			n.end = j + 1
			return n
		case n.content == 0 && t.is(article) && t.is(pronoun) && s.at(j+1).is(linkOf) && s.noun(j+2).medicine < 0 && s.hasFlag(named, i):
			n.pronoun = true // "la del agua": one of the medicines before
			n.end = j + 1
			return n
		case n.content == 0 && t.is(pronoun) && (!t.is(article) || !s.at(j+1).is(named|linkOf|article|time) && !s.opensNoun(j+1)):
			n.pronoun = true
			n.end = j + 1
			return n
		case t.is(stopWord | weakWord | restartWord):
			n.verbal = n.content == 0
			return n
		case t.is(onceMore):
		case t.is(article), t.is(adverb):
		case n.content == 0 && t.is(takeWord|useWord):
			n.taking = true
			if t.is(objectTail) {
				n.pronoun = true
			}
		case t.is(comma | colon | andWord | orWord | thenWord | subordinator | condition | preposition | subject | verb | modal | negation | asks | helper):
			return n
		case t.is(time):
			if s.at(j+1).is(linkOf) || n.content == 0 && s.at(j+1).is(article|named) {
				break // "a week of Ozempic", "now your aspirin"
			}
			if !isNumber(t.word) || s.at(j+1).is(time|preposition) || s.at(j+1).word == "" {
				return n
			}
		default:
			n.content++
		}
		n.end = j + 1
	}
	return n
}

// shots are how what was named before is called again: "if you use Ozempic, skip the
// shot".
var shots = setOf("shot injection inyeccion")

// opensNoun reports whether the token at i goes on with a noun: it is a word that
// is nothing else.
func (s *sentence) opensNoun(i int) bool {
	return i < len(s.tokens) && s.tokens[i].flags&^(harmless|letWord) == 0
}

// isNoun reports whether a stop word is used as a noun: "a pause", "the hold".
func (s *sentence) isNoun(i int) bool {
	before := s.at(i - 1)
	return s.tokens[i].is(imperative) && !s.tokens[i].is(objectTail|infinitive) && (before.word == "the" || before.word == "a" || before.word == "an" || before.word == "un" || before.word == "el")
}

// object is the medicine that the verb at i is about; nil for none.
func (s *sentence) object(i int) *token {
	t := s.tokens[i]
	if s.at(i-1).word == "se" && s.at(i-2).is(named) {
		return &s.tokens[i-2] // "la metformina se suspende"
	}
	n := s.noun(i + 1)
	switch {
	case n.medicine >= 0:
		return &s.tokens[n.medicine]
	case s.at(i-1).word == "se" && t.is(thirdPerson) && n.content == 0 && s.namedSubject(i-1) != nil:
		return s.namedSubject(i - 1) // "las pastillas de la presión se omiten"
	case n.verbal, s.at(i+1).word == "que":
		return nil // "evitan que se formen"
	case t.is(objectTail), s.hasPronounBefore(i), n.pronoun:
		return s.antecedent(i)
	case n.harmless:
		return s.listed(n.end)
	case t.is(participle) && n.content == 0:
		if m := s.subjectOf(i); m != nil {
			return m
		}
		return s.afterColon(i)
	case t.is(thirdPerson) && !t.is(imperative):
		if n.content == 0 && s.hasWord("before", len(s.tokens)) && s.at(i-1).is(named) {
			return &s.tokens[i-1] // "aspirin stops 5 days before"
		}
		return nil
	case n.content > 0:
		return s.further(n.end)
	}
	// Nothing stands behind: what it is about stands elsewhere.
	if k := slices.IndexFunc(s.tokens, func(t token) bool { return t.is(named) }); k >= 0 {
		return &s.tokens[k]
	}
	if t.is(imperative|participle) && s.at(i-1).word != "to" {
		return s.antecedent(i)
	}
	return nil
}

// hasPronounBefore reports whether a Spanish pronoun stands before the verb at i
// or what helps it: "la tome", "lo debe suspender".
func (s *sentence) hasPronounBefore(i int) bool {
	for j := i - 1; j >= 0 && s.tokens[j].is(helper|adverb); j-- {
		switch s.tokens[j].word {
		case "lo", "la", "los", "las":
			return true
		}
	}
	return false
}

// afterColon is a medicine that stands after a colon behind i: "To be stopped:
// aspirin".
func (s *sentence) afterColon(i int) *token {
	colonSeen := false
	for j := i + 1; j < len(s.tokens); j++ {
		colonSeen = colonSeen || s.tokens[j].is(colon)
		if colonSeen && s.tokens[j].is(named) {
			return &s.tokens[j]
		}
	}
	return nil
}

// further is a medicine in what goes on behind an object that says nothing:
// "products with aspirin".
func (s *sentence) further(i int) *token {
	broken := false
	for j := i; j < len(s.tokens); j++ {
		t := s.tokens[j]
		if t.is(named) {
			if broken && s.at(s.noun(j).end).is(verb|modal|helper) {
				return nil // ": some pills make you dizzy"
			}
			return &s.tokens[j]
		}
		broken = broken || t.is(comma|andWord|colon)
		if t.is(subordinator|condition|thenWord) && t.word != "that" && t.word != "que" {
			return nil
		}
		if t.is(comma|andWord|colon) && s.opensClause(j+1) {
			return nil
		}
	}
	return nil
}

// opensClause reports whether the token at i begins a sentence of its own.
func (s *sentence) opensClause(i int) bool {
	t := s.at(i)
	return t.is(subject|asks|modal|thenWord|negation|condition|putsOff) ||
		t.is(verb|useWord|takeWord) && !t.is(harmless) && !t.is(infinitive|gerund)
}

// listed is a medicine that a list goes on to, behind its harmless beginning
// that ends at i: "breakfast and your pills".
func (s *sentence) listed(i int) *token {
	with := false // the list's last item stands behind "with": "alcohol with pills or …"
	for j := i; j < len(s.tokens); {
		t := s.tokens[j]
		switch {
		case t.is(subordinator | condition | thenWord | exceptWord):
			return nil
		case t.is(comma | andWord | orWord | colon):
			k := j + 1
			for s.at(k).is(comma | andWord | orWord) {
				k++
			}
			if s.opensClause(k) || s.at(k).is(exceptWord) {
				return nil
			}
			n := s.noun(k)
			if n.medicine >= 0 && !with {
				if s.at(n.end).is(verb | modal | helper) {
					return nil // "…, and your pills will work"
				}
				return &s.tokens[n.medicine]
			}
			j = max(n.end, k)
		case t.is(preposition):
			n := s.noun(j + 1)
			with = n.medicine >= 0
			j = max(n.end, j+1)
		default:
			j++
		}
	}
	return nil
}

// subjectOf is the medicine that the clause before i is about: "aspirin should be
// stopped".
func (s *sentence) subjectOf(i int) *token {
	spoken := false // a pronoun that may mean one
	for j := i - 1; j >= 0; j-- {
		t := s.tokens[j]
		if t.is(named) {
			return &s.tokens[j]
		}
		if t.is(colon|thenWord) && t.word != "(" {
			break
		}
		if t.is(comma) && j+1 < i && s.at(j+1).is(subject|pronoun|article) {
			break
		}
		spoken = spoken || t.is(pronoun) && !t.is(article|subordinator)
	}
	if spoken || s.at(0).is(helper|modal) && !s.tokens[0].is(subject) || i == 0 {
		return s.antecedent(i)
	}
	return nil
}

// antecedent is the medicine that a pronoun at i, or something left out, means:
// one before it in the sentence, or in the sentences before as far as they are
// linked to it.
func (s *sentence) antecedent(i int) *token {
	if m := s.namedBefore(i); m != nil {
		return m
	}
	for b := len(s.before) - 1; b >= 0; b-- {
		linked := false
		for j := range s.before[b] {
			t := &s.before[b][j]
			if t.is(named) {
				return t
			}
			linked = linked || t.is(pronoun) && !t.is(article)
		}
		if !linked && len(s.before[b]) > 2 {
			break
		}
	}
	return nil
}
