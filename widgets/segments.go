package widgets

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Segments is a choice of a few, all of them in sight: Left | Right | Both. Where
// their words have no room beside each other, they stand under each other.
type Segments struct {
	control
	choices   []string
	chosen    int // -1 for none yet
	aimed     int // where the arrows are, while the control has the focus
	OnChanged func(int)
	// OnAccept is what Enter does where it must not choose: one Enter too many would
	// choose what nobody said.
	OnAccept func()
}

var _ fyne.Tappable = (*Segments)(nil)

// NewSegments returns a choice with one chosen, or none with -1.
func NewSegments(choices []string, chosen int, changed func(int)) *Segments {
	s := &Segments{choices: choices, chosen: chosen, aimed: max(chosen, 0), OnChanged: changed}
	s.extend(s)
	return s
}

// Chosen is the number of what is chosen, or -1.
func (s *Segments) Chosen() int { return s.chosen }

// SetChosen chooses without a call of OnChanged; -1 for none.
func (s *Segments) SetChosen(i int) {
	s.chosen, s.aimed = i, max(i, 0)
	s.Refresh()
}

// SetChoices changes what there is to choose, and what of it is chosen.
func (s *Segments) SetChoices(choices []string, chosen int) {
	s.choices = choices
	s.SetChosen(chosen)
}

// Tapped chooses what is under the pointer.
func (s *Segments) Tapped(ev *fyne.PointEvent) {
	if s.Disabled() || len(s.choices) == 0 {
		return
	}
	s.takeFocus()
	for i, cell := range s.cells(s.Size()) {
		if ev.Position.X < cell.right && ev.Position.Y < cell.bottom {
			s.choose(i)
			return
		}
	}
}

// TypedKey chooses the next with the arrows, and the one they stand on with
// Enter or Space where none was chosen.
func (s *Segments) TypedKey(ev *fyne.KeyEvent) {
	if s.Disabled() || len(s.choices) == 0 {
		s.control.TypedKey(ev)
		return
	}
	if commits(ev) && s.OnAccept != nil {
		s.OnAccept()
		return
	}
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		s.step(-1)
	case fyne.KeyRight, fyne.KeyDown:
		s.step(1)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(len(s.choices) - 1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		s.choose(s.aimed)
	default:
		s.control.TypedKey(ev)
	}
}

// TypedRune chooses what begins with a letter, where one alone does.
func (s *Segments) TypedRune(r rune) {
	if i := s.beginning(r); i >= 0 && !s.Disabled() {
		s.choose(i)
		return
	}
	s.control.TypedRune(r)
}

