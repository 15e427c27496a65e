package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"deskleaf/widgets"
)

// touched is the whole content of the window. It notices the pointer where no
// control does, so that somebody who only reads and moves the mouse is not taken
// for gone.
type touched struct {
	widget.BaseWidget
	content fyne.CanvasObject
	moved   func()
}

var _ desktop.Hoverable = (*touched)(nil)

func newTouched(content fyne.CanvasObject, moved func()) *touched {
	t := &touched{content: content, moved: moved}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer draws the content.
func (t *touched) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.content) }

// MouseIn tells that the pointer is here.
func (t *touched) MouseIn(*desktop.MouseEvent) { t.moved() }

// MouseMoved tells it too.
func (t *touched) MouseMoved(*desktop.MouseEvent) { t.moved() }

// MouseOut does nothing.
func (t *touched) MouseOut() {}

// seldom is how often a moving pointer starts the idle minutes anew.
const seldom = 10 * time.Second

// moved counts the pointer as a touch, now and then.
func (w *Window) moved() {
	if now := w.deps.Now(); now.Sub(w.movedAt) >= seldom {
		w.movedAt = now
		w.awake()
	}
}

// awake tells that somebody is at the desk.
func (w *Window) awake() {
	w.idle.touch()
	w.touchLatch()
}

// warnIdle says that the visit will be cleared; Keep is one click or any key.
func (w *Window) warnIdle() {
	w.notices.pin(w.words.T("idle.warning"), w.words.T("idle.keep"), w.awake)
}

// leaveAlone clears a visit that nobody came back to. What lies over the window
// may show the patient too, so it goes first.
func (w *Window) leaveAlone() {
	widgets.CloseDialogs(w.frame.Canvas())
	w.NextPatient()
}

// unwarnIdle takes the warning away.
func (w *Window) unwarnIdle() { w.notices.unpin() }
