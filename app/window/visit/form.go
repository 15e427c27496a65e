package visit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/widgets"
)

// mostSegments is how many choices stand beside each other; more are a list.
const mostSegments = 3

// longestSegments is how many letters they may have together.
const longestSegments = 30

// A chooser chooses for one option: segments where they fit, else a list.
type chooser struct {
	option   content.Option
	segments *widgets.Segments
	list     *widgets.Choice
}

func (c chooser) object() fyne.CanvasObject {
	if c.segments != nil {
		return c.segments
	}
	return c.list
}

func (c chooser) setChosen(i int) {
	if c.segments != nil {
		c.segments.SetChosen(i)
		return
	}
	c.list.SetChosen(i)
}

// shapeOf says which rows a state needs: a form of the same shape is filled, not
// built anew.
func shapeOf(s State) string {
	var b strings.Builder
	if s.Procedure != nil && s.Words != nil {
		fmt.Fprint(&b, s.Procedure.ID, s.Procedure.Version, s.Words.Language, len(s.Procedure.Sides), s.Procedure.HasPart(content.Preparation), s.Procedure.HasPart(content.Aftercare))
	}
	fmt.Fprint(&b, s.Languages, s.Also, s.Facts.Doctors, s.Facts.Places)
	return b.String()
}

// build makes the rows that the state needs.
func (p *Panel) build() {
	t := p.deps.Words.T
	rows := []fyne.CanvasObject{p.row("visit.when", p.when)}
	if p.doctor = p.doctors(); p.doctor != nil {
		rows = append(rows, p.row("visit.doctor", p.doctor))
	}
	if p.place = p.places(); p.place != nil {
		rows = append(rows, p.row("visit.place", p.place))
	}
	if p.side = p.sides(); p.side != nil {
		rows = append(rows, p.row("visit.side", p.side))
	}
	rows = append(rows, p.row("visit.arrive", p.arrive))
	if p.language = p.languages(); p.language != nil {
		rows = append(rows, p.row("visit.language", p.language))
	}
	p.options = nil
	if p.state.Procedure != nil && p.state.Words != nil {
		for _, o := range p.state.Procedure.Options {
			c := p.chooser(o)
			p.options = append(p.options, c)
			rows = append(rows, widgets.NewFormRow(content.Plain(p.state.Words.Options[o.ID].Name), c.object()))
		}
	}
	rows = append(rows, p.row("visit.name", p.name))
	rows = append(rows, p.checks())
	if also := p.alsoChecks(); also != nil {
		rows = append(rows, p.row("visit.also", also))
	}
	rows = append(rows, p.extras.body)
	p.arrive.SetPlaceHolder(t("visit.arrive.hint"))
	p.form.Objects = rows
	p.form.Refresh()
}

// row is a row of the form whose label stands under a key.
func (p *Panel) row(key string, field fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewFormRow(p.deps.Words.T(key), field)
}

// doctors chooses the doctor; nil where the clinic has named none.
func (p *Panel) doctors() *widgets.Choice {
	doctors := p.state.Facts.Doctors
	if len(doctors) == 0 {
		return nil
	}
	return oneOf(p, "visit.doctor.any", doctors, func(d clinic.Doctor) (id, name string) { return d.ID, d.Name },
		func(v *visit.Visit, id string) { v.Doctor = id })
}

// places chooses the place; nil where there is no choice.
func (p *Panel) places() *widgets.Choice {
	places := p.state.Facts.Places
	if len(places) < 2 {
		return nil
	}
	return oneOf(p, "visit.place.none", places, func(c clinic.Place) (id, name string) { return c.ID, c.Name },
		func(v *visit.Visit, id string) { v.Place = id })
}