// beginning is the choice that alone begins with a letter, or -1.
func (s *Segments) beginning(r rune) int {
	found := -1
	for i, c := range s.choices {
		first, _ := utf8.DecodeRuneInString(c)
		if unicode.ToLower(first) != unicode.ToLower(r) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// step goes one on; where nothing is chosen it begins at the first or last.
func (s *Segments) step(by int) {
	if s.chosen < 0 {
		if by > 0 {
			s.choose(0)
		} else {
			s.choose(len(s.choices) - 1)
		}
		return
	}
	s.choose(min(max(s.chosen+by, 0), len(s.choices)-1))
}

func (s *Segments) choose(i int) {
	if i == s.chosen || i >= len(s.choices) {
		return
	}
	s.SetChosen(i)
	if s.OnChanged != nil {
		s.OnChanged(i)
	}
}

// segmentPad is the room beside the words of a segment.
const segmentPad = 8

// natural are the widths that the words would like, which are bold when they are
// chosen, the sum of them and the widest.
func (s *Segments) natural() (widths []float32, sum, widest float32) {
	textSize := size(s, theme.SizeNameText)
	widths = make([]float32, len(s.choices))
	for i, c := range s.choices {
		widths[i] = textWidth(c, textSize, true) + 2*segmentPad
		sum += widths[i]
		widest = max(widest, widths[i])
	}
	return widths, sum, widest
}

// naturalWidth is the width of all beside each other.
func (s *Segments) naturalWidth() float32 {
	_, sum, _ := s.natural()
	return sum
}

// stacked reports whether all stand under each other at a width.
func (s *Segments) stacked(width float32) bool {
	_, sum, _ := s.natural()
	return width > 0 && sum-float32(len(s.choices))*segmentPad > width
}

// A cell is where one segment stands.
type cell struct{ left, top, right, bottom float32 }

// cells are where all segments stand in a room.
func (s *Segments) cells(room fyne.Size) []cell {
	cells := make([]cell, len(s.choices))
	if s.stacked(room.Width) {
		height := room.Height / float32(max(len(s.choices), 1))
		for i := range cells {
			cells[i] = cell{0, float32(i) * height, room.Width, float32(i+1) * height}
		}
		return cells
	}
	x := float32(0)
	for i, w := range s.widths(room.Width) {
		cells[i] = cell{x, 0, x + w, room.Height}
		x += w
	}
	return cells
}

// widths shares a width out: alike where all words fit so, by their length else.
func (s *Segments) widths(width float32) []float32 {
	natural, sum, widest := s.natural()
	alike := width / float32(len(s.choices))
	for i := range natural {
		switch {
		case widest <= alike:
			natural[i] = alike
		default:
			natural[i] *= width / sum
		}
	}
	return natural
}

// CreateRenderer draws the frame, the chosen ground, the lines between and the words.
func (s *Segments) CreateRenderer() fyne.WidgetRenderer {
	ground, frame, ring := newRect(), newRect(), newRing()
	var fills, lines []*canvas.Rectangle
	var words []*canvas.Text
	d := &drawn{of: s}
	d.min = func() fyne.Size {
		_, _, widest := s.natural()
		height := size(s, SizeControl)
		if s.stacked(s.Size().Width) {
			height *= float32(len(s.choices))
		}
		return fyne.NewSize(widest, height)
	}
	grow := func() {
		d.objects = []fyne.CanvasObject{ground}
		for len(fills) < len(s.choices) {
			fills = append(fills, newRect())
			lines = append(lines, newRect())
			words = append(words, newWords())
		}
		for i := range s.choices {
			words[i].Alignment = fyne.TextAlignCenter
			d.objects = append(d.objects, fills[i], lines[i], words[i])
		}
		d.objects = append(d.objects, frame, ring)
	}
	d.layout = func(to fyne.Size) {
		place(ground, 0, 0, to.Width, to.Height)
		place(frame, 0, 0, to.Width, to.Height)
		place(ring, -ringGap, -ringGap, to.Width+2*ringGap, to.Height+2*ringGap)
		line := lineHeight(size(s, theme.SizeNameText))
		for i, c := range s.cells(to) {
			w, h := c.right-c.left, c.bottom-c.top
			place(fills[i], c.left, c.top, w, h)
			if s.stacked(to.Width) {
				place(lines[i], c.left, c.top, w, 1)
			} else {
				place(lines[i], c.left, c.top, 1, h)
			}
			words[i].Text = ellipsis(s.choices[i], words[i].TextSize, i == s.chosen, w-4)
			place(words[i], c.left, c.top+(h-line)/2, w, line)
			s.round(i, fills[i], s.stacked(to.Width))
		}
	}
	d.refresh = func() {
		grow()
		radius := size(s, theme.SizeNameInputRadius)
		ground.CornerRadius, frame.CornerRadius = radius, radius
		ground.FillColor = paint(s, theme.ColorNameInputBackground)
		frame.StrokeColor, frame.StrokeWidth = paint(s, theme.ColorNameInputBorder), 1
		for i := range s.choices {
			s.dress(i, fills[i], lines[i], words[i])
		}
		setRing(ring, s, s.focused)
		ring.CornerRadius = radius + ringGap
	}
	return d.draw()
}

// dress gives one segment its colours.
func (s *Segments) dress(i int, fill, line *canvas.Rectangle, words *canvas.Text) {
	chosen := i == s.chosen
	fill.Hidden, line.Hidden = true, i == 0 || chosen || i == s.chosen+1 && s.chosen >= 0
	line.FillColor = paint(s, theme.ColorNameSeparator)
	ink := theme.ColorNameForeground
	switch {
	case s.Disabled():
		ink = theme.ColorNameDisabled
		if chosen {
			fill.Hidden, fill.FillColor = false, paint(s, theme.ColorNameDisabledButton)
		}
	case chosen:
		ink = theme.ColorNameForegroundOnPrimary
		fill.Hidden, fill.FillColor = false, paint(s, theme.ColorNamePrimary)
	case s.focused && s.chosen < 0 && i == s.aimed:
		fill.Hidden, fill.FillColor = false, paint(s, theme.ColorNameHover)
	}
	words.TextSize, words.Color = size(s, theme.SizeNameText), paint(s, ink)
	weigh(words, chosen)
}

// round gives the ground of the first and the last segment the corners of the frame.
func (s *Segments) round(i int, fill *canvas.Rectangle, stacked bool) {
	radius, first, last := size(s, theme.SizeNameInputRadius), i == 0, i == len(s.choices)-1
	corner := func(on bool) float32 {
		if on {
			return radius
		}
		return 0
	}
	fill.TopLeftCornerRadius, fill.BottomRightCornerRadius = corner(first), corner(last)
	if stacked {
		fill.TopRightCornerRadius, fill.BottomLeftCornerRadius = corner(first), corner(last)
	} else {
		fill.TopRightCornerRadius, fill.BottomLeftCornerRadius = corner(last), corner(first)
	}
}
