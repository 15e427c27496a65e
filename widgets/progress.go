package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Progress says in words and with a bar how far something is.
type Progress struct {
	widget.BaseWidget
	words *Text
	share float32
}

// NewProgress returns one that has not begun.
func NewProgress() *Progress {
	p := &Progress{words: NewText(LabelStyle, nil)}
	p.ExtendBaseWidget(p)
	return p
}

// Set says that so many of all are done.
func (p *Progress) Set(done, of int, words string) {
	p.share = float32(min(done, of)) / float32(max(of, 1))
	p.words.SetText(words)
	p.Refresh()
}

// Words are the words over the bar.
func (p *Progress) Words() string { return p.words.Words() }

// CreateRenderer draws the words and the bar under them.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer {
	ground, done := newRect(), newRect()
	d := &drawn{of: p, objects: []fyne.CanvasObject{p.words, ground, done}}
	const bar, between = 8, 8
	d.min = func() fyne.Size {
		m := p.words.MinSize()
		return fyne.NewSize(max(m.Width, 120), m.Height+between+bar)
	}
	d.layout = func(s fyne.Size) {
		place(p.words, 0, 0, s.Width, s.Height-bar-between)
		place(ground, 0, s.Height-bar, s.Width, bar)
		place(done, 0, s.Height-bar, s.Width*p.share, bar)
	}
	d.refresh = func() {
		ground.FillColor, done.FillColor = paint(p, theme.ColorNameButton), paint(p, ColorAccent)
		ground.CornerRadius, done.CornerRadius = bar/2, bar/2
	}
	return d.draw()
}
