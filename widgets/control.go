package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A control is what all controls of the package are at heart: it can be
// disabled, reached with Tab, shows the focus and the pointer, and passes on
// keys that it does not use.
type control struct {
	widget.DisableableWidget
	self             fyne.Widget
	press            func() // what Enter and Space do; nil where they go on, or the control reads its keys itself
	focused, hovered bool
}

var (
	_ fyne.Focusable     = (*control)(nil)
	_ desktop.Hoverable  = (*control)(nil)
	_ desktop.Cursorable = (*control)(nil)
	_ desktop.Keyable    = (*control)(nil)
)

// extend makes self the widget that Fyne draws.
func (c *control) extend(self fyne.Widget) {
	c.self = self
	c.ExtendBaseWidget(self)
}

// FocusGained shows the focus.
func (c *control) FocusGained() {
	c.focused = true
	c.Refresh()
	bringIntoSight(c.self)
}

// FocusLost shows it no more.
func (c *control) FocusLost() {
	c.focused = false
	c.Refresh()
}

// TypedRune passes a letter on: a control that is no field has no use for it. The
// space was a key before, which pressed, chose or scrolled.
func (c *control) TypedRune(r rune) {
	if r != ' ' {
		passRune(c.self, r)
	}
}

// TypedKey presses, and passes other keys on; controls that use more stand in for it.
func (c *control) TypedKey(ev *fyne.KeyEvent) {
	if c.press != nil && presses(ev) && !c.Disabled() {
		c.press()
		return
	}
	passKey(c.self, ev)
}

// click is a click on what can be pressed.
func (c *control) click() {
	if !c.Disabled() {
		c.takeFocus()
		c.press()
	}
}

// KeyDown tells the window that somebody is there.
func (c *control) KeyDown(*fyne.KeyEvent) { noteKey(c.self) }

// KeyUp does nothing.
func (c *control) KeyUp(*fyne.KeyEvent) {}

// MouseIn shows that the pointer is over the control.
func (c *control) MouseIn(*desktop.MouseEvent) { c.setHovered(true) }

// MouseMoved does nothing.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn showed.
func (c *control) MouseOut() { c.setHovered(false) }

func (c *control) setHovered(on bool) {
	c.hovered = on
	c.Refresh()
}

// Cursor is the hand over what can be pressed.
func (c *control) Cursor() desktop.Cursor {
	if c.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// takeFocus gives the control the focus, as a click does.
func (c *control) takeFocus() {
	if cv := canvasOf(c.self); cv != nil && !c.Disabled() {
		if f, ok := c.self.(fyne.Focusable); ok {
			cv.Focus(f)
		}
	}
}

// presses tells whether a key presses what has the focus.
func presses(ev *fyne.KeyEvent) bool {
	return ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter || ev.Name == fyne.KeySpace
}

// commits tells whether a key is one of the two Enters.
func commits(ev *fyne.KeyEvent) bool {
	return ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
}

// canvasOf is the canvas that shows an object, or nil.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	if o == nil {
		return nil
	}
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}

// passKey gives a key to the canvas, as if nothing had the focus.
func passKey(o fyne.CanvasObject, ev *fyne.KeyEvent) {
	if cv := canvasOf(o); cv != nil && cv.OnTypedKey() != nil {
		cv.OnTypedKey()(ev)
	}
}

// passRune gives a letter to the canvas, as if nothing had the focus.
func passRune(o fyne.CanvasObject, r rune) {
	if cv := canvasOf(o); cv != nil && cv.OnTypedRune() != nil {
		cv.OnTypedRune()(r)
	}
}

// passShortcut gives a shortcut to the canvas, as if nothing had the focus.
func passShortcut(o fyne.CanvasObject, s fyne.Shortcut) {
	if able, ok := canvasOf(o).(fyne.Shortcutable); ok {
		able.TypedShortcut(s)
	}
}

// A themed object knows its theme.
type themed interface{ Theme() fyne.Theme }

