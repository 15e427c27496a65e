package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// An Edge is a side of a panel that has a line.
type Edge int

// The edges, to be added up.
const (
	LeftEdge Edge = 1 << iota
	RightEdge
	TopEdge
	BottomEdge
)

// NewPanel lays content on a ground of its own, or "" for that of the window, with
// lines at some edges.
func NewPanel(ground fyne.ThemeColorName, edges Edge, padX, padY float32, content fyne.CanvasObject) *Panel {
	p := &Panel{ground: ground, edges: edges, padX: padX, padY: padY, content: content}
	p.ExtendBaseWidget(p)
	return p
}

// A Panel is what NewPanel returns.
type Panel struct {
	widget.BaseWidget
	ground     fyne.ThemeColorName
	edges      Edge
	padX, padY float32
	content    fyne.CanvasObject
}

// CreateRenderer draws ground, lines and content.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	ground := newGround()
	var lines [4]*canvas.Rectangle
	d := &drawn{of: p, objects: []fyne.CanvasObject{ground, p.content}}
	for i := range lines {
		lines[i] = newRect()
		lines[i].Hidden = p.edges&(1<<i) == 0
		d.objects = append(d.objects, lines[i])
	}
	d.min = func() fyne.Size { return p.content.MinSize().AddWidthHeight(2*p.padX, 2*p.padY) }
	d.layout = func(s fyne.Size) {
		place(ground, 0, 0, s.Width, s.Height)
		place(p.content, p.padX, p.padY, s.Width-2*p.padX, s.Height-2*p.padY)
		place(lines[0], 0, 0, 1, s.Height)
		place(lines[1], s.Width-1, 0, 1, s.Height)
		place(lines[2], 0, 0, s.Width, 1)
		place(lines[3], 0, s.Height-1, s.Width, 1)
	}
	d.refresh = func() {
		if ground.Hidden = p.ground == ""; !ground.Hidden {
			setGround(ground, paint(p, p.ground), 0)
		}
		for _, l := range lines {
			l.FillColor = paint(p, theme.ColorNameSeparator)
		}
	}
	return d.draw()
}
