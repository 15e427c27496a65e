package day

import (
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	schedule "deskleaf/app/day"
	"deskleaf/app/table"
	"deskleaf/content"
	"deskleaf/widgets"
)

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
	if !reflect.DeepEqual(rules, s.deps.Setting().Clinic.Schedules) {
		s.deps.Learn(rules)
	}
	s.Reread()
	e := s.entries[s.at(l.Number)]
	if e.State != schedule.Blocked {
		return true
	}
	f.entry = e
	f.tell(e)
	f.dialog.Fit()
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.says); c != nil {
		c.Focus(f.first())
	}
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
	return f.withOptions(f.withPeople(f.withLanguage(l))), true
}

// withOptions is the line with what was chosen for it alone.
func (f *lineForm) withOptions(l schedule.Line) schedule.Line {
	if f.every != nil && f.every.Checked() {
		return l
	}
	for _, o := range f.options {
		if choice := o.choice(); choice != f.entry.Visit.Choice(o.option) {
			l = l.With(schedule.Option(o.option.ID), choice)
		}
	}
	return l
}

// choice is what is chosen; "" for nothing.
func (o optionRow) choice() string {
	if i := o.list.Chosen(); i > 0 {
		return o.option.Choices[i-1]
	}
	return ""
}

// withPeople is the line with another doctor and place, unless that is learned.
func (f *lineForm) withPeople(l schedule.Line) schedule.Line {
	v, facts := f.entry.Visit, f.screen.reader.Clinic.Facts
	take := func(field schedule.Field, from *widgets.Choice, was string, id func(i int) string) {
		if from == nil || f.troubled(field) || from.Chosen() < 0 {
			return
		}
		is := ""
		if i := from.Chosen(); i > 0 {
			is = id(i - 1)
		}
		if is != was {
			l = l.With(field, is)
		}
	}
	take(schedule.Doctor, f.doctor, v.Doctor, func(i int) string { return facts.Doctors[i].ID })
	take(schedule.Place, f.place, v.Place, func(i int) string { return facts.Places[i].ID })
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
	case f.every != nil && f.every.Checked():
		options := map[string]string{}
		for _, o := range f.options {
			if choice := o.choice(); choice != "" {
				options[o.option.ID] = choice
			}
		}
		rules = schedule.TeachOptions(rules, said, options)
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
