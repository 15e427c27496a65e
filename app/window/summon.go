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
	answered := func(err error) {
		w.note(journal.Summoned(err == nil))
		w.background(func() { answer(err) }, func() {})
	}
	w.background(func() { <-w.ready }, func() {
		w.showLoaded()
		w.raise()
		if procedure == "" {
			answered(nil)
			return
		}
		w.summonAt(procedure, answered)
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
func (w *Window) summonAt(id string, answered func(error)) {
	if w.dialogOpen() {
		answered(errors.New(w.words.T("summon.dialog")))
		return
	}
	w.awake()
	w.choose(id, func(shown bool) {
		if !shown {
			answered(errors.New(w.words.T("summon.procedure", "id", id)))
			return
		}
		w.find.Mark(id)
		answered(nil)
	})
}
