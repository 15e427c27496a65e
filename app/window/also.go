package window

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/handout"
	"deskleaf/app/printing"
	"deskleaf/app/sheet"
	"deskleaf/app/visit"
	visitpanel "deskleaf/app/window/visit"
	"deskleaf/content"
	"deskleaf/content/find"
	"deskleaf/widgets"
)

// offered are the sheets that staff can tick beside the procedure that is read, and
// those that they have ticked already.
func (w *Window) offered() []visitpanel.Also {
	ids := handout.Offered(&w.book.Procedure, w.clinic.Facts.PrintAlso[w.book.Procedure.ID], w.procedureOf)
	for _, id := range w.visit.Also {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	all := make([]visitpanel.Also, len(ids))
	for i, id := range ids {
		all[i] = visitpanel.Also{ID: id, Name: w.titleOf(id)}
	}
	return all
}

// procedureOf is a procedure of the library; nil where there is none.
func (w *Window) procedureOf(id string) *content.Procedure {
	if o := w.besides(id); o.err == nil {
		return &o.book.Procedure
	}
	return nil
}

// errReading is why a sheet cannot be had at once: its procedure is being read.
var errReading = errors.New("it is being read")

// besides is a procedure whose sheet goes out with the one that is read. Those that
// are offered were read with it; another one is read now, and shown when it is there.
func (w *Window) besides(id string) opened {
	o, ok := w.beside[id]
	if !ok {
		w.beside[id] = opened{err: errReading}
		w.readBeside(id, w.showAll)
		o = w.beside[id] // it may be there by now
	}
	return o
}

// readBeside reads a procedure whose sheet goes out with the one that is read, away from the
// window's thread, and then goes on, unless another one is read by then.
func (w *Window) readBeside(id string, then func()) {
	books, files, c, beside := w.library, w.deps.Files, w.clinic, w.beside
	var o opened
	w.reading(func() { o = openBook(books, files, &c, id) }, func() {
		beside[id] = o
		if reflect.ValueOf(beside).Pointer() == reflect.ValueOf(w.beside).Pointer() {
			then()
		}
	})
}

func (w *Window) hasOffered() bool { return w.hasProcedure() && len(w.offered()) > 0 }

// toggleAlso ticks every sheet that is offered, or none where all are ticked.
func (w *Window) toggleAlso() {
	all := w.offered()
	on := slices.ContainsFunc(all, func(a visitpanel.Also) bool { return !slices.Contains(w.visit.Also, a.ID) })
	w.edit(func(v *visit.Visit) {
		for _, a := range all {
			v.SetAlso(a.ID, on)
		}
	})
}

// alsoInputs are what the sheets that go out too are made from.
func (w *Window) alsoInputs(c *clinic.Clinic) ([]handout.Input, error) {
	var all []handout.Input
	for _, id := range w.visit.Also {
		o := w.besides(id)
		if o.err != nil {
			return nil, &handout.AlsoError{Procedure: id, Err: o.err}
		}
		in, ok := o.approved.Prints(c, o.book, w.visit.Language, w.today())
		if !ok {
			missing := &handout.MissingWords{Language: w.visit.Language, Paths: o.book.Missing[w.visit.Language]}
			return nil, &handout.AlsoError{Procedure: id, Err: missing}
		}
		in.Blanks, in.Clinic, in.Visit, in.Today = w.blanks, c, w.visit.Along(&o.book.Procedure), w.today()
		all = append(all, in)
	}
	return all, nil
}

// chooseAlso asks which other sheet to print with this one, and whether the clinic
// wants it offered from now on. Two whose rules contradict each other are refused.
func (w *Window) chooseAlso() {
	t, first := w.words.T, w.book
	others := w.others()
	names := make([]string, len(others))
	for i, e := range others {
		names[i] = e.Short
	}
	says := widgets.NewNotice(widgets.Caution, nil)
	says.Hide()
	choice := widgets.NewChoice(t("compare.choose"), names, -1, func(int) { says.Hide() })
	keep := widgets.NewCheck(t("also.keep", "procedure", w.titleOf(first.Procedure.ID)), false, nil)
	if w.clinic.Folder == "" || w.clinic.Locked() {
		keep.Hide()
	}
	var d *widgets.Dialog
	take := func() bool {
		if choice.Chosen() < 0 {
			return false
		}
		id := others[choice.Chosen()].ID
		w.readBeside(id, func() {
			switch o := w.beside[id]; {
			case !d.Open() || w.book != first:
				return
			case o.err != nil:
				says.Set(widgets.Fail, widgets.Plain(sentence(o.err.Error())))
			case o.book.Procedure.Apart(&first.Procedure):
				says.Set(widgets.Caution, widgets.Plain(t("also.apart", "procedure", w.titleOf(first.Procedure.ID), "other", w.titleOf(id))))
			default:
				if d.Close(); keep.Checked() {
					w.keepAlso(first.Procedure.ID, id)
				}
				w.edit(func(v *visit.Visit) { v.SetAlso(id, true) })
				return
			}
			says.Show()
			d.Fit()
		})
		return false
	}
	d = widgets.NewDialog(t("also.title", "procedure", w.titleOf(first.Procedure.ID)),
		widgets.NewColumn(10, widgets.NewFormRow(t("also.with"), choice), keep, says),
		widgets.Action{Text: t("dialog.cancel"), Cancel: true},
		widgets.Action{Text: t("also.take"), Default: true, Do: take})
	d.Width = 520
	d.Show(w.frame.Canvas(), choice)
}

// others are all procedures but the one that is read, by name.
func (w *Window) others() []find.Entry {
	others := slices.DeleteFunc(slices.Clone(w.library.Entries()), func(e find.Entry) bool { return e.ID == w.book.Procedure.ID })
	slices.SortFunc(others, func(a, b find.Entry) int { return strings.Compare(a.Short, b.Short) })
	return others
}

// keepAlso has the clinic offer a sheet with a procedure from now on.
func (w *Window) keepAlso(id, other string) {
	facts := w.clinic.Facts
	facts.PrintAlso = maps.Clone(facts.PrintAlso)
	if facts.PrintAlso == nil {
		facts.PrintAlso = map[string][]string{}
	}
	if !slices.Contains(facts.PrintAlso[id], other) {
		facts.PrintAlso[id] = append(slices.Clone(facts.PrintAlso[id]), other)
		w.saveFacts(nil, w.clinic.Facts, facts, func() {})
	}
}

// onPaper is pages as a job prints them: on both sides, no sheet begins on the back
// of another.
func onPaper(pages *sheet.Pages, sides printing.Sides) *sheet.Pages {
	if sides == printing.OneSide {
		return pages
	}
	return pages.OnLeaves()
}
