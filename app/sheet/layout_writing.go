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
		span := l.blankSpan(at)
		l.add(slab{gap: gap, height: l.look.writing, keep: i == 0 && b.Count > 1, draw: func(c *canvas, y float64) {
			c.add(writingLine(span, l.left, l.left+l.width, y+l.look.writing-2))
		}})
		gap = 0
	}
}

// blankSpan is a node for a line to write on.
func (l *layout) blankSpan(at Place) Place {
	span := l.tree.add(at, KindSpan)
	(*l.tree)[span].Says = l.cleaner.clean(l.words.Blank)
	return span
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
	labels, lines, deepest := make([][]line, n), make([]Place, n), 0
	for i, label := range b.Labels {
		at := l.tree.add(l.sect, KindP)
		lines[i] = l.blankSpan(at)
		labels[i] = l.set(Plainly(label), st, width, at)
		deepest = max(deepest, len(labels[i]))
	}
	line := l.lineHeight(st.size)
	height := l.look.writing + float64(deepest)*line
	if height > l.room {
		l.signatureLines(labels, lines, st, width)
		return
	}
	l.add(slab{gap: l.gap(), height: height, draw: func(c *canvas, top float64) {
		for i, words := range labels {
			x := l.left + float64(i)*(width+gap)
			y := top + l.look.writing
			c.add(writingLine(lines[i], x, x+width, y-2))
			for _, ln := range words {
				c.line(ln, st, x, y, line)
				y += line
			}
		}
	}})
}

// signatureLines sets lines to sign on one under the other, where their words are
// longer than a page.
func (l *layout) signatureLines(labels [][]line, lines []Place, st style, width float64) {
	for i, words := range labels {
		l.add(slab{gap: l.look.block, height: l.look.writing, keep: true, draw: func(c *canvas, y float64) {
			c.add(writingLine(lines[i], l.left, l.left+width, y+l.look.writing-2))
		}})
		l.text(words, st, l.left, l.lineHeight(st.size), 0, false)
	}
}
