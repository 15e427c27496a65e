package window

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"deskleaf/app/clinic"
	"deskleaf/app/cost"
	"deskleaf/app/cost/prices"
	"deskleaf/app/table"
	"deskleaf/widgets"
)

// tables are the endings of files that can hold a price list.
var tables = []string{".csv", ".txt", ".tsv", ".xlsx"}

// openPrices looks whether there is a list to go back to, and shows what can be done with
// prices.
func (w *Window) openPrices() {
	undo, files, c := false, w.deps.Files, w.clinic
	w.background(func() { undo = c.Away == clinic.Here && prices.CanUndo(files, c.Folder) }, func() { w.showPrices(undo) })
}

// showPrices shows how many prices there are and what can be done with them.
func (w *Window) showPrices(undo bool) {
	t := w.words.T
	codes := map[string]bool{}
	for _, e := range w.prices {
		codes[e.Code] = true
	}
	says := t("prices.none")
	if len(w.prices) > 0 {
		says = t("prices.some", "n", len(w.prices), "codes", len(codes))
	}
	var d *widgets.Dialog
	then := func(do func()) func() { return func() { d.Close(); do() } }
	buttons := []fyne.CanvasObject{
		widgets.NewButton(t("prices.choose"), "folder", widgets.Primary, then(w.choosePrices)),
		widgets.NewButton(t("prices.medicare"), "folder", widgets.Quiet, then(w.chooseFees)),
	}
	if undo {
		buttons = append(buttons, widgets.NewButton(t("prices.undo"), "undo", widgets.Quiet, then(w.undoPrices)))
	}
	content := widgets.NewColumn(12,
		widgets.NewText(widgets.BodyStyle, widgets.Marked(says)),
		widgets.NewText(widgets.MutedStyle, widgets.Plain(t("prices.columns"))),
		widgets.NewFlow(10, buttons...))
	d = widgets.NewDialog(t("prices.title"), content, widgets.Action{Text: t("dialog.close"), Cancel: true, Default: true})
	d.Width = 620
	d.Show(w.frame.Canvas(), nil)
}

// choosePrices lets a list be chosen, and shows what it would change.
func (w *Window) choosePrices() {
	w.pick(w.words.T("prices.choose"), w.deps.Documents, tables, func(path string) {
		var list prices.List
		var complaints []prices.Complaint
		var t table.Table
		var err error
		w.background(func() {
			if t, err = table.Open(w.deps.Files, path); err == nil {
				list, complaints = prices.Read(t, w.library.Bilateral)
			}
		}, func() {
			switch {
			case err != nil:
				w.fail("fail.prices", err)
			case len(complaints) > 0:
				w.showComplaints(t.File, complaints)
			default:
				w.previewPrices(list, prices.Unused(t))
			}
		})
	})
}

// showComplaints says what is wrong in a list that was not taken.
func (w *Window) showComplaints(file string, complaints []prices.Complaint) {
	t := w.words.T
	blocks := []widgets.Block{{Runs: widgets.Marked(t("prices.refused", "file", file))}}
	for _, c := range complaints {
		blocks = append(blocks, widgets.Block{Kind: widgets.RowBlock, Key: widgets.Plain(c.Where), Runs: widgets.Plain(strings.TrimSpace(sentence(w.words.Tell(c.What)) + sentence(w.words.Tell(c.Hint))))})
	}
	d := widgets.NewDialog(t("prices.title"), w.tallReading(blocks), widgets.Action{Text: t("dialog.close"), Cancel: true, Default: true})
	d.Width = 720
	d.Show(w.frame.Canvas(), nil)
}

// tallReading is text in a dialog, with as much height as the window has for it.
func (w *Window) tallReading(blocks []widgets.Block) fyne.CanvasObject {
	r := widgets.NewReading(widgets.ReadingWords{
		Copy: w.words.T("reading.copy"), CopySection: w.words.T("reading.section"), CopyAll: w.words.T("reading.all"), SelectAll: w.words.T("command.select-all"),
	}, blocks...)
	return container.New(tall{min(w.frame.Canvas().Size().Height-190, 430*w.scale())}, r)
}

