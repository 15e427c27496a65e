package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// A Cell is a line of words, perhaps with a picture before them, that opens what it
// stands for when it is tapped or Enter is pressed.
type Cell struct {
	control
	icon, text string
	color      fyne.ThemeColorName
}

var _ fyne.Tappable = (*Cell)(nil)

// NewCell returns a cell; icon may be empty.
func NewCell(icon, text string, color fyne.ThemeColorName, tapped func()) *Cell {
	c := &Cell{icon: icon, text: text, color: color}
	c.press = tapped
	c.extend(c)
	return c
}

// AccessibilityLabel is what a screen reader says.
func (c *Cell) AccessibilityLabel() string { return c.text }

// AccessibilityRole is that of a button.
func (c *Cell) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Tapped opens what the cell stands for.
func (c *Cell) Tapped(*fyne.PointEvent) { c.click() }

// CreateRenderer draws the ground, the picture and the words, which are cut where
// they are too long.
func (c *Cell) CreateRenderer() fyne.WidgetRenderer {
	ground, img, words, ring := newBox(), newIconImage(), newWords(), newRing()
	d := &drawn{of: c, objects: []fyne.CanvasObject{ground.line, ground.fill, img, words, ring}}
	const pad = 8
	d.min = func() fyne.Size { return fyne.NewSize(40, lineHeight(size(c, theme.SizeNameText))+10) }
	d.layout = func(s fyne.Size) {
		ground.place(0, 0, s.Width, s.Height)
		place(ring, 0, 0, s.Width, s.Height)
		x := float32(pad)
		if c.icon != "" {
			edge := size(c, SizeIcon)
			place(img, x, (s.Height-edge)/2, edge, edge)
			x += edge + 7
		}
		words.Text = ellipsis(c.text, words.TextSize, false, s.Width-x-pad)
		m := words.MinSize()
		place(words, x, (s.Height-m.Height)/2, m.Width, m.Height)
	}
	d.refresh = func() {
		under := theme.ColorNameBackground
		if c.hovered {
			under = theme.ColorNameHover
		}
		ground.set(paint(c, under), paint(c, theme.ColorNameSeparator), size(c, theme.SizeNameInputRadius))
		words.TextSize, words.Color = size(c, theme.SizeNameText), paint(c, c.color)
		setIcon(img, c.icon, theme.ColorNameForeground)
		setRing(ring, c, c.focused)
	}
	return d.draw()
}
