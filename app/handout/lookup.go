package handout

import (
	"slices"

	"deskleaf/app/clinic"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/civil"
)

// An Edition is words in one language that a sheet may have been printed from.
type Edition struct {
	Procedure *content.Procedure
	Words     *content.Words
	Shipped   bool // it came with the program
	Kept      bool // it is no longer in use, and was kept when it was approved here
}

// A Found is a sheet that has the code which was looked up.
type Found struct {
	Procedure string // id
	Language  string
	Version   int
	Edition   *Edition       // the words; nil where nothing but their sign-off is left
	SignOff   clinic.SignOff // the last one of these very words; the zero value for none
	Large     bool
	Longer    bool
	Parts     []content.Part
	Options   map[string]string // by id; "" for an option for which nothing was chosen
}

// Lookup finds the sheets that have a code, as [ReadCode] gives it. The words are
// looked for in the editions that are there now; where words were approved here
// and changed since, their sign-off still tells which they were. Usually it is
// one sheet or none: none where the words came from another clinic or another
// Deskleaf, or were changed and never approved. Two that have one code by chance
// are both given.
func Lookup(code string, editions []Edition, signOffs clinic.SignOffs) []Found {
	var found []Found
	known := map[string]bool{} // fingerprints whose words are here
	for _, e := range editions {
		print := content.Fingerprint(e.Procedure, e.Words)
		if known[print] {
			continue
		}
		known[print] = true
		f := Found{Procedure: e.Procedure.ID, Language: e.Words.Language, Version: e.Procedure.Version, Edition: &e, SignOff: lastOf(signOffs, print)}
		found = append(found, f.fitting(code, print, e.Procedure)...)
	}
	for _, s := range slices.Backward(signOffs.List) {
		if known[s.Fingerprint] {
			continue
		}
		known[s.Fingerprint] = true
		f := Found{Procedure: s.Procedure, Language: s.Language, Version: s.Version, SignOff: s}
		found = append(found, f.fitting(code, s.Fingerprint, procedureOf(editions, s.Procedure))...)
	}
	return found
}

// lastOf is the last sign-off of these very words.
func lastOf(signOffs clinic.SignOffs, fingerprint string) clinic.SignOff {
	for _, s := range slices.Backward(signOffs.List) {
		if s.Fingerprint == fingerprint {
			return s
		}
	}
	return clinic.SignOff{}
}

// procedureOf is the procedure of an id as it is now, for the options that its
// old words probably had; an empty one where it is gone.
func procedureOf(editions []Edition, id string) *content.Procedure {
	for _, e := range editions {
		if e.Procedure.ID == id {
			return e.Procedure
		}
	}
	return &content.Procedure{}
}

// fitting are the sheets of f's words, in each size, with all parts or one and
// each choice of each option, that have the code.
func (f Found) fitting(code, fingerprint string, p *content.Procedure) []Found {
	var fit []Found
	for _, parts := range [][]content.Part{content.Parts, {content.Preparation}, {content.Aftercare}} {
		for _, options := range allChoices(p.Options) {
			for _, size := range []struct{ large, longer bool }{{false, false}, {true, false}, {false, true}, {true, true}} {
				m := imprint{fingerprint, f.Language, size.large, size.longer, parts, options}
				if m.code() == code {
					fit = append(fit, f.as(m))
				}
			}
		}
	}
	return fit
}

// as is f as one of its imprints says.
func (f Found) as(m imprint) Found {
	f.Large, f.Longer, f.Parts, f.Options = m.large, m.longer, m.parts, map[string]string{}
	for _, o := range m.options {
		f.Options[o.option] = o.chosen
	}
	return f
}

// allChoices are all ways to choose for the options, or not to.
func allChoices(options []content.Option) [][]choice {
	all := [][]choice{nil}
	for _, o := range options {
		var longer [][]choice
		for _, begun := range all {
			for _, c := range append([]string{""}, o.Choices...) {
				longer = append(longer, append(slices.Clone(begun), choice{o.ID, c}))
			}
		}
		all = longer
	}
	return all
}

// Input is what the sheet is made of again: the same words with the clinic's
// letterhead of today. Dates, name and answers are in no code, so there are lines
// in their place. It must not be asked for where there is no edition.
func (f Found) Input(blanks content.Blanks, c *clinic.Clinic, today civil.Date) Input {
	letterhead := *c
	letterhead.Answers = clinic.Answers{}
	var old Old
	if f.Edition.Kept {
		old = Old{Version: f.Version, Date: f.SignOff.Date}
	}
	return Input{
		Old: old, Procedure: f.Edition.Procedure, Words: f.Edition.Words, Blanks: blanks, Clinic: &letterhead, Longer: f.Longer, Today: today,
		Visit: visit.Visit{Procedure: f.Procedure, Language: f.Language, Large: f.Large, Parts: f.Parts, Options: f.Options},
	}
}
