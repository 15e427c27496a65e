package sheet

// title sets the heading of a part.
func (l *layout) title(b Title) {
	st := style{size: l.look.title, bold: true}
	lines := l.set(b.Text, st, l.width, l.tree.add(l.sect, KindH1))
	l.text(lines, st, l.left, st.size*l.look.headLeading, l.look.section, true)
}

// lead sets the sentence under a title.
func (l *layout) lead(b Lead) {
	st := style{size: l.look.lead, max: longest}
	lines := l.set(b.Text, st, l.width, l.tree.add(l.sect, KindP))
	l.text(lines, st, l.left, l.lineHeight(st.size), 1, true)
	l.next = l.look.block * 0.6
}

// heading sets the heading of a section, and keeps it with what follows.
func (l *layout) heading(b Heading) {
	st := style{size: l.look.heading, bold: true, ink: Blue}
	lines := l.set(b.Text, st, l.width, l.tree.add(l.sect, l.sectionKind()))
	l.text(lines, st, l.left, st.size*l.look.headLeading, l.look.section, true)
	l.next = l.look.headed
}

// sectionKind is what the heading of a section is in the tree. Under no title it
// is the first level itself: levels are never skipped.
func (l *layout) sectionKind() Kind {
	for _, n := range *l.tree {
		if n.Kind == KindH1 {
			return KindH2
		}
	}
	return KindH1
}

// paragraph sets running text. A small one explains what follows and stays with it.
func (l *layout) paragraph(b Paragraph) {
	st := style{size: l.look.body, max: longest}
	if b.Small {
		st.size = l.look.small
	}
	lines := l.set(b.Text, st, l.width, l.tree.add(l.sect, KindP))
	l.text(lines, st, l.left, l.lineHeight(st.size), l.gap(), b.Small)
	if b.Small {
		l.next = l.look.headed
	}
}

// list sets items with bullets.
func (l *layout) list(b List) {
	st := style{size: l.look.body, max: longest}
	gap := l.gap()
	list := l.tree.add(l.sect, KindL)
	for _, item := range b.Items {
		l.bullet(item, st, l.left, l.width, list, gap, false)
		gap = l.look.item
	}
}

// bullet sets one item of a list.
func (l *layout) bullet(t Text, st style, x, width float64, list Place, gap float64, keepNext bool) {
	label, body := l.item(list)
	(*l.tree)[label].Says = "•"
	indent := bulletIndent(st)
	first := len(l.slabs)
	l.text(l.set(t, st, width-indent, body), st, x+indent, l.lineHeight(st.size), gap, keepNext)
	draw, height := l.slabs[first].draw, l.slabs[first].height
	l.slabs[first].draw = func(c *canvas, y float64) {
		size := st.size * 0.33
		mid := baseline(y, height, st.size) - st.size*0.25 // the middle of small letters
		c.add(BoxOp{Place: label, X: x + st.size*0.15, Y: mid - size/2, W: size, H: size, Radius: size / 2, Fill: true})
		draw(c, y)
	}
}

// bulletIndent is how far the words of an item stand in.
func bulletIndent(st style) float64 { return st.size * 0.95 }

// item adds an item of a list to the tree: its label and its body.
func (l *layout) item(list Place) (label, body Place) {
	li := l.tree.add(list, KindLI)
	return l.tree.add(li, KindLbl), l.tree.add(li, KindLBody)
}
