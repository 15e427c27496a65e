package check

import "strings"

// jargon finds words of the trade that stand without the plain word beside them.
// A word of the procedure's own name is none: it is what the thing is called.
func (fs *findings) jargon(l *language, t text, own map[string]bool) {
	sentences := t.line
	for _, sentence := range sentences {
		for i := 0; i < len(sentence); i++ {
			plain, end := l.jargon.at(sentence, i)
			if end == 0 || own[sentence[i].folded] || own[strings.TrimSuffix(sentence[i].folded, "s")] || explained(sentences, plain) {
				continue
			}
			fs.add(Advice, t.path, sentence[i].at, "plain words: "+plain, "%q is a word of the trade", t.text[sentence[i].at:sentence[end-1].end])
			fs.about(sentence[end-1].end, alternatives(plain)...)
			i = end - 1
		}
	}
}

// explained reports whether one of the plain words, between commas, stands in the
// same text.
func explained(sentences line, plain string) bool {
	var b strings.Builder
	b.WriteByte(' ')
	for _, sentence := range sentences {
		for _, w := range sentence {
			b.WriteString(w.folded + " ")
		}
	}
	for _, p := range alternatives(plain) {
		if strings.Contains(b.String(), " "+fold(p)+" ") {
			return true
		}
	}
	return false
}

// alternatives are the plain words of a row, each by itself.
func alternatives(plain string) []string {
	var all []string
	for p := range strings.SplitSeq(plain, ",") {
		if p = strings.TrimSpace(p); p != "" {
			all = append(all, p)
		}
	}
	return all
}

