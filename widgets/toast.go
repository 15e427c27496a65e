package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// How long a toast stays.
const (
	ToastTime     = 4 * time.Second
	LongToastTime = 10 * time.Second // one with something to do in it
)

// A Toast is a short notice that comes up over the lower edge of the window and
// goes by itself: "Printed 2 pages". Lay it over the whole window, on top of the
// rest; where it shows nothing, it lets every click through.
type Toast struct {
	widget.BaseWidget
	after func(time.Duration, func()) (stop func())
	stop  func()
	icon  string
	text  *Text
	link  *Link
	shown bool
}

// NewToast returns a toast that shows nothing. After runs a function on the
// window's thread when a time is over, unless it is stopped before.
func NewToast(after func(time.Duration, func()) (stop func())) *Toast {
	t := &Toast{after: after, stop: func() {}}
	t.text = NewText(Style{Size: theme.SizeNameText, Color: ColorOnToast}, nil)
	t.ExtendBaseWidget(t)
	return t
}

// Say shows a notice in place of any other, with the name of an icon or none, and
// a link or nil.
func (t *Toast) Say(icon, text string, link *Link) {
	t.stop()
	t.icon, t.link, t.shown = icon, link, true
	t.text.SetText(text)
	long := ToastTime
	if link != nil {
		link.color, long = ColorToastLink, LongToastTime
		link.textSize = theme.SizeNameText
	}
	t.Refresh()
	t.stop = t.after(long, t.Dismiss)
}

// Dismiss takes the notice away at once.
func (t *Toast) Dismiss() {
	t.stop()
	t.stop, t.shown, t.link = func() {}, false, nil
	t.Refresh()
}

// Says is what the toast says now, or "".
func (t *Toast) Says() string {
	if !t.shown {
		return ""
	}
	return t.text.Words()
}

// CreateRenderer draws the notice over the lower edge.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer {
	ground, img := newRect(), newIconImage()
	d := &drawn{of: t}
	d.min = func() fyne.Size { return fyne.Size{} }
	d.layout = func(s fyne.Size) {
		if !t.shown || s.Width < 100 {
			return
		}
		k := scale(t)
		pad, edge := 16*k, size(t, SizeIcon)
		left, right := pad, pad
		if t.icon != "" {
			left += edge + 10*k
		}
		if t.link != nil {
			right += t.link.MinSize().Width + 16*k
		}
		words := min(t.text.NaturalWidth()+2, min(560*k, s.Width-40)-left-right)
		height := heightAt(t.text, words)
		width := left + words + right
		x, y := (s.Width-width)/2, s.Height-height-2*10*k-44*k
		place(ground, x, y, width, height+20*k)
		place(img, x+pad, y+10*k+(height-edge)/2, edge, edge)
		place(t.text, x+left, y+10*k, words, height)
		if t.link != nil {
			m := t.link.MinSize()
			place(t.link, x+width-pad-m.Width, y+10*k+(height-m.Height)/2, m.Width, m.Height)
		}
	}
	d.refresh = func() {
		d.objects = nil
		if !t.shown {
			return
		}
		ground.FillColor, ground.CornerRadius = paint(t, ColorToast), 8
		ground.Shadow = canvas.Shadow{Color: clear(0x50), BlurRadius: 8, Offset: fyne.NewPos(0, 3)}
		setIcon(img, t.icon, ColorOnToast)
		d.objects = []fyne.CanvasObject{ground, img, t.text}
		if t.link != nil {
			d.objects = append(d.objects, t.link)
		}
		t.text.Refresh()
	}
	return d.draw()
}
