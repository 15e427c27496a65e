// Package cost is the money part of a procedure: answers are typed at the left,
// and at the right stand at once the price beside others, the patient's share,
// the steps that lead to it and, under both, what staff can say.
//
// [Screen] shows a [State] and holds none of its own. What a person types goes
// out as a change of the [cost.Talk]; the shell applies it, has it reckoned, and
// shows the state that follows. Nothing is decided about money here.
package cost

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"deskleaf/app/cost"
	"deskleaf/app/cost/tell"
	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/widgets"
)

// Deps is what the screen works with. Nothing may be nil.
type Deps struct {
	Words  *words.Words
	Change func(func(*cost.Talk)) // applies what a person typed or chose
	// Do runs a command of the window: "copy-say", "prices".
	Do func(command string)
	// Speak chooses the language in which staff say it.
	Speak func(language string)
	// Practise begins and ends the practice plan.
	Practise func(on bool)
	CopyKey  string // the key of "copy-say"
}

// A Language is one in which staff can say it.
type Language struct{ Tag, Name string }

// State is what the screen shows.
type State struct {
	Procedure *content.Procedure // nil for none
	Talk      cost.Talk
	Settings  []content.Setting
	Bills     []content.Bill
	Listed    map[content.Biller]cost.Price // from the clinic's list, also where a price was typed
	Sources   []string                      // where the prices come from, a line each
	Insurers  []string                      // that the list names
	Plans     []string                      // of the chosen one

	Why     string // why there is no estimate; "" where there is one
	NoPrice bool   // because no price is known
	Rows    []tell.Row
	Picture tell.Picture
	Notes   []string
	Say     string
	In      string // the language of it
	Speaks  []Language
}

// Screen is the cost screen.
type Screen struct {
	widget.BaseWidget
	deps  Deps
	state State
	shape string // of the form that is built

	fields  map[string]*amount
	prices  map[content.Biller]*amount
	choices choices
	more    bool // the rarer rows show

	form     *fyne.Container
	explain  *widgets.Text
	picture  *widgets.Scale
	ledger   *widgets.Ledger
	why      *widgets.Notice
	notes    *widgets.Text
	say      *widgets.Notice
	practice *widgets.Notice
	approval *approval
	whole    *fyne.Container
}

// New makes a screen that shows no procedure.
func New(deps Deps) *Screen {
	s := &Screen{deps: deps, fields: map[string]*amount{}, prices: map[content.Biller]*amount{}}
	t := deps.Words.T
	s.makeFields()
	s.choices = s.newChoices()
	s.form = widgets.NewColumn(5)
	s.explain = widgets.NewText(widgets.MutedStyle, nil)
	s.picture = widgets.NewScale()
	s.ledger = widgets.NewLedger(t("cost.steps"), t("cost.low"), t("cost.high"))
	s.why = widgets.NewNotice(widgets.Inform, nil)
	s.notes = widgets.NewText(widgets.MutedStyle, nil)
	s.say = widgets.NewNotice(widgets.Succeed, nil)
	s.practice = widgets.NewNotice(widgets.Caution, widgets.Marked(t("cost.practice.on")), widgets.NewLink(t("cost.practice.end"), func() { deps.Practise(false) }))
	s.approval = newApproval(s)
	s.whole = s.layOut()
	s.explained("")
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer draws the screen.
func (s *Screen) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.whole) }

// SetState shows a state. Fields that say what the state says are left alone, so
// that nobody's typing is disturbed.
func (s *Screen) SetState(state State) {
	s.state = state
	if shape := s.shapeOf(); shape != s.shape {
		s.shape = shape
		s.build()
	}
	s.fill()
	s.fillAnswer()
	s.whole.Refresh()
}

// Clear empties what was typed, also what was not understood.
func (s *Screen) Clear() {
	for _, f := range s.fields {
		f.clear()
	}
	for _, f := range s.prices {
		f.clear()
	}
	s.approval.clear()
	s.more = false
}

// Text is what the screen says, as plain text.
func (s *Screen) Text() string {
	parts := []string{s.state.Why, s.ledger.Text(), strings.Join(s.state.Sources, "\n"), strings.Join(s.state.Notes, "\n"), s.state.Say}
	var said []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, "\n\n")
}

// fillAnswer shows what follows from the answers.
func (s *Screen) fillAnswer() {
	t := s.deps.Words.T
	s.practice.Hidden = !s.state.Talk.Practice
	s.fillPicture()
	var rows []widgets.LedgerRow
	for _, r := range s.state.Rows {
		row := widgets.LedgerRow{Words: r.Words, Heading: r.Heading, Strong: r.Total}
		if !r.Heading {
			row.Low, row.High = r.Amount.Low.String(), r.Amount.High.String()
		}
		rows = append(rows, row)
	}
	s.ledger.SetRows(rows)
	s.ledger.Hidden = len(rows) == 0
	s.why.Hidden = s.state.Why == ""
	var links []*widgets.Link
	if s.state.NoPrice {
		links = append(links, widgets.NewLink(t("cost.prices"), func() { s.deps.Do("prices") }))
	}
	s.why.Set(widgets.Inform, widgets.Marked(s.state.Why), links...)
	notes := slices.Concat(s.state.Sources, s.state.Notes, s.state.Picture.Notes)
	s.notes.SetText(strings.Join(notes, "\n"))
	s.notes.Hidden = len(notes) == 0
	s.fillSay()
}

func (s *Screen) fillPicture() {
	kinds := map[tell.BarKind]widgets.ScaleKind{
		tell.PriceBar: widgets.ScaleSolid, tell.ReferenceBar: widgets.ScaleDashed, tell.PostedBar: widgets.ScaleSpread, tell.ShareBar: widgets.ScaleStrong,
	}
	most := s.state.Picture.Most
	part := func(c cost.Cents) float32 { return float32(c) / float32(max(most, 1)) }
	var rows []widgets.ScaleRow
	for _, b := range s.state.Picture.Bars {
		rows = append(rows, widgets.ScaleRow{
			Kind: kinds[b.Kind], Label: b.Label, Says: b.Says, Low: part(b.Low), High: part(b.High),
			First: part(b.Quarters[0]), Third: part(b.Quarters[1]), Middle: part(b.Middle),
		})
	}
	s.picture.SetRows(rows, cost.Cents(0).Round(), most.Round())
	s.picture.Hidden = len(rows) == 0
}

// fillSay shows what staff can say, and in which languages.
func (s *Screen) fillSay() {
	t := s.deps.Words.T
	s.say.Hidden = s.state.Say == ""
	links := []*widgets.Link{widgets.NewLink(t("cost.copy", "key", s.deps.CopyKey), func() { s.deps.Do("copy-say") })}
	for _, l := range s.state.Speaks {
		if l.Tag != s.state.In {
			links = append(links, widgets.NewLink(l.Name, func() { s.deps.Speak(l.Tag) }))
		}
	}
	s.say.Set(widgets.Succeed, append(widgets.Strong(t("cost.say")+" "), widgets.Plain("“"+s.state.Say+"”")...), links...)
}

// explained says what the word of a field means; of none, that it will.
func (s *Screen) explained(word string) {
	key := "cost.word." + word
	if word == "" || !s.deps.Words.Has(key) {
		s.explain.SetRuns(widgets.Plain(s.deps.Words.T("cost.words.hint")))
		return
	}
	s.explain.SetRuns(widgets.Marked(s.deps.Words.T(key)))
}
