package author

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/file"
	"deskleaf/content/library"
)

// BeginNew begins a procedure that is in no library yet, with an edition to start
// from.
func BeginNew(now change.Edition) *Work {
	return Resume(change.Edition{Facts: content.Procedure{ID: now.Facts.ID}}, now)
}

// IsNew reports whether the procedure is in no library yet.
func (w *Work) IsNew() bool { return len(w.base.Words) == 0 }

// As is a new procedure under another id. Nothing can be taken back in it.
func (w *Work) As(id string) *Work {
	now := w.now
	now.Facts.ID = id
	same := BeginNew(now)
	same.reason = w.reason
	return same
}

// NameOf is what an edition calls its procedure, in whatever language it has a name.
func NameOf(e change.Edition) string {
	if name := e.Words[library.BaseLanguage].Short; name != "" {
		return name
	}
	for _, w := range e.Words {
		if w.Short != "" {
			return w.Short
		}
	}
	return e.Facts.ID
}

// ErrTaken says that another procedure has the id of a new one: somebody saved it
// since. Nothing was written.
var ErrTaken = errors.New("another procedure has this id by now")

// preparedNew is a procedure that no library has, as it is to be saved.
func preparedNew(files store.FS, c clinic.Clinic, w *Work) (p prepared, err error) {
	id := w.now.Facts.ID
	_, _, err = library.One(c.Source(), id)
	if !errors.Is(err, library.ErrUnknown) {
		return p, ErrTaken
	}
	if there, err := files.ReadDir(filepath.Join(c.Folder, "procedures", id)); err == nil && slices.ContainsFunc(there, func(e fs.DirEntry) bool { return !strings.HasPrefix(e.Name(), ".") }) {
		return p, ErrTaken // one whose files cannot be read, not what a save left that came no further
	}
	judged := Judge(&library.Judging{}, w.now)
	if judged.Refused() {
		return p, ErrRefused
	}
	now := w.now
	now.Words = cloned(now.Words)
	for language, words := range now.Words {
		if words.Imported != nil {
			words.Imported = words.Imported.Done()
			now.Words[language] = words
		}
	}
	p.now = finished(change.Edition{}, now, judged)
	p.texts, err = Files(p.now)
	return p, err
}

// Files are the files of an edition that has none yet, by their names.
func Files(e change.Edition) (map[string][]byte, error) {
	judged := Judge(&library.Judging{}, e)
	e.Facts.Version = max(e.Facts.Version, 1)
	facts, err := file.Write(e.Facts)
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", e.Facts.ID, err)
	}
	texts := map[string][]byte{"procedure.yaml": facts}
	for language, w := range e.Words {
		w.Version = e.Facts.Version
		w.Partial = language != library.BaseLanguage && len(judged.Missing[language]) > 0
		if texts[language+".yaml"], err = file.Write(w); err != nil {
			return nil, fmt.Errorf("write %s: %w", e.Facts.ID, err)
		}
	}
	return texts, nil
}

// WithImported is an edition in which what is left to do about the document of one
// language is another; nil for nothing.
func WithImported(e change.Edition, language string, m *content.Imported) change.Edition {
	w := e.Words[language]
	w.Imported = m
	e.Words = cloned(e.Words)
	e.Words[language] = w
	return e
}

// Imported is the language whose words were begun from a document of which something
// is left to do, and what; nil for none.
func Imported(e change.Edition) (language string, m *content.Imported) {
	var tags []string
	for tag, w := range e.Words {
		if w.Imported != nil {
			tags = append(tags, tag)
		}
	}
	if len(tags) == 0 {
		return "", nil
	}
	language = slices.Min(tags)
	return language, e.Words[language].Imported
}
