package medicine

// What excuses a stop word altogether, and what of that a list hands on.

// excusesStop reports whether something excuses the stop word at i, and keeps
// that for what "or" joins to it.
func (s *sentence) excusesStop(i int) bool {
	no := s.negated(i, true)
	if no >= 0 && s.conditionOf(no) >= 0 {
		return false // "if you have not stopped it" says that one should have
	}
	ok := no >= 0 && !s.limited(i) || s.asksBefore(i) || s.joinedToExcused(i) || s.patientAsks(i) || s.warns(i) || s.inHarmlessCondition(i) || s.onlyClinician(i)
	if ok {
		s.excuse(i)
	}
	return ok
}

// onlyClinician reports whether the sentence leaves what the word at i says to
// somebody who may: "only your doctor can stop".
func (s *sentence) onlyClinician(i int) bool {
	switch s.at(0).word {
	case "only", "solo", "solamente", "unicamente":
	default:
		return false
	}
	for j := 1; j < i && j <= 4; j++ {
		if s.tokens[j].is(clinician) {
			return s.at(i - 1).is(modal | helper)
		}
	}
	return false
}

// joinedToExcused reports whether "or" or a comma joins the word at i to one that
// is excused: "do not stop, skip, or change". A comma joins only what stands
// right beside it.
func (s *sentence) joinedToExcused(i int) bool {
	j := i - 1
	for s.at(j).is(adverb) && !s.at(j).is(orWord) {
		j--
	}
	joint := s.at(j)
	if !joint.is(orWord | comma | andWord) {
		return false
	}
	for s.at(j).is(orWord | comma | andWord) {
		j--
	}
	if s.excused[j] {
		return true
	}
	if !joint.is(orWord) {
		return false
	}
	if s.at(j).is(takeWord|useWord|verb|weakWord) && s.negated(j, true) >= 0 {
		return true // "do not start or stop"
	}
	for ; j >= 0; j-- {
		if s.excused[j] {
			return true
		}
		if s.tokens[j].is(thenWord|colon|condition) || s.tokens[j].is(andWord) && s.opensClause(j+1) {
			return false
		}
	}
	return false
}

// afterExcused reports whether a word such as "nor" or "ninguna" belongs to a
// stop word that is excused: "no deje la aspirina ni la insulina".
func (s *sentence) afterExcused(i int) bool {
	switch s.tokens[i].word {
	case "ni", "nor", "ningun", "ninguna", "ningunas", "ningunos", "not even", "not any":
	default:
		return false
	}
	for j := i - 1; j >= 0; j-- {
		if s.excused[j] {
			return true
		}
		if s.tokens[j].is(thenWord | colon) {
			return false
		}
	}
	return false
}

// conditionOf is the word that opens a condition in which the word at i is what
// somebody may do, "if you skip a dose"; -1 where it stands in none.
func (s *sentence) conditionOf(i int) int {
	for j := i - 1; j >= 0; j-- {
		t := s.tokens[j]
		if t.is(condition) {
			return j
		}
		switch {
		case t.word == "can", t.word == "could", t.word == "puede":
			return -1
		case !t.is(subject | helper | adverb | letWord | person | clinician | article | asks | orWord | named):
			return -1
		}
	}
	return -1
}

// inHarmlessCondition reports whether the word at i stands in a condition that
// leads to somebody who knows ("if you skip a dose, call us"), that warns ("a
// stroke can follow if you stop it alone"), or that tells what happened already.
func (s *sentence) inHarmlessCondition(i int) bool {
	c := s.conditionOf(i)
	if c < 0 || s.tokens[c].word != "if" && s.tokens[c].word != "si" {
		return false
	}
	if s.tokens[i].is(participle) && !s.tokens[i].is(imperative) || s.tokens[i].accented && s.tokens[i].is(thirdPerson) && !s.tokens[i].is(objectTail) {
		return true
	}
	opens := c == 0 || s.at(c-1).is(comma|colon|andWord)
	alone, warned, parted := s.hasFlagBetween(alone, i, len(s.tokens)), s.hasFlagBetween(harm|badWord, 0, len(s.tokens)), false
	for _, t := range s.tokens[i+1:] {
		parted = parted || t.is(comma)
		if opens && parted && t.is(asks) {
			return true
		}
	}
	return alone && warned
}

// warns reports whether the word at i is part of a warning: "it is dangerous to
// stop", "stopping it can cause a stroke", "stopping on your own is dangerous".
func (s *sentence) warns(i int) bool {
	to := i - 1
	for s.at(to).is(adverb) {
		to--
	}
	if s.at(to).word == "to" {
		to--
	}
	if to < i-1 || s.tokens[i].is(infinitive) {
		if bad := s.at(to); bad.is(badWord) && s.negated(to, false) < 0 {
			return true
		}
	}
	missed := s.tokens[i].is(participle) && s.at(i-1).is(article) && s.at(i+1).is(named) // "a missed dose can be harmful"
	if !missed && (!s.tokens[i].is(gerund|infinitive) || i > 0 && !s.at(i-1).is(colon)) {
		return false
	}
	causes := false
	for j := i + 1; j < len(s.tokens); j++ {
		switch t := s.tokens[j]; {
		case t.is(negation | thenWord | colon), t.is(andWord) && s.opensClause(j+1):
			return false
		case causing[t.word]:
			causes = true
		case causes && t.is(harm), t.is(badWord) && s.at(j-1).is(helper|verb):
			return true
		}
	}
	return false
}

// causing are words of a warning, before the harm.
var causing = setOf("cause lead trigger block close bring raise increase subir aumentar causar provocar tapar cerrar bloquear desatar")
