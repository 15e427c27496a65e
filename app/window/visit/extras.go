package visit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"deskleaf/app/visit"
	"deskleaf/widgets"
)

// noteLines is how many lines of a note show at once.
const noteLines = 3

// An extrasGroup is the part of the form that is folded until somebody wants more
// than the usual pages: a box to tick for each extra, and under some of them room
// to type. Its rows are made once and shown as they are needed, so that the focus
// stays where it is.
type extrasGroup struct {
	deps   Deps
	toggle *widgets.Button
	body   *fyne.Container
	open   bool
	folded func() // it was folded or unfolded

	checks   map[visit.Extra]*widgets.Check
	note     *widgets.NoteField
	noteBox  *fyne.Container // the note, over what is said of it
	noteSays *widgets.Text
	noteBad  *widgets.Text
	driver   *widgets.Field
	plan     *widgets.Link
	planSays *widgets.Text
	rows     map[visit.Extra]*widgets.Flow   // that the boxes stand in
	beneath  map[visit.Extra]*fyne.Container // what shows under a ticked box
}

func newExtrasGroup(deps Deps, folded func()) *extrasGroup {
	t := deps.Words.T
	g := &extrasGroup{deps: deps, folded: folded, checks: map[visit.Extra]*widgets.Check{}, rows: map[visit.Extra]*widgets.Flow{}}
	g.toggle = widgets.NewButton(t("visit.extras"), "chevron-right", widgets.Bare, g.fold)
	g.newNote()
	g.noteSays, g.noteBad = widgets.NewText(widgets.MutedStyle, nil), widgets.NewText(widgets.ErrorStyle, nil)
	g.driver = widgets.NewField(t("extra.driver.hint"))
	g.driver.OnChanged = func(text string) { deps.Change(func(v *visit.Visit) { v.Driver = text }) }
	g.plan = widgets.NewLink(t("extra.plan.fill"), func() { deps.Do("medicine-plan") })
	g.planSays = widgets.NewText(widgets.MutedStyle, nil)
	g.noteBox = widgets.NewColumn(1, g.note, g.noteSays, g.noteBad)
	under := func(o fyne.CanvasObject) *fyne.Container { return container.New(indented{}, o) }
	g.beneath = map[visit.Extra]*fyne.Container{
		visit.NoteExtra:   under(g.noteBox),
		visit.DriverExtra: under(g.driver),
		visit.PlanExtra:   under(widgets.NewFlow(8, g.planSays, g.plan)),
	}
	g.body = widgets.NewColumn(4)
	for _, e := range visit.Extras {
		g.checks[e] = widgets.NewCheck(t("extra."+string(e)), false, func(on bool) {
			deps.Change(func(v *visit.Visit) { v.SetExtra(e, on) })
		})
		g.rows[e] = widgets.NewFlow(0, g.checks[e])
		g.body.Objects = append(g.body.Objects, g.rows[e])
		if o := g.beneath[e]; o != nil {
			g.body.Objects = append(g.body.Objects, o)
		}
	}
	g.body.Hide()
	return g
}

// newNote makes the field for a note.
func (g *extrasGroup) newNote() {
	g.note = widgets.NewNoteField(g.deps.Words.T("extra.note.hint"), noteLines)
	g.note.OnChanged = func(text string) { g.deps.Change(func(v *visit.Visit) { v.Note = text }) }
}

// fold shows the extras, or hides them.
func (g *extrasGroup) fold() {
	g.open = !g.open
	g.arrange()
}

// arrange shows what is unfolded.
func (g *extrasGroup) arrange() {
	icon := "chevron-right"
	if g.open {
		icon = "chevron-down"
	}
	g.toggle.SetIcon(icon)
	g.body.Hidden = !g.open
	g.folded()
}

// fill shows the extras of a state. An extra that the procedure or the language
// has no use for has no box.
func (g *extrasGroup) fill(s State) {
	v, t := s.Visit, g.deps.Words.T
	if g.toggle.Hidden = s.Procedure == nil; g.toggle.Hidden {
		return
	}
	useless := map[visit.Extra]bool{
		visit.DiaryExtra: s.Procedure.Diary, visit.TwinExtra: v.Language == "en",
	}
	for _, e := range visit.Extras {
		g.checks[e].SetChecked(v.Wants(e))
		g.rows[e].Hidden = useless[e]
		if o := g.beneath[e]; o != nil {
			o.Hidden = !v.Wants(e)
		}
	}
	chosen := len(slices.DeleteFunc(slices.Clone(v.Extras), func(e visit.Extra) bool { return useless[e] }))
	g.toggle.SetText(t("visit.extras"))
	if chosen > 0 {
		g.toggle.SetText(t("visit.extras.some", "n", chosen))
	}
	g.fillTexts(v)
	g.body.Refresh()
}

// fillTexts shows what was typed into the extras, and what is wrong with it.
func (g *extrasGroup) fillTexts(v visit.Visit) {
	if g.note.Text != v.Note {
		g.setNote(v.Note)
	}
	if g.driver.Text != v.Driver {
		g.driver.SetSilently(v.Driver)
	}
	t := g.deps.Words.T
	g.noteSays.SetText(t("extra.note.letters", "n", len([]rune(v.Note)), "most", visit.LongestNote))
	bad := ""
	if err := v.CheckTexts(); err != nil {
		bad = g.deps.Refused(err)
	}
	g.noteBad.SetText(bad)
	g.noteBad.Hidden = bad == ""
	g.note.SetBad(bad != "")
	says := t("extra.plan.hand")
	if n := len(v.Plan.Lines); n == 1 {
		says = t("extra.plan.by.one", "who", v.Plan.By)
	} else if n > 1 {
		says = t("extra.plan.by.other", "who", v.Plan.By, "n", n)
	}
	g.planSays.SetText(says)
}

// setNote shows a note without a call of OnChanged.
func (g *extrasGroup) setNote(text string) {
	changed := g.note.OnChanged
	g.note.OnChanged = nil
	g.note.SetText(text)
	g.note.OnChanged = changed
}

// clear empties what was typed and what was said of it, and folds the group. The
// note gets a field of its own: an emptied one keeps its lines for the next text.
func (g *extrasGroup) clear() {
	g.newNote()
	g.noteBox.Objects[0] = g.note
	g.driver.SetSilently("")
	for _, says := range []*widgets.Text{g.noteSays, g.noteBad, g.planSays} {
		says.SetText("")
	}
	g.open = false
	g.arrange()
}

// indented sets what is under a box a little to the right.
type indented struct{}

const indent = 26

func (indented) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(indent, 0))
	o[0].Resize(fyne.NewSize(s.Width-indent, s.Height))
}

func (indented) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(indent, 0)
}
