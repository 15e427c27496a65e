package sheet

// A cardMeasure tells how high a card is at a width, without setting it.
type cardMeasure struct {
	texts []measured
	inset float64
}

// A measured text is one of a card's: its words, and the room each line takes.
type measured struct {
	words  []word
	indent float64
	height float64 // of a line
	most   int     // letters in a line
}

// measureCards splits the words of cards once, for many widths.
func (l *layout) measureCards(b Cards) []cardMeasure {
	mark := len(*l.tree)
	made := make([]cardMeasure, len(b.Cards))
	for i, card := range b.Cards {
		m := cardMeasure{inset: l.cardInset()}
		add := func(t Text, st style, indent, height float64) {
			m.texts = append(m.texts, measured{l.split(t, st, Root), indent, height, st.max})
		}
		title, item := l.cardStyles()
		add(card.Title, title, 0, title.size*cardTitleLeading)
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

// cardWidths are the widths that make a row lowest, nearest to equal ones: a
// card with more to say takes room that its neighbors do not need.
func cardWidths(cards []cardMeasure, width, gap float64) []float64 {
	n := len(cards)
	equal := (width - float64(n-1)*gap) / float64(n)
	cost := func(widths []float64) (c float64) {
		for i, card := range cards {
			c = max(c, card.height(widths[i]))
		}
		for i, card := range cards {
			c += float64(card.titleLines(widths[i])-1) * titleCost
		}
		return c
	}
	at := func(shift [3]float64, far float64) []float64 {
		widths := make([]float64, n)
		for i := range widths {
			widths[i] = equal * (1 + shift[i]*far*widthStep)
		}
		return widths
	}
	best := at([3]float64{}, 0)
	lowest := cost(best)
	for far := 1.0; far <= widthSteps; far++ {
		for _, shift := range widthShifts[n] {
			if w := at(shift, far); cost(w) < lowest-0.01 {
				best, lowest = w, cost(w)
			}
		}
	}
	return best
}

// titleCost is how many points a row may be higher to keep a title on one line.
const titleCost = 24

// Cards may be up to a third narrower or half wider than equal ones, in steps of
// one part in twenty.
const (
	widthStep  = 0.05
	widthSteps = 6
)

// widthShifts are the ways to give cards room that others do not need.
var widthShifts = map[int][][3]float64{
	2: {{1, -1}, {-1, 1}},
	3: {{1, -1, 0}, {1, 0, -1}, {-1, 1, 0}, {0, 1, -1}, {-1, 0, 1}, {0, -1, 1},
		{1, -.5, -.5}, {-.5, 1, -.5}, {-.5, -.5, 1}, {-1, .5, .5}, {.5, -1, .5}, {.5, .5, -1}},
}
