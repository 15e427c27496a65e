package window

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"deskleaf/app/author/fresh"
	"deskleaf/app/clinic"
	"deskleaf/app/document"
	"deskleaf/app/window/find"
	"deskleaf/widgets"
)

// A newDialog asks what a new procedure is called and what it begins with.
type newDialog struct {
	w      *Window
	dialog *widgets.Dialog

	name     *widgets.Field
	proposed string // the name that the document gave
	language *widgets.Segments
	from     *widgets.Segments
	says     *widgets.Text // about what it begins with
	copyHint *widgets.Text
	own      *widgets.Check
	went     *widgets.Link
	fileRow  fyne.CanvasObject
	search   *find.Screen
	list     fyne.CanvasObject
	like     string // the id of the procedure to copy

	document document.Document
	report   fresh.Report
	read     bool // document was read
	readings int  // counts them: the last one counts
}

// What a new procedure begins with, by the numbers of the choice.
const (
	fromNothing = iota
	fromAnother
	fromDocument
	fromClipboard
)

// newLanguages are those that a new procedure can be begun in.
var newLanguages = []string{"en", "es"}

// asNew does what begins a new procedure, behind the guard of its command.
func (w *Window) asNew(do func()) {
	w.run(Command{ID: "new-procedure", Enabled: w.hasLibrary, Behind: contentGuard, Run: func() {
		if w.clinic.Away != clinic.Here {
			w.toast("edit.away")
			return
		}
		do()
	}})
}

// beginNew asks for a new procedure, with a name to propose.
func (w *Window) beginNew(name string) {
	if w.clinic.Away != clinic.Here {
		w.toast("edit.away")
		return
	}
	var kept []begun
	drafts := w.drafts()
	w.background(func() { kept = begunIn(drafts) }, func() { w.showNew(name, kept) })
}

// addNamed begins a new procedure that somebody searched for and that there is not.
func (w *Window) addNamed(name string) {
	for _, c := range w.table {
		if c.ID == "new-procedure" {
			c.Run = func() { w.beginNew(name) }
			w.run(c)
		}
	}
}

// showNew shows the dialog, with those that were begun and not saved to go on with.
func (w *Window) showNew(name string, kept []begun) *newDialog {
	t := w.words.T
	d := &newDialog{w: w, name: widgets.NewField(t("new.name.hint")), says: widgets.NewText(widgets.BodyStyle, nil)}
	d.name.SetText(name)
	d.name.OnChanged = d.named
	d.named(name)
	d.language = widgets.NewSegments([]string{w.languageName("en"), w.languageName("es")}, 0, func(int) { d.judge() })
	d.from = widgets.NewSegments([]string{t("new.from.nothing"), t("new.from.another"), t("new.from.document"), t("new.from.clipboard")}, fromNothing, func(int) { d.choose() })
	d.copyHint = widgets.NewText(widgets.MutedStyle, widgets.Plain(t("new.copyright")))
	d.own = widgets.NewCheck(t("new.own"), false, func(bool) {})
	d.went = widgets.NewLink(t("new.went"), d.showWent)
	d.fileRow = widgets.NewFlow(8, widgets.NewButton(t("new.file"), "folder", widgets.Quiet, d.chooseFile))
	d.search = w.find.Another(func(id string) { d.like = id; d.tell() }, func() { d.dialog.Accept() }, func() { d.dialog.Cancel() })
	d.list = container.New(tall{min(w.frame.Canvas().Size().Height-420, 200*w.scale())}, d.search.List)
	column := widgets.NewColumn(10)
	for _, b := range kept {
		column.Add(widgets.NewFlow(6, widgets.NewText(widgets.BodyStyle, widgets.Plain(t("new.kept", "procedure", b.name))),
			widgets.NewLink(t("edit.offer.go-on"), func() { d.dialog.Close(); w.resumeNew(b.id) })))
	}
	for _, o := range []fyne.CanvasObject{
		widgets.NewFormRow(t("new.name"), d.name), widgets.NewFormRow(t("new.language"), d.language), widgets.NewFormRow(t("new.from"), d.from),
		d.fileRow, d.search.Entry, d.list, d.says, d.went, d.own, d.copyHint,
	} {
		column.Add(o)
	}
	d.dialog = widgets.NewDialog(t("new.title"), column, widgets.Action{Text: t("dialog.cancel"), Cancel: true},
		widgets.Action{Text: t("new.start"), Icon: "edit", Default: true, Do: d.start})
	d.dialog.Width = 640
	d.tell()
	d.dialog.Show(w.frame.Canvas(), d.name)
	return d
}

