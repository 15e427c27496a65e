package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// A Check is a box to tick with words beside it, on several lines where they have no
// room on one.
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

// The parts of a check, at text of the usual size.
const (
	checkEdge = 17
	checkGap  = 7
)

// beside is where the words begin.
func (c *Check) beside() float32 { return (checkEdge + checkGap) * scale(c) }

// naturalWidth is the width on one line.
func (c *Check) naturalWidth() float32 {
	return c.beside() + textWidth(c.text, size(c, theme.SizeNameText), false) + 2
}

// CreateRenderer draws box, tick and words.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	box, tick, ring := newRect(), newIconImage(), newRing()
	words := NewText(Style{Size: theme.SizeNameText, Color: theme.ColorNameForeground}, nil)
	d := &drawn{of: c, objects: []fyne.CanvasObject{box, tick, words, ring}}
	edge := func() float32 { return checkEdge * scale(c) }
	room := func(width float32) float32 { return max(width-c.beside(), 1) }
	d.min = func() fyne.Size {
		line := max(lineHeight(size(c, theme.SizeNameText)), edge()) + 4
		natural := c.naturalWidth()
		if width := c.Size().Width; width > 0 && width < natural-2 {
			return fyne.NewSize(min(natural, checkLeast*scale(c)), max(heightAt(words, room(width))+4, line))
		}
		return fyne.NewSize(min(natural, checkLeast*scale(c)), line)
	}
	d.layout = func(s fyne.Size) {
		e, line := edge(), lineHeight(size(c, theme.SizeNameText))
		height := heightAt(words, room(s.Width))
		y := (s.Height - height) / 2
		place(words, 1+c.beside(), y, room(s.Width), height)
		y += (line - e) / 2 // the box stands beside the first line
		place(box, 1, y, e, e)
		place(tick, 2, y+1, e-2, e-2)
		top, bottom := min(y-3, (s.Height-height)/2), max(y+e+3, (s.Height+height)/2)
		place(ring, -2, top, min(c.naturalWidth()+6, s.Width+6), bottom-top)
	}
	d.refresh = func() {
		box.CornerRadius, box.StrokeWidth = 4, 1
		mark := theme.ColorNameForegroundOnPrimary
		box.FillColor, box.StrokeColor = paint(c, theme.ColorNameInputBackground), paint(c, theme.ColorNameInputBorder)
		if c.checked {
			box.FillColor, box.StrokeColor = paint(c, theme.ColorNamePrimary), paint(c, theme.ColorNamePrimary)
		}
		words.style.Color = theme.ColorNameForeground
		if c.Disabled() {
			words.style.Color = theme.ColorNameDisabled
			box.FillColor, mark = paint(c, theme.ColorNameDisabledButton), theme.ColorNameDisabled
		}
		words.SetText(c.text)
		setIcon(tick, "yes", mark)
		tick.Hidden = !c.checked
		setRing(ring, c, c.focused)
	}
	return d.draw()
}

// checkLeast is the least width of a check whose words are longer.
const checkLeast = 140
