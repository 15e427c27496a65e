package sheet

import "sort"

// A cardMeasure tells how high a card is at a width, without setting it.
type cardMeasure struct {
	texts  []measured
	inset  float64
	narrow float64 // the least share of an equal width that the card may have
}

// A measured text is one of a card's: its words, and the room each line takes.
type measured struct {
	words  []word
	indent float64
	height float64 // of a line
	most   int     // letters in a line
}

// measureCards splits the words of cards once, for many widths. It measures them
// as they stand where room is shortest, so that their widths are the same at
// every tightness.
func (l *layout) measureCards(b Cards) []cardMeasure {
	loose := l.look
	defer func() { l.look = loose }()
	l.look = l.tightest
	mark := len(*l.tree)
	made := make([]cardMeasure, len(b.Cards))
	for i, card := range b.Cards {
		m := cardMeasure{inset: l.cardInset(), narrow: narrowestCard}
		if card.Heavy {
			m.narrow = narrowestHeavy
		}
		add := func(t Text, st style, indent, height float64) {
			m.texts = append(m.texts, measured{l.split(t, st, Root), indent, height, st.max})
		}
		title, item := l.cardStyles()
		add(card.Title, title, 0, title.size*cardTitleLeading)
		if len(card.Note) > 0 {
			note := style{size: l.look.small}
			add(card.Note, note, 0, l.lineHeight(note.size))
		}
		for _, t := range card.Items {
			add(t, item, bulletIndent(item), l.lineHeight(item.size))
		}
		made[i] = m
	}
	*l.tree = (*l.tree)[:mark]
	return made
}

// height of the card's lines at a width.
func (m cardMeasure) height(width float64) float64 {
	sum := 0.0
	for _, t := range m.texts {
		sum += float64(countLines(t.words, width-2*m.inset-t.indent, t.most)) * t.height
	}
	return sum
}

// titleLines is how many lines the card's title takes.
func (m cardMeasure) titleLines(width float64) int {
	return countLines(m.texts[0].words, width-2*m.inset, 0)
}

// countLines is how many lines words take; it breaks where a [breaker] does.
func countLines(words []word, width float64, most int) int {
	lines, x, letters, space := 1, 0.0, 0, 0.0
	for _, w := range words {
		full := x+space+w.width > width+0.01 || most > 0 && letters+1+w.letters > most
		if full && x > 0 {
			lines, x, letters, space = lines+1, 0, 0, 0
		}
		for x += space + w.width; x > width+0.01 && width > 0; x -= width {
			lines++
		}
		letters += 1 + w.letters
		space = w.space
	}
	return lines
}

// cost is the card's height, and what a title on several lines is worth.
func (m cardMeasure) cost(width float64) float64 {
	return m.height(width) + float64(m.titleLines(width)-1)*titleCost
}

// titleCost is how many points a row may be higher to keep a title on one line.
const titleCost = 24

// least is the least width from low to high, in steps of a quarter of a point,
// at which the card costs no more than so much; high where none does. A card
// never grows higher as it grows wider, so halving finds it.
func (m cardMeasure) least(cost, low, high float64) float64 {
	const step = 0.25
	n := sort.Search(int((high-low)/step), func(i int) bool { return m.cost(low+float64(i)*step) <= cost })
	return low + float64(n)*step
}

// cardWidths are the widths that make a row lowest, and of those the nearest to
// equal ones: a card with more to say takes room that its neighbors do not need.
func cardWidths(cards []cardMeasure, width, gap float64) []float64 {
	total := width - float64(len(cards)-1)*gap
	equal := total / float64(len(cards))
	high := equal * widestCard
	best, most := make([]float64, len(cards)), 0.0
	for i, c := range cards {
		best[i] = equal
		most = max(most, c.cost(equal))
	}
	least := 0.0
	for most-least > 1 {
		middle := (least + most) / 2
		widths := make([]float64, len(cards))
		for i, c := range cards {
			widths[i] = c.least(middle, equal*c.narrow, high)
		}
		if fits := sum(widths) <= total && dearest(cards, widths) <= middle; fits {
			best, most = widths, middle
		} else {
			least = middle
		}
	}
	return levelled(best, total)
}

// A card may be this much narrower or wider than equal ones. The heavy one says
// what to do when life is in danger: its lines must not be the shortest.
const (
	narrowestCard  = 0.65
	narrowestHeavy = 0.78
	widestCard     = 1.6
)

// dearest is the cost of the card that costs most.
func dearest(cards []cardMeasure, widths []float64) (cost float64) {
	for i, c := range cards {
		cost = max(cost, c.cost(widths[i]))
	}
	return cost
}

// levelled gives what is left of a total to the narrowest, as water finds its
// level.
func levelled(widths []float64, total float64) []float64 {
	level := total / float64(len(widths))
	for range widths {
		over, under := 0.0, 0
		for _, w := range widths {
			if w > level {
				over += w
			} else {
				under++
			}
		}
		if under > 0 {
			level = (total - over) / float64(under)
		}
	}
	made := make([]float64, len(widths))
	for i, w := range widths {
		made[i] = max(w, level)
	}
	return made
}
