package check

import (
	"sync"

	"deskleaf/content"
)

// A language is what the checks know of one.
type language struct {
	vague, jargon patterns

	syllables func(word string) int
	tooHard   func(Reading, bounds) []content.Saying

	// Of steps.
	begins     func(word string) bool // tells somebody to do something
	conditions map[string]bool        // open a condition that may stand before it
	before     map[string]bool        // may stand right before it: "do", "not"
	third      map[string]bool        // the patient as somebody else
	verbHint   string
	youHint    string

	// Of numbers.
	numbered map[string]bool // stand before a number that needs no unit: "day 3"
	ranging  map[string]bool // join two numbers to a range
	scale    map[string]bool // open a range without a unit: "from 0 to 10"
	outOf    map[string]bool // join a number to what it is part of: "13 in 100"
	function map[string]bool // are no unit
	unitHint string
}

var english = sync.OnceValue(func() *language {
	return &language{
		vague: patternsOf(vagueEnglish), jargon: patternsOf(jargonEnglish),
		syllables: syllablesEnglish, tooHard: tooHardEnglish,
		begins:     func(word string) bool { return englishVerbs[word] },
		conditions: set("if when"),
		before:     set("do don't not never no please always"),
		third:      set("patient patients patient's"),
		verbHint:   `begin with the verb: "Bring …", "Do not drive …", "If …, call us"`,
		youHint:    `say "you"`,
		numbered: set(`day days week month year age ages aged type page step part number no phone at code codes form grade level size visit top before
			january february march april may june july august september october november december from by until between about above below over under`),
		ranging:  set("to or and through"),
		scale:    set("from scale between of score rate"),
		outOf:    set("in of out percent"),
		function: set("and or if when while before after until for to at on with without the a an your you it is are was be so but then that this from as not than by because"),
		unitHint: "say of what: minutes, hours, days, times",
	}
})

var spanish = sync.OnceValue(func() *language {
	return &language{
		vague: patternsOf(vagueSpanish), jargon: patternsOf(jargonSpanish),
		syllables: syllablesSpanish, tooHard: tooHardSpanish,
		begins:     beginsSpanish,
		conditions: set("si cuando"),
		before:     set("no nunca por favor siempre ya se lo la los las le que un una alguien adulto"),
		third:      set("paciente pacientes"),
		verbHint:   `empiece con el verbo: "Traiga …", "No maneje …", "Si …, llámenos"`,
		youHint:    `hable de "usted"`,
		numbered: set(`dia dias semana mes ano edad tipo pagina paso parte numero telefono codigo codigos talla nivel grado antes a las los la del
			enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre desde hasta entre unos unas`),
		ranging:  set("a o y al"),
		scale:    set("de del escala entre"),
		outOf:    set("de en por"),
		function: set("y o u e si cuando mientras antes despues hasta para por a en con sin el la los las un una su sus usted es son esta pero que como porque no"),
		unitHint: "diga de qué: minutos, horas, días, veces",
	}
})

// languageOf is what is known of a language; ok is false where its words cannot be
// judged.
func languageOf(id string) (l *language, ok bool) {
	switch id {
	case "en":
		return english(), true
	case "es":
		return spanish(), true
	}
	return nil, false
}

// Vague wording leaves a patient to guess. Beside each stands what to say.
const vagueEnglish = `
	as directed|instructed|prescribed|advised|told|ordered = say what to do, or whom to ask
	as you were|are told|directed|instructed = say what to do, or whom to ask
	if|when|as|where necessary|needed|required|appropriate|indicated|applicable = say when: "if it hurts"
	unusual|abnormal|concerning|strange|worrisome|alarming symptoms|symptom|signs|pain|bleeding|swelling|changes = say which: "fever", "blood that soaks the bandage"
	any|other problems|problem|complications|concerns = say which, or "Call us with questions"
	something|anything unusual|abnormal|strange|wrong = say what
	excessive|excess|significant|moderate|adequate|sufficient|appropriate|considerable = say how much, or what it looks like
	too much bleeding|pain|swelling = say how much: "soaks a bandage in 10 minutes"
	in a timely manner|fashion = say by when
	as soon as possible = say "today", "now", or by when
	right|shortly before|beforehand = say how long before
	for a while = say how long
	for some time = say how long
	plenty|lots of water|fluids|rest = say how much: "6 glasses"
	take it easy = say what not to do
	and so on = say what, or leave it out
	etc = say what, or leave it out
	and/or = write "or"
	regularly|periodically|frequently|occasionally = say how often
`

const vagueSpanish = `
	como|segun se le? indico|indica|indicaron|indicado|indicada = diga qué hacer, o a quién preguntar
	segun|conforme lo? indicado|indicaciones|instrucciones|prescrito = diga qué hacer, o a quién preguntar
	segun las? indicaciones|instrucciones = diga qué hacer, o a quién preguntar
	como le dijeron|indicaron = diga qué hacer, o a quién preguntar
	si es|fuera|fuese necesario|preciso = diga cuándo: "si le duele"
	de ser necesario = diga cuándo: "si le duele"
	cuando sea necesario|preciso = diga cuándo: "si le duele"
	segun sea necesario = diga cuándo: "si le duele"
	segun|si lo? necesite|necesita|requiera = diga cuándo: "si le duele"
	sintomas|sintoma|signos|dolor|sangrado raros|raro|inusuales|inusual|anormales|anormal|extranos|extrano|preocupantes = diga cuáles: "fiebre", "sangre que empapa la venda"
	algo raro|anormal|extrano|inusual = diga qué
	cualquier problema|molestia|complicacion = diga cuál, o "Llámenos si tiene preguntas"
	excesivo|excesiva|significativo|significativa|moderado|moderada|adecuado|adecuada|suficiente = diga cuánto, o cómo se ve
	demasiado sangrado|dolor = diga cuánto: "empapa una venda en 10 minutos"
	lo antes posible = diga "hoy", "ahora" o para cuándo
	lo mas pronto posible = diga "hoy", "ahora" o para cuándo
	un rato|tiempo = diga cuánto
	por|durante algun tiempo = diga cuánto
	mucha|bastante agua = diga cuánta: "6 vasos"
	muchos liquidos = diga cuánto: "6 vasos"
	y|o etcetera = diga qué, o quítelo
	etc = diga qué, o quítelo
	regularmente|periodicamente|frecuentemente|ocasionalmente = diga cada cuánto
	con regularidad = diga cada cuánto
`
