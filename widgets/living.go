package widgets

import (
	"iter"
	"slices"
	"weak"

	"fyne.io/fyne/v2"
)

// A living list is of widgets of this program that something looks for: as long as
// somebody has them, and no longer.
type living[T any] struct {
	app  fyne.App // whose they are
	list []weak.Pointer[T]
}

// add adds one.
func (l *living[T]) add(one *T) {
	gone := func(p weak.Pointer[T]) bool { return p.Value() == nil || l.app != fyne.CurrentApp() }
	l.list = append(slices.DeleteFunc(l.list, gone), weak.Make(one))
	l.app = fyne.CurrentApp()
}

// all gives them, the newest first.
func (l *living[T]) all() iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for _, p := range slices.Backward(l.list) {
			if one := p.Value(); one != nil && !yield(one) {
				return
			}
		}
	}
}

// ofWindow is the one that the window of an object shows; nil for none.
func ofWindow[T any, P interface {
	*T
	fyne.CanvasObject
}](l *living[T], o fyne.CanvasObject) *T {
	return ofCanvas[T, P](l, canvasOf(o))
}

// ofCanvas is the one that a canvas shows; nil for none.
func ofCanvas[T any, P interface {
	*T
	fyne.CanvasObject
}](l *living[T], cv fyne.Canvas) *T {
	if cv == nil {
		return nil
	}
	for one := range l.all() {
		if canvasOf(P(one)) == cv {
			return one
		}
	}
	return nil
}
