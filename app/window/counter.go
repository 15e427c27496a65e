package window

import (
	"cmp"
	"slices"

	"deskleaf/app/visit"
	"deskleaf/app/window/read"
	"deskleaf/content"
	"deskleaf/content/library"
	"deskleaf/content/phrases"
)

// edit changes the visit by what a person did in the panel and shows what
// follows from it everywhere.
func (w *Window) edit(change func(*visit.Visit)) {
	side, extras := w.visit.Side, slices.Clone(w.visit.Extras)
	change(&w.visit)
	w.followSide(side)
	if !slices.Equal(extras, w.visit.Extras) {
		w.rememberExtras()
	}
	w.awake()
	w.showVisit()
}

// NextPatient forgets everything about this one: the visit, the search, what was
// opened in the viewer, and what could be printed again.
func (w *Window) NextPatient() {
	w.frame.Canvas().Unfocus() // an answer that was being written belongs to what is in sight now
	w.closeEdit()
	w.stopTour()
	w.patient++
	w.unawait()
	w.visit.Clear()
	w.forgetMoney()
	w.book, w.approved = nil, nil
	w.printed, w.accepted, w.sideless = nil, "", ""
	w.closeDay()
	w.day.Clear()
	w.sidelessLines = 0
	w.begin()
	w.wipeViewed()
	w.emptyClipboard()
	w.find.Clear()
	w.panel.Clear()
	w.dropNews()
	w.read.Select(read.Tabs[0])
	w.notices.clear()
	w.followLibrary()
	w.showAll()
	w.awake()
	w.focusSearch()
}

// begin sets what belongs to the desk on a fresh visit: the language and size
// that its handouts usually have.
func (w *Window) begin() {
	w.visit.Language, w.visit.Large = w.usualLanguage(), w.desk.Large
}

// usualLanguage is the language that handouts begin with: what the desk has chosen,
// else that of the window, where there are handouts in it.
func (w *Window) usualLanguage() string {
	if language := cmp.Or(w.desk.Handout, w.words.Language); slices.Contains(phrases.Languages(), language) {
		return language
	}
	return library.BaseLanguage
}

// firstLanguage is the language that a procedure's handout begins with: the
// desk's where the procedure has it, else English, else any.
func (w *Window) firstLanguage() string {
	for _, l := range []string{w.usualLanguage(), library.BaseLanguage} {
		if w.printsIn(l) {
			return l
		}
	}
	if whole := w.languagesToPrint(); len(whole) > 0 {
		return whole[0]
	}
	return library.BaseLanguage
}

func (w *Window) hasLibrary() bool { return w.library != nil }

// hasProcedure reports whether a procedure is shown to do something with.
func (w *Window) hasProcedure() bool { return w.book != nil && !w.dayShown() && !w.editShown() }
func (w *Window) hasSides() bool     { return w.hasProcedure() && len(w.book.Procedure.Sides) > 0 }
func (w *Window) hasLanguages() bool { return w.hasProcedure() && len(w.languagesToPrint()) > 1 }
func (w *Window) hasPrinted() bool   { return w.printed != nil }

// holdsVisit reports whether there is anything of a patient to forget.
func (w *Window) holdsVisit() bool {
	v := w.visit
	return w.book != nil || !v.Date.IsZero() || v.Name != "" || v.Doctor != "" || v.Place != "" || len(v.Answers) > 0 || w.printed != nil ||
		v.Note != "" || v.Driver != "" || len(v.Plan.Lines) > 0 || w.day != nil && w.day.Holds() || w.holdsMoney() || w.estimating
}

// nextSide chooses the side after the one chosen.
func (w *Window) nextSide() {
	sides := w.book.Procedure.Sides
	w.edit(func(v *visit.Visit) { v.Side = following(sides, v.Side) })
}

// asksSide asks for the side before pages of a procedure that has one go out without
// it, and reports whether it did: once a patient and procedure. Who then does the
// same again means the page with a line to write it on.
func (w *Window) asksSide() bool {
	if !w.hasSides() || w.visit.Side != content.NoSide || w.sideless == w.book.Procedure.ID {
		return false
	}
	w.sideless = w.book.Procedure.ID
	if !w.regions.shows() {
		w.togglePanel()
	}
	w.panel.FocusSide(w.frame.Canvas())
	w.toast("side.ask")
	return true
}

// nextLanguage gives the handout its next language.
func (w *Window) nextLanguage() {
	languages := w.languagesToPrint()
	w.edit(func(v *visit.Visit) { v.Language = following(languages, v.Language) })
}

func (w *Window) toggleLarge() { w.edit(func(v *visit.Visit) { v.Large = !v.Large }) }

// following is the one after current in a list that goes round; the first where
// current is not in it.
func following[T comparable](all []T, current T) T {
	return all[(slices.Index(all, current)+1)%len(all)]
}