// oneOf chooses one of what the clinic has by name, or none; none is said by a key.
func oneOf[T any](p *Panel, none string, list []T, named func(T) (id, name string), set func(v *visit.Visit, id string)) *widgets.Choice {
	ids, names := []string{""}, []string{p.deps.Words.T(none)}
	for _, one := range list {
		id, name := named(one)
		ids, names = append(ids, id), append(names, name)
	}
	return widgets.NewChoice("", names, 0, func(i int) {
		p.deps.Change(func(v *visit.Visit) { set(v, ids[i]) })
	})
}

// sides chooses the side; nil where it does not matter.
func (p *Panel) sides() *widgets.Segments {
	if p.state.Procedure == nil || len(p.state.Procedure.Sides) == 0 {
		return nil
	}
	sides := p.state.Procedure.Sides
	names := make([]string, len(sides))
	for i, s := range sides {
		names[i] = p.deps.Words.T("side." + string(s))
	}
	chooser := widgets.NewSegments(names, -1, func(i int) {
		p.deps.Change(func(v *visit.Visit) { v.Side = sides[i] })
	})
	chooser.OnAccept = p.acceptSide
	return chooser
}

// languages chooses the language; nil where the procedure has only one.
func (p *Panel) languages() *widgets.Segments {
	all := p.state.Languages
	if len(all) < 2 {
		return nil
	}
	names := make([]string, len(all))
	for i, l := range all {
		names[i] = l.Name
	}
	return widgets.NewSegments(names, 0, func(i int) {
		p.deps.Change(func(v *visit.Visit) { v.Language = all[i].Tag })
	})
}

// chooser chooses for one option of the procedure.
func (p *Panel) chooser(o content.Option) chooser {
	c := chooser{option: o}
	names, letters := make([]string, len(o.Choices)), 0
	for i, id := range o.Choices {
		names[i] = content.Plain(p.state.Words.Options[o.ID].Choices[id].Name)
		letters += len([]rune(names[i]))
	}
	changed := func(i int) {
		p.deps.Change(func(v *visit.Visit) { v.SetOption(o.ID, o.Choices[i]) })
	}
	if len(names) <= mostSegments && letters <= longestSegments {
		c.segments = widgets.NewSegments(names, -1, changed)
	} else {
		c.list = widgets.NewChoice(p.deps.Words.T("visit.option.none"), names, -1, changed)
	}
	return c
}

// checks are the parts to print, where there are several, large print, and what
// unfolds the extras.
func (p *Panel) checks() fyne.CanvasObject {
	clear(p.parts)
	var boxes []fyne.CanvasObject
	for _, part := range content.Parts {
		if p.state.Procedure != nil && p.state.Procedure.HasPart(part) {
			p.parts[part] = widgets.NewCheck(p.deps.Words.T("part."+string(part)), true, func(bool) { p.changedParts() })
			boxes = append(boxes, p.parts[part])
		}
	}
	if len(boxes) < 2 {
		clear(p.parts)
		boxes = nil
	}
	return widgets.NewFlow(10, append(boxes, p.cost, p.large, p.extras.toggle)...)
}

// alsoChecks are the sheets that can be printed too; nil where none is offered.
func (p *Panel) alsoChecks() fyne.CanvasObject {
	p.also = map[string]*widgets.Check{}
	if len(p.state.Also) == 0 {
		return nil
	}
	var boxes []fyne.CanvasObject
	for _, also := range p.state.Also {
		p.also[also.ID] = widgets.NewCheck(also.Name, false, func(on bool) {
			p.deps.Change(func(v *visit.Visit) { v.SetAlso(also.ID, on) })
		})
		boxes = append(boxes, p.also[also.ID])
	}
	return widgets.NewFlow(10, boxes...)
}

// changedParts takes what is ticked. The last tick cannot be taken away: a
// handout without a page is none.
func (p *Panel) changedParts() {
	var chosen []content.Part
	for _, part := range content.Parts {
		if c := p.parts[part]; c != nil && c.Checked() {
			chosen = append(chosen, part)
		}
	}
	if len(chosen) == len(p.parts) {
		chosen = nil
	} else if len(chosen) == 0 {
		chosen = p.state.Visit.Parts
	}
	p.deps.Change(func(v *visit.Visit) { v.Parts = chosen })
}

