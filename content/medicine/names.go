package medicine

// What counts as a medicine. A name that is missing here lets an order pass, one
// too many refuses a harmless sentence: in doubt it stands here. Left out are
// what the clinic itself gives at the visit and nobody takes at home (numbing
// medicine, sedation, dye, oxygen), and the kits that clean the bowel.

// generic are the words for any medicine: "no medicine is given" is a fact, "no
// insulin" an order.
const genericNames = `
	medicine medicines medication medications med meds medicament drug drugs rx prescription prescriptions
	medicina medicinas medicamento medicamentos medicacion medicaciones farmaco farmacos receta recetas
`

// commonNames are classes, forms and everyday words. Words with a hyphen are
// expressions.
const commonNames = `
	pill pills tablet tablets tab tabs capsule capsules caplet caplets lozenge lozenges softgel softgels dose doses dosage inhaler inhalers
	suppository suppositories syrup
	pastilla pastillas pildora pildoras tableta tabletas capsula capsulas comprimido comprimidos gragea grageas dosis inhalador inhaladores
	supositorio supositorios jarabe

	thinner thinners anticoagulant anticoagulants antiplatelet antiplatelets bloodthinner bloodthinners
	blood-thinner blood-thinners
	anticoagulante anticoagulantes antiplaquetario antiplaquetarios antiagregante antiagregantes
	adelgazante-de-la-sangre adelgazantes-de-la-sangre adelgazante-de-sangre adelgazantes-de-sangre adelgazante-sanguineo adelgazantes-sanguineos
	diluyente-de-la-sangre diluyentes-de-la-sangre adelgazar-la-sangre adelgazan-la-sangre adelgaza-la-sangre

	thyroid|heart|water|pressure|diabetes|sugar|cholesterol|statin-pill|pills|medicine|medicines|med|meds|tablet|tablets blood-pressure|thinning|thinner-pill|pills|medicine|medicines|med|meds|tablet|tablets|drug|drugs
	pastilla|pastillas|medicina|medicinas|medicamento|medicamentos-de|para-la|el-tiroides|presion|corazon|azucar|colesterol|diabetes|agua pastilla|pastillas-de-agua
	nsaid nsaids painkiller painkillers pain-killer pain-killers pain-reliever pain-relievers antiinflammatory antiinflammatories
	anti-inflammatory anti-inflammatories anti-inflammation analgesic analgesics
	aine aines analgesico analgesicos calmante calmantes antiinflamatorio antiinflamatorios anti-inflamatorio anti-inflamatorios
	opioid opioids opiate opiates narcotic narcotics opioide opioides opiaceo opiaceos narcotico narcoticos morphine morfina
	steroid steroids cortisone prednisone corticosteroid corticosteroids esteroide esteroides cortisona corticoide corticoides
	antibiotic antibiotics antibiotico antibioticos antiviral antivirals antifungal antifungals
	sedative sedatives tranquilizer tranquilizers benzo benzos benzodiazepine benzodiazepines sedante sedantes tranquilizante tranquilizantes
	hypoglycemic hypoglycemics hipoglucemiante hipoglucemiantes anticoagulation anticoagulacion antidepressant antidepressants antidepresivo antidepresivos antipsychotic antipsychotics lithium litio
	antacid antacids antiacido antiacidos laxative laxatives laxante laxantes
	antihistamine antihistamines antihistaminico antihistaminicos decongestant decongestants
	diuretic diuretics diuretico diureticos statin statins estatina estatinas betablocker betablockers beta-blocker beta-blockers
	betabloqueador betabloqueadores betabloqueante betabloqueantes beta-bloqueador beta-bloqueadores ace-inhibitor ace-inhibitors
	basal basal-rate insulin insulins insulina insulinas sulfonylurea sulfonylureas glp glp1 sglt sglt2 insulin-pump your-pump su-bomba bomba-de-insulina
	chemo chemotherapy quimioterapia hormones estrogen estrogeno estrogenos hormonas testosterone testosterona
	birth-control anticonceptivo anticonceptivos contraceptive contraceptives
	supplement supplements vitamin|vitamina-a|b|c|d|e|k vitamin vitamins multivitamin multivitamins fish-oil herb herbs herbals suplemento suplementos vitamina vitaminas
	aceite-de-pescado eye-drops eye-drop ear-drops nose-drops nasal-spray nasal-sprays gotas-para-los-ojos gotas-de-los-ojos
	medicine-patch medicine-patches pain-patch pain-patches nicotine-patch nicotine-patches hormone-patch skin-patch skin-patches parche parches
	weight-loss-shot weight-loss-shots weekly-shot weekly-shots diabetes-shot diabetes-shots insulin-shot insulin-shots
	inyeccion-semanal inyecciones-semanales inyeccion-para-bajar-de-peso inyecciones-para-bajar-de-peso
	anything-for-pain anything-for-the-pain anything-for-your-pain anything-for-sleep nothing-for-pain nothing-for-the-pain
	algo-para-el-dolor nada-para-el-dolor nada-para-dormir
	wort hierba-de-san-juan cold-remedy cold-remedies remedio-para remedios-para remedios-caseros remedios-naturales remedios-herbales su-remedio sus-remedios
`

