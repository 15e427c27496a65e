package read

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/widgets"
)

// Deps is what the screen works with. Nothing may be nil.
type Deps struct {
	Words *words.Words
	// Answer keeps an answer to a blank; the error says in words why it is none.
	Answer func(b content.Blank, s content.Scope, answer string) error
	Hints  []Hint // keys to begin with, shown while there is no page
	Cost   Part   // stands at the head of the tab "cost"
}

// A Part is a screen of its own that stands among the text of a tab.
type Part interface {
	fyne.CanvasObject
	Text() string // what is copied in its place
}

// Screen shows a page in tabs.
type Screen struct {
	widget.BaseWidget
	deps Deps
	page Page
	here bool // there is a page

	compact bool // the head is as low as can be, for a low window

	title    *widgets.Text
	brief    *widgets.Text // the title in a compact head
	summary  *widgets.Text
	chips    *widgets.Flow
	notice   *widgets.Notice
	tabs     *widgets.Tabs
	readings map[string]*widgets.Reading // by tab, those that were looked at
	stale    map[string]bool             // those that no longer say what the page says
	forms    map[string]*blankForm       // by blank
	welcome  fyne.CanvasObject
	whole    *fyne.Container
}

// New makes a screen without a page: it says how to begin.
func New(deps Deps) *Screen {
	s := &Screen{deps: deps, readings: map[string]*widgets.Reading{}, stale: map[string]bool{}, forms: map[string]*blankForm{}}
	s.title = widgets.NewText(widgets.TitleStyle, nil)
	s.brief = widgets.NewText(widgets.PanelStyle, nil)
	s.summary = widgets.NewText(widgets.SubtitleStyle, nil)
	s.chips = widgets.NewFlow(8)
	s.notice = widgets.NewNotice(widgets.Caution, nil)
	s.welcome = newWelcome(deps)
	tabs := make([]widgets.Tab, len(Tabs))
	for i, id := range Tabs {
		tabs[i] = widgets.Tab{Text: deps.Words.T("tab." + id), Build: func() fyne.CanvasObject { return s.reading(id) }}
	}
	s.tabs = widgets.NewTabs(deps.Words.T("tab.more"), tabs...)
	s.tabs.OnChosen = func(int) { s.freshen() }
	s.whole = container.New(stack{}, widgets.NewColumn(7, s.title, s.brief, s.summary, s.chips, s.notice), s.tabs)
	s.ExtendBaseWidget(s)
	s.Clear()
	return s
}

// Room around the page, in Fyne's units.
const (
	padX = 24
	padY = 10
)

// CreateRenderer draws the page or, where there is none, how to begin, on the
// ground that the window has.
func (s *Screen) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(layout.NewCustomPaddedLayout(padY, padY, padX, padX), s.whole, s.welcome))
}

// compactBelow is the height, at text size 100 %, under which the head takes only
// its title and the gist of its notice. Summary and facts then stand in the first
// tab, and scroll with it.
const compactBelow = 500

// Resize takes the compact head in a low window.
func (s *Screen) Resize(size fyne.Size) {
	if low := size.Height < compactBelow*widgets.TextScale(); low != s.compact && size.Height > 0 {
		s.compact = low
		if s.here {
			s.fillHead()
			s.Refill(Tabs[0])
		}
	}
	s.BaseWidget.Resize(size)
}

// Clear shows no page.
func (s *Screen) Clear() {
	s.page, s.here = Page{}, false
	clear(s.forms)
	s.whole.Hide()
	s.welcome.Show()
	s.Refresh()
}

// SetPage shows a page. Another procedure begins at its top and, unless a tab was
// chosen, with its summary; the same one stays where it was.
func (s *Screen) SetPage(p Page) {
	another := !s.here || s.page.Procedure.ID != p.Procedure.ID
	s.page, s.here = p, true
	if another {
		clear(s.forms)
	}
	s.fillHead()
	for id := range s.readings {
		s.stale[id] = true
	}
	s.freshen()
	if another {
		for _, r := range s.readings {
			r.ScrollToTop()
		}
	}
	s.welcome.Hide()
	s.whole.Show()
	s.whole.Refresh()
}

// fillHead fills what stands over the tabs.
func (s *Screen) fillHead() {
	s.title.SetText(content.Plain(s.page.Words.Title))
	s.brief.SetText(s.title.Words())
	s.summary.SetText(content.Plain(s.page.Words.Summary))
	var chips []fyne.CanvasObject
	for _, fact := range s.facts() {
		chips = append(chips, widgets.NewChip(fact))
	}
	s.chips.SetObjects(chips...)
	s.brief.Hidden, s.title.Hidden, s.summary.Hidden, s.chips.Hidden = !s.compact, s.compact, s.compact, s.compact
	s.showNotice()
	s.whole.Refresh()
}