// jargonEnglish is words of the trade and, behind "=", the plain words for them,
// of which one beside the word of the trade is enough.
const jargonEnglish = `
	hematoma|hematomas = bruise, blood under the skin
	contusion|contusions|ecchymosis = bruise
	fluoroscopy|fluoroscopic = live X-ray
	corticosteroid|corticosteroids = steroid
	anesthetic|anesthetics = numbing medicine, sleep medicine
	npo = nothing to eat or drink
	contraindicated|contraindication|contraindications = not safe for you
	administer|administered|administration = give, given
	prior to = before
	discontinue|discontinued|discontinuation = stop
	hypertension|hypertensive = high blood pressure
	hypotension|hypotensive = low blood pressure
	hyperglycemia = high blood sugar
	hypoglycemia = low blood sugar
	edema = swelling
	erythema = redness
	dyspnea = trouble breathing, short of breath
	syncope|syncopal|presyncope = fainting, passing out
	vasovagal = fainting
	vertigo = spinning
	palpitations = racing heart, pounding heart
	tachycardia = fast heartbeat
	bradycardia = slow heartbeat
	arrhythmia|arrhythmias = uneven heartbeat
	lesion|lesions = spot, sore, lump
	benign = not cancer
	malignant|malignancy = cancer
	metastasis|metastatic = cancer that has spread
	catheter|catheters = thin tube, tube
	cannula = thin tube
	intravenous|intravenously = into a vein, vein
	subcutaneous|subcutaneously = under the skin
	intramuscular = into the muscle
	intra-articular|intraarticular = in the joint
	percutaneous = through the skin
	topical|topically = on the skin
	ambulate|ambulation|ambulatory = walk
	micturition = pass urine
	void|voiding = pass urine, empty your bladder
	defecate|defecation = have a bowel movement
	febrile = with fever
	afebrile = without fever
	pyrexia = fever
	hemorrhage|hemorrhages|hemorrhaging = bleeding
	coagulation|coagulopathy = blood clotting, clotting
	anticoagulant|anticoagulants|anticoagulation = blood thinner, blood thinners
	antiplatelet = blood thinner
	analgesic|analgesics|analgesia = pain medicine, pain pills
	nsaid|nsaids|anti-inflammatories = pain pills such as ibuprofen, ibuprofen
	antipyretic = fever medicine
	pruritus|pruritic = itching, itch
	urticaria = hives
	necrosis|necrotic = dead tissue
	perforation|perforations|perforate = hole, tear
	ischemia|ischemic = too little blood
	infarction = heart attack
	thrombosis|thrombus|thrombi = clot, blood clot
	embolism|embolus|emboli = clot that moves, clot
	laceration|lacerations = cut
	incision|incisions = cut
	suture|sutures|sutured = stitches, stitch
	excise|excised|excision = cut out, cut away, take out
	resect|resected|resection = cut out, take out
	ablate|ablated|ablation = heat, burn
	cauterize|cauterized|cauterization|electrocautery = seal with heat, heat
	debridement = cleaning
	stenosis|stenotic = narrow, narrowing
	lumen = inside
	mucosa|mucosal = lining
	abdomen|abdominal = belly
	thorax|thoracic = chest
	cranial|cranium = skull
	lumbar = low back, lower back
	sternum = breastbone
	clavicle = collarbone
	scapula = shoulder blade
	femur = thigh bone
	tibia = shin bone
	patella = kneecap
	axilla|axillary = armpit
	umbilicus = navel, belly button
	perineum|perineal = between the legs
	proximal|distal = nearer, farther
	bilateral|bilaterally = both sides, on both sides
	unilateral = one side
	posterior = back
	anterior = front
	supine = on your back
	prone = on your stomach
	modality|modalities = way, kind
	prognosis = what to expect
	etiology|idiopathic = cause
	chronic = long-lasting, lasting, for months
	acute|acutely = sudden
	adverse = bad, harmful
	exacerbate|exacerbates|exacerbation = make worse
	alleviate|alleviates = ease
	mitigate|mitigates = make less
	facilitate|facilitates = help
	utilize|utilizes|utilized|utilization = use
	commence|commences = start
	terminate|terminates = end
	ascertain = find out
	approximately = about
	subsequently|subsequent = then, next
	notify = tell, call
	cease = stop
	sedative|sedatives = medicine to relax
	renal = kidney
	hepatic = liver
	cardiac = heart
	pulmonary = lung, lungs
	gastric = stomach
	ocular|ophthalmic = eye
	dermal|cutaneous = skin
	myocardial = heart
	cerebral = brain
	vascular = blood vessels, blood vessel
	neuropathy = nerve damage, numb feet
	radiculopathy = pinched nerve
	physician|physicians|practitioner|provider|providers = doctor
	medication|medications = medicine
	ingest|ingested|ingestion = eat, swallow
	consume|consumed = eat, drink
	hydrate|hydration|hydrated = drink water, water
	elevate|elevated = raise, raised, high
	extremity|extremities = arm or leg, arms and legs
	dilate|dilated|dilation = widen, open, wider
	aspirate|aspirated|aspiration = draw out, breathe in
	irrigate|irrigation = rinse
	saline = salt water
	occlude|occlusion|occluded = block
	comorbidity|comorbidities = other illness
	immunocompromised|immunosuppressed = weak immune system
	asymptomatic = without symptoms
	periprocedural|preoperative|postoperative|pre-op|post-op|preprocedure|postprocedure = before, after
	bleeding diathesis = bleeding problem
	gait = walk
	regimen = plan
	titrate|titrated = change step by step
	polypectomy = taking out polyps, take out
	pathology = lab
	hemodynamic|hemostasis = blood flow
	insomnia = trouble sleeping
	paresthesia|paresthesias = tingling
	cephalgia = headache
	emesis = throwing up, vomiting
	dysphagia = trouble swallowing
	dysuria = burning
	hematuria = blood in your urine
	melena = black stools
	alopecia = hair loss
	pallor = pale
	cyanosis = blue
	diaphoresis = sweating
	lethargy|lethargic = very tired
	malaise = feeling ill
`

