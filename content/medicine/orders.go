package medicine

import "slices"

// An Order is a place where a text tells its reader what to do with a medicine.
type Order struct {
	Start, End int    // the bytes of the text that carry the order: "stop", "no"
	Words      string // what stands there
	Medicine   string // what it is about, as the text says it
}

// Orders finds every order about a medicine in a text, which may hold **bold**
// marks and {blanks}, in the order of the text.
func Orders(text string) []Order {
	tokens := read(text)
	if !anyNamed(tokens) {
		return nil
	}
	var found []Order
	s := sentence{}
	for start := 0; start < len(tokens); {
		end := start
		for !tokens[end].is(sentenceEnd) {
			end++
		}
		previous := s
		s = sentence{tokens: tokens[start:end], asked: tokens[end].question, before: append(s.before, s.tokens), excused: map[int]bool{}}
		for i, t := range s.tokens {
			m := s.order(i)
			if i == 0 && m == nil {
				m = s.answer(previous)
			}
			if m != nil {
				found = append(found, Order{Start: t.start, End: t.end, Words: text[t.start:t.end], Medicine: text[m.start:m.end]})
			}
		}
		start = end + 1
	}
	return found
}

func anyNamed(tokens []token) bool {
	for _, t := range tokens {
		if t.is(named) {
			return true
		}
	}
	return false
}

// A Mention is a place where a text names a medicine.
type Mention struct {
	Start, End int
	Words      string
}

// Mentions finds the names of medicines in a text: classes, brands, generic
// names, and words such as "pills". What a clinic itself gives at a visit, such
// as numbing medicine, and the kits that clean the bowel do not count.
func Mentions(text string) []Mention {
	var found []Mention
	for _, t := range read(text) {
		if t.is(named) {
			found = append(found, Mention{t.start, t.end, text[t.start:t.end]})
		}
	}
	return found
}

// A sentence is what the lint looks at: its tokens without the end, and the
// sentences before it, for what "it" may mean.
type sentence struct {
	tokens []token
	asked  bool // it ends in a question mark
	before [][]token
	// excused are the words that something excuses: a word that "or" joins to
	// one of them is excused with it.
	excused map[int]bool
}

// A rule finds the medicine that a word of its kind gives an order about.
type rule struct {
	of flags
	is func(s *sentence, i int) *token
}

// rules are tried one after the other on each word that is of their kind.
var rules = []rule{
	{restartWord | onceMore, (*sentence).restart},
	{stopWord, (*sentence).stop},
	{weakWord, (*sentence).weak},
	{takeWord | useWord, (*sentence).take},
	{noneWord, (*sentence).none},
	{negation, (*sentence).bareNegation},
	{agreesWord, (*sentence).disagree},
	{putsOff, (*sentence).putOff},
}

// order is the medicine that the word at i gives an order about; nil where it
// gives none.
func (s *sentence) order(i int) *token {
	t := s.tokens[i]
	for _, r := range rules {
		if t.is(r.of) {
			if m := r.is(s, i); m != nil {
				return m
			}
		}
	}
	switch t.word {
	case "only", "just", "solo", "solamente", "unicamente", "unica", "unico", "last", "final", "ultima", "ultimo":
		return s.onlyOrLast(i)
	case "including", "even", "incluso", "incluyendo", "incluida", "incluidas", "incluidos":
		return s.included(i)
	case "menos", "less":
		if s.at(i-1).is(named) && s.hasUse(0, i) {
			return &s.tokens[i-1] // "tome una pastilla menos"
		}
	case "double", "extra", "additional", "doble", "adicional":
		return s.extra(i)
	case "on":
		return s.notOn(i)
	case "up":
		if (i == 0 || s.at(i-1).is(comma|colon|andWord|thenWord)) && s.noun(i+1).medicine == i+2 && s.at(i+1).is(article) {
			return &s.tokens[i+2] // "up your insulin"
		}
	case "for after", "para despues":
		return s.keptForLater(i)
	case "until", "till", "hasta":
		if next := s.at(i + 1).word; next == "after" || next == "despues" {
			return s.keptForLater(i)
		}
	case "wear off":
		if m := s.namedBefore(i); m != nil && s.hasWord("let", i) && !s.asksBefore(i) && s.negated(slices.IndexFunc(s.tokens, func(t token) bool { return t.word == "let" }), true) < 0 {
			return m // "let your blood thinner wear off"
		}
	case "ninguno", "ninguna":
		return s.bareNegation(i)
	case "for the last time", "por ultima vez":
		return s.namedBefore(i)
	case "away", "aside":
		if s.at(i-1).is(named) && (s.hasWord("put", i) || s.hasWord("set", i)) && !s.asksBefore(i) {
			return &s.tokens[i-1] // "set your insulin aside"
		}
	case "free", "a rest", "a break", "a descansar":
		if s.at(i-1).is(named) && s.at(i+1).word != "of" && !s.asksBefore(i) {
			return &s.tokens[i-1]
		}
	}
	return nil
}

// onlyNames is the medicine that a question ends in and says nothing else of:
// "Aspirin?"
func (s *sentence) onlyNames() *token {
	begin := 0
	for i, t := range s.tokens {
		if t.is(comma | colon | andWord | thenWord) {
			begin = i + 1
		}
	}
	if n := s.noun(begin); s.asked && n.medicine >= 0 && n.end == len(s.tokens) {
		return &s.tokens[n.medicine]
	}
	return nil
}

// isRefusal reports whether the sentence says no more than "no", and perhaps when.
func (s *sentence) isRefusal() bool {
	no := false
	for _, t := range s.tokens {
		switch {
		case t.is(negation):
			no = true
		case !t.is(time | article | preposition | linkOf | comma):
			return false
		}
	}
	return no
}

// answer is the medicine of an order that "yes" or "no" gives to a question:
// "Should I stop aspirin? Yes." "Can I take my pills? No." "Aspirin? Not this week."
func (s *sentence) answer(question sentence) *token {
	first := s.at(0)
	if m := question.onlyNames(); m != nil && s.isRefusal() {
		return m
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
