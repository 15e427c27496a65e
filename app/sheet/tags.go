package sheet

import (
	"deskleaf/app/sheet/tagged"
)

// A mark is a run of painting on a page that stands for one place in the tree.
type mark struct {
	at       Place
	page, id int // id counts from 0 on each page
}

// artifacts are what opens painting that no reader need hear.
var artifacts = map[Place]string{
	Decoration: "/Artifact <</Type/Layout>> BDC",
	Header:     "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC",
	Footer:     "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC",
}

// elements are the tree as a PDF has it: nodes that something was painted for,
// each with what stands in it in reading order. Cells of a table stay, painted or
// not, because a row without one is another row.
func (p *Pages) elements(marks []mark) []tagged.Element {
	b := elementBuilder{tree: p.Tree, boxes: p.figures(), marks: make([][]int, len(p.Tree)), kids: make([][]Place, len(p.Tree)), first: make([]int, len(p.Tree)), all: marks}
	for i := range b.first {
		b.first[i] = len(marks) // painted after everything, which is never
	}
	for i, m := range marks {
		b.marks[m.at] = append(b.marks[m.at], i)
		for at := m.at; b.first[at] > i; at = p.Tree[at].Parent {
			b.first[at] = i
		}
	}
	for at := Footer + 1; int(at) < len(p.Tree); at++ {
		if b.stands(at) {
			b.kids[p.Tree[at].Parent] = append(b.kids[p.Tree[at].Parent], at)
		}
	}
	b.build(Root)
	return b.made
}

// An elementBuilder makes elements of nodes, from the root down.
type elementBuilder struct {
	tree  Tree
	all   []mark
	marks [][]int   // by place, the marks that are its own
	kids  [][]Place // by place, the nodes in it
	first []int     // by place, its first mark or that of anything in it
	made  []tagged.Element
	boxes map[Place]*[4]float64 // by place, of figures
}

// stands reports whether a node becomes an element.
func (b *elementBuilder) stands(at Place) bool {
	if b.first[at] < len(b.all) {
		return true
	}
	switch b.tree[at].Kind {
	case KindTH, KindTD:
		return b.first[b.tree[b.tree[at].Parent].Parent] < len(b.all)
	case KindTR:
		return b.first[b.tree[at].Parent] < len(b.all)
	}
	return false
}

// build makes the element of a place, and tells its number.
func (b *elementBuilder) build(at Place) int {
	number := len(b.made)
	b.made = append(b.made, b.tree[at].element())
	b.made[number].Box = b.boxes[at]
	var in []tagged.Kid
	marks := b.marks[at]
	for _, kid := range b.kids[at] {
		for len(marks) > 0 && marks[0] < b.first[kid] && b.first[kid] < len(b.all) {
			in, marks = append(in, b.painted(marks[0])), marks[1:]
		}
		in = append(in, tagged.Kid{Element: b.build(kid)})
	}
	for _, m := range marks {
		in = append(in, b.painted(m))
	}
	b.made[number].Kids = in
	return number
}

func (b *elementBuilder) painted(m int) tagged.Kid {
	return tagged.Kid{Page: b.all[m].page, Mark: b.all[m].id}
}

// element is a node without what stands in it.
func (n Node) element() tagged.Element {
	e := tagged.Element{Kind: string(n.Kind), Language: n.Lang, Scope: n.Scope}
	switch n.Kind {
	case KindTable:
		e.Summary = n.Says
	case KindFigure:
		e.Alt = n.Says
	default:
		e.Actual = n.Says
	}
	return e
}