// fill puts the state into the rows.
func (p *Panel) fill() {
	v := p.state.Visit
	p.when.show(v)
	p.fillArrive()
	if p.name.Text != v.Name {
		p.name.SetSilently(v.Name)
	}
	if p.doctor != nil {
		p.doctor.SetChosen(1 + slices.IndexFunc(p.state.Facts.Doctors, func(d clinic.Doctor) bool { return d.ID == v.Doctor }))
	}
	if p.place != nil {
		p.place.SetChosen(1 + slices.IndexFunc(p.state.Facts.Places, func(d clinic.Place) bool { return d.ID == v.Place }))
	}
	if p.side != nil {
		p.side.SetChosen(slices.Index(p.state.Procedure.Sides, v.Side))
	}
	if p.language != nil {
		p.language.SetChosen(slices.IndexFunc(p.state.Languages, func(l Language) bool { return l.Tag == v.Language }))
	}
	p.large.SetChecked(v.Large)
	p.cost.SetChecked(p.state.CostNotes)
	for _, c := range p.options {
		c.setChosen(slices.Index(c.option.Choices, v.Choice(c.option)))
	}
	for part, check := range p.parts {
		check.SetChecked(v.Has(part))
	}
	for id, check := range p.also {
		check.SetChecked(slices.Contains(v.Also, id))
	}
	p.extras.fill(p.state)
	p.fillButtons()
}

// fillArrive shows the minutes of this visit, or as a hint those that the place
// or the clinic usually has.
func (p *Panel) fillArrive() {
	v := p.state.Visit
	minutes, told := p.state.Facts.ArriveBefore(&v)
	hint := ""
	if told {
		hint = p.deps.Words.T("visit.arrive.before", "n", minutes)
	}
	p.arrive.SetHint(hint, false)
	text := ""
	if v.Arrive.Set {
		text = strconv.Itoa(v.Arrive.N)
	}
	if n, err := strconv.Atoi(strings.TrimSpace(p.arrive.Text)); p.arrive.Text != text && (err != nil || n != v.Arrive.N || !v.Arrive.Set) {
		p.arrive.SetSilently(text)
	}
}

// mostArrive is the earliest that a patient is told to come, in minutes before.
const mostArrive = 12 * 60

// typedArrive takes the minutes as they are typed.
func (p *Panel) typedArrive(text string) {
	text = strings.TrimSpace(text)
	n, err := strconv.Atoi(text)
	switch {
	case text == "":
		p.deps.Change(func(v *visit.Visit) { v.Arrive = visit.Minutes{} })
	case err != nil || n < 0 || n > mostArrive:
		p.arrive.SetHint(p.deps.Words.T("visit.arrive.bad"), true)
	default:
		p.deps.Change(func(v *visit.Visit) { v.Arrive = visit.Minutes{N: n, Set: true} })
	}
}

// fillButtons says what will be printed and what should be known before.
func (p *Panel) fillButtons() {
	ready := p.state.Procedure != nil
	for _, b := range []*widgets.Button{p.print, p.save} {
		if ready {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	p.fillMeter()
	p.print.SetText(p.deps.Words.T("visit.print"))
	if ready {
		p.print.SetText(p.state.Says)
	}
	if len(p.state.Warnings) == 0 {
		p.warned.Hide()
		return
	}
	p.warnings.Set(widgets.Caution, widgets.Marked(strings.Join(p.state.Warnings, "\n")))
	p.warned.Show()
}

// fillMeter says how many pages there will be.
func (p *Panel) fillMeter() {
	key := "visit.pages.other"
	switch p.state.Pages {
	case 0:
		p.meter.SetText("")
		return
	case 1:
		key = "visit.pages.one"
	}
	p.meter.SetText(p.deps.Words.T(key, "n", p.state.Pages))
}
