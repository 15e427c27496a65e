package window

import (
	"cmp"
	"slices"
	"strings"

	"deskleaf/app/author/when"
	"deskleaf/app/clinic"
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
	e, ok := w.approved[words.Language]
	if !ok {
		return nil, ""
	}
	for _, c := range e.Since(&w.book.Procedure, words) {
		was, now := w.markedWords(c)
		all = append(all, settings.Changed{Where: w.placeWords(c), Was: was, Now: now})
	}
	return all, w.words.T("approve.changed", "who", e.SignOff.Who, "date", w.spoken().Printed(e.SignOff.Date))
}

// placeWords is where a change is, as the editor names it, with the names that files
// give to steps and the like: "Step · ice · text".
func (w *Window) placeWords(c change.Change) string {
	keys := strings.Split(strings.TrimPrefix(c.Path, "/"), "/")[1:]
	keys = slices.DeleteFunc(keys, func(k string) bool { return k == change.ListKey })
	told := make([]string, len(keys))
	for i, key := range keys {
		name := "place." + key
		switch {
		case i == 0:
			name = "newer.piece." + key
		case i == 1 && keys[0] == "sections":
			name = "section." + key
		}
		if told[i] = key; w.words.Has(name) {
			told[i] = w.words.T(name)
		}
	}
	return strings.Join(told, " · ")
}

// markedWords are both texts of a change, with the words strong that differ.
func (w *Window) markedWords(c change.Change) (was, now []widgets.Run) {
	for _, p := range change.Words(plainly(w.valueWords(c.Path, c.Before)), plainly(w.valueWords(c.Path, c.After))) {
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

// valueWords are a value of the files as people read it: when a step is due, in the
// language of the window.
func (w *Window) valueWords(path, value string) string {
	if !strings.HasSuffix(path, "/when") {
		return value
	}
	due, err := content.ParseTiming(value)
	if err != nil {
		return value
	}
	return when.New(w.words, nil).Say(due)
}

// plainly is a text without its marks; strong words are not what changed.
func plainly(text string) string { return strings.ReplaceAll(text, "**", "") }

// A review is how far words in one language are reviewed here.
type review struct {
	procedure, language string
	state               clinic.State
	signOff             clinic.SignOff // the last one, perhaps of other words; the zero value for none
	request             clinic.Request // of a draft in review
}

// showReviews lists all words that somebody here wrote or approved, those first
// that wait for somebody, and goes to the one that is chosen.
func (w *Window) showReviews() {
	var reviews []review
	books, signOffs, today := w.library, w.clinic.SignOffs, w.today()
	w.background(func() { reviews = reviewsOf(books, signOffs, today) }, func() { w.listReviews(reviews) })
}

// reviewsOf are all words that are the clinic's own, or were approved or sent to
// review here.
func reviewsOf(books Library, signOffs clinic.SignOffs, today civil.Date) []review {
	var all []review
	seen := map[[2]string]bool{} // what ships comes after what stands in for it
	for _, book := range books.Editions() {
		for _, language := range book.Languages() {
			words, _ := book.In(language)
			r := review{procedure: book.Procedure.ID, language: language}
			print := content.Fingerprint(&book.Procedure, words)
			r.state, _ = signOffs.State(r.procedure, language, print, today)
			r.signOff, _ = signOffs.Last(r.procedure, language)
			r.request, _ = signOffs.Request(r.procedure, language, print)
			key := [2]string{r.procedure, language}
			if !seen[key] && (r.state != clinic.Draft || r.signOff.Who != "" || !book.Shipped) {
				all = append(all, r)
			}
			seen[key] = true
		}
	}
	slices.SortFunc(all, func(a, b review) int {
		return cmp.Or(cmp.Compare(dueOrder(a.state), dueOrder(b.state)), a.signOff.Next.Compare(b.signOff.Next),
			cmp.Compare(a.procedure, b.procedure), cmp.Compare(a.language, b.language))
	})
	return all
}

// dueOrder puts first what waits for somebody.
func dueOrder(s clinic.State) int {
	return slices.Index([]clinic.State{clinic.InReview, clinic.Expired, clinic.Due, clinic.Draft, clinic.Approved}, s)
}

// reviewWords say how far words are reviewed.
func (w *Window) reviewWords(r review) string {
	s, key := r.signOff, "reviews.approved"
	switch {
	case r.state == clinic.InReview && r.request.Note == "":
		return w.words.T("reviews.asked", "who", r.request.Who, "date", w.spoken().Printed(r.request.Date))
	case r.state == clinic.InReview:
		return w.words.T("reviews.asked.why", "who", r.request.Who, "date", w.spoken().Printed(r.request.Date), "why", r.request.Note)
	case r.state == clinic.Draft && s.Who == "":
		return w.words.T("reviews.draft")
	case r.state == clinic.Draft:
		key = "reviews.changed"
	case r.state == clinic.Due:
		key = "reviews.due"
	case r.state == clinic.Expired:
		key = "reviews.expired"
	}
	return w.words.T(key, "who", s.Who, "date", w.spoken().Printed(s.Date), "next", w.spoken().Printed(s.Next))
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
		link := widgets.NewLink(t("reviews.what", "procedure", w.titleOf(r.procedure), "language", w.languageName(r.language)), func() {
			d.Close()
			w.chooseThen(r.procedure, func() {
				w.find.Mark(r.procedure)
				w.edit(func(v *visit.Visit) { v.Language = r.language })
			})
		})
		if first == nil {
			first = link
		}
		column.Add(link)
		column.Add(widgets.NewText(widgets.MutedStyle, widgets.Plain(w.reviewWords(r))))
	}
	d = widgets.NewDialog(t("reviews.title"), column, widgets.Action{Text: t("dialog.close"), Cancel: true, Default: true})
	d.Width = 560
	d.Show(w.frame.Canvas(), first)
}
