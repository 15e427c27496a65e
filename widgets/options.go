package widgets

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// options is a short list to choose from that floats over the window.
type options struct {
	choices []string
	chosen  int           // -1 for none
	at      fyne.Position // of the upper left corner, on the canvas
	width   float32       // at least
	done    func(int)     // called once, with what was chosen or -1
}

// openOptions shows a list. It has the focus until something is chosen, Esc is
// pressed, or one clicks beside it.
func openOptions(cv fyne.Canvas, o options) {
	l := &optionList{options: o, aimed: max(o.chosen, 0), canvas: cv}
	l.extend(l)
	l.scroll = container.NewVScroll(l)
	most := cv.Size().Height - 24
	natural := l.MinSize()
	width := max(o.width, natural.Width)
	height := min(natural.Height, most)
	l.pop = widget.NewPopUp(container.NewStack(l.scroll, newOutline()), cv)
	l.pop.ShowAtPosition(fyne.NewPos(
		max(min(o.at.X, cv.Size().Width-width-12), 4),
		max(min(o.at.Y, cv.Size().Height-height-12), 4)))
	l.pop.Resize(fyne.NewSize(width, height))
	cv.Focus(l)
	l.show()
}

// An optionList is the list while it is open.
type optionList struct {
	control
	options
	canvas  fyne.Canvas
	aimed   int
	typed   string // the letters typed so far, to go to what begins with them
	scroll  *container.Scroll
	pop     *widget.PopUp
	closing bool
}

var (
	_ fyne.Tappable     = (*optionList)(nil)
	_ desktop.Hoverable = (*optionList)(nil)
)

func (l *optionList) rowHeight() float32 { return size(l, SizeControl) }

// close ends the list once.
func (l *optionList) close(chosen int) {
	if l.closing {
		return
	}
	l.closing = true
	l.pop.Hide()
	l.done(chosen)
}

// FocusLost closes the list: one has clicked beside it.
func (l *optionList) FocusLost() {
	l.control.FocusLost()
	if !l.closing {
		l.closing = true
		l.pop.Hide()
		l.done(-1)
	}
}

// Tapped chooses the row under the pointer.
func (l *optionList) Tapped(ev *fyne.PointEvent) {
	if i := int(ev.Position.Y / l.rowHeight()); i >= 0 && i < len(l.choices) {
		l.close(i)
	}
}

// MouseMoved aims at the row under the pointer.
func (l *optionList) MouseMoved(ev *desktop.MouseEvent) {
	if i := int(ev.Position.Y / l.rowHeight()); i >= 0 && i < len(l.choices) && i != l.aimed {
		l.aimed = i
		l.Refresh()
	}
}

// TypedKey moves and chooses. Esc and Tab leave things as they were.
func (l *optionList) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name != fyne.KeySpace || l.typed == "" {
		defer func(before string) {
			if l.typed == before {
				l.typed = ""
			}
		}(l.typed)
	}
	if by := rowsAway(ev.Name, len(l.choices)); by != 0 {
		l.aim(l.aimed + by)
		return
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		l.close(l.aimed)
	case fyne.KeyEscape:
		l.close(-1)
	}
}

// TypedRune goes to the first choice that begins with the letters typed.
func (l *optionList) TypedRune(r rune) {
	if r == ' ' && l.typed == "" {
		l.close(l.aimed)
		return
	}
	l.typed += string(r)
	if i := startingWith(l.choices, l.typed); i >= 0 {
		l.aim(i)
		return
	}
	l.typed = string(r) // a new word begins
	if i := startingWith(l.choices, l.typed); i >= 0 {
		l.aim(i)
	}
}

// startingWith is the first choice that begins so, or -1.
func startingWith(choices []string, typed string) int {
	for i, c := range choices {
		if strings.HasPrefix(strings.ToLower(c), strings.ToLower(typed)) {
			return i
		}
	}
	return -1
}

func (l *optionList) aim(i int) {
	l.aimed = min(max(i, 0), max(len(l.choices)-1, 0))
	l.show()
	l.Refresh()
}

// show scrolls to the row aimed at.
func (l *optionList) show() {
	top := float32(l.aimed) * l.rowHeight()
	switch bottom := top + l.rowHeight(); {
	case top < l.scroll.Offset.Y:
		l.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > l.scroll.Offset.Y+l.scroll.Size().Height:
		l.scroll.ScrollToOffset(fyne.NewPos(0, bottom-l.scroll.Size().Height))
	}
}

// CreateRenderer draws the rows.
func (l *optionList) CreateRenderer() fyne.WidgetRenderer {
	aim := newRect()
	tick := newIconImage()
	d := &drawn{of: l, objects: []fyne.CanvasObject{aim}}
	words := make([]*canvas.Text, len(l.choices))
	for i, c := range l.choices {
		words[i] = canvas.NewText(c, color.Transparent)
		d.objects = append(d.objects, words[i])
	}
	d.objects = append(d.objects, tick)
	const left, right = 28, 14
	d.min = func() fyne.Size {
		widest := float32(0)
		for _, c := range l.choices {
			widest = max(widest, textWidth(c, size(l, theme.SizeNameText), false))
		}
		return fyne.NewSize(left+widest+right, float32(len(l.choices))*l.rowHeight())
	}
	d.layout = func(s fyne.Size) {
		height := l.rowHeight()
		place(aim, 3, float32(l.aimed)*height+1, s.Width-6, height-2)
		line := lineHeight(size(l, theme.SizeNameText))
		for i, w := range words {
			place(w, left, float32(i)*height+(height-line)/2, s.Width-left, line)
		}
		place(tick, 8, float32(l.chosen)*height+(height-16)/2, 16, 16)
	}
	d.refresh = func() {
		aim.FillColor, aim.CornerRadius = paint(l, ColorSelected), 5
		for _, w := range words {
			w.TextSize, w.Color = size(l, theme.SizeNameText), paint(l, theme.ColorNameForeground)
		}
		setIcon(tick, "check", ColorAccent)
		tick.Hidden = l.chosen < 0
	}
	return d.draw()
}
