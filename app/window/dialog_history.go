package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/handout"
	"deskleaf/app/history"
	"deskleaf/app/printing"
	"deskleaf/app/sheet"
	"deskleaf/app/visit"
	"deskleaf/content/change"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// A historyDialog shows what happened to a procedure's words, one entry compared with
// another.
type historyDialog struct {
	w        *Window
	book     *library.Book
	language string
	story    []history.Entry
	editions map[int]change.Edition // those that were read, by place in the story

	entry, other *widgets.Choice
	about        *widgets.Text
	reading      *widgets.Reading
	dialog       *widgets.Dialog
}

// The buttons of the dialog.
const (
	historyPages = 1
	historyBack  = 2
)

// showHistory reads the history of the procedure and shows it.
func (w *Window) showHistory() {
	book, files, c := w.book, w.deps.Files, w.clinic
	var story []history.Entry
	var err error
	w.background(func() { story, err = history.Story(files, c.Source(), c.SignOffs, book.Procedure.ID) }, func() {
		switch {
		case err != nil:
			w.fail("fail.history", err)
		case len(story) == 0:
			w.toast("history.none")
		case !w.dialogOpen():
			w.listHistory(book, story)
		}
	})
}

func (w *Window) listHistory(book *library.Book, story []history.Entry) {
	t := w.words.T
	d := &historyDialog{w: w, book: book, language: w.visit.Language, story: story, editions: map[int]change.Edition{}}
	names := make([]string, len(story))
	for i, e := range story {
		names[i] = w.storyWords(e)
	}
	d.entry = widgets.NewChoice("", names, 0, func(int) { d.show() })
	before := 1 + slices.IndexFunc(story[1:], func(e history.Entry) bool { // what changed last shows first
		return slices.ContainsFunc(e.Words, func(p history.Print) bool { return p.Language == d.language })
	})
	if before > 0 {
		before++
	}
	d.other = widgets.NewChoice("", append([]string{t("history.now")}, names...), before, func(int) { d.show() })
	d.about = widgets.NewText(widgets.BodyStyle, nil)
	d.reading = widgets.NewReading(w.readingWords())
	box := container.New(tall{min(w.frame.Canvas().Size().Height-330, 320*w.scale())}, d.reading)
	column := widgets.NewColumn(10, widgets.NewFormRow(t("history.entry"), d.entry), d.about, widgets.NewFormRow(t("history.with"), d.other), box)
	d.dialog = widgets.NewDialog(t("history.title", "procedure", w.titleOf(book.Procedure.ID), "language", w.languageName(d.language)), column,
		widgets.Action{Text: t("dialog.close"), Cancel: true, Default: true},
		widgets.Action{Text: t("history.pages"), Icon: "sheet", Do: func() bool { d.pages(); return false }},
		widgets.Action{Text: t("history.back"), Do: d.bringBack})
	d.dialog.Width = 700
	d.show()
	d.dialog.Show(w.frame.Canvas(), d.entry)
}

// storyWords are an entry in a line.
func (w *Window) storyWords(e history.Entry) string {
	var parts []string
	if !e.Date.IsZero() {
		when := w.spoken().Printed(e.Date)
		if e.Time != "" {
			when += ", " + e.Time
		}
		parts = append(parts, when)
	}
	key := "history." + string(e.Kind)
	if e.Who != "" {
		key += ".who"
	}
	if !w.words.Has(key) {
		key = "history.saved"
	}
	parts = append(parts, w.words.T(key, "who", e.Who))
	if len(e.Words) == 1 {
		parts = append(parts, w.languageName(e.Words[0].Language))
	}
	if e.Version > 0 {
		parts = append(parts, w.words.T("history.version", "version", e.Version))
	}
	return strings.Join(parts, " · ")
}

// aboutWords say what else is known of an entry.
func (w *Window) aboutWords(e history.Entry) string {
	var says []string
	if e.Why != "" {
		says = append(says, w.words.T("history.why", "why", e.Why))
	}
	if e.Role != "" {
		says = append(says, w.words.T("history.role", "role", e.Role, "next", w.spoken().Printed(e.Next)))
	}
	if e.Translator != "" {
		says = append(says, w.words.T("history.translator", "who", e.Translator))
	}
	return strings.Join(says, " ")
}

// needs are the entries to be compared, by place; -1 is the procedure as it is now.
func (d *historyDialog) needs() [2]int { return [2]int{d.entry.Chosen(), d.other.Chosen() - 1} }

// show shows what is chosen, as soon as it is read.
func (d *historyDialog) show() {
	w, needs := d.w, d.needs()
	e := d.story[needs[0]]
	d.about.SetText(w.aboutWords(e))
	d.about.Hidden = w.aboutWords(e) == ""
	files, folder, id := w.deps.Files, w.clinic.Source(), d.book.Procedure.ID
	read := map[int]change.Edition{-1: author.EditionOf(d.book)}
	var missing error
	for _, i := range needs {
		if known, ok := d.editions[i]; ok {
			read[i] = known
		}
	}
	w.background(func() {
		for _, i := range needs {
			if _, known := read[i]; known {
				continue
			}
			edition, err := d.story[i].Edition(files, folder, id)
			if err != nil {
				missing = err
				continue
			}
			read[i] = edition
		}
	}, func() {
		for i, edition := range read {
			if i >= 0 {
				d.editions[i] = edition
			}
		}
		if d.needs() == needs { // else something else was chosen meanwhile
			d.tell(needs, read, missing)
		}
	})
}

