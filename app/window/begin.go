package window

import (
	"errors"
	"path/filepath"
	"strings"

	"deskleaf/app/author"
	"deskleaf/app/author/fresh"
	"deskleaf/app/clinic"
	"deskleaf/app/document"
	"deskleaf/content/change"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// A begun is a new procedure that was not saved yet.
type begun struct{ id, name string }

// begunIn are the new procedures among the drafts.
func begunIn(drafts author.Drafts) []begun {
	var all []begun
	for _, id := range drafts.IDs() {
		if work, err := drafts.Open(id); err == nil && work.IsNew() {
			all = append(all, begun{id, author.NameOf(work.Now())})
		}
	}
	return all
}

// start begins to write the procedure. The dialog stays where something is not said yet.
func (d *newDialog) start() bool {
	from := d.from.Chosen()
	switch {
	case from == fromDocument && !d.read:
		d.chooseFile()
	case from == fromClipboard && !d.read: // it says why
	case from == fromAnother && d.like == "":
		d.w.frame.Canvas().Focus(d.search.Entry)
	case strings.TrimSpace(d.name.Text) == "":
		d.name.SetHint(d.w.words.T("new.name.missing"), true)
		d.w.frame.Canvas().Focus(d.name)
	default:
		asked := d.asked()
		d.dialog.OnClosed = func() { d.w.makeNew(asked) } // the editor takes the focus
		return true
	}
	return false
}

// A request is what was asked for in the dialog.
type request struct {
	fresh.Procedure
	document *document.Document // nil for none
	own      bool               // the document is the clinic's own
	like     string             // the id of the procedure to copy; "" for none
}

// asked is what the dialog asks for now.
func (d *newDialog) asked() request {
	b := request{Procedure: d.procedure("")}
	switch {
	case d.read:
		b.document, b.own = &d.document, d.own.Checked()
	case d.from.Chosen() == fromAnother:
		b.like = d.like
	}
	return b
}

// makeNew makes the first edition, away from the window's thread, and opens it.
func (w *Window) makeNew(r request) {
	var e change.Edition
	var err error
	books, folder, drafts, files := w.library, filepath.Join(w.clinic.Folder, "procedures"), w.drafts(), w.deps.Files
	w.background(func() {
		known := map[string]bool{}
		for _, entry := range books.Entries() {
			known[entry.ID] = true
		}
		for _, id := range drafts.IDs() {
			known[id] = true
		}
		r.ID = fresh.ID(r.Name, func(id string) bool {
			_, err := files.Stat(filepath.Join(folder, id))
			return known[id] || err == nil
		})
		e, err = r.edition(books)
	}, func() {
		if err != nil {
			w.band(widgets.Fail, w.words.T("edit.broken"), w.words.T("edit.broken.details"))
			return
		}
		w.openNew(author.BeginNew(e), r.Language, false)
	})
}

// edition is the first edition of what was asked for.
func (r request) edition(books Library) (change.Edition, error) {
	if r.document != nil {
		e, _ := fresh.Import(*r.document, r.Procedure, r.own)
		return e, nil
	}
	if r.like == "" {
		return fresh.Empty(r.Procedure), nil
	}
	book, complaints, err := books.Book(r.like)
	if err == nil {
		err = complaints.Err()
	}
	if err != nil {
		return change.Edition{}, err
	}
	return fresh.Copy(author.EditionOf(book), r.Procedure), nil
}

// openNew opens the editor with a procedure that is in no library yet.
func (w *Window) openNew(work *author.Work, language string, resumed bool) {
	w.closeDay()
	w.closeEdit()
	w.editWork(work, language, resumed)
	w.keepEdit() // so that it is there also if nothing more is written
}

// resumeNew goes on with a new procedure that was not saved.
func (w *Window) resumeNew(id string) {
	work, err := w.drafts().Open(id)
	if err != nil {
		w.fail("fail.draft", err)
		return
	}
	language := library.BaseLanguage
	if tag, m := author.Imported(work.Now()); m != nil {
		language = tag
	}
	w.openNew(work, language, true)
}

// throwNew forgets a new procedure, which can be taken back as long as that is said.
func (w *Window) throwNew(work *author.Work) {
	language := w.editor.Language()
	w.stopWriting()
	w.dropDraft(work.Now().Facts.ID)
	w.editor.Close()
	w.showEdit(false)
	w.showVisit()
	w.focusSearch()
	w.toasts.Say("delete", w.words.T("new.thrown", "procedure", author.NameOf(work.Now())), widgets.NewLink(w.words.T("command.undo"), func() {
		w.toasts.Dismiss()
		w.asNew(func() { w.openNew(work, language, false) })
	}))
}

// saveNew saves a new procedure and gives its id. Where another has its id by now, it
// gets one of its own, and both are there.
func (w *Window) saveNew(c clinic.Clinic, work *author.Work) (id string, err error) {
	taken := func(id string) bool { return id == work.Now().Facts.ID }
	for range mostAlike {
		if err = author.Save(w.deps.Files, c, work); !errors.Is(err, author.ErrTaken) {
			break
		}
		work = work.As(fresh.ID(work.Now().Facts.ID, taken))
	}
	return work.Now().Facts.ID, err
}

// mostAlike is how many procedures may have been given one name since.
const mostAlike = 20

// showSaved reads the clinic's folder anew, and shows the procedure that was saved.
func (w *Window) showSaved(id string) {
	state := w.desk
	var l loaded
	w.background(func() { l = w.readFiles(state) }, func() {
		w.take(l)
		w.showAll()
		w.chooseThen(id, func() { w.find.Mark(id) })
	})
}

// whyNoDocument says in the window's words why a document cannot be read.
func (w *Window) whyNoDocument(err error) string {
	why, ok := errors.AsType[*document.Error](err)
	if !ok {
		return w.tell(err)
	}
	words := w.words.T("new.bad."+string(why.Reason), "file", why.File)
	if why.Err != nil {
		words += " " + w.tell(why.Err)
	}
	return words
}
