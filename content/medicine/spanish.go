package medicine

import "strings"

// spanishVerbs are the verbs of the lint by their conjugation: the stem without
// accents, what changes of it before e or i (pag-/pagu-, reduc-/reduzc-), and
// what the verb can be.
var spanishVerbs = []struct {
	flags flags
	class string // ar, er or ir
	stems string // "stem" or "stem:stem of the subjunctive"
}{
	{stopWord, "ar", "evit salt paus cancel:cancel descontinu discontinu cesa:cese detend"},
	{stopWord, "er", "suspend suprim"},
	{stopWord, "ir", "interrump omit prescind suprim prohib"},
	{stopWord, "er", "deten:deteng absten:absteng"},
	{weakWord, "ar", "dej par quit retir abandon baj cort recort elimin retras demor aplaz:aplac elud evad limit cambi ajust olvid resta rest parti sac:saqu aminor rebaj acort desconect apag:apagu despeg:despegu sustitu reemplaz:reemplac duplic:dupliqu aument brinc:brinqu"},
	{weakWord, "er", "perd pierd pospon:pospong reten:reteng"},
	{weakWord, "ir", "reduc:reduzc sub disminu:disminuy part divid sustitu:sustituy exclu:excluy"},
	{restartWord, "ar", "reanud reinici retom recomenz:recomenc"},
	{takeWord, "ar", "tom trag:tragu inyect"},
	{takeWord, "ir", "inger consum"},
	{takeWord, "ir", "ingier:ingier"},
	{useWord, "ar", "us ech aplic:apliqu continu empez:empec empiez:empiec comenz:comenc comienz:comienc administr inici prob prueb necesit"},
	{useWord, "er", "pon:pong beb com"},
	{useWord, "ir", "segu:sig sigu:sig surt"},
}

// endingsOf are the endings of a regular verb that a text for patients may have:
// first those of an order or that a subjunctive has, then others by their kind.
var endingsOf = map[string]struct{ order, present, infinitive, gerund, participle, other string }{
	"ar": {"e en es", "a an as o", "ar", "ando", "ado ada ados adas", "are ara aran aras aremos aria arian aste aron aba aban io"},
	"er": {"a an as iera ieran ieras", "e en es o", "er", "iendo", "ido ida idos idas", "ere era eran eras eremos eria erian iste ieron ia ian io"},
	"ir": {"a an as iera ieran ieras", "e en es o", "ir", "iendo", "ido ida idos idas", "ire ira iran iras iremos iria irian iste ieron ia ian io"},
}

// tails are the pronouns that an order, infinitive or gerund may end in, the
// longest first; those of objects stand for the medicine.
var tails = []struct {
	ending string
	kind   flags
}{
	{"selos", objectTail}, {"selas", objectTail}, {"selo", objectTail}, {"sela", objectTail}, {"telo", objectTail}, {"tela", objectTail},
	{"los", objectTail}, {"las", objectTail}, {"nos", 0}, {"lo", objectTail}, {"la", objectTail}, {"se", 0}, {"te", 0}, {"me", 0},
}

// spanishForms are all forms of spanishVerbs, without tails.
func spanishForms() map[string]flags {
	forms := map[string]flags{}
	add := func(stem, endings string, f flags) {
		for ending := range strings.FieldsSeq(endings) {
			forms[stem+ending] |= f
		}
	}
	for _, v := range spanishVerbs {
		e := endingsOf[v.class]
		for stems := range strings.FieldsSeq(v.stems) {
			stem, order, changes := strings.Cut(stems, ":")
			if !changes {
				order = stem
			}
			add(order, e.order, v.flags|imperative|takesTail)
			add(stem, e.present, v.flags|imperative|thirdPerson|takesTail)
			add(stem, e.infinitive, v.flags|infinitive|takesTail)
			add(stem, e.gerund, v.flags|gerund|takesTail)
			add(stem, e.participle, v.flags|participle)
			add(stem, e.other, v.flags|thirdPerson)
			if v.flags&(takeWord|useWord) == 0 { // "no usamos" says what a clinic does, "suspendemos" what happens to a patient
				add(stem, "amos emos imos", v.flags|imperative|takesTail)
			}
		}
	}
	for _, word := range homonyms {
		delete(forms, word)
	}
	return forms
}

// withTail is what a word can be that ends in a pronoun, as in "suspendala"; 0 for
// one that does not.
func withTail(word string) flags {
	for _, t := range tails {
		stem, cut := strings.CutSuffix(word, t.ending)
		if f := lexicon()[stem]; cut && f.is(takesTail) {
			return f | t.kind
		}
	}
	return 0
}

// homonyms are forms that are mostly other words, in Spanish or in English:
// "para" is "for", "come" is "eats" and an English verb.
var homonyms = strings.Fields(`para come comes use uses pone paro parte partes parto cortes corto resto reste
	usa parada paradas paradero dividir cambio cambios sigo as pastas bajo baja bajos bajas limite limites toma toman tomas salto comen comida comidas comido
	resta probada comenzado comienzo inicio inicia perdida perdidas perdido perdidos parado usado pruebas prueba`)