// Select shows a tab.
func (s *Screen) Select(id string) { s.tabs.Choose(slices.Index(Tabs, id)) }

// Selected is the id of the tab in sight.
func (s *Screen) Selected() string { return Tabs[s.tabs.Chosen()] }

// Refill draws a tab anew, because what stands among its text has changed.
func (s *Screen) Refill(tab string) {
	if s.readings[tab] == nil {
		return
	}
	s.stale[tab] = true
	s.freshen()
}

// Focusable is what takes the focus when somebody goes to this part of the
// window: the text, which scrolls with the keys.
func (s *Screen) Focusable() fyne.Focusable {
	if !s.here {
		return nil
	}
	return s.reading(s.Selected())
}

// Text is the title and the tab in sight as plain text, with plain spaces, which
// every other program takes.
func (s *Screen) Text() string {
	if !s.here {
		return ""
	}
	parts := []string{s.title.Words() + "\n" + s.summary.Words(), s.reading(s.Selected()).Text()}
	if s.notice.Visible() {
		parts = slices.Insert(parts, 1, s.notice.Words())
	}
	return strings.ReplaceAll(strings.Join(parts, "\n\n"), "\u00a0", " ") + "\n"
}

// reading is the text of a tab, made when it is first looked at.
func (s *Screen) reading(tab string) *widgets.Reading {
	if r := s.readings[tab]; r != nil {
		return r
	}
	t := s.deps.Words.T
	r := widgets.NewReading(widgets.ReadingWords{
		Copy: t("reading.copy"), CopySection: t("reading.section"), CopyAll: t("reading.all"), SelectAll: t("command.select-all"),
	})
	s.readings[tab] = r
	if s.here {
		r.SetBlocks(s.blocks(tab)...)
	}
	return r
}

// freshen brings the tab in sight up to date.
func (s *Screen) freshen() {
	if tab := s.Selected(); s.stale[tab] && s.here {
		delete(s.stale, tab)
		s.readings[tab].SetBlocks(s.blocks(tab)...)
	}
}

// facts are the chips: how long, when home, who drives.
func (s *Screen) facts() [][]widgets.Run {
	t, p := s.deps.Words.T, s.page.Procedure
	var facts [][]widgets.Run
	for _, text := range []string{Span(s.deps.Words, "chip.minutes", p.Minutes.Procedure), Span(s.deps.Words, "chip.stay", p.Minutes.Building)} {
		if text != "" {
			facts = append(facts, widgets.Marked(text))
		}
	}
	if p.Home == content.SameDay {
		facts = append(facts, widgets.Marked(t("chip.same-day")))
	}
	if p.Ride != content.RideUnknown {
		facts = append(facts, widgets.Marked(t("chip.ride."+string(p.Ride))))
	}
	if s.page.Price != "" {
		facts = append(facts, widgets.Marked(t("chip.price", "amount", s.page.Price)))
	}
	return facts
}

// Span says a range of minutes with the words of a key, whole hours as hours: ""
// where nothing is known.
func Span(w *words.Words, key string, r content.Range) string {
	if r.IsZero() {
		return ""
	}
	if r.Low >= 60 && r.Low%60 == 0 && r.High%60 == 0 {
		key, r = key+".hours", content.Range{Low: r.Low / 60, High: r.High / 60}
	}
	switch {
	case r == content.Range{Low: 1, High: 1}:
		return w.T(key + ".one")
	case r.Low == r.High:
		return w.T(key, "n", r.Low)
	}
	return w.T(key+".range", "low", r.Low, "high", r.High)
}

// showNotice shows the amber band where a code is not to be trusted.
func (s *Screen) showNotice() {
	notice := s.page.Words.CodeNotice
	s.notice.Hidden = notice == ""
	if notice == "" {
		return
	}
	says := widgets.Marked("**" + s.deps.Words.T("notice.code") + "** " + notice)
	if strings.HasPrefix(notice, "**") {
		says = widgets.Marked(notice)
	}
	if s.compact {
		says = says[:1] // the gist; the tab that the link goes to says the rest
	}
	s.notice.Set(widgets.Caution, says,
		widgets.NewLink(s.deps.Words.T("notice.code.details"), func() { s.Select("codes") }))
}

// stack gives the head the height that it needs at its width, and the tabs the
// rest.
type stack struct{}

func (stack) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Resize(fyne.NewSize(s.Width, o[0].Size().Height))
	height := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(s.Width, height))
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Move(fyne.NewPos(0, height+4))
	o[1].Resize(fyne.NewSize(s.Width, max(s.Height-height-4, 0)))
}

func (stack) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 200) }
