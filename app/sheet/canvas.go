package sheet

// A canvas collects the operations of one page.
type canvas struct {
	ops []Op
	top float64 // where the blocks of the page begin
}

func (c *canvas) add(op Op) { c.ops = append(c.ops, op) }

// line draws a line of text whose left end is x. Its baseline lies where letters
// look centered in the line's height, so that boxes and icons centered in the
// same height stand level with it.
func (c *canvas) line(l line, st style, x, top, height float64) {
	base := baseline(top, height, st.size)
	for _, p := range l.pieces {
		if p.blank {
			c.add(RuleOp{Place: p.at, X1: x + p.x + 1, Y1: base + 2, X2: x + p.x + p.width, Y2: base + 2, Weight: 0.7, Blank: true})
			continue
		}
		size := st.size
		if p.size > 0 {
			size = p.size
		}
		c.add(TextOp{Place: p.at, X: x + p.x, Y: base, Width: p.width, Face: p.face, Size: size, Ink: st.ink, Text: p.text})
	}
}

// baseline is where words stand in a line from top, so high.
func baseline(top, height, size float64) float64 {
	return top + height/2 + size*capHeight/2
}

// capHeight is the height of Source Sans 3's capitals in parts of the size.
const capHeight = 0.66

// rule draws a thin line that only divides.
func (c *canvas) rule(x1, y1, x2, y2 float64, ink Ink) {
	c.add(RuleOp{Place: Decoration, X1: x1, Y1: y1, X2: x2, Y2: y2, Weight: hairline, Ink: ink})
}

// The weights of lines: between things, around boxes, around what is heavy.
const (
	hairline = 0.5
	border   = 0.9
	heavy    = 2.4
	corner   = 5 // radius of boxes
)
