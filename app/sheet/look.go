package sheet

// A look is every measure of a page in one size, at one tightness. Sizes of
// type never change to make things fit; leading and space do, within the
// bounds that stand here.
type look struct {
	large bool

	side, top, bottom float64 // margins

	body, small, lead, title, heading, cardTitle, value float64 // sizes of type
	name, under, strong, foot                           float64 // the same, of letterhead and foot

	leading, headLeading float64 // line heights, in parts of the size

	block     float64 // between blocks
	section   float64 // above a heading
	headed    float64 // under a heading
	item      float64 // between items of a list
	step      float64 // between steps
	groupPad  float64 // above and under the steps of a group
	cardPad   float64 // inside a card, at its top and foot
	boxPad    float64 // inside the visit box
	writing   float64 // from one line to write on to the next
	blank     float64 // height of a line of words with a blank in it
	headerGap float64 // under the letterhead's rule

	tick, icon float64 // a box to tick, an icon
	scale      float64 // of blanks, rows and the like, given for standard size
}

// lookOf is the look at a tightness from 0, with room to breathe, to 1, where
// lines still stand clearly apart.
func lookOf(size Size, tight float64) look {
	at := func(loose, least float64) float64 { return loose + (least-loose)*tight }
	if size == Large {
		return look{
			large: true, side: 50, top: 38, bottom: 36,
			body: 18, small: 16, lead: 19, title: 30, heading: 23, cardTitle: 20, value: 20,
			name: 17, under: 13, strong: 18, foot: 11,
			leading: at(1.30, 1.20), headLeading: at(1.18, 1.12),
			block: at(16, 9), section: at(22, 13), headed: at(8, 4), item: at(4, 2), step: at(9, 4),
			groupPad: at(9, 5), cardPad: at(11, 7), boxPad: at(9, 6), writing: at(36, 30), blank: at(27, 24), headerGap: at(16, 9),
			tick: 18, icon: 23, scale: 18.0 / 13,
		}
	}
	return look{
		side: 50, top: 38, bottom: 34,
		body: 13, small: 11.5, lead: 14, title: 23, heading: 16, cardTitle: 14, value: 14,
		name: 13, under: 11.5, strong: 15, foot: 11,
		leading: at(1.32, 1.18), headLeading: at(1.16, 1.12),
		block: at(15, 6), section: at(17, 8), headed: at(6, 3), item: at(2.5, 0.5), step: at(5.5, 2),
		groupPad: at(7, 4), cardPad: at(9, 4.5), boxPad: at(8, 5), writing: at(25, 20), blank: at(20, 17.5), headerGap: at(13, 7),
		tick: 13, icon: 17, scale: 1,
	}
}

// longest is how many letters a line of running text may have. The eye loses
// the next line beyond it (design: lines of at most 70 characters).
const longest = 70

// size of the papers in points.
func (p Paper) size() (width, height float64) {
	if p == A4 {
		return 595.28, 841.89
	}
	return 612, 792
}
