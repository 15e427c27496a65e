package window

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/app/day"
	"deskleaf/app/printing"
	"deskleaf/app/table"
	dayscreen "deskleaf/app/window/day"
	"deskleaf/content/phrases"
	"deskleaf/widgets"
)

// newDay makes the screen of a day's schedule.
func (w *Window) newDay() *dayscreen.Screen {
	return dayscreen.New(dayscreen.Deps{
		Words: w.words, Setting: w.daySetting, Learn: w.learnSchedules, Do: w.do, Paste: w.pasteText,
		Ask:     func(d *widgets.Dialog, first fyne.Focusable) { w.askOver(d, first) },
		Changed: func() { w.refreshMenu(); w.awake() },
		Read:    w.readWhen, WhyNot: w.whyNoDate, Say: w.sayWhen, Tongue: w.languageName,
		PasteKey: w.keyWords(ctrl(fyne.KeyV)), Tongues: phrases.Languages(),
	})
}

// daySetting is what the lines of a schedule are held against now.
func (w *Window) daySetting() day.Setting {
	c := w.clinic
	return day.Setting{Library: w.library, Clinic: &c, Today: w.today(), Language: w.usualLanguage(), Spoken: w.words.Language, Large: w.desk.Large, Extras: w.desk.Extras}
}

// learnSchedules keeps what was said of schedules. Where it cannot be written, it
// holds until the window closes.
func (w *Window) learnSchedules(rules clinic.Schedules) {
	files := w.deps.Files
	w.saveSoon(clinicSave{
		shown: func(c *clinic.Clinic) { c.Schedules = rules },
		do: func(c clinic.Clinic) (clinic.Clinic, error) {
			c, err := c.SaveSchedules(files, rules)
			if err != nil {
				c.Schedules = rules
			}
			return c, err
		},
		then: func(err error) {
			if err != nil && !w.clinic.Signed { // there nobody here can change that
				w.fail("fail.schedules", err)
			}
		},
	})
}

// askOver shows a dialog of the schedule; after it the list has the focus again.
func (w *Window) askOver(d *widgets.Dialog, first fyne.Focusable) {
	d.OnClosed = func() {
		if w.dayShown() && !w.dialogOpen() {
			w.day.Focus(w.frame.Canvas())
		}
	}
	d.Show(w.frame.Canvas(), first)
}

// dayShown reports whether the schedule stands in the place of the procedure.
func (w *Window) dayShown() bool { return w.whole != nil && w.whole.day.Visible() }

// hasDay reports whether a line of the schedule can be printed.
func (w *Window) hasDay() bool { return w.dayShown() && len(w.day.Ready()) > 0 }

// toPrint reports whether there is something to print: the schedule's lines where
// that is shown, else the procedure.
func (w *Window) toPrint() bool {
	if w.dayShown() {
		return w.hasDay()
	}
	return w.hasProcedure()
}

// toSave reports whether there is something to save: what is written, or what
// prints.
func (w *Window) toSave() bool { return w.editShown() || w.toPrint() }

// toggleDay shows the schedule, or goes back to the procedure.
func (w *Window) toggleDay() {
	if w.dayShown() {
		w.closeDay()
		w.focusSearch()
		return
	}
	w.openDay()
}

// openDay shows the schedule.
func (w *Window) openDay() {
	if w.library == nil {
		return // a moment later it is read
	}
	if w.day.Holds() {
		w.day.Reread() // the clinic or the day may be another by now
	}
	w.closeEdit()
	w.showDay(true)
	w.day.SetTwoSided(printing.SidesOf(w.desk.Sides) != printing.OneSide)
	w.day.Focus(w.frame.Canvas())
}

// closeDay shows the procedure again. The schedule stays until the next patient.
func (w *Window) closeDay() {
	if w.dayShown() {
		w.showDay(false)
	}
}

func (w *Window) showDay(on bool) {
	show(w.whole.day, on)
	show(w.whole.middle, !on)
	w.relayout()
	w.refreshMenu()
	w.showReview()
	w.foldChanged()
}

// chooseSchedule lets a file be chosen.
func (w *Window) chooseSchedule() {
	w.openDay()
	folder := w.desk.ScheduleFolder
	if folder == "" {
		folder = w.deps.Documents
	}
	w.pick(w.words.T("day.open"), folder, []string{".csv", ".xlsx", ".txt", ".tsv"}, w.readSchedule)
}

// readSchedule reads a file, away from the window's thread.
func (w *Window) readSchedule(path string) {
	var t table.Table
	var err error
	w.background(func() { t, err = table.Open(w.deps.Files, path) }, func() {
		if err != nil {
			w.fail("fail.schedule", err)
			return
		}
		if folder := filepath.Dir(path); w.desk.ScheduleFolder != folder {
			w.desk.ScheduleFolder = folder
			w.saveDesk()
		}
		w.takeSchedule(t)
	})
}

// takeSchedule shows a schedule in the place of the one before.
func (w *Window) takeSchedule(t table.Table) {
	w.openDay()
	w.day.Open(t)
	if !w.dialogOpen() {
		w.day.Focus(w.frame.Canvas())
	}
	w.awake()
}

// pasteSchedule takes the rows in the clipboard.
func (w *Window) pasteSchedule() {
	w.openDay()
	w.pasteText(fyne.CurrentApp().Clipboard().Content())
}

