package window

import (
	"time"
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
