package fresh

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"deskleaf/content"
)

// A Where is where texts under a heading go: a part's steps, a box, a section of the
// window, the summary, the questions, or nowhere.
type Where string

// Where texts go, besides the steps of a part ("preparation"), a box ("box.call") and
// a section ("sections.why").
const (
	Nowhere   Where = ""
	Title     Where = "title"
	Summary   Where = "summary"
	Questions Where = "questions"
)

// part is the part whose steps a text becomes; "" for another place.
func (w Where) part() content.Part {
	if p := content.Part(w); slices.Contains(content.Parts, p) {
		return p
	}
	return ""
}

// A rule says where a heading with certain words leads.
type rule struct {
	where  Where
	words  []string // expressions, folded; one of them stands in the heading
	weak   bool     // only where the heading above leads nowhere
	labels bool     // what stands under it means nothing without it: "What to bring"
}

// rules are tried from the first: what is said more narrowly stands above.
var rules = []rule{
	of(Nowhere, `why choose; about us; our team; our doctors; our providers; our location; locations; directions; contact information; contacto; quienes somos
		nuestro equipo; nuestros medicos; ubicacion; como llegar; related; see also; references; sources; referencias; fuentes; last reviewed; copyright`),
	of("box.before", `call us before; call before; before you come; reschedule; when to reschedule; llame antes; llamenos antes; antes de venir; reprogramar; cambiar su cita`),
	of("box.emergency", `911; emergency; emergencies; emergency room; urgencias; emergencia; emergencias`),
	of("box.hours", `working hours; business hours; office hours; during the day; en horario; horario de atencion; horas de oficina`),
	of("box.call", `when to call; call us; call your; call the; call our; call if; call for; call a; warning signs; danger signs; red flags; get help; seek help; seek medical; seek care
		when to seek; when to worry; contact your; contact us if; when to contact; cuando llamar; llame; llamenos; comuniquese; signos de alarma; senales de alarma; senales de alerta
		signos de advertencia; buscar ayuda; busque ayuda; buscar atencion; avisenos; avise`),
	of("box.expect", `what to expect after; expect after; expect afterward; expect afterwards; expect when you get home; what is normal; what's normal; is normal; are normal; side effects; you may feel; you may notice; you may have; que esperar despues
		es normal; son normales; lo normal; efectos secundarios; puede sentir; puede notar`),
	of("sections.follow_up", `follow up; results; next steps; next appointment; next visit; seguimiento; resultado; resultados; proxima cita; proxima visita; proximos pasos`),
	of("sections.risks", `risk; risks; complication; complications; dangers; is it safe; how safe; riesgo; riesgos; complicacion; complicaciones; peligros; es seguro; es segura`),
	of("sections.alternatives", `alternative; alternatives; other options; other choices; other treatments; alternativa; alternativas; otras opciones; otros tratamientos`),
	of("sections.insurance", `insurance; coverage; authorization; preauthorization; covered; seguro medico; su seguro; el seguro; seguros; cobertura; autorizacion`),
	of("sections.cost", `cost; costs; price; prices; billing; payment; payments; how much does; costo; costos; precio; precios; cuanto cuesta; pago; pagos; facturacion; factura`),
	of("sections.why", `why; reason; reasons; purpose; used for; indication; indications; por que; para que; razon; razones; motivo; motivos; proposito; indicaciones medicas`),
	of("sections.causes", `cause; causes; causa; causas`),
	of("sections.signs", `symptom; symptoms; sintoma; sintomas`),
	of("sections.tests", `tests you may; other tests; diagnosis; diagnosed; otros examenes; otras pruebas; diagnostico`),
	of("sections.prevention", `prevent; preventing; prevention; prevenir; prevencion`),
	of("sections.happens", `what happens during; during; how it is done; how is it done; how it's done; como se hace; como se realiza; durante; que pasa durante; que sucede durante`),
	label("preparation", `to bring; i bring; please bring; bring with; bring these; bring the following; to wear; i wear; que traer; que llevar; debo traer; debo llevar; traiga; que ponerse`),
	of("preparation", `before; prepare; preparing; preparation; preparations; get ready; getting ready; prep; morning of; day of; eat and drink; eating and drinking
		food and drink; arrive; arrival; check in; checking in; fasting; antes; preparar; prepararse; preparacion; preparativos; preparese
		anterior; la manana de; el dia de; dia del; dia de la; ayuno; comer y beber; alimentos y bebidas; llegada`),
	of("aftercare", `after; aftercare; afterward; afterwards; recovery; recovering; at home; going home; go home; home care; discharge; caring for; care for; care instructions; take care
		despues; cuidados; cuidado; cuidarse; recuperacion; recuperarse; en casa; en su casa; en el hogar; alta; instrucciones de alta`),
	of("sections.happens", `what happens; what to expect; how long; the procedure; the test; the exam; the injection; the surgery; que pasa; que sucede; que esperar; cuanto dura; cuanto tiempo
		el procedimiento; la prueba; el examen; la inyeccion; la cirugia; procedure; procedimiento`),
	of(Summary, `what is; what are; about; overview; introduction; que es; que son; acerca de; sobre; introduccion; informacion general; resumen`),
	of(Questions, `questions; frequently asked; faq; preguntas; preguntas frecuentes`),
	maybe("preparation", `medicine; medicines; medication; medications; blood thinners; diabetes; allergies; medicina; medicinas; medicamento; medicamentos; anticoagulantes; alergias; transportation; ride; driver
		transporte; clothes; clothing; ropa; bring; diet; dieta`),
	maybe("aftercare", `activity; activities; bathing; shower; showering; wound; incision; dressing; bandage; driving; work; pain; actividad; actividades; bano; ducha; herida; vendaje; manejar; trabajo; dolor`),
}

