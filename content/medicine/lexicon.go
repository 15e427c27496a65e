package medicine

import (
	"strings"
	"sync"
)

// flags are what a token can be. A word may be several things in the two
// languages.
type flags uint64

const (
	named   flags = 1 << iota // names a medicine
	generic                   // names medicines in general
	proper                    // is a brand's or substance's own name

	stopWord    // an order to end or leave out, whatever is said of it
	weakWord    // an order only with a medicine right behind: "lower", "cut"
	restartWord // an order to begin again
	comesBack   // volver: an order to begin again with a take word behind
	takeWord    // to take; an order with a negation
	useWord     // the same, only with a medicine right behind: "use", "have"
	noneWord    // no, without, off: with a medicine behind
	substitute  // instead of
	exceptWord  // except
	halfWord
	putsOff    // wait, delay: an order with a take word behind
	agreesWord // allow, recommend: an order with a negation and a medicine

	imperative // forms of words: could be an order
	infinitive
	gerund
	participle
	thirdPerson // says what somebody or something does
	objectTail  // ends in a pronoun: "suspéndala"
	takesTail   // may end in one

	negation
	adverb    // may stand between a negation and its word
	helper    // do, should, be, have to, debe: the same
	letWord   // let, tell, want: the same before a stop word
	goodWord  // safe, fine: "not safe to stop"
	badWord   // dangerous, wrong: "dangerous to stop"
	forgetful // forget, fail: turns a negation round

	pronoun // it, them, lo: may stand for a medicine
	subject // you, we: begins a clause
	article // the, your, all: opens a noun and its adjectives
	preposition
	linkOf // of, de: goes on with the noun
	subordinator
	condition // if, unless, si
	orWord
	andWord
	comma
	colon // separates, and is no comma
	sentenceEnd
	thenWord // then, but, so: something new begins
	modal

	asks     // ask, tell us, call, talk
	askAbout // whether, which, when
	time     // numbers and words of time
	harmless // what may be stopped, avoided, cut back: food, bleeding, the bandage
	verb     // begins something else: take a look, bring, press
	harm     // what an honest warning names: stroke, clot
	onceMore // again, otra vez
	alone    // on your own, without asking
	person   // patients, people: whom an order is about
	clinician

	container // a pill organizer, a bottle of pills
	shut      // closed, full: how a container is that nobody takes from
	absent    // says of a medicine that it is not taken: "stays in the bottle"
	mends     // says that people get better
	unwise    // says of taking that it is not good, or not needed
	unwanted  // old, left over: pills that nobody takes any more
	shifts    // to another time, with a medicine and where to
	stores    // keep, guarde: with a medicine and a time, not to take it
)

