package window

import (
	"errors"
	"runtime/debug"

	"deskleaf/app/journal"
	"deskleaf/app/printing"
	"deskleaf/app/store"
	"deskleaf/widgets"
)

// guarded does background work so that a fault in it ends the work and not the
// program: somebody may have a patient before them. What should have followed is
// left out, because half of the work is missing.
func (w *Window) guarded(run Background) Background {
	return func(work, then func()) {
		var f fault
		run(func() { f = caught(work) }, func() {
			if f.value != nil {
				w.faulted(f)
				return
			}
			then()
		})
	}
}

// A fault is what went wrong in the program itself; its value is nil for nothing.
type fault struct {
	value any
	stack []byte
}

// caught does something, and gives the fault that ended it.
func caught(do func()) (f fault) {
	defer func() {
		if f.value = recover(); f.value != nil {
			f.stack = debug.Stack()
		}
	}()
	do()
	return f
}

// errFault is why something was not done that a fault ended.
var errFault = errors.New("something went wrong in the program")

// faulted says that something went wrong in the program.
func (w *Window) faulted(f fault) {
	w.note(journal.Crashed(false))
	report := ""
	if w.deps.Report != nil {
		report = w.deps.Report(f.value, f.stack)
	}
	w.preview.running, w.writing.running = false, false
	if w.notices != nil {
		w.offer(widgets.Fail, w.words.T("fault.title"), w.words.T("fault.text"), report)
	}
}

// offer shows a band with a report to copy.
func (w *Window) offer(tone widgets.Tone, title, text, report string) {
	w.notices.add(tone, title, text, widgets.NewLink(w.words.T("crash.copy"), func() {
		w.toClipboard(report)
		w.toast("crash.copied")
	}))
}

// offerCrash offers the report of a fault that ended the program last time.
func (w *Window) offerCrash() {
	if c := w.deps.Crash; c.Text != "" {
		w.offer(widgets.Caution, w.words.T("crash.title", "when", w.sayTime(c.When)), w.words.T("crash.text"), c.Text)
	}
}

// note writes an event into the log.
func (w *Window) note(e journal.Event) {
	if w.deps.Note != nil {
		w.deps.Note(e)
	}
}

// reasonOf is the reason that an error gives, if it is of a kind that gives one.
func reasonOf(err error) string {
	if e, ok := errors.AsType[*printing.Error](err); ok {
		return string(e.Reason)
	}
	if e, ok := errors.AsType[*store.Error](err); ok {
		return string(e.Reason)
	}
	return ""
}
