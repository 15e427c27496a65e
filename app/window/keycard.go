package window

import (
	"path/filepath"
	"slices"
	"strings"

	"deskleaf/app/printing"
	"deskleaf/app/sheet"
	"deskleaf/widgets"
)

// keySheet is the card of keys as a page, made from the table of commands.
func (w *Window) keySheet() sheet.Sheet {
	t, p := w.words.T, w.spoken().Page
	part := sheet.Part{Name: "keys", Blocks: []sheet.Block{sheet.Title{Text: sheet.Plainly(t("keys.page"))}}}
	cards := w.keyCards()
	slices.SortStableFunc(cards, func(a, b sheet.Card) int { return len(b.Items) - len(a.Items) }) // so that neighbors are of a height
	for pair := range slices.Chunk(cards, 2) {
		part.Blocks = append(part.Blocks, sheet.Cards{Cards: pair})
	}
	s := sheet.Sheet{
		Language: w.words.Language, Title: t("keys.page"), Printed: w.today(), Parts: []sheet.Part{part},
		Letterhead: sheet.Letterhead{Name: w.clinic.Facts.Name},
		Foot:       sheet.Foot{Text: t("app.name") + " " + w.deps.Version},
		Words:      sheet.Words{Page: p.Number, Continued: p.Continued, CheckBox: p.CheckBox, Blank: p.Blank},
	}
	if w.clinic.Facts.Paper == "a4" {
		s.Paper = sheet.A4
	}
	return s
}

// mostInCard is how many keys one card has; a menu with more of them has two.
const mostInCard = 10

// keyCards are the keys by menu.
func (w *Window) keyCards() []sheet.Card {
	var cards []sheet.Card
	for _, menu := range menus {
		var items []sheet.Text
		for _, c := range w.table {
			if c.Menu == menu && len(c.Keys) > 0 {
				items = append(items, sheet.Text{{Text: w.keyWords(c.Keys[0]) + " ", Bold: true}, {Text: w.words.T("command." + c.ID)}})
			}
		}
		if len(items) == 0 {
			continue
		}
		parts := (len(items) + mostInCard - 1) / mostInCard
		for some := range slices.Chunk(items, (len(items)+parts-1)/parts) {
			cards = append(cards, sheet.Card{Title: sheet.Plainly(w.words.T("menu." + menu)), Items: some})
		}
	}
	return cards
}

// keyPages lays the card of keys out away from the window's thread, and then does
// something with it.
func (w *Window) keyPages(then func(*sheet.Pages)) {
	card := w.keySheet()
	var pages *sheet.Pages
	var err error
	w.background(func() { pages, err = sheet.Paginate(card) }, func() {
		if err != nil {
			w.fail("fail.pages", err)
			return
		}
		then(pages)
	})
}

// showKeys shows the card of keys, made from the table of commands, to be printed too.
func (w *Window) showKeys() {
	t := w.words.T
	var blocks []widgets.Block
	for _, menu := range menus {
		first := true
		for _, c := range w.table {
			if c.Menu != menu || len(c.Keys) == 0 {
				continue
			}
			if first {
				blocks = append(blocks, widgets.Block{Kind: widgets.HeadingBlock, Runs: widgets.Plain(t("menu." + menu))})
				first = false
			}
			blocks = append(blocks, widgets.Block{Kind: widgets.RowBlock, Key: widgets.Plain(w.keyWords(c.Keys[0])), Runs: widgets.Plain(t("command." + c.ID))})
		}
	}
	var then func(*sheet.Pages)
	chosen := func(do func(*sheet.Pages)) func() bool { return func() bool { then = do; return true } }
	d := w.showText(t("keys.title"), 500, blocks,
		widgets.Action{Text: t("keys.save"), Icon: "save", Do: chosen(w.saveKeys)},
		widgets.Action{Text: t("keys.print"), Icon: "print", Do: chosen(w.printKeys)})
	d.OnClosed = func() {
		if then != nil {
			w.keyPages(then)
		}
	}
}

// printKeys prints the card of keys. It is nothing that "Print again" repeats.
func (w *Window) printKeys(pages *sheet.Pages) {
	job := printing.Job{Printer: w.desk.Printer, Copies: 1, Title: w.words.T("keys.file"), Paper: w.paper(), Pages: pages}
	w.send(job, noPatient)
}

// saveKeys asks where to save the card of keys.
func (w *Window) saveKeys(pages *sheet.Pages) {
	w.askWhere(w.saveFolder(), w.words.T("keys.file"), func(path string, replace bool, s saving) { w.writePages(withPDF(path), replace, pages, s) })
}

// withPDF is a path that ends as a PDF does.
func withPDF(path string) string {
	if strings.EqualFold(filepath.Ext(path), ".pdf") {
		return path
	}
	return path + ".pdf"
}

// noPatient is for pages that belong to none.
const noPatient = -1
