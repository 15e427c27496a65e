package medicine

import (
	"slices"
	"strings"
)

// The net below the rules. Orders are worded in more ways than rules can know, so a
// sentence that names what a patient takes at home by its own name is refused where
// it also says when, or what must be, or begins with a verb that is not known to be
// harmless; unless something in it is known to be.

// caught is the medicine of a sentence that no rule took for an order and that says
// nothing harmless either, and the place of what makes it one; nil for none.
func (s *sentence) caught() (cue int, m *token) {
	if s.asked || !slices.ContainsFunc(s.tokens, isHome) {
		return 0, nil
	}
	inCondition, opened := false, 0
	for i, t := range s.tokens {
		switch {
		case t.is(condition), whoever[t.word] && (t.word != "que" || s.hasUse(i+1, min(i+4, len(s.tokens)))):
			inCondition, opened = true, i
		case t.is(comma) && s.opensOrder(opened), s.partsAt(i):
			inCondition = false
		case s.at(i+1).word == "to" && s.at(i+2).is(takeWord):
			return 0, nil // "which diabetes medicines to take that day"
		case s.at(i + 1).is(person), peoples[s.at(i+1).word], (s.at(i-1).word == "con" || s.at(i-1).word == "on") && s.at(i-2).is(person) && !s.at(i+1).is(colon):
			// "warfarin patients" are people
		case inCondition || !isHome(t) || s.isGoverned(i) && !s.hasWord("percent", len(s.tokens)):
		default:
			from, to := s.span(i)
			if s.isHarmless(from, to) {
				continue
			}
			if verb := s.strangeVerbBefore(i); verb >= 0 {
				return verb, &s.tokens[i]
			}
			for j := from; j < to; j++ {
				if s.isCue(j) {
					return j, &s.tokens[i]
				}
			}
		}
	}
	return 0, nil
}

// isCue reports whether the word at i says when, how much, or what must be.
func (s *sentence) isCue(i int) bool {
	t := s.tokens[i]
	return t.is(time) && (!isNumber(t.word) || isSpan(t.word)) || whens[t.word] || obliges[t.word] || cues[t.word]
}

// span is the part of the sentence around the word at i that speaks of one thing:
// what stands before "and", "then" or a colon neither excuses it nor governs it.
func (s *sentence) span(i int) (from, to int) {
	for from = i; from > 0 && !s.partsAt(from-1); from-- {
	}
	for s.at(from).is(comma) {
		from++
	}
	for to = i + 1; to < len(s.tokens); to++ {
		if t := s.tokens[to]; t.is(thenWord) && !s.at(to+1).is(pronoun) || t.is(andWord) && s.opensClause(to+1) {
			break
		}
	}
	return from, to
}

// partsAt reports whether the mark or word at i begins something new: not where it
// goes on with a list of medicines, or names one a second time.
func (s *sentence) partsAt(i int) bool {
	switch t := s.tokens[i]; {
	case t.word == "(":
		return !s.at(i - 1).is(named)
	case t.is(andWord):
		return s.at(i-1).is(comma) && !s.hasFlag(named, i)
	default:
		return t.is(colon | thenWord)
	}
}

// asksAround reports whether somebody is asked, or says something, in what the
// sentence says of the word at i.
func (s *sentence) asksAround(i int) bool {
	from, to := s.span(i)
	return s.hasFlagBetween(asks, from, to)
}

// isHome reports whether a token is the own name of what patients take at home, or
// of a class of it that no clinic gives.
func isHome(t token) bool {
	return t.is(named) && !t.is(generic) && !given[t.word] && (t.word != "aspirin" || t.is(proper))
}

