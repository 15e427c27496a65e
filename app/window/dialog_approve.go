package window

import (
	"slices"
	"strings"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/history"
	"deskleaf/app/window/settings"
	"deskleaf/content"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// approve asks who approves the words of the handout as it is now.
func (w *Window) approve() {
	t, language := w.words.T, w.visit.Language
	words, ok := w.book.In(language)
	if !ok {
		w.toast("approve.not-whole", "language", w.languageName(language))
		return
	}
	facts := w.book.Procedure
	print := content.Fingerprint(&facts, words)
	changes, since := w.changedSince(words)
	form := settings.NewApproval(settings.ApprovalDeps{
		Words: w.words, Title: t("approve.title-language", "procedure", content.Plain(words.Short), "language", w.languageName(language)),
		Last: w.lastApproval(), Translated: language != library.BaseLanguage, Today: w.today(), Read: w.readWhen, Say: w.sayDayYear,
		Changed: changes, Since: since, Asked: w.askedWords(facts.ID, language, print),
	})
	var d *widgets.Dialog
	take := func() bool {
		if s, ok := form.SignOff(); ok {
			s.Procedure, s.Language, s.Fingerprint, s.Version = facts.ID, language, print, facts.Version
			w.saveApproval(d, history.Edition{Procedure: facts, Words: *words, SignOff: s})
		}
		return false
	}
	wrong := newWrong()
	d = widgets.NewDialog(t("approve.title"), widgets.NewColumn(10, wrong, form.Content()),
		widgets.Action{Text: t("dialog.cancel"), Cancel: true},
		widgets.Action{Text: t("approve.approve"), Icon: "approve", Default: true, Do: take})
	d.Width = 540
	d.Show(w.frame.Canvas(), form.First())
	w.tellWrong(d, wrong, author.EditionOf(w.book), language)
}

// lastApproval is the approval whose names are proposed again.
func (w *Window) lastApproval() clinic.SignOff {
	if _, last := w.reviewState(); last.Who != "" {
		return last
	}
	n := len(w.clinic.SignOffs.List)
	if n == 0 {
		return clinic.SignOff{}
	}
	last := w.clinic.SignOffs.List[n-1]
	last.Translator = ""
	return last
}

// saveApproval keeps the words and that they are approved.
func (w *Window) saveApproval(from *widgets.Dialog, e history.Edition) {
	files := w.deps.Files
	w.saveSoon(clinicSave{
		from: from,
		do: func(c clinic.Clinic) (clinic.Clinic, error) {
			c, err := history.Approve(files, c, e)
			if kept, unread := history.Of(files, c.Folder, e.SignOff); err == nil && unread == nil {
				e = kept
			}
			return c, err
		},
		then: func(err error) {
			if err != nil {
				w.fail("fail.approve", err)
				return
			}
			w.approvedNow(e)
			w.showAll()
			w.toast("approve.done", "who", e.SignOff.Who)
		},
	})
}

// askedWords say who asked for the review of these words, and why; "" for nobody.
func (w *Window) askedWords(procedure, language, print string) string {
	r, ok := w.clinic.SignOffs.Request(procedure, language, print)
	if !ok {
		return ""
	}
	says := w.words.T("review.asked", "who", r.Who, "date", w.spoken().Printed(r.Date))
	if r.Note == "" {
		return says + "."
	}
	return says + ": " + r.Note
}

// unreviewed are the languages of the procedure whose words are a draft that
// nobody asked to have reviewed.
func (w *Window) unreviewed() []string {
	return slices.DeleteFunc(w.book.Languages(), func(language string) bool {
		state, _ := w.stateIn(language)
		return state != clinic.Draft
	})
}

// sendToReview asks for a review of all words of the procedure that are a draft.
func (w *Window) sendToReview() {
	t, languages := w.words.T, w.unreviewed()
	if len(languages) == 0 {
		w.toast("review.none")
		return
	}
	names := make([]string, len(languages))
	for i, l := range languages {
		names[i] = w.languageName(l)
	}
	form := settings.NewReason(w.words, t("review.text", "procedure", w.titleOf(w.book.Procedure.ID), "languages", strings.Join(names, ", ")), w.desk.Who, "")
	book := w.book
	var d *widgets.Dialog
	take := func() bool {
		if who, why, ok := form.Said(); ok {
			w.rememberWho(who)
			w.saveRequests(d, book, languages, who, why)
		}
		return false
	}
	d = widgets.NewDialog(t("review.title"), form.Content(),
		widgets.Action{Text: t("dialog.cancel"), Cancel: true},
		widgets.Action{Text: t("review.send"), Default: true, Do: take})
	d.Width = 540
	d.Show(w.frame.Canvas(), form.First())
}

// saveRequests asks for the review of a book's words in some languages.
func (w *Window) saveRequests(from *widgets.Dialog, book *library.Book, languages []string, who, why string) {
	var requests []clinic.Request
	for _, l := range languages {
		if words, ok := book.In(l); ok {
			requests = append(requests, clinic.Request{
				Procedure: book.Procedure.ID, Language: l, Fingerprint: content.Fingerprint(&book.Procedure, words),
				Who: who, Date: w.today(), Note: why,
			})
		}
	}
	files := w.deps.Files
	w.saveSoon(clinicSave{
		from: from,
		do:   func(c clinic.Clinic) (clinic.Clinic, error) { return c.SaveRequests(files, requests...) },
		then: func(err error) {
			if err != nil {
				w.fail("fail.review", err)
				return
			}
			w.showAll()
			w.toast("review.sent")
		},
	})
}

// rememberWho proposes a name the next time too.
func (w *Window) rememberWho(who string) {
	if w.desk.Who != who {
		w.desk.Who = who
		w.saveDesk()
	}
}
