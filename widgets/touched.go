package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Touched is the whole content of a window, which notices that somebody is there:
// every key that is pressed while a control of this package has the focus, in a
// dialog too, and the pointer where no control notices it.
type Touched struct {
	widget.BaseWidget
	content      fyne.CanvasObject
	moved, keyed func()
}

var _ desktop.Hoverable = (*Touched)(nil)

// NewTouched returns the content of a window. Moved is told of the pointer, keyed of
// keys.
func NewTouched(content fyne.CanvasObject, moved, keyed func()) *Touched {
	t := &Touched{content: content, moved: moved, keyed: keyed}
	t.ExtendBaseWidget(t)
	noticing.add(t)
	return t
}

// noticing are the contents of all windows.
var noticing living[Touched]

// touchedOf is the content of the window that shows an object; nil for none.
func touchedOf(o fyne.CanvasObject) *Touched { return ofWindow(&noticing, o) }

// noteKey tells the window of an object that a key was pressed.
func noteKey(o fyne.CanvasObject) {
	if t := touchedOf(o); t != nil {
		t.keyed()
	}
}

// notePointer tells the window of an object that the pointer moves over it.
func notePointer(o fyne.CanvasObject) {
	if t := touchedOf(o); t != nil {
		t.moved()
	}
}

// Resize fits the dialogs over the window into another size of it.
func (t *Touched) Resize(size fyne.Size) {
	resized := t.Size() != size
	t.BaseWidget.Resize(size)
	if resized {
		fitDialogs(canvasOf(t))
	}
}

// CreateRenderer draws the content.
func (t *Touched) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.content) }

// MouseIn tells that the pointer is here.
func (t *Touched) MouseIn(*desktop.MouseEvent) { t.moved() }

// MouseMoved tells it too.
func (t *Touched) MouseMoved(*desktop.MouseEvent) { t.moved() }

// MouseOut does nothing.
func (t *Touched) MouseOut() {}
