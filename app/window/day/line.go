package day

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	schedule "deskleaf/app/day"
	"deskleaf/app/table"
	"deskleaf/content"
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

// take takes what was filled in. Where the line is still in the way of itself, the
// form stays and says why.
func (f *lineForm) take() bool {
	s := f.screen
	l, ok := f.line()
	if !ok {
		return false
	}
	rules := f.rules()
	delete(s.out, l.Number)
	if f.passesOver() && !f.teaches() {
		s.out[l.Number] = true
	}
	s.schedule.Lines[s.at(l.Number)] = l
	s.learn(rules)
	e := s.entries[s.at(l.Number)]
	if e.State != schedule.Blocked {
		return true
	}
	f.entry = e
	f.tell(e)
	f.dialog.Fit()
	return false
}

// line is the line with what belongs to it alone.
func (f *lineForm) line() (schedule.Line, bool) {
	s, l, v := f.screen, f.entry.Line, f.entry.Visit
	if text := strings.TrimSpace(f.when.Text); text != s.when(f.entry) || v.Date.IsZero() {
		m, hasTime, err := s.deps.Read(text)
		if err != nil {
			f.when.SetHint(s.deps.WhyNot(err), true)
			return l, false
		}
		when := m.Date.String()
		if hasTime {
			when = m.String()
		}
		l = l.With(schedule.Date, when).With(schedule.Time, "")
	}
	if name := strings.TrimSpace(f.name.Text); name != l.Said(schedule.Name) {
		l = l.With(schedule.Name, name)
	}
	if id := f.chosenProcedure(); id != "" && id != v.Procedure && !f.teaches() {
		l = l.With(schedule.Type, id)
	}
	if side := f.chosenSide(); side != f.sided {
		l = l.With(schedule.Side, string(side))
		if of := s.reader.Read(l.With(schedule.Side, "")).Visit.Side; of != content.NoSide && of != side {
			l = l.With(schedule.Type, f.chosenProcedure()) // the type says another side
		}
	}
	if large := f.size.Chosen() == 1; large != v.Large || f.troubled(schedule.Size) {
		size := "standard"
		if large {
			size = "large"
		}
		l = l.With(schedule.Size, size)
	}
	return f.withPeople(f.withLanguage(l)), true
}

// withPeople is the line with another doctor and place, unless that is learned.
func (f *lineForm) withPeople(l schedule.Line) schedule.Line {
	v, facts := f.entry.Visit, f.screen.reader.Clinic.Facts
	if f.doctor != nil && !f.troubled(schedule.Doctor) && f.doctor.Chosen() >= 0 {
		id := ""
		if i := f.doctor.Chosen(); i > 0 {
			id = facts.Doctors[i-1].ID
		}
		if id != v.Doctor {
			l = l.With(schedule.Doctor, id)
		}
	}
	if f.place != nil && !f.troubled(schedule.Place) && f.place.Chosen() >= 0 {
		id := ""
		if i := f.place.Chosen(); i > 0 {
			id = facts.Places[i-1].ID
		}
		if id != v.Place {
			l = l.With(schedule.Place, id)
		}
	}
	return l
}

// withLanguage is the line with another language, unless that is learned.
func (f *lineForm) withLanguage(l schedule.Line) schedule.Line {
	i := f.language.Chosen()
	if i < 0 || f.troubled(schedule.Language) && !f.notWritten() {
		return l
	}
	if tag := f.screen.deps.Tongues[i]; tag != f.entry.Visit.Language {
		return l.With(schedule.Language, tag)
	}
	return l
}

// notWritten reports whether the language is known and the procedure lacks it.
func (f *lineForm) notWritten() bool {
	return slices.ContainsFunc(f.entry.Troubles, func(t schedule.Trouble) bool { return t.Reason == schedule.NotInLanguage })
}

// troubled reports whether a field is in the way.
func (f *lineForm) troubled(field schedule.Field) bool {
	return slices.ContainsFunc(f.entry.Troubles, func(t schedule.Trouble) bool { return t.Field == field })
}

func (f *lineForm) chosenSide() content.Side {
	if i := f.side.Chosen(); i >= 0 {
		return formSides[i]
	}
	return content.NoSide
}

// chosenProcedure is the id of the procedure chosen, or nothing.
func (f *lineForm) chosenProcedure() string {
	if i := f.procedure.Chosen(); i >= 0 && i < len(f.ids) {
		return f.ids[i]
	}
	return ""
}

// passesOver reports whether there is no sheet to give.
func (f *lineForm) passesOver() bool { return f.procedure.Chosen() == len(f.ids) }

// teaches reports whether what is chosen for the procedure is meant for all lines
// that say the same: where nobody knows yet what it means, or where it was taught. A
// code or a name that is known is another thing in this line alone.
func (f *lineForm) teaches() bool {
	said := f.entry.Line.Said(schedule.Type)
	if said == "" {
		return false
	}
	unknown := slices.ContainsFunc(f.entry.Troubles, func(t schedule.Trouble) bool {
		return t.Reason == schedule.UnknownType || t.Reason == schedule.SharedType
	})
	return unknown || f.screen.reader.Taught(said)
}

// rules are the clinic's rules with what this line teaches.
func (f *lineForm) rules() clinic.Schedules {
	s, e := f.screen, f.entry
	rules, facts := s.deps.Setting().Clinic.Schedules, s.reader.Clinic.Facts
	said := e.Line.Said(schedule.Type)
	switch id := f.chosenProcedure(); {
	case !f.teaches():
	case f.passesOver():
		rules = schedule.TeachType(rules, said, nil, content.NoSide)
	case id != "" && id != e.Visit.Procedure:
		if book, _, err := s.reader.Library.Book(id); err == nil {
			rules = schedule.TeachType(rules, said, &book.Procedure, schedule.SideOf(said))
		}
	}
	if f.doctor != nil && f.troubled(schedule.Doctor) && f.doctor.Chosen() >= 0 {
		id := schedule.Anyone
		if i := f.doctor.Chosen(); i > 0 {
			id = facts.Doctors[i-1].ID
		}
		rules.Doctors = clinic.WithName(rules.Doctors, table.Fold(e.Line.Said(schedule.Doctor)), id)
	}
	if f.place != nil && f.troubled(schedule.Place) && f.place.Chosen() >= 0 {
		id := schedule.Anyone
		if i := f.place.Chosen(); i > 0 {
			id = facts.Places[i-1].ID
		}
		rules.Places = clinic.WithName(rules.Places, table.Fold(e.Line.Said(schedule.Place)), id)
	}
	if f.troubled(schedule.Language) && !f.notWritten() && f.language.Chosen() >= 0 {
		rules.Languages = clinic.WithName(rules.Languages, table.Fold(e.Line.Said(schedule.Language)), s.deps.Tongues[f.language.Chosen()])
	}
	return rules
}
