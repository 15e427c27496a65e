package change

import "strings"

// A Piece is words of a text that stayed, were removed or were added.
type Piece struct {
	Kind PieceKind
	Text string
}

// A PieceKind says what became of a piece.
type PieceKind int

// What becomes of words.
const (
	Kept PieceKind = iota
	Removed
	Added
)

// mostCompared bounds the work of comparing: words of the one text times words of
// the other. Longer ones are taken for changed as a whole, apart from how they
// begin and end.
const mostCompared = 4_000_000

// Words says word by word how one text became another. Removed pieces stand
// before those that were added in their place. The kept and the removed pieces give the
// text before, the kept and the added ones the text after, but for white space.
func Words(before, after string) []Piece {
	a, b := strings.Fields(before), strings.Fields(after)
	var head, tail []string
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		head, a, b = append(head, a[0]), a[1:], b[1:]
	}
	end := 0
	for end < min(len(a), len(b)) && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	tail, a, b = a[len(a)-end:], a[:len(a)-end], b[:len(b)-end]

	var p pieces
	p.add(Kept, head...)
	if len(a)*len(b) > mostCompared {
		p.add(Removed, a...)
		p.add(Added, b...)
	} else {
		p.compare(a, b)
	}
	p.add(Kept, tail...)
	return p.all
}

// pieces joins words of a kind as they come.
type pieces struct{ all []Piece }

func (p *pieces) add(kind PieceKind, words ...string) {
	if len(words) == 0 {
		return
	}
	text := strings.Join(words, " ")
	if last := len(p.all) - 1; last >= 0 && p.all[last].Kind == kind {
		p.all[last].Text += " " + text
		return
	}
	p.all = append(p.all, Piece{kind, text})
}

// compare adds the words of two texts by their longest common row of words.
func (p *pieces) compare(a, b []string) {
	width := len(b) + 1
	common := make([]int, (len(a)+1)*width) // of a from i and b from j on
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i*width+j] = common[(i+1)*width+j+1] + 1
			} else {
				common[i*width+j] = max(common[(i+1)*width+j], common[i*width+j+1])
			}
		}
	}
	var gone, come []string
	flush := func() {
		p.add(Removed, gone...)
		p.add(Added, come...)
		gone, come = nil, nil
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			flush()
			p.add(Kept, a[i])
			i, j = i+1, j+1
		case common[(i+1)*width+j] >= common[i*width+j+1]:
			gone, i = append(gone, a[i]), i+1
		default:
			come, j = append(come, b[j]), j+1
		}
	}
	gone, come = append(gone, a[i:]...), append(come, b[j:]...)
	flush()
}