// lists are the words of each kind. A hyphen joins an expression, in which a bar
// parts words that may stand at the same place: "stays|stay-shut|closed".
var lists = []struct {
	flags flags
	words string
}{
	{named | generic, genericNames},
	{named, commonNames},
	{named | proper, properNames},

	// Stop words. English by its forms; Spanish regular verbs are in spanishVerbs.
	{stopWord | participle, `no-longer-necessary|needed|required ya-no-es|son-necesario|necesaria|necesarios|necesarias ya-no-hace|hacen-falta`},
	{stopWord | imperative, `rule-out stop sit-out quit skip omit avoid pause halt cease discontinue withhold suspend interrupt forgo forego hold abstain refrain desist
		stay-off keep-off come-off-of stay-away-from keep-away-from stay-clear-of steer-clear-of keep-clear-of hold-off hold-off-on lay-off lay-off-of back-off
		ease-off ease-up-on go-easy-on taper taper-off wean wean-off give-up leave-off leave-out cut-out cut-back cut-back-on cut-down cut-down-on
		go-without do-without say-no-to digale-no-a diga-no-a say-goodbye-to d-/-c take-a-break-from take-a-pause-from take-a-vacation-from take-a-holiday-from halve stopp resist let-it|them-slide|pass|go done|finished|through-taking|using deje|dejar|deja-en-paz deje|dejar|deja-de-lado fast-from salir|salirse|salga|salgase-de switch|move|change|get-you|them|me-from a-no-for be|get|run-late|behind-with|on atrasa|atrasarse|atrase-con nix axe scrap shelve pass-up pass-on drop-out-of be|get|are|were-done|through|finished-with go|going-easy|easier|light|lighter|lightly-on|with
		un-break-from a|some|your|his|her-break|rest|pause|vacation|holiday-from|off cut-in-half split-in-half do-away-with get-rid-of swear-off
		mantengase-alejado-de mantengase-alejada-de mantengase|mantenerse-lejos-de alejese|alejarse|alejate|alejense-de descanse-de dele-un-descanso-a un-descanso-de descanso-de cortele-a bajele-a parele-a put-a-stop-to put-an-end-to apartese-de renuncie|renunciar-a privese|privarse-de despidase-de digale-adios-a decirle|decir-adios-a descanse|descansar-de vaya|ir-bajando|quitando|dejando fuera-con`},
	{stopWord | thirdPerson | imperative, `rules-out descarta`},
	{stopWord | thirdPerson, `ends stops quits skips omits avoids pauses halts ceases discontinues withholds suspends interrupts forgoes holds abstains refrains halves`},
	{stopWord | participle, `is|are|be-off-the-table is|are|be-out-of-the-question prohibido|prohibida stopped skipped omitted avoided paused halted discontinued withheld suspended interrupted held held-off held-back halved
		tapered tapered-off weaned cut-back left-out forbidden prohibited banned off-limits off-board come-to-a-stop come-to-an-end queda-fuera quedan-fuera has-to-go is-out are-out is-a-no is-a-no-no a-no-go contraindicated on-hold on-pause not-allowed a-no-no
		prohibido prohibida prohibidos prohibidas contraindicado contraindicada contraindicados contraindicadas vetado vetada`},
	{stopWord | gerund, `stopping quitting skipping omitting avoiding pausing halting ceasing discontinuing withholding suspending interrupting forgoing
		holding abstaining refraining tapering weaning halving cutting-back cutting-back-on cutting-down cutting-down-on staying-off staying-away-from
		holding-off holding-off-on going-without doing-without giving-up leaving-out`},

	// Weak words: they have harmless meanings, so that a medicine must be near.
	{weakWord | imperative, `lower reduce decrease drop miss leave cut delay postpone put-off remove disconnect unplug turn-off switch-off shut-off take-off cancel
		end ditch dump lose forget forget-about shun exclude ban restrict limit minimize lessen slash trim split divide break interchange
		switch swap-in trade-in bring-down hold|held-back hold|held-back-on go|come-down-to go-from strike cross tache tachar switch-from move-from replace swap substitute trade change adjust adjusting changing reducing lowering drop-off ignore pass-on pass-up lay-down
		push-back move peel-off pull-off set-aside put-aside push use-up throw-out throw-away toss flush double triple raise increase change-from quitese quitar quitarse reserve retire
		reschedule shift bring-forward move-up scale-back scale-down dial-back dial-down turn-down bump|bump-up|down double-up-on double-up aguante aguantar pase-de pasar-de cambiese-de|a pasese-a
		ponga|poner|haga|hacer-a-un-lado ponga|poner-aparte ya-no-mas`},
	{weakWord | thirdPerson, `lowers reduces decreases misses delays postpones removes cancels cuts leaves`},
	{weakWord | participle, `lowered reduced decreased dropped missed left delayed postponed removed disconnected cancelled canceled ended excluded restricted
		limited replaced switched turned-off switched-off shut-off doubled tripled raised increased`},
	{weakWord | gerund, `decreasing dropping missing leaving cutting delaying postponing putting-off removing disconnecting ending doubling raising increasing discontinuation cessation
		suspension interruption avoidance omission reduction withdrawal interrupcion reduccion eliminacion`},

	{restartWord | imperative, `restart resume reinstate reintroduce go-back-on go-back-to get-back-on start-back start-back-on start-back-up begin-back
		back-on back-to return-to re-start de-vuelta-a|con de-regreso-a|con pick|take-up-again|where vuelva|volver|regrese|regresar-con siga|seguir-adelante-con`},
	{restartWord | gerund, `restarting resuming going-back-on going-back-to`},
	{restartWord | participle, `restarted resumed reinstated`},
	{restartWord | comesBack | imperative, `vuelva vuelvan vuelvas vuelve regrese regresen`},
	{restartWord | comesBack | infinitive, `volver volviendo regresar`},
	{restartWord | comesBack | thirdPerson, `volvera volveran`},
	{onceMore, `again back-up una-vez-mas where-you|they-left-off donde|por-donde-lo|la|los|las-dejo anew once-more otra-vez de-nuevo nuevamente`},

	{takeWord | imperative, `take swallow inject ingest down-a`},
	{takeWord | gerund, `lleguen|llegue|venga|vengan-tomando`},
	{useWord | helper, `haya tenga tengan hara|haran-falta`},
	{useWord | imperative | thirdPerson, `pondra pondran`},
	{takeWord | thirdPerson, `takes swallows injects toma toman tomas`},
	{takeWord | gerund, `taking swallowing injecting the-use-of`},
	{takeWord | participle, `taken took swallowed injected ingested`},
	{useWord | imperative, `use have give start begin continue keep drink eat put wear apply need go-on go-on-with put-in put-on pick-up bother-with do-your do-the do-any do-his do-her keep-on continue-with keep-up-with continue-con continua-con siga-con seguir-con sigue-con bring chew consume administer try get refill renew fill finish complete touch open complete|termine|terminar|completar toque|tocar`},
	{useWord | gerund, `using having giving starting beginning continuing keeping drinking eating putting wearing applying needing consuming`},
	{useWord | participle, `used given started continued applied consumed administered had needed`},

	{noneWord, `no-va|van two|three-thirds|quarters|fourths-of a|one-third|quarter-of dos-tercios-de tercera|cuarta-parte-de no zero without off off-from sans free-of free-from none-of no-need-for-your percent 1-/-2 1-/-3 1-/-4 a-quarter-of one-half por-ciento neither nor except except-for excluding excepting apart-from aside-from other-than but-not instead-of
		in-place-of rather-than with-/-o no-more less fewer half not-any not-even nothing-like|from|in|of minus clear-of clean-of limpio|limpia|limpios|limpias-de everything|all|anything-but todo|todos|todas-menos|excepto|salvo fuera quitando
		libre-de libres-de sin ni ningun ninguna ningunas ningunos nada-de excepto salvo menos mitad la-mitad media tampoco en-vez-de en-lugar-de cero`},
	{0, `fuera-de`},
	{substitute, `instead-of in-place-of rather-than en-vez-de en-lugar-de`},
	{exceptWord, `everything|all|anything-but todo|todos|todas-menos|excepto|salvo quitando minus except except-for excluding excepting apart-from aside-from other-than but-not excepto salvo menos`},
	{halfWord, `half mitad la-mitad`},
	{asks, `pida|pedir-ayuda`},
	{putsOff | imperative, `wait waiting espere esperar espera esperese esperarse aguarde aguardar esperen esperando`},
	{agreesWord, `allow allowed permit permitted recommend recommended advise advised suggest suggested permite permiten permitido permitida permitidos
		permitidas recomienda recomiendan recomendamos recomendado recomendada recomendados recomendadas aconseja aconsejan aconsejamos
		permitimos aceptamos accept acceptable ok okay fine on-board`},

	{negation, `nope not-even not no never nothing nada nobody no-one none nunca jamas nadie tampoco neither nor ni without sin instead-of rather-than en-vez-de en-lugar-de`},
	{adverb, `ever already suddenly also even please yourself yourselves completely fully all together abruptly simply then-ever
		se lo la los las le les nos me te nunca jamas usted ustedes de-repente repentinamente completamente todavia aun tampoco mas ya`},
	{helper, `to have do does did be been is are was were being get gets getting to need needs has had having going plan planning start
		debe deben debes debera deberan deberia deberian tendra tendran podran puede pueden puedes podra tiene tienen tienes que hay va van vaya vayan a de ha han haya hayan
		es esta estan sea seria fue necesario necesita necesitan hace falta conviene estar este esten podemos haber hubiera deba pueda tenga quiera quieren ser
		decida decidan trate intente should must may can could shall will would ought might any-need reason reasons think-about|of dream-of razon|razones|motivo-para point|sense|use-in caso sentido moleste|molestarse-en bother-to bother`},
	{letWord, `friend friends family relative neighbor clerk staff amigo amiga amigos familia familiar vecino vecina un una make makes for let want wants like tell tells ask advise recommend suggest decide try you patient patients one person people anyone anybody someone somebody them us your his her
		paciente pacientes persona personas nadie decirle decirles pedirle le-diga le-dijo dijo dijeron diga digale deje-que permita permite pida pidale recomendamos`},
	{goodWord, `safe ok okay good wise fine right smart allowed able advised recommended mejor seguro bueno recomendable aconsejable conveniente buena idea prudente a-good-idea`},
	{badWord, `dangerous unsafe harmful risky wrong danger peligroso peligrosa arriesgado danino malo mala`},
	{forgetful, `forget fail neglect olvide olviden olvides olvidar deje stop skip miss stopping hesitate delay`},

	{pronoun, `they it them those these this that one any both either some ones lo la los las esto eso estas estos esas esos ella ellas`},
	{subject, `you we they i he she it usted ustedes nosotros ellos alguien someone somebody anybody anyone y'all`},
	{article, `same mismo misma mismos mismas the-rest-of the-remainder-of el-resto-de the a an your his her our their my all any some every each both this that these those other another more new daily usual regular normal
		morning evening night nightly bedtime prescribed oral strong own one uno two three four five first second next even
		six seven eight nine ten fourteen dos tres cuatro cinco seis siete ocho nueve diez catorce quince
		el la los las un una unos unas su sus mi mis tu tus todo toda todos todas cualquier otro otra otros otras cada este esta estos estas ese esa
		esos esas nuestro nuestra ningun ninguna mas algun alguna algunos algunas muchos muchas varios varias`},
	{preposition, `to in on at for from with by about into during through up over under near against except since until till to
		en con por para desde durante contra sobre entre hacia hasta a`},
	{linkOf, `of de`},
	{subordinator, `while because unless although though before after that who whom whose than once as since until till where whenever
		mientras porque aunque antes despues que quien quienes donde como pues`},
	{condition, `if unless si a-menos-que`},
	{subordinator | condition, `if when unless si cuando a-menos-que`},
	{orWord, `or nor o u ni and-/-or`},
	{andWord, `and y e plus as-well-as along-with together-with as-well asi-como junto-con`},
	{thenWord, `yet ademas then but so instead however luego entonces pero sino`},
	{modal, `should must may can could shall will would ought might debe deben deberia puede pueden tiene hay`},

	{asks, `ask asks asking call calls calling tell tells told talk talks talking speak check discuss learn decide decides decided know knows explain explains
		say says said find-out let-us-know let-me-know show shows choice decision question questions matter help-you-decide write-down writes write
		report mention answer read reads instructions
		pregunte pregunten pregunta preguntas pregunteles preguntele preguntenos preguntar preguntarle preguntarnos llame llamenos llama llaman llamamos llamar llamarnos llamarle llamen
		dijo dijeron diga digan diganos digale decir decirnos avisarnos dira diran diremos digamos avisemos indiquemos decimos dice dicen hable hablen hablar consulte consulten consultar consultenos avise avisenos
		averigue averiguar informe informenos informele comente platique confirme sepa sabe saber decida deciden decidira decision duda dudas explica
		explicara indica indicara indicaran escriba escribe anote comentenos lea instrucciones`},
	{askAbout, `if whether which what when how before about unless until till si cual cuales que cuando cuanto cuanta cuantos cuantas como antes sobre acerca
		hasta`},

	{time, `day days hour hours week weeks month months minute minutes today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday
		time times now immediately right-away at-once completely altogether entirely early late soon cold-turkey until-then
		dia dias noche tarde hora horas semana semanas mes meses minuto minutos hoy manana lunes martes miercoles jueves viernes sabado domingo ahora inmediatamente
		completamente enseguida`},

	{harm, `stent seizure seizures withdrawal convulsion convulsiones stroke strokes clot clots heart-attack harm death derrame derrames coagulo coagulos infarto embolia dano ataque ataque-al-corazon`},
	{alone, `on-your-own on-their-own alone by-yourself by-themselves on-his-own on-her-own without-asking without-talking without-checking without-a-plan
		without-telling without-calling
		por-su-cuenta por-cuenta-propia por-tu-cuenta usted-solo usted-sola solo sola sin-preguntar sin-hablar sin-consultar sin-avisar sin-llamar
		sin-decirnos sin-decir sin-permiso`},
	{clinician, `doctor doctors clinician clinicians nurse nurses surgeon prescriber medico medica medicos doctora enfermera profesional`},
	{person, `patient patients people person everyone everybody anyone paciente pacientes persona personas`},

	{harmless, `eating drinking food foods meal meals breakfast lunch dinner supper snack snacks solids alcohol beer wine liquor drinks drink caffeine coffee tea
		soda cola chocolate milk water juice liquid liquids fluids smoking vaping tobacco cigarettes nicotine marijuana driving exercise exercising
		exercises lifting work working sports sex intercourse tub tubs bath baths bathing shower showers pool pools swimming sauna saunas sun sunlight heat
		ice makeup lotion lotions perfume deodorant deodorants powder jewelry lenses visit visits appointment test tests exam bleeding clot clots
		pain swelling itching infection infections nausea vomiting fever sugar pressure risk risks chance chances bandage dressing breath breathing hand hands
		rail phone child card us me you needle talking moving walking standing surgery operation procedure cough tongue lengua salt fat fiber seeds nuts gum
		tampons tampon douching strain straining bending stairs still effect effects side-effects need worry worrying car machine machines treatment
		movement motion game grip pillow arm leg head body knee neck swabs cream-cheese crowds shellfish trip line lines tube coffee video scratching
		activity activities stress-test problem problems cold wet dirty
		comer beber fumar manejar conducir comida comidas desayuno almuerzo cena alcohol cerveza vino cafeina cafe te refresco refrescos soda leche agua
		jugo liquidos tabaco ejercicio ejercicios trabajo deporte deportes relaciones tina banera baños banos ducha piscina sol calor hielo maquillaje locion
		perfume desodorante talco joyas cita examen prueba sangrado coagulos coagulo dolor hinchazon comezon infeccion infecciones nauseas fiebre azucar presion
		riesgo riesgos vendaje venda respiracion aguja hablar moverse caminar cirugia operacion procedimiento tos sal grasa fibra semillas esfuerzo esfuerzos
		escaleras efecto efectos doler trabajar nadar levantar cargar funcionar sangrar respirar sentir preocuparse bañarse banarse rascarse alimentos
		solidos peso cosas actividad actividades chicle bebidas paso llamada`},

	{verb, `bring call tell ask come go rest press sit lie wash clean wear walk plan follow read show sign pay park arrive check-in is are was were
		gives works helps means makes make cause causes lets numbs goes keeps needs gets tells feel feels eat drink drive works work-best
		traiga llame diga pregunte venga vaya descanse presione lave use siga lea muestre pague llegue es son esta estan fue da ayuda sirve
		dan causan hacen lleva llevan contiene contienen causa quita cambia importa hay hace tiene tienen pone ponen denos usa usan`},

	{container, `pill|medicine|medication|meds-box|boxes|case|cases|organizer|organizers|bottle|bottles|minder|dispenser|planner|cabinet|pack|drawer pillbox pillboxes pastillero pastilleros
		organizador|caja|estuche-de-pastillas|medicinas blister blisters`},
	{shut, `shut blank empty closed sealed full unopened untouched locked cerrado cerrada cerrados cerradas lleno llena llenos llenas intacto intacta sin-abrir|tocar quieto quieta vacio vacia`},
	{absent, `is|are-back-in|on stay|stays|staying|remain|remains|sit|sits|live|lives-put|shut|closed|sealed|unopened|untouched|out|behind|home
		stay|stays|remain|remains|sit|sits|belong|belongs-in|at|on-the|its|their|your|a-bottle|bottles|box|boxes|drawer|cabinet|shelf|counter|pack|house|case|organizer stay|stays|remain|remains-at-home
		sit|sits-this-out|one sit|sits-this-one-out sit|sits-it-out
		in|into-suspend|standby|sleep-mode en-suspension stay|stays|rest|rests-on-the-night|table|dresser se-queda|quedan-en-el|la|su-buro|mesa|comoda get|gets-a-rest|break|miss on-a-break|rest|holiday descansa descansan reposa reposan
		out-for|on|from out-of-the-picture off-the-menu off-the-list
		queda|quedan|quede|queden|quedarse-cerrado|cerrada|cerrados|cerradas|guardado|guardada|guardados|guardadas|suspendido|suspendida|aparte|pendiente
		queda|quedan|quede|queden|quedarse-en-casa|el|la|su|sus se-queda|quedan|quede|queden-en|afuera|fuera|aparte|guardada|guardadas|guardado|guardados
		no-va|van|vaya|vayan|entra|entran-con|ese|esa|esta|este
		queda|quedan|quede|queden-descartado|descartada|descartados|descartadas|eliminado|eliminada|eliminados|eliminadas|excluido|excluida|excluidos|excluidas queda|quedan|quede|queden-en-blanco|cero esta|estan-de-mas|descanso`},
	{mends, `feel|feels|get|gets|do|does-better|well recover recovers heal heals mejora mejoran se-sienten|siente-mejor|bien`},
	{unwise, `would|will-be-a-bad-idea would|will-be-a-mistake is|are-a-bad-idea is|are-a-mistake es|son|seria|sera-mala-idea es|son|seria|sera-una-mala-idea es|son|seria|sera-un-error is|are-optional es|son-opcional|opcionales`},
	{unwanted, `old expired unused left-over leftover viejas vencidas sobrantes`},
	{shifts, `pase pasar pasarse cambie cambiar mueva mover corra correr recorra recorrer adelante adelantar atrase atrasar move shift slide bump push time schedule programe`},
	{stores, `lock-up lock-away ponga|poner|guarde-bajo-llave stash store stow keep hide guarde guarden guardar esconda esconder`},

	{preposition | orWord, `including incluso incluyendo incluida incluidas incluidos such-as like containing`},
	{0, `late-to stop-by stop-by-the stop-at-the stop-in stop-us stops-us stop-over held-by-the hold-on hold-still hold-your-breath holding-your-breath
		not-only no-matter no-one-knows wear-off wears-off worn-off wearing-off wore-off take-care take-part take-turns take-place takes-place left-over a-rest a-break a-miss a-pass for-the-last-time lo-siguiente the-following no-more|mas-refills|repeats|resurtidos
		half-an-hour half-hour an-hour-and-a-half take-long takes-long the-place-of to-hold-still leave-time leave-room take-a-bath
		take-a-shower take-a-tub-bath take-time no-longer-than non-stop left-side right-or-left your-left the-left left-arm left-hand left-leg
		media-hora mas-o-menos more-or-less y-media no-solo salvo-que de-que por-que asi-que cut-or
		at-least no-change no-charge no-cost free-of-charge whether-or-not off-the-table take-your-time take-note take-notes`},
	{preposition, `for-after para-despues`},
	{preposition, `that|same-goes-for eso|mismo-va|vale-para eso-va|vale-tambien-para`},
	{adverb, `por-completo del-todo de-plano`},
	{subordinator, `para-que`},
	{0, `run|runs-out a-un-lado sent-home turned-away be-seen le-atiende|atendemos lo-atendemos we-ask-for go-by a-descansar de-inmediato`},
	{0, notMedicine},
}

