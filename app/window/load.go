package window

import (
	"time"

	"deskleaf/app/clinic"
	"deskleaf/app/cost/prices"
	"deskleaf/app/desk"
	"deskleaf/app/journal"
	"deskleaf/app/pack"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/file"
	"deskleaf/content/find"
	"deskleaf/widgets"
)

// A loaded is what reading gave.
type loaded struct {
	library    Library
	entries    []find.Entry
	index      *find.Index
	complaints file.Complaints
	blanks     content.Blanks
	clinic     clinic.Clinic
	prices     prices.List
	drafts     []string // procedures of which somebody was writing words
	begun      []begun  // those of them that are new
	installed  pack.Installed
	unpriced   string // what is wrong with the price list; "" for nothing
}

// aMoment is how long the first paint waits for what is being read. What ships
// is there in less; a large folder on a share comes after the paint.
const aMoment = 25 * time.Millisecond

// load begins to read procedures and the clinic's folder, while the window is
// being made.
func (w *Window) load() {
	read := make(chan struct{})
	var l loaded
	w.ready = read
	w.showLoaded = func() {
		if w.library == nil && w.frame != nil {
			w.loaded(l)
		}
	}
	state := w.desk
	w.background(func() {
		l = w.readFiles(state)
		close(read)
	}, w.showLoaded)
}

// readFiles reads the clinic's folder and the procedures, away from the window's
// thread.
func (w *Window) readFiles(d desk.Desk) (l loaded) {
	l.clinic = w.deps.Clinic(d)
	if !w.deps.Signed.None() {
		l.installed, _ = pack.Look(w.deps.Files, w.deps.Signed.Root) // the clinic's notices say what is wrong
	}
	l.library = w.deps.Library(l.clinic)
	l.entries = w.named(l.library.Entries())
	l.index = find.New(l.entries)
	l.complaints, l.blanks = l.library.Complaints(), l.library.Blanks()
	l.drafts, l.begun = w.drafts().IDs(), begunIn(w.drafts())
	if l.clinic.Known() {
		l.readPrices(w.deps.Files)
	}
	return l
}

// readPrices reads the clinic's price list.
func (l *loaded) readPrices(files store.FS) {
	var err error
	if l.prices, l.unpriced, err = prices.Open(files, l.clinic.Source()); err != nil && l.unpriced == "" {
		l.unpriced = err.Error()
	}
}

// awaitLoad shows what was read with the first paint, where it is there in time,
// so that the window need not be painted twice. Otherwise it comes after.
func (w *Window) awaitLoad() {
	select {
	case <-w.ready:
	case <-time.After(aMoment):
	}
	select { // on a busy machine both may have come
	case <-w.ready:
		w.showLoaded()
	default:
	}
}

// named gives entries the titles of the window's language, where they have some,
// and the words of their categories, so that "spine" is found in every language.
func (w *Window) named(entries []find.Entry) []find.Entry {
	for i := range entries {
		entries[i] = entries[i].In(w.words.Language)
		if key := "category." + entries[i].Category; w.words.Has(key) {
			entries[i].Category = w.words.T(key)
		}
	}
	return entries
}

// take shows procedures and clinic as they were read.
func (w *Window) take(l loaded) {
	w.library, w.blanks, w.clinic, w.prices = l.library, l.blanks, l.clinic, l.prices
	w.installed = l.installed
	w.find.SetEntries(l.entries, l.index)
	for _, n := range l.clinic.Notices {
		w.notice(w.words.T("notice.clinic"), w.noticeWords(n))
	}
	if latest, ahead := l.clinic.SignOffs.Ahead(w.today()); ahead {
		w.notice(w.words.T("notice.clock"), w.words.T("notice.clock.details", "today", w.spoken().Printed(w.today()), "date", w.spoken().Printed(latest)))
	}
	if l.unpriced != "" {
		w.notice(w.words.T("notice.prices"), sentence(w.words.Tell(l.unpriced)))
	}
	if len(l.complaints) > 0 {
		w.noticeProcedures(l.complaints)
	}
	w.note(journal.Read(len(l.entries), len(l.complaints), len(l.clinic.Notices)))
	w.tellNoLibrary()
	w.lookForNewer()
	w.followFolder()
	w.tellTwins()
}

// loaded takes what was read at the start.
func (w *Window) loaded(l loaded) {
	for _, n := range w.deps.Notices {
		w.notice(w.words.T("notice.desk"), w.noticeWords(n))
	}
	w.tellSlow()
	w.offerCrash()
	w.take(l)
	w.offerDrafts(l.drafts, l.begun)
	if w.deps.OpenedAt != "" && w.book == nil {
		w.chooseThen(w.deps.OpenedAt, func() { w.find.Mark(w.deps.OpenedAt) })
	}
	w.showAll()
	w.firstStart()
	w.lookAfter(firstLook)
}

// firstLook is how long after the start the clinic's folder is looked at again: soon, but
// when the window has long been there.
const firstLook = 3 * time.Second

// tellSlow says once on this desk that the computer draws slowly, and who can
// change that.
func (w *Window) tellSlow() {
	if !w.deps.SlowGraphics || w.desk.SlowTold {
		return
	}
	w.band(widgets.Inform, w.words.T("notice.slow"), w.words.T("notice.slow.details"))
	w.desk.SlowTold = true
	w.saveDesk()
}

// titleOf is what lists call a procedure.
func (w *Window) titleOf(id string) string { return w.find.Title(id) }
