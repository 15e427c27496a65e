package day

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	schedule "deskleaf/app/day"
	"deskleaf/content"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// A lineForm puts one line right. What the clinic's own system calls a procedure,
// a doctor, a place or a language is kept for all lines; the rest is this line's.
type lineForm struct {
	screen *Screen
	entry  schedule.Entry
	dialog *widgets.Dialog

	says      *widgets.Notice
	when      *widgets.Field
	name      *widgets.Field
	procedure *widgets.Choice
	ids       []string // of the procedures to choose from
	side      *widgets.Segments
	sided     content.Side    // what the line says of the side, by whatever column
	doctor    *widgets.Choice // nil where the clinic has none
	place     *widgets.Choice
	language  *widgets.Choice
	size      *widgets.Segments
	options   []optionRow
	every     *widgets.Check // the options are for every line of this type; nil where that cannot be
}

// An optionRow chooses for one option of the procedure.
type optionRow struct {
	option content.Option
	list   *widgets.Choice
}

// formSides are the sides to choose from; nothing chosen is none.
var formSides = []content.Side{content.Left, content.Right, content.Both}

// askLine opens the form of a line, with the focus on what is in the way.
func (s *Screen) askLine(id string) {
	number, err := strconv.Atoi(id)
	i := s.at(number)
	if err != nil || i < 0 {
		return
	}
	f := &lineForm{screen: s, entry: s.entries[i]}
	t := s.deps.Words.T
	f.build()
	leave := "day.line.leave"
	if s.out[number] {
		leave = "day.line.take"
	}
	f.dialog = widgets.NewDialog(t("day.line.title", "n", number), f.content(),
		widgets.Action{Text: t("dialog.cancel"), Cancel: true},
		widgets.Action{Text: t(leave), Do: func() bool { s.leaveOut(id); return true }},
		widgets.Action{Text: t("day.line.save"), Default: true, Do: f.take})
	f.dialog.Width = 520
	s.deps.Ask(f.dialog, f.first())
}

// build makes the fields and fills them.
func (f *lineForm) build() {
	s, t, e := f.screen, f.screen.deps.Words.T, f.entry
	v, facts := e.Visit, s.reader.Clinic.Facts
	f.says = widgets.NewNotice(widgets.Caution, nil)
	f.tell(e)
	f.when, f.name = widgets.NewField(t("visit.when.hint")), widgets.NewField("")
	f.when.SetSilently(s.when(e))
	f.name.SetSilently(e.Line.Said(schedule.Name))
	f.procedures()
	sides := make([]string, len(formSides))
	for i, side := range formSides {
		sides[i] = t("side." + string(side))
	}
	if f.sided = v.Side; f.sided == content.NoSide && !f.troubled(schedule.Side) {
		f.sided = schedule.SideOf(e.Line.Said(schedule.Type))
	}
	f.side = widgets.NewSegments(sides, slices.Index(formSides, f.sided), nil)
	if len(facts.Doctors) > 0 {
		f.doctor = choiceOf(t("visit.doctor.any"), facts.Doctors, func(d clinic.Doctor) (string, string) { return d.ID, d.Name }, v.Doctor, e.Line.Said(schedule.Doctor))
	}
	if len(facts.Places) > 0 {
		f.place = choiceOf(t("visit.place.none"), facts.Places, func(p clinic.Place) (string, string) { return p.ID, p.Name }, v.Place, e.Line.Said(schedule.Place))
	}
	names := make([]string, len(s.deps.Tongues))
	for i, tag := range s.deps.Tongues {
		names[i] = s.deps.Tongue(tag)
	}
	f.language = widgets.NewChoice(e.Line.Said(schedule.Language), names, slices.Index(s.deps.Tongues, v.Language), nil)
	f.size = widgets.NewSegments([]string{t("visit.standard"), t("visit.large")}, chosenSize(v.Large), nil)
	f.makeOptions()
}

// makeOptions makes the rows of the procedure's options, where it is known.
func (f *lineForm) makeOptions() {
	s, v := f.screen, f.entry.Visit
	book, _, err := s.reader.Library.Book(v.Procedure)
	if err != nil {
		return
	}
	for _, o := range book.Procedure.Options {
		names := []string{s.deps.Words.T("visit.option.none")}
		for _, choice := range o.Choices {
			names = append(names, optionWords(s.deps.Words.Language, book, o.ID).Choices[choice].Name)
		}
		f.options = append(f.options, optionRow{o, widgets.NewChoice("", names, slices.Index(o.Choices, v.Choice(o))+1, nil)})
	}
	if said := f.entry.Line.Said(schedule.Type); len(f.options) > 0 && s.reader.Taught(said) {
		f.every = widgets.NewCheck(s.deps.Words.T("day.line.every", "said", said), false, nil)
	}
}

