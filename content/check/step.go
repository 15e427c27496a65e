package check

import "strings"

// step finds a step for patients that does not begin with what to do, or speaks of
// the patient as of somebody else. "If …," and "Do not" may stand before the verb.
func (fs *findings) step(l *language, t text) {
	if strings.HasSuffix(t.path, ".text") {
		if first := actionOf(l, t.line); first != nil && !l.begins(first.folded) {
			fs.add(Advice, t.path, first.at, l.verbHint, "this step does not begin with what to do: %q", first.text)
		}
	}
	for _, sentence := range t.line {
		for _, w := range sentence {
			if l.third[w.folded] {
				fs.add(Advice, t.path, w.at, l.youHint, "%q speaks of the patient as of somebody else", w.text)
			}
		}
	}
}

// actionOf is the word that should say what to do: the first one, or the first
// after a condition and after "do not".
func actionOf(l *language, text line) *word {
	if len(text) == 0 {
		return nil
	}
	sentence := text[0]
	i := 0
	if l.conditions[sentence[0].folded] {
		for i < len(sentence) && !strings.ContainsAny(sentence[i].after, ",:") {
			i++
		}
		i++
	}
	start := i
	for i < len(sentence) && l.before[sentence[i].folded] {
		i++
	}
	if i == start+1 && sentence[start].folded == "do" {
		i = start // "Do what usually hurts"
	}
	if i >= len(sentence) {
		return nil // a condition without an end: a long sentence is told elsewhere
	}
	return &sentence[i]
}

// englishVerbs are those that begin a step.
var englishVerbs = set(`add allow answer apply arrange arrive ask avoid
	bathe be begin bend bind block blow book breathe bring brush build buy call care carry change check chew choose clean clear climb close come continue
	cook cool count cover cross cut decide dial do drain draw dress drink drive drop dry eat empty end enter exercise expect face fast fax feel fill find
	finish fold follow get give go hand hang have hear heat help hide hold hug ice inhale join keep kneel knock know lay lean learn leave let lie lift
	limit line list listen lock look loosen lower make mark massage measure meet mix move name note notice open order pack park pass pat pay pick
	place plan play plug point post pour practice prepare press print prop protect pull push put raise reach read record remember remind remove repeat
	replace report request rest return ride rinse roll rub run save say schedule scrub see send set shake share shave shop shower show shut sign sing
	sip sit sleep slide smell smoke soak speak spend spit spread squeeze stand start stay step stick stop store stretch support swallow swim switch take
	talk tape taste tell test think throw tie tilt touch track trim try tuck turn type unlock unplug use visit wait wake walk warm wash watch wear weigh
	wet wipe work wrap write`)

// spanishVerbs are the same, as one says them to usted.
var spanishVerbs = foldedSet(`abra abrace acepte acerque acomode acuda acueste adapte afeite afloje agarre agite agregue aguante ajuste alce aleje alise almacene almuerce
	anote apague aparte aplique apoye aprenda apriete apunte arregle asegure asista avise ayude ayune baje bañe banese barra beba busque cambie camine cante
	cargue cepille cierre coloque coma comience comparta compre comuniquese confirme consiga consulte contacte conteste continue controle coopere coordine
	corra corte cuelgue cuente cubra cuide de decida deje describa descanse descubra desinfecte desvista devuelva diga distribuya doble duerma duerma
	duche duchese eche ejercite elija eleve empaque empiece encienda encuentre enjuague enseñe ensene entregue entre envie envuelva escoja escriba escuche
	espere este estire evite explique exprese extienda fije firme frote gire guarde guie haga hable haya informe inhale inicie intente introduzca investigue
	invite junte lave lea levante libere limite limpie mande llame llene lleve llegue maneje mantenga marque mastique mezcle mida mire mueva muestre muevase nombre
	note observe ocupe olvide ordene orine pague palpe pare pase pegue pida pinche planee planifique ponga practique pregunte prenda prepare presente
	presione programe proteja pruebe quede quite reciba recoja recuerde recueste regrese registre relaje remoje rente repita reporte reserve respire
	responda revise saque seque sea seleccione separe siente siga solicite sonria sostenga suba suelte sujete suspenda tape tenga termine tire tome toque
	trabaje traiga trate trague use utilice vacie vaya vea venga verifique viaje vigile vista visite voltee vuelva`)

// enclitics are the pronouns that a Spanish order may end in.
var enclitics = []string{"nosla", "noslo", "selos", "selas", "sela", "selo", "nos", "les", "los", "las", "le", "lo", "la", "se", "me"}

// beginsSpanish reports whether a word, without accents, tells usted to do
// something: "pregunte", "preguntele", "pongase".
func beginsSpanish(word string) bool {
	if spanishVerbs[word] {
		return true
	}
	for _, tail := range enclitics {
		if stem, cut := strings.CutSuffix(word, tail); cut && spanishVerbs[stem] {
			return true
		}
	}
	return false
}
