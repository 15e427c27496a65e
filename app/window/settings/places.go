package settings

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"deskleaf/app/clinic"
	"deskleaf/widgets"
)

// places are where visits may be: a group of fields each.
type places struct {
	deps    Deps
	rows    []*placeRow
	column  *fyne.Container
	content fyne.CanvasObject
}

type placeRow struct {
	id                                       string // "" for a new one
	name, address, phone, directions, arrive *widgets.Field
}

func newPlaces(deps Deps) *places {
	p := &places{deps: deps, column: widgets.NewColumn(8)}
	for _, place := range deps.Facts.Places {
		p.rows = append(p.rows, p.row(place))
	}
	add := widgets.NewButton(deps.Words.T("settings.place.add"), "plus", widgets.Quiet, p.add)
	p.content = widgets.NewColumn(10, p.column, widgets.NewFlow(0, add))
	p.arrange()
	return p
}

func (p *places) row(place clinic.Place) *placeRow {
	t := p.deps.Words.T
	return &placeRow{
		id: place.ID, name: field(place.Name, t("settings.place.hint")), address: field(place.Address, t("settings.address.hint")),
		phone: field(place.Phone, t("settings.phone.hint")), directions: field(place.Directions, t("settings.directions.hint")),
		arrive: field(number(place.Arrive), ""),
	}
}

// add makes an empty group and begins in it.
func (p *places) add() {
	row := p.row(clinic.Place{})
	p.rows = append(p.rows, row)
	p.arrange()
	focus(row.name)
}

// arrange shows the groups, each with a button that takes it away.
func (p *places) arrange() {
	t := p.deps.Words.T
	p.column.Objects = nil
	for i, row := range p.rows {
		remove := func() {
			p.rows = slices.Delete(p.rows, i, i+1)
			p.arrange()
		}
		if i > 0 {
			p.column.Objects = append(p.column.Objects, widget.NewSeparator())
		}
		p.column.Objects = append(p.column.Objects,
			widgets.NewFormRow(t("settings.place.name"), withRemove(p.deps, row.name, remove)),
			widgets.NewFormRow(t("settings.address"), row.address),
			widgets.NewFormRow(t("settings.place.phone"), row.phone),
			widgets.NewFormRow(t("settings.directions"), row.directions),
			widgets.NewFormRow(t("settings.arrive"), row.arrive),
		)
	}
	refreshTop(p.column, p.content)
}

// take reads the places; one without a name is left out where all of it is
// empty, and marked where not.
func (p *places) take(facts *clinic.Facts) bool {
	facts.Places = nil
	ids, ok := map[string]bool{}, true
	for _, row := range p.rows {
		place := clinic.Place{
			Name: strings.TrimSpace(row.name.Text), Address: strings.TrimSpace(row.address.Text),
			Directions: strings.TrimSpace(row.directions.Text),
		}
		ok = phone(p.deps.Words, row.phone, &place.Phone) && ok
		ok = minutes(p.deps.Words, row.arrive, 0, mostArrive, &place.Arrive) && ok
		row.name.SetHint("", false)
		ok = noOrder(p.deps.Words, row.directions) && ok
		switch {
		case place == clinic.Place{}:
			continue
		case place.Name == "":
			row.name.SetHint(p.deps.Words.T("settings.place.unnamed"), true)
			ok = false
		}
		place.ID = idOf(row.id, place.Name, ids)
		facts.Places = append(facts.Places, place)
	}
	return ok
}
