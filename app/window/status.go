package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"deskleaf/app/clinic"
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
	content fyne.CanvasObject
}

func newStatus(w *Window) *status {
	s := &status{state: widgets.NewLine(widgets.MutedStyle, ""), review: widgets.NewLink(w.words.T("status.review"), func() { w.do("review") })}
	s.review.Hide()
	var right []fyne.CanvasObject
	for _, id := range hinted {
		right = append(right, widgets.NewKeyCap(w.keyOf(id)), widgets.NewText(widgets.MutedStyle, widgets.Plain(w.words.T("status."+id))), newGap())
	}
	right = append(right, widgets.NewText(widgets.MutedStyle, widgets.Plain(w.words.T("status.offline"))))
	s.content = widgets.NewPanel(widgets.ColorBar, widgets.TopEdge, barPad, 5, widgets.NewBar(5, []fyne.CanvasObject{s.state, s.review}, right))
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer draws the bar.
func (s *status) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.content) }

// newGap is room between two hints.
func newGap() fyne.CanvasObject { return widgets.NewLine(widgets.MutedStyle, "  ") }

// keyOf is the first key of a command as people say it: "Ctrl K".
func (w *Window) keyOf(id string) string {
	for _, c := range w.table {
		if c.ID == id && len(c.Keys) > 0 {
			return w.keyWords(c.Keys[0])
		}
	}
	return ""
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
	if w.book == nil {
		s.state.SetText("")
		s.review.Hide()
		s.Refresh()
		return
	}
	state, signOff := w.reviewState()
	switch state {
	case clinic.Approved:
		s.state.SetText(w.words.T("status.approved", "who", signOff.Who, "date", signOff.Date, "next", signOff.Next))
	case clinic.Due:
		s.state.SetText(w.words.T("status.due", "who", signOff.Who, "next", signOff.Next) + " ·")
	default:
		s.state.SetText(w.words.T("status.draft") + " ·")
	}
	s.review.Hidden = state == clinic.Approved
	s.Refresh()
}

// reviewState is how far the words are reviewed in which the handout will print.
func (w *Window) reviewState() (clinic.State, clinic.SignOff) {
	words, ok := w.book.In(w.visit.Language)
	if !ok {
		return clinic.Draft, clinic.SignOff{}
	}
	print := content.Fingerprint(&w.book.Procedure, words)
	return w.clinic.SignOffs.State(w.book.Procedure.ID, w.visit.Language, print, w.today())
}
