package read

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deskleaf/content"
	"deskleaf/widgets"
)

// A blankForm asks for the answer to one blank where the blank shows: the
// question, a field or a list, and for what the answer is kept. Answered, it is
// one line with a link to change it.
type blankForm struct {
	widget.BaseWidget
	screen *Screen
	blank  content.Blank
	scopes []content.Scope // where it can be answered now

	open     bool // the field shows
	unsaved  bool // it has what could not be saved, and keeps it
	question *widgets.Text
	field    *widgets.Field
	choice   *widgets.Choice // instead of the field, for a blank with choices
	choices  []string
	scope    *widgets.Choice
	link     *widgets.Link
	content  *fyne.Container
}

// form is the form of a blank as the page is now; nil for one that nobody may
// fill here.
func (s *Screen) form(id string) *blankForm {
	b, ok := s.page.Blanks[id]
	if !ok {
		return nil
	}
	scopes := slices.DeleteFunc(slices.Clone(b.Scopes), func(scope content.Scope) bool { return !s.page.May(scope) })
	if len(scopes) == 0 {
		return nil
	}
	f := s.forms[id]
	if f == nil || !slices.Equal(f.scopes, scopes) {
		f = newBlankForm(s, b, scopes)
		s.forms[id] = f
	}
	f.fill()
	return f
}

func newBlankForm(s *Screen, b content.Blank, scopes []content.Scope) *blankForm {
	t := s.deps.Words.T
	f := &blankForm{screen: s, blank: b, scopes: scopes}
	f.question = widgets.NewText(widgets.LabelStyle, widgets.Plain(f.asks()))
	f.link = widgets.NewLink("", f.change)
	names := make([]string, len(scopes))
	for i, scope := range scopes {
		names[i] = t("scope." + string(scope))
	}
	f.scope = widgets.NewChoice("", names, f.usualScope(), nil)
	f.scope.Hidden = len(scopes) == 1
	var input fyne.CanvasObject
	if b.Type == content.ChoiceBlank {
		input = f.newChoice()
	} else {
		f.field = widgets.NewField(t("blank.hint." + string(b.Type)))
		f.field.OnCommit = func(text string) { f.save(text, true) }
		f.field.OnLeave = func(text string) { f.save(text, false) }
		input = f.field
	}
	f.content = container.New(&blankLayout{f}, f.question, input, f.scope, f.link)
	f.ExtendBaseWidget(f)
	return f
}

// asks is the question in the language of the window.
func (f *blankForm) asks() string {
	q := f.blank.Question[f.screen.deps.Words.Language]
	if q == "" {
		q = f.blank.Question["en"]
	}
	if f.blank.Type == content.TextBlank && f.screen.page.Language != "en" {
		q = f.screen.deps.Words.T("blank.in-language", "question", q, "language", f.screen.page.Language)
	}
	return q
}

// usualScope is where an answer is kept unless somebody says otherwise: with the
// procedure, else with the clinic.
func (f *blankForm) usualScope() int {
	for _, scope := range []content.Scope{content.ProcedureScope, content.ClinicScope} {
		if i := slices.Index(f.scopes, scope); i >= 0 {
			return i
		}
	}
	return 0
}

// newChoice is the list of a blank that has choices.
func (f *blankForm) newChoice() *widgets.Choice {
	f.choices = slices.Sorted(maps.Keys(f.blank.Choices))
	var names []string
	for _, id := range f.choices {
		name := f.blank.Choices[id][f.screen.deps.Words.Language]
		if name == "" {
			name = f.blank.Choices[id]["en"]
		}
		names = append(names, name)
	}
	f.choice = widgets.NewChoice(f.screen.deps.Words.T("blank.choose"), names, -1, func(i int) { f.save(f.choices[i], true) })
	return f.choice
}

// fill shows what is answered now.
func (f *blankForm) fill() {
	typed, scope, ok := f.screen.page.Answer(f.blank)
	f.question.SetText(f.asks())
	f.open = !ok || f.open
	if f.field != nil && !f.focused() && !f.unsaved {
		f.field.SetSilently(typed)
		f.field.SetHint("", false)
	}
	if f.choice != nil {
		f.choice.SetChosen(slices.Index(f.choices, typed))
	}
	if ok {
		if i := slices.Index(f.scopes, scope); i >= 0 {
			f.scope.SetChosen(i)
		}
		f.link.SetText(f.screen.deps.Words.T("blank.change", "question", f.asks(), "scope", f.screen.deps.Words.T("scope."+string(scope))))
	}
	f.arrange()
}

func (f *blankForm) focused() bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(f.field)
	return c != nil && c.Focused() == fyne.Focusable(f.field)
}

// arrange shows the field or, where there is an answer that nobody changes, the
// link.
func (f *blankForm) arrange() {
	f.question.Hidden, f.link.Hidden = !f.open, f.open
	if f.field != nil {
		f.field.Hidden = !f.open
	}
	if f.choice != nil {
		f.choice.Hidden = !f.open
	}
	f.scope.Hidden = !f.open || len(f.scopes) == 1
	f.content.Refresh()
}

// change opens an answered blank to be answered anew.
func (f *blankForm) change() {
	f.open = true
	f.screen.refill()
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.screen); c != nil && f.field != nil {
		c.Focus(f.field)
	}
}

// save keeps an answer, and goes on to the next blank of the tab where Enter was
// pressed.
func (f *blankForm) save(text string, next bool) {
	if f.screen.forms[f.blank.ID] != f {
		return // it was left because its page went: what it asked is about another one now
	}
	was, scope, answered := f.screen.page.Answer(f.blank)
	chosen := f.scopes[max(f.scope.Chosen(), 0)]
	if f.unsaved && !next {
		return // nobody has touched it since
	}
	f.unsaved = false
	if text == was && (scope == chosen || !answered) {
		if answered && next {
			f.open = false
			f.screen.refill()
		}
		return
	}
	f.open = false
	if err := f.screen.deps.Answer(f.blank, chosen, text); err != nil {
		f.open = true
		if f.field != nil {
			f.field.SetHint(err.Error(), true)
		}
		if why, ok := err.(interface{ Full() string }); ok {
			f.question.SetRuns(append(widgets.Plain(f.asks()+" "), widgets.Run{Text: why.Full(), Bold: true}))
			f.Refresh()
		}
		return
	}
	if next {
		f.screen.focusNext(f)
	}
}

// Unsaved opens the field of a blank again with an answer that could not be saved, and says
// so in it, as long as its procedure is shown.
func (s *Screen) Unsaved(id, text, why string) {
	f := s.forms[id]
	if f == nil {
		return
	}
	f.open, f.unsaved = true, true
	if f.field != nil {
		f.field.SetSilently(text)
		f.field.SetHint(why, true)
	}
	if f.choice != nil {
		f.choice.SetChosen(slices.Index(f.choices, text))
	}
	s.refill()
}

// CreateRenderer draws the form.
func (f *blankForm) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.content) }

// refill draws the tab in sight anew.
func (s *Screen) refill() {
	tab := s.Selected()
	s.reading(tab).SetBlocks(s.blocks(tab)...)
}

// focusNext gives the focus to the first blank after one that is still open.
func (s *Screen) focusNext(after *blankForm) {
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if c == nil {
		return
	}
	passed := false
	for _, i := range items(s.Selected(), s.page, s.deps.Words) {
		for _, id := range i.blanks {
			if f := s.forms[id]; passed && f != nil && f.open && f.field != nil {
				c.Focus(f.field)
				return
			}
			passed = passed || id == after.blank.ID
		}
	}
	c.Focus(s.reading(s.Selected()))
}