const jargonSpanish = `
	hematoma|hematomas|equimosis = moretón, moretones
	fluoroscopia = rayos X en vivo, rayos X
	corticosteroide|corticosteroides|corticoide|corticoides = esteroide
	anestesico|anestesicos = medicina para adormecer
	contraindicado|contraindicada|contraindicacion|contraindicaciones = no es seguro para usted
	administrar|administrara|administre|administrado|administracion|suministrar = dar, poner
	previo|previamente = antes
	posteriormente = después
	hipertension|hipertenso = presión alta
	hipotension = presión baja
	hiperglucemia|hiperglicemia = azúcar alta
	hipoglucemia|hipoglicemia = azúcar baja
	edema|edemas = hinchazón
	eritema = enrojecimiento, rojo, roja
	disnea = falta de aire, le cuesta respirar
	sincope = desmayo
	vertigo = mareo, todo le da vueltas
	palpitaciones = corazón acelerado, latidos fuertes
	taquicardia = corazón acelerado, latidos rápidos
	bradicardia = latidos lentos
	arritmia|arritmias = latidos irregulares
	benigno|benigna|benignos = no es cáncer
	maligno|maligna|malignos = cáncer
	cateter|cateteres = tubo, tubo delgado
	canula = tubo, tubo delgado
	intravenoso|intravenosa = por la vena, vena
	subcutaneo|subcutanea = debajo de la piel
	intramuscular = en el músculo
	intraarticular = en la articulación
	percutaneo|percutanea = por la piel
	topico|topica = sobre la piel
	deambular|deambulacion|ambulatorio = caminar
	miccion|miccional = orinar
	evacuar|evacuacion|evacuaciones|defecar|defecacion = ir al baño, hacer del baño
	febril = con fiebre, fiebre
	pirexia = fiebre
	hemorragia|hemorragias = sangrado
	coagulacion|coagulopatia = sangre, coágulos
	analgesico|analgesicos|analgesia = medicina para el dolor, pastillas para el dolor
	aine|aines = pastillas para el dolor, ibuprofeno
	antipiretico|antipireticos = medicina para la fiebre
	prurito = comezón
	urticaria = ronchas
	necrosis = tejido muerto
	perforacion|perforaciones = agujero
	isquemia = falta de sangre
	trombosis|trombo|trombos = coágulo, coágulos
	embolia|embolo = coágulo
	laceracion = cortada
	incision|incisiones = corte, cortada, herida
	sutura|suturas = puntos
	extirpar|extirpacion|reseccion|resecar = quitar, sacar
	ablacion = calor, quemar
	cauterizar|cauterizacion|electrocauterio = sellar con calor, calor
	estenosis = estrecho
	mucosa|mucosas = forro
	abdomen|abdominal|abdominales = barriga, vientre
	torax|toracico|toracica = pecho
	craneal = cabeza
	lumbar|lumbares = espalda baja
	esternon = hueso del pecho
	clavicula = hueso del hombro
	rotula = hueso de la rodilla
	axila|axilar = sobaco, debajo del brazo
	perineo|perineal = entre las piernas
	proximal|distal = cerca, lejos
	bilateral|bilaterales = los dos lados
	unilateral = un lado
	decubito|supino|prono = boca arriba, boca abajo
	pronostico = lo que se espera
	etiologia|idiopatico = causa
	cronico|cronica|cronicos = por mucho tiempo, por meses
	adverso|adversa|adversos|adversas = malo, dañino
	exacerbar|exacerbacion = empeorar
	realizar|realizara|realice|efectuar|efectuara = hacer
	utilizar|utilice|utilizara = usar
	notificar|notifique = avisar, decir
	renal|renales = riñón, riñones
	hepatico|hepatica = hígado
	pulmonar|pulmonares = pulmón, pulmones
	gastrico|gastrica = estómago
	ocular|oftalmico = ojo, ojos
	cutaneo|cutanea|dermico = piel
	vascular = venas, vasos
	neuropatia = daño de los nervios
	radiculopatia = nervio pinzado
	facultativo|proveedor|proveedores = médico, doctor
	ingerir|ingiera|ingesta|ingestion = comer, tomar
	consumir|consuma = comer, tomar
	hidratarse|hidratese|hidratacion = tomar agua, agua
	elevar|eleve|elevado|elevada = levantar, alto, alta
	extremidad|extremidades|miembros inferiores|superiores = brazo o pierna, brazos y piernas
	dilatar|dilatacion|dilatado = abrir, ensanchar
	irrigar|irrigacion = enjuagar
	solucion salina = agua con sal
	oclusion|ocluido = tapado
	inmunodeprimido|inmunocomprometido|inmunosuprimido = defensas bajas
	asintomatico|asintomatica = sin síntomas
	preoperatorio|postoperatorio|posoperatorio = antes, después
	insomnio = no poder dormir
	parestesia|parestesias = hormigueo
	cefalea|cefaleas = dolor de cabeza
	emesis = vómito
	disfagia = le cuesta tragar
	disuria = ardor
	hematuria = sangre en la orina
	melena = heces negras
	palidez = pálido
	cianosis = azul
	diaforesis = sudor
	letargo = mucho sueño
	sedante|sedantes = medicina para relajarse
	supurar|supura|supuracion = pus
	cicatrizacion = sanar
`
