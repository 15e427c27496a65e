package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// An Action is a button at the foot of a dialog.
type Action struct {
	Text, Icon string
	Default    bool // what Enter does, also from inside a field; it stands out
	Cancel     bool // what Esc does
	// Do is what the button is for. The dialog stays open where it says false:
	// something in it is not right yet. A nil one only closes the dialog.
	Do func() (done bool)
}

// A Dialog is a question or a form over the window, which waits until it is
// answered. Esc cancels, Enter does the default action, and Tab stays inside.
type Dialog struct {
	// Width is how wide the content is, at most what the window has room for.
	Width float32
	// OnClosed is called after the dialog is gone, however it went.
	OnClosed func()

	title   string
	content fyne.CanvasObject
	actions []Action
	buttons []*Button

	canvas fyne.Canvas
	tips   *Tips // nil in a window without
	pop    *widget.PopUp
	before func(*fyne.KeyEvent) // who had the keys before
}

// NewDialog returns a dialog. The actions stand in their order at the right.
func NewDialog(title string, content fyne.CanvasObject, actions ...Action) *Dialog {
	d := &Dialog{Width: 440, title: title, content: content, actions: actions}
	for i, a := range actions {
		rank := Quiet
		if a.Default {
			rank = Primary
		}
		d.buttons = append(d.buttons, NewButton(a.Text, a.Icon, rank, func() { d.do(i) }))
	}
	return d
}

// Show opens the dialog and gives the focus to first, or where that is nil to
// the default button, so that Enter works at once.
func (d *Dialog) Show(c fyne.Canvas, first fyne.Focusable) {
	d.canvas = c
	if window := ofCanvas(&layers, c); window != nil {
		d.tips = newTips(window.after)
	}
	box := newDialogBox(d)
	d.pop = widget.NewModalPopUp(box, c)
	d.pop.Resize(box.best(c.Size()))
	d.pop.Show()
	shown = append(shown, d)
	d.before = c.OnTypedKey()
	c.SetOnTypedKey(d.typedKey)
	if first == nil {
		first = d.defaultButton()
	}
	if first != nil {
		c.Focus(first)
	}
}

// CloseDialogs closes every dialog of a canvas as [Dialog.Close] does, the topmost
// first.
func CloseDialogs(c fyne.Canvas) {
	for _, d := range slices.Backward(slices.Clone(shown)) {
		if d.canvas == c {
			d.Close()
		}
	}
}

// fitDialogs gives every dialog of a canvas the size that it needs now.
func fitDialogs(c fyne.Canvas) {
	for _, d := range shown {
		if c != nil && d.canvas == c {
			d.Fit()
		}
	}
}

// inFront is the topmost dialog of a canvas; nil for none.
func inFront(c fyne.Canvas) *Dialog {
	for _, d := range slices.Backward(shown) {
		if d.canvas == c {
			return d
		}
	}
	return nil
}

// shown are the dialogs that are open, in the order in which they were shown.
var shown []*Dialog

// Open tells whether the dialog is shown.
func (d *Dialog) Open() bool { return d.pop != nil }

// Fit gives the dialog the size that its content needs now, in the middle of the
// window.
func (d *Dialog) Fit() {
	if box, ok := d.box(); ok {
		window := d.canvas.Size()
		size := box.best(window)
		d.pop.Resize(size)
		d.pop.Move(fyne.NewPos((window.Width-size.Width)/2, (window.Height-size.Height)/2))
		box.Refresh()
	}
}

func (d *Dialog) box() (*dialogBox, bool) {
	if d.pop == nil {
		return nil, false
	}
	box, ok := d.pop.Content.(*dialogBox)
	return box, ok
}

// Close closes the dialog without doing anything.
func (d *Dialog) Close() {
	if d.pop == nil {
		return
	}
	pop := d.pop
	d.pop = nil
	shown = slices.DeleteFunc(shown, func(o *Dialog) bool { return o == d })
	d.canvas.SetOnTypedKey(d.before)
	pop.Hide()
	if d.OnClosed != nil {
		d.OnClosed()
	}
}

// Cancel does what Esc does.
func (d *Dialog) Cancel() {
	for i, a := range d.actions {
		if a.Cancel {
			d.do(i)
			return
		}
	}
	d.Close()
}

// Accept does what Enter does.
func (d *Dialog) Accept() {
	for i, a := range d.actions {
		if a.Default && !d.buttons[i].Disabled() {
			d.do(i)
			return
		}
	}
}

// Button is the button of an action, by its number.
func (d *Dialog) Button(i int) *Button { return d.buttons[i] }

// do does an action. Where it marks a field and the dialog stays, the first such field
// has the focus, and says what is wrong.
func (d *Dialog) do(i int) {
	marked = nil
	if do := d.actions[i].Do; do == nil || do() {
		d.Close()
	} else if marked != nil && d.Open() && inFront(d.canvas) == d {
		d.canvas.Focus(marked)
	}
	marked = nil
}