// mostShown is how many lines of each kind a preview lists; the counts are whole.
const mostShown = 100

// previewPrices shows what a new list changes, and which of its columns are not used,
// and takes it where somebody agrees.
func (w *Window) previewPrices(list prices.List, unused []string) {
	t := w.words.T
	v := prices.Compare(w.prices, list, w.today())
	var d *widgets.Dialog
	actions := []widgets.Action{{Text: t("dialog.cancel"), Cancel: true}}
	if !v.IsEmpty() {
		actions = append(actions, widgets.Action{Text: t("prices.take"), Default: true, Do: func() bool { return w.takePrices(d, list) }})
	}
	blocks := w.previewBlocks(v, "prices.was")
	if len(unused) > 0 {
		blocks = slices.Insert(blocks, 1, widgets.Block{Runs: widgets.Marked(t("prices.unused", "columns", strings.Join(unused, ", ")))})
	}
	d = widgets.NewDialog(t("prices.title"), w.tallReading(blocks), actions...)
	d.Width = 720
	d.Show(w.frame.Canvas(), nil)
}

// previewBlocks are what a list changes, in words; was is the key of those for a price that
// is another.
func (w *Window) previewBlocks(v prices.Preview, was string) []widgets.Block {
	t := w.words.T
	blocks := []widgets.Block{{Runs: widgets.Marked(t("prices.preview", "new", len(v.New), "changed", len(v.Changed), "dropped", len(v.Dropped), "same", v.Same, "expired", len(v.Expired)))}}
	add := func(kind string, entries []prices.Entry) {
		if len(entries) == 0 {
			return
		}
		blocks = append(blocks, widgets.Block{Kind: widgets.HeadingBlock, Runs: widgets.Plain(t("prices." + kind))})
		for _, e := range entries[:min(len(entries), mostShown)] {
			blocks = append(blocks, widgets.Block{Kind: widgets.RowBlock, Key: widgets.Plain(e.Code), Runs: widgets.Plain(w.entryWords(e))})
		}
	}
	add("new", v.New)
	if len(v.Changed) > 0 {
		blocks = append(blocks, widgets.Block{Kind: widgets.HeadingBlock, Runs: widgets.Plain(t("prices.changed"))})
	}
	for _, c := range v.Changed[:min(len(v.Changed), mostShown)] {
		blocks = append(blocks, widgets.Block{Kind: widgets.RowBlock, Key: widgets.Plain(c.New.Code),
			Runs: widgets.Plain(t(was, "old", w.entryWords(c.Old), "new", w.entryWords(c.New)))})
	}
	add("dropped", v.Dropped)
	add("expired", v.Expired)
	return blocks
}

// entryWords is a line of the list in words, without its code.
func (w *Window) entryWords(e prices.Entry) string {
	t := w.words.T
	var parts []string
	add := func(text string) {
		if text != "" {
			parts = append(parts, text)
		}
	}
	add(e.Modifier)
	if e.Setting != "" {
		add(t("setting." + string(e.Setting)))
	}
	if e.Bill != "" {
		add(t("biller." + string(e.Bill)))
	}
	add(e.Payer)
	add(e.Plan)
	if !e.Allowed.IsZero() {
		add(t("prices.allowed", "amount", e.Allowed.Plain()))
	}
	if !e.Cash.IsZero() {
		add(t("prices.cash", "amount", e.Cash.Plain()))
	}
	if !e.From.IsZero() {
		add(t("prices.from", "date", w.spoken().Printed(e.From)))
	}
	if !e.To.IsZero() {
		add(t("prices.to", "date", w.spoken().Printed(e.To)))
	}
	return strings.Join(parts, " · ")
}

