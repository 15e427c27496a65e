package sheet

// Scale is a small picture of amounts on one scale: each row has its words at both
// sides of a bar. The bars only show what the words say.
type Scale struct {
	Rows     []ScaleRow
	From, To string // the ends of the scale, under the bars
}

// A ScaleRow is a bar between two places of the scale, from 0 to 1.
type ScaleRow struct {
	Label, Says  Text
	Kind         ScaleKind
	Low, High    float64
	First, Third float64 // of a spread: the ends of its box
	Middle       float64 // and the mark in it
}

// A ScaleKind is how a bar is drawn. On a black-and-white page they differ too.
type ScaleKind int

// The kinds of bars.
const (
	ScaleSolid  ScaleKind = iota // filled
	ScaleDashed                  // a box with a broken line
	ScaleSpread                  // a line, a box on it, a mark in that
)

func (Scale) block() {}

// The parts of the width that a label, a bar and its words have, and the height
// of a bar in parts of the size of type.
const (
	scaleLabels = 0.26
	scaleBars   = 0.44
	scaleBar    = 0.85
)

// scale sets the rows under each other, and the ends of the scale. A label that
// needs more than a line stands over its bar, as then all of them do.
func (l *layout) scale(b Scale) {
	if len(b.Rows) == 0 {
		return
	}
	st := style{size: l.look.small}
	list := l.tree.add(l.sect, KindL)
	pitch, gap, pad := l.lineHeight(st.size), l.gap(), l.look.body*0.8
	labels := l.width * scaleLabels
	mark := len(*l.tree)
	for _, row := range b.Rows {
		if len(l.set(row.Label, st, labels-pad, Root)) > 1 {
			labels = 0
		}
	}
	*l.tree = (*l.tree)[:mark]
	x, width := l.left+labels, l.width*scaleBars
	for _, row := range b.Rows {
		name, body := l.item(list)
		if labels == 0 {
			for _, ln := range l.set(row.Label, st, l.width, name) {
				l.add(slab{gap: gap, height: pitch, keep: true, draw: func(c *canvas, y float64) { c.line(ln, st, l.left, y, pitch) }})
				gap = 0
			}
		}
		var label line
		if labels > 0 {
			label = l.set(row.Label, st, labels-pad, name)[0]
		}
		for i, says := range l.set(row.Says, st, l.left+l.width-x-width-pad, body) {
			l.add(slab{gap: gap, height: pitch, keep: true, draw: func(c *canvas, y float64) {
				if i == 0 {
					c.line(label, st, l.left, y, pitch)
					row.bar(c, x, y+pitch/2, width, st.size*scaleBar)
				}
				c.line(says, st, x+width+pad, y, pitch)
			}})
			gap = 0
		}
		gap = l.look.step
	}
	l.add(slab{gap: gap, height: pitch, draw: func(c *canvas, y float64) { l.scaleEnds(c, b, x, y, width) }})
}

// scaleEnds draws the line under the bars and the words at its ends, which only
// say what the picture shows.
func (l *layout) scaleEnds(c *canvas, b Scale, x, y, width float64) {
	st := style{size: l.look.small}
	c.rule(x, y, x+width, y, Black)
	from, to := l.set(Plainly(b.From), st, width/2, Decoration)[0], l.set(Plainly(b.To), st, width/2, Decoration)[0]
	pitch := l.lineHeight(st.size)
	c.line(from, st, x, y, pitch)
	c.line(to, st, x+width-to.width, y, pitch)
}

// bar draws one bar whose middle is at y.
func (r ScaleRow) bar(c *canvas, x, y, width, height float64) {
	at := func(part float64) float64 { return x + min(max(part, 0), 1)*width }
	const least = 3
	low, high := at(r.Low), at(r.High)
	if high < low+least {
		high = min(low+least, x+width)
		low = high - least
	}
	c.rule(x, y, x+width, y, Gray)
	box := BoxOp{Place: Decoration, X: low, Y: y - height/2, W: high - low, H: height}
	switch r.Kind {
	case ScaleDashed:
		box.Weight, box.Dash = border, 3
		c.add(box)
	case ScaleSpread:
		c.add(RuleOp{Place: Decoration, X1: low, Y1: y, X2: high, Y2: y, Weight: border})
		box.X, box.W, box.Weight = at(r.First), at(r.Third)-at(r.First), border
		c.add(box)
		middle := at(r.Middle)
		c.add(RuleOp{Place: Decoration, X1: middle, Y1: y - height*0.75, X2: middle, Y2: y + height*0.75, Weight: heavy})
	default:
		box.Fill, box.Ink = true, Blue
		c.add(box)
	}
}

// scale is what plain text has of a picture: its words, a line a row.
func (t *plainText) scale(b Scale) {
	for _, row := range b.Rows {
		t.line(t.say(row.Label) + ": " + t.say(row.Says))
	}
}
