package window

import (
	"time"

	"deskleaf/widgets"
)

// warning is how long before it clears a visit left alone the window says so.
const warning = time.Minute

// An idle clock clears the visit when nobody has touched the window for some
// minutes: the next person at the desk must not see the last patient. It only
// runs while there is something to clear.
type idle struct {
	after   func(d time.Duration, f func()) (stop func())
	wait    func() time.Duration // how long until the warning
	holds   func() bool          // whether there is anything to clear
	warn    func()
	unwarn  func()
	expired func()

	stop   func()
	warned bool
}

// touch starts the wait anew; it is called for everything that a person does.
func (i *idle) touch() {
	if i.stop != nil {
		i.stop()
		i.stop = nil
	}
	if i.warned {
		i.warned = false
		i.unwarn()
	}
	if i.holds() {
		i.stop = i.after(i.wait(), i.warning)
	}
}

func (i *idle) warning() {
	i.stop = nil
	if !i.holds() {
		return
	}
	i.warned = true
	i.warn()
	i.stop = i.after(warning, i.expire)
}

func (i *idle) expire() {
	i.stop = nil
	i.warned = false
	i.unwarn()
	i.expired()
}

// idleWait is how long a visit may be left alone before the warning: the
// clinic's minutes, less the warning itself.
func (w *Window) idleWait() time.Duration {
	return time.Duration(w.clinic.Idle())*time.Minute - warning
}

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
