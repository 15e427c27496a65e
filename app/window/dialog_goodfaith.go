package window

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/app/cost"
	"deskleaf/app/cost/gfe"
	"deskleaf/app/cost/paper"
	"deskleaf/app/printing"
	"deskleaf/app/sheet"
	"deskleaf/app/window/goodfaith"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/phrases"
	"deskleaf/widgets"
)

// openGoodFaith shows the form of a good-faith estimate, filled in as far as the
// visit and the clinic's prices say it.
func (w *Window) openGoodFaith() {
	if w.visit.Practice {
		w.toast("tour.no-estimate")
		return
	}
	w.showGoodFaith(w.knownGoodFaith())
}

// knownGoodFaith is what an estimate begins with.
func (w *Window) knownGoodFaith() gfe.Form {
	f := gfe.Form{Language: w.visit.Language, Made: w.today(), Scheduled: w.today(), Date: w.visit.Date}
	f.Patient.Name = w.visit.Name
	if f.Date.IsZero() {
		f.Scheduled, f.Requested = civil.Date{}, w.today()
	}
	if w.book == nil {
		return f
	}
	words := w.staffWords()
	if own, ok := w.book.In(w.visit.Language); ok {
		words = own
	}
	p, _ := phrases.In(w.visit.Language) // without phrases there is no such language
	f.Service = content.Plain(words.Title)
	if p != nil && w.visit.Side != content.NoSide {
		f.Service += ", " + p.SideLine(w.visit.Side)
	}
	c := w.talk.Clone().Case
	if c.Payer, c.Day = cost.WithNone, w.visit.Date; c.Day.IsZero() {
		c.Day = w.today()
	}
	if w.talk.Practice {
		c.Prices = nil
	}
	filled, _ := w.prices.Fill(c, &w.book.Procedure, "", "")
	providers, others := gfe.Fill(filled, &w.book.Procedure, func(code string) string { return content.Plain(words.Codes[code]) })
	f.Providers = providers
	if len(providers) == 0 {
		bill := filled.Bills(&w.book.Procedure)[0]
		f.Providers = []gfe.Provider{{Kind: string(bill.Who), Charges: []gfe.Line{{Code: filled.Code(&w.book.Procedure, bill), Quantity: 1}}}}
		others = slices.DeleteFunc(others, func(b content.Bill) bool { return b.Who == bill.Who })
	}
	for i := range f.Providers {
		w.identify(&f.Providers[i])
	}
	for _, b := range others {
		if p != nil {
			f.Others = append(f.Others, gfe.Other{Name: p.Cost.Biller(b.Who)})
		}
	}
	return f
}

// identify fills in who somebody is that bills: as the clinic remembers it, and
// else the visit's doctor by name.
func (w *Window) identify(p *gfe.Provider) {
	doctor, _ := w.clinic.Facts.Doctor(w.visit.Doctor)
	for _, b := range w.clinic.Facts.Billers {
		if string(b.Kind) == p.Kind && (doctor.Name == "" || p.Kind != string(content.Doctor) || b.Name == doctor.Name) {
			p.Name, p.NPI, p.TIN, p.Place, p.State = b.Name, b.NPI, b.TIN, b.Place, b.State
			return
		}
	}
	if p.Kind == string(content.Doctor) {
		p.Name = doctor.Name
	}
}

