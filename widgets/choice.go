package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// A Choice is a field that holds one of many: a doctor, a place. Enter, Space or
// a click opens the list; the arrows and first letters change it without. Where there is
// no room for all of what is chosen, a tip says it, as a [Field]'s does.
type Choice struct {
	control
	choices     []string
	chosen      int
	placeHolder string
	typed       string
	OnChanged   func(int)
}

var _ fyne.Tappable = (*Choice)(nil)

// NewChoice returns a field with one chosen, or none with -1: then it shows the
// place holder.
func NewChoice(placeHolder string, choices []string, chosen int, changed func(int)) *Choice {
	c := &Choice{choices: choices, chosen: chosen, placeHolder: placeHolder, OnChanged: changed}
	c.extend(c)
	return c
}

// Chosen is the number of what is chosen, or -1.
func (c *Choice) Chosen() int { return c.chosen }

// SetChosen chooses without a call of OnChanged; -1 for none.
func (c *Choice) SetChosen(i int) {
	c.chosen = i
	c.Refresh()
	c.tell(0)
}

// tell says what is chosen where it is cut off, once the pointer has rested for a time.
func (c *Choice) tell(rest time.Duration) {
	switch {
	case !c.focused && !c.hovered:
	case textWidth(c.says(), size(c, theme.SizeNameText), false) <= c.room(c.Size().Width):
		untip(c)
	default:
		tip(spot{of: c, height: c.Size().Height}, c.says(), rest)
	}
}

// says is what stands in it.
func (c *Choice) says() string {
	if c.chosen >= 0 && c.chosen < len(c.choices) {
		return c.choices[c.chosen]
	}
	return c.placeHolder
}

// room is the width for its words.
func (c *Choice) room(width float32) float32 { return width - size(c, SizeIcon) - 6 - 2*choicePad }

// FocusGained shows the focus, and what is cut off.
func (c *Choice) FocusGained() {
	c.control.FocusGained()
	c.tell(0)
}

// MouseIn shows that the pointer is over it, and after a time what is cut off.
func (c *Choice) MouseIn(ev *desktop.MouseEvent) {
	c.control.MouseIn(ev)
	c.tell(TipTime)
}

// MouseOut ends that.
func (c *Choice) MouseOut() {
	if c.control.MouseOut(); !c.focused {
		untip(c)
	}
}

// SetChoices changes what there is to choose, and what of it is chosen.
func (c *Choice) SetChoices(choices []string, chosen int) {
	c.choices = choices
	c.SetChosen(chosen)
}

// Tapped opens the list.
func (c *Choice) Tapped(*fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	c.takeFocus()
	c.open()
}

// FocusLost forgets the letters typed.
func (c *Choice) FocusLost() {
	c.typed = ""
	untip(c)
	c.control.FocusLost()
}

// TypedKey opens the list, or goes to the next one.
func (c *Choice) TypedKey(ev *fyne.KeyEvent) {
	if c.Disabled() {
		c.control.TypedKey(ev)
		return
	}
	switch {
	case ev.Name == fyne.KeySpace && c.typed != "":
	case presses(ev):
		c.open()
	case ev.Name == fyne.KeyUp:
		c.choose(max(c.chosen-1, 0))
	case ev.Name == fyne.KeyDown:
		c.choose(c.chosen + 1)
	case ev.Name == fyne.KeyHome:
		c.choose(0)
	case ev.Name == fyne.KeyEnd:
		c.choose(len(c.choices) - 1)
	default:
		c.control.TypedKey(ev)
	}
}

// TypedRune goes to what begins with the letters typed since the focus came or
// the list was open.
func (c *Choice) TypedRune(r rune) {
	if c.Disabled() || r == ' ' && c.typed == "" {
		return
	}
	for _, typed := range []string{c.typed + string(r), string(r)} {
		if i := startingWith(c.choices, typed); i >= 0 {
			c.typed = typed
			c.choose(i)
			return
		}
	}
	c.typed = ""
}

func (c *Choice) choose(i int) {
	if i == c.chosen || i < 0 || i >= len(c.choices) {
		return
	}
	c.SetChosen(i)
	if c.OnChanged != nil {
		c.OnChanged(i)
	}
}

func (c *Choice) open() {
	c.typed = ""
	cv := canvasOf(c)
	if cv == nil || len(c.choices) == 0 {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c)
	openOptions(cv, options{
		choices: c.choices, chosen: c.chosen,
		at: at.AddXY(0, c.Size().Height+2), width: c.Size().Width,
		done: func(i int) {
			if i >= 0 {
				c.choose(i)
			}
		},
	})
}

// NaturalWidth is the width in which every choice is whole.
func (c *Choice) NaturalWidth() float32 {
	widest := textWidth(c.placeHolder, size(c, theme.SizeNameText), false)
	for _, choice := range c.choices {
		widest = max(widest, textWidth(choice, size(c, theme.SizeNameText), false))
	}
	return widest + size(c, SizeIcon) + 6 + 2*choicePad + 1
}

// choicePad is the room beside the words.
const choicePad = 7

// CreateRenderer draws the field, the words and the arrow.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	field, words, arrow, ring := newBox(), newWords(), newIconImage(), newRing()
	d := &drawn{of: c, objects: []fyne.CanvasObject{field.line, field.fill, words, arrow, ring}}
	d.min = func() fyne.Size { return fyne.NewSize(3*size(c, SizeControl), size(c, SizeControl)) }
	d.layout = func(s fyne.Size) {
		field.place(0, 0, s.Width, s.Height)
		place(ring, 0, 0, s.Width, s.Height)
		edge := size(c, SizeIcon)
		place(arrow, s.Width-edge-6, (s.Height-edge)/2, edge, edge)
		words.Text = ellipsis(c.says(), words.TextSize, false, c.room(s.Width))
		m := words.MinSize()
		place(words, choicePad, (s.Height-m.Height)/2, m.Width, m.Height)
	}
	d.refresh = func() {
		field.set(paint(c, theme.ColorNameInputBackground), paint(c, theme.ColorNameInputBorder), size(c, theme.SizeNameInputRadius))
		ink := theme.ColorNameForeground
		switch {
		case c.Disabled():
			ink = theme.ColorNameDisabled
		case c.chosen < 0:
			ink = theme.ColorNamePlaceHolder
		}
		words.TextSize, words.Color = size(c, theme.SizeNameText), paint(c, ink)
		setIcon(arrow, "chevron-down", ink)
		setRing(ring, c, c.focused)
	}
	return d.draw()
}
