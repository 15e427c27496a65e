// Package check judges what procedures say, beyond what [content] holds them to:
// whether a patient can read it, and whether it is safe to hand out.
//
//	for _, f := range check.Words(&book.Procedure, words) { … } // of one language
//	for _, f := range check.Facts(&book.Procedure) { … }        // of the procedure itself
//	check.Together(procedures)                                  // of a library as a whole
//	checker.Words(&book.Procedure, words)                       // again and again, while somebody writes
//
// A [Finding] names its place by the path of the value, as content.Problem does,
// and by the byte in that text; deskleaf/content/library turns it into a complaint
// about a file, an editor into a mark below a word. The whole check of one
// procedure takes a few milliseconds; a [Checker] that keeps what it found about
// the texts that stayed takes a fraction of one, at every letter.
//
// # What counts how much
//
// A finding is a [Refusal] where the words must never reach a patient: an order
// about a medicine ([deskleaf/content/medicine]). Words with one do not print.
//
// So is a text that stands as in a document that the words were begun from
// ([content.Imported]).
//
// It is a [Mistake] where the words mislead or the facts contradict each other: a
// promise of coverage or safety, a missing box for emergencies, a code against
// its own indicators. `deskleaf check` fails on refusals and mistakes.
//
// It is [Advice] where the words could be easier: reading level, long sentences,
// jargon, vague wording, steps that do not begin with their verb, bare numbers.
// Formulas err, so a clinic's own words are not held up by them. What ships with
// Deskleaf has no finding of any kind; a test sees to that.
package check

import (
	"cmp"
	"slices"

	"deskleaf/content"
)

// A Weight is how much a finding counts.
type Weight int

// The weights, from the lightest.
const (
	Advice Weight = iota
	Mistake
	Refusal
)

// A Finding is something that is wrong or could be better.
type Finding struct {
	Path   string // of the value, as in "steps.ice.text"
	At     int    // the byte of the text that it is about, from 0
	End    int    // the byte after it; 0 where it is about no stretch of the text
	Weight Weight
	What   string
	Said   content.Saying // What, to be said in another language too
	Hint   string         // what to do; may be empty
	Offers []string       // words that could stand in the place of those from At to End
}

// findings gathers what is found on the way.
type findings []Finding

func (fs *findings) add(w Weight, path string, at int, hint, what string, args ...any) {
	said := content.Saying{Format: what, Args: args}
	*fs = append(*fs, Finding{Path: path, At: at, Weight: w, What: said.String(), Said: said, Hint: hint})
}

// sorted gives the findings in the order of their places.
func (fs findings) sorted() []Finding {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.At, b.At), cmp.Compare(b.Weight, a.Weight))
	})
	return fs
}

// about says of the last finding where it ends, and what could stand there.
func (fs findings) about(end int, offers ...string) {
	last := &fs[len(fs)-1]
	last.End, last.Offers = end, offers
}

// Orders finds the orders about medicines in all words of one language: what
// keeps them from printing.
func Orders(w *content.Words) []Finding {
	var fs findings
	for path, text := range w.Texts() {
		fs.orders(w.Language, path, text)
	}
	for _, f := range followers(w) {
		fs.followed(w.Language, f)
	}
	for i, q := range w.Questions {
		fs.answered(w.Language, i, q)
	}
	return fs.sorted()
}

// Unwritten finds the texts that stand as a document has them.
func Unwritten(w *content.Words) []Finding {
	var fs findings
	for _, path := range w.Unwritten() {
		fs.add(Refusal, path, 0, "say it in your own words", "this stands as in %q", w.Imported.From)
	}
	return fs
}

// Words finds everything about the words of one language: orders about medicines,
// promises, what was not written anew, and what makes them hard to read or to follow.
func Words(p *content.Procedure, w *content.Words) []Finding {
	var c Checker
	return c.Words(p, w).Findings
}
