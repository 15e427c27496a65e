package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// A Link is underlined words that do something, in the run of a text or a bar.
type Link struct {
	control
	text     string
	textSize fyne.ThemeSizeName
	color    fyne.ThemeColorName
	OnTapped func()
}

var _ fyne.Tappable = (*Link)(nil)

// NewLink returns a link in the size of small text.
func NewLink(text string, tapped func()) *Link {
	l := &Link{text: text, textSize: theme.SizeNameCaptionText, color: theme.ColorNameHyperlink, OnTapped: tapped}
	l.press = func() {
		if l.OnTapped != nil {
			l.OnTapped()
		}
	}
	l.extend(l)
	return l
}

// SetText changes the words.
func (l *Link) SetText(text string) {
	l.text = text
	l.Refresh()
}

// Tapped does what the link is for.
func (l *Link) Tapped(*fyne.PointEvent) { l.click() }

// AccessibilityLabel is what a screen reader says.
func (l *Link) AccessibilityLabel() string { return l.text }

// AccessibilityRole is the role of a link.
func (l *Link) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// CreateRenderer draws the words and the line under them.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	words, under, ring := newWords(), newRect(), newRing()
	d := &drawn{of: l, objects: []fyne.CanvasObject{words, under, ring}}
	d.min = func() fyne.Size {
		textSize := size(l, l.textSize)
		return fyne.NewSize(textWidth(l.text, textSize, false), lineHeight(textSize))
	}
	d.layout = func(s fyne.Size) {
		words.Text = ellipsis(l.text, words.TextSize, false, s.Width)
		m := words.MinSize()
		y := (s.Height - m.Height) / 2
		place(words, 0, y, m.Width, m.Height)
		place(under, 0, y+m.Height*0.82, m.Width, 1)
		place(ring, -4, y-1, m.Width+8, m.Height+2)
	}
	d.refresh = func() {
		ink := paint(l, l.color)
		if l.Disabled() {
			ink = paint(l, theme.ColorNameDisabled)
		}
		words.TextSize, words.Color = size(l, l.textSize), ink
		under.FillColor = ink
		setRing(ring, l, l.focused)
		if l.color == ColorToastLink {
			ring.StrokeColor = ink // a toast is light where the window is dark
		}
	}
	return d.draw()
}
