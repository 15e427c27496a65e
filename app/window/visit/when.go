package visit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"deskleaf/app/visit"
	"deskleaf/content/civil"
	"deskleaf/widgets"
)

// A whenField is the field for the date of the visit. It takes a date as people
// say it ("12/10 930", "tue 9"), shows under itself how it was understood or why
// it was not, and has a button for the calendar.
type whenField struct {
	widget.BaseWidget
	deps  Deps
	field *widgets.Field
	open  *widgets.Button
	reads *widgets.Text // how the text was understood
	fault *widgets.Text // why it was not

	shown    civil.Moment // the date that the text stands for
	hasTime  bool
	accepted func() // after Enter on a date that was understood
	changed  func() // the height is another
}

func newWhenField(deps Deps) *whenField {
	w := &whenField{deps: deps, field: widgets.NewField(deps.Words.T("visit.when.hint"))}
	w.reads, w.fault = widgets.NewText(widgets.MutedStyle, nil), widgets.NewText(widgets.ErrorStyle, nil)
	w.tell("", "")
	w.open = widgets.NewButton("", "calendar-month", widgets.Quiet, func() { deps.Do("calendar") }).WithTip(deps.Tip("calendar"))
	w.field.OnChanged = w.typed
	w.field.OnLeave = func(text string) { w.judge(text) }
	w.field.OnCommit = func(text string) {
		if w.judge(text) && w.accepted != nil {
			w.accepted()
		}
	}
	w.field.Key = func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyDown && ev.Name != fyne.KeyF4 {
			return false
		}
		deps.Do("calendar")
		return true
	}
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer sets the field and the button beside each other, and under them
// how the text was understood.
func (w *whenField) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(widgets.NewColumn(1, beside(w.field, w.open), w.reads, w.fault))
}

// tell shows how the text was understood, or why it was not, or nothing.
func (w *whenField) tell(reads, fault string) {
	w.reads.SetText(reads)
	w.fault.SetText(fault)
	w.reads.Hidden, w.fault.Hidden = reads == "", fault == ""
	w.field.SetHint("", fault != "")
}

// typed takes what is understood so far. What is not is said only on Enter or
// when the focus leaves: half a date is no mistake yet.
func (w *whenField) typed(text string) {
	m, hasTime, err := w.deps.Read(text)
	if err != nil {
		m, hasTime = civil.Moment{}, false
	}
	w.shown, w.hasTime = m, hasTime
	w.say()
	w.deps.Change(func(v *visit.Visit) { v.SetWhen(m, hasTime) })
}

// judge says why a text is no date, and reports whether it is one.
func (w *whenField) judge(text string) bool {
	if text == "" {
		return true
	}
	if _, _, err := w.deps.Read(text); err != nil {
		w.tell("", w.deps.WhyNot(err))
		w.changed()
		return false
	}
	return true
}

// say shows how the text was understood.
func (w *whenField) say() {
	reads := ""
	if !w.shown.IsZero() {
		reads = "→ " + w.deps.Say(w.shown, w.hasTime)
	}
	w.tell(reads, "")
}

// show shows the date of a visit. Text that stands for that date is left as it
// was typed; another date, one chosen in the calendar or none, replaces it.
func (w *whenField) show(v visit.Visit) {
	m := civil.Moment{Date: v.Date, Minute: v.Minute}
	if v.Date.IsZero() {
		m = civil.Moment{}
	}
	if m == w.shown && v.HasTime == w.hasTime {
		return
	}
	w.shown, w.hasTime = m, v.HasTime
	text := ""
	if !m.IsZero() {
		text = w.deps.Say(m, v.HasTime)
	}
	w.field.SetSilently(text)
	w.tell("", "")
}

// clear empties the field, whatever was typed.
func (w *whenField) clear() {
	w.shown, w.hasTime = civil.Moment{}, false
	w.field.SetSilently("")
	w.tell("", "")
}
