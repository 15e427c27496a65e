package window

import (
	"slices"
	"time"

	"deskleaf/app/clinic"
	"deskleaf/app/journal"
	"deskleaf/app/share"
	"deskleaf/widgets"
)

// A folder is how the window stands with the clinic's folder.
type folder struct {
	since time.Time // when it was first missed; zero while it is there
	band  *widgets.Notice
	stop  func() // of the wait for the next look
	saved string // the procedure, or the file at the top, that was saved here since the last look
	again bool   // what was read is old: the next look reads, whatever it finds
	twins *widgets.Notice
	told  string          // the conflict copies that were told last
	news  *widgets.Notice // that another desk changed what somebody works with now
}

// lookAgain is how long after the clinic's folder was missed it is looked for again,
// where nothing else says how long.
const lookAgain = 15 * time.Second

// free is how long something that was read waits for a dialog to be closed: what is
// filled in there must not become another under somebody's hands.
const free = time.Second

// followFolder says when the clinic's folder went away and when it is back. Until then
// the window works with this desk's copy of it; without one, with what ships, and pages
// have lines for what is unknown.
func (w *Window) followFolder() {
	away := !w.folder.since.IsZero()
	if w.clinic.Away == clinic.Here {
		if away {
			w.notices.remove(w.folder.band)
			w.toast("away.back")
			w.note(journal.Back())
		}
		w.folder.since, w.folder.band = time.Time{}, nil
		w.rememberFolder()
		return
	}
	if now := w.deps.Now(); away && now.Before(w.folder.since) { // somebody has put the clock back
		w.folder.since = now
	}
	if !away {
		w.folder.since = w.deps.Now()
		w.note(journal.Away(string(w.clinic.Away)))
	}
	w.tellAway()
}

// tellAway shows the band that says so, where it must.
func (w *Window) tellAway() {
	if w.clinic.Away == clinic.Here {
		return
	}
	if w.folder.band != nil {
		w.notices.remove(w.folder.band)
	}
	means := w.words.T("away.means")
	if w.clinic.Known() {
		means = w.words.T("away.copy", "when", w.sayTime(w.clinic.AsOf))
	}
	text := w.words.T("away."+string(w.clinic.Away), "folder", w.clinic.Folder) + " " + means
	again := widgets.NewLink(w.words.T("away.again"), w.lookForFolder)
	w.folder.band = w.notices.last(w.notices.add(widgets.Caution, w.words.T("away.since", "when", w.sayTime(w.folder.since)), text, again))
}

// lookForFolder reads the clinic's folder anew.
func (w *Window) lookForFolder() { w.look(true) }

// look looks at the clinic's folder, away from the window's thread, and shows what is
// new; where somebody asked for it, also what is not.
func (w *Window) look(asked bool) {
	state, must, shown, also := w.desk, asked || w.folder.again, "", slices.Clone(w.visit.Also)
	if w.book != nil {
		shown = w.book.Procedure.ID
	}
	w.folder.again = false
	news := share.News{Fresh: true}
	over := w.saves.over
	var l loaded
	var o opened
	w.background(func() {
		if w.deps.Look != nil {
			news = w.deps.Look(state)
		}
		if news.Fresh || must {
			if l = w.readFiles(state); shown != "" {
				o = openBooks(l.library, w.deps.Files, &l.clinic, shown, also...)
			}
		}
	}, func() { w.looked(look{l, o, shown, news, over, asked}) })
}

// A look is what a look at the clinic's folder gave.
type look struct {
	loaded
	opened
	shown string // the procedure that was in sight
	news  share.News
	saves int  // how many of its saves were over before
	asked bool // somebody asked for it
}

// looked takes what a look gave, unless nobody asked and a dialog is being filled in:
// then later. What was read before this desk saved something else is old, and is read
// again.
func (w *Window) looked(l look) {
	switch {
	case l.library == nil:
		w.lookAfter(l.news.Next)
	case w.dialogOpen() && !l.asked:
		w.wait(free, func() { w.looked(l) })
	case w.savingClinic() || w.saves.over != l.saves:
		w.folder.again = true
		w.wait(free, func() { w.look(l.asked) })
	default:
		changed := w.changedSinceRead(l)
		w.take(l.loaded)
		if w.book != nil && w.book.Procedure.ID == l.shown && w.told(l.opened) {
			w.book, w.approved, w.beside = l.book, l.approved, l.beside // the clinic's own may stand in for what ships, or no longer
		}
		w.showAll()
		w.tellChanged(changed)
		w.lookAfter(l.news.Next)
	}
}

// lookAfter looks again after a time, or when the system notices a change.
func (w *Window) lookAfter(d time.Duration) {
	if w.deps.Look == nil {
		if w.clinic.Away == clinic.Here {
			return
		}
		d = lookAgain
	}
	w.wait(d, func() { w.look(false) })
}

// wait waits for the next look, in the place of what was waited for before.
func (w *Window) wait(d time.Duration, f func()) {
	if w.folder.stop != nil {
		w.folder.stop()
	}
	if w.deps.Noticed != nil && d != free {
		w.folder.stop = afterOr(d, w.deps.Noticed, f)
		return
	}
	w.folder.stop = w.deps.After(d, f)
}

// rememberFolder keeps that the clinic's facts were found in this folder, so that
// they are missed when they are not.
func (w *Window) rememberFolder() {
	if w.clinic.Seen && !w.clinic.Signed && w.desk.Seen != w.clinic.Folder {
		w.desk.Seen = w.clinic.Folder
		w.saveDesk()
	}
}