// showGoodFaith shows the form with an estimate in it.
func (w *Window) showGoodFaith(known gfe.Form) {
	t := w.words.T
	var d *widgets.Dialog
	form := goodfaith.New(goodfaith.Deps{
		Words: w.words, Say: w.sayDayYear,
		Read: func(text string) (civil.Date, error) {
			m, _, err := w.readWhen(text)
			return m.Date, err
		},
		Changed: func(lacks []gfe.Lack) {
			w.awake()
			if d == nil {
				return
			}
			says := t("gfe.save")
			if len(lacks) > 0 {
				says = t("gfe.save-draft")
			}
			d.Button(3).SetText(says)
		},
	}, known)
	box := &fyne.Container{Layout: tall{min(w.frame.Canvas().Size().Height-190, 520*w.scale())}, Objects: []fyne.CanvasObject{form.Content()}}
	var then func()
	leave := func(next func()) func() bool { return func() bool { then = next; return true } }
	d = widgets.NewDialog(t("gfe.title"), box,
		widgets.Action{Text: t("dialog.close"), Cancel: true},
		widgets.Action{Text: t("gfe.open"), Icon: "open", Do: leave(w.chooseGoodFaith)},
		widgets.Action{Text: t("gfe.compare"), Do: func() bool { w.compareBill(form.Value()); return false }},
		widgets.Action{Text: t("gfe.save"), Icon: "pdf", Do: func() bool { w.saveGoodFaith(form); return false }},
		widgets.Action{Text: t("visit.print"), Icon: "print", Do: func() bool { w.printGoodFaith(form); return false }})
	d.Width = 780
	w.estimating = true // what is typed is the patient's, and is cleared like a visit
	d.OnClosed = func() {
		w.estimating = false
		if then != nil {
			then()
		}
	}
	form.Show(known) // now that there is a button to say it on
	d.Show(w.frame.Canvas(), form.First())
}

// chooseGoodFaith opens an estimate that was saved.
func (w *Window) chooseGoodFaith() {
	w.pick(w.words.T("gfe.open"), w.saveFolder(), []string{".pdf", ".yaml"}, func(path string) {
		var form gfe.Form
		var err error
		w.background(func() {
			var data []byte
			if data, err = w.readSmall(path); err == nil {
				form, err = gfe.Read(filepath.Base(path), data)
			}
		}, func() {
			if err != nil {
				w.fail("fail.estimate", err)
				return
			}
			w.showGoodFaith(form)
		})
	})
}

// mostForm is the largest file that is read for an estimate, in bytes.
const mostForm = 20 << 20

// readSmall reads a file that must not be large.
func (w *Window) readSmall(path string) ([]byte, error) {
	info, err := w.deps.Files.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > mostForm {
		return nil, gfe.ErrTooLarge
	}
	return w.deps.Files.ReadFile(path)
}

// goodFaithPages makes the pages away from the window's thread.
func (w *Window) goodFaithPages(f *goodfaith.Form, then func(*sheet.Pages)) {
	form, c, today := f.Value(), w.clinic, w.today()
	if f.Remember() {
		w.rememberBillers(form)
	}
	var pages *sheet.Pages
	var err error
	w.background(func() {
		var s sheet.Sheet
		if s, err = paper.GoodFaith(form, &c, today); err == nil {
			pages, err = sheet.Paginate(s)
		}
	}, func() {
		if err != nil {
			w.fail("fail.pages", err)
			return
		}
		if letters := lettersOf(pages.Complaints); letters != "" {
			says := widgets.Marked(w.words.T("warn.letters", "letters", letters))
			w.notice(says[0].Text, strings.TrimSpace(says[1].Text))
		}
		then(pages)
	})
}

// printGoodFaith prints the estimate.
func (w *Window) printGoodFaith(f *goodfaith.Form) {
	patient := w.patient
	w.goodFaithPages(f, func(pages *sheet.Pages) {
		w.send(printing.Job{
			Printer: w.desk.Printer, Sides: printing.SidesOf(w.desk.Sides), Copies: 1,
			Pages: pages, Title: goodFaithName, Paper: w.paper(),
		}, patient)
	})
}

// goodFaithName is what files and print jobs are called: never the patient's name.
const goodFaithName = "good-faith-estimate"

// saveGoodFaith saves the estimate as a PDF that carries its data.
func (w *Window) saveGoodFaith(f *goodfaith.Form) {
	name := goodFaithName
	if d := f.Value().Date; !d.IsZero() {
		name += "-" + d.String()
	}
	w.askWhere(w.saveFolder(), name+".pdf", func(path string, replace bool, s saving) {
		if !strings.EqualFold(filepath.Ext(path), ".pdf") {
			path += ".pdf"
		}
		w.goodFaithPages(f, func(pages *sheet.Pages) { w.writePages(path, replace, pages, s) })
	})
}

