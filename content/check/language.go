package check

// A language is what the checks know of one.
type language struct {
	vague patterns
}

// languages are those whose words can be judged.
var languages = map[string]*language{
	"en": {vague: vagueEnglish},
	"es": {vague: vagueSpanish},
}

// Vague wording leaves a patient to guess. Beside each stands what to say.
var vagueEnglish = patternsOf(`
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
`)

var vagueSpanish = patternsOf(`
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
`)
