package sheet

import "slices"

// A layout turns the blocks of one part into slabs, at one tightness.
type layout struct {
	look     look
	tightest look // at tightness 1
	*kept
	words   Words
	left    float64
	width   float64
	room    float64 // height of an empty page, for what must fit on one
	faces   *typefaces
	cleaner *cleaner
	tree    *Tree
	sect    Place
	slabs   []slab
	lang    string
	under   float64 // the gap that the block before asks for under itself; 0 for none
	next    float64 // the same, of the block under way
}

// blocks lays out all blocks of a part.
func (l *layout) blocks(blocks []Block) {
	for _, b := range blocks {
		l.under, l.next = l.next, 0
		switch b := b.(type) {
		case Title:
			l.title(b)
		case Lead:
			l.lead(b)
		case Heading:
			l.heading(b)
		case Paragraph:
			l.paragraph(b)
		case List:
			l.list(b)
		case Facts:
			l.facts(b)
		case Timeline:
			l.timeline(b)
		case Cards:
			l.cards(b)
		case Table:
			l.table(b)
		case Lines:
			l.writing(b)
		case Signature:
			l.signature(b)
		case Squares:
			l.squares(b)
		case Scale:
			l.scale(b)
		}
	}
}

// Kept is what stays the same from attempt to attempt at one part, because type
// and widths do: only space tightens.
type kept struct {
	widths map[int][]float64 // of rows of cards, by the place of their first node
	lines  map[setting]set
}

// A setting is all that lines of a text depend on. A text is known by its first
// run, or by its words where that is all.
type setting struct {
	run   *Run
	runs  int
	words string
	bold  bool
	style style
	width float64
	at    Place
	next  int // the nodes that the tree has
}

// A set is what a setting gave: lines, and the nodes that they added to the tree.
type set struct {
	lines []line
	nodes Tree
}

// set breaks a text into lines of a width. Each run in another language, and
// each blank, gets a node of its own under at.
func (l *layout) set(t Text, st style, width float64, at Place) []line {
	if len(t) == 0 {
		return []line{{}}
	}
	key := setting{style: st, width: width, at: at, next: len(*l.tree)}
	if len(t) == 1 && t[0].Blank == 0 && t[0].Lang == "" {
		key.words, key.bold = t[0].Text, t[0].Bold
	} else {
		key.run, key.runs = &t[0], len(t)
	}
	if was, ok := l.lines[key]; ok {
		*l.tree = append(*l.tree, was.nodes...)
		return was.lines
	}
	lines := l.setAnew(t, st, width, at)
	l.lines[key] = set{lines, slices.Clone((*l.tree)[key.next:])}
	return lines
}

func (l *layout) setAnew(t Text, st style, width float64, at Place) []line {
	words := l.split(t, st, at)
	return inCompany(width, func(width float64) []line { return breakLines(l.faces, words, st, width) })
}

// inCompany sets a few lines a little narrower, where that keeps the last word from
// standing alone and takes no line more.
func inCompany(width float64, set func(width float64) []line) []line {
	lines := set(width)
	if n := len(lines); n < 2 || n > 6 || !lines[n-1].lonely() {
		return lines
	}
	for _, part := range narrower {
		if again := set(width * part); len(again) == len(lines) && !again[len(again)-1].lonely() {
			return again
		}
	}
	return lines
}

// narrower are the parts of a width that are tried so that a last line does not
// hold a single word.
var narrower = [...]float64{0.96, 0.92, 0.88, 0.84}

func (l *layout) split(t Text, st style, at Place) []word {
	s := splitter{faces: l.faces, style: st}
	for _, r := range t {
		place := at
		if r.Lang != "" && r.Lang != l.lang {
			place = l.tree.add(at, KindSpan)
			(*l.tree)[place].Lang = r.Lang
		}
		if r.Blank > 0 {
			place = l.tree.add(at, KindSpan)
			(*l.tree)[place].Says = l.cleaner.clean(r.Text)
			s.blank(r.Blank*l.look.scale, place)
			continue
		}
		s.add(l.cleaner.clean(r.Text), r.Bold, place)
	}
	return s.end()
}

// height of a line in a style of running text.
func (l *layout) lineHeight(size float64) float64 { return size * l.look.leading }

// heightFor is the height of this line: more where a hand must write on it.
func (l *layout) heightFor(ln line, height float64) float64 {
	if ln.toWrite() {
		return max(height, l.look.blank)
	}
	return height
}

// text appends lines as slabs of their own. A block of up to four lines stays
// whole; a longer one may part, but leaves two lines on either side.
func (l *layout) text(lines []line, st style, x, height, gap float64, keepNext bool) {
	for i, ln := range lines {
		height := l.heightFor(ln, height)
		s := slab{height: height, draw: func(c *canvas, y float64) { c.line(ln, st, x, y, height) }}
		if i == 0 {
			s.gap = gap
		}
		rest := len(lines) - 1 - i
		switch {
		case rest == 0:
			s.keep = keepNext
		case len(lines) <= 4, i == 0, rest == 1:
			s.keep = true
		}
		l.slabs = append(l.slabs, s)
	}
}

// gap is the room above the block under way.
func (l *layout) gap() float64 {
	if l.under > 0 {
		return l.under
	}
	return l.look.block
}

// add appends one slab.
func (l *layout) add(s slab) { l.slabs = append(l.slabs, s) }