// takePrices puts a list in the place of the clinic's. It can be undone at once. It reports
// whether there is nothing more to do in the dialog.
func (w *Window) takePrices(from *widgets.Dialog, list prices.List) (done bool) {
	if w.clinic.Folder == "" {
		w.fail("fail.prices", errors.New(w.words.T("prices.no-folder")))
		return true
	}
	w.changePrices(from, func(c clinic.Clinic, was prices.List) (prices.List, error) {
		return list, prices.Save(w.deps.Files, c, was, list)
	}, func(list prices.List) {
		w.toasts.Say("check-circle", w.words.T("prices.taken", "n", len(list)), widgets.NewLink(w.words.T("prices.undo"), w.undoPrices))
	})
	return false
}

// undoPrices goes back to the list from before.
func (w *Window) undoPrices() {
	w.changePrices(nil, func(c clinic.Clinic, was prices.List) (prices.List, error) {
		return prices.Undo(w.deps.Files, c, was)
	}, func(list prices.List) { w.toast("prices.undone", "n", len(list)) })
}

// changePrices has the list changed, and then what changed it says. Until then the one from
// before is reckoned with.
func (w *Window) changePrices(from *widgets.Dialog, change func(c clinic.Clinic, was prices.List) (prices.List, error), says func(prices.List)) {
	was := w.prices
	var list prices.List
	w.saveSoon(clinicSave{
		from: from,
		do: func(c clinic.Clinic) (clinic.Clinic, error) {
			var err error
			list, err = change(c, was)
			return c, err
		},
		then: func(err error) {
			if err != nil {
				w.fail("fail.prices", err)
				return
			}
			w.usePrices(list)
			says(list)
		},
	})
}

// usePrices shows what follows from a list.
func (w *Window) usePrices(list prices.List) {
	w.prices = list
	w.editMoney(func(*cost.Talk) {})
}

// chooseFees takes Medicare's amounts from the two files of CMS: first the
// relative values, then the indices, then the locality.
func (w *Window) chooseFees() {
	w.pick(w.words.T("prices.rvu"), w.deps.Documents, tables, func(relative string) {
		w.pick(w.words.T("prices.gpci"), w.deps.Documents, tables, func(indices string) { w.readFees(relative, indices) })
	})
}

func (w *Window) readFees(relative, indices string) {
	known := map[string]bool{}
	for _, e := range w.library.Entries() {
		for _, c := range e.Codes {
			known[c.Number] = true
		}
	}
	var s *prices.Schedule
	var err error
	w.background(func() {
		var a, b table.Table
		if a, err = table.Open(w.deps.Files, relative); err != nil {
			return
		}
		if b, err = table.Open(w.deps.Files, indices); err != nil {
			return
		}
		s, err = prices.ReadSchedule(a, b, func(code string) bool { return known[code] })
	}, func() {
		if err != nil {
			w.fail("fail.prices", err)
			return
		}
		w.chooseLocality(s)
	})
}

// chooseLocality asks where the clinic is, and shows what would change.
func (w *Window) chooseLocality(s *prices.Schedule) {
	t := w.words.T
	names := make([]string, len(s.Localities))
	for i, l := range s.Localities {
		names[i] = l.String()
	}
	chosen, list := -1, widgets.NewChoice("", names, 0, nil)
	d := widgets.NewDialog(t("prices.medicare"), widgets.NewFormRow(t("prices.locality"), list),
		widgets.Action{Text: t("dialog.cancel"), Cancel: true},
		widgets.Action{Text: t("prices.look"), Default: true, Do: func() bool { chosen = list.Chosen(); return true }})
	d.Width = 520
	d.OnClosed = func() {
		if chosen >= 0 {
			w.previewPrices(w.prices.With(s.Prices(s.Localities[chosen])), nil)
		}
	}
	d.Show(w.frame.Canvas(), list)
}
