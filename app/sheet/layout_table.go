package sheet

// A grid is a table ready to set: cells broken into lines, columns as wide as
// they need.
type grid struct {
	style  style
	widths []float64
	left   float64
	pad    float64
	line   float64 // height of a line
	center bool
}

// A gridRow is one row, and the least height it has.
type gridRow struct {
	cells  [][]line
	height float64
}

// table sets a table. One to write in that is too wide for the page is
// turned on its side: each head with its cells beside it.
func (l *layout) table(b Table) {
	if len(b.Head) == 0 {
		return
	}
	b = squared(b)
	st := style{size: l.look.small}
	if l.look.large {
		st.size = l.look.body
	}
	pad := l.look.body * 0.35
	needs := l.columnNeeds(b, st, pad)
	turned := sum(needs) > l.width && len(b.Rows) <= 2 && empty(b.Rows)
	if turned {
		b = turn(b)
		needs = l.columnNeeds(b, st, pad)
	}
	g := grid{style: st, widths: spread(needs, l.width), left: l.left, pad: pad, line: l.lineHeight(st.size), center: empty(b.Rows)}
	if l.tallest(b, g) > l.room*0.9 {
		b, g.widths, g.center = stack(b), []float64{l.width}, false
	}
	l.grid(b, g)
}

// tallest is the height of the highest row.
func (l *layout) tallest(b Table, g grid) (height float64) {
	mark := len(*l.tree)
	for i, row := range append([][]Text{b.Head}, b.Rows...) {
		heads := 0
		if i == 0 {
			heads = len(row)
		} else if b.RowHead {
			heads = 1
		}
		height = max(height, l.row(row, g, Root, heads, "", 0).height)
	}
	*l.tree = (*l.tree)[:mark]
	return height
}

// stack puts the cells of a table one under the other, so that a row that is
// longer than a page is still read cell by cell.
func stack(b Table) Table {
	t := Table{Caption: b.Caption}
	for _, row := range append([][]Text{b.Head}, b.Rows...) {
		for _, cell := range row {
			t.Rows = append(t.Rows, []Text{cell})
		}
	}
	return t
}

// squared gives every row as many cells as the head.
func squared(b Table) Table {
	rows := make([][]Text, len(b.Rows))
	for i, r := range b.Rows {
		rows[i] = append(append([]Text{}, r...), make([]Text, max(0, len(b.Head)-len(r)))...)[:len(b.Head)]
	}
	b.Rows = rows
	return b
}

