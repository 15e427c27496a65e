package window

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/window/settings"
	"deskleaf/content/change"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// lookForNewer looks, away from the window's thread, for procedures that the clinic
// has changed and of which this Deskleaf brings other words than those were made of.
func (w *Window) lookForNewer() {
	var found []author.Newer
	w.newerLooks++
	look, c, books := w.newerLooks, w.clinic, w.library
	w.background(func() { found = author.FindNewer(w.deps.Files, c, books.Book) }, func() {
		if look != w.newerLooks {
			return // another look is on its way
		}
		w.newer = found
		if w.newerBand != nil {
			w.notices.remove(w.newerBand)
			w.newerBand = nil
		}
		if n := len(found); n > 0 {
			w.newerBand = w.notices.last(w.notices.add(widgets.Inform, w.words.T(count("newer.told", n), "n", n), w.words.T("newer.told.details"),
				widgets.NewLink(w.words.T("newer.look"), func() { w.do("newer") })))
		}
		w.find.Refresh()
		w.refreshMenu()
	})
}

func (w *Window) hasNewer() bool { return len(w.newer) > 0 && !w.dayShown() && !w.editShown() }

// markOf is what the list says of a procedure besides; "" for nothing.
func (w *Window) markOf(id string) string {
	if slices.ContainsFunc(w.newer, func(n author.Newer) bool { return n.ID() == id }) {
		return w.words.T("newer.mark")
	}
	return ""
}

// showNewer shows the clinic's words of a procedure beside those that ship now: of
// the one that is read, or else of the first.
func (w *Window) showNewer() {
	n := w.newer[0]
	if i := slices.IndexFunc(w.newer, func(n author.Newer) bool { return w.book != nil && n.ID() == w.book.Procedure.ID }); i >= 0 {
		n = w.newer[i]
	}
	t, places := w.words.T, n.Places()
	deps := settings.NewerDeps{Words: w.words, Intro: t("newer.intro", "procedure", w.titleOf(n.ID()))}
	for _, p := range places {
		deps.Pieces = append(deps.Pieces, w.newerPiece(n, p))
	}
	form := settings.NewNewer(deps)
	var d *widgets.Dialog
	decide := func(choose func(piece int) author.Decision) func() bool {
		return func() bool {
			decisions := make([]author.Decision, len(places))
			for i := range places {
				decisions[i] = choose(i)
			}
			w.decideNewer(d, form, n, places, decisions)
			return false
		}
	}
	box := &fyne.Container{Layout: tall{min(w.frame.Canvas().Size().Height-190, 430*w.scale())}, Objects: []fyne.CanvasObject{form.Content()}}
	d = widgets.NewDialog(t("newer.title", "procedure", w.titleOf(n.ID())), box,
		widgets.Action{Text: t("newer.later"), Cancel: true},
		widgets.Action{Text: t("newer.keep"), Do: decide(func(int) author.Decision { return author.Decision{} })},
		widgets.Action{Text: t("newer.all"), Do: decide(func(int) author.Decision { return author.Decision{Take: true} })},
		widgets.Action{Text: t("newer.marked"), Default: true, Do: decide(func(i int) author.Decision {
			take, own, text := form.Chosen(i)
			return author.Decision{Take: take, Own: own, Text: text}
		})})
	d.Width = 760
	d.Show(w.frame.Canvas(), form.First())
}

// newerPiece is one place as the dialog shows it.
func (w *Window) newerPiece(n author.Newer, p author.Place) settings.NewerPiece {
	piece := settings.NewerPiece{Label: w.pieceWords(n, p.Part), Conflict: p.Conflict, Text: p.Path != "", Ours: p.Ours}
	if piece.Text {
		ours, ships := w.markedWords(change.Change{Before: p.Ours, After: p.Ships})
		where := w.languageName(p.Language)
		if id, of := strings.CutPrefix(p.Path, "sections."); of && w.words.Has("section."+id) {
			where += " · " + w.words.T("section."+id)
		}
		piece.Sides = []settings.NewerSide{{Where: where, Ours: ours, Ships: ships}}
		return piece
	}
	for _, c := range p.Changes {
		ours, ships := w.markedWords(c)
		piece.Sides = append(piece.Sides, settings.NewerSide{Where: w.changedWhere(c), Ours: ours, Ships: ships})
	}
	return piece
}

// pieceWords name a piece: what it is, and how it begins.
func (w *Window) pieceWords(n author.Newer, key string) string {
	kind, id, _ := strings.Cut(key, "/")
	name := kind
	if w.words.Has("newer.piece." + kind) {
		name = w.words.T("newer.piece." + kind)
	}
	for _, e := range []change.Edition{n.Ships, n.Ours} {
		words, ok := e.Words[w.words.Language]
		if !ok {
			words = e.Words[library.BaseLanguage]
		}
		text := map[string]string{"steps": words.Steps[id].Text, "signs": words.Signs[id]}[kind]
		if text != "" {
			return name + ": " + beginning(plainly(text))
		}
	}
	if id == "" {
		return name
	}
	return name + ": " + id
}

// mostBeginning is how many letters tell how a text begins.
const mostBeginning = 48

func beginning(text string) string {
	letters := []rune(text)
	if len(letters) <= mostBeginning {
		return text
	}
	return strings.TrimSpace(string(letters[:mostBeginning])) + "…"
}

// changedWhere says which language a change is in, or which fact it is.
func (w *Window) changedWhere(c change.Change) string {
	if language := c.Language(); language != "" {
		return w.languageName(language)
	}
	return w.placeWords(c)
}

// decideNewer saves what was decided, and goes on to the next.
func (w *Window) decideNewer(from *widgets.Dialog, form *settings.Newer, n author.Newer, places []author.Place, decisions []author.Decision) {
	now, undecided := n.Decided(places, decisions)
	files := w.deps.Files
	w.saveSoon(clinicSave{
		do: func(c clinic.Clinic) (clinic.Clinic, error) {
			if undecided != nil {
				return c, undecided
			}
			return c, author.Decide(files, c, n, now)
		},
		then: func(err error) {
			if errors.Is(err, author.ErrRefused) {
				form.Say(w.words.T("newer.refused"))
				return
			}
			from.Close()
			if err != nil {
				w.fail("fail.newer", err)
				return
			}
			w.newer = slices.DeleteFunc(w.newer, func(o author.Newer) bool { return o.ID() == n.ID() })
			w.folder.saved = n.ID()
			w.lookForFolder()
			w.toast("newer.done", "procedure", w.titleOf(n.ID()))
		},
	})
}