// optionWords are the names of an option in the language of the window, else in
// English.
func optionWords(language string, book *library.Book, id string) content.OptionWords {
	for _, l := range []string{language, library.BaseLanguage} {
		if words := book.Words[l]; words != nil && words.Options[id].Name != "" {
			return words.Options[id]
		}
	}
	return content.OptionWords{Name: id}
}

func chosenSize(large bool) int {
	if large {
		return 1
	}
	return 0
}

// choiceOf chooses one of the clinic's people or places, or nobody in particular.
// Where what the schedule says is none of them, nothing is chosen yet.
func choiceOf[T any](none string, all []T, of func(T) (id, name string), chosen, said string) *widgets.Choice {
	names, at := []string{none}, 0
	for i, one := range all {
		id, name := of(one)
		names = append(names, name)
		if id == chosen {
			at = i + 1
		}
	}
	if at == 0 && said != "" {
		at = -1
	}
	return widgets.NewChoice(said, names, at, nil)
}

// procedures chooses what the line's own name for a procedure means: first those
// that it is like, then all, last that there is no sheet to give.
func (f *lineForm) procedures() {
	s, e := f.screen, f.entry
	said := e.Line.Said(schedule.Type)
	f.ids = s.reader.Propose(said)
	for _, entry := range s.reader.Library.Entries() {
		if !slices.Contains(f.ids, entry.ID) {
			f.ids = append(f.ids, entry.ID)
		}
	}
	var names []string
	for _, id := range f.ids {
		names = append(names, s.reader.Title(id))
	}
	names = append(names, s.deps.Words.T("day.line.no-sheet"))
	chosen := slices.Index(f.ids, e.Visit.Procedure)
	if e.Why == schedule.NoSheet {
		chosen = len(f.ids)
	}
	f.procedure = widgets.NewChoice(f.screen.deps.Words.T("day.line.choose"), names, chosen, nil)
}

// content is the form.
func (f *lineForm) content() fyne.CanvasObject {
	t := f.screen.deps.Words.T
	means := t("day.field.procedure")
	if said := f.entry.Line.Said(schedule.Type); said != "" {
		means = t("day.line.means", "said", said)
	}
	rows := []fyne.CanvasObject{f.says, widgets.NewFormRow(means, f.procedure), widgets.NewFormRow(t("visit.side"), f.side),
		widgets.NewFormRow(t("visit.when"), f.when), widgets.NewFormRow(t("visit.name"), f.name)}
	rows = append(rows, f.optionRows()...)
	if f.doctor != nil {
		rows = append(rows, widgets.NewFormRow(t("visit.doctor"), f.doctor))
	}
	if f.place != nil {
		rows = append(rows, widgets.NewFormRow(t("visit.place"), f.place))
	}
	rows = append(rows, widgets.NewFormRow(t("visit.language"), f.language), widgets.NewFormRow(t("visit.large-print"), f.size),
		widgets.NewText(widgets.MutedStyle, widgets.Plain(t("day.line.kept"))))
	return widgets.NewColumn(8, rows...)
}

// optionRows are the rows of the options.
func (f *lineForm) optionRows() []fyne.CanvasObject {
	book, _, err := f.screen.reader.Library.Book(f.entry.Visit.Procedure)
	if err != nil {
		return nil
	}
	var rows []fyne.CanvasObject
	for _, o := range f.options {
		rows = append(rows, widgets.NewFormRow(content.Plain(optionWords(f.screen.deps.Words.Language, book, o.option.ID).Name), o.list))
	}
	if f.every != nil {
		rows = append(rows, widgets.NewFormRow("", f.every))
	}
	return rows
}

// tell says what is in the way.
func (f *lineForm) tell(e schedule.Entry) {
	says := f.screen.note(e, f.screen.stateOf(e))
	f.says.Hidden = says == "" || e.State == schedule.Ready
	f.says.Set(widgets.Caution, widgets.Plain(says))
}

// first is the field that the first trouble is about.
func (f *lineForm) first() fyne.Focusable {
	if len(f.entry.Troubles) == 0 {
		return f.procedure
	}
	fields := map[schedule.Field]fyne.Focusable{
		schedule.Date: f.when, schedule.Time: f.when, schedule.Type: f.procedure, schedule.Side: f.side,
		schedule.Name: f.name, schedule.Language: f.language, schedule.Size: f.size,
	}
	if f.doctor != nil {
		fields[schedule.Doctor] = f.doctor
	}
	if f.place != nil {
		fields[schedule.Place] = f.place
	}
	return fields[f.entry.Troubles[0].Field]
}
