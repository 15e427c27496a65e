package window

import (
	"errors"
	"slices"
	"strings"

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
		told = append(told, w.words.T("edit.theirs", "place", w.placeWords(change.Change{Path: c.Path}), "text", c.Theirs))
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
