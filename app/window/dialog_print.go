package window

import (
	"context"
	"strconv"
	"strings"

	"deskleaf/app/printing"
	"deskleaf/app/sheet"
	"deskleaf/widgets"
)

// sidesWords are the ways to print on paper, as settings keep them.
var sidesWords = []string{"one", "long", "short"}

// printWithChoices asks for printer, copies and sides. The printer is remembered
// for Ctrl+P.
func (w *Window) printWithChoices() {
	if !w.dayShown() {
		w.visited()
	}
	patient := w.patient
	var printers []printing.Printer
	var err error
	w.background(func() {
		ctx, stop := context.WithTimeout(context.Background(), printTime)
		defer stop()
		printers, err = w.deps.Printing.Printers(ctx)
	}, func() {
		switch {
		case err != nil:
			w.fail("fail.printers", err)
		case len(printers) == 0:
			w.band(widgets.Fail, w.words.T("fail.printers"), w.words.T("print.none"))
		case w.dayShown():
			says := w.words.T(count("day.print", len(w.day.Ready())), "n", len(w.day.Ready()))
			w.choosePrinter(printers, says, nil, 0, func(job printing.Job, _ []int) { w.sendDay(job) })
		case w.book != nil && patient == w.patient:
			w.make(func(d draft) {
				if patient == w.patient {
					w.choosePages(printers, d.pages)
				}
			})
		}
	})
}

// choosePages asks for the printer of a handout, and which of its pages.
func (w *Window) choosePages(printers []printing.Printer, made *sheet.Pages) {
	w.choosePrinter(printers, w.says(), w.warnings(), made.Count(), func(job printing.Job, chosen []int) {
		job.Pages, job.Title, job.Paper = onPaper(made.Only(chosen), job.Sides), w.book.Procedure.ID, w.paper()
		w.send(job, w.patient)
	})
}

// choosePrinter shows the dialog for printers that there are, and what will be
// printed: so many pages to choose from, or where that is 0 all of something. The
// warnings are what staff should know before.
func (w *Window) choosePrinter(printers []printing.Printer, says string, warnings []string, of int, send func(printing.Job, []int)) {
	t := w.words.T
	names := make([]string, len(printers))
	for i, p := range printers {
		names[i] = w.printerWords(p)
	}
	printer := widgets.NewChoice("", names, max(printing.Find(printers, w.desk.Printer), 0), nil)
	copies := widgets.NewField("")
	copies.SetSilently("1")
	pages := widgets.NewField(t("print.pages.all", "n", of))
	which := widgets.NewFormRow(t("print.pages"), pages)
	which.Hidden = of == 0
	sides := make([]string, len(sidesWords))
	for i, s := range sidesWords {
		sides[i] = t("sides." + s)
	}
	side := widgets.NewSegments(sides, int(printing.SidesOf(w.desk.Sides)), nil)
	warned := widgets.NewNotice(widgets.Caution, widgets.Marked(strings.Join(warnings, "\n")))
	warned.Hidden = len(warnings) == 0
	content := widgets.NewColumn(10,
		widgets.NewText(widgets.LabelStyle, widgets.Plain(says)),
		warned,
		widgets.NewFormRow(t("print.printer"), printer),
		widgets.NewFormRow(t("print.copies"), copies),
		which,
		widgets.NewFormRow(t("print.sides"), side),
	)
	start := func() bool {
		n, err := strconv.Atoi(strings.TrimSpace(copies.Text))
		if err != nil || n < 1 || n > 99 {
			copies.SetHint(t("print.copies.bad"), true)
			return false
		}
		chosen, ok := pagesOf(pages.Text, of)
		if !ok && of > 0 {
			pages.SetHint(t("print.pages.bad", "n", of), true)
			return false
		}
		w.desk.Printer, w.desk.Sides = printers[printer.Chosen()].Name, sidesWords[max(side.Chosen(), 0)]
		w.saveDesk()
		job := printing.Job{Printer: w.desk.Printer, Sides: printing.SidesOf(w.desk.Sides), Copies: n}
		send(job, chosen)
		return true
	}
	d := widgets.NewDialog(t("print.title"), content,
		widgets.Action{Text: t("dialog.cancel"), Cancel: true},
		widgets.Action{Text: t("print.print"), Icon: "print", Default: true, Do: start})
	d.Show(w.frame.Canvas(), printer)
}

// printerWords is a printer with what it says of itself.
func (w *Window) printerWords(p printing.Printer) string {
	parts := []string{p.Name}
	if p.Default {
		parts = append(parts, w.words.T("printer.default"))
	}
	switch p.State {
	case printing.Paused:
		parts = append(parts, w.words.T("printer.paused"))
	case printing.Unready:
		parts = append(parts, w.words.T("printer.unready"))
	}
	return strings.Join(parts, " · ")
}