// paint is a colour of the theme.
func paint(w themed, name fyne.ThemeColorName) color.Color {
	return w.Theme().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}

// size is a size of the theme.
func size(w themed, name fyne.ThemeSizeName) float32 { return w.Theme().Size(name) }

// scale is how much larger than drawn the text is: for what must grow with it.
func scale(w themed) float32 {
	return size(w, theme.SizeNameText) / scaled[theme.SizeNameText]
}

// A drawn is a renderer made of three functions, for widgets that place their
// parts themselves.
type drawn struct {
	of      fyne.Widget
	objects []fyne.CanvasObject
	layout  func(fyne.Size)
	min     func() fyne.Size
	refresh func() // sets colours, sizes and words; may be called at any time
}

// draw starts the renderer off: what refresh sets is set once before it is shown.
func (d *drawn) draw() fyne.WidgetRenderer {
	d.refresh()
	return d
}

func (d *drawn) Destroy()                     {}
func (d *drawn) Layout(s fyne.Size)           { d.layout(s) }
func (d *drawn) MinSize() fyne.Size           { return d.min() }
func (d *drawn) Objects() []fyne.CanvasObject { return d.objects }

func (d *drawn) Refresh() {
	d.refresh()
	d.layout(d.of.Size())
	canvas.Refresh(d.of)
}

// place moves and resizes an object.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// newRect is a rectangle whose colour is still to come. Fyne does not draw one
// without any.
func newRect() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }

// newWords is a text whose words and colour are still to come.
func newWords() *canvas.Text { return canvas.NewText("", color.Transparent) }

// newRing is the line around what has the focus, still hidden.
func newRing() *canvas.Rectangle {
	r := newRect()
	r.Hide()
	return r
}

// setRing shows the ring or hides it.
func setRing(r *canvas.Rectangle, w themed, on bool) {
	r.StrokeColor, r.StrokeWidth = paint(w, ColorRing), size(w, SizeRing)
	r.CornerRadius = size(w, theme.SizeNameInputRadius)
	r.Hidden = !on
}

// setEdge draws the line around a ground, which shows where contrast is high.
func setEdge(r *canvas.Rectangle, w themed) {
	r.StrokeColor, r.StrokeWidth = nil, 0
	edge := paint(w, ColorEdge)
	if _, _, _, alpha := edge.RGBA(); alpha > 0 {
		r.StrokeColor, r.StrokeWidth = edge, 1
	}
}

// An outline is that line around what floats over the window.
type outline struct{ widget.BaseWidget }

func newOutline() *outline {
	o := &outline{}
	o.ExtendBaseWidget(o)
	return o
}

// CreateRenderer draws the line.
func (o *outline) CreateRenderer() fyne.WidgetRenderer {
	line := newRect()
	d := &drawn{of: o, objects: []fyne.CanvasObject{line}}
	d.min = func() fyne.Size { return fyne.Size{} }
	d.layout = func(s fyne.Size) { place(line, 0, 0, s.Width, s.Height) }
	d.refresh = func() {
		line.CornerRadius = size(o, theme.SizeNamePopupRadius)
		setEdge(line, o)
	}
	return d.draw()
}

// textWidth is how wide words are.
func textWidth(words string, textSize float32, bold bool) float32 {
	var font fyne.Resource
	if bold {
		font = boldFont()
	}
	s, _ := fyne.CurrentApp().Driver().RenderedTextSize(words, textSize, fyne.TextStyle{Bold: bold}, font)
	return s.Width
}

// weigh makes a text bold or not. It names the bold type itself: asked by style,
// Fyne would read three more files for it at the start, which costs more than all
// else that the window does before it shows.
func weigh(t *canvas.Text, bold bool) {
	t.TextStyle.Bold, t.FontSource = bold, nil
	if bold {
		t.FontSource = boldFont()
	}
}

// lineHeight is the height of a line of text.
func lineHeight(textSize float32) float32 {
	return fyne.MeasureText("Mg", textSize, fyne.TextStyle{}).Height
}
