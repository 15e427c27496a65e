package medicine

import (
	"strings"
	"testing"
)

// A grid is sentences made of every verb with every medicine in every frame. {v}
// is the verb, {g} the verb with -ing or the Spanish infinitive, {p} its
// participle, {m} the medicine.
type grid struct {
	verbs     []string // "{v} {g} {p}", with "-" for none
	medicines []string
	orders    []string // must be refused
	harmless  []string // must pass
}

var grids = map[string]grid{
	"English": {
		verbs: strings.Split("stop stopping stopped,skip skipping skipped,pause pausing paused,hold holding held,quit quitting -,avoid avoiding avoided,"+
			"halve halving halved,omit omitting omitted,discontinue discontinuing discontinued,withhold withholding withheld,"+
			"come_off coming_off -,go_off going_off -,cut_back_on cutting_back_on -,cut_down_on cutting_down_on -,stay_off staying_off -,go_without going_without -,stay_away_from staying_away_from -", ","),
		medicines: strings.Split("aspirin,your aspirin,warfarin,Coumadin,your blood thinner,all blood thinners,Eliquis,Plavix,ibuprofen,NSAIDs,your pain pills,opioids,your insulin,"+
			"metformin,Jardiance,Farxiga,Ozempic,your GLP-1 shot,prednisone,your steroid,any pills,your pills,your medicine,the medicine,your blood pressure pills,"+
			"your water pill,antibiotics,your inhaler,vitamins,fish oil,lisinopril,atorvastatin,gabapentin,your birth control,your heart medicine,Xarelto,any anti-inflammatory drugs,"+
			"baby aspirin,your morning insulin,your diabetes medicine,sleeping pills,your antidepressant", ","),
		orders: strings.Split("{v} {m}.|Please {v} {m}.|{v} {m} 5 days before.|{v} {m} on the morning of the test.|You should {v} {m}.|You must {v} {m} for a week.|You may {v} {m}.|You need to {v} {m}.|"+
			"Be sure to {v} {m}.|Remember to {v} {m}.|Do not forget to {v} {m}.|If you can, {v} {m}.|{v} {m} if your doctor agrees.|{v} {m}, then call us.|Bring your ID and {v} {m}.|Five days before, {v} {m}.|"+
			"Plan on {g} {m}.|We recommend {g} {m}.|{g} {m} is best.|{m} should be {p}.|{m} must be {p} 5 days before.|{m} will be {p}.|The nurse wants you to {v} {m}.|It is fine to {v} {m}.|"+
			"Ask us, then {v} {m}.|Call us and {v} {m}.|Do not drive, and {v} {m}.", "|"),
		harmless: strings.Split("Do not {v} {m} on your own.|Never {v} {m} on your own.|Ask us whether to {v} {m}.|Ask us if you should {v} {m}.|Ask your doctor when to {v} {m}.|Call us before you {v} {m}.|"+
			"Talk to your doctor before you {v} {m}.|Call us before {g} {m}.|Tell us if you {v} {m}.|You do not need to {v} {m}.|We will tell you whether to {v} {m}.|If you {v} {m}, call us.|"+
			"Should I {v} {m}?|Do not {v} {m} until we tell you.|Do not {v} or change {m} on your own.|Your doctor will tell you if you should {v} {m}.|Do I need to {v} {m}?", "|"),
	},
	"Spanish": {
		verbs: strings.Split("suspenda suspender suspendida,deje_de_tomar dejar_de_tomar -,deje dejar -,evite evitar evitada,omita omitir omitida,pause pausar pausada,"+
			"interrumpa interrumpir interrumpida,reduzca reducir reducida,descontinúe descontinuar descontinuada,sáltese saltarse -", ","),
		medicines: strings.Split("la aspirina,su aspirina,la warfarina,Coumadin,su anticoagulante,los anticoagulantes,Eliquis,Plavix,el ibuprofeno,los antiinflamatorios,"+
			"sus pastillas para el dolor,los opioides,su insulina,la metformina,Jardiance,Farxiga,Ozempic,su inyección semanal,la prednisona,el esteroide,las pastillas,sus pastillas,"+
			"su medicina,sus medicinas,sus medicamentos,las pastillas de la presión,su diurético,los antibióticos,su inhalador,las vitaminas,el aceite de pescado,"+
			"el lisinopril,la atorvastatina,la gabapentina,los anticonceptivos,la medicina del corazón,Xarelto,las pastillas para dormir,la dosis de la mañana", ","),
		orders: strings.Split("{v} {m}.|Por favor {v} {m}.|{v} {m} 5 días antes.|{v} {m} la mañana del examen.|Debe {g} {m}.|Tiene que {g} {m} por una semana.|Puede {g} {m}.|Necesita {g} {m}.|Hay que {g} {m}.|"+
			"Recuerde {g} {m}.|No olvide {g} {m}.|Si puede, {v} {m}.|{v} {m} si su médico está de acuerdo.|{v} {m} y llámenos.|Traiga su tarjeta y {v} {m}.|Cinco días antes, {v} {m}.|"+
			"Es mejor {g} {m}.|Se recomienda {g} {m}.|Le pedimos {g} {m}.|Está bien {g} {m}.|Pregúntenos y {v} {m}.|No maneje, y {v} {m}.", "|"),
		harmless: strings.Split("Pregunte si debe {g} {m}.|Pregúntenos si debe {g} {m}.|Pregúntele a su médico cuándo {g} {m}.|Llámenos antes de {g} {m}.|Hable con su médico antes de {g} {m}.|"+
			"No tiene que {g} {m}.|No es necesario {g} {m}.|Le diremos si debe {g} {m}.|Su médico le dirá si debe {g} {m}.|¿Debo {g} {m}?|¿Tengo que {g} {m}?|Nunca debe {g} {m} por su cuenta.", "|"),
	},
}

// Every verb with every medicine is an order in every frame of orders, and none in
// any other.
func TestEveryVerbWithEveryMedicine(t *testing.T) {
	for language, g := range grids {
		for _, verb := range g.verbs {
			forms := strings.Split(verb, " ")
			for i := range forms {
				forms[i] = strings.ReplaceAll(forms[i], "_", " ")
			}
			for _, medicine := range g.medicines {
				for frames, refused := range map[*[]string]bool{&g.orders: true, &g.harmless: false} {
					for _, frame := range *frames {
						if strings.Contains(frame, "{p}") && forms[2] == "-" {
							continue
						}
						text := strings.NewReplacer("{v}", forms[0], "{g}", forms[1], "{p}", forms[2], "{m}", medicine).Replace(frame)
						if got := len(Orders(text)) > 0; got != refused {
							t.Errorf("%s: refused %t, want %t: %s", language, got, refused, text)
						}
					}
				}
			}
		}
	}
}
