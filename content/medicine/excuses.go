package medicine

import "strings"

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
			return -1
		}
	}
	return -1
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

// negatedGoing reports a negation before "off" or "without": "do not come off".
func (s *sentence) negatedGoing(i int) bool {
	switch s.at(i - 1).word {
	case "come", "go", "get", "be", "stay", "going", "coming", "getting":
		return s.negated(i-1, true) >= 0
	}
	return false
}

// excusesStop reports whether something excuses the stop word at i, and keeps
// that for what "or" joins to it.
func (s *sentence) excusesStop(i int) bool {
	ok := s.negatedStop(i) || s.asksBefore(i) || s.joinedToExcused(i) || s.patientAsks() || s.warns(i) || s.inHarmlessCondition(i) || s.onlyClinician(i)
	if ok {
		s.excused[i] = true
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

// negatedStop reports whether the stop word at i is negated and nothing behind
// takes that back.
func (s *sentence) negatedStop(i int) bool {
	return s.negated(i, true) >= 0 && !s.limited(i)
}

// limited reports whether a negated order ends somewhere: "do not stop until
// Monday", "do not stop it except", "do not stop too late".
func (s *sentence) limited(i int) bool {
	switch s.at(i + 1).word {
	case "only", "just", "solo", "solamente":
		return true
	}
	for j := i + 1; j < len(s.tokens); j++ {
		switch t := s.tokens[j]; t.word {
		case "until", "till", "hasta", "unless", "a menos que":
			if !s.speaksSoon(j) {
				return true
			}
		case "except", "except for", "excepto", "salvo", "other than", "apart from", "aside from", "menos", "excluding":
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
		if s.tokens[j].is(asks) || s.tokens[j].is(gerund) && s.tokens[j].is(asks) {
			return true
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

// patientAsks reports whether the sentence is a question that a patient asks, or
// one about what was done: "Should I stop …?", "Did you stop …?".
func (s *sentence) patientAsks() bool {
	if !s.asked {
		return false
	}
	switch s.at(0).word {
	case "did", "have", "has", "had", "ha", "han":
		return true
	case "what", "y":
		if w := s.at(1).word; w == "if" || w == "si" {
			return true // "what if I already stopped"
		}
	}
	for _, t := range s.tokens {
		switch t.word {
		case "did", "told", "dijo", "le dijo", "dejo", "i", "my", "me", "mi", "mis", "debo", "puedo", "tengo", "necesito":
			return true
		}
	}
	return false
}

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
	for a := q - 1; a >= 0; a-- {
		if s.tokens[a].is(colon|thenWord) || s.startsAnew(a, q) {
			return false
		}
		if s.tokens[a].is(asks) {
			return true
		}
	}
	return false
}

// startsAnew reports whether the comma or conjunction at a begins another clause
// than that of the question at q: ", and", or one before a verb or a subject.
func (s *sentence) startsAnew(a, q int) bool {
	t := s.tokens[a]
	return a+1 < q && t.is(comma|andWord) && (t.is(comma) && s.at(a+1).is(andWord) || s.opensClause(a+1))
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
		case !t.is(subject | helper | adverb | letWord | person | article | asks | orWord | named):
			return -1
		}
	}
	return -1
}

// inHarmlessCondition reports whether the word at i stands in a condition that
// leads to somebody who knows, or warns, or tells what happened already.
func (s *sentence) inHarmlessCondition(i int) bool {
	if s.conditionOf(i) < 0 {
		return false
	}
	if s.tokens[i].is(participle) && !s.tokens[i].is(imperative) {
		return true
	}
	for j := i + 1; j < len(s.tokens); j++ {
		if s.tokens[j].is(asks | alone) {
			return true
		}
	}
	return false
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
	if !s.tokens[i].is(gerund|infinitive) || i > 0 && !s.at(i-1).is(colon) {
		return false
	}
	cause := false
	for j := i + 1; j < len(s.tokens); j++ {
		switch t := s.tokens[j]; {
		case t.word == "cause", t.word == "lead", t.word == "causar", t.word == "provocar", t.word == "is", t.word == "be", t.word == "es", t.word == "ser":
			cause = true
		case t.is(negation):
			return false
		case cause && t.is(harm|badWord):
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
	switch doing.word {
	case "does", "did":
		return !who.is(person)
	case "do":
		switch who.word {
		case "we", "they", "i", "doctors", "nurses", "staff", "clinics", "plans", "hospitals", "some", "most":
			return true
		}
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
	for ; j < len(s.tokens); j++ {
		switch s.tokens[j].word {
		case "label", "bottle", "doctor", "prescribed", "etiqueta", "medico", "frasco":
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