// tell shows the differences, or why there are none to show.
func (d *historyDialog) tell(needs [2]int, read map[int]change.Edition, missing error) {
	t := d.w.words.T
	var blocks []widgets.Block
	switch {
	case missing != nil && history.Missing(missing):
		blocks = []widgets.Block{{Runs: widgets.Plain(t("history.not-kept"))}}
	case missing != nil:
		blocks = []widgets.Block{{Runs: widgets.Plain(t("history.unread", "why", sentence(missing.Error())))}}
	default:
		blocks = d.differences(read[needs[0]], read[needs[1]])
	}
	d.reading.SetBlocks(blocks...)
	_, whole := d.editions[needs[0]]
	for _, b := range []int{historyPages, historyBack} {
		able := whole && (b == historyPages || !d.w.clinic.Signed)
		if button := d.dialog.Button(b); able {
			button.Enable()
		} else {
			button.Disable()
		}
	}
	if d.dialog.Open() {
		d.dialog.Fit()
	}
}

// differences tell word by word what differs between two editions, in the languages
// that both have.
func (d *historyDialog) differences(was, other change.Edition) []widgets.Block {
	t := d.w.words.T
	was.Facts.Version, other.Facts.Version = 0, 0
	for _, e := range []*change.Edition{&was, &other} {
		words := e.Clone().Words
		for language, w := range words {
			w.Version, w.Partial = 0, false
			words[language] = w
		}
		e.Words = words
	}
	var blocks []widgets.Block
	for _, c := range change.Diff(was, other) {
		if language := c.Language(); language != "" {
			_, first := was.Words[language]
			if _, second := other.Words[language]; !first || !second {
				continue
			}
		}
		before, after := d.w.markedWords(c)
		blocks = append(blocks, widgets.Block{Kind: widgets.HeadingBlock, Runs: widgets.Plain(d.w.changeWords(c))})
		for _, side := range []struct {
			key  string
			runs []widgets.Run
		}{{"history.this", before}, {"history.that", after}} {
			if len(side.runs) == 0 {
				side.runs = widgets.Plain(t("newer.nothing"))
			}
			blocks = append(blocks, widgets.Block{Kind: widgets.RowBlock, Key: widgets.Plain(t(side.key)), Runs: side.runs})
		}
	}
	if len(blocks) == 0 {
		blocks = []widgets.Block{{Runs: widgets.Plain(t("history.same"))}}
	}
	return blocks
}

// changeWords are where a change is, with its language.
func (w *Window) changeWords(c change.Change) string {
	if language := c.Language(); language != "" {
		return w.languageName(language) + " · " + w.placeWords(c)
	}
	return w.placeWords(c)
}

// chosenEdition is what is chosen, with the language to show it in: the visit's, or
// the one that it has.
func (d *historyDialog) chosenEdition() (e history.Entry, edition change.Edition, language string) {
	i := d.entry.Chosen()
	e, edition, language = d.story[i], d.editions[i], d.language
	if _, has := edition.Words[language]; !has {
		language = e.Words[0].Language
	}
	return e, edition, language
}

// pages shows the pages as they were, every one marked as old, and lets them be
// printed.
func (d *historyDialog) pages() {
	w := d.w
	e, edition, language := d.chosenEdition()
	words := edition.Words[language]
	c := w.clinic
	c.Answers = clinic.Answers{}
	in := handout.Input{
		Procedure: &edition.Facts, Words: &words, Blanks: w.blanks, Clinic: &c, Today: w.today(),
		Old:   handout.Old{Version: edition.Facts.Version, Date: e.Date},
		Visit: visit.Visit{Procedure: edition.Facts.ID, Language: language},
	}
	if in.Old.Date.IsZero() {
		in.Old.Date = w.today()
	}
	title := w.words.T("history.old", "procedure", w.titleOf(edition.Facts.ID), "version", edition.Facts.Version)
	failed := func(why string) { d.reading.SetBlocks(widgets.Block{Runs: widgets.Plain(why)}) }
	w.showMade(title, in, failed, func(pages *sheet.Pages) []widgets.Action {
		return []widgets.Action{{Text: w.words.T("history.print"), Icon: "print", Do: func() bool {
			w.send(printing.Job{
				Printer: w.desk.Printer, Sides: printing.SidesOf(w.desk.Sides), Copies: 1,
				Title: edition.Facts.ID, Paper: w.paper(), Pages: pages,
			}, noPatient)
			return true
		}}}
	})
}

// bringBack opens the editor with the words as they were, as a change that can be
// taken back and is not saved yet.
func (d *historyDialog) bringBack() bool {
	w := d.w
	e, edition, _ := d.chosenEdition()
	now := author.EditionOf(d.book)
	if slices.Contains(w.drafts().IDs(), now.Facts.ID) {
		d.reading.SetBlocks(widgets.Block{Runs: widgets.Plain(w.words.T("history.draft"))})
		return false
	}
	work := author.Begin(now)
	work.Change("", author.BroughtBack(now, edition))
	d.dialog.OnClosed = func() {
		w.bringing = bringing{work, w.words.T("history.brought", "version", edition.Facts.Version, "date", w.spokenDay(e))}
		w.do("edit-procedure")
	}
	return true
}

// A bringing is old words that the editor is to begin with.
type bringing struct {
	work *author.Work
	why  string
}

// spokenDay is the day of an entry; "" where nobody noted it.
func (w *Window) spokenDay(e history.Entry) string {
	if e.Date.IsZero() {
		return ""
	}
	return w.spoken().Printed(e.Date)
}
