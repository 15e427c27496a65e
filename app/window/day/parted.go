package day

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	schedule "deskleaf/app/day"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/widgets"
)

// A parted is what the screen is made of.
type parted struct {
	screen  *Screen
	content fyne.CanvasObject
	scroll  *widgets.Scrolling // what is in it

	about    *widgets.Text
	begin    *widgets.Button // opens the first schedule
	columns  *widgets.Button
	others   []*widgets.Button // what can be done once there is a schedule
	filter   *widgets.Segments
	parts    *widgets.Choice
	day      *widgets.Field
	dayRow   *fyne.Container
	order    *widgets.Segments
	orderRow *fyne.Container
	grid     *widgets.Grid
	empty    *fyne.Container
	full     *fyne.Container
	twoSided *widgets.Check
	print    *widgets.Button
	save     *widgets.Button
	each     *widgets.Button
}

// Room on the screen, in Fyne's units.
const (
	padX = 22
	padY = 12
	gap  = 9
)

func newParted(s *Screen) *parted {
	t := s.deps.Words.T
	p := &parted{screen: s, about: widgets.NewLine(widgets.MutedStyle, "")}
	p.columns = widgets.NewButton(t("day.columns"), "filter", widgets.Quiet, func() { s.askColumns(s.guess()) })
	p.filter = widgets.NewSegments([]string{"", "", "", ""}, all, func(i int) {
		s.filter = i
		p.grid.SetRows(s.rows())
	})
	p.parts = widgets.NewChoice("", []string{t("day.parts.due"), t("part.preparation"), t("part.aftercare"), t("day.parts.both")}, 0, p.chooseParts)
	p.day = widgets.NewField(t("day.day.hint"))
	p.day.OnChanged = p.typedDay
	p.day.OnLeave = func(text string) { p.judgeDay(text) }
	p.dayRow = widgets.NewBeside(10, widgets.NewText(widgets.LabelStyle, widgets.Plain(t("day.day"))), container.New(wide{220}, p.day))
	p.order = widgets.NewSegments([]string{t("day.order.month"), t("day.order.day")}, -1, func(i int) {
		s.dayFirst = monthFirst + i
		s.Reread()
	})
	p.orderRow = widgets.NewBeside(10, widgets.NewText(widgets.LabelStyle, widgets.Plain(t("day.order"))), container.New(wide{260}, p.order))
	p.grid = widgets.NewGrid(s.columns())
	p.grid.OnOpen, p.grid.OnRemove, p.grid.OnPaste = s.askLine, s.leaveOut, s.deps.Paste
	p.twoSided = widgets.NewCheck(t("day.two-sided"), false, nil)
	p.print = widgets.NewButton("", "print", widgets.Primary, func() { s.deps.Do("print") }).Large()
	p.save = widgets.NewButton(t("day.save"), "pdf", widgets.Quiet, func() { s.deps.Do("save") }).Large()
	p.each = widgets.NewButton(t("day.each"), "folder", widgets.Quiet, func() { s.deps.Do("day-files") }).Large()
	p.layOut()
	p.show()
	return p
}

// layOut puts the parts together: title, then the list with what belongs to it, or
// how to begin.
func (p *parted) layOut() {
	t := p.screen.deps.Words.T
	title := widgets.NewText(widgets.TitleStyle, widgets.Plain(t("day.title")))
	back := widgets.NewButton(t("day.back"), "close", widgets.Bare, func() { p.screen.deps.Do("day") })
	paste := widgets.NewButton(t("day.paste"), "paste", widgets.Quiet, func() { p.screen.deps.Do("day-paste") })
	open := widgets.NewButton(t("day.open"), "folder", widgets.Quiet, func() { p.screen.deps.Do("day-file") })
	p.others = []*widgets.Button{p.columns, paste, open}
	head := widgets.NewHead(8, []fyne.CanvasObject{title, p.about}, []fyne.CanvasObject{p.columns, paste, open, back})
	print := widgets.NewText(widgets.LabelStyle, widgets.Plain(t("day.prints")))
	days := widgets.NewLink(t("day.days"), p.screen.askDays)
	choices := widgets.NewFlow(14,
		container.New(wide{470}, p.filter),
		widgets.NewBeside(8, print, container.New(wide{180}, p.parts), days),
		p.twoSided, p.dayRow, p.orderRow)
	foot := widgets.NewFlow(10, p.print, p.save, p.each)
	p.full = widgets.NewColumnAround(gap, p.grid, choices, p.grid, foot)
	p.empty = p.beginning()
	body := container.NewStack(p.full, p.empty)
	p.scroll = widgets.NewScrolling(widgets.NewColumnAround(gap, body, head, body))
	p.content = container.New(layout.NewCustomPaddedLayout(padY, padY, padX, padX), p.scroll) // on the ground of the window
}

