package settings

import (
	"strings"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/assets/words"
	"deskleaf/content/civil"
	"deskleaf/widgets"
)

// reviewYears is how far ahead the next review is proposed.
const reviewYears = 1

// Approval asks who approves the words of a procedure, and until when.
type Approval struct {
	words                             *words.Words
	today                             civil.Date
	read                              func(string) (civil.Moment, bool, error)
	who, role, date, next, translator *widgets.Field
	content                           fyne.CanvasObject
}

// ApprovalDeps is what an approval begins with. Nothing may be nil.
type ApprovalDeps struct {
	Words      *words.Words
	Title      string // of the procedure, with its language
	Last       clinic.SignOff
	Translated bool // the language is not English: ask who checked the translation
	Changed    []Changed
	Since      string // says since when they changed
	Asked      string // who asked for the review, and why; "" for nobody
	Today      civil.Date
	Read       func(string) (civil.Moment, bool, error) // a date as people say it
	Say        func(civil.Date) string
}

// Changed is one difference from the words that were approved last.
type Changed struct {
	Where    string        // "steps · ice · text"
	Was, Now []widgets.Run // what differs is strong; empty for nothing
}

// rows show it: where, what it was, what it is.
func (c Changed) rows(t func(string, ...any) string) []fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.NewText(widgets.MutedStyle, widgets.Plain(c.Where))}
	for _, side := range []struct {
		key  string
		runs []widgets.Run
	}{{"approve.was", c.Was}, {"approve.now", c.Now}} {
		if len(side.runs) > 0 {
			rows = append(rows, widgets.NewText(widgets.LabelStyle, append(widgets.Plain(t(side.key)+" "), side.runs...)))
		}
	}
	return rows
}

// NewApproval makes the form. Who approved the last time is proposed again.
func NewApproval(deps ApprovalDeps) *Approval {
	t := deps.Words.T
	a := &Approval{
		words: deps.Words, today: deps.Today, read: deps.Read,
		who: field(deps.Last.Who, t("approve.who.hint")), role: field(deps.Last.Role, t("approve.role.hint")),
		date:       field(deps.Say(deps.Today), ""),
		next:       field(deps.Say(deps.Today.AddMonths(12*reviewYears)), ""),
		translator: field(deps.Last.Translator, t("approve.translator.hint")),
	}
	rows := []fyne.CanvasObject{
		widgets.NewText(widgets.BodyStyle, widgets.Marked(t("approve.text", "procedure", deps.Title))),
	}
	if deps.Asked != "" {
		rows = append(rows, widgets.NewText(widgets.BodyStyle, widgets.Plain(deps.Asked)))
	}
	rows = append(rows,
		widgets.NewFormRow(t("approve.who"), a.who),
		widgets.NewFormRow(t("approve.role"), a.role),
		widgets.NewFormRow(t("approve.date"), a.date),
		widgets.NewFormRow(t("approve.next"), a.next),
	)
	if deps.Translated {
		rows = append(rows, widgets.NewFormRow(t("approve.translator"), a.translator))
	}
	rows = append(rows, widgets.NewText(widgets.MutedStyle, widgets.Plain(t("approve.honor"))))
	if len(deps.Changed) > 0 {
		rows = append(rows, widgets.NewText(widgets.HeadingStyle, widgets.Plain(deps.Since)))
		for _, c := range deps.Changed {
			rows = append(rows, widgets.NewColumn(1, c.rows(t)...))
		}
	}
	a.content = widgets.NewColumn(10, rows...)
	return a
}

// Content is what a dialog shows.
func (a *Approval) Content() fyne.CanvasObject { return a.content }

// First is the field that has the focus at first.
func (a *Approval) First() fyne.Focusable { return a.who }

// SignOff is what was filled in, without the words that it is for. What is
// missing or does not fit is marked.
func (a *Approval) SignOff() (s clinic.SignOff, ok bool) {
	s.Who, s.Role, s.Translator = strings.TrimSpace(a.who.Text), strings.TrimSpace(a.role.Text), strings.TrimSpace(a.translator.Text)
	ok = true
	for _, need := range []struct {
		text  string
		field *widgets.Field
	}{{s.Who, a.who}, {s.Role, a.role}} {
		need.field.SetHint("", false)
		if need.text == "" {
			need.field.SetHint(a.words.T("approve.missing"), true)
			ok = false
		}
	}
	s.Date, ok = a.day(a.date, ok)
	s.Next, ok = a.day(a.next, ok)
	switch {
	case ok && a.today.Before(s.Date):
		a.date.SetHint(a.words.T("approve.future"), true)
		ok = false
	case ok && !s.Date.Before(s.Next):
		a.next.SetHint(a.words.T("approve.order"), true)
		ok = false
	}
	return s, ok
}

// day reads a date, and marks the field where it is none.
func (a *Approval) day(f *widgets.Field, ok bool) (civil.Date, bool) {
	f.SetHint("", false)
	m, _, err := a.read(f.Text)
	if err != nil {
		f.SetHint(a.words.T("visit.when.bad"), true)
		return civil.Date{}, false
	}
	return m.Date, ok
}
