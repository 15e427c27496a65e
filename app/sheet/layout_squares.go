package sheet

import "strings"

// Squares is a code that a phone reads from paper, such as a QR code, with its
// words beside it: whoever has no phone loses nothing.
type Squares struct {
	Cells string // rows of '#', dark, and '.', light, each ended by a line break
	Says  string // what a screen reader says for it
	Text  []Text // beside it, each on lines of its own
}

func (Squares) block() {}

// A SquaresOp is a grid of dark and light cells.
type SquaresOp struct {
	Place
	X, Y, Size float64
	Cells      string // as in [Squares]
}

// How large a code is, and how much light there must be around it, in cells
// (ISO/IEC 18004 asks for four).
const (
	squaresSize = 96.0 // in points at standard size
	quietCells  = 4
)

// squares sets a code at the left and its words beside it, or under it where they
// are longer than a page.
func (l *layout) squares(b Squares) {
	rows := strings.Count(b.Cells, "\n")
	if rows == 0 {
		return
	}
	figure := l.tree.add(l.sect, KindFigure)
	(*l.tree)[figure].Says = l.cleaner.clean(b.Says)
	size, st := squaresSize*l.look.scale, style{size: l.look.body, max: longest}
	x := l.left + size + quietCells*size/float64(rows)
	pitch := l.lineHeight(st.size)
	height, places := 0.0, make([]Place, len(b.Text))
	words := make([][]line, len(b.Text))
	for i, t := range b.Text {
		places[i] = l.tree.add(l.sect, KindP)
		words[i] = l.set(t, st, l.left+l.width-x, places[i])
		height += float64(len(words[i]))*pitch + l.look.item
	}
	code := func(c *canvas, y float64) {
		c.add(SquaresOp{Place: figure, X: l.left, Y: y, Size: size, Cells: b.Cells})
	}
	if height > l.room {
		l.add(slab{gap: l.gap(), height: size, keep: true, draw: code})
		for i, t := range b.Text {
			l.text(l.set(t, st, l.width, places[i]), st, l.left, pitch, l.look.block, false)
		}
		return
	}
	l.add(slab{gap: l.gap(), height: max(size, height), draw: func(c *canvas, top float64) {
		code(c, top)
		y := top + max(0, (size-height)/2)
		for _, lines := range words {
			for _, ln := range lines {
				c.line(ln, st, x, y, pitch)
				y += pitch
			}
			y += l.look.item
		}
	}})
}

// figures are the boxes around the codes, by place, as a PDF has them: left, foot,
// right, top from the page's lower left corner.
func (p *Pages) figures() map[Place]*[4]float64 {
	boxes := map[Place]*[4]float64{}
	for _, page := range p.List {
		for _, op := range page.Ops {
			if s, is := op.(SquaresOp); is {
				boxes[s.Place] = &[4]float64{s.X, p.Height - s.Y - s.Size, s.X + s.Size, p.Height - s.Y}
			}
		}
	}
	return boxes
}

// squaresOutline is the dark cells, those beside each other as one.
func squaresOutline(s SquaresOp) outline {
	var o outline
	rows := strings.Split(strings.TrimSuffix(s.Cells, "\n"), "\n")
	cell := s.Size / float64(len(rows))
	for y, row := range rows {
		for x := 0; x < len(row); {
			end := x
			for end < len(row) && row[end] == '#' {
				end++
			}
			if end > x {
				o.rect(s.X+float64(x)*cell, s.Y+float64(y)*cell, float64(end-x)*cell, cell)
			}
			x = end + 1
		}
	}
	return o
}

// squares is what plain text has of a code: its words.
func (t *plainText) squares(b Squares) {
	for _, words := range b.Text {
		t.line(t.say(words))
	}
}
