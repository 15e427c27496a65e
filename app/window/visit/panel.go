// Package visit is the right side of the window: what is chosen for one patient,
// the live picture of the pages, and the buttons that print and save them.
//
// [Panel] shows a [State] and holds none of its own. What a person changes goes
// out as an edit of the visit ([Deps].Change); the shell applies it and shows the
// state that follows. So a language chosen by key and one chosen by mouse are the
// same thing, and next patient leaves nothing behind here.
package visit

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deskleaf/app/clinic"
	"deskleaf/app/visit"
	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/widgets"
)

// Deps is what the panel works with. Nothing may be nil.
type Deps struct {
	Words  *words.Words
	Change func(func(*visit.Visit)) // applies what a person chose
	// Read understands a date as people say it; the error says why not.
	Read func(text string) (m civil.Moment, hasTime bool, err error)
	// WhyNot says why a text is no date, in words.
	WhyNot func(error) string
	// Refused says why what was typed for an extra does not print, in words.
	Refused func(error) string
	// Say writes a date and perhaps a time as the window does.
	Say func(m civil.Moment, hasTime bool) string
	// CostNotes says whether the page about money is printed too.
	CostNotes func(on bool)
	// Do runs a command of the window: "print", "save", "calendar", "enlarge",
	// "handout" (fold), "settings", "medicine-plan".
	Do func(command string)
	// Tip says what a command of the window does, for a button without words.
	Tip func(command string) string
}

// A Language is one that the handout can be printed in.
type Language struct{ Tag, Name string }

// Also is the sheet of another procedure that can be printed in the same job.
type Also struct{ ID, Name string }

// State is what the panel shows.
type State struct {
	Visit     visit.Visit
	Procedure *content.Procedure // nil for none
	Words     *content.Words     // in the language that staff read
	Languages []Language
	Also      []Also // what is offered to print too
	Facts     clinic.Facts
	Says      string   // what the Print button will print
	Warnings  []string // what staff should know before they print
	Pages     int      // of the handout as it is now; 0 while there are none
	Narrow    bool     // the panel covers the list: show how to close it
	CostNotes bool     // the page about money is printed too
}

// Panel is the handout panel.
type Panel struct {
	widget.BaseWidget
	deps  Deps
	state State
	shape string // of the form that is built

	when     *whenField
	arrive   *widgets.Field
	name     *widgets.Field
	doctor   *widgets.Choice
	place    *widgets.Choice
	side     *widgets.Segments
	language *widgets.Segments
	large    *widgets.Check
	cost     *widgets.Check
	options  []chooser
	parts    map[content.Part]*widgets.Check
	also     map[string]*widgets.Check // by id
	extras   *extrasGroup

	content  *fyne.Container
	form     *fyne.Container
	inset    *besideBar
	scroll   *container.Scroll
	pages    *widgets.Pages
	warnings *widgets.Notice
	warned   *widgets.Scrolling // the warnings, which scroll in a low window
	print    *widgets.Button
	save     *widgets.Button
	fold     *widgets.Button
	meter    *widgets.Text // how many pages there will be
}

// New makes a panel that shows no procedure.
func New(deps Deps) *Panel {
	p := &Panel{deps: deps, parts: map[content.Part]*widgets.Check{}}
	t := deps.Words.T
	p.when = newWhenField(deps)
	p.when.accepted, p.when.changed = p.goOn, p.relayout
	p.arrive = widgets.NewField("")
	p.arrive.OnChanged = p.typedArrive
	p.name = widgets.NewField(t("visit.name.hint"))
	p.name.OnChanged = func(s string) { deps.Change(func(v *visit.Visit) { v.Name = s }) }
	p.large = widgets.NewCheck(t("visit.large-print"), false, func(on bool) {
		deps.Change(func(v *visit.Visit) { v.Large = on })
	})
	p.extras = newExtrasGroup(deps, p.unfolded)
	p.cost = widgets.NewCheck(t("part.cost"), false, deps.CostNotes)
	p.form = widgets.NewColumn(5)
	p.inset = &besideBar{}
	p.scroll = widgets.NewScroll(container.New(p.inset, p.form))
	p.pages = widgets.NewPages(t("visit.no-pages"), func(int) { deps.Do("enlarge") })
	p.warnings = widgets.NewNotice(widgets.Caution, nil)
	p.warned = widgets.NewScrolling(p.warnings)
	p.warned.Hide()
	p.print = widgets.NewButton(t("visit.print"), "print", widgets.Primary, func() { deps.Do("print") }).Large()
	p.save = widgets.NewButton(t("visit.save"), "pdf", widgets.Quiet, func() { deps.Do("save") }).Large()
	p.fold = widgets.NewButton("", "panel-close", widgets.Bare, func() { deps.Do("handout") }).WithTip(deps.Tip("handout"))
	p.meter = widgets.NewText(widgets.MutedStyle, nil)
	p.ExtendBaseWidget(p)
	p.SetState(State{})
	return p
}

// SetState shows a state. Fields that hold what the state says are left alone, so
// that nobody's typing is disturbed.
func (p *Panel) SetState(s State) {
	p.state = s
	if shape := shapeOf(s); shape != p.shape {
		p.shape = shape
		p.build()
	}
	p.fill()
	p.fold.Hidden = !s.Narrow
	p.relayout()
}

// ShowPages shows the pages of the handout as it is now.
func (p *Panel) ShowPages(pictures []image.Image) { p.pages.SetPages(pictures) }

// ShowProblem shows in the place of the pages why there are none.
func (p *Panel) ShowProblem(words string) { p.pages.SetProblem(words) }

// FocusWhen gives the focus to the date of the visit.
func (p *Panel) FocusWhen(c fyne.Canvas) { c.Focus(p.when.field) }

// UnfoldExtras shows the extras and gives the focus to the first of them.
func (p *Panel) UnfoldExtras(c fyne.Canvas) {
	if !p.extras.open {
		p.extras.fold()
	}
	c.Focus(p.extras.checks[visit.Extras[0]])
}

// Anchor is where a calendar belongs: under the date of the visit.
func (p *Panel) Anchor() fyne.CanvasObject { return p.when.field }

// Clear empties what was typed, also what was not understood.
func (p *Panel) Clear() {
	p.when.clear()
	p.arrive.SetSilently("")
	p.name.SetSilently("")
	p.extras.clear()
}

// Holds reports whether what has the focus stands in the panel.
func (p *Panel) Holds(focused fyne.Focusable) bool {
	o, ok := focused.(fyne.CanvasObject)
	if !ok {
		return false
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	return at.X >= top.X && at.Y >= top.Y
}

// goOn gives the focus, once the date is said, to the side where that is still to be
// said, and else to Print: Enter again prints.
func (p *Panel) goOn() {
	c := fyne.CurrentApp().Driver().CanvasForObject(p)
	switch {
	case c == nil || p.state.Procedure == nil:
	case p.side != nil && p.state.Visit.Side == content.NoSide:
		c.Focus(p.side)
	default:
		c.Focus(p.print)
	}
}

// acceptSide goes on with Enter after the side. Without one it does what the button
// does, which asks for it.
func (p *Panel) acceptSide() {
	if p.state.Visit.Side == content.NoSide {
		p.deps.Do("print")
		return
	}
	p.goOn()
}

// FocusSide gives the focus to the side of the visit.
func (p *Panel) FocusSide(c fyne.Canvas) { c.Focus(p.side) }
