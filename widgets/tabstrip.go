package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// A tabStrip is the row of words of Tabs. It has the focus as one: arrows move.
type tabStrip struct {
	control
	of    *Tabs
	more  string
	cells []tabCell // in sight, from left to right
	over  int       // the cell under the pointer, or -1
}

// A tabCell is the room of one word.
type tabCell struct {
	tab      int // -1 for the word for more
	x, width float32
}

var (
	_ fyne.Tappable     = (*tabStrip)(nil)
	_ desktop.Hoverable = (*tabStrip)(nil)
)

func newTabStrip(of *Tabs, more string) *tabStrip {
	s := &tabStrip{of: of, more: more, over: -1}
	s.extend(s)
	return s
}

// TypedKey goes to another tab.
func (s *tabStrip) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		s.of.Choose(s.of.chosen - 1)
	case fyne.KeyRight:
		s.of.Choose(s.of.chosen + 1)
	case fyne.KeyHome:
		s.of.Choose(0)
	case fyne.KeyEnd:
		s.of.Choose(len(s.of.tabs) - 1)
	default:
		s.control.TypedKey(ev)
	}
}

// Tapped goes to the tab under the pointer, or shows those behind "more".
func (s *tabStrip) Tapped(ev *fyne.PointEvent) {
	i := s.at(ev.Position.X)
	if i < 0 {
		return
	}
	s.takeFocus()
	if cell := s.cells[i]; cell.tab >= 0 {
		s.of.Choose(cell.tab)
	} else {
		s.showMore(cell)
	}
}

// showMore opens a list of the tabs that have no room.
func (s *tabStrip) showMore(cell tabCell) {
	cv := canvasOf(s)
	if cv == nil {
		return
	}
	var choices []string
	var tabs []int
	for i, t := range s.of.tabs {
		if !s.inSight(i) {
			choices, tabs = append(choices, t.Text), append(tabs, i)
		}
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s)
	openOptions(cv, options{
		choices: choices, chosen: -1, at: at.AddXY(cell.x, s.Size().Height),
		done: func(i int) {
			cv.Focus(s)
			if i >= 0 {
				s.of.Choose(tabs[i])
			}
		},
	})
}

func (s *tabStrip) inSight(tab int) bool {
	for _, c := range s.cells {
		if c.tab == tab {
			return true
		}
	}
	return false
}

// at is the cell at x, or -1.
func (s *tabStrip) at(x float32) int {
	for i, c := range s.cells {
		if x >= c.x && x < c.x+c.width {
			return i
		}
	}
	return -1
}

// MouseIn follows the pointer.
func (s *tabStrip) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved shows which word the pointer is over.
func (s *tabStrip) MouseMoved(ev *desktop.MouseEvent) { s.setOver(s.at(ev.Position.X)) }

// MouseOut shows none.
func (s *tabStrip) MouseOut() { s.setOver(-1) }

func (s *tabStrip) setOver(cell int) {
	if s.over != cell {
		s.over = cell
		s.Refresh()
	}
}

// share gives the words their room: as wide as drawn, then closer together,
// then without the last ones, but never without the chosen one.
func (s *tabStrip) share(width float32) []tabCell {
	textSize := size(s, SizeRowTitle)
	natural := make([]float32, len(s.of.tabs))
	sum := float32(0)
	for i, t := range s.of.tabs {
		natural[i] = textWidth(t.Text, textSize, true)
		sum += natural[i]
	}
	for _, pad := range []float32{12, 9, 7} {
		if sum+2*pad*float32(len(natural)) <= width {
			return row(natural, pad, len(natural), s.of.chosen)
		}
	}
	const pad = 7
	room := width - textWidth(s.more, textSize, true) - 2*pad - size(s, SizeIcon)
	n := len(natural)
	for n > 1 && rowWidth(row(natural, pad, n, s.of.chosen)) > room {
		n--
	}
	cells := row(natural, pad, n, s.of.chosen)
	return append(cells, tabCell{tab: -1, x: rowWidth(cells), width: width - room})
}

// row sets the first n tabs beside each other; the last of them gives its place
// to the chosen one where that is not among them.
func row(natural []float32, pad float32, n, chosen int) []tabCell {
	cells := make([]tabCell, 0, n+1)
	x := float32(0)
	for i := range n {
		tab := i
		if i == n-1 && chosen >= n {
			tab = chosen
		}
		width := natural[tab] + 2*pad
		cells = append(cells, tabCell{tab: tab, x: x, width: width})
		x += width
	}
	return cells
}

func rowWidth(cells []tabCell) float32 {
	if len(cells) == 0 {
		return 0
	}
	last := cells[len(cells)-1]
	return last.x + last.width
}

// CreateRenderer draws the words and the line under the chosen one.
func (s *tabStrip) CreateRenderer() fyne.WidgetRenderer {
	under, ring := newRect(), newRing()
	arrow := newIconImage()
	var words []*canvas.Text
	d := &drawn{of: s}
	d.min = func() fyne.Size {
		textSize := size(s, SizeRowTitle)
		return fyne.NewSize(12*textSize, lineHeight(textSize)+22)
	}
	d.layout = func(to fyne.Size) {
		s.cells = s.share(to.Width)
		for len(words) < len(s.cells) {
			words = append(words, newWords())
		}
		d.objects = []fyne.CanvasObject{}
		line := lineHeight(size(s, SizeRowTitle))
		under.Hidden, ring.Hidden, arrow.Hidden = true, true, true
		for i, cell := range s.cells {
			s.dress(words[i], i)
			w := words[i].MinSize().Width
			x := cell.x + (cell.width-w)/2
			if cell.tab < 0 {
				edge := size(s, SizeIcon)
				x = cell.x + 7
				setIcon(arrow, "chevron-down", theme.ColorNameForeground)
				place(arrow, x+w+2, (to.Height-edge)/2, edge, edge)
			}
			place(words[i], x, (to.Height-line)/2-1, w, line)
			d.objects = append(d.objects, words[i])
			if cell.tab == s.of.chosen {
				under.Hidden, ring.Hidden = false, !s.focused
				place(under, cell.x, to.Height-3, cell.width, 3)
				place(ring, cell.x+2, 3, cell.width-4, to.Height-9)
			}
		}
		d.objects = append(d.objects, arrow, under, ring)
	}
	d.refresh = func() {
		under.FillColor = paint(s, ColorAccent)
		setRing(ring, s, s.focused)
	}
	return d.draw()
}

// dress gives the word of a cell its weight and colour.
func (s *tabStrip) dress(t *canvas.Text, i int) {
	cell := s.cells[i]
	t.TextSize = size(s, SizeRowTitle)
	weigh(t, cell.tab == s.of.chosen)
	t.Color = paint(s, theme.ColorNameForeground)
	if cell.tab == s.of.chosen || i == s.over {
		t.Color = paint(s, ColorHeading)
	}
	if cell.tab < 0 {
		t.Text = s.more
		weigh(t, false)
	} else {
		t.Text = s.of.tabs[cell.tab].Text
	}
}
