package window

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"deskleaf/app/author"
	editscreen "deskleaf/app/window/edit"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// A writing is what the window does about words that somebody writes: it has them
// judged, drawn and kept, away from whoever types.
type writing struct {
	*follower
	stopKeep func() // of the wait until the draft is kept
	keeper   *author.Keeper
	why      string // what changed and why, to be proposed when it is saved
	saving   bool   // it is being saved
}

// keepWait is how long after a change the draft is kept: it is at most so far
// behind, and the time that writing takes.
const keepWait = 1500 * time.Millisecond

// newEdit makes the editor.
func (w *Window) newEdit() *editscreen.Screen {
	return editscreen.New(editscreen.Deps{
		Words: w.words, Canvas: func() fyne.Canvas { return w.frame.Canvas() }, Changed: w.edited, Language: w.follow, Enlarge: w.showPages,
		Name: w.languageName, After: w.deps.After, Do: w.do, Anew: w.editAnew, Copy: w.copyText, Others: w.editOthers, Today: w.today,
	})
}

// editOthers are the procedures that the editor can name beside the one that is written.
func (w *Window) editOthers() []editscreen.Other {
	var all []editscreen.Other
	for _, e := range w.library.Entries() {
		all = append(all, editscreen.Other{ID: e.ID, Name: w.titleOf(e.ID)})
	}
	slices.SortFunc(all, func(a, b editscreen.Other) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// editShown reports whether the editor stands in the place of the procedure.
func (w *Window) editShown() bool { return w.whole != nil && w.whole.edit.Visible() }

// toEdit reports whether there is something to edit, or to go back from.
func (w *Window) toEdit() bool { return w.editShown() || w.hasProcedure() }

// toggleEdit opens the editor with the procedure that is read, or goes back.
func (w *Window) toggleEdit() {
	if w.editShown() {
		w.closeEdit()
		w.focusSearch()
		return
	}
	w.openEdit()
}

// openEdit shows the editor, with what was not saved the last time.
func (w *Window) openEdit() {
	id := w.book.Procedure.ID
	if !w.clinic.Known() {
		w.toast("edit.away")
		return
	}
	if _, complaints, err := w.library.Book(id); err != nil || len(complaints) > 0 {
		w.band(widgets.Fail, w.words.T("edit.broken"), w.words.T("edit.broken.details"))
		return
	}
	if b := w.bringing; b.work != nil && b.work.Now().Facts.ID == id {
		w.bringing = bringing{}
		w.beginEdit(b.work, false)
		w.writing.why = b.why
		w.edited()
		return
	}
	work, err := w.drafts().Open(id)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		w.fail("fail.draft", err)
	}
	resumed := err == nil && work.Changed()
	if !resumed {
		work = author.Begin(author.EditionOf(w.book))
	}
	w.beginEdit(work, resumed)
}

func (w *Window) beginEdit(work *author.Work, resumed bool) {
	language := library.BaseLanguage
	if _, ok := work.Now().Words[w.visit.Language]; ok {
		language = w.visit.Language
	}
	w.editWork(work, language, resumed)
}

// editWork opens the editor with a work, its pages in a language.
func (w *Window) editWork(work *author.Work, language string, resumed bool) {
	w.preview.drop()
	w.writing = writing{follower: newFollower(w), keeper: &author.Keeper{Drafts: w.drafts()}}
	w.showEdit(true)
	w.editor.Open(work, language, resumed)
	w.relayout()
	w.editor.Focus()
	w.follow()
}

// editAnew forgets the draft and begins with the words as they are saved. That is a change
// like another, which can be taken back.
func (w *Window) editAnew() {
	work := w.editor.Work()
	if work.IsNew() {
		w.throwNew(work)
		return
	}
	w.stopWriting()
	w.dropDraft(w.book.Procedure.ID)
	saved := author.EditionOf(w.book)
	again := author.Resume(saved, work.Now())
	again.Change("", saved)
	w.beginEdit(again, false)
	w.toasts.Say("check-circle", w.words.T("edit.forgotten"), widgets.NewLink(w.words.T("command.undo"), func() {
		w.toasts.Dismiss()
		w.editor.Undo(false)
	}))
}

func (w *Window) showEdit(on bool) {
	w.dropNews()
	show(w.whole.edit, on)
	show(w.whole.middle, !on)
	w.relayout()
	w.refreshMenu()
	w.showReview()
}

// closeEdit shows the procedure again. What is not saved stays as a draft.
func (w *Window) closeEdit() {
	if !w.editShown() {
		return
	}
	kept := "edit.kept"
	if work := w.editor.Work(); work != nil && work.IsNew() {
		kept = "new.kept.toast"
	}
	changed := w.leaveEdit()
	w.showEdit(false)
	w.showVisit()
	if changed {
		w.toast(kept)
	}
}

// leaveEdit ends the work, keeping what is not saved, and reports whether there is
// such a thing.
func (w *Window) leaveEdit() (changed bool) {
	work := w.editor.Work()
	if work == nil {
		return false
	}
	w.stopWriting()
	if changed = work.Changed(); changed {
		w.keptDraft(w.writing.keeper.Keep(w.writing.generation, work.Base(), work.Now()))
	} else {
		w.dropDraft(work.Base().Facts.ID)
	}
	w.editor.Close()
	return changed
}

func (w *Window) stopWriting() {
	w.writing.drop()
	if w.writing.stopKeep != nil {
		w.writing.stopKeep()
		w.writing.stopKeep = nil
	}
}

// edited is called for every change of the work.
func (w *Window) edited() {
	w.awake()
	w.follow()
	if w.writing.stopKeep == nil {
		w.writing.stopKeep = w.deps.After(keepWait, w.keepEdit)
	}
}

// keepEdit keeps the draft.
func (w *Window) keepEdit() {
	w.writing.stopKeep = nil
	work := w.editor.Work()
	if work == nil {
		return
	}
	keeper, generation, base, now := w.writing.keeper, w.writing.generation, work.Base(), work.Now()
	var err error
	w.background(func() { err = keeper.Keep(generation, base, now) }, func() { w.keptDraft(err) })
}
