package window

import (
	"deskleaf/app/author"
	"deskleaf/widgets"
)

// drafts are the words on this computer that are not saved yet.
func (w *Window) drafts() author.Drafts {
	return author.Drafts{Files: w.deps.Files, Folder: w.deps.Drafts}
}

// keptDraft says where a draft could not be kept.
func (w *Window) keptDraft(err error) {
	if err != nil {
		w.fail("fail.draft", err)
	}
}

func (w *Window) dropDraft(id string) {
	if err := w.writing.keeper.Drop(id); err != nil {
		w.fail("fail.draft", err)
	}
}

// offerDrafts offers to go on with words that were not saved.
func (w *Window) offerDrafts(ids []string, begun []begun) {
	for _, id := range ids {
		if _, _, err := w.library.Book(id); err != nil {
			continue // a new procedure, or one of another clinic's folder
		}
		w.offerDraft(w.titleOf(id), func() {
			w.chooseThen(id, func() {
				w.find.Mark(id)
				w.do("edit-procedure")
			})
		})
	}
	for _, b := range begun {
		w.offerDraft(b.name, func() { w.asNew(func() { w.resumeNew(b.id) }) })
	}
}

func (w *Window) offerDraft(name string, goOn func()) {
	var band *widgets.Notice
	band = w.notices.last(w.notices.add(widgets.Inform, w.words.T("edit.offer", "procedure", name), w.words.T("edit.offer.details"),
		widgets.NewLink(w.words.T("edit.offer.go-on"), func() {
			w.notices.remove(band)
			goOn()
		})))
}
