// Package medicine finds what a text for patients must never say: an order
// about a medicine. Who reads "stop blood thinners" on a clinic's page may stop
// warfarin alone and have a stroke. So no text tells a patient to stop, skip,
// pause, hold, quit, come off, halve, cut back, avoid, not take or restart a
// medicine, and no text says "no aspirin"; a plan for one patient is what a
// clinician writes by hand.
//
//	medicine.Orders("Stop aspirin 5 days before.")              // one order, at "Stop"
//	medicine.Orders("Do not stop aspirin on your own. Call us.") // none
//	medicine.Orders("Ask us which pills to skip.")               // none
//
// English and Spanish are always both looked for, so that nothing passes because
// a text is in the wrong file. Case, accents, bold marks, hyphens, contractions
// and odd spaces make no difference.
//
// # How it reads
//
// A text becomes tokens ([read]): words without case and accents, fixed
// expressions such as "blood thinner" or "cut back on" as one token each, and
// marks of punctuation. A token that names a medicine, by class, brand, generic
// name, the ending of one (-statin, -prazole), or a long name with one slip of the
// keyboard in it ("asprin") or written by ear ("xeralto"), is marked. In a text without
// any, nothing is an order.
//
// Otherwise every word that could carry an order is looked at by itself:
//
//	stop words      stop, skip, hold, avoid, cut back on, dejar de, suspender …
//	take words      take, use, inject, tomar …: with a negation, "only" or "wait"
//	restart words   restart, resume, go back on, volver a tomar …
//	words of none   no, without, off, except, half, sin, ninguna …: with a medicine behind
//
// Such a word is an order when what it governs is a medicine: the words behind
// it ("skip your pills"), a list that goes on to one ("skip breakfast and your
// pills"), the subject of a passive ("aspirin should be stopped"), what stands in
// front ("aspirin: stop"), or a pronoun or nothing at all, where a medicine was
// named shortly before ("You take warfarin? Stop it.").
//
// Some orders have no such word: the last day of a medicine, the bottle that stays
// shut, the shot that moves to Friday, the pill that is a bad idea. The rules for
// those are about what is said of a medicine and not about a verb.
//
// Below all rules is a net: a sentence that names what a patient takes at home by its
// own name, and also says when, how much, or what must be, is an order, unless it
// asks, warns, tells what was, or says that the patient takes or brings it.
//
// # What excuses a word
//
// Only what stands right around that very word, never something elsewhere in
// the sentence: a negation directly before it ("do not stop", "no deje de
// tomar"), which a limit takes back ("do not stop until Monday"); a question
// handed to somebody who knows ("ask us whether", "call us before you", "tell us
// if"); a warning of harm ("stopping it can cause a stroke"); a question that a
// patient asks ("Should I stop …?"). So an order stays one however many harmless
// words stand around it. Where the lint cannot tell, it refuses: a writer can
// always say "Ask us …", and a patient cannot ask the page.
//
// Sentences that it must refuse and must let pass stand in testdata, one a line;
// whoever finds another adds it there first.
package medicine
