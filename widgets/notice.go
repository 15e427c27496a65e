package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Tone is what a notice is about. Its words say so too: never colour alone.
type Tone int

// The tones.
const (
	Inform  Tone = iota // blue: good to know
	Caution             // amber: check before you go on
	Succeed             // green: done, or what to say
	Fail                // red: it did not work
)

// tones are the colours of the ground and of the bar at its left.
var tones = map[Tone][2]fyne.ThemeColorName{
	Inform:  {ColorBlue, ColorBlueBar},
	Caution: {ColorAmber, ColorAmberBar},
	Succeed: {ColorGreen, ColorGreenBar},
	Fail:    {ColorRed, ColorRedBar},
}

// A Notice is a band with a few sentences, and perhaps links to act on them.
type Notice struct {
	widget.BaseWidget
	tone  Tone
	text  *Text
	links []*Link
}

// NewNotice returns a band. The runs begin with the gist in bold.
func NewNotice(tone Tone, runs []Run, links ...*Link) *Notice {
	n := &Notice{tone: tone, links: links}
	n.text = NewText(Style{Size: theme.SizeNameText, Color: theme.ColorNameForeground}, runs)
	n.ExtendBaseWidget(n)
	return n
}

// Set changes what the band says.
func (n *Notice) Set(tone Tone, runs []Run, links ...*Link) {
	n.tone, n.links = tone, links
	n.text.SetRuns(runs)
	n.Refresh()
}

// Words are the words of the band without those of its links.
func (n *Notice) Words() string { return n.text.Words() }

// Links are the links in it, in order.
func (n *Notice) Links() []*Link { return n.links }

// The insets of a notice.
const (
	noticeBar  = 5
	noticeLeft = 17
	noticePad  = 9
)

// CreateRenderer draws ground, bar, words, and the links after the last word.
func (n *Notice) CreateRenderer() fyne.WidgetRenderer {
	ground, bar := newRect(), newRect()
	d := &drawn{of: n}
	rows := func(width float32) float32 { // sets the links and returns the height of all
		inner := width - noticeLeft - noticePad
		n.text.Resize(fyne.NewSize(inner, n.text.Size().Height))
		height := n.text.MinSize().Height
		place(n.text, noticeLeft, noticePad, inner, height)
		if len(n.links) == 0 {
			return height
		}
		line := lineHeight(size(n, theme.SizeNameText))
		x, y := n.text.lastWidth()+7, height-line
		for i, l := range n.links {
			l.textSize = theme.SizeNameText
			w := l.MinSize().Width
			if (i > 0 || n.text.Words() != "") && x+w > inner {
				x, y = 0, y+line
			}
			place(l, noticeLeft+x, noticePad+y, min(w, inner), line)
			x += w + 16
		}
		return y + line
	}
	d.min = func() fyne.Size {
		width := n.Size().Width
		if width == 0 { // not laid out yet
			width = 600
		}
		return fyne.NewSize(180, rows(width)+2*noticePad)
	}
	d.layout = func(s fyne.Size) {
		place(ground, 0, 0, s.Width, s.Height)
		place(bar, 0, 0, noticeBar, s.Height)
		rows(s.Width)
	}
	d.refresh = func() {
		colors := tones[n.tone]
		ground.FillColor, bar.FillColor = paint(n, colors[0]), paint(n, colors[1])
		ground.CornerRadius = size(n, theme.SizeNameInputRadius)
		setEdge(ground, n)
		bar.TopLeftCornerRadius, bar.BottomLeftCornerRadius = ground.CornerRadius, ground.CornerRadius
		d.objects = []fyne.CanvasObject{ground, bar, n.text}
		for _, l := range n.links {
			d.objects = append(d.objects, l)
		}
		n.text.Refresh()
	}
	return d.draw()
}

// lastWidth is the width of the last line.
func (t *Text) lastWidth() float32 {
	if len(t.lines) == 0 {
		return 0
	}
	return t.lines[len(t.lines)-1].width
}
