package window

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"deskleaf/app/author"
	"deskleaf/app/handout"
	"deskleaf/app/journal"
	"deskleaf/app/printing"
	"deskleaf/app/store"
	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/widgets"
)

// input is what a handout is made from now.
func (w *Window) input() (handout.Input, error) {
	c := w.clinic // the window's may become another while pages are made of this one
	in, ok := w.approved.Prints(&c, w.book, w.visit.Language, w.today())
	if !ok {
		return handout.Input{}, &handout.MissingWords{Language: w.visit.Language, Paths: w.book.Missing[w.visit.Language]}
	}
	also, err := w.alsoInputs(&c)
	in.Blanks, in.Clinic, in.Visit, in.Today, in.More, in.Also = w.blanks, &c, w.visit.Clone(), w.today(), w.moneyPages(), also
	return in, err
}

// make lays the handout out away from the window's thread, whatever the state of
// the preview, and then does something with it. What cannot be made is said.
func (w *Window) make(then func(d draft)) {
	in, err := w.input()
	if err != nil {
		w.band(widgets.Fail, w.words.T("fail.pages"), w.whyNoPages(err))
		return
	}
	var d draft
	w.background(func() { d = draftOf(in) }, func() {
		if d.err != nil {
			w.band(widgets.Fail, w.words.T("fail.pages"), w.whyNoPages(d.err))
			return
		}
		w.works("fail.pages")
		then(d)
	})
}

// printShown prints what is shown: the schedule's handouts, or the procedure's.
func (w *Window) printShown() {
	if w.dayShown() {
		w.printDay()
		return
	}
	if !w.asksSide() {
		w.print()
	}
}

// saveShown saves what is shown.
func (w *Window) saveShown() {
	switch {
	case w.editShown():
		w.saveEdit()
	case w.dayShown():
		w.saveDay()
	case !w.asksSide():
		w.save()
	}
}

// print sends the handout to the remembered printer at once.
func (w *Window) print() {
	w.visited()
	job := printing.Job{Printer: w.desk.Printer, Sides: printing.SidesOf(w.desk.Sides), Copies: 1}
	job.Title, job.Paper = w.book.Procedure.ID, w.paper()
	patient := w.patient // the next one may come before the pages are made
	w.make(func(d draft) {
		job.Pages = onPaper(d.pages, job.Sides)
		w.send(job, patient)
	})
}

// printAgain sends the same pages once more.
func (w *Window) printAgain() { w.send(*w.printed, w.patient) }

// send prints away from the window's thread and says what became of it. It can be
// printed again as long as the patient is the one that it is for.
func (w *Window) send(job printing.Job, patient int) {
	var sent printing.Sent
	var err error
	w.background(func() { sent, err = w.printNow(job) }, func() {
		if err != nil {
			w.fail("fail.print", err)
			return
		}
		w.works("fail.print")
		w.works("fail.printers")
		if patient == w.patient {
			w.printed = &job
			w.refreshMenu()
		}
		n, said := job.Pages.Count(), "print.sent"
		w.note(journal.Printed(n, job.Copies, sent.Printer.State == printing.Unready))
		if sent.Printer.State == printing.Unready {
			said = "print.unready"
		}
		w.toast(count(said, n), "n", n, "printer", sent.Printer.Name, "note", sent.Printer.Note)
	})
}

// How long the system may take to answer, and how much longer to take a page.
const (
	printTime     = 30 * time.Second
	printPageTime = 2 * time.Second
)

// printNow hands a job to the system.
func (w *Window) printNow(job printing.Job) (printing.Sent, error) {
	pages := job.Pages.Count() * max(job.Copies, 1)
	ctx, stop := context.WithTimeout(context.Background(), printTime+time.Duration(pages)*printPageTime)
	defer stop()
	return w.deps.Printing.Print(ctx, job)
}

// copyMessage puts the dated steps into the clipboard as text.
func (w *Window) copyMessage() {
	in, err := w.input()
	if err == nil {
		var text string
		if text, err = handout.Messages(in); err == nil {
			w.toClipboard(text)
			w.toast("message.copied", "language", w.languageName(w.visit.Language))
			return
		}
	}
	w.band(widgets.Fail, w.words.T("fail.message"), w.whyNoPages(err))
}

