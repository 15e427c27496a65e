package sheet

import "slices"

// A factColumn is one column of the visit box, broken into lines.
type factColumn struct {
	rows  []textRow
	width float64
	x     float64
}

// A textRow is a line ready to stand under another.
type textRow struct {
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
		if height := tallest + 2*l.look.boxPad; height <= l.room && narrowest(columns) >= narrowestFact {
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

// narrowestFact is the least width, in points, at which a date stands on a line;
// with narrower columns the facts stand one under the other.
const narrowestFact = 90

func narrowest(columns []factColumn) float64 {
	width := columns[0].width
	for _, c := range columns {
		width = min(width, c.width)
	}
	return width
}

// share is a fact's part of the width, against 1 for a plain one.
func share(f Fact) float64 {
	if f.Wide <= 0 {
		return 1
	}
	return f.Wide
}

func heightOf(rows []textRow) float64 {
	sum := 0.0
	for _, r := range rows {
		sum += r.height
	}
	return sum
}

// factInset is the room between a column's words and its rules.
func (l *layout) factInset() float64 { return l.look.body * 0.8 }

// fact sets one fact as lines: its label, its value, its notes.
func (l *layout) fact(f Fact, list Place, width float64) []textRow {
	label, rows := l.factBeside(f, list, width, width)
	return slices.Concat(label, rows)
}

// factBeside sets a fact's label in one width, its value and notes in another.
func (l *layout) factBeside(f Fact, list Place, labels, width float64) (label, rows []textRow) {
	small, value := style{size: l.look.small}, style{size: l.look.value, bold: true}
	name, body := l.item(list)
	label = l.rows(Plainly(f.Label), small, labels, name)
	rows = l.rows(f.Value, value, width, l.tree.add(body, KindP))
	for _, n := range f.Notes {
		rows = append(rows, l.rows(n, small, width, l.tree.add(body, KindP))...)
	}
	return label, rows
}

// rows sets a text as rows; none where it has no words.
func (l *layout) rows(t Text, st style, width float64, at Place) (rows []textRow) {
	for _, ln := range l.set(t, st, width, at) {
		if len(ln.pieces) > 0 {
			rows = append(rows, textRow{ln, st, l.heightFor(ln, l.lineHeight(st.size))})
		}
	}
	return rows
}

// factBox is the box with its columns side by side.
func (l *layout) factBox(columns []factColumn, height float64) slab {
	pad, inset := l.look.boxPad, l.factInset()
	return slab{gap: l.gap(), height: height, draw: func(c *canvas, top float64) {
		c.add(BoxOp{Place: Decoration, X: l.left + border/2, Y: top + border/2, W: l.width - border, H: height - border,
			Radius: corner, Weight: border})
		for i, col := range columns {
			if i > 0 {
				c.rule(col.x, top+border, col.x, top+height-border, Gray)
			}
			y := top + pad
			for _, r := range col.rows {
				c.line(r.line, r.style, col.x+inset, y, r.height)
				y += r.height
			}
		}
	}}
}

// stackedFacts sets the facts one under the other in one box, each label beside
// its value and notes; above them where a label needs lines of its own.
func (l *layout) stackedFacts(b Facts, list Place) {
	inset := l.factInset()
	width := l.width - 2*inset
	mark, labels := len(*l.tree), width*labelShare
	for _, f := range b.Columns {
		if len(l.rows(Plainly(f.Label), style{size: l.look.small}, labels, Root)) > 1 {
			labels = 0
		}
	}
	*l.tree = (*l.tree)[:mark]
	fr := l.boxFrame(l.left, l.width, border, l.look.boxPad)
	fr.gap = l.gap()
	for i, f := range b.Columns {
		var label, rows []textRow
		if labels > 0 {
			label, rows = l.factBeside(f, list, labels, width-labels)
		} else {
			rows = l.fact(f, list, width)
		}
		for j := range max(len(label), len(rows)) {
			name, row := rowAt(label, j), rowAt(rows, j)
			s := slab{height: max(name.height, row.height), frame: fr, keep: true}
			if j == 0 && i > 0 {
				s.gap = l.look.boxPad
			}
			s.draw = func(c *canvas, y float64) {
				c.line(name.line, name.style, l.left+inset, y, s.height)
				c.line(row.line, row.style, l.left+inset+labels, y, s.height)
			}
			l.add(s)
		}
	}
	l.slabs[len(l.slabs)-1].keep = false
}

// labelShare is the part of a box's width that labels take beside their values.
const labelShare = 0.26

// rowAt is the i-th row, or an empty one.
func rowAt(rows []textRow, i int) textRow {
	if i < len(rows) {
		return rows[i]
	}
	return textRow{}
}

// boxFrame is a border around whatever stands in it, on every page it reaches.
func (l *layout) boxFrame(x, width, weight, pad float64) *frame {
	return &frame{padTop: pad, padFoot: pad, close: func(c *canvas, top, foot float64) {
		c.add(BoxOp{Place: Decoration, X: x + weight/2, Y: top + weight/2, W: width - weight, H: foot - top - weight,
			Radius: corner, Weight: weight})
	}}
}
