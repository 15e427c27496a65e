package check

import "sync"

// A promise is something that nobody at a clinic can know: that a plan pays, that
// nothing hurts, that nothing can go wrong. Both languages are always looked for.
var promiseTable = sync.OnceValue(func() patterns { return patternsOf(promiseWords) })

const promiseWords = `
	covered = say who decides: "Ask your plan before the visit."
	is|are|be fully|completely paid
	insurance|plan|plans|insurer|medicare|medicaid always|will|should … pay|pays|cover|covers = say who decides: "Ask your plan before the visit."
	insurance|plan|plans|insurer|medicare|medicaid must|does|do? … pay|pays|cover|covers = say for whom and what it depends on: "Medicare pays a part, if …"
	your|the insurance|plan always|will|should? takes|take care of
	free of charge|cost
	at no cost|charge
	no cost|charge to|for you
	no out-of-pocket cost|costs
	costs|cost you? nothing
	pay|owe nothing
	will not|never pay|owe|cost
	won't pay|owe|cost
	is|are|be free
	for free
	paid in full
	guarantee|guarantees|guaranteed|guaranteeing
	we promise
	completely|totally|perfectly|absolutely|entirely|100%|fully safe
	is|are|it's very|quite|really|always|generally? safe
	safe and effective|painless|easy
	no|zero risk|risks|danger|dangers
	without any? risk|risks|danger
	risk-free|danger-free
	no side effects
	no side-effects
	harmless
	do|does|cause|causes no harm
	painless|painlessly|pain-free
	feel|have|cause|causes no pain|discomfort
	without any? pain|discomfort
	won't|can't hurt
	does|will|do|can not hurt
	will|should not|never feel anything|pain|it|a
	won't feel anything|pain|it|a
	will cure
	cures
	always|never works|fails|helps
	works every time
	nothing can go wrong
	nothing to worry about
	you will be fine

	cubierto|cubierta|cubiertos|cubiertas = diga quién decide: "Pregunte a su plan antes de la cita."
	seguro|plan|planes|aseguradora|medicare|medicaid … paga|pagan|cubre|cubren = diga para quién y de qué depende: "Medicare paga una parte, si …"
	seguro|plan|planes|aseguradora|medicare|medicaid siempre? … pagara|pagaran|pagar|cubrira|cubriran|cubrir = diga quién decide: "Pregunte a su plan antes de la cita."
	gratis|gratuito|gratuita|gratuitos|gratuitas
	sin ningun? costo|cargo|gasto
	no le? paga|pagara|cuesta|costara nada
	no tiene|tendra ningun? costo
	garantizado|garantizada|garantizados|garantizamos|garantiza|garantizan|garantia
	le prometemos
	totalmente|completamente|absolutamente|100%|perfectamente seguro|segura|seguros|seguras
	es|son muy|bastante|siempre? seguro|segura|seguros|seguras
	sin ningun? riesgo|riesgos|peligro
	ningun riesgo|peligro
	no hay|tiene|tienen|existe ningun? riesgo|riesgos|peligro
	no tiene|hay|causa efectos secundarios
	inofensivo|inofensiva
	indoloro|indolora|indoloros
	sin ningun? dolor|molestia|molestias
	no le|te? duele|dolera
	no le? va a doler
	no sentira|siente|va nada|dolor
	no va a sentir nada|dolor
	siempre funciona|sirve|ayuda
	lo curara
	nunca falla
	nada puede salir mal
`

// Words before a promise, in its clause, that make it none: "nobody can promise",
// "ask if", "some plans".
var (
	denies = set(`no not nobody never none nothing without cannot can't isn't aren't neither nor some many may might could few nobody's hardly rarely
		whether ask asks if unless until depends
		usually often mostly most rule almost
		suele suelen casi mayoria general
		nadie nunca ningun ninguna nada tampoco algunos algunas muchos muchas podria quiza quizas pregunte preguntenos si depende`)
	// asking reaches over the whole sentence.
	asking = set(`ask asks asked whether pregunte preguntenos pregunta`)
	// limits are words with which a plan's paying is told with its conditions.
	limits = set(`some if only once when after part share half network age referral order up
		algunos algunas si solo vez cuando despues parte mitad red edad orden hasta`)
	// surely are words that make a promise of it all the same.
	surely = set(`will always should siempre pagara pagaran cubrira cubriran`)
	// payers are whose paying is promised.
	payers = set(`insurance plan plans insurer medicare medicaid seguro planes aseguradora`)
	// others pay there, or are asked: "with Medicare, you pay".
	others = set(`you asks no not usted pide pregunta tampoco nunca never`)
	// physical are words beside which "covered" is about a bandage.
	physical = set(`bandage bandages dressing gauze cloth plastic wound skin spot cut eye blanket sheet gown keep keeps stay warm
		venda vendaje gasa pano plastico herida piel ojo manta sabana bata mantenga`)
	// helpful are words beside which "free" is about help with language or forms.
	helpful = set(`language interpreter interpreters help copy copies call idioma interprete interpretes ayuda copia llamada`)
)

// honest are promises that look like ones and are none, by the word after.
var honest = map[string]map[string]bool{
	"safe":   set(`to enough if when unless until`),
	"free":   set(`of to from time`),
	"seguro": set(`que de si cuando manejar`),
	"segura": set(`que de si cuando`),
}

// promises finds promises of coverage or safety.
func (fs *findings) promises(t text) {
	for _, sentence := range t.line {
		for i := 0; i < len(sentence); i++ {
			hint, end := promiseTable().at(sentence, i)
			if end == 0 || excusesPromise(sentence, i, end) {
				continue
			}
			if hint == "" {
				hint = "say what is known, with its limits, or leave it out"
			}
			fs.add(Mistake, t.path, sentence[i].at, hint, "%q promises what nobody can", t.text[sentence[i].at:sentence[end-1].end])
			i = end - 1
		}
	}
}

// excusesPromise reports whether what stands around the words from i to end makes
// them no promise.
func excusesPromise(sentence []word, i, end int) bool {
	last := sentence[end-1].folded
	if end < len(sentence) && sentence[end-1].after == "" && honest[last][sentence[end].folded] {
		return true
	}
	switch last {
	case "covered", "cubierto", "cubierta", "cubiertos", "cubiertas":
		if anyOf(sentence, physical) {
			return true
		}
	case "free", "gratis", "gratuita", "gratuito", "charge", "cost":
		if anyOf(sentence, helpful) {
			return true
		}
	}
	if payers[sentence[i].folded] {
		if anyOf(sentence[i:end], others) || hasBreak(sentence[i:end-1]) || !anyOf(sentence[i:end], surely) && anyOf(sentence, limits) {
			return true
		}
	}
	for j := i - 1; j >= 0; j-- {
		w := sentence[j]
		if asking[w.folded] {
			return true
		}
		if clause := hasBreak(sentence[j:i]); !clause && denies[w.folded] {
			return true
		}
	}
	return false
}

// hasBreak reports whether a mark stands between the words.
func hasBreak(words []word) bool {
	for _, w := range words {
		if w.after != "" && w.after != "-" {
			return true
		}
	}
	return false
}

func anyOf(sentence []word, words map[string]bool) bool {
	for _, w := range sentence {
		if words[w.folded] {
			return true
		}
	}
	return false
}
