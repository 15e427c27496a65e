package settings

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/widgets"
)

// people are the clinic's doctors: a field each.
type people struct {
	deps    Deps
	rows    []personRow
	column  *fyne.Container
	content fyne.CanvasObject
}

type personRow struct {
	id   string // "" for a new one
	name *widgets.Field
}

func newPeople(deps Deps) *people {
	p := &people{deps: deps, column: widgets.NewColumn(8)}
	for _, d := range deps.Facts.Doctors {
		p.rows = append(p.rows, personRow{d.ID, field(d.Name, deps.Words.T("settings.doctor.hint"))})
	}
	add := widgets.NewButton(deps.Words.T("settings.doctor.add"), "plus", widgets.Quiet, p.add)
	p.content = widgets.NewColumn(10, p.column, widgets.NewFlow(0, add))
	p.arrange()
	return p
}

// add makes an empty row and begins in it.
func (p *people) add() {
	row := personRow{name: field("", p.deps.Words.T("settings.doctor.hint"))}
	p.rows = append(p.rows, row)
	p.arrange()
	focus(row.name)
}

// arrange shows the rows, each with a button that takes it away.
func (p *people) arrange() {
	p.column.Objects = nil
	for i, row := range p.rows {
		p.column.Objects = append(p.column.Objects, withRemove(p.deps, row.name, func() {
			p.rows = slices.Delete(p.rows, i, i+1)
			p.arrange()
		}))
	}
	refreshTop(p.column, p.content)
}

// take reads the names; an empty one is left out.
func (p *people) take(facts *clinic.Facts) bool {
	facts.Doctors = nil
	ids := map[string]bool{}
	for _, row := range p.rows {
		if name := strings.TrimSpace(row.name.Text); name != "" {
			facts.Doctors = append(facts.Doctors, clinic.Doctor{ID: idOf(row.id, name, ids), Name: name})
		}
	}
	return true
}

// idOf is the id that something has, or a new one from its name that nothing
// else has.
func idOf(id, name string, taken map[string]bool) string {
	if id == "" {
		id = slug(name)
	}
	for next, base := 2, id; taken[id]; next++ {
		id = base + "-" + number(next)
	}
	taken[id] = true
	return id
}

// slug is a name as an id: small letters and digits with hyphens between words.
func slug(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9' && b.Len() > 0:
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	if s := strings.Trim(b.String(), "-"); s != "" {
		return s
	}
	return "x"
}
