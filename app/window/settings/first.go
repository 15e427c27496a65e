package settings

import (
	"strings"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/assets/words"
	"deskleaf/widgets"
)

// First asks at the first start for the three things that every page needs.
type First struct {
	words             *words.Words
	facts             clinic.Facts
	name, day, always *widgets.Field
	content           fyne.CanvasObject
}

// NewFirst makes the form with what is known already.
func NewFirst(w *words.Words, facts clinic.Facts) *First {
	f := &First{
		words: w, facts: facts, name: field(facts.Name, ""),
		day: field(facts.Phones.Day, w.T("settings.phone.hint")), always: field(facts.Phones.AnyHour, w.T("settings.phone.hint")),
	}
	enterGoesOn(f.name, f.day)
	enterGoesOn(f.day, f.always)
	f.content = widgets.NewColumn(10,
		widgets.NewText(widgets.BodyStyle, widgets.Marked(w.T("first.text"))),
		widgets.NewFormRow(w.T("settings.name"), f.name),
		widgets.NewFormRow(w.T("settings.day"), f.day),
		widgets.NewFormRow(w.T("settings.any-hour"), f.always),
		widgets.NewText(widgets.MutedStyle, widgets.Plain(w.T("first.note"))),
	)
	return f
}

// enterGoesOn has Enter go from one field to the next as long as nothing stands there:
// who presses it after the name would save without the phones.
func enterGoesOn(from, to *widgets.Field) {
	from.Key = func(ev *fyne.KeyEvent) bool {
		enter := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
		if !enter || to.Text != "" {
			return false
		}
		fyne.CurrentApp().Driver().CanvasForObject(to).Focus(to)
		return true
	}
}

// Content is what a dialog shows.
func (f *First) Content() fyne.CanvasObject { return f.content }

// First is the field that has the focus at first.
func (f *First) First() fyne.Focusable { return f.name }

// Facts are the clinic's facts with what was filled in; ok is false where a phone
// is none.
func (f *First) Facts() (facts clinic.Facts, ok bool) {
	facts = f.facts
	facts.Name = strings.TrimSpace(f.name.Text)
	ok = phone(f.words, f.day, &facts.Phones.Day)
	return facts, phone(f.words, f.always, &facts.Phones.AnyHour) && ok
}
