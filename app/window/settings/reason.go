package settings

import (
	"strings"

	"fyne.io/fyne/v2"

	"deskleaf/assets/words"
	"deskleaf/widgets"
)

// A Reason asks who does something to a procedure's words, what changed and why.
type Reason struct {
	words    *words.Words
	who, why *widgets.Field
	content  fyne.CanvasObject
}

// NewReason makes the form under a text that says what for. who and why are
// proposed.
func NewReason(w *words.Words, text, who, why string) *Reason {
	t := w.T
	r := &Reason{words: w, who: field(who, t("reason.who.hint")), why: field(why, t("reason.why.hint"))}
	r.content = widgets.NewColumn(10,
		widgets.NewText(widgets.BodyStyle, widgets.Marked(text)),
		widgets.NewFormRow(t("reason.who"), r.who),
		widgets.NewFormRow(t("reason.why"), r.why),
	)
	return r
}

// Content is what a dialog shows.
func (r *Reason) Content() fyne.CanvasObject { return r.content }

// First is the field that has the focus at first: the name where none is known.
func (r *Reason) First() fyne.Focusable {
	if r.who.Text == "" {
		return r.who
	}
	return r.why
}

// Said is what was filled in. A name must be; the reason may be left out.
func (r *Reason) Said() (who, why string, ok bool) {
	who, why = strings.TrimSpace(r.who.Text), strings.TrimSpace(r.why.Text)
	r.who.SetHint("", false)
	if who == "" {
		r.who.SetHint(r.words.T("approve.missing"), true)
	}
	return who, why, who != ""
}