// lexicon is every single word with what it can be.
var lexicon = sync.OnceValue(func() map[string]flags {
	words := map[string]flags{}
	for _, l := range lists {
		for w := range spelled(l.words) {
			if !strings.Contains(w, "-") {
				words[w] |= l.flags
			}
		}
	}
	for w, f := range spanishForms() {
		words[w] |= f
	}
	return words
})

// flagsOf is what a word can be.
func flagsOf(word string) flags {
	f := lexicon()[word]
	if f&named == 0 && isNumber(word) {
		f |= time
	}
	if f == 0 {
		f = withTail(word)
	}
	if f == 0 && endsAsName(word) {
		return named | proper
	}
	if f == 0 {
		f = misspelled(word)
	}
	return f
}

// shortestName is how many letters a word must have to be known by its ending.
const shortestName = 7

// endsAsName reports whether a word ends as generic names do, also in the plural.
func endsAsName(word string) bool {
	if len(word) < shortestName || ordinaryWords[word] {
		return false
	}
	stem := strings.TrimSuffix(word, "s")
	for n := shortestEnding; n <= longestEnding && n < len(stem); n++ {
		if endings[stem[len(stem)-n:]] || endings[word[len(word)-n:]] {
			return true
		}
	}
	return false
}

// IsName reports whether a word is a medicine's own name, of a brand or a
// substance, such as "warfarin"; "pills" is none.
func IsName(word string) bool {
	folded, _ := fold(word)
	return folded != "" && flagsOf(folded).is(proper)
}

func (f flags) is(one flags) bool { return f&one != 0 }

func isNumber(word string) bool { return word[0] >= '0' && word[0] <= '9' }

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
