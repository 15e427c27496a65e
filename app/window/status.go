package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deskleaf/app/clinic"
	"deskleaf/app/window/read"
	"deskleaf/content"
	"deskleaf/widgets"
)

// hinted are the commands whose keys stand in the status bar.
var hinted = []string{"find", "print", "save", "keys"}

// A status is the bar at the foot: how far the words are reviewed, the keys most
// used, and the promise of the program.
type status struct {
	widget.BaseWidget
	state   *widgets.Text
	review  *widgets.Link
	send    *widgets.Link
	edit    *widgets.Link
	saves   *widgets.Text // what the key for saving saves
	row     *fyne.Container
	content fyne.CanvasObject
}

func newStatus(w *Window) *status {
	s := &status{state: widgets.NewLine(widgets.MutedStyle, ""), review: widgets.NewLink(w.words.T("status.review"), func() { w.do("review") })}
	s.edit = widgets.NewLink(w.words.T("status.edit"), func() { w.do("edit-procedure") })
	s.send = widgets.NewLink(w.words.T("status.send"), func() { w.do("send-review") })
	s.review.Hide()
	s.send.Hide()
	s.edit.Hide()
	var right []fyne.CanvasObject
	for _, id := range hinted {
		does := widgets.NewText(widgets.MutedStyle, widgets.Plain(w.words.T("status."+id)))
		if right = append(right, newHint(w.keyOf(id), does)); id == "save" {
			s.saves = does
		}
	}
	right = append(right, widgets.NewText(widgets.MutedStyle, widgets.Plain(w.words.T("status.offline"))))
	s.row = widgets.NewBar(8, []fyne.CanvasObject{s.state, s.review, s.send, s.edit}, right)
	s.content = widgets.NewPanel(widgets.ColorBar, widgets.TopEdge, barPad, 5, s.row)
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer draws the bar.
func (s *status) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.content) }

// newHint is a key with what it does. The two come and go together.
func newHint(key string, does fyne.CanvasObject) fyne.CanvasObject {
	return container.New(hint{}, widgets.NewKeyCap(key), does)
}

// hint sets a key and its words beside each other, with room after them.
type hint struct{}

const (
	hintGap  = 5
	hintRoom = 10
)

func (hint) Layout(o []fyne.CanvasObject, s fyne.Size) {
	capital, words := o[0].MinSize(), o[1].MinSize()
	set(o[0], 0, (s.Height-capital.Height)/2, capital.Width, capital.Height)
	set(o[1], capital.Width+hintGap, (s.Height-words.Height)/2, max(s.Width-capital.Width-hintGap, 0), words.Height)
}

func (hint) MinSize(o []fyne.CanvasObject) fyne.Size {
	capital, height := o[0].MinSize(), o[0].MinSize().Height
	width := capital.Width + hintGap + hintRoom
	if words, ok := o[1].(*widgets.Text); ok {
		width += words.NaturalWidth() + 1
		height = max(height, words.MinSize().Height)
	}
	return fyne.NewSize(width, height)
}

// hints are the keys that a new person needs, for an empty desk.
func (w *Window) hints() []read.Hint {
	var all []read.Hint
	for _, id := range []string{"find", "print", "save", "next-patient", "keys"} {
		all = append(all, read.Hint{Key: w.keyOf(id), Does: w.words.T("hint." + id)})
	}
	return all
}

// keyOf is the first key of a command as people say it: "Ctrl K".
func (w *Window) keyOf(id string) string {
	for _, c := range w.table {
		if c.ID == id && len(c.Keys) > 0 {
			return w.keyWords(c.Keys[0])
		}
	}
	return ""
}

// tipOf is what a command does, and its key: what a button without words says.
func (w *Window) tipOf(id string) string {
	return strings.TrimSuffix(w.words.T("command."+id), "…") + " · " + w.keyOf(id)
}

// keyWords is a key as people say it.
func (w *Window) keyWords(k Key) string {
	parts := k.parts()
	for i, p := range parts {
		if key := "key." + p; w.words.Has(key) {
			parts[i] = w.words.T(key)
		}
	}
	return strings.Join(parts, " ")
}

// showReview says how far the words of the handout are reviewed here.
func (w *Window) showReview() {
	s := w.status
	saves := "status.save"
	if w.editShown() {
		saves = "status.save-words"
	}
	s.saves.SetText(w.words.T(saves))
	if w.book == nil || w.dayShown() || w.editShown() {
		s.state.SetText(w.libraryWords())
		s.edit.Hide()
		s.review.Hide()
		s.send.Hide()
		s.row.Refresh()
		return
	}
	s.edit.Hidden = w.clinic.Signed
	more := " ·" // links follow
	if w.clinic.Signed {
		more = ""
	}
	state, signOff := w.reviewState()
	says := w.stateWords(state, signOff)
	if state != clinic.Approved {
		says += more
	}
	s.state.SetText(says)
	s.review.Hidden = state == clinic.Approved || w.clinic.Signed
	s.send.Hidden = state != clinic.Draft || w.book.Shipped || w.clinic.Signed
	s.row.Refresh()
}

// stateWords say how far words are reviewed.
func (w *Window) stateWords(state clinic.State, o clinic.SignOff) string {
	if !state.Approved() {
		return w.words.T(map[clinic.State]string{clinic.Draft: "status.draft", clinic.InReview: "status.in-review"}[state])
	}
	pairs := []any{"who", o.Who, "date", w.spoken().Printed(o.Date), "next", w.spoken().Printed(o.Next)}
	switch state {
	case clinic.Due:
		return w.words.T("status.due", pairs...)
	case clinic.Expired:
		return w.words.T("status.expired", pairs...)
	}
	return w.words.T("status.approved", pairs...)
}

// reviewState is how far the words are reviewed in the handout's language.
func (w *Window) reviewState() (clinic.State, clinic.SignOff) { return w.stateIn(w.visit.Language) }

// stateIn is how far the procedure's words are reviewed in a language.
func (w *Window) stateIn(language string) (clinic.State, clinic.SignOff) {
	words, ok := w.book.In(language)
	if !ok {
		return clinic.Draft, clinic.SignOff{}
	}
	print := content.Fingerprint(&w.book.Procedure, words)
	return w.clinic.SignOffs.State(w.book.Procedure.ID, language, print, w.today())
}
