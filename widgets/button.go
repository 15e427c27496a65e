package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// A Rank says how much a button stands out.
type Rank int

// The ranks of buttons.
const (
	Quiet   Rank = iota // grey, for what one may do
	Primary             // filled, for what one came to do: one of them on a screen
	Bare                // without a ground until the pointer is over it
)

// A Button does one thing when it is tapped or Enter or Space is pressed.
type Button struct {
	control
	text, icon string
	tip        string
	rank       Rank
	large      bool
	OnTapped   func()
}

var _ fyne.Tappable = (*Button)(nil)

// NewButton returns a button with words and the name of an icon. Either may be
// empty, but a button without words needs a tip: see [Button.WithTip].
func NewButton(text, icon string, rank Rank, tapped func()) *Button {
	b := &Button{text: text, icon: icon, rank: rank, OnTapped: tapped}
	b.press = b.act
	b.extend(b)
	return b
}

// Large makes the button taller and its words bold: for Print and Save.
func (b *Button) Large() *Button {
	b.large = true
	return b
}

// WithTip says what a button without words is for, beside it, while the pointer
// rests on it or it has the focus.
func (b *Button) WithTip(says string) *Button {
	b.tip = says
	return b
}

// Tip is what WithTip was given.
func (b *Button) Tip() string { return b.tip }

func (b *Button) spot() spot { return spot{of: b, height: b.Size().Height} }

// FocusGained shows the focus, and the tip.
func (b *Button) FocusGained() {
	b.control.FocusGained()
	tip(b.spot(), b.tip, 0)
}

// FocusLost shows neither any more.
func (b *Button) FocusLost() {
	b.control.FocusLost()
	untip(b)
}

// MouseIn shows that the pointer is over the button, and after a time the tip.
func (b *Button) MouseIn(ev *desktop.MouseEvent) {
	b.control.MouseIn(ev)
	tip(b.spot(), b.tip, TipTime)
}

// MouseOut ends that.
func (b *Button) MouseOut() {
	b.control.MouseOut()
	untip(b)
}

// SetText changes the words.
func (b *Button) SetText(text string) {
	if b.text != text {
		b.text = text
		b.Refresh()
	}
}

// SetIcon changes the icon.
func (b *Button) SetIcon(icon string) {
	b.icon = icon
	b.Refresh()
}

// Text is the words on the button.
func (b *Button) Text() string { return b.text }

// Tapped does what the button is for.
func (b *Button) Tapped(*fyne.PointEvent) { b.click() }

func (b *Button) act() {
	untip(b)
	if b.OnTapped != nil {
		b.OnTapped()
	}
}

// AccessibilityLabel is what a screen reader says.
func (b *Button) AccessibilityLabel() string {
	if b.text == "" {
		return b.tip
	}
	return b.text
}

// AccessibilityRole is the role of a button.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// colors are the colour behind the words, "" for none, and that of the words.
func (b *Button) colors() (ground, words fyne.ThemeColorName) {
	switch {
	case b.Disabled():
		return theme.ColorNameDisabledButton, theme.ColorNameDisabled
	case b.rank == Primary:
		return theme.ColorNamePrimary, theme.ColorNameForegroundOnPrimary
	case b.rank == Bare && !b.hovered:
		return "", theme.ColorNameForeground
	case b.rank == Bare:
		return theme.ColorNameHover, theme.ColorNameForeground
	case b.hovered:
		return theme.ColorNamePressed, theme.ColorNameForeground
	}
	return theme.ColorNameButton, theme.ColorNameForeground
}

// CreateRenderer draws ground, icon and words.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	ground, over, ring := newRect(), newRect(), newRing()
	img, words := newIconImage(), newWords()
	d := &drawn{of: b, objects: []fyne.CanvasObject{ground, over, img, words, ring}}
	m := buttonMeasure{b: b}
	d.min = func() fyne.Size { return fyne.NewSize(m.natural(), m.height()) }
	d.layout = func(s fyne.Size) {
		place(ground, 0, 0, s.Width, s.Height)
		place(over, 0, 0, s.Width, s.Height)
		place(ring, -ringGap, -ringGap, s.Width+2*ringGap, s.Height+2*ringGap)
		iconRoom := m.iconShare(s.Width)
		words.Text = ellipsis(b.text, words.TextSize, words.TextStyle.Bold, s.Width-2*tightPad-iconRoom)
		width, line := words.MinSize().Width, words.MinSize().Height
		x := (s.Width - width - iconRoom) / 2
		edge := m.iconEdge()
		img.Hidden = img.Resource == nil || iconRoom == 0
		place(img, x, (s.Height-edge)/2, edge, edge)
		place(words, x+iconRoom, (s.Height-line)/2, width, line)
	}
	d.refresh = func() {
		under, fore := b.colors()
		ground.Hidden = under == ""
		if under != "" {
			ground.FillColor = paint(b, under)
			setEdge(ground, b)
		}
		ground.CornerRadius = size(b, theme.SizeNameButtonRadius)
		over.CornerRadius = ground.CornerRadius
		over.FillColor = clear(0x20)
		over.Hidden = !(b.rank == Primary && b.hovered && !b.Disabled())
		words.TextSize, words.Color = m.textSize(), paint(b, fore)
		weigh(words, m.bold())
		setIcon(img, b.icon, fore)
		setRing(ring, b, b.focused && !b.Disabled())
		ring.CornerRadius += ringGap
	}
	return d.draw()
}

// A buttonMeasure knows how much room the parts of a button take.
type buttonMeasure struct{ b *Button }

func (m buttonMeasure) bold() bool { return m.b.large }

func (m buttonMeasure) textSize() float32 {
	if m.b.large {
		return size(m.b, SizeBody)
	}
	return size(m.b, theme.SizeNameText)
}

func (m buttonMeasure) pad() float32 {
	switch {
	case m.b.text == "":
		return 7 * scale(m.b)
	case m.b.large:
		return 16 * scale(m.b)
	}
	return 12 * scale(m.b)
}

func (m buttonMeasure) iconEdge() float32 { return size(m.b, SizeIcon) }

func (m buttonMeasure) iconRoom() float32 {
	switch {
	case m.b.icon == "":
		return 0
	case m.b.text == "":
		return m.iconEdge()
	}
	return m.iconEdge() + 7*scale(m.b)
}

// ringGap is how far outside a button, or a row of segments, its ring stands: so far
// that its ground shows between, and the ring is no part of the button.
const ringGap = 4

// tightPad is the least room beside the words.
const tightPad = 7

// iconShare is the room that the icon has at a width: none where the words need it.
func (m buttonMeasure) iconShare(width float32) float32 {
	icon := m.iconRoom()
	if room := width - 2*tightPad - textWidth(m.b.text, m.textSize(), m.bold()); icon > room && m.b.text != "" {
		return 0
	}
	return icon
}

func (m buttonMeasure) natural() float32 {
	return 2*m.pad() + m.iconRoom() + textWidth(m.b.text, m.textSize(), m.bold())
}

func (m buttonMeasure) height() float32 {
	if m.b.large {
		return 40 * scale(m.b)
	}
	return size(m.b, SizeControl)
}
