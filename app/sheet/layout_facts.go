package sheet

// A factColumn is one column of the visit box, broken into lines.
type factColumn struct {
	rows  []factRow
	width float64
	x     float64
}

// A factRow is one line of a column.
type factRow struct {
	line   line
	style  style
	height float64
}

// facts sets the box with the visit: columns side by side, or one under the
// other in large print and where they are longer than a page.
func (l *layout) facts(b Facts) {
	if len(b.Columns) == 0 {
		return
	}
	list := l.tree.add(l.sect, KindL)
	mark := len(*l.tree)
	if !l.look.large {
		columns, tallest := l.factColumns(b, list)
		if height := tallest + 2*l.look.boxPad; height <= l.room {
			l.add(l.factBox(columns, height))
			return
		}
	}
	*l.tree = (*l.tree)[:mark]
	l.stackedFacts(b, list)
}

// factColumns breaks the columns and tells the height of the tallest.
func (l *layout) factColumns(b Facts, list Place) ([]factColumn, float64) {
	shares := 0.0
	for _, f := range b.Columns {
		shares += share(f)
	}
	columns, x, tallest := make([]factColumn, len(b.Columns)), l.left, 0.0
	for i, f := range b.Columns {
		width := l.width * share(f) / shares
		columns[i] = factColumn{rows: l.fact(f, list, width-2*l.factInset()), width: width, x: x}
		x += width
		tallest = max(tallest, heightOf(columns[i].rows))
	}
	return columns, tallest
}

func share(f Fact) float64 {
	if f.Wide <= 0 {
		return 1
	}
	return f.Wide
}

func heightOf(rows []factRow) float64 {
	sum := 0.0
	for _, r := range rows {
		sum += r.height
	}
	return sum
}

// factInset is the room between a column's words and its rules.
func (l *layout) factInset() float64 { return l.look.body * 0.8 }

// fact sets one fact as lines: its label, its value, its notes.
func (l *layout) fact(f Fact, list Place, width float64) []factRow {
	var rows []factRow
	set := func(t Text, st style, height float64, at Place) {
		if len(t) == 0 {
			return
		}
		for _, ln := range l.set(t, st, width, at) {
			rows = append(rows, factRow{ln, st, height})
		}
	}
	label, body := l.item(list)
	small := style{size: l.look.small}
	set(Plainly(f.Label), small, l.lineHeight(small.size), label)
	value := style{size: l.look.value, bold: true}
	set(f.Value, value, l.lineHeight(value.size), l.tree.add(body, KindP))
	for _, n := range f.Notes {
		set(n, small, l.lineHeight(small.size), l.tree.add(body, KindP))
	}
	return rows
}

// factBox is the box with its columns side by side.
func (l *layout) factBox(columns []factColumn, height float64) slab {
	pad, inset := l.look.boxPad, l.factInset()
	return slab{gap: l.gap(), height: height, draw: func(c *canvas, top float64) {
		c.add(BoxOp{Place: Decoration, X: l.left, Y: top, W: l.width, H: height, Radius: corner, Weight: border})
		for i, col := range columns {
			if i > 0 {
				c.rule(col.x, top, col.x, top+height)
			}
			y := top + pad
			for _, r := range col.rows {
				c.line(r.line, r.style, col.x+inset, y, r.height)
				y += r.height
			}
		}
	}}
}

// stackedFacts sets the facts one under the other in one box.
func (l *layout) stackedFacts(b Facts, list Place) {
	inset := l.factInset()
	fr := l.boxFrame(l.left, l.width, border, l.look.boxPad)
	fr.gap = l.gap()
	for i, f := range b.Columns {
		rows := l.fact(f, list, l.width-2*inset)
		for j, r := range rows {
			s := slab{height: r.height, frame: fr, keep: j < len(rows)-1 || i < len(b.Columns)-1}
			if j == 0 {
				s.gap = l.look.boxPad
			}
			s.draw = func(c *canvas, y float64) { c.line(r.line, r.style, l.left+inset, y, r.height) }
			l.add(s)
		}
	}
}

// boxFrame is a border around whatever stands in it, on every page it reaches.
func (l *layout) boxFrame(x, width, weight, pad float64) *frame {
	return &frame{padTop: pad, padFoot: pad, close: func(c *canvas, top, foot float64) {
		c.add(BoxOp{Place: Decoration, X: x, Y: top, W: width, H: foot - top, Radius: corner, Weight: weight})
	}}
}
