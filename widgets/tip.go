package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// TipTime is how long the pointer rests on something before its tip shows. What a
// key brings the focus to says it at once.
const TipTime = 500 * time.Millisecond

// Tips says in words what an icon alone shows, beside whatever the pointer rests on
// or has the focus. Lay it over the whole window; where it shows nothing, it lets
// every click through. There is one for a window.
type Tips struct {
	widget.BaseWidget
	after func(time.Duration, func()) (stop func())
	stop  func()
	text  *Text
	says  string
	about spot
}

// A spot is a part of an object that a tip is about: where it begins in it, and how
// high it is.
type spot struct {
	of     fyne.CanvasObject // nil for nothing
	at     fyne.Position
	height float32
}

// NewTips returns tips that say nothing. After is that of [NewToast].
func NewTips(after func(time.Duration, func()) (stop func())) *Tips {
	t := newTips(after)
	layers.add(t)
	return t
}

func newTips(after func(time.Duration, func()) (stop func())) *Tips {
	t := &Tips{after: after, stop: func() {}}
	t.text = NewText(Style{Size: theme.SizeNameCaptionText, Color: ColorOnToast}, nil)
	t.ExtendBaseWidget(t)
	return t
}

// layers are the tips of all windows. A dialog has its own, as it lies over them.
var layers living[Tips]

// tipsOf are the tips of the dialog in front of a window, or where none is open of the
// window that shows an object; nil for none.
func tipsOf(o fyne.CanvasObject) *Tips {
	if d := inFront(canvasOf(o)); d != nil && d.tips != nil {
		return d.tips
	}
	return ofWindow(&layers, o)
}

// tip says what something is for, once the pointer has rested on it for a time.
func tip(about spot, says string, rest time.Duration) {
	t := tipsOf(about.of)
	if t == nil || says == "" {
		return
	}
	t.stop()
	if rest == 0 {
		t.show(about, says)
		return
	}
	t.stop = t.after(rest, func() { t.show(about, says) })
}

// untip takes the tip of an object away, also from under a dialog that has opened since.
func untip(o fyne.CanvasObject) {
	for _, t := range []*Tips{tipsOf(o), ofWindow(&layers, o)} {
		if t == nil {
			continue
		}
		t.stop()
		if t.about.of == o {
			t.show(spot{}, "")
		}
	}
}

func (t *Tips) show(about spot, says string) {
	t.stop = func() {}
	t.about, t.says = about, says
	t.text.SetText(says)
	t.Refresh()
}

// Says is what the tip says now, or "".
func (t *Tips) Says() string { return t.says }

// CreateRenderer draws the tip under what it is about, or over it where the window
// ends.
func (t *Tips) CreateRenderer() fyne.WidgetRenderer {
	ground := newRect()
	d := &drawn{of: t}
	d.min = func() fyne.Size { return fyne.Size{} }
	d.layout = func(s fyne.Size) {
		if t.about.of == nil || s.Width <= 0 {
			return
		}
		const padX, padY, gap, edge = 8, 4, 6, 4
		driver := fyne.CurrentApp().Driver()
		at := driver.AbsolutePositionForObject(t.about.of).Subtract(driver.AbsolutePositionForObject(t)).Add(t.about.at)
		words := min(t.text.NaturalWidth()+1, s.Width-2*(padX+edge))
		height := heightAt(t.text, words)
		x := min(max(at.X, edge), s.Width-words-2*padX-edge)
		y := at.Y + t.about.height + gap
		if y+height+2*padY > s.Height-edge {
			y = at.Y - gap - height - 2*padY
		}
		place(ground, x, y, words+2*padX, height+2*padY)
		place(t.text, x+padX, y+padY, words, height)
	}
	d.refresh = func() {
		d.objects = nil
		if t.about.of == nil {
			return
		}
		ground.FillColor, ground.CornerRadius = paint(t, ColorToast), 4
		d.objects = []fyne.CanvasObject{ground, t.text}
		t.text.Refresh()
	}
	return d.draw()
}
