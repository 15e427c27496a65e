package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Meter shows how far something goes on a scale, with a mark where it should
// stop, or which it should reach. The words beside it say so too.
type Meter struct {
	widget.BaseWidget
	words       *Text
	share, mark float32 // of the bar, from 0 to 1
	good        bool
}

// NewMeter returns a meter that shows nothing.
func NewMeter() *Meter {
	m := &Meter{words: NewText(MutedStyle, nil)}
	m.ExtendBaseWidget(m)
	return m
}

// Set shows a share of the bar, and whether that is as it should be.
func (m *Meter) Set(words string, share, mark float32, good bool) {
	share = min(max(share, 0), 1)
	if m.share == share && m.mark == mark && m.good == good && m.words.Words() == words {
		return
	}
	m.share, m.mark, m.good = share, mark, good
	m.words.SetText(words)
	m.Refresh()
}

// CreateRenderer draws the bar and the words beside it.
func (m *Meter) CreateRenderer() fyne.WidgetRenderer {
	ground, done, mark := newRect(), newRect(), newRect()
	d := &drawn{of: m, objects: []fyne.CanvasObject{m.words, ground, done, mark}}
	const bar, height, gap = 84, 8, 10
	wide := func() float32 { return bar * scale(m) }
	d.min = func() fyne.Size {
		if width := m.Size().Width; width > 0 {
			m.words.Resize(fyne.NewSize(width-wide()-gap, m.words.Size().Height))
		}
		return fyne.NewSize(wide()+gap+60, max(m.words.MinSize().Height, height))
	}
	d.layout = func(s fyne.Size) {
		y := (min(lineHeight(size(m, theme.SizeNameCaptionText)), s.Height) - height) / 2
		place(ground, 0, y, wide(), height)
		place(done, 0, y, wide()*m.share, height)
		place(mark, wide()*m.mark-1, y-3, 2, height+6)
		place(m.words, wide()+gap, 0, s.Width-wide()-gap, s.Height)
	}
	d.refresh = func() {
		ground.FillColor, mark.FillColor = paint(m, theme.ColorNameButton), paint(m, theme.ColorNameForeground)
		done.FillColor = paint(m, ColorGreenBar)
		if !m.good {
			done.FillColor = paint(m, ColorRedBar)
		}
		ground.CornerRadius, done.CornerRadius = height/2, height/2
	}
	return d.draw()
}
