package window

import (
	"cmp"
	"slices"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/history"
	"deskleaf/app/visit"
	"deskleaf/app/window/settings"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/civil"
	"deskleaf/widgets"
)

// changedSince are the differences from the words that were approved last to the
// ones that are to be approved, and a sentence that says since when; none where
// none were kept.
func (w *Window) changedSince(words *content.Words) (all []settings.Changed, since string) {
	e, ok := history.Last(w.deps.Files, w.clinic.Folder, w.clinic.SignOffs, w.book.Procedure.ID, words.Language)
	if !ok {
		return nil, ""
	}
	for _, c := range e.Since(&w.book.Procedure, words) {
		was, now := markedWords(c)
		all = append(all, settings.Changed{Where: placeWords(c), Was: was, Now: now})
	}
	return all, w.words.T("approve.changed", "who", e.SignOff.Who, "date", w.spoken().Printed(e.SignOff.Date))
}

// placeWords is where a change is, as files name it: "steps · ice · text".
func placeWords(c change.Change) string {
	keys := strings.Split(strings.TrimPrefix(c.Path, "/"), "/")
	return strings.Join(slices.DeleteFunc(keys[1:], func(k string) bool { return k == change.ListKey }), " · ")
}

// markedWords are both texts of a change, with the words strong that differ.
func markedWords(c change.Change) (was, now []widgets.Run) {
	for _, p := range change.Words(plainly(c.Before), plainly(c.After)) {
		run := widgets.Run{Text: p.Text + " ", Bold: p.Kind != change.Kept}
		if p.Kind != change.Added {
			was = append(was, run)
		}
		if p.Kind != change.Removed {
			now = append(now, run)
		}
	}
	return was, now
}

// plainly is a text without its marks; strong words are not what changed.
func plainly(text string) string { return strings.ReplaceAll(text, "**", "") }

// A review is words in one language that were approved here.
type review struct {
	signOff clinic.SignOff
	state   clinic.State
}

// showReviews lists all words that somebody here approved, those first whose next
// review is nearest, and goes to the one that is chosen.
func (w *Window) showReviews() {
	var reviews []review
	books, signOffs, today := w.library, w.clinic.SignOffs, w.today()
	w.background(func() { reviews = reviewsOf(books, signOffs, today) }, func() { w.listReviews(reviews) })
}

// reviewsOf are the last sign-offs of all procedures and languages that are here.
func reviewsOf(books Library, signOffs clinic.SignOffs, today civil.Date) []review {
	var all []review
	for _, book := range books.Editions() {
		for _, language := range book.Languages() {
			words, _ := book.In(language)
			id := book.Procedure.ID
			last, ok := signOffs.Last(id, language)
			if !ok || slices.ContainsFunc(all, func(r review) bool { return r.signOff.Procedure == id && r.signOff.Language == language }) {
				continue
			}
			state, s := signOffs.State(id, language, content.Fingerprint(&book.Procedure, words), today)
			if state == clinic.Draft {
				s = last
			}
			all = append(all, review{s, state})
		}
	}
	slices.SortFunc(all, func(a, b review) int {
		return cmp.Or(cmp.Compare(dueOrder(a.state), dueOrder(b.state)), a.signOff.Next.Compare(b.signOff.Next),
			cmp.Compare(a.signOff.Procedure, b.signOff.Procedure), cmp.Compare(a.signOff.Language, b.signOff.Language))
	})
	return all
}

// dueOrder puts first what waits for somebody.
func dueOrder(s clinic.State) int {
	return slices.Index([]clinic.State{clinic.Draft, clinic.Due, clinic.Approved}, s)
}

func (w *Window) listReviews(reviews []review) {
	t := w.words.T
	if len(reviews) == 0 {
		w.toast("reviews.none")
		return
	}
	var d *widgets.Dialog
	column := widgets.NewColumn(6, widgets.NewText(widgets.BodyStyle, widgets.Plain(t("reviews.text"))))
	var first *widgets.Link
	for _, r := range reviews {
		s := r.signOff
		link := widgets.NewLink(t("reviews.what", "procedure", w.titleOf(s.Procedure), "language", w.languageName(s.Language)), func() {
			d.Close()
			w.Choose(s.Procedure)
			w.find.Mark(s.Procedure)
			w.edit(func(v *visit.Visit) { v.Language = s.Language })
		})
		if first == nil {
			first = link
		}
		key := map[clinic.State]string{clinic.Draft: "reviews.changed", clinic.Due: "reviews.due", clinic.Approved: "reviews.approved"}[r.state]
		column.Add(link)
		column.Add(widgets.NewText(widgets.MutedStyle, widgets.Plain(t(key, "who", s.Who, "date", w.spoken().Printed(s.Date), "next", w.spoken().Printed(s.Next)))))
	}
	d = widgets.NewDialog(t("reviews.title"), column, widgets.Action{Text: t("dialog.close"), Cancel: true, Default: true})
	d.Width = 560
	d.Show(w.frame.Canvas(), first)
}
