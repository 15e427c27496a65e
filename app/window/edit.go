package window

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	editscreen "deskleaf/app/window/edit"
	"deskleaf/app/window/settings"
	"deskleaf/content/change"
	"deskleaf/content/check"
	"deskleaf/content/civil"
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

// saveEdit saves what is written as the clinic's own, and goes back to it.
func (w *Window) saveEdit() {
	work := w.editor.Work()
	if !w.editor.Understood() {
		w.band(widgets.Fail, w.words.T("fail.edit"), w.words.T("edit.when.first"))
		return
	}
	if !work.Changed() {
		w.toast("edit.nothing")
		return
	}
	if w.clinic.Away != clinic.Here {
		w.keepEdit()
		w.toast("edit.save.away")
		return
	}
	if w.writing.saving {
		return
	}
	judged := author.Judge(&library.Judging{}, work.Now())
	if judged.Refused() {
		w.band(widgets.Fail, w.words.T("fail.edit"), w.whyRefusedWords(work))
		return
	}
	w.askWhy(work)
}

// askWhy asks who saves, what changed and why, and saves.
func (w *Window) askWhy(work *author.Work) {
	t := w.words.T
	form := settings.NewReason(w.words, t("edit.why"), w.desk.Who, w.writing.why)
	take := func(review bool) func() bool {
		return func() bool {
			who, why, ok := form.Said()
			if ok {
				w.rememberWho(who)
				now := w.deps.Now()
				w.writeEdit(work, author.Reason{Who: who, Why: why, When: civil.DateOf(now).At(now.Hour()*60 + now.Minute())}, review)
			}
			return ok
		}
	}
	wrong := newWrong()
	d := widgets.NewDialog(t("edit.save.title"), widgets.NewColumn(10, wrong, form.Content()),
		widgets.Action{Text: t("dialog.cancel"), Cancel: true},
		widgets.Action{Text: t("edit.save.review"), Do: take(true)},
		widgets.Action{Text: t("edit.save"), Default: true, Do: take(false)})
	d.Width = 560
	d.Show(w.frame.Canvas(), form.First())
	w.tellWrong(d, wrong, work.Now())
}

// newWrong is where [Window.tellWrong] says something.
func newWrong() *widgets.Notice {
	wrong := widgets.NewNotice(widgets.Caution, nil)
	wrong.Hide()
	return wrong
}

// tellWrong says in a dialog what of words is to be put right still, although they print:
// aftercare that does not say when to call, for one. In languages that are named, or in all.
func (w *Window) tellWrong(d *widgets.Dialog, wrong *widgets.Notice, e change.Edition, languages ...string) {
	var told []string
	w.background(func() {
		j := author.Judge(&library.Judging{}, e)
		found := slices.Clone(j.Facts)
		for language, words := range j.Words {
			if len(languages) == 0 || slices.Contains(languages, language) {
				found = append(found, words...)
			}
		}
		for _, f := range found {
			if f.Weight == check.Mistake {
				told = append(told, editscreen.Told(w.words, f.Said))
			}
		}
	}, func() {
		if len(told) > 0 {
			wrong.Set(widgets.Caution, widgets.Plain(w.words.T("edit.wrong", "n", len(told), "first", strings.TrimSpace(sentence(told[0])))))
			wrong.Show()
			d.Fit()
		}
	})
}

// writeEdit saves the work as it is now, away from the window's thread, and sends it to
// review where that is wanted.
func (w *Window) writeEdit(work *author.Work, why author.Reason, review bool) {
	w.writing.saving = true
	sent := author.Resume(work.Base(), work.Now())
	sent.Say(why)
	var id string
	var unsent error
	w.saveSoon(clinicSave{
		do: func(c clinic.Clinic) (_ clinic.Clinic, err error) {
			if id, err = w.saveWork(c, sent); err == nil && review {
				c, unsent = author.Send(w.deps.Files, c, id, why)
			}
			return c, err
		},
		then: func(err error) {
			w.writing.saving = false
			if unsent != nil {
				w.fail("fail.review", unsent)
			}
			if w.editor.Work() == work {
				w.savedEdit(id, sent, len(change.Diff(sent.Now(), work.Now())) > 0, err)
			}
		},
	})
}

// savedEdit says what came of saving what was sent, under an id, and goes back to the
// procedure; where somebody has written on meanwhile, they go on writing.
func (w *Window) savedEdit(id string, sent *author.Work, more bool, err error) {
	work := w.editor.Work()
	if met, ok := errors.AsType[*author.Meeting](err); ok {
		if more {
			w.saveEdit() // with what was written since
			return
		}
		w.editor.Replace(met.Work, w.words.T("edit.meeting", "n", len(met.Conflicts), "places", w.conflictWords(met.Conflicts)))
		return
	}
	if errors.Is(err, author.ErrRefused) {
		w.band(widgets.Fail, w.words.T("fail.edit"), w.whyRefusedWords(work))
		return
	}
	if err != nil {
		w.keepEdit()
		w.fail("fail.edit", err)
		return
	}
	w.folder.saved = id
	w.works("fail.edit")
	if more {
		base, now := sent.Now(), work.Now()
		base.Facts.ID, now.Facts.ID = id, id
		w.editor.Replace(author.Resume(base, now), w.words.T("edit.saved.more"))
		w.lookForFolder()
		return
	}
	w.stopWriting()
	w.dropDraft(work.Base().Facts.ID)
	w.editor.Close()
	w.showEdit(false)
	if work.IsNew() {
		w.showSaved(id)
	} else {
		w.lookForFolder()
	}
	w.focusSearch()
	w.toast("edit.saved")
}

// saveWork saves a work into the clinic's folder, and gives the id that it has there. It
// is not for the window's thread.
func (w *Window) saveWork(c clinic.Clinic, work *author.Work) (id string, err error) {
	if work.IsNew() {
		return w.saveNew(c, work)
	}
	return work.Now().Facts.ID, author.Save(w.deps.Files, c, work)
}

// mostConflicts is how many places are told where two people wrote.
const mostConflicts = 3

// conflictWords are what another person wrote into the places that this one
// changed too.
func (w *Window) conflictWords(conflicts []change.Conflict) string {
	var told []string
	for _, c := range conflicts[:min(len(conflicts), mostConflicts)] {
		told = append(told, w.words.T("edit.theirs", "place", placeWords(change.Change{Path: c.Path}), "text", c.Theirs))
	}
	return strings.Join(told, " ")
}

// whyRefusedWords says where the words are that keep a page from printing.
func (w *Window) whyRefusedWords(work *author.Work) string {
	j := author.Judge(&library.Judging{}, work.Now())
	for language, found := range j.Words {
		if i := slices.IndexFunc(found, func(f check.Finding) bool { return f.Weight == check.Refusal }); i >= 0 {
			return w.words.T("edit.refused.save", "language", w.languageName(language), "why", sentence(editscreen.Told(w.words, found[i].Said)))
		}
	}
	for _, f := range j.Facts {
		if f.Weight == check.Refusal {
			return w.words.T("edit.refused.facts", "why", sentence(editscreen.Told(w.words, f.Said)))
		}
	}
	return w.words.T("edit.refused.missing")
}
