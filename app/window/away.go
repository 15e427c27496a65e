package window

import (
	"time"

	"deskleaf/app/clinic"
	"deskleaf/app/journal"
	"deskleaf/widgets"
)

// A folder is how the window stands with the clinic's folder while that is away.
type folder struct {
	since time.Time // when it was first missed; zero while it is there
	band  *widgets.Notice
	stop  func() // of the wait for the next look
}

// lookAgain is how long after the clinic's folder was missed it is looked for again.
const lookAgain = 15 * time.Second

// followFolder says when the clinic's folder went away and when it is back, and
// keeps looking for it. Until then the window works with what ships, and pages
// have lines for what is unknown.
func (w *Window) followFolder() {
	if w.folder.stop != nil {
		w.folder.stop()
	}
	away := !w.folder.since.IsZero()
	if w.clinic.Away == clinic.Here {
		if away {
			w.notices.remove(w.folder.band)
			w.toast("away.back")
			w.note(journal.Back())
		}
		w.folder = folder{}
		w.rememberFolder()
		return
	}
	if !away {
		w.folder.since = w.deps.Now()
		w.note(journal.Away(string(w.clinic.Away)))
	}
	w.tellAway()
	w.folder.stop = w.deps.After(lookAgain, w.lookForFolder)
}

// tellAway shows the band that says so, where it must.
func (w *Window) tellAway() {
	if w.clinic.Away == clinic.Here {
		return
	}
	if w.folder.band != nil {
		w.notices.remove(w.folder.band)
	}
	text := w.words.T("away."+string(w.clinic.Away), "folder", w.clinic.Folder) + " " + w.words.T("away.means")
	again := widgets.NewLink(w.words.T("away.again"), w.lookForFolder)
	w.folder.band = w.notices.add(widgets.Caution, w.words.T("away.since", "when", w.sayTime(w.folder.since)), text, again)
}

// lookForFolder reads the clinic's folder anew.
func (w *Window) lookForFolder() {
	state, shown := w.desk, ""
	if w.book != nil {
		shown = w.book.Procedure.ID
	}
	var l loaded
	var o opened
	w.background(func() {
		if l = w.readFiles(state); shown != "" {
			o = openBooks(l.library, w.deps.Files, &l.clinic, shown)
		}
	}, func() {
		w.take(l)
		if w.book != nil && w.book.Procedure.ID == shown && w.told(o) {
			w.book, w.approved, w.beside = o.book, o.approved, o.beside // the clinic's own may stand in for what ships, or no longer
		}
		w.showAll()
	})
}

// rememberFolder keeps that the clinic's facts were found in this folder, so that
// they are missed when they are not.
func (w *Window) rememberFolder() {
	if w.clinic.Seen && !w.clinic.Signed && w.desk.Seen != w.clinic.Folder {
		w.desk.Seen = w.clinic.Folder
		w.saveDesk()
	}
}
