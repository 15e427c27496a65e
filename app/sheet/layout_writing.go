package sheet

// writing sets a label and lines to write on under it.
func (l *layout) writing(b Lines) {
	st := style{size: l.look.body, max: longest}
	at := l.tree.add(l.sect, KindP)
	gap := l.gap()
	if len(b.Label) > 0 {
		l.text(l.set(b.Label, st, l.width, at), st, l.left, l.lineHeight(st.size), gap, b.Count > 0)
		gap = 0
	}
	for i := range b.Count {
		span := l.tree.add(at, KindSpan)
		l.add(slab{gap: gap, height: l.look.writing, keep: i == 0 && b.Count > 1, draw: func(c *canvas, y float64) {
			c.add(writingLine(span, l.left, l.left+l.width, y+l.look.writing-2))
		}})
		gap = 0
	}
}

func writingLine(at Place, from, to, y float64) RuleOp {
	return RuleOp{Place: at, X1: from, Y1: y, X2: to, Y2: y, Weight: 0.7, Blank: true}
}

// signature sets lines to write on side by side, each with its word under it.
func (l *layout) signature(b Signature) {
	n := len(b.Labels)
	if n == 0 {
		return
	}
	st := style{size: l.look.small}
	gap := l.look.body
	width := (l.width - float64(n-1)*gap) / float64(n)
	labels, deepest := make([][]line, n), 0
	for i, label := range b.Labels {
		labels[i] = l.set(Plainly(label), st, width, l.tree.add(l.sect, KindP))
		deepest = max(deepest, len(labels[i]))
	}
	line := l.lineHeight(st.size)
	height := l.look.writing + float64(deepest)*line
	if height > l.room {
		l.signatureLines(labels, st, width)
		return
	}
	l.add(slab{gap: l.gap(), height: height, draw: func(c *canvas, top float64) {
		for i, lines := range labels {
			x := l.left + float64(i)*(width+gap)
			y := top + l.look.writing
			c.add(writingLine(Decoration, x, x+width, y-2))
			for _, ln := range lines {
				c.line(ln, st, x, y, line)
				y += line
			}
		}
	}})
}

// signatureLines sets lines to sign on one under the other, where their words are
// longer than a page.
func (l *layout) signatureLines(labels [][]line, st style, width float64) {
	for _, lines := range labels {
		l.add(slab{gap: l.look.block, height: l.look.writing, keep: true, draw: func(c *canvas, y float64) {
			c.add(writingLine(Decoration, l.left, l.left+width, y+l.look.writing-2))
		}})
		l.text(lines, st, l.left, l.lineHeight(st.size), 0, false)
	}
}
