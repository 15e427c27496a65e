package medicine

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

// order is the medicine that the word at i gives an order about; nil where it
// gives none.
func (s *sentence) order(i int) *token {
	t := s.tokens[i]
	for _, rule := range []struct {
		of flags
		is func(*sentence, int) *token
	}{
		{restartWord | onceMore, (*sentence).restart},
		{stopWord, (*sentence).stop},
		{weakWord, (*sentence).weak},
		{takeWord | useWord, (*sentence).take},
		{noneWord, (*sentence).none},
		{negation, (*sentence).bareNegation},
		{agreesWord, (*sentence).disagree},
		{putsOff, (*sentence).putOff},
	} {
		if t.is(rule.of) {
			if m := rule.is(s, i); m != nil {
				return m
			}
		}
	}
	switch t.word {
	case "only", "just", "solo", "solamente", "unicamente", "last", "final", "ultima", "ultimo":
		return s.onlyOrLast(i)
	case "free":
		if s.at(i-1).is(named) && s.at(i+1).word != "of" && !s.asksBefore(i) {
			return &s.tokens[i-1]
		}
	}
	return nil
}

// answer is the medicine of an order that "yes" or "no" gives to a question:
// "Should I stop aspirin? Yes." "Can I take my pills? No."
func (s *sentence) answer(question sentence) *token {
	first := s.at(0)
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

// stop is the medicine of a stop word.
func (s *sentence) stop(i int) *token {
	if s.isNoun(i) || s.excusesStop(i) {
		return nil
	}
	return s.object(i)
}

// weak is the medicine of a word such as "lower", which must stand right behind.
func (s *sentence) weak(i int) *token {
	t := s.tokens[i]
	if s.isNoun(i) || s.at(i+1).word == "of" && !t.is(gerund) || s.excusesStop(i) || s.inCondition(i) {
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
	case t.is(participle) && n.content == 0:
		m = s.subjectOf(i)
	case n.pronoun && t.is(imperative):
		m = s.antecedent(i)
	}
	if s.at(i-1).is(modal) && !s.at(i-2).is(subject) && (s.at(i-1).word == "may" || s.at(i-1).word == "might" || s.at(i-1).word == "puede") {
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
		if verb = s.takeBefore(i); verb < 0 {
			return nil
		}
		m = s.object(verb)
	case t.is(comesBack):
		if s.at(i+1).word != "a" {
			return nil
		}
		if s.at(i + 2).is(takeWord | useWord) {
			m = s.object(i + 2)
		} else if n := s.noun(i + 2); n.medicine >= 0 {
			m = &s.tokens[n.medicine]
		}
	default:
		m = s.object(i)
	}
	if m == nil || s.asksBefore(verb) || s.patientAsks() || s.joinedToExcused(verb) {
		return nil
	}
	if s.negated(verb, true) >= 0 && s.leftToOthers(i) {
		s.excused[i] = true
		return nil
	}
	return m
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

// take is the medicine of a take word with a negation.
func (s *sentence) take(i int) *token {
	t := s.tokens[i]
	no := s.negatedTake(i)
	if no < 0 || s.asksBefore(i) || s.patientAsks() || s.describes(no, i) || s.whoeverDoesNot(no) || s.ceiling(i) || s.at(i+2).word == "off" {
		return nil
	}
	if t.is(takeWord) {
		return s.object(i)
	}
	n := s.noun(i + 1)
	switch {
	case n.medicine >= 0:
		return &s.tokens[n.medicine]
	case t.is(objectTail), n.pronoun, s.hasPronounBefore(i):
		return s.antecedent(i)
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

// none is the medicine of a word such as "no" or "without".
func (s *sentence) none(i int) *token {
	t := s.tokens[i]
	n := s.noun(i + 1)
	if (n.taking || n.verbal) && t.is(negation) && t.word[0] != 'i' && t.word[0] != 'r' && t.word[0] != 'e' {
		return nil // the take word is looked at by itself
	}
	if (t.word == "half" || t.word == "mitad" || t.word == "la mitad") && n.content == 0 && s.at(i-1).is(takeWord|useWord|article) && !s.asksBefore(i) {
		return s.antecedent(i)
	}
	if n.medicine < 0 && (n.content > 0 || n.harmless) && (t.word == "no" || t.word == "without" || t.word == "sin" || t.word == "ni") {
		if m := s.listed(n.end); m != nil && !s.asksBefore(i) && !s.patientAsks() {
			return m
		}
		return nil
	}
	if n.medicine < 0 || s.asksBefore(i) || s.patientAsks() {
		return nil
	}
	m := &s.tokens[n.medicine]
	if s.isFact(i, n) || s.afterExcused(i) || (t.word == "off" || t.word == "without") && s.negatedGoing(i) {
		return nil
	}
	return m
}

// bareNegation is the medicine of "not" and "no" without a verb: "but not your
// insulin", "Aspirin: no.", "Can I take aspirin? No."
func (s *sentence) bareNegation(i int) *token {
	t := s.tokens[i]
	if i == len(s.tokens)-1 && i > 0 && s.tokens[i-1].is(colon) {
		return s.antecedent(i)
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
	if s.negated(i, false) < 0 || s.asksBefore(i) || s.patientAsks() {
		return nil
	}
	n := s.noun(i + 1)
	switch {
	case s.at(i + 1).is(stopWord | weakWord | restartWord):
		return nil
	case n.medicine >= 0:
		return &s.tokens[n.medicine]
	case n.content == 0:
		return s.subjectOf(i)
	}
	return nil
}

// putOff is the medicine that is to wait: "wait to take", "your pills can wait".
func (s *sentence) putOff(i int) *token {
	if s.negated(i, true) >= 0 || s.asksBefore(i) {
		return nil
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
	if s.at(i-1).is(modal) || s.at(i-1).word == "to" {
		return s.subjectOf(i)
	}
	return nil
}

// onlyOrLast is the medicine of "take only", and of a last dose that somebody
// sets a day for.
func (s *sentence) onlyOrLast(i int) *token {
	last := s.tokens[i].word[0] == 'l' || s.tokens[i].word == "final" || s.tokens[i].word[0] == 'u' && s.tokens[i].word[1] == 'l'
	n := s.noun(i + 1)
	if s.at(i+1).is(takeWord) && !last {
		n = s.noun(i + 2)
	} else {
		j := i - 1
		for s.at(j).is(article) {
			j--
		}
		if !s.at(j).is(takeWord|useWord) && !(last && n.medicine >= 0 && s.setsDay(n.end)) {
			return nil
		}
	}
	if n.medicine < 0 || s.asksBefore(i) || s.asked || s.negated(i, true) >= 0 {
		return nil
	}
	return &s.tokens[n.medicine]
}

// setsDay reports whether what follows says when: "is Monday", "should be 5 days
// before".
func (s *sentence) setsDay(i int) bool {
	return s.at(i).is(modal) || s.at(i).word == "is" || s.at(i).is(colon) || s.at(i).word == "es"
}
