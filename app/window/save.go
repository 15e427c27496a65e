package window

import (
	"errors"
	"path/filepath"

	"deskleaf/app/handout"
	"deskleaf/app/journal"
	"deskleaf/app/sheet"
	"deskleaf/app/store"
	"deskleaf/widgets"
)

// save asks where to save the handout. The proposal is a file name that says
// procedure and date, never the patient, in the folder used last: Enter takes it.
func (w *Window) save() {
	in, err := w.input()
	if err != nil {
		w.band(widgets.Fail, w.words.T("fail.pages"), w.whyNoPages(err))
		return
	}
	w.visited()
	w.askWhere(w.saveFolder(), handout.FileName(in), w.saveAs)
}

// saveFolder is the folder to propose.
func (w *Window) saveFolder() string {
	if w.desk.SaveFolder != "" {
		return w.desk.SaveFolder
	}
	return w.deps.Documents
}

// A saving is what may come of writing a file.
type saving struct {
	done   func()
	exists func()             // there is a file of that name
	failed func(words string) // why nothing was written
}

// saveAs writes the handout to a path. A file that is there already is replaced
// only where replace says so.
func (w *Window) saveAs(path string, replace bool, s saving) {
	w.make(func(d draft) { w.writePages(withPDF(path), replace, d.pages, s) })
}

// writePages writes pages as a PDF and says what became of it.
func (w *Window) writePages(path string, replace bool, pages *sheet.Pages, s saving) {
	write := store.SaveNew
	if replace {
		write = store.Save
	}
	var err error
	w.background(func() {
		var pdf []byte
		if pdf, err = pages.PDF(); err == nil {
			err = write(w.deps.Files, path, pdf)
		}
	}, func() {
		switch {
		case err == nil:
			w.saved(path, len(pages.List))
			s.done()
		case errors.Is(err, store.ErrExists):
			s.exists()
		default:
			w.note(journal.Failed("save", reasonOf(err)))
			s.failed(w.whyNotSaved(path, err))
		}
	})
}

// saved remembers the folder and says what was written.
func (w *Window) saved(path string, pages int) {
	w.keepFolder(filepath.Dir(path))
	w.note(journal.Saved(pages))
	w.toast(count("save.done", pages), "n", pages, "file", filepath.Base(path), "folder", filepath.Dir(path))
}

// keepFolder remembers a folder for the next proposal.
func (w *Window) keepFolder(folder string) {
	if w.desk.SaveFolder != folder {
		w.desk.SaveFolder = folder
		w.saveDesk()
	}
}

// whyNotSaved says in the window's words why a file was not written.
func (w *Window) whyNotSaved(path string, err error) string {
	if known, ok := errors.AsType[*store.Error](err); ok && known.Reason != store.Other {
		return w.words.T("save."+string(known.Reason), "file", filepath.Base(path), "folder", filepath.Dir(path))
	}
	return w.words.T("save.other", "file", filepath.Base(path), "why", err)
}
