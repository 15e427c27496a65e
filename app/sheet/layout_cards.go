package sheet

// cards sets boxes side by side, all as high as the highest; one under the
// other in large print and where one is longer than a page.
func (l *layout) cards(b Cards) {
	if len(b.Cards) == 0 {
		return
	}
	if !l.look.large && len(b.Cards) <= 3 && l.cardRow(b) {
		return
	}
	gap := l.gap()
	for _, card := range b.Cards {
		fr := l.boxFrame(l.left, l.width, weightOf(card), l.look.cardPad)
		fr.gap = gap
		for i, s := range l.card(card, l.left, l.width) {
			s.frame = fr
			if i == 0 {
				s.gap = 0
			}
			l.add(s)
		}
		gap = l.look.block
	}
}

func weightOf(c Card) float64 {
	if c.Heavy {
		return heavy
	}
	return border
}

// card sets one card in a width. Its lines keep together.
func (l *layout) card(b Card, x, width float64) []slab {
	slabs := l.slabs
	l.slabs = nil
	inset := l.cardInset()
	x, width = x+inset, width-2*inset
	div := l.tree.add(l.sect, KindDiv)
	title, item := l.cardStyles()
	l.text(l.set(b.Title, title, width, l.tree.add(div, l.sectionKind())), title, x, title.size*cardTitleLeading, 0, true)
	if len(b.Note) > 0 {
		note := style{size: l.look.small}
		l.text(l.set(b.Note, note, width, l.tree.add(div, KindP)), note, x, l.lineHeight(note.size), 0, true)
	}
	if len(b.Items) > 0 {
		list, gap := l.tree.add(div, KindL), l.look.headed/2
		for _, t := range b.Items {
			l.bullet(t, item, x, width, list, gap, true)
			gap = l.look.item
		}
	}
	made := l.slabs
	for i := range made {
		made[i].keep = i < len(made)-1
	}
	l.slabs = slabs
	return made
}

// cardRow sets the cards side by side as one slab; false where that would be
// higher than a page.
func (l *layout) cardRow(b Cards) bool {
	mark := len(*l.tree)
	widths, known := l.widths[mark]
	if !known {
		widths = cardWidths(l.measureCards(b), l.width, l.cardGap())
		l.widths[mark] = widths
	}
	columns := make([][]slab, len(b.Cards))
	height, x, gap := 0.0, l.left, l.cardGap()
	xs := make([]float64, len(b.Cards))
	for i, card := range b.Cards {
		columns[i], xs[i] = l.card(card, x, widths[i]), x
		height = max(height, heightOfSlabs(columns[i])+2*l.look.cardPad)
		x += widths[i] + gap
	}
	if height > l.room {
		*l.tree = (*l.tree)[:mark]
		return false
	}
	l.add(slab{gap: l.gap(), height: height, draw: func(c *canvas, top float64) {
		for i, card := range b.Cards {
			w := weightOf(card)
			c.add(BoxOp{Place: Decoration, X: xs[i] + w/2, Y: top + w/2, W: widths[i] - w, H: height - w, Radius: corner, Weight: w})
			y := top + l.look.cardPad
			for _, s := range columns[i] {
				y += s.gap
				s.draw(c, y)
				y += s.height
			}
		}
	}})
	return true
}

// cardStyles are those of a card's title and of its items.
func (l *layout) cardStyles() (title, item style) {
	return style{size: l.look.cardTitle, bold: true}, style{size: l.look.body, max: longest}
}

// cardTitleLeading is the height of a line of a card's title in parts of its size.
const cardTitleLeading = 1.2

// cardInset is the room at the sides of a card.
func (l *layout) cardInset() float64 { return l.look.body * 0.72 }

func (l *layout) cardGap() float64 { return l.look.body * 0.72 }

func heightOfSlabs(slabs []slab) float64 {
	sum := 0.0
	for _, s := range slabs {
		sum += s.gap + s.height
	}
	return sum
}
