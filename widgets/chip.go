package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Chip is a short fact on a rounded ground: "About 30 minutes".
type Chip struct {
	widget.BaseWidget
	runs []Run
}

// NewChip returns a chip.
func NewChip(runs []Run) *Chip {
	c := &Chip{runs: runs}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer draws the ground and the words.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	ground := newRect()
	words := NewText(Style{Size: theme.SizeNameCaptionText, Color: theme.ColorNameForeground}, c.runs)
	d := &drawn{of: c, objects: []fyne.CanvasObject{ground, words}}
	d.min = func() fyne.Size {
		line := lineHeight(size(c, theme.SizeNameCaptionText))
		return fyne.NewSize(words.NaturalWidth()+24, line+6)
	}
	d.layout = func(s fyne.Size) {
		place(ground, 0, 0, s.Width, s.Height)
		line := lineHeight(size(c, theme.SizeNameCaptionText))
		place(words, 11, (s.Height-line)/2, s.Width-21, line)
	}
	d.refresh = func() {
		ground.FillColor = paint(c, ColorChip)
		ground.CornerRadius = canvas.RadiusMaximum
		setEdge(ground, c)
		words.SetRuns(c.runs)
	}
	return d.draw()
}

// A KeyCap shows a key as it stands on the keyboard: "Ctrl K".
type KeyCap struct {
	widget.BaseWidget
	key string
}

// NewKeyCap returns a key.
func NewKeyCap(key string) *KeyCap {
	k := &KeyCap{key: key}
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer draws the cap and its words.
func (k *KeyCap) CreateRenderer() fyne.WidgetRenderer {
	capital, words := newRect(), newWords()
	d := &drawn{of: k, objects: []fyne.CanvasObject{capital, words}}
	d.min = func() fyne.Size {
		textSize := size(k, theme.SizeNameCaptionText) - 1
		return fyne.NewSize(textWidth(k.key, textSize, false)+10, lineHeight(textSize)+1)
	}
	d.layout = func(s fyne.Size) {
		m := words.MinSize()
		height := min(s.Height, m.Height+1)
		place(capital, 0, (s.Height-height)/2, s.Width, height)
		place(words, (s.Width-m.Width)/2, (s.Height-m.Height)/2, m.Width, m.Height)
	}
	d.refresh = func() {
		capital.FillColor = paint(k, theme.ColorNameInputBackground)
		capital.StrokeColor = paint(k, theme.ColorNameInputBorder)
		capital.StrokeWidth, capital.CornerRadius = 1, 4
		words.Text, words.TextSize = k.key, size(k, theme.SizeNameCaptionText)-1
		words.Color = paint(k, ColorSecondary)
	}
	return d.draw()
}
