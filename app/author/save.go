package author

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"

	"deskleaf/app/clinic"
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
// has its id by now: the error is [ErrTaken].
//
// No other desk saves meanwhile, and what is there is looked at when none can.
func Save(files store.FS, c clinic.Clinic, w *Work) error {
	id := w.now.Facts.ID
	return c.Alone(files, func(c clinic.Clinic) error {
		var texts map[string][]byte
		own := path.Join("procedures", id)
		err := c.AsItIs(files, own, func() (err error) {
			if w.IsNew() {
				texts, err = preparedNew(files, c, w)
			} else {
				texts, err = prepared(c, w)
			}
			return err
		})
		if err != nil {
			return err
		}
		if err := c.SaveProcedure(files, id, texts); err != nil {
			return err
		}
		if err := c.Fetch(files, path.Join(own, baseFolder)); err != nil {
			return err
		}
		return c.Fetch(files, own)
	})
}

// prepared are the files of a work as they are to be saved in the place of what is
// there.
func prepared(c clinic.Clinic, w *Work) (map[string][]byte, error) {
	book, complaints, err := library.Open(c.Source(), "").Book(w.base.Facts.ID)
	if err != nil {
		return nil, err
	}
	if len(complaints) > 0 {
		return nil, complaints.Err()
	}
	there, now := EditionOf(book), w.now
	if len(change.Diff(w.base, there)) > 0 {
		merged, conflicts, err := change.Merge(w.base, w.now, there)
		if err != nil {
			return nil, err
		}
		if len(conflicts) > 0 {
			return nil, &Meeting{Resume(there, merged), conflicts}
		}
		now = merged
	}
	judged := Judge(&library.Judging{}, now)
	if judged.Refused() {
		return nil, ErrRefused
	}
	texts, err := written(book, there, now, judged)
	if err != nil || !book.Shipped {
		return texts, err
	}
	base, err := baseOf(book) // the first copy remembers what it was made of
	maps.Copy(texts, base)
	return texts, err
}

// written are the files of an edition, made from those that are there.
func written(book *library.Book, there, now change.Edition, judged library.Judged) (map[string][]byte, error) {
	told := tells(there, now)
	if told {
		now.Facts.Version = there.Facts.Version + 1
	}
	texts := map[string][]byte{}
	var err error
	if texts["procedure.yaml"], err = rewritten(book, "procedure.yaml", now.Facts); err != nil {
		return nil, err
	}
	for language, w := range now.Words {
		one := func(e change.Edition) change.Edition {
			return change.Edition{Words: map[string]content.Words{language: e.Words[language]}}
		}
		if told && len(change.Diff(one(there), one(now))) > 0 {
			w.Version = now.Facts.Version
		}
		w.Partial = language != library.BaseLanguage && len(judged.Missing[language]) > 0
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
