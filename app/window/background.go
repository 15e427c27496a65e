package window

import (
	"time"

	"fyne.io/fyne/v2"
)

// A Background does work away from the window's thread and then something on
// it. Screens are touched in then alone. A test passes one that does both at once.
type Background func(work, then func())

// inBackground is the program's only way back to Fyne's thread. It never waits
// for it: waiting for that thread from itself would hang the window.
func inBackground(work, then func()) {
	go func() {
		work()
		fyne.Do(then)
	}()
}

// after calls f on the window's thread once d has passed, unless it was stopped
// before. Stopping twice is harmless.
func after(d time.Duration, f func()) (stop func()) { return afterOr(d, nil, f) }

// afterOr is after, or earlier when something comes.
func afterOr(d time.Duration, early <-chan struct{}, f func()) (stop func()) {
	timer, stopped := time.NewTimer(d), make(chan struct{})
	live := true
	inBackground(func() {
		select {
		case <-timer.C:
		case <-early:
		case <-stopped:
		}
	}, func() {
		if live {
			live = false
			f()
		}
	})
	return func() {
		if live {
			live = false
			timer.Stop()
			close(stopped)
		}
	}
}