// properNames are brands and generic names that no ending of [endings] tells.
const properNames = `
	aspirin aspirins aspirina aspirinas ecotrin bufferin excedrin alkaseltzer alka-seltzer bc-powder goody-powder goody-powders pepto bismol pepto-bismol cafiaspirina
	warfarin warfarina coumadin jantoven eliquis xarelto pradaxa savaysa dabigatran plavix effient brilinta ticlopidine ticlid clopidogrel
	prasugrel ticagrelor cilostazol pletal dipyridamole aggrenox persantine heparin heparina lovenox enoxaparin enoxaparina fragmin arixtra
	fondaparinux acenocumarol sintrom cangrelor vorapaxar
	ibuprofen ibuprofeno advil motrin naproxen naproxeno aleve naprosyn anaprox celecoxib celebrex meloxicam mobic diclofenac diclofenaco voltaren
	cataflam ketorolac ketorolaco toradol indomethacin indometacina indocin etodolac nabumetone relafen sulindac oxaprozin piroxicam feldene
	tylenol acetaminophen acetaminofen acetaminofeno paracetamol panadol tempra
	metformin metformina glucophage glyburide glibenclamida glipizide glipizida glucotrol glimepiride glimepirida amaryl diabeta
	pioglitazone januvia tradjenta janumet jentadueto glyxambi repaglinide acarbose
	lantus levemir humalog novolog basaglar toujeo tresiba humulin novolin apidra fiasp admelog semglee afrezza
	ozempic wegovy rybelsus mounjaro zepbound trulicity victoza saxenda byetta bydureon adlyxin soliqua xultophy semaglutide semaglutida tirzepatide
	tirzepatida exenatide
	jardiance farxiga invokana steglatro brenzavvy inpefa synjardy xigduo invokamet segluromet trijardy qtern steglujan
	oxycontin percocet vicodin norco hydrocodone oxycodone codeine codeina tramadol ultram fentanyl fentanilo duragesic dilaudid methadone metadona
	suboxone buprenorphine naltrexone vivitrol tapentadol nucynta demerol
	gabapentin gabapentina neurontin pregabalin pregabalina lyrica flexeril cyclobenzaprine baclofen tizanidine zanaflex robaxin
	xanax ativan valium klonopin ambien lunesta sonata restoril trazodone melatonin melatonina
	prozac zoloft lexapro celexa paxil cymbalta effexor wellbutrin sertraline sertralina fluoxetine fluoxetina citalopram escitalopram duloxetine
	venlafaxine bupropion adderall ritalin vyvanse concerta phentermine contrave qsymia
	digoxin digoxina lanoxin amiodarone amiodarona sotalol diltiazem cardizem verapamil nitroglycerin nitroglicerina isosorbide hydralazine
	clonidine entresto lasix bumex torsemide spironolactone espironolactona aldactone hctz amlodipine norvasc cozaar diovan benicar
	lipitor crestor zocor zetia vascepa fibrate gemfibrozil
	synthroid levothyroxine levotiroxina liothyronine methimazole methotrexate metotrexato humira enbrel remicade plaquenil hydroxychloroquine
	azathioprine leflunomide xeljanz rinvoq prednisolone prednisolona prednisona methylprednisolone dexamethasone dexametasona medrol decadron kenalog
	benadryl diphenhydramine claritin loratadine zyrtec cetirizine fexofenadine singulair montelukast albuterol salbutamol ventolin advair symbicort
	theophylline teofilina sudafed pseudoephedrine nyquil dayquil robitussin mucinex
	nexium prilosec prevacid protonix pepcid zantac tums maalox mylanta rolaids imodium loperamide zofran reglan
	flomax tamsulosin proscar finasteride avodart dutasteride viagra sildenafil cialis tadalafil levitra oxybutynin myrbetriq
	bactrim cipro levaquin keflex zpak amoxicillin penicillin doxycycline ritonavir cobicistat paxlovid tamoxifen letrozole anastrozole
	accutane isotretinoin depo-provera premarin clomid keppra dilantin tegretol depakote lamictal topamax sinemet aricept namenda
	augmentin zithromax macrobid flagyl cephalexin cefdinir ceftriaxone cefuroxime keflex flonase proair spiriva trelegy breo sucralfate carafate
	metoclopramide imitrex donepezil ezetimibe repatha praluent fenofibrate norethindrone estradiol nexplanon clomiphene fosamax boniva prolia
	sulfasalazine mycophenolate cyclosporine glargine lispro aspart lopressor toprol coreg bystolic triamterene bumetanide minoxidil quetiapine seroquel
	abilify methocarbamol carisoprodol topiramate topiramato carbamazepine carbamazepina divalproex phenytoin fenitoina mirtazapine buspirone allopurinol
	alopurinol colchicine colchicina flecainide ranolazine ivabradine valtrex diflucan terbinafine tamiflu amphetamine lisdexamfetamine hydroxyzine
	acyclovir valacyclovir ipratropium labetalol verapamilo vancomycin latanoprost timolol
	phenazopyridine azo iron-pill iron-pills ginkgo ginseng garlic-pills turmeric-pills
`

