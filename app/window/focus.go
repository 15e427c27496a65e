package window

import (
	"fyne.io/fyne/v2"
)

// typedKey gets the keys that nothing with the focus had a use for.
func (w *Window) typedKey(event *fyne.KeyEvent) {
	w.awake()
	if w.typedAlone(event) {
		return
	}
	if event.Name == fyne.KeyEscape {
		w.focusSearch() // out of the editor too: nothing is lost
	}
}

// typedRune gets letters that nothing had a use for: over the list, the text and the
// buttons beside the search they begin a new search. Over the handout they are let go, so that a letter
// beside Ctrl never takes the procedure away.
func (w *Window) typedRune(r rune) {
	if w.editShown() {
		return // a letter beside a field is no search
	}
	switch focused := w.frame.Canvas().Focused(); {
	case focused == nil, focused == fyne.Focusable(w.find.List), focused == w.read.Focusable(), w.bar.holds(focused):
		w.focusSearch()
		w.find.Entry.TypedRune(r)
	}
}

// focusSearch gives the focus to the search, its text selected.
func (w *Window) focusSearch() {
	if w.frame != nil {
		w.closeDay()
		w.closeEdit()
		w.find.Focus(w.frame.Canvas())
	}
}

// accept goes on with the procedure that is shown: it counts as used, and the
// date of the visit has the focus.
func (w *Window) accept() {
	if w.book == nil {
		if w.awaited { // whoever types on must not type into the search
			w.eager = true
			w.focusWhen()
		}
		return
	}
	w.visited()
	w.accepted = w.book.Procedure.ID
	w.focusWhen()
	w.followTour()
}

// back shows the procedure that was worked with before the search began.
func (w *Window) back() {
	if w.accepted != "" {
		w.chooseThen(w.accepted, func() { w.find.Mark(w.accepted) })
	}
}

// focusWhen gives the focus to the date of the visit, unfolding the panel.
func (w *Window) focusWhen() {
	if !w.regions.shows() {
		w.togglePanel()
	}
	w.panel.FocusWhen(w.frame.Canvas())
}

// unfoldExtras shows the extras of the handout and gives the focus to the first.
func (w *Window) unfoldExtras() {
	if !w.regions.shows() {
		w.togglePanel()
	}
	w.panel.UnfoldExtras(w.frame.Canvas())
}

// nextRegion goes to the next part of the window: search, procedures, text,
// handout.
func (w *Window) nextRegion() {
	if w.editShown() {
		w.editor.Focus()
		return
	}
	c := w.frame.Canvas()
	text := w.read.Focusable()
	switch c.Focused() {
	case w.find.Entry:
		if w.regions.list.Visible() {
			c.Focus(w.find.List)
			return
		}
		fallthrough
	case w.find.List:
		if text != nil && w.regions.read.Visible() {
			c.Focus(text)
			return
		}
		fallthrough
	case text:
		if w.regions.shows() {
			w.panel.FocusWhen(c)
			return
		}
	}
	w.focusSearch()
}

// togglePanel folds the handout panel or unfolds it.
func (w *Window) togglePanel() {
	if w.dayShown() || w.editShown() {
		w.closeDay()
		w.closeEdit()
		if w.regions.shows() {
			return
		}
	}
	w.regions.toggle()
	w.foldChanged()
	w.relayout()
	w.regions.Layout(nil, w.whole.middle.Size())
	if !w.regions.shows() && w.panel.Holds(w.frame.Canvas().Focused()) {
		w.focusSearch()
	}
}

// foldsAway goes to the search where the panel folds under somebody's hands.
func (w *Window) foldsAway() {
	if w.panel.Holds(w.frame.Canvas().Focused()) {
		w.focusSearch()
	}
}

// foldChanged tells the panel whether it covers the list.
func (w *Window) foldChanged() { w.panel.SetState(w.panelState()) }

// dialogOpen reports whether something lies over the window.
func (w *Window) dialogOpen() bool {
	return w.frame != nil && w.frame.Canvas().Overlays().Top() != nil
}
