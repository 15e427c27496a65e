package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Pick is something to choose in a [Picker].
type Pick struct {
	ID   string
	Icon string // a picture before the words
	Text string
	Note string // more words below; where one pick has some, each has a line of its own
}

// A Picker is a field to search in over what is to be chosen: pictures with their
// words beside each other, or lines with a note. The arrows move while one types.
type Picker struct {
	widget.BaseWidget
	picks   []Pick
	chosen  string // the id of what is chosen now
	none    string // what stands there when nothing is found
	search  *SearchEntry
	found   []Pick
	aimed   int
	tiles   *pickTiles
	scroll  *container.Scroll
	OnPick  func(id string)
	columns int
}

// NewPicker returns a picker of some; chosen is the id of one of them, or "". None is
// said where nothing is found.
func NewPicker(placeHolder, none string, picks []Pick, chosen string) *Picker {
	p := &Picker{picks: picks, chosen: chosen, none: none, found: picks, columns: 1}
	p.search = NewSearchEntry(placeHolder)
	p.search.OnChanged = p.find
	p.search.OnMove = func(by int) { p.aim(p.aimed + by*p.columns) }
	p.search.OnAccept = p.pick
	p.search.Key = func(ev *fyne.KeyEvent) bool {
		if p.search.Text != "" && p.columns == 1 {
			return false
		}
		switch ev.Name {
		case fyne.KeyLeft:
			p.aim(p.aimed - 1)
		case fyne.KeyRight:
			p.aim(p.aimed + 1)
		default:
			return false
		}
		return true
	}
	p.tiles = newPickTiles(p)
	p.scroll = container.NewVScroll(p.tiles)
	for i, pick := range picks {
		if pick.ID == chosen {
			p.aimed = i
		}
	}
	p.ExtendBaseWidget(p)
	return p
}

// Search is the field, which should have the focus.
func (p *Picker) Search() fyne.Focusable { return p.search }

// find keeps what has every word that was typed, as the beginning of one of its own.
func (p *Picker) find(typed string) {
	p.found, p.aimed = nil, 0
	for _, pick := range p.picks {
		if pick.has(typed) {
			p.found = append(p.found, pick)
		}
	}
	p.tiles.rebuild()
	p.scroll.ScrollToTop()
	p.scroll.Refresh()
}

func (p Pick) has(typed string) bool {
	own := strings.Fields(strings.ToLower(p.Text + " " + p.Note + " " + strings.ReplaceAll(p.ID, "-", " ")))
	for _, word := range strings.Fields(strings.ToLower(typed)) {
		begins := false
		for _, o := range own {
			begins = begins || strings.HasPrefix(strings.TrimLeft(o, "(“\"¿"), word)
		}
		if !begins {
			return false
		}
	}
	return true
}

func (p *Picker) aim(i int) {
	if len(p.found) == 0 {
		return
	}
	p.aimed = min(max(i, 0), len(p.found)-1)
	p.show()
	p.tiles.Refresh()
}

// show scrolls to what is aimed at.
func (p *Picker) show() {
	top := float32(p.aimed/p.columns) * p.tiles.rowHeight()
	switch bottom := top + p.tiles.rowHeight(); {
	case top < p.scroll.Offset.Y:
		p.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > p.scroll.Offset.Y+p.scroll.Size().Height:
		p.scroll.ScrollToOffset(fyne.NewPos(0, bottom-p.scroll.Size().Height))
	}
}

// pick takes what is aimed at.
func (p *Picker) pick() {
	if p.aimed < len(p.found) && p.OnPick != nil {
		p.OnPick(p.found[p.aimed].ID)
	}
}

// noted reports whether any pick has a note.
func (p *Picker) noted() bool {
	for _, pick := range p.picks {
		if pick.Note != "" {
			return true
		}
	}
	return false
}

// pickerHeight is how high the list is, at text of the usual size.
const pickerHeight = 300

// CreateRenderer sets the field over the list.
func (p *Picker) CreateRenderer() fyne.WidgetRenderer {
	d := &drawn{of: p, objects: []fyne.CanvasObject{p.search, p.scroll}}
	const gap = 8
	d.min = func() fyne.Size {
		return fyne.NewSize(260, p.search.MinSize().Height+gap+min(p.tiles.MinSize().Height, pickerHeight*scale(p)))
	}
	d.layout = func(s fyne.Size) {
		field := p.search.MinSize().Height
		place(p.search, 0, 0, s.Width, field)
		place(p.scroll, 0, field+gap, s.Width, s.Height-field-gap)
		p.show()
	}
	d.refresh = func() {}
	return d.draw()
}

// pickTiles is what is found, in rows.
type pickTiles struct {
	widget.BaseWidget
	of     *Picker
	lines  int // of the longest words
	redraw func()
}

var (
	_ fyne.Tappable     = (*pickTiles)(nil)
	_ desktop.Hoverable = (*pickTiles)(nil)
)

func newPickTiles(of *Picker) *pickTiles {
	t := &pickTiles{of: of, lines: 1}
	t.ExtendBaseWidget(t)
	return t
}

// rowHeight is the height of all rows: of the longest words, in lines of the width there is.
func (t *pickTiles) rowHeight() float32 {
	if t.of.noted() {
		return float32(t.lines)*lineHeight(size(t, theme.SizeNameText)) + lineHeight(size(t, theme.SizeNameCaptionText)) + 10
	}
	return size(t, SizeControl) + 4
}

