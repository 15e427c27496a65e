package sheet

// A Place is where an operation stands in the tree of the document: an index
// into [Pages.Tree]. Places grow in reading order, whatever order things are
// painted in.
type Place int

// A Kind says what a node of the tree is, in the names that PDF uses for its
// structure (ISO 32000-1, 14.8.4).
type Kind string

// The kinds of nodes. KindArtifact is what a reader need not hear: rules, boxes,
// and what is repeated on every page.
const (
	KindPart     Kind = "Part"
	KindSect     Kind = "Sect"
	KindDiv      Kind = "Div"
	KindH1       Kind = "H1"
	KindH2       Kind = "H2"
	KindP        Kind = "P"
	KindL        Kind = "L"
	KindLI       Kind = "LI"
	KindLbl      Kind = "Lbl"
	KindLBody    Kind = "LBody"
	KindTable    Kind = "Table"
	KindTR       Kind = "TR"
	KindTH       Kind = "TH"
	KindTD       Kind = "TD"
	KindFigure   Kind = "Figure"
	KindSpan     Kind = "Span"
	KindArtifact Kind = "Artifact"
)

// A Node is one thing in the tree of the document.
type Node struct {
	Kind   Kind
	Parent Place  // itself for the sheet and for artifacts
	Lang   string // BCP 47, where it differs from its parent's
	Says   string // what stands for it where it is not read as words: a check box, a blank, an icon
	Scope  string // of a TH: "Column" or "Row"
}

// A Tree is the document as a reader hears it. Children follow their parents.
type Tree []Node

// The places that every tree has: the sheet, three kinds of artifact,
// which PDF tells apart, and what opens the first page.
const (
	Root       Place = iota // the sheet, a part of the document that a PDF is
	Decoration              // rules, boxes, icons beside words: Artifact of Type Layout
	Header                  // draft band and letterhead over the first page: Artifact of Type Pagination
	Footer                  // the foot: Artifact of Type Pagination
	Opening                 // draft band and letterhead of the first page, which say whom to call
)

func newTree() Tree {
	return Tree{
		{Kind: KindPart, Parent: Root},
		{Kind: KindArtifact, Parent: Decoration},
		{Kind: KindArtifact, Parent: Header},
		{Kind: KindArtifact, Parent: Footer},
		{Kind: KindDiv, Parent: Root},
	}
}

// add appends a node and says where it stands.
func (t *Tree) add(parent Place, kind Kind) Place {
	*t = append(*t, Node{Kind: kind, Parent: parent})
	return Place(len(*t) - 1)
}

// Artifact reports whether p is no part of what is read.
func (t Tree) Artifact(p Place) bool { return t[p].Kind == KindArtifact }

// Block is the nearest node at or above p that is not a span: the paragraph or
// cell that words stand in.
func (t Tree) Block(p Place) Place {
	for t[p].Kind == KindSpan {
		p = t[p].Parent
	}
	return p
}
