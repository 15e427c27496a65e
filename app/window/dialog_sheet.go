package window

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/handout"
	"deskleaf/app/history"
	"deskleaf/content"
	"deskleaf/widgets"
)

// A sheetDialog asks for the code in a page's foot and says from which words the
// page was printed.
type sheetDialog struct {
	w      *Window
	code   *widgets.Field
	says   *widgets.Text
	dialog *widgets.Dialog
	found  []handout.Found
}

// lookUpSheet shows the dialog. The visit of the patient at the counter stays as
// it is, whatever is looked up.
func (w *Window) lookUpSheet() {
	t := w.words.T
	d := &sheetDialog{w: w, code: widgets.NewField(t("sheet.hint")), says: widgets.NewText(widgets.BodyStyle, nil)}
	d.says.Hide()
	d.code.OnChanged = func(string) { d.tell(nil, "") }
	content := widgets.NewColumn(10,
		widgets.NewText(widgets.BodyStyle, widgets.Plain(t("sheet.text"))),
		widgets.NewFormRow(t("sheet.code"), d.code),
		d.says,
	)
	d.dialog = widgets.NewDialog(t("sheet.title"), content,
		widgets.Action{Text: t("dialog.close"), Cancel: true},
		widgets.Action{Text: t("sheet.show"), Icon: "sheet", Do: func() bool { d.show(); return false }},
		widgets.Action{Text: t("sheet.look-up"), Icon: "search", Default: true, Do: func() bool { d.lookUp(); return false }})
	d.dialog.Width = 540
	d.tell(nil, "")
	d.dialog.Show(w.frame.Canvas(), d.code)
}

// tell shows what was found, or why nothing was.
func (d *sheetDialog) tell(found []handout.Found, says string) {
	d.found = found
	d.says.SetRuns(widgets.Marked(says))
	d.says.Hidden = says == ""
	show := d.dialog.Button(1)
	if len(found) == 1 && found[0].Edition != nil {
		show.Enable()
	} else {
		show.Disable()
	}
	if d.dialog.Open() {
		d.dialog.Fit()
	}
}

// lookUp reads the code and looks through all words that are here.
func (d *sheetDialog) lookUp() {
	t := d.w.words.T
	code, err := handout.ReadCode(d.code.Text)
	switch {
	case errors.Is(err, handout.ErrSlip):
		d.tell(nil, t("sheet.slip"))
		return
	case err != nil:
		d.tell(nil, t("sheet.bad"))
		return
	}
	var found []handout.Found
	books, files, c := d.w.library, d.w.deps.Files, d.w.clinic
	d.w.background(func() {
		kept := history.All(files, c.Source(), c.SignOffs)
		found = handout.Lookup(code, history.Sheets(books.Editions(), kept), c.SignOffs)
	}, func() {
		switch {
		case !d.dialog.Open():
		case len(found) == 0:
			d.tell(nil, t("sheet.none", "code", code))
		default:
			d.tell(found, d.w.sheetWords(found))
		}
	})
}

// sheetWords says what was found.
func (w *Window) sheetWords(found []handout.Found) string {
	var lines []string
	if len(found) > 1 {
		lines = append(lines, w.words.T("sheet.several", "n", len(found)))
	}
	for _, f := range found {
		lines = append(lines, w.sheetLines(f)...)
	}
	return strings.Join(lines, "\n")
}

// sheetLines are one sheet: the procedure, what was chosen, whose words they are.
func (w *Window) sheetLines(f handout.Found) []string {
	t := w.words.T
	size := t("visit.standard")
	if f.Large {
		size = t("visit.large-print")
	}
	what := []string{size}
	for _, p := range f.Parts {
		what = append(what, t("part."+string(p)))
	}
	if f.Longer {
		what = append(what, t("sheet.longer"))
	}
	for _, id := range slices.Sorted(maps.Keys(f.Options)) {
		what = append(what, t("sheet.option", "option", w.optionOf(f, id), "choice", w.choiceOf(f, id)))
	}
	whose := t("sheet.gone")
	switch {
	case f.Edition == nil:
	case f.Edition.Shipped:
		whose = t("sheet.shipped")
	case f.Edition.Kept:
		whose = t("sheet.kept")
	default:
		whose = t("sheet.own")
	}
	approved := t("sheet.unapproved")
	if s := f.SignOff; s != (clinic.SignOff{}) {
		approved = t("sheet.approved", "who", s.Who, "role", s.Role, "date", w.spoken().Printed(s.Date))
	}
	lines := []string{
		t("sheet.what", "procedure", w.titleOf(f.Procedure), "language", w.languageName(f.Language), "version", f.Version),
		strings.Join(what, " · "), whose + " " + approved,
	}
	if f.Edition != nil {
		lines = append(lines, t("sheet.without"))
	}
	return lines
}

// optionOf is the name of an option; its id where the words are gone.
func (w *Window) optionOf(f handout.Found, id string) string {
	if f.Edition != nil {
		return content.Plain(f.Edition.Words.Options[id].Name)
	}
	return id
}

// choiceOf is what was chosen for an option, in words.
func (w *Window) choiceOf(f handout.Found, id string) string {
	chosen := f.Options[id]
	switch {
	case chosen == "":
		return w.words.T("sheet.unchosen")
	case f.Edition != nil:
		return content.Plain(f.Edition.Words.Options[id].Choices[chosen].Name)
	}
	return chosen
}

// show lays the sheet that was found out again and shows its pages.
func (d *sheetDialog) show() {
	w := d.w
	in := d.found[0].Input(w.blanks, &w.clinic, w.today())
	w.showMade(w.titleOf(d.found[0].Procedure), in, func(why string) { d.tell(nil, why) }, nil)
}
