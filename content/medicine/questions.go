package medicine

// What makes of an order a question for somebody who knows.

// asksBefore reports whether somebody is to be asked, or says, whether or when to
// do what the word at i says: "ask us which pills to", "call us before you",
// "unless we tell you to".
func (s *sentence) asksBefore(i int) bool {
	t := s.tokens[i]
	before := s.at(i - 1)
	if before.is(comma|colon|thenWord) || before.is(andWord) && !s.excused[i-2] {
		return false
	}
	breaks := false // commas and conjunctions between the question and the word
	for q := i - 1; q >= 0; q-- {
		w := s.tokens[q]
		if w.is(colon | thenWord) {
			return false
		}
		if w.is(comma | andWord) {
			breaks = true
		}
		if w.is(askAbout) && s.opensQuestion(q, i) {
			if s.bare(i, q) && t.is(imperative) {
				return false
			}
			if breaks && !s.goesOn(q, i) {
				return false
			}
			return s.someoneSpeaks(q, i)
		}
	}
	return false
}

// bare reports whether the word at i stands as an order stands, with nothing
// before it that makes it part of a question.
func (s *sentence) bare(i, q int) bool {
	if s.tokens[i].is(infinitive | gerund | participle) {
		return false
	}
	before := s.at(i - 1)
	return i-1 != q && !before.is(helper|modal|adverb|subject|orWord|letWord|pronoun) && before.word != "to" && before.word != "que"
}

// goesOn reports whether commas and conjunctions between the question at q and the
// word at i go on with it, as in "which pills, shots, and drops to stop" and
// "if aspirin, Plavix, or warfarin should be stopped", and does not begin anew.
func (s *sentence) goesOn(q, i int) bool {
	end := i
	for end > q+1 && s.tokens[end-1].is(helper|modal|subject|adverb) {
		end--
	}
	list := s.tokens[q+1 : end]
	switch s.tokens[q].word {
	case "which", "what", "cual", "cuales", "que":
		for _, t := range list {
			if t.is(subject|asks|verb|modal|negation|takeWord|letWord|putsOff) && !t.is(harmless|article) {
				return false
			}
		}
		return true
	}
	for _, t := range list {
		if !t.is(named | article | comma | andWord | orWord) {
			return false
		}
	}
	return end < i
}

// opensQuestion reports whether the word at q opens a question that holds the
// word at i.
func (s *sentence) opensQuestion(q, i int) bool {
	next := s.at(q + 1)
	switch w := s.tokens[q]; w.word {
	case "before":
		return next.is(subject|person|article) || q+1 == i
	case "about", "sobre", "acerca":
		for j := q + 1; j < i; j++ {
			if !s.tokens[j].is(article | linkOf) {
				return false
			}
		}
		return true
	case "antes":
		return next.word == "de" && (q+2 == i || s.at(q+2).word == "que" || s.at(q+2).is(adverb) && q+3 == i || s.at(q+2).is(takeWord|stopWord|weakWord))
	case "si":
		return !w.accented
	case "que":
		return w.accented || next.is(named)
	case "como":
		return w.accented
	case "cuando":
		if w.accented {
			return true
		}
		for s.at(q + 1).is(adverb) {
			q++
		}
		next = s.at(q + 1)
		return !next.is(imperative) || next.is(infinitive) || next.accented // "cuándo tomó"
	case "when":
		return next.is(modal) || next.word == "to" || next.is(subject) && (s.at(q+2).is(modal|helper) || s.at(q+2).is(participle))
	}
	return true
}

// someoneSpeaks reports whether the question at q is put to somebody, or answered
// by somebody.
func (s *sentence) someoneSpeaks(q, i int) bool {
	switch s.tokens[q].word {
	case "unless", "until", "till", "hasta":
		for j := q + 1; j < i; j++ {
			if s.tokens[j].is(asks) {
				return true
			}
		}
		return false
	}
	if q == 0 && !s.hasFlagBetween(colon|thenWord|andWord, q, len(s.tokens)) && s.hasFlagBetween(clinician, i, len(s.tokens)) && s.hasFlagBetween(asks, i, len(s.tokens)) {
		return true // "cuándo se reinicia la aspirina lo dice su médico"
	}
	for a := q - 1; a >= 0; a-- {
		if s.tokens[a].is(colon|thenWord) || s.startsAnew(a, q) {
			return false
		}
		if t := s.tokens[a]; t.is(asks) && !(decides[t.word] && s.opensOrder(a)) {
			return true
		}
	}
	return false
}

// opensOrder reports whether the word at i stands where an order begins.
func (s *sentence) opensOrder(i int) bool {
	return i == 0 || s.at(i-1).is(comma|colon|andWord|thenWord|adverb)
}

// decides are words that leave it to the patient, where they are an order.
var decides = setOf("decide decida decidan choose know sepa")

// startsAnew reports whether the comma or conjunction at a begins another clause
// than that of the question at q: ", and", or one before a verb or a subject.
func (s *sentence) startsAnew(a, q int) bool {
	t := s.tokens[a]
	return a+1 < q && t.is(comma|andWord) && (t.is(comma) && s.at(a+1).is(andWord) || s.opensClause(a+1))
}

// patientAsks reports whether the sentence is a question that a patient asks, or
// one about what was done already: "Should I stop …?", "Did you stop …?", "Who told
// you to stop?" What follows "did you know" is no question.
func (s *sentence) patientAsks(i int) bool {
	if !s.asked {
		return false
	}
	for j, t := range s.tokens[:i] {
		switch t.word {
		case "i", "my", "yo", "mi", "mis", "debo", "puedo", "tengo", "necesito":
			if s.hasOnly(j+1, i, helper|adverb|modal|named) {
				return true
			}
		case "told", "dijo", "le dijo", "dijeron":
			return true
		}
	}
	before := i - 1
	for s.at(before).is(adverb) {
		before--
	}
	switch first, t := s.at(0).word, s.tokens[i]; {
	case s.at(before).word == "ha", s.at(before).word == "han":
		return true
	case t.accented && t.is(thirdPerson|imperative) && t.word[len(t.word)-1] != 'a': // "dejé", "dejó"
		return true
	case first == "did", first == "have", first == "has", first == "had", first == "ha", first == "han":
		kinds := subject | person | article | adverb | helper
		if s.hasFlagBetween(clinician|person, 1, i) {
			kinds |= letWord | clinician // "did a doctor tell you to stop …?"
		}
		return s.hasOnly(1, i, kinds)
	case first == "what" && s.at(1).word == "if", first == "y" && s.at(1).word == "si":
		return true // "what if I miss a pill?"
	case i == 1 && s.at(0).is(article) && t.is(participle):
		return true // "a missed dose?"
	case first == "which" && s.hasWord("did", i):
		return true // "which of your pills did the doctor stop?"
	case first == "why", first == "when", first == "who":
		return s.at(1).word == "did" && s.hasOnly(2, i, subject|person|article|adverb)
	}
	return false
}

// hasOnly reports whether nothing but words of a kind stands from a to b.
func (s *sentence) hasOnly(a, b int, kind flags) bool {
	for j := a; j < b; j++ {
		if !s.tokens[j].is(kind) {
			return false
		}
	}
	return true
}