// pasteText takes rows that were copied from another program.
func (w *Window) pasteText(text string) {
	if strings.TrimSpace(text) == "" {
		w.toast("day.paste.empty")
		return
	}
	t, err := table.Read(w.words.T("day.pasted"), []byte(text))
	if err != nil {
		w.fail("fail.schedule", err)
		return
	}
	w.takeSchedule(t)
}

// dropped takes a file that was dragged into the window.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	if len(files) > 0 && isDocument(files[0].Path()) {
		w.droppedDocument(files[0].Path())
		return
	}
	if len(files) > 0 && !w.dialogOpen() && w.library != nil {
		w.openDay()
		w.readSchedule(files[0].Path())
	}
}

// asksSides says how many lines have no side where it matters, before their pages go
// out, and reports whether it did: once for so many. Who then does the same again
// means the pages with lines to write them on.
func (w *Window) asksSides() bool {
	n := 0
	for _, e := range w.day.Ready() {
		if slices.ContainsFunc(e.Notes, func(t day.Trouble) bool { return t.Reason == day.NoSide }) {
			n++
		}
	}
	asks := n > w.sidelessLines
	w.sidelessLines = n
	if asks {
		w.toast(count("day.side-ask", n), "n", n)
	}
	return asks
}

// printDay sends the handouts of all lines to the remembered printer, as one job.
func (w *Window) printDay() {
	if w.asksSides() {
		return
	}
	w.sendDay(printing.Job{Printer: w.desk.Printer, Sides: printing.SidesOf(w.desk.Sides), Copies: 1})
}

// sendDay fills a job with the handouts of all lines and sends it.
func (w *Window) sendDay(job printing.Job) {
	job.Title, job.Paper = "day", w.paper()
	patient := w.patient
	pile := w.day.Reader().NewPile(w.words.T("day.pdf"), job.Sides != printing.OneSide)
	w.runDay(pile, func(day.Outcome) {
		job.Pages = pile
		w.send(job, patient)
	})
}

// saveDay asks where to save all handouts as one PDF.
func (w *Window) saveDay() {
	if w.asksSides() {
		return
	}
	ready, leaves := w.day.Ready(), w.day.TwoSided()
	day.InOrder(ready)
	name := w.words.T("day.file") + "-" + ready[0].Visit.Date.String() + ".pdf"
	w.askWhere(w.saveFolder(), name, func(path string, replace bool, s saving) {
		if !strings.EqualFold(filepath.Ext(path), ".pdf") {
			path += ".pdf"
		}
		if _, err := w.deps.Files.Stat(path); err == nil && !replace {
			s.exists()
			return
		}
		file, err := w.day.Reader().NewFile(w.deps.Files, path, w.words.T("day.pdf"), leaves)
		if err != nil {
			s.failed(w.whyNotSaved(path, err))
			return
		}
		s.done()
		w.runDay(file, func(o day.Outcome) { w.saved(path, o.Pages) })
	})
}

// saveDayFiles asks for a folder and saves a PDF for each line.
func (w *Window) saveDayFiles() {
	w.pick(w.words.T("day.each"), w.saveFolder(), nil, func(folder string) {
		w.runDay(day.NewFolder(w.deps.Files, folder), func(o day.Outcome) {
			w.keepFolder(folder)
			w.toast(count("day.saved", o.Made), "n", o.Made, "folder", folder)
		})
	})
}

// runDay makes the pages of all lines that are ready, with a dialog that says how
// far it is and stops it. done is told where something was made.
func (w *Window) runDay(out day.Output, done func(day.Outcome)) {
	t, ready := w.words.T, w.day.Ready()
	ctx, cancel := context.WithCancel(context.Background())
	far := widgets.NewProgress()
	d := widgets.NewDialog(t("day.making"), far, widgets.Action{Text: t("dialog.cancel"), Cancel: true, Do: func() bool { cancel(); return true }})
	told := func(n, of int) {
		w.background(func() {}, func() {
			far.Set(n, of, t("day.made", "n", n, "of", of))
			w.awake()
		})
	}
	far.Set(0, len(ready), t("day.made", "n", 0, "of", len(ready)))
	w.askOver(d, nil)
	var o day.Outcome
	var err error
	reader, finished := w.day.Reader(), make(chan struct{})
	w.making = making{cancel, finished}
	w.background(func() {
		defer close(finished)
		o, err = reader.Make(ctx, ready, out, told)
	}, func() {
		cancel()
		d.Close()
		switch {
		case errors.Is(err, context.Canceled):
			w.toast("day.stopped")
			return
		case err != nil:
			w.fail("fail.day", err)
			return
		}
		w.day.Failed(o.Failed)
		if o.Made > 0 {
			done(o)
		}
	})
}

// A making is pages that are being made.
type making struct {
	cancel   context.CancelFunc
	finished <-chan struct{}
}

// stop ends the making and waits until nothing of it is left.
func (m making) stop() {
	if m.cancel != nil {
		m.cancel()
		<-m.finished
	}
}

// pasted is Ctrl+V where no field has the focus.
func (w *Window) pasted(fyne.Shortcut) {
	if w.dayShown() && !w.dialogOpen() {
		w.pasteSchedule()
	}
}

// paper is the paper that the clinic prints on.
func (w *Window) paper() printing.Paper {
	if w.clinic.Facts.Paper == "a4" {
		return printing.A4
	}
	return printing.Letter
}
