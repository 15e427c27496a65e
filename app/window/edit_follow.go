package window

import (
	"errors"
	"math"
	"sync/atomic"

	"deskleaf/app/author"
	"deskleaf/app/handout"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/library"
)

// A follower keeps what is said of words, and their pages, in step with whoever
// writes them. It is one thing for one work: what it found about texts that stay,
// and pages that look as before, it uses again at every letter.
type follower struct {
	latest[sketch, followed]
	newest atomic.Int64 // the newest change, for older work to give up
}

// A sketch is a state of the work, and what its pages are made with. The language
// is that of the pages.
type sketch struct {
	change   int64
	edition  change.Edition
	language string
	wide     float64       // pixels that a page has across; 0 where that is not known yet
	with     handout.Input // without the procedure and its words
}

// followed is what there is to say of a state and its pages.
type followed struct {
	judged library.Judged
	wide   float64 // what the pictures were made for
	draft
}

func newFollower(w *Window) *follower {
	var judging library.Judging
	f := &follower{latest: latest[sketch, followed]{background: w.background, show: w.showFollowed}}
	f.compose = func(now sketch, before followed) (made followed) {
		old := func() bool { return f.newest.Load() > now.change }
		made.judged = author.Judge(&judging, now.edition)
		if in, err := now.input(made.judged.Book); err != nil {
			made.err = err
		} else if !old() {
			made.draft, made.wide = composeAt(now.wide, in, before.draft), now.wide
		}
		return made
	}
	return f
}

// input is what the pages of a book that is being written are made from.
func (n sketch) input(book *library.Book) (handout.Input, error) {
	words, whole := book.In(n.language)
	if !whole {
		return handout.Input{}, &handout.MissingWords{Language: n.language, Paths: book.Missing[n.language]}
	}
	in := n.with
	in.Procedure, in.Words = &book.Procedure, words
	return in, nil
}

// follow has the work as it is now judged and drawn.
func (w *Window) follow() {
	work := w.editor.Work()
	if !w.editShown() || work == nil {
		return
	}
	c, v := w.clinic, w.visit.Clone()
	c.Facts.Unreviewed = "" // what is written is looked at as a draft, also where only approved words are handed out
	if work.IsNew() {
		v = visit.Visit{} // the visit that is here is for another procedure
	}
	v.Language = w.editor.Language()
	n := sketch{change: w.writing.newest.Add(1), edition: work.Now(), language: v.Language, wide: w.editor.PageWide()}
	n.with = handout.Input{Blanks: w.blanks, Clinic: &c, Visit: v, Today: w.today()}
	w.writing.change(n)
}

// showFollowed shows what there is to say of the words and their pages, or why
// there are none.
func (w *Window) showFollowed(f followed) {
	if w.editor.Work() == nil {
		return
	}
	w.draft = f.draft
	w.editor.Tell(f.judged)
	switch _, missing := errors.AsType[*handout.MissingWords](f.err); {
	case missing:
		w.editor.ShowProblem(w.words.T("edit.no-pages"))
	case errors.Is(f.err, handout.ErrNoParts):
		w.editor.ShowProblem(w.words.T("edit.no-parts"))
	case f.err != nil:
		w.editor.ShowProblem(w.whyNoPages(f.err))
	default:
		parts := make([]content.Part, len(f.pictures))
		for i, page := range f.pages.List[:len(parts)] {
			parts[i] = content.Part(f.pages.Parts[page.Part].Name)
		}
		w.editor.ShowPages(f.pictures, parts)
		if wide := w.editor.PageWide(); math.Abs(wide-f.wide) > 1 {
			w.follow() // they stand in another size than they were made for
		}
	}
}
