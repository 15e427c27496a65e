package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"

	"deskleaf/app/cost/prices"
	"deskleaf/app/window/read"
	"deskleaf/content"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// compare shows the procedure beside another one that is chosen: how long, what
// to do before, who drives, where a price comes from. Which of them is right for
// a patient is the doctor's word, and the dialog says so.
func (w *Window) compare() {
	t := w.words.T
	others := w.others()
	names := make([]string, len(others))
	for i, e := range others {
		names[i] = e.Short
	}
	reading := widgets.NewReading(w.readingWords())
	first := w.book
	choice := widgets.NewChoice(t("compare.choose"), names, -1, func(i int) {
		books, files, c := w.library, w.deps.Files, w.clinic
		var second opened
		w.background(func() { second = openBook(books, files, &c, others[i].ID) }, func() {
			if w.told(second) {
				reading.SetBlocks(w.comparison(first, second.book)...)
			}
		})
	})
	box := container.New(tall{min(w.frame.Canvas().Size().Height-240, 400*w.scale())}, reading)
	d := widgets.NewDialog(t("compare.title", "procedure", w.titleOf(first.Procedure.ID)),
		widgets.NewColumn(10, widgets.NewFormRow(t("compare.with"), choice), box),
		widgets.Action{Text: t("dialog.close"), Cancel: true, Default: true})
	d.Width = 620
	d.Show(w.frame.Canvas(), choice)
}

// comparison tells two procedures row by row.
func (w *Window) comparison(books ...*library.Book) []widgets.Block {
	t := w.words.T
	var blocks []widgets.Block
	row := func(key string, tell func(*content.Procedure, *content.Words) string) {
		blocks = append(blocks, widgets.Block{Kind: widgets.HeadingBlock, Runs: widgets.Plain(t(key))})
		for _, b := range books {
			says := tell(&b.Procedure, w.wordsFor(b))
			if says == "" {
				says = t("compare.unknown")
			}
			blocks = append(blocks, widgets.Block{Kind: widgets.RowBlock, Key: widgets.Plain(w.titleOf(b.Procedure.ID)), Runs: widgets.Plain(says)})
		}
	}
	row("compare.time", func(p *content.Procedure, _ *content.Words) string {
		return read.Span(w.words, "chip.minutes", p.Minutes.Procedure)
	})
	row("compare.stay", func(p *content.Procedure, _ *content.Words) string {
		return read.Span(w.words, "chip.stay", p.Minutes.Building)
	})
	row("compare.ahead", func(p *content.Procedure, _ *content.Words) string { return read.Lead(w.words, p) })
	row("compare.before", preparationOf)
	row("compare.ride", func(p *content.Procedure, _ *content.Words) string {
		if p.Ride == content.RideUnknown {
			return ""
		}
		return t("chip.ride." + string(p.Ride))
	})
	row("compare.price", func(p *content.Procedure, _ *content.Words) string { return w.priceSource(p) })
	return append(blocks, widgets.Block{Kind: widgets.SmallBlock, Runs: widgets.Plain(t("compare.doctor"))})
}

// preparationOf names what patients do before: the first sentence of each step.
func preparationOf(p *content.Procedure, words *content.Words) string {
	var steps []string
	for _, s := range p.Steps {
		if s.Part != content.Preparation || s.Audience == content.Staff {
			continue
		}
		sentence, _, _ := strings.Cut(content.Plain(words.Steps[s.ID].Text), ". ")
		steps = append(steps, strings.TrimRight(sentence, ".:_ "))
	}
	return strings.Join(steps, " · ")
}

// priceSource says where a price comes from; it names no amount, so that none is
// compared with one of another kind.
func (w *Window) priceSource(p *content.Procedure) string {
	for _, c := range p.Codes {
		if c.Status == content.CodeCurrent && slices.ContainsFunc(w.prices, func(e prices.Entry) bool { return e.Code == c.Number }) {
			return w.words.T("compare.price.list")
		}
	}
	if len(p.Price.Posted) > 0 {
		return w.words.T("compare.price.posted", "date", w.spoken().Printed(p.Price.Date))
	}
	return ""
}
