package author

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"

	"deskleaf/app/clinic"
	"deskleaf/app/history"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/file"
	"deskleaf/content/library"
)

// A Meeting is what came of saving where somebody else had saved the same
// procedure meanwhile and both changed the same places: nothing was written, and
// the work goes on from here.
type Meeting struct {
	Work      *Work
	Conflicts []change.Conflict
}

// Error says it in English; the window has words of its own.
func (m *Meeting) Error() string {
	return "somebody else saved this procedure meanwhile, with other words in the same places"
}

// ErrRefused says that words would not print as they are, so they are not saved:
// the ones that print now would be lost to the desk.
var ErrRefused = errors.New("these words would not print as they are")

// Save writes what was changed into the clinic's folder, as the clinic's own
// procedure, and counts its version up. Comments in the files stay, also those of
// a shipped procedure of which this is the first copy. What somebody else saved
// meanwhile is kept too; where both changed the same place, the error is a
// [*Meeting] and nothing is written. A procedure that is new keeps away from one that
// has its id by now: the error is [ErrTaken]. The history of the procedure has the words
// from before and these, with who saved them and why ([Work.Say]).
//
// No other desk saves meanwhile, and what is there is looked at when none can.
func Save(files store.FS, c clinic.Clinic, w *Work) error {
	id := w.now.Facts.ID
	return c.Alone(files, func(c clinic.Clinic, files store.FS) error {
		var p prepared
		own := path.Join("procedures", id)
		err := c.AsItIs(files, own, func() (err error) {
			if w.IsNew() {
				p, err = preparedNew(files, c, w)
			} else {
				p, err = prepare(c, w)
			}
			return err
		})
		if err != nil {
			return err
		}
		if err := saveNoted(files, c, p, w.reason); err != nil {
			return err
		}
		for _, at := range []string{path.Join(own, baseFolder), own} {
			_ = c.Fetch(files, at)
		}
		return nil
	})
}

// A prepared is a work as it is to be saved in the place of what is there.
type prepared struct {
	book       *library.Book // that is there; nil for none
	there, now change.Edition
	texts      map[string][]byte
}

// prepare puts a work together with what is there.
func prepare(c clinic.Clinic, w *Work) (p prepared, err error) {
	book, complaints, err := library.One(c.Source(), w.base.Facts.ID)
	if err != nil {
		return p, err
	}
	if len(complaints) > 0 {
		return p, complaints.Err()
	}
	there, now := EditionOf(book), w.now
	if len(change.Diff(w.base, there)) > 0 {
		merged, conflicts, err := change.Merge(w.base, w.now, there)
		if err != nil {
			return p, err
		}
		if len(conflicts) > 0 {
			return p, &Meeting{Resume(there, merged), conflicts}
		}
		now = merged
	}
	judged := Judge(&library.Judging{}, now)
	if judged.Refused() {
		return p, ErrRefused
	}
	p.book, p.there, p.now = book, there, finished(there, now, judged)
	if p.texts, err = written(book, p.now); err != nil || !book.Shipped {
		return p, err
	}
	base, err := baseOf(book) // the first copy remembers what it was made of
	maps.Copy(p.texts, base)
	return p, err
}

// saveNoted saves what is prepared, and then the note of it in the history.
func saveNoted(files store.FS, c clinic.Clinic, p prepared, r Reason) error {
	note, err := noted(files, c, p, r)
	if err != nil {
		return err
	}
	defer note.Drop() // nothing where it was kept
	if err := c.SaveProcedure(files, p.now.Facts.ID, p.texts); err != nil {
		return err
	}
	_ = note.Keep() // the words are saved; where the history lacks it, the next save notes them as found
	return nil
}

// Send asks for the review of all words of a procedure that are a draft, for a reason
// with a name and a day.
func Send(files store.FS, c clinic.Clinic, id string, r Reason) (clinic.Clinic, error) {
	book, _, err := library.One(c.Source(), id)
	if err != nil {
		return c, err
	}
	var requests []clinic.Request
	for _, language := range book.Languages() {
		words, _ := book.In(language)
		print := content.Fingerprint(&book.Procedure, words)
		if state, _ := c.SignOffs.State(book.Procedure.ID, language, print, r.When.Date); state == clinic.Draft {
			requests = append(requests, clinic.Request{Procedure: book.Procedure.ID, Language: language, Fingerprint: print, Who: r.Who, Date: r.When.Date, Note: r.Why})
		}
	}
	return c.SaveRequests(files, requests...)
}

// noted begins a note of a save in the history, which has also what was there before.
func noted(files store.FS, c clinic.Clinic, p prepared, r Reason) (*history.Note, error) {
	if p.book == nil {
		return history.Begin(files, c.Folder, saved(r), p.now)
	}
	known, err := history.Knows(files, c.Folder, p.there)
	if err != nil {
		return nil, err
	}
	if !known {
		before := history.Entry{Kind: history.Found, Date: r.When.Date}
		if p.book.Shipped {
			before.Kind = history.Shipped
		}
		note, err := history.Begin(files, c.Folder, before, p.there)
		if err == nil {
			err = note.Keep()
		}
		if err != nil {
			return nil, err
		}
	}
	return history.Begin(files, c.Folder, saved(r), p.now)
}

// saved is the entry of a save for a reason.
func saved(r Reason) history.Entry {
	e := history.Entry{Kind: history.Saved, Date: r.When.Date, Who: r.Who, Why: r.Why}
	if !r.When.IsZero() {
		e.Time = fmt.Sprintf("%02d:%02d", r.When.Minute/60, r.When.Minute%60)
	}
	return e
}

// finished is an edition as it is saved over another: with its version, and every
// translation says whether it is whole.
func finished(there, now change.Edition, judged library.Judged) change.Edition {
	told := tells(there, now)
	if told {
		now.Facts.Version = there.Facts.Version + 1
	}
	words := map[string]content.Words{}
	for language, w := range now.Words {
		one := func(e change.Edition) change.Edition {
			return change.Edition{Words: map[string]content.Words{language: e.Words[language]}}
		}
		if told && len(change.Diff(one(there), one(now))) > 0 {
			w.Version = now.Facts.Version
		}
		w.Partial = language != library.BaseLanguage && len(judged.Missing[language]) > 0
		words[language] = w
	}
	now.Words = words
	return now
}

// written are the files of an edition, made from those that are there.
func written(book *library.Book, now change.Edition) (map[string][]byte, error) {
	texts := map[string][]byte{}
	var err error
	if texts["procedure.yaml"], err = rewritten(book, "procedure.yaml", now.Facts); err != nil {
		return nil, err
	}
	for language, w := range now.Words {
		if texts[language+".yaml"], err = rewritten(book, language+".yaml", w); err != nil {
			return nil, err
		}
	}
	return texts, nil
}

// tells reports whether an edition tells anybody anything else than another: what is
// left to do about a document is nothing that is told.
func tells(before, after change.Edition) bool {
	if len(before.Words) != len(after.Words) {
		return true
	}
	for language, w := range after.Words {
		was := before.Words[language]
		if content.Fingerprint(&before.Facts, &was) != content.Fingerprint(&after.Facts, &w) {
			return true
		}
	}
	return false
}

// rewritten is the text of a file with what changed, or a new one.
func rewritten[T any](book *library.Book, name string, value T) ([]byte, error) {
	data, err := book.File(name)
	if errors.Is(err, fs.ErrNotExist) {
		return file.Write(value)
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	doc, complaints := file.Read(name, data, new(T))
	if len(complaints) > 0 {
		return nil, complaints.Err()
	}
	return doc.Update(value)
}
