package sheet

// An Op is one thing to paint on a page. Lengths are points from the page's top
// left corner, y growing downward.
type Op interface {
	// Where is the operation's place in the tree.
	Where() Place
}

// Where makes a Place an embeddable answer to [Op.Where].
func (p Place) Where() Place { return p }

// A TextOp is words of one face and size on one line. A line that goes on below
// ends in a space, so that whoever reads the page does not join its words.
type TextOp struct {
	Place
	X, Y  float64 // Y is the baseline
	Width float64 // of the words without that last space
	Face  Face
	Size  float64
	Ink   Ink
	Text  string
}

// A RuleOp is a straight line: a border, or a line to write on.
type RuleOp struct {
	Place
	X1, Y1, X2, Y2 float64
	Weight         float64
	Ink            Ink
	Blank          bool // a line to write on
}

// A BoxOp is a rectangle, perhaps with round corners, stroked, filled or both.
type BoxOp struct {
	Place
	X, Y, W, H float64
	Radius     float64
	Weight     float64 // of the stroke; 0 for none
	Dash       float64 // length of dashes and gaps; 0 for a whole line
	Fill       bool
	Ink        Ink
}

// A TickOp is a box to tick.
type TickOp struct {
	Place
	X, Y, Size float64
}

// An IconOp is a filled outline from [deskleaf/assets/icons], fitted into a square.
type IconOp struct {
	Place
	X, Y, Size float64
	Name       string
}

// An ImageOp is the letterhead's logo.
type ImageOp struct {
	Place
	X, Y, W, H float64
}

// An Ink is one of the few colors on a sheet.
type Ink int

// Black for words, the one dark blue for headings and the letterhead's rule,
// white for the letter in the letterhead's box, gray for rules that only divide:
// never for words, and never for a line to write on.
const (
	Black Ink = iota
	Blue
	White
	Gray
)

// rgb are the inks in parts of 255. The blue keeps a contrast of 8.9 to 1 on
// white, and prints dark on a black-and-white printer.
var rgb = [...][3]uint8{Black: {0, 0, 0}, Blue: {0x0b, 0x4f, 0x71}, White: {255, 255, 255}, Gray: {0x80, 0x80, 0x80}}
