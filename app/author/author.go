// Package author is what somebody does who writes a clinic's own words for a
// procedure: changing them ([WithText], [AddStep], …), hearing what is wrong with them
// ([Judge]), taking changes back ([Work]), keeping what is not finished ([Drafts]),
// saving it into the clinic's folder ([Save]) and sending it to review ([Send]).
//
// Others write too. What another desk saved meanwhile is merged, or told as a
// [Meeting]; what a newer Deskleaf brings is a [Newer], taken piece by piece; what a
// program that keeps folders alike left beside a file is a [share.Twin] ([Twin],
// [TakeFromTwin]).
//
// Everything is a value of [deskleaf/content/change]: each change makes an edition
// of its own and leaves the one before as it was, so that undo is a list of
// editions, and one can be judged and drawn while the next is being typed.
package author

import (
	"reflect"

	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/civil"
	"deskleaf/content/library"
)

// Work is a procedure that is being changed: as it was read, as it is now, and all
// that was between.
type Work struct {
	base, now  change.Edition
	undo, redo []change.Edition
	place      string // where the last change was, while further ones there belong to it
	reason     Reason // of the next save
}

// A Reason is who saves, when and why, for the history of the procedure. All of it may
// be missing.
type Reason struct {
	Who, Why string
	When     civil.Moment
}

// Say tells why the work is saved next.
func (w *Work) Say(r Reason) { w.reason = r }

// Begin begins to change an edition.
func Begin(base change.Edition) *Work { return &Work{base: base, now: base} }

// Resume goes on with what was changed before.
func Resume(base, now change.Edition) *Work { return &Work{base: base, now: now} }

// Base is the edition as it was read, and Now as it is.
func (w *Work) Base() change.Edition { return w.base }

// Now is the edition as it is. It must not be changed.
func (w *Work) Now() change.Edition { return w.now }

// Change makes an edition the present one. Changes at one place are taken back
// together, until [Work.Rest]; those at "" one by one.
func (w *Work) Change(place string, e change.Edition) {
	if place == "" || place != w.place {
		w.undo = append(w.undo, w.now)
	}
	w.now, w.redo, w.place = e, nil, place
}

// Rest tells that whoever types has paused.
func (w *Work) Rest() { w.place = "" }

// Undo takes the last change back, and reports whether there was one.
func (w *Work) Undo() bool { return w.step(&w.undo, &w.redo) }

// Redo makes the change again that was taken back last.
func (w *Work) Redo() bool { return w.step(&w.redo, &w.undo) }

func (w *Work) step(from, to *[]change.Edition) bool {
	n := len(*from) - 1
	if n < 0 {
		return false
	}
	*to = append(*to, w.now)
	w.now, *from, w.place = (*from)[n], (*from)[:n], ""
	return true
}

// CanUndo and CanRedo report whether there is something to take back or to make
// again.
func (w *Work) CanUndo() bool { return len(w.undo) > 0 }

// CanRedo reports whether something was taken back.
func (w *Work) CanRedo() bool { return len(w.redo) > 0 }

// Changed reports whether anything is other than it was read.
func (w *Work) Changed() bool { return !reflect.DeepEqual(w.base, w.now) }

// EditionOf is a book as an edition.
func EditionOf(b *library.Book) change.Edition {
	e := change.Edition{Facts: b.Procedure, Words: map[string]content.Words{}}
	for language, w := range b.Words {
		e.Words[language] = *w
	}
	return e.Clone()
}

// Judge judges an edition with what is known of it from before; see
// [library.Judging].
func Judge(g *library.Judging, e change.Edition) library.Judged {
	words := map[string]*content.Words{}
	for language, w := range e.Words {
		words[language] = &w
	}
	return g.Judge(&e.Facts, words)
}

// BroughtBack is an edition with the facts and words of an older one. Languages that
// the older one does not have stay as they are.
func BroughtBack(now, old change.Edition) change.Edition {
	e := now.Clone()
	old = old.Clone()
	version := e.Facts.Version
	e.Facts = old.Facts
	e.Facts.Version = version
	for language, w := range old.Words {
		w.Version = e.Words[language].Version
		e.Words[language] = w
	}
	return e
}
