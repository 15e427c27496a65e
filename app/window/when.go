package window

import (
	"errors"
	"strings"
	"time"

	"deskleaf/app/visit"
	"deskleaf/content/civil"
	"deskleaf/content/phrases"
	"deskleaf/widgets"
)

// readWhen understands a date as people at this desk say it.
func (w *Window) readWhen(text string) (civil.Moment, bool, error) {
	return visit.ReadWhen(text, w.today(), w.words.Language)
}

// whyNoDate says in the window's words why a text is no date.
func (w *Window) whyNoDate(err error) string {
	if e, ok := errors.AsType[*visit.WhenError](err); ok {
		return w.words.T("when." + string(e.Reason))
	}
	return w.words.T("when." + string(visit.Unclear))
}

// spoken are the phrases in the language of the window, else in English.
func (w *Window) spoken() *phrases.Phrases {
	p, err := phrases.In(w.words.Language)
	if err != nil {
		p, err = phrases.In("en")
	}
	if err != nil {
		panic("window: the phrases built into the program cannot be read: " + err.Error())
	}
	return p
}

// sayWhen writes a date, and a time where there is one, as short as a field
// needs it: "Thu, Dec 10, 9:30 AM". A day that has passed has its year, because
// without one it would be read as the next of its name.
func (w *Window) sayWhen(m civil.Moment, hasTime bool) string {
	p, year := w.spoken(), w.today().Year
	if m.Date.Before(w.today()) {
		year = 0
	}
	text := p.Short(m.Date, year)
	if hasTime {
		text = phrases.Fill(p.Dates.Moment, "date", text, "clock", p.Clock(m.Minute))
	}
	return strings.ReplaceAll(text, "\u00a0", " ")
}

// sayTime writes a moment of the clock on the wall.
func (w *Window) sayTime(t time.Time) string { return w.sayWhen(civil.MomentOf(t), true) }

// sayDay writes a day alone.
func (w *Window) sayDay(d civil.Date) string { return w.sayWhen(d.At(0), false) }

// sayDayYear writes a day alone, always with its year.
func (w *Window) sayDayYear(d civil.Date) string { return w.spoken().Date(d) }

// openCalendar shows a month under the date of the visit. A day that is picked
// keeps the time.
func (w *Window) openCalendar() {
	w.focusWhen()
	p := w.spoken()
	var heads [7]string
	copy(heads[:], p.Dates.ShortWeekdays)
	words := widgets.CalendarWords{Days: heads, Title: func(year, month int) string {
		return w.words.T("calendar.title", "month", p.Dates.Months[month-1], "year", year)
	}}
	widgets.OpenCalendar(w.panel.Anchor(), words, dayOf(w.visit.Date), dayOf(w.today()), func(d widgets.Day) {
		w.edit(func(v *visit.Visit) { v.Date = civil.Date{Year: d.Year, Month: time.Month(d.Month), Day: d.Day} })
		w.panel.FocusWhen(w.frame.Canvas())
	})
}

// dayOf is a date as the calendar has it.
func dayOf(d civil.Date) widgets.Day {
	return widgets.Day{Year: d.Year, Month: int(d.Month), Day: d.Day}
}
