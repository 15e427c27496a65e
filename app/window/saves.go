package window

import (
	"reflect"
	"slices"
	"time"

	"deskleaf/app/clinic"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/widgets"
)

// A clinicSave is something on its way into the clinic's folder. A share may take long to
// answer, so it is saved away from the window's thread, and whoever asked for it goes on.
type clinicSave struct {
	from  *widgets.Dialog      // is closed when it is saved, and stays with what was filled in where it is not; nil for none
	shown func(*clinic.Clinic) // what shows, and prints, before it is saved; nil where all stays as it was until then
	do    func(clinic.Clinic) (clinic.Clinic, error)
	then  func(error) // says what came of it; nil for nothing
}

// saves is what is on its way: one thing after another, because each goes on from what
// the one before it left, and no two of them hold the folder at once.
type saves struct {
	waiting []clinicSave // the first is being saved, where running says so
	running bool
	kept    clinic.Clinic   // the clinic as it is without them
	over    int             // counts those that are over
	quit    bool            // the window closes when all are saved
	unsaved *widgets.Notice // says that an answer was not saved
}

// slowSave is how long something is being saved before it is said that it takes long.
const slowSave = 700 * time.Millisecond

// savingClinic reports whether something is on its way into the clinic's folder.
func (w *Window) savingClinic() bool { return w.saves.running || len(w.saves.waiting) > 0 }

// saveSoon saves something into the clinic's folder. What a dialog asks for twice is saved
// once.
func (w *Window) saveSoon(s clinicSave) {
	if s.from != nil && slices.ContainsFunc(w.saves.waiting, func(o clinicSave) bool { return o.from == s.from }) {
		return
	}
	if !w.savingClinic() {
		w.saves.kept = w.clinic
	}
	w.saves.waiting = append(w.saves.waiting, s)
	w.showSaves()
	w.saveNext()
}

// showSaves has the clinic as it is when everything is saved that shows already.
func (w *Window) showSaves() {
	w.clinic = w.saves.kept
	for _, s := range w.saves.waiting {
		if s.shown != nil {
			s.shown(&w.clinic)
		}
	}
}

// saveNext saves what waits longest.
func (w *Window) saveNext() {
	if w.saves.running || len(w.saves.waiting) == 0 {
		return
	}
	w.saves.running = true
	s, c := w.saves.waiting[0], w.saves.kept
	inTime := w.deps.After(slowSave, func() { w.toast("saving.slow") })
	var f fault
	var err error
	w.background(func() { f = caught(func() { c, err = s.do(c) }) }, func() {
		inTime()
		if f.value != nil {
			w.faulted(f)
			err = errFault
		}
		w.saves.running, w.saves.kept, w.saves.waiting = false, c, w.saves.waiting[1:]
		w.saves.over++
		was := w.clinic
		w.showSaves()
		if !reflect.DeepEqual(was.Answers, w.clinic.Answers) || !reflect.DeepEqual(was.Facts, w.clinic.Facts) {
			w.showAll() // something was not kept, or another desk had saved something else
		}
		if err == nil && s.from != nil {
			s.from.Close()
		}
		if s.then != nil {
			s.then(err)
		}
		w.saves.quit = w.saves.quit && err == nil // who was told that something failed may want to stay
		w.saveNext()
		if w.saves.quit && !w.savingClinic() {
			w.Quit()
		}
	})
}

// waitForSaves reports whether the window has to stay open until everything is saved. Asked
// again it need not.
func (w *Window) waitForSaves() bool {
	if !w.savingClinic() || w.saves.quit {
		return false
	}
	w.saves.quit = true
	w.toast("saving.quit")
	return true
}

// saveFacts saves what the clinic says of itself, where another desk may have changed
// something else of it: was is what somebody began with.
func (w *Window) saveFacts(from *widgets.Dialog, was, now clinic.Facts, then func()) {
	files := w.deps.Files
	w.saveSoon(clinicSave{
		from: from,
		do:   func(c clinic.Clinic) (clinic.Clinic, error) { return c.ChangeFacts(files, was, now) },
		then: func(err error) {
			if err != nil {
				w.fail("fail.clinic", err)
				return
			}
			then()
		},
	})
}

// saveAnswer keeps an answer in the clinic's folder. Pages have it at once; where it could
// not be kept they have what they had, and its field has what was written.
func (w *Window) saveAnswer(b content.Blank, scope content.Scope, text string) error {
	files, language := w.deps.Files, w.visit.Language
	of := visit.Visit{Procedure: w.visit.Procedure, Doctor: w.visit.Doctor, Place: w.visit.Place} // nothing of a patient
	with := func(c clinic.Clinic) (clinic.Answers, error) {
		return c.Answers.With(b, scope, &of, language, text)
	}
	if _, err := with(w.clinic); err != nil {
		return err
	}
	w.saveSoon(clinicSave{
		shown: func(c *clinic.Clinic) { c.Answers, _ = with(*c) }, // it could be, so it can
		do: func(c clinic.Clinic) (clinic.Clinic, error) {
			answers, err := with(c)
			if err == nil {
				c, err = c.SaveAnswers(files, answers)
			}
			return c, err
		},
		then: func(err error) {
			w.notices.remove(w.saves.unsaved) // somebody has seen to it
			if err == nil {
				return
			}
			w.fail("fail.answer", err, "answer", text)
			w.saves.unsaved = w.notices.list[len(w.notices.list)-1]
			if w.book != nil && w.book.Procedure.ID == of.Procedure {
				w.read.Unsaved(b.ID, text, w.words.T("blank.unsaved"))
			}
		},
	})
	w.edit(func(*visit.Visit) {})
	return nil
}