// rememberBillers keeps who bills for the next estimate, where something of it is
// new. Nothing of the patient is among it.
func (w *Window) rememberBillers(f gfe.Form) {
	facts := w.clinic.Facts
	facts.Billers = slices.Clone(facts.Billers)
	for _, p := range f.Providers {
		if strings.TrimSpace(p.Name) == "" || p.Kind == "" {
			continue
		}
		b := clinic.Biller{Kind: content.Biller(p.Kind), Name: p.Name, NPI: p.NPI, TIN: p.TIN, Place: p.Place, State: p.State}
		i := slices.IndexFunc(facts.Billers, func(o clinic.Biller) bool { return o.Kind == b.Kind && o.Name == b.Name })
		if i < 0 {
			facts.Billers = append(facts.Billers, b)
		} else {
			facts.Billers[i] = b
		}
	}
	if !slices.Equal(facts.Billers, w.clinic.Facts.Billers) && w.clinic.Folder != "" {
		w.saveFacts(nil, w.clinic.Facts, facts, func() {})
	}
}

// compareBill puts bills beside an estimate, provider by provider.
func (w *Window) compareBill(f gfe.Form) {
	t := w.words.T
	says := widgets.NewText(widgets.BodyStyle, nil)
	first := widgets.NewField(t("visit.when.hint"))
	rows := []fyne.CanvasObject{widgets.NewText(widgets.BodyStyle, widgets.Marked(t("gfe.compare.text")))}
	billed := make([]*widgets.Field, len(f.Providers))
	for i, p := range f.Providers {
		billed[i] = widgets.NewField(p.Total().Plain())
		rows = append(rows, widgets.NewFormRow(p.Name, billed[i]))
	}
	rows = append(rows, widgets.NewFormRow(t("gfe.first-bill"), first), says)
	var d *widgets.Dialog
	d = widgets.NewDialog(t("gfe.compare"), widgets.NewColumn(8, rows...),
		widgets.Action{Text: t("dialog.close"), Cancel: true},
		widgets.Action{Text: t("gfe.compare.do"), Default: true, Do: func() bool {
			says.SetRuns(widgets.Marked(w.compared(f, billed, first.Text)))
			d.Fit()
			return false
		}})
	d.Width = 620
	var focus fyne.Focusable
	if len(billed) > 0 {
		focus = billed[0]
	}
	d.Show(w.frame.Canvas(), focus)
}

// compared says how each bill stands to what was expected.
func (w *Window) compared(f gfe.Form, billed []*widgets.Field, firstBill string) string {
	t := w.words.T
	bills := map[string]cost.Cents{}
	for i, field := range billed {
		field.SetHint("", false)
		if strings.TrimSpace(field.Text) == "" {
			continue
		}
		amount, err := cost.ReadAmount(field.Text)
		if err != nil {
			field.SetHint(t("cost.wrong.not-amount"), true)
			return ""
		}
		bills[f.Providers[i].Name] += amount
	}
	list, _ := f.Compare(bills)
	var lines []string
	disputed := false
	for _, c := range list {
		key := "gfe.compared.not"
		switch {
		case c.Disputed:
			key, disputed = "gfe.compared.dispute", true
		case c.Above > 0:
			key = "gfe.compared.less"
		}
		lines = append(lines, t(key, "who", c.Provider, "expected", c.Expected.String(), "billed", c.Billed.String(), "above", c.Above.String()))
	}
	if m, _, err := w.readWhen(firstBill); err == nil && disputed {
		lines = append(lines, t("gfe.compared.until", "date", w.sayDayYear(gfe.DisputeBy(m.Date))))
	}
	return strings.Join(lines, "\n")
}