var (
	// given are the names of what clinics give at a visit too.
	given = setOf(`parche parches inhaler inhalers inhalador triamcinolone triamcinolona methylprednisolone metilprednisolona kenalog dexamethasone dexametasona decadron betamethasone betametasona
		ceftriaxone pill pills tablet tablets capsule capsules dose doses pastilla pastillas tableta tabletas capsula capsulas dosis
		steroid steroids esteroide esteroides cortisone cortisona antibiotic antibiotics antibiotico antibioticos sedative sedatives sedante sedantes
		heparin heparina ketorolac ketorolaco toradol fentanyl fentanilo depo-provera`)
	// peoples are words that make of a medicine somebody: "your pump team".
	peoples = setOf("user users team settings")
	// whoever are words of a clause that says whom something is about.
	whoever = setOf("who que quien quienes mientras while")
	// obliges are words of what must be.
	obliges = setOf("should must needs debe deben deberia deberian")
	stays   = setOf("stay staying remain keep continue")
	// habits are words of what stays as it is.
	habits = setOf("usually always same every siempre igual cada sigue siguen")
	// matters are words of what has nothing to do with taking: whom to reach, who pays.
	matters = setOf("number phone llamada numero telefono pay pays cover covers insurance pagar paga pagan cubre cubren seguro seguros ayuda ayudan helps acabe agote plan plans")
	// cues are words of less, of none and of later.
	cues = setOf(`percent off out none zero gone first primero over later instead only half smaller slower menor third quarter fifth units unidades tercera cuarta quinta fuera nada cero`)
	// supplies are what one does with a medicine besides taking it.
	supplies = setOf(`bring bringing refill fill buy pack carry list mention name show count label store give gives given gave use using uses inject injects put apply
		continue stay-on keep sort check measure write tell include includes contain contains need needs
		traiga traer lleve llevar surta surtir recoja recoger compre comprar empaque anote nombre muestre ensene cuente guarde da dan damos pone ponen ponga use usar usa
		siga seguir continue continuar apunte incluya contiene necesita`)
)

func init() {
	supplies["pick up"] = true
	matters["run out"], matters["runs out"] = true, true
	for _, w := range []string{"eye drops", "eye drop", "ear drops", "nose drops", "gotas para los ojos", "gotas de los ojos", "skin patch", "skin patches", "birth control"} {
		given[w] = true
	}
}

// isHarmless reports whether a part of the sentence asks, warns, tells what was, or keeps
// somebody from stopping.
func (s *sentence) isHarmless(from, to int) bool {
	for i := from; i < to; i++ {
		switch t := s.tokens[i]; {
		case t.is(asks | harm | badWord | mends | alone | clinician), s.excused[i], matters[t.word], habits[t.word]:
			return true
		case t.is(takeWord|useWord) && (t.is(participle) && !t.is(imperative) || t.accented):
			return true
		case t.is(stopWord|weakWord) && s.negated(i, true) >= 0:
			return true
		}
	}
	return false
}

// isGoverned reports whether the medicine at i is what somebody takes, brings or
// buys: the nearest verb before it says so.
func (s *sentence) isGoverned(i int) bool {
	from, _ := s.span(i)
	for j := i - 1; j >= from; j-- {
		switch t := s.tokens[j]; {
		case t.word == "on" && stays[s.at(j-1).word]:
			return true
		case t.is(takeWord) || supplies[t.word] || supplies[firstWord(t.word)]:
			return s.negated(j, false) < 0
		case t.is(colon | thenWord | negation | condition | subordinator | stopWord | weakWord | restartWord):
			return false
		}
	}
	return false
}

// firstWord is the first of the words of an expression.
func firstWord(expression string) string {
	word, _, _ := strings.Cut(expression, " ")
	return word
}

// strangeVerbBefore is the place of an order right before the medicine at i whose
// verb is not known: "shelve your Plavix"; -1 for none.
func (s *sentence) strangeVerbBefore(i int) int {
	j := i - 1
	for s.at(j).is(article) {
		j--
	}
	if j < 0 || j == i-1 || s.tokens[j].flags != 0 || supplies[s.tokens[j].word] || j > 0 && !s.at(j-1).is(comma|colon|andWord|thenWord) {
		return -1
	}
	return j
}

// isSpan reports whether a number is one of days or hours: "7d".
func isSpan(number string) bool {
	unit := strings.TrimLeft(number, "0123456789")
	return unit == "d" || unit == "h" || unit == "hrs" || unit == "w" || unit == "wk"
}
