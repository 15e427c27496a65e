package sheet

import "slices"

// timeline sets groups of steps, each beside its date; in large print, and
// where a date is too long for its column, under it.
func (l *layout) timeline(b Timeline) {
	list := l.tree.add(l.sect, KindL)
	columns := l.timelineColumns(b)
	for i, g := range b.Groups {
		l.group(g, columns, list, i == 0)
	}
}

// timeColumns are where a timeline's columns stand.
type timeColumns struct {
	date, tick, icon, text float64 // left edges
	dateWidth, textWidth   float64
	beside                 bool
}

// dateShare is the part of the page's width that dates take: room for
// "Wed, Dec 9 –" on one line at standard size.
const dateShare = 0.2

func (l *layout) timelineColumns(b Timeline) timeColumns {
	c := timeColumns{date: l.left, beside: !l.look.large}
	x := l.left
	c.dateWidth = l.width
	if c.beside {
		c.dateWidth = l.width * dateShare
		x += c.dateWidth + l.look.body*0.6
	}
	c.tick = x
	x += l.look.tick + l.look.body*0.75
	c.icon = x
	if hasIcons(b) {
		x += l.look.icon + l.look.body*0.75
	}
	c.text, c.textWidth = x, l.left+l.width-x
	return c
}

func hasIcons(b Timeline) bool {
	for _, g := range b.Groups {
		for _, s := range g.Steps {
			if s.Icon != "" {
				return true
			}
		}
	}
	return false
}

// group sets the steps of one time.
func (l *layout) group(g Group, at timeColumns, list Place, first bool) {
	label, body := l.item(list)
	when := l.date(g, at.dateWidth, label, at.beside)
	fr := &frame{padTop: l.look.groupPad, padFoot: l.look.groupPad}
	if first {
		fr.gap = l.gap()
	}
	if at.beside && when.height(false) <= l.room/3 {
		fr.beside = when.height
	} else {
		at.beside = false
		fr.head = func(again bool) float64 { return when.headHeight(again, l.look.item) }
	}
	fr.open = func(c *canvas, y float64, again bool) {
		if y > c.top+1 { // at the top of a page the letterhead's rule is enough
			c.rule(l.left, y, l.left+l.width, y, Gray)
		}
		if again || at.beside {
			when.draw(c, at.date, y+fr.padTop, again)
		}
	}
	if !at.beside {
		l.dateAbove(when, at, fr)
	}
	l.steps(g, at, fr, l.tree.add(body, KindL))
}

// A dateCell is a date with its note, in lines; and what stands for it where its
// group goes on over the page.
type dateCell struct {
	rows      []textRow
	continued []textRow
}

// date sets the date of a group. Over the page the date's first lines stand
// again, with the word for "continued"; they are artifacts there.
func (l *layout) date(g Group, width float64, at Place, beside bool) dateCell {
	strong := style{size: l.look.body, bold: true}
	small := style{size: l.look.small}
	when, note := l.rows(g.When, strong, width, at), l.rows(g.Note, small, width, at)
	if len(when) > 0 && len(note) > 0 {
		last := &when[len(when)-1].line
		*last = last.followed()
	}
	word := l.rows(Plainly(l.words.Continued), small, width, Decoration)
	word = word[:min(1, len(word))]
	cell := dateCell{rows: slices.Concat(when, note)}
	if !beside {
		cell.rows = joinRows(when, note, width)
	}
	cell.continued = slices.Concat(when[:min(2, len(when))], word)
	if !beside {
		cell.continued = joinRows(when[:min(1, len(when))], word, width)
	}
	for i, r := range cell.continued {
		cell.continued[i].line = r.line.placed(Decoration)
	}
	return cell
}

// joinRows sets a date and its note on one line where they have one each and fit.
func joinRows(when, note []textRow, width float64) []textRow {
	if len(when) != 1 || len(note) != 1 || when[0].line.toWrite() {
		return slices.Concat(when, note)
	}
	date, words := when[0], note[0]
	gap := date.style.size * 0.6
	if date.line.width+gap+words.line.width > width {
		return slices.Concat(when, note)
	}
	joined := line{width: date.line.width + gap + words.line.width}
	joined.pieces = append(joined.pieces, date.line.pieces...)
	for _, p := range words.line.pieces {
		p.x += date.line.width + gap
		p.size = words.style.size
		joined.pieces = append(joined.pieces, p)
	}
	return []textRow{{joined, date.style, date.height}}
}

func (d dateCell) which(again bool) []textRow {
	if again {
		return d.continued
	}
	return d.rows
}

func (d dateCell) height(again bool) float64 { return heightOf(d.which(again)) }

// headHeight is the room above the steps for a date that opens again there; the
// first time its lines are slabs of their own.
func (d dateCell) headHeight(again bool, gap float64) float64 {
	if !again {
		return 0
	}
	return d.height(true) + gap
}

func (d dateCell) draw(c *canvas, x, y float64, again bool) {
	for _, r := range d.which(again) {
		c.line(r.line, r.style, x, y, r.height)
		y += r.height
	}
}

// dateAbove sets a date as lines above its steps.
func (l *layout) dateAbove(when dateCell, at timeColumns, fr *frame) {
	for _, r := range when.rows {
		l.add(slab{height: r.height, keep: true, frame: fr, draw: func(c *canvas, y float64) {
			c.line(r.line, r.style, at.date, y, r.height)
		}})
	}
}

// tickSays is what a reader hears for a box to tick: the sign itself, whose name
// it knows in every language.
const tickSays = "☐"

// steps sets the steps of a group. A step stays whole unless it is longer than
// a page.
func (l *layout) steps(g Group, at timeColumns, fr *frame, list Place) {
	if len(g.Steps) == 0 {
		l.add(slab{frame: fr, draw: func(*canvas, float64) {}})
	}
	st := style{size: l.look.body, max: longest}
	height := max(l.lineHeight(st.size), l.look.tick+1)
	for _, step := range g.Steps {
		label, body := l.item(list)
		(*l.tree)[label].Says = tickSays
		lines := l.set(step.Text, st, at.textWidth, body)
		for i, ln := range lines {
			s := slab{height: l.heightFor(ln, l.lineHeight(st.size)), keep: i < len(lines)-1, frame: fr}
			if i == 0 {
				s.gap, s.height = l.look.step, l.heightFor(ln, height)
			}
			s.draw = func(c *canvas, y float64) {
				if i == 0 {
					l.tickAndIcon(c, step, at, label, y+s.height/2)
				}
				c.line(ln, st, at.text, y, s.height)
			}
			l.add(s)
		}
	}
}

// tickAndIcon draws a step's box and icon around the middle of its first line.
func (l *layout) tickAndIcon(c *canvas, s Step, at timeColumns, label Place, mid float64) {
	c.add(TickOp{Place: label, X: at.tick, Y: mid - l.look.tick/2, Size: l.look.tick})
	if s.Icon != "" {
		c.add(IconOp{Place: Decoration, X: at.icon, Y: mid - l.look.icon/2, Size: l.look.icon, Name: s.Icon})
	}
}
