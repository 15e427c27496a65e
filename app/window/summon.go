package window

import (
	"errors"

	"deskleaf/app/journal"
)

// Summon brings the window to somebody who started the program once more, at a
// procedure where the id is not "", as if they had chosen it in the list. It waits
// until the procedures are read. Why the procedure cannot be shown is the answer;
// nil is that it is. It may be called from any goroutine, and answers once.
func (w *Window) Summon(procedure string, answer func(error)) {
	var err error
	w.background(func() { <-w.ready }, func() {
		w.showLoaded()
		w.raise()
		if procedure != "" {
			err = w.summonAt(procedure)
		}
		w.note(journal.Summoned(err == nil))
		w.background(func() { answer(err) }, func() {})
	})
}

// raise brings the window in front of others.
func (w *Window) raise() {
	if w.deps.Raise != nil {
		w.deps.Raise(w.frame)
	}
	w.frame.RequestFocus()
}

// summonAt shows a procedure. What lies over the window is somebody's work, and is
// left as it is.
func (w *Window) summonAt(id string) error {
	if w.dialogOpen() {
		return errors.New(w.words.T("summon.dialog"))
	}
	w.awake()
	w.Choose(id)
	if w.book == nil || w.book.Procedure.ID != id {
		return errors.New(w.words.T("summon.procedure", "id", id))
	}
	w.find.Mark(id)
	return nil
}