// named says where there is a procedure of that name already.
func (d *newDialog) named(name string) {
	hint := ""
	if d.w.find.Named(strings.TrimSpace(name)) {
		hint = d.w.words.T("new.name.known")
	}
	d.name.SetHint(hint, false)
}

// choose begins with something else. It moves the focus nowhere: the arrows may be on
// their way to the next.
func (d *newDialog) choose() {
	d.forget()
	d.tell()
	if d.from.Chosen() == fromClipboard {
		d.take(func() (document.Document, error) { return document.Pasted(fyne.CurrentApp().Clipboard().Content()) })
	}
}

// forget forgets the document, and whatever is being read.
func (d *newDialog) forget() {
	d.readings++
	d.read, d.document, d.report = false, document.Document{}, fresh.Report{}
}

// chooseFile lets a document be chosen.
func (d *newDialog) chooseFile() {
	folder := d.w.documentFolder
	if folder == "" {
		folder = d.w.deps.Documents
	}
	d.w.pick(d.w.words.T("new.file"), folder, documents, d.open)
}

// documents are the endings of files that somebody may take for a document: also of
// those that cannot be read, to say what can be done with them.
var documents = append([]string{".doc", ".pdf", ".rtf", ".odt"}, document.Endings...)

// isDocument reports whether a file that was dragged here is a document, and no table.
func isDocument(path string) bool {
	ending := strings.ToLower(filepath.Ext(path))
	return slices.Contains(documents, ending) && !slices.Contains(tables, ending)
}

// droppedDocument asks for a new procedure that begins with a document.
func (w *Window) droppedDocument(path string) {
	w.asNew(func() { w.showNew("", nil).open(path) })
}

// open reads a document.
func (d *newDialog) open(path string) {
	d.w.documentFolder = filepath.Dir(path)
	d.from.SetChosen(fromDocument)
	d.take(func() (document.Document, error) { return document.Open(d.w.deps.Files, path) })
}

// take reads a document away from the window's thread, and says what is in it.
func (d *newDialog) take(read func() (document.Document, error)) {
	d.forget()
	d.says.SetRuns(widgets.Plain(d.w.words.T("new.reading")))
	d.tellParts()
	reading, p := d.readings, d.procedure("x")
	var doc document.Document
	var report fresh.Report
	var err error
	d.w.background(func() {
		if doc, err = read(); err == nil {
			p.Name, p.Language = fresh.Name(doc), doc.Language
			_, report = fresh.Import(doc, p, false)
		}
	}, func() {
		if reading != d.readings || !d.dialog.Open() {
			return
		}
		if err != nil {
			d.says.SetRuns(widgets.Marked(d.w.whyNoDocument(err)))
			d.tellParts()
			return
		}
		d.document, d.report, d.read = doc, report, true
		if name := fresh.Name(doc); d.name.Text == "" || d.name.Text == d.proposed {
			d.proposed = name
			d.name.SetText(name)
		}
		d.language.SetChosen(max(slices.Index(newLanguages, doc.Language), 0))
		d.tell()
	})
}

// judge says what becomes of the document.
func (d *newDialog) judge() {
	if d.read {
		_, d.report = fresh.Import(d.document, d.procedure("x"), false)
	}
	d.tell()
}