// turn makes each head the first cell of a row.
func turn(b Table) Table {
	t := Table{Caption: b.Caption, RowHead: true, RowHeight: b.RowHeight}
	for i, h := range b.Head {
		row := []Text{h}
		for _, r := range b.Rows {
			row = append(row, r[i])
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// empty reports whether all cells are to be written in.
func empty(rows [][]Text) bool {
	for _, r := range rows {
		for _, t := range r {
			if len(t) > 0 {
				return false
			}
		}
	}
	return true
}

// columnNeeds are the widths at which every cell stands on one line, or as much
// of it as a column may ask for.
func (l *layout) columnNeeds(b Table, st style, pad float64) []float64 {
	all := b.Rows
	if len(b.Head) > 0 {
		all = append([][]Text{b.Head}, b.Rows...)
	}
	needs := make([]float64, len(all[0]))
	mark := len(*l.tree)
	for i, row := range all {
		for j, t := range row {
			bold := st
			bold.bold = i == 0 && len(b.Head) > 0 || j == 0 && b.RowHead
			lines := l.set(t, bold, l.width, Root)
			needs[j] = max(needs[j], lines[0].width+2*pad+2, st.size*2)
		}
	}
	*l.tree = (*l.tree)[:mark]
	return needs
}

func sum(of []float64) (s float64) {
	for _, v := range of {
		s += v
	}
	return s
}

// spread makes columns fill a width. Spare room goes to all alike; where room is
// short, the widest give first.
func spread(needs []float64, width float64) []float64 {
	n := float64(len(needs))
	made := make([]float64, len(needs))
	if spare := width - sum(needs); spare >= 0 {
		for i, need := range needs {
			made[i] = need + spare/n
		}
		return made
	}
	most := width
	for range 40 { // halving finds the cap on a column's width to well under a point
		taken := 0.0
		for i, need := range needs {
			made[i] = min(need, most)
			taken += made[i]
		}
		if taken <= width {
			break
		}
		most *= 0.9
	}
	scale := width / sum(made)
	for i := range made {
		made[i] *= scale
	}
	return made
}

// grid sets the rows of a table. The head stands again on each page.
func (l *layout) grid(b Table, g grid) {
	kind := KindTable
	if len(b.Head) == 0 && !b.RowHead {
		kind = KindDiv // a table without heads tells a listener nothing
	}
	at := l.tree.add(l.sect, kind)
	if kind == KindTable {
		(*l.tree)[at].Says = l.cleaner.clean(b.Caption)
	}
	fr, first := &frame{gap: l.gap()}, len(l.slabs)
	fr.close = func(c *canvas, top, foot float64) { g.outline(c, top, foot) }
	if len(b.Head) > 0 {
		head := l.row(b.Head, g, at, len(b.Head), "Column", 0)
		if head.height <= l.room/3 {
			fr.head = func(bool) float64 { return head.height }
			fr.open = func(c *canvas, y float64, again bool) { g.draw(c, head.again(again), y) }
		} else {
			l.rowSlabs(head, g, fr, false)
		}
	}
	least := b.RowHeight * l.look.scale
	for i, r := range b.Rows {
		heads := 0
		if b.RowHead {
			heads = 1
		}
		row := l.row(r, g, at, heads, "Row", max(least, g.line+2*g.pad))
		l.rowSlabs(row, g, fr, i > 0 || fr.open != nil || len(b.Head) > 0)
	}
	if len(b.Rows) == 0 && fr.open != nil {
		l.add(slab{frame: fr, draw: func(*canvas, float64) {}})
	}
	l.keepWhole(l.slabs[first:])
}

// keepWhole keeps the rows of a table together where they take little of a page.
func (l *layout) keepWhole(rows []slab) {
	if heightOfSlabs(rows) > l.room*0.6 {
		return
	}
	for i := range len(rows) - 1 {
		rows[i].keep = true
	}
}

// row breaks the cells of a row; the first so many of them are heads.
func (l *layout) row(cells []Text, g grid, table Place, heads int, scope string, least float64) gridRow {
	row, plain := KindTR, KindTD
	if (*l.tree)[table].Kind == KindDiv {
		row, plain = KindDiv, KindP
	}
	tr := l.tree.add(table, row)
	made := gridRow{height: least}
	for j, t := range cells {
		st, kind := g.style, plain
		if j < heads {
			kind = KindTH
			st.bold = true
		}
		cell := l.tree.add(tr, kind)
		if j < heads {
			(*l.tree)[cell].Scope = scope
		}
		lines := l.set(t, st, g.widths[j]-2*g.pad, cell)
		made.cells = append(made.cells, lines)
		made.height = max(made.height, float64(len(lines))*g.line+2*g.pad)
	}
	return made
}

// again is the row as an artifact, where it repeats a head.
func (r gridRow) again(again bool) gridRow {
	if !again {
		return r
	}
	cells := make([][]line, len(r.cells))
	for j, lines := range r.cells {
		for _, ln := range lines {
			cells[j] = append(cells[j], ln.placed(Decoration))
		}
	}
	return gridRow{cells, r.height}
}

// rowSlabs appends a row: one slab, or a slab a line where it is longer than a
// page.
func (l *layout) rowSlabs(r gridRow, g grid, fr *frame, ruled bool) {
	draw := func(c *canvas, y float64) {
		if ruled {
			c.rule(g.left, y, g.left+sum(g.widths), y, Black)
		}
		g.draw(c, r, y)
	}
	if r.height <= l.room*0.9 {
		l.add(slab{height: r.height, frame: fr, draw: draw})
		return
	}
	for k := 0; g.has(r, k); k++ {
		one := gridRow{height: g.line + g.pad}
		for _, lines := range r.cells {
			var at []line
			if k < len(lines) {
				at = lines[k : k+1]
			}
			one.cells = append(one.cells, at)
		}
		top := ruled && k == 0
		l.add(slab{height: one.height, frame: fr, draw: func(c *canvas, y float64) {
			if top {
				c.rule(g.left, y, g.left+sum(g.widths), y, Black)
			}
			g.draw(c, one, y)
		}})
	}
}

// has reports whether a row has a k-th line.
func (g grid) has(r gridRow, k int) bool {
	for _, lines := range r.cells {
		if k < len(lines) {
			return true
		}
	}
	return false
}

// draw paints a row's words and the rules between its cells.
func (g grid) draw(c *canvas, r gridRow, y float64) {
	x := g.left
	for j, lines := range r.cells {
		if j > 0 {
			c.rule(x, y, x, y+r.height, Black)
		}
		top := y + g.pad
		if len(lines) == 1 && g.center {
			top = y + (r.height-g.line)/2
		}
		for _, ln := range lines {
			at := x + g.pad
			if g.center {
				at = x + (g.widths[j]-ln.width)/2
			}
			c.line(ln, g.style, at, top, g.line)
			top += g.line
		}
		x += g.widths[j]
	}
}

// outline paints the border around what of the table stands on one page.
func (g grid) outline(c *canvas, top, foot float64) {
	c.add(BoxOp{Place: Decoration, X: g.left + border/2, Y: top + border/2, W: sum(g.widths) - border, H: foot - top - border,
		Weight: border})
}
