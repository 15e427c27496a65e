package window

import (
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"sync"

	"deskleaf/app/desk"
	"deskleaf/app/journal"
	"deskleaf/app/store"
	"deskleaf/app/visit"
	"deskleaf/widgets"
)

// visited puts the procedure that is read among the recent ones. It is called
// when somebody works with it, not while they type.
func (w *Window) visited() {
	if w.book == nil || len(w.desk.Recent) > 0 && w.desk.Recent[0] == w.book.Procedure.ID {
		return
	}
	w.desk.Visited(w.book.Procedure.ID)
	w.saveDesk()
	w.find.Refresh()
}

// toggleFavorite stars the procedure that is read, or no longer.
func (w *Window) toggleFavorite() { w.star(w.book.Procedure.ID) }

// star changes whether a procedure is a favorite.
func (w *Window) star(id string) {
	on := !w.desk.Starred(id)
	w.desk.Star(id, on)
	w.saveDesk()
	w.find.Refresh()
	if on {
		w.toast("favorite.on", "procedure", w.titleOf(id))
	} else {
		w.toast("favorite.off", "procedure", w.titleOf(id))
	}
}

// usualExtras ticks the extras that this procedure had at this desk the last time.
// What was typed into them is never kept.
func (w *Window) usualExtras() {
	for _, id := range w.desk.Extras[w.visit.Procedure] {
		if e := visit.Extra(id); slices.Contains(visit.Extras, e) {
			w.visit.SetExtra(e, true)
		}
	}
}

// rememberExtras keeps which extras are ticked for the procedure.
func (w *Window) rememberExtras() {
	ids := make([]string, len(w.visit.Extras))
	for i, e := range w.visit.Extras {
		ids[i] = string(e)
	}
	w.desk.SetExtras(w.visit.Procedure, ids)
	w.saveDesk()
}

// saveDesk writes desk.yaml away from the window's thread. It holds nothing of a
// patient.
func (w *Window) saveDesk() {
	if w.deps.SaveDesk == nil {
		return // the file is a newer program's; a notice said so at the start
	}
	state := w.desk
	state.Favorites = append([]string(nil), state.Favorites...)
	state.Recent = append([]string(nil), state.Recent...)
	state.Extras = maps.Clone(state.Extras)
	var err error
	save := w.deskSave(state)
	w.background(func() { err = save() }, func() {
		if err != nil {
			w.failDesk(err)
		}
	})
}

// deskSaves has desk.yaml written by one goroutine at a time, and never an older state in
// the place of a newer.
type deskSaves struct {
	mu      sync.Mutex
	written int // the number of the state that was written last
	asked   int // counts states; only for the window's thread
}

// deskSave writes a state, unless a newer one is written by then. Only asking for it is for
// the window's thread.
func (w *Window) deskSave(state desk.Desk) func() error {
	w.deskSaves.asked++
	n, saves := w.deskSaves.asked, &w.deskSaves
	return func() error {
		saves.mu.Lock()
		defer saves.mu.Unlock()
		if n < saves.written {
			return nil
		}
		saves.written = n
		return w.deps.SaveDesk(state)
	}
}

// failDesk says why the desk's settings were not saved. Nobody at the desk can choose
// another place for them.
func (w *Window) failDesk(err error) {
	e, ok := errors.AsType[*store.Error](err)
	if !ok || !w.words.Has("desk."+string(e.Reason)) {
		w.fail("fail.desk", err)
		return
	}
	w.note(journal.Failed("desk", reasonOf(err)))
	w.band(widgets.Caution, w.words.T("fail.desk"), w.words.T("desk."+string(e.Reason), "folder", filepath.Dir(e.Path)))
}

// Text sizes of the window, in percent.
const (
	leastSize = 80
	mostSize  = 200
	sizeStep  = 10
)

func (w *Window) larger()     { w.setSize(w.desk.Size() + sizeStep) }
func (w *Window) smaller()    { w.setSize(w.desk.Size() - sizeStep) }
func (w *Window) normalSize() { w.setSize(100) }

// setSize gives the window a text size, within bounds.
func (w *Window) setSize(percent int) {
	w.desk.TextSize = min(max(percent, leastSize), mostSize)
	w.applyTheme()
	w.saveDesk()
}