// typedKey has the keys that nothing in the dialog had a use for.
func (d *Dialog) typedKey(ev *fyne.KeyEvent) {
	switch {
	case ev.Name == fyne.KeyEscape:
		d.Cancel()
	case commits(ev):
		d.Accept()
	}
}

func (d *Dialog) defaultButton() fyne.Focusable {
	for i, a := range d.actions {
		if a.Default {
			return d.buttons[i]
		}
	}
	if len(d.buttons) > 0 {
		return d.buttons[0]
	}
	return nil
}

// A dialogBox is what a dialog looks like: title, content that scrolls where it
// must, buttons.
type dialogBox struct {
	widget.BaseWidget
	of     *Dialog
	title  *Text
	inner  *fyne.Container
	scroll *container.Scroll
	room   *inset // of the content
	foot   *Flow
}

// The insets of a dialog.
const (
	dialogPad   = 22
	dialogGap   = 14
	dialogInset = 4  // within the scroll, so that rings are not cut off
	dialogBar   = 10 // for the bar, where the content scrolls
)

func newDialogBox(d *Dialog) *dialogBox {
	b := &dialogBox{of: d, title: NewText(PanelStyle, Plain(d.title))}
	b.room = &inset{by: dialogInset}
	b.inner = container.New(b.room, d.content)
	b.scroll = NewScroll(b.inner)
	buttons := make([]fyne.CanvasObject, len(d.buttons))
	for i, button := range d.buttons {
		buttons[i] = button
	}
	b.foot = NewFlow(8, buttons...)
	b.ExtendBaseWidget(b)
	return b
}

// MouseIn tells the window that the pointer is over the dialog.
func (b *dialogBox) MouseIn(*desktop.MouseEvent) { notePointer(b) }

// MouseMoved tells it too.
func (b *dialogBox) MouseMoved(*desktop.MouseEvent) { notePointer(b) }

// MouseOut does nothing.
func (b *dialogBox) MouseOut() {}

// best is the size for a window.
func (b *dialogBox) best(window fyne.Size) fyne.Size {
	width := min(max(b.of.Width*scale(b), b.footWidth()), window.Width-2*dialogPad-20)
	b.room.bar = 0
	height := heightAt(b.title, width) + dialogGap + heightAt(b.inner, width+2*dialogInset) +
		dialogGap + heightAt(b.foot, width)
	return fyne.NewSize(width+2*dialogPad, min(height+2*dialogPad-dialogInset+1, window.Height-20))
}

func (b *dialogBox) footWidth() float32 {
	width := float32(-8)
	for _, button := range b.of.buttons {
		width += button.MinSize().Width + 8
	}
	return width
}

// CreateRenderer places title, content and buttons.
func (b *dialogBox) CreateRenderer() fyne.WidgetRenderer {
	edge := newOutline()
	d := &drawn{of: b, objects: []fyne.CanvasObject{edge, b.title, b.scroll, b.foot}}
	if b.of.tips != nil {
		d.objects = append(d.objects, b.of.tips)
	}
	d.min = func() fyne.Size { return b.best(b.of.canvas.Size()) }
	d.layout = func(s fyne.Size) {
		place(edge, 0, 0, s.Width, s.Height)
		width := s.Width - 2*dialogPad
		title := heightAt(b.title, width)
		place(b.title, dialogPad, dialogPad-4, width, title)
		b.foot.Resize(fyne.NewSize(width, b.foot.Size().Height))
		foot := b.foot.MinSize().Height
		footWidth := min(b.footWidth(), width)
		place(b.foot, s.Width-dialogPad-footWidth, s.Height-dialogPad-foot+4, footWidth+1, foot)
		top := dialogPad + title + dialogGap - dialogInset
		room := s.Height - top - foot - dialogGap - dialogPad
		if b.room.bar = 0; heightAt(b.inner, width+2*dialogInset) > room+1 {
			b.room.bar = dialogBar
		}
		b.inner.Layout.Layout(b.inner.Objects, b.inner.Size())
		heightAt(b.inner, width+2*dialogInset)
		place(b.scroll, dialogPad-dialogInset, top, width+2*dialogInset, room)
		b.scroll.Refresh()
		if b.of.tips != nil {
			place(b.of.tips, 0, 0, s.Width, s.Height)
		}
	}
	d.refresh = func() {}
	return d.draw()
}

// An inset is a layout that leaves room around the one object in it, and for the bar of
// what scrolls it.
type inset struct{ by, bar float32 }

func (i *inset) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objects {
		place(o, i.by, i.by, s.Width-2*i.by-i.bar, s.Height-2*i.by)
	}
}

func (i *inset) MinSize(objects []fyne.CanvasObject) (least fyne.Size) {
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least.AddWidthHeight(2*i.by+i.bar, 2*i.by)
}