// beginning says how to bring a schedule in.
func (p *parted) beginning() *fyne.Container {
	t := p.screen.deps.Words.T
	text := widgets.NewText(widgets.BodyStyle, widgets.Marked(t("day.begin", "key", p.screen.deps.PasteKey)))
	kept := widgets.NewText(widgets.MutedStyle, widgets.Plain(t("day.kept")))
	p.begin = widgets.NewButton(t("day.open"), "folder", widgets.Primary, func() { p.screen.deps.Do("day-file") }).Large()
	paste := widgets.NewButton(t("day.paste"), "paste", widgets.Quiet, func() { p.screen.deps.Do("day-paste") }).Large()
	return widgets.NewColumn(14, text, widgets.NewFlow(10, p.begin, paste), kept)
}

// show shows the schedule as it is now.
func (p *parted) show() {
	s := p.screen
	holds := s.Holds() && s.reader != nil
	p.full.Hidden, p.empty.Hidden = !holds, holds
	p.about.Hidden = !holds
	for _, b := range p.others {
		b.Hidden = !holds
	}
	if holds {
		p.fill()
	} else { // the lines were patients'
		p.about.SetText("")
		p.grid.SetRows(nil)
	}
	p.scroll.Refresh() // lays all of it out anew
}

// fill fills the list and what belongs to it.
func (p *parted) fill() {
	s, t := p.screen, p.screen.deps.Words.T
	n := s.counts()
	p.filter.SetChoices([]string{t("day.filter.all", "n", n[all]), t("day.filter.ready", "n", n[printing]), t("day.filter.blocked", "n", n[blocked]),
		t("day.filter.passed", "n", n[passed])}, s.filter)
	p.about.SetText(s.about())
	p.dayRow.Hidden = !s.lacksDay()
	p.orderRow.Hidden = !s.schedule.MixedDays()
	p.order.SetChosen(s.dayFirst - monthFirst)
	p.parts.SetChosen(partsChosen(s.parts))
	p.print.SetText(t(count("day.print", n[printing]), "n", n[printing]))
	for _, b := range []*widgets.Button{p.print, p.save, p.each} {
		if n[printing] == 0 {
			b.Disable()
		} else {
			b.Enable()
		}
	}
	p.grid.SetRows(s.rows())
}

// count is the key of a phrase by its number.
func count(key string, n int) string {
	if n == 1 {
		return key + ".one"
	}
	return key + ".other"
}

// about says which file this is.
func (s *Screen) about() string {
	t := s.deps.Words.T
	file := s.table.File
	if s.table.Sheet != "" {
		file = t("day.sheet", "file", file, "sheet", s.table.Sheet)
	}
	if n := len(s.table.Other); n > 0 {
		file += " · " + t(count("day.more-sheets", n), "n", n)
	}
	return file
}

// lacksDay reports whether a line has no day of its own.
func (s *Screen) lacksDay() bool {
	if !s.day.IsZero() {
		return true
	}
	for _, e := range s.entries {
		for _, t := range e.Troubles {
			if t.Reason == schedule.NoDay {
				return true
			}
		}
	}
	return false
}

// partsAsked are what the list of parts can ask for; nothing is what is due.
var partsAsked = [][]content.Part{nil, {content.Preparation}, {content.Aftercare}, content.Parts}

func (p *parted) chooseParts(i int) {
	p.screen.parts = partsAsked[i]
	p.screen.Reread()
}

func partsChosen(parts []content.Part) int {
	switch {
	case len(parts) == 0:
		return 0
	case len(parts) > 1:
		return 3
	case parts[0] == content.Preparation:
		return 1
	}
	return 2
}

// typedDay takes the day of the schedule as far as it is understood.
func (p *parted) typedDay(text string) {
	m, _, err := p.screen.deps.Read(text)
	if err != nil {
		m.Date = civil.Date{}
	}
	p.day.SetHint("", false)
	if !m.Date.IsZero() {
		p.day.SetHint("→ "+p.screen.deps.Say(m.Date.At(0), false), false)
	}
	if m.Date != p.screen.day {
		p.screen.day = m.Date
		p.screen.Reread()
	}
}

// judgeDay says why a text is no day.
func (p *parted) judgeDay(text string) {
	if _, _, err := p.screen.deps.Read(text); err != nil && text != "" {
		p.day.SetHint(p.screen.deps.WhyNot(err), true)
	}
}

// wide gives the one object in it a width, at text size 100 %.
type wide struct{ width float32 }

func (w wide) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(s)
	}
}

func (w wide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return fyne.NewSize(max(w.width*widgets.TextScale(), least.Width), least.Height)
}