func of(where Where, words string) rule { return rule{where: where, words: expressions(words)} }

func label(where Where, words string) rule {
	return rule{where: where, words: expressions(words), labels: true}
}

func maybe(where Where, words string) rule {
	return rule{where: where, words: expressions(words), weak: true}
}

func expressions(list string) []string {
	var all []string
	for _, e := range strings.FieldsFunc(list, func(r rune) bool { return r == ';' || r == '\n' }) {
		all = append(all, " "+strings.TrimSpace(e)+" ")
	}
	return all
}

// lead is the rule for a heading, with the words by which it was found; ok is false
// where there is none. above is where the heading above it leads.
func lead(heading string, above Where) (r rule, by string, ok bool) {
	words := folded(heading)
	for _, r := range rules {
		if r.weak && above != Nowhere {
			continue
		}
		for _, e := range r.words {
			if strings.Contains(words, e) {
				return r, e, true
			}
		}
	}
	return rule{}, "", false
}

// folded are the words of a text in small letters, without accents and marks, with a
// space before, between and after them.
func folded(text string) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		switch {
		case unicode.IsMark(r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case r == '’' || r == '\'':
			b.WriteByte('\'')
		case !strings.HasSuffix(b.String(), " "):
			b.WriteByte(' ')
		}
	}
	if !strings.HasSuffix(b.String(), " ") {
		b.WriteByte(' ')
	}
	return b.String()
}

// ordinary are words of headings that name a place and say nothing else.
var ordinary = strings.Fields(`a an the your you i my it is be to for of in on at with and or do does will can may this that what when how if us our we
	please must should need have has get go home visit appointment procedure test exam examination surgery injection treatment instructions instruction information general important
	patient patients doctor office clinic day days night evening morning hour hours week weeks minute minutes first next same one two three seven
	el la los las un una su sus usted de del para por en con y o que cuando como si no es se lo al le mi
	cita visita procedimiento prueba examen cirugia inyeccion tratamiento instrucciones informacion importante paciente pacientes medico doctor clinica
	dia dias noche manana tarde hora horas semana semanas minuto minutos primer primera primeros primeras mismo misma uno dos tres siete hacer`)

// says are the words of a heading that say more than where what is under it goes: all
// but those that it was known by, ordinary ones, numbers, and the procedure's name.
func says(heading, by, name string) int {
	rest, named := strings.Replace(folded(heading), by, " ", 1), folded(name)
	n := 0
	for _, w := range strings.Fields(rest) {
		if !slices.Contains(ordinary, w) && !strings.Contains(named, " "+w+" ") && !unicode.IsDigit(rune(w[0])) {
			n++
		}
	}
	return n
}
