package window

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/cost/prices"
	"deskleaf/app/share"
	"deskleaf/widgets"
)

// An elsewhere is what somebody else changed in the clinic's folder.
type elsewhere struct {
	procedures []string // ids
	files      []string // keys of the words for what they are: "changed.prices"
}

// changedKey is the key of the words for what a file at the top of a clinic's folder is
// about; "" for one that nobody knows.
func changedKey(path string) string {
	if path == prices.File {
		return "changed.prices"
	}
	if about := clinic.About(path); about != "" {
		return "changed." + about
	}
	return ""
}

// changedSinceRead is what the files that changed are about, without what this window
// wrote itself, and without a procedure in sight that says what it said: the files of one
// save may be seen in several looks.
func (w *Window) changedSinceRead(l look) elsewhere {
	var c elsewhere
	own := w.folder.saved
	for _, path := range l.news.Changed {
		id, found := strings.CutPrefix(path, "procedures/")
		id, _, _ = strings.Cut(id, "/")
		if own != "" && (id == own || path == own) {
			w.folder.saved = ""
		}
		if found && id != own && !w.shows(l, id) && !slices.Contains(c.procedures, id) {
			c.procedures = append(c.procedures, id)
		}
	}
	for _, path := range l.news.Changed {
		if key := changedKey(path); key != "" && path != own && w.differs(path, l.loaded) {
			c.files = append(c.files, key)
		}
	}
	return c
}

// shows reports whether a procedure is in sight with the words that a look found.
func (w *Window) shows(l look, id string) bool {
	return w.book != nil && l.book != nil && id == l.shown && id == w.book.Procedure.ID &&
		reflect.DeepEqual(w.book.Procedure, l.book.Procedure) && reflect.DeepEqual(w.book.Words, l.book.Words)
}

// differs reports whether a file at the top says something else than the window has.
func (w *Window) differs(path string, l loaded) bool {
	if path == prices.File {
		return !slices.Equal(w.prices, l.prices)
	}
	return w.clinic.Differs(&l.clinic, path)
}

// mostChanged is how many things are named.
const mostChanged = 3

// tellChanged says what somebody else changed: in a band where it is what somebody
// works with now, else in passing.
func (w *Window) tellChanged(c elsewhere) {
	var names []string
	for _, id := range c.procedures {
		names = append(names, w.titleOf(id))
	}
	for _, key := range c.files {
		names = append(names, w.words.T(key))
	}
	if len(names) == 0 {
		return
	}
	if w.editShown() && slices.Contains(c.procedures, w.editor.Work().Base().Facts.ID) {
		w.tellNews(w.words.T("changed.editing"), w.words.T("changed.editing.details"))
		return
	}
	if w.book != nil && slices.Contains(c.procedures, w.book.Procedure.ID) {
		w.tellNews(w.words.T("changed.shown", "procedure", w.titleOf(w.book.Procedure.ID)), w.words.T("changed.shown.details"))
		return
	}
	if more := len(names) - mostChanged; more > 0 {
		w.toast("changed.many", "what", strings.Join(names[:mostChanged], ", "), "n", more)
		return
	}
	w.toast("changed.toast", "what", strings.Join(names, ", "))
}

// tellNews says in a band that another desk changed what is in sight, as long as that is in
// sight.
func (w *Window) tellNews(title, text string) {
	w.dropNews()
	w.folder.news = w.notices.add(widgets.Inform, title, text)
}

// dropNews takes that band away, because something else is in sight, or somebody is done
// with it.
func (w *Window) dropNews() {
	if w.folder.news != nil {
		w.notices.remove(w.folder.news)
		w.folder.news = nil
	}
}

// whyShared says in the window's words why something was not saved where several
// desks save; "" for any other reason.
func (w *Window) whyShared(err error) string {
	if busy, ok := errors.AsType[*share.Busy](err); ok {
		return w.words.T("shared.busy", "computer", busy.Computer)
	}
	if met, ok := errors.AsType[*clinic.Met](err); ok {
		w.lookForFolder()
		places := strings.Join(met.Places, ", ")
		if met.File == prices.File {
			places = w.words.T("changed.prices")
		}
		return w.words.T("shared.met", "file", met.File, "places", places)
	}
	if away, ok := errors.AsType[*clinic.AwayError](err); ok {
		return w.words.T("away."+string(away.Away), "folder", away.Folder)
	}
	switch {
	case errors.Is(err, share.ErrLost):
		return w.words.T("shared.lost")
	case errors.Is(err, share.ErrNoAnswer):
		return w.words.T("shared.no-answer")
	}
	return ""
}
