package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// A Check is a box to tick with words beside it.
type Check struct {
	control
	text      string
	checked   bool
	OnChanged func(bool)
}

var _ fyne.Tappable = (*Check)(nil)

// NewCheck returns a box.
func NewCheck(text string, checked bool, changed func(bool)) *Check {
	c := &Check{text: text, checked: checked, OnChanged: changed}
	c.press = c.turn
	c.extend(c)
	return c
}

// Checked tells whether the box is ticked.
func (c *Check) Checked() bool { return c.checked }

// SetChecked ticks the box or clears it, without a call of OnChanged.
func (c *Check) SetChecked(on bool) {
	if c.checked != on {
		c.checked = on
		c.Refresh()
	}
}

// AccessibilityLabel is what a screen reader says.
func (c *Check) AccessibilityLabel() string { return c.text }

// AccessibilityRole is that of a button: Fyne knows no box to tick.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Tapped turns the box.
func (c *Check) Tapped(*fyne.PointEvent) { c.click() }

func (c *Check) turn() {
	c.SetChecked(!c.checked)
	if c.OnChanged != nil {
		c.OnChanged(c.checked)
	}
}

// CreateRenderer draws box, tick and words.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	box, tick, words, ring := newRect(), newIconImage(), newWords(), newRing()
	d := &drawn{of: c, objects: []fyne.CanvasObject{box, tick, words, ring}}
	edge := func() float32 { return 17 * scale(c) }
	gap := func() float32 { return 7 * scale(c) }
	d.min = func() fyne.Size {
		textSize := size(c, theme.SizeNameText)
		return fyne.NewSize(edge()+gap()+textWidth(c.text, textSize, false)+2, max(lineHeight(textSize), edge())+4)
	}
	d.layout = func(s fyne.Size) {
		e := edge()
		y := (s.Height - e) / 2
		place(box, 1, y, e, e)
		place(tick, 2, y+1, e-2, e-2)
		words.Text = ellipsis(c.text, words.TextSize, false, s.Width-e-gap())
		m := words.MinSize()
		place(words, 1+e+gap(), (s.Height-m.Height)/2, m.Width, m.Height)
		place(ring, -2, y-3, min(e+gap()+m.Width+8, s.Width+6), e+6)
	}
	d.refresh = func() {
		box.CornerRadius, box.StrokeWidth = 4, 1
		mark := theme.ColorNameForegroundOnPrimary
		box.FillColor, box.StrokeColor = paint(c, theme.ColorNameInputBackground), paint(c, theme.ColorNameInputBorder)
		if c.checked {
			box.FillColor, box.StrokeColor = paint(c, theme.ColorNamePrimary), paint(c, theme.ColorNamePrimary)
		}
		words.TextSize, words.Color = size(c, theme.SizeNameText), paint(c, theme.ColorNameForeground)
		if c.Disabled() {
			words.Color = paint(c, theme.ColorNameDisabled)
			box.FillColor, mark = paint(c, theme.ColorNameDisabledButton), theme.ColorNameDisabled
		}
		setIcon(tick, "yes", mark)
		tick.Hidden = !c.checked
		setRing(ring, c, c.focused)
	}
	return d.draw()
}