// procedure is what was said of the procedure.
func (d *newDialog) procedure(id string) fresh.Procedure {
	p := fresh.Procedure{
		ID: id, Name: strings.TrimSpace(d.name.Text), Language: newLanguages[d.language.Chosen()], Today: d.w.today(),
		Source: d.w.words.T("new.source"),
	}
	if d.read {
		for _, title := range []string{p.Name, d.document.Name, d.document.Title} {
			if title != "" {
				p.Source = title
			}
		}
	}
	return p
}

// tell says what it begins with.
func (d *newDialog) tell() {
	t := d.w.words.T
	says := ""
	switch d.from.Chosen() {
	case fromNothing:
		says = t("new.says.nothing")
	case fromAnother:
		if says = t("new.says.another"); d.like != "" {
			says = t("new.says.like", "procedure", d.w.titleOf(d.like))
		}
	case fromDocument:
		says = t("new.says.document")
	}
	if r := d.report; d.read {
		file := d.document.Name
		if file == "" {
			file = t("new.clipboard")
		}
		says = t("new.says.read", "file", file, "steps", r.Steps, "signs", r.Signs, "lines", r.Lines+r.Asked, "left", r.Left, "codes", len(d.document.Codes), "out", len(d.document.Asides))
	}
	d.says.SetRuns(widgets.Marked(says))
	d.tellParts()
}

// tellParts shows the parts that belong to what it begins with.
func (d *newDialog) tellParts() {
	from := d.from.Chosen()
	show(d.fileRow, from == fromDocument)
	show(d.search.Entry, from == fromAnother)
	show(d.list, from == fromAnother)
	show(d.went, d.read)
	show(d.own, d.read)
	show(d.copyHint, d.read)
	if d.dialog != nil && d.dialog.Open() {
		d.dialog.Fit()
	}
}

// showWent says of each heading where it led, what has no place, and what was left out.
func (d *newDialog) showWent() {
	w, t := d.w, d.w.words.T
	e, _ := fresh.Import(d.document, d.procedure("x"), false)
	var blocks []widgets.Block
	chapter := func(key string, n int) {
		if n > 0 {
			blocks = append(blocks, widgets.Block{Kind: widgets.HeadingBlock, Runs: widgets.Plain(t(key, "n", n))})
		}
	}
	row := func(key, text string) {
		blocks = append(blocks, widgets.Block{Kind: widgets.RowBlock, Key: widgets.Plain(key), Runs: widgets.Plain(text)})
	}
	chapter("new.went.headings", len(d.report.Headings))
	for _, h := range d.report.Headings {
		row(h.Heading, w.whereWords(h.Where))
	}
	m := e.Words[newLanguages[d.language.Chosen()]].Imported
	chapter("document.left", len(m.Left))
	for _, l := range m.Left[:min(len(m.Left), mostShown)] {
		row(l.Under, l.Text)
	}
	chapter("document.codes", len(d.document.Codes))
	for _, c := range d.document.Codes {
		row(c.System+" "+c.Number, c.Near)
	}
	chapter("new.went.out", len(d.document.Asides))
	for _, a := range d.document.Asides[:min(len(d.document.Asides), mostShown)] {
		row(t("new.out."+string(a.Place)), a.Text)
	}
	over := widgets.NewDialog(t("new.went"), w.tallReading(blocks), widgets.Action{Text: t("dialog.close"), Cancel: true, Default: true})
	over.Width = 720
	over.Show(w.frame.Canvas(), nil)
}

// whereWords is what the window calls a place for texts of a document.
func (w *Window) whereWords(where fresh.Where) string {
	for _, key := range []string{"part." + string(where), "section." + strings.TrimPrefix(string(where), "sections."), "new.where." + string(where)} {
		if w.words.Has(key) {
			return w.words.T(key)
		}
	}
	return string(where)
}