// left is how far in a tile its words begin.
func (t *pickTiles) left(pick Pick) float32 {
	if pick.Icon == "" {
		return tilePad
	}
	return 2*tilePad + size(t, SizeIcon)
}

// measure finds how many columns there are at a width, and how many lines the longest
// words need there.
func (t *pickTiles) measure(width float32) {
	t.of.columns, t.lines = 1, 1
	textSize := size(t, theme.SizeNameText)
	if t.of.noted() {
		for _, pick := range t.of.picks {
			t.lines = max(t.lines, len(wrap(Plain(pick.Text), textSize, width-t.left(pick)-tileEnd)))
		}
		return
	}
	widest := pickWidth * scale(t)
	for _, pick := range t.of.picks {
		widest = max(widest, t.left(pick)+textWidth(pick.Text, textSize, true)+tileEnd)
	}
	t.of.columns = max(int(width/widest), 1)
}

// at is the number of the pick at a place, or -1.
func (t *pickTiles) at(pos fyne.Position) int {
	column := int(pos.X / (t.Size().Width / float32(t.of.columns)))
	if i := int(pos.Y/t.rowHeight())*t.of.columns + column; i >= 0 && i < len(t.of.found) {
		return i
	}
	return -1
}

// Tapped picks what is under the pointer.
func (t *pickTiles) Tapped(ev *fyne.PointEvent) {
	if i := t.at(ev.Position); i >= 0 {
		t.of.aimed = i
		t.of.pick()
	}
}

// MouseIn does nothing.
func (t *pickTiles) MouseIn(*desktop.MouseEvent) {}

// MouseOut does nothing.
func (t *pickTiles) MouseOut() {}

// MouseMoved aims at what is under the pointer.
func (t *pickTiles) MouseMoved(ev *desktop.MouseEvent) {
	if i := t.at(ev.Position); i >= 0 && i != t.of.aimed {
		t.of.aimed = i
		t.Refresh()
	}
}

func (t *pickTiles) rebuild() {
	if t.redraw != nil {
		t.redraw()
	}
	t.Refresh()
}

// pickWidth is how wide a picture with its words is at least; tilePad and tileEnd are the
// room before and after them.
const (
	pickWidth = 168
	tilePad   = 8
	tileEnd   = 6
)

// CreateRenderer draws what is found.
func (t *pickTiles) CreateRenderer() fyne.WidgetRenderer {
	aim := newRect()
	d := &drawn{of: t}
	var images []*canvas.Image
	var words []*Text
	var notes []*canvas.Text
	t.redraw = func() {
		d.objects, images, words, notes = []fyne.CanvasObject{aim}, nil, nil, nil
		say := func(text string, bold bool) *Text {
			words = append(words, NewText(Style{Size: theme.SizeNameText, Color: theme.ColorNameForeground, Bold: bold}, Plain(text)))
			return words[len(words)-1]
		}
		for _, pick := range t.of.found {
			images, notes = append(images, newIconImage()), append(notes, newWords())
			n := len(notes) - 1
			d.objects = append(d.objects, images[n], say(pick.Text, pick.ID == t.of.chosen && pick.ID != ""), notes[n])
		}
		if len(t.of.found) == 0 {
			d.objects = append(d.objects, say(t.of.none, false))
		}
	}
	d.min = func() fyne.Size {
		rows := max((len(t.of.found)+t.of.columns-1)/t.of.columns, 1)
		return fyne.NewSize(200, float32(rows)*t.rowHeight())
	}
	d.layout = func(s fyne.Size) {
		t.measure(s.Width)
		line, small, height := lineHeight(size(t, theme.SizeNameText)), lineHeight(size(t, theme.SizeNameCaptionText)), t.rowHeight()
		width, edge := s.Width/float32(t.of.columns), size(t, SizeIcon)
		aim.Hidden = len(t.of.found) == 0
		for i, pick := range t.of.found {
			x, y := float32(i%t.of.columns)*width, float32(i/t.of.columns)*height
			if i == t.of.aimed {
				place(aim, x+1, y+1, width-2, height-2)
			}
			if pick.Icon != "" {
				place(images[i], x+tilePad, y+(height-edge)/2, edge, edge)
			}
			left := x + t.left(pick)
			room := x + width - left - tileEnd
			top, high := y+(height-line)/2, line
			if t.of.noted() {
				top, high = y+5, heightAt(words[i], room)
				notes[i].Text = ellipsis(pick.Note, notes[i].TextSize, false, room)
				place(notes[i], left, top+high, room, small)
			}
			place(words[i], left, top, room, high)
		}
		if len(t.of.found) == 0 {
			place(words[0], tilePad, 0, s.Width, height)
		}
	}
	d.refresh = func() {
		aim.FillColor, aim.CornerRadius = paint(t, ColorSelected), 5
		for i, pick := range t.of.found {
			setIcon(images[i], pick.Icon, theme.ColorNameForeground)
			notes[i].TextSize, notes[i].Color = size(t, theme.SizeNameCaptionText), paint(t, ColorMuted)
		}
	}
	t.redraw()
	return d.draw()
}
