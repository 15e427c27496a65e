package window

import (
	"slices"
	"time"

	"deskleaf/app/clinic"
	"deskleaf/app/history"
	"deskleaf/app/store"
	"deskleaf/content/file"
	"deskleaf/content/library"
)

// An opened is a procedure as reading gave it, with the words that were approved
// last.
type opened struct {
	book       *library.Book
	approved   history.Approved
	complaints file.Complaints
	err        error
	beside     map[string]opened // those whose sheets are offered with it, by id
}

// openBook reads a procedure. Its files may lie on a share that is gone, where that
// takes half a minute, so it is not for the window's thread.
func openBook(books Library, files store.FS, c *clinic.Clinic, id string) (o opened) {
	if o.book, o.complaints, o.err = books.Book(id); o.err == nil {
		o.approved = history.ApprovedOf(files, c, id)
	}
	return o
}

// openBooks reads a procedure and those whose sheets are offered with it, and others.
func openBooks(books Library, files store.FS, c *clinic.Clinic, id string, others ...string) opened {
	o := openBook(books, files, c, id)
	if o.beside = map[string]opened{}; o.err != nil {
		return o
	}
	for _, id := range slices.Concat(o.book.Procedure.PrintAlso, c.Facts.PrintAlso[id], others) {
		o.beside[id] = openBook(books, files, c, id)
	}
	return o
}

// bookMoment is how long the window waits for a procedure before it goes on: as
// long as nobody notices. What lies on this computer is there sooner.
const bookMoment = 80 * time.Millisecond

// slowBook is how much later it is said why nothing is shown: a share is slow, and not
// a computer that is busy for a moment.
const slowBook = time.Second

// fetch reads a procedure and then takes it, once. It is not wanted any more where
// another was asked for meanwhile. What comes late leaves no other procedure in sight, so that nobody
// prints the one from before.
func (w *Window) fetch(id string, take func(o opened, wanted bool)) {
	w.unawait()
	n, books, files, c := w.fetching, w.library, w.deps.Files, w.clinic
	var o opened
	read, taken := make(chan struct{}), false
	done := func() {
		if !taken {
			taken = true
			if n == w.fetching {
				w.awaited = false
			}
			take(o, n == w.fetching)
		}
	}
	w.reading(func() {
		o = openBooks(books, files, &c, id)
		close(read)
	}, done)
	if taken {
		return
	}
	select {
	case <-read:
		done()
	case <-time.After(bookMoment):
		w.forgetBook()
		w.awaited = true
		w.deps.After(slowBook, func() {
			if !taken && n == w.fetching {
				w.toast("read.slow")
			}
		})
	}
}

// unawait lets go of a procedure that was asked for: it is not wanted any more.
func (w *Window) unawait() {
	w.fetching++
	w.awaited, w.eager = false, false
}

// unchoose shows no procedure, because what is typed fits none.
func (w *Window) unchoose() {
	w.unawait()
	if w.book != nil && !w.dayShown() && !w.editShown() {
		w.forgetBook()
	}
}

// forgetBook shows no procedure.
func (w *Window) forgetBook() {
	w.closeDay()
	w.closeEdit()
	w.dropNews()
	w.book, w.approved = nil, nil
	w.showAll()
}

// told says what is wrong with a procedure that was read, and reports whether it
// can be shown.
func (w *Window) told(o opened) bool {
	if o.err != nil {
		w.fail("fail.procedure", o.err)
		return false
	}
	if len(o.complaints) > 0 {
		w.noticeProcedures(o.complaints)
	}
	return true
}

// Choose takes a procedure: it is read in the middle and the handout is made
// from it. The visit keeps its date, doctor, place and name; side and options
// belong to the old procedure and go.
func (w *Window) Choose(id string) { w.choose(id, func(bool) {}) }

// chooseThen does something with the procedure once it is shown.
func (w *Window) chooseThen(id string, then func()) {
	w.choose(id, func(shown bool) {
		if shown {
			then()
		}
	})
}

// choose shows a procedure and then tells, once, whether it is shown.
func (w *Window) choose(id string, then func(shown bool)) {
	switch {
	case w.library == nil:
		then(false)
		return
	case w.book != nil && w.book.Procedure.ID == id:
		w.unawait()
		then(true)
		return
	}
	w.fetch(id, func(o opened, wanted bool) {
		shown := wanted && w.told(o)
		if shown {
			w.showBook(o)
		}
		then(shown)
	})
}

func (w *Window) showBook(o opened) {
	w.closeDay()
	w.closeEdit()
	w.dropNews()
	w.book, w.approved, w.beside = o.book, o.approved, o.beside
	w.visit.Choose(o.book.Procedure.ID)
	w.talk.Choose()
	w.usualExtras()
	if w.eager {
		w.eager = false
		w.visited()
		w.accepted = o.book.Procedure.ID
	}
	if !w.printsIn(w.visit.Language) {
		w.visit.Language = w.firstLanguage()
	}
	w.showAll()
}

// printsIn reports whether there are words to print in a language.
func (w *Window) printsIn(language string) bool {
	_, ok := w.approved.Prints(&w.clinic, w.book, language, w.today())
	return ok
}

// languagesToPrint are the languages in which there is something to print.
func (w *Window) languagesToPrint() []string {
	var all []string
	for _, language := range w.book.AllLanguages() {
		if w.printsIn(language) {
			all = append(all, language)
		}
	}
	return all
}

// approvedNow takes what was approved into what prints.
func (w *Window) approvedNow(e history.Edition) {
	if w.book != nil && w.book.Procedure.ID == e.Procedure.ID {
		w.approved[e.Words.Language] = e
	}
	delete(w.beside, e.Procedure.ID)
}