// openInViewer shows the pages in the system's PDF viewer.
func (w *Window) openInViewer() {
	w.visited()
	patient := w.patient
	w.make(func(d draft) {
		if patient != w.patient {
			return
		}
		var err error
		w.background(func() {
			var pdf []byte
			if pdf, err = d.pages.PDF(); err == nil {
				err = w.deps.Viewer.Open(d.name, pdf)
			}
		}, func() {
			if patient != w.patient {
				w.wipeViewed() // it came after the patient had gone
			}
			if err != nil {
				w.fail("fail.open", err)
				return
			}
			w.note(journal.Opened())
		})
	})
}

// wipeViewed removes what was opened in the viewer.
func (w *Window) wipeViewed() {
	if err := w.deps.Viewer.Wipe(); err != nil {
		w.fail("fail.wipe", err)
	}
}

// says is what the Print button says it will print: "Print: right, English".
func (w *Window) says() string {
	var parts []string
	if w.hasSides() {
		side := "none"
		if w.visit.Side != content.NoSide {
			side = string(w.visit.Side)
		}
		parts = append(parts, w.words.T("says.side."+side))
	}
	parts = append(parts, w.languageName(w.visit.Language))
	if w.visit.Large {
		parts = append(parts, w.words.T("says.large"))
	}
	if len(w.visit.Parts) == 1 {
		parts = append(parts, w.words.T("says."+string(w.visit.Parts[0])))
	}
	if w.talk.Paper && !w.talk.Practice {
		parts = append(parts, w.words.T("says.cost"))
	}
	if n := len(w.visit.Also); n > 0 {
		parts = append(parts, w.words.T(count("says.also", n), "n", n))
	}
	return w.words.T("says.print", "what", strings.Join(parts, ", "))
}

// languageName is what a language is called by those who speak it.
func (w *Window) languageName(tag string) string {
	if key := "language." + tag; w.words.Has(key) {
		return w.words.T(key)
	}
	return tag
}

// count is the key of a phrase by its number: "print.sent.one" and the like.
func count(key string, n int) string {
	if n == 1 {
		return key + ".one"
	}
	return key + ".other"
}

// fail says what went wrong: what in the window's words, why and what to do in
// those too where they have them, else in the error's own.
func (w *Window) fail(key string, err error, pairs ...any) {
	w.note(journal.Failed(strings.TrimPrefix(key, "fail."), reasonOf(err)))
	w.band(widgets.Fail, w.words.T(key, pairs...), w.why(err))
}

// why is why something failed and what to do. Printers say it in English most
// exactly; in another language their reason says it.
func (w *Window) why(err error) string {
	if e, ok := errors.AsType[*printing.Error](err); ok && w.words.Language != words.English {
		return w.words.T("printing."+string(e.Reason), "printer", e.Printer)
	}
	if e, ok := errors.AsType[*store.Error](err); ok && e.Reason != store.Other && w.words.Has("save."+string(e.Reason)) {
		return w.words.T("save."+string(e.Reason), "file", filepath.Base(e.Path), "folder", filepath.Dir(e.Path))
	}
	if told := w.whyShared(err); told != "" {
		return told
	}
	switch {
	case errors.Is(err, errFault):
		return w.words.T("fault.title")
	case errors.Is(err, author.ErrNewerDraft):
		return w.words.T("draft.newer")
	}
	return w.tell(err)
}

// tell is an error and what to do about it, in the window's language where that has words
// for it.
func (w *Window) tell(err error) string {
	return sentence(w.words.Tell(err.Error())) + sentence(w.words.Tell(hintOf(err)))
}

// hintOf is what an error says to do about it.
func hintOf(err error) string {
	if e, ok := errors.AsType[*printing.Error](err); ok {
		return e.Hint
	}
	if e, ok := errors.AsType[interface {
		error
		Hint() string
	}](err); ok {
		return e.Hint()
	}
	return ""
}

// sentence makes a sentence of an error's words.
func sentence(text string) string {
	if text == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(text)
	text = string(unicode.ToUpper(r)) + text[n:]
	if !strings.HasSuffix(text, ".") {
		text += "."
	}
	return text + " "
}
