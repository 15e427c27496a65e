package sheet

import (
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"
)

// Marks that no letter has built in, as in Ọmọ̀lará or ąą́, are set over and under
// the letters before them. Source Sans 3 draws a mark around the pen, at the height
// of small letters; a [markPen] tells how far it must go from there.

// A side is where a mark stands.
type side int

const (
	noMark side = iota
	over
	under
)

// sideOf is the side of a mark, by its combining class in Unicode; those that
// touch their letter, or stand around it, are not set.
func sideOf(r rune) side {
	if r < 0x300 {
		return noMark
	}
	switch norm.NFC.PropertiesString(string(r)).CCC() {
	case 230:
		return over
	case 220:
		return under
	}
	return noMark
}

// mostMarks is how many marks a letter may carry on one side: names have two over a
// letter at most, and more would stand on the line above.
const mostMarks = 2

// A markPen goes along the letters of a face.
type markPen struct {
	face   *face
	letter rune
	known  bool // whether what follows is that of the letter
	middle float64
	top    float64 // of the letter and the marks over it; heights grow upward
	foot   float64
}

// next takes the next letter. Where it is a mark it tells how far right of the pen
// and how far up it goes, in parts of the size.
func (p *markPen) next(r rune, b *sfnt.Buffer) (right, up float64) {
	at := sideOf(r)
	if at == noMark {
		p.letter, p.known = r, false
		return 0, 0
	}
	if !p.known {
		box, width := p.face.box(p.letter, b), p.face.width(string(p.letter), 1)
		p.middle, p.top, p.foot, p.known = (box.left+box.right)/2-width, box.top, min(box.foot, 0), true
	}
	mark := p.face.box(r, b)
	right = p.middle - (mark.left+mark.right)/2
	if at == over {
		up = p.top - p.face.box('x', b).top
		p.top = mark.top + up
	} else {
		up = p.foot
		p.foot = mark.foot + up
	}
	return right, up
}

// An inkBox is the bounds of what a letter draws, in parts of the size, from the
// pen and upward from the baseline.
type inkBox struct{ left, right, foot, top float64 }

func (f *face) box(r rune, b *sfnt.Buffer) inkBox {
	var box inkBox
	for i, s := range f.glyph(r, b) {
		for k := range points(s.op) {
			x, y := float64(s.at[k][0]), -float64(s.at[k][1])
			if i == 0 && k == 0 {
				box = inkBox{x, x, y, y}
			}
			box = inkBox{min(box.left, x), max(box.right, x), min(box.foot, y), max(box.top, y)}
		}
	}
	return box
}

// points is how many points a step of a glyph has.
func points(op sfnt.SegmentOp) int {
	switch op {
	case sfnt.SegmentOpQuadTo:
		return 2
	case sfnt.SegmentOpCubeTo:
		return 3
	}
	return 1
}
