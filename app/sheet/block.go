// Package sheet turns a tree of blocks that say what they are into pages, and
// pages into a PDF, a picture or plain text.
//
// A [Sheet] is what stands on paper: letterhead, parts, and in each part blocks
// such as [Title], [Timeline] or [Cards]. Nothing in it knows procedures,
// clinics or patients; [deskleaf/app/handout] fills it. [Paginate] lays the
// blocks out as pages of operations, each with its [Place] in a [Tree] of
// headings, lists and tables. The same pages go every way out, so that the
// preview is the print and the copied text is the page:
//
//	pages, err := sheet.Paginate(s)
//	pdf, err := pages.PDF() // of one sheet; a [Stack] takes many
//	preview := pages.Picture(0, 96)
//	message := pages.Plain()
//
// The way through the package: words are cleaned to letters that one of the two
// types has (clean.go, fonts.go; marks.go for what stands over letters), broken into lines (breaker.go), stacked as slabs by each kind of
// block (layout*.go), packed into pages (slab.go) as loosely as the fewest pages
// allow (paginate.go), painted as operations (ops.go, canvas.go) with letterhead
// and foot around them (furniture.go), and drawn (pdf.go, picture.go). A PDF has
// its letters cut from the type (letters.go), its tree as tags (tags.go), and one
// sheet or many (stack.go).
//
// What it promises: no word is lost or moved, whatever the words; nothing stands
// outside the margins or on other words; no heading and no date stands alone at
// the foot of a page; a step or card is parted only where it is longer than a
// page; type never shrinks. A letter that cannot be printed is replaced or left
// out and told in [Pages.Complaints], never printed as an empty box.
//
// Lengths are points (1/72 inch) unless a name says otherwise. The same sheet
// gives the same pages and the same bytes. Everything here may be called from
// any goroutine.
package sheet

import "deskleaf/content/civil"

// A Sheet is a whole document: what stands on every page, and its parts.
type Sheet struct {
	Language   string // BCP 47, of everything that does not say otherwise: "en", "es"
	Title      string // the document's title, for the reader's title bar; never a patient's name
	Paper      Paper
	Size       Size
	Letterhead Letterhead
	Band       string // the draft band at the top of every page; "" for none
	Foot       Foot
	Parts      []Part
	Printed    civil.Date // the day of printing: an input, so that the bytes repeat
	Words      Words
	Attached   Attachment
}

// An Attachment is a file that a PDF carries with it; without a name there is
// none. It is for what a form was made from: nothing of it is printed.
type Attachment struct {
	Name string // "estimate.yaml"
	Type string // its media type
	Says string // what it is, for a reader's list of attachments
	Data []byte
}

// Words are the few fixed words that the layout itself puts on a page.
type Words struct {
	Page      string // "Page %d of %d"
	Continued string // after a heading or a date that goes on over the page: "(continued)"
	CheckBox  string // what plain text prints for a box to tick: "[ ]"
	Blank     string // what a screen reader says for a line to write on
}

// A Paper is a size of paper.
type Paper int

// The papers that handouts are printed on.
const (
	Letter Paper = iota
	A4
)

// A Size is how large the text is. Large print is a layout of its own.
type Size int

// Standard body text is 13 points or more, large print 18 or more.
const (
	Standard Size = iota
	Large
)

// A Letterhead stands at the top of pages: whole on a part's first page, in
// short on the pages after it.
type Letterhead struct {
	Logo    []byte   // PNG, opaque RGB, or nil
	Initial string   // one letter in a box where there is no logo; "" for none
	Name    string   // the clinic
	Lines   []string // address, under the name on the first page of the sheet
	Running string   // under the name on every later page: procedure, date, side
	Phones  []Phone
	Free    float64 // of the top of every page, in points, where the paper has a letterhead already; logo and name are not printed then
}

// A Phone is a number with its word: "Day (217) 555-0142". The strong one is the
// number that answers at any hour.
type Phone struct {
	Label, Number string
	Strong        bool
}

// A Foot stands at the bottom of every page, left of the page number.
type Foot struct {
	Text string
}

// A Part begins on a new page: preparation, aftercare, staff copy.
type Part struct {
	Name   string // for the preview and for choosing pages: "preparation"
	Pages  int    // how many pages it should need at standard size; 0 for one
	Lang   string // BCP 47, where it differs from the sheet's
	Blocks []Block
}

// A Text is words in a row, some of them strong, some in another language.
type Text []Run

// A Run is words of one kind. A run with Blank set is a line to write on: its
// Text is what a screen reader says for it and what plain text shows as a line.
type Run struct {
	Text  string
	Bold  bool
	Lang  string  // where it differs from the sheet's
	Blank float64 // the least length of a line to write on, in points at standard size; 0 for words
}

// A Block is one thing on a page that says what it is.
type Block interface{ block() }

// Title is the heading of a part (H1).
type Title struct{ Text Text }

// Lead is the sentence under a title that says what the page is about.
type Lead struct{ Text Text }

// Heading opens a section (H2). It never stands alone at the foot of a page.
type Heading struct{ Text Text }

// Paragraph is running text; small ones explain, as above a table.
type Paragraph struct {
	Text  Text
	Small bool
}

// List is a bulleted list.
type List struct{ Items []Text }

// Facts is the box with the visit: columns of label, value and notes.
type Facts struct{ Columns []Fact }

// A Fact is one column of a [Facts] box.
type Fact struct {
	Label string
	Value Text
	Notes []Text
	Wide  float64 // its share of the box's width; 0 for 1
}

// Timeline is what to do and when: groups of steps under a date or words.
type Timeline struct{ Groups []Group }

// A Group is the steps of one time.
type Group struct {
	When  Text // "Wed, Dec 9", "Now"
	Note  Text // small, under it: "the day before"
	Steps []Step
}

// A Step is something to do: a box to tick, an icon, words.
type Step struct {
	Icon string // a name of assets/icons; "" for none
	Text Text
}

// Cards stand side by side, one to three: "Call us", "Call 911".
type Cards struct{ Cards []Card }

// A Card is a box with a title and a bulleted list. A heavy card has a thick border.
type Card struct {
	Title Text
	Note  Text // under the title, small; may be empty
	Items []Text
	Heavy bool
}

// Table has a head and rows; empty cells are to be written in. RowHeight is the
// least height of a row in points at standard size.
type Table struct {
	Caption   string // what a screen reader says of the table
	Head      []Text
	Rows      [][]Text
	RowHead   bool // the first cell of each row heads its row
	RowHeight float64
}

// Lines is room to write: a label and so many lines under it.
type Lines struct {
	Label Text
	Count int
}

// Signature is a row of lines to write on, each with its word under it.
type Signature struct{ Labels []string }

func (Title) block()     {}
func (Lead) block()      {}
func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Facts) block()     {}
func (Timeline) block()  {}
func (Cards) block()     {}
func (Table) block()     {}
func (Lines) block()     {}
func (Signature) block() {}

// Plainly makes a text of words that are not strong.
func Plainly(words string) Text { return Text{{Text: words}} }

// Strong makes a text of strong words.
func Strong(words string) Text { return Text{{Text: words, Bold: true}} }