// endings tell generic names by the system that names them (USAN and INN
// stems), in English and Spanish. A word must be of seven letters or more and
// not one of ordinaryWords.
var endings = setOf(`
	statin statina pril sartan olol prazole prazol conazole conazol gliptin gliptina gliflozin gliflozina glutide glutida
	parin parina xaban gatran grelor profen profeno oxicam azepam zolam codone codona morphone mycin micina cillin cilina floxacin floxacino
	floxacina cycline ciclina mab setron triptan dronate thiazide tiazida semide semida dipine dipino zosin tidine tidina glitazone glitazona
	formin formina nercept tinib lukast
	oxetine oxetina apine apina peridone peridona peridol triptyline triptilina azapine pidem piclone racetam bamate trigine tropium onide cortisone
	casone cinolone cinolona prost limus phenidate dopa nirole pexole fenacin begron xifene gestrel estradiol progesterone progesterona xostat darone
	nidazole nidazol clovir amivir buvir previr alol dilol thalidone talidona oxacin furantoin mantine gepant afloxacin barbital quinine
`)

// The lengths of endings.
const shortestEnding, longestEnding = 3, 12

// ordinaryWords end like medicines, or are one slip away from one, and are none.
var ordinaryWords = setOf(`cholesterol colesterol europa
	ability analgesia arches aspiran aspiring asteroid asteroids augmenting bactria buffering calmarte comprimida comprimidas concert concerto concerts
	concreta contrae contrive creator dedication estatica estaticas exhaler hormona hormonal hormone inhale inhaled inhales marches meditation parched
	parchea patches pedante recetan recetar recetas recetes shinier singular stains statics stating stations tables thinker thinkers thinned tinner
	verbals`)

// notMedicine are expressions with a medicine's name that are none: what the
// clinic gives at the visit, what is written down about medicines, places.
const notMedicine = `
	numbing-medicine numbing-medicines numbing-drops numbing-drug numbing-drugs medicine-to-numb medicine-to-relax medicine-to-help-you-relax
	medicina-para-adormecer medicina-para-dormir-la-piel medicina-para-anestesiar medicamento-para-adormecer medicina-para-relajarlo
	medicina-para-relajarse gotas-para-adormecer
	medicine-list medicines-list medication-list medication-lists medicine-lists pill-list drug-list list-of-medicines list-of-your-medicines
	list-of-all-your-medicines list-of-all-medicines list-of-medications lista-de-medicinas lista-de-sus-medicinas lista-de-medicamentos
	lista-de-sus-medicamentos lista-de-todas-sus-medicinas
	medicine-plan medicine-plans medication-plan plan-de-medicinas plan-de-medicamentos plan-de-sus-medicinas plan-for-your-medicines
	medicine-bottle medicine-bottles pill-bottle pill-bottles pill-box pill-boxes drug-store drugstore medicine-cabinet medicine-cabinets medicine-cup
	frasco-de-pastillas frascos-de-pastillas frascos-de-sus-medicinas
	medicine-allergy medicine-allergies drug-allergy drug-allergies alergia-a-medicinas alergias-a-medicinas
	sleep-medicine-doctor sports-medicine family-medicine internal-medicine nuclear-medicine pain-medicine-doctor pain-medicine-clinic
	medicina-interna medicina-familiar medicina-nuclear medicina-deportiva
	dose-of-radiation radiation-dose x-ray-dose dose-of-x-rays low-dose-ct dosis-de-radiacion dosis-de-rayos street-drugs illegal-drugs
	recreational-drugs drogas-ilegales paint-thinner
	prep-tablets prep-pills sutab-tablets osmoprep-tablets dulcolax-tablets dulcolax-pills dulcolax-tabs bisacodyl-tablets bisacodyl-pills
	tabletas-de-dulcolax pastillas-de-dulcolax tabletas-de-bisacodilo pastillas-de-bisacodilo tabletas-de-sutab
`
