package handout

import (
	"slices"

	"deskleaf/app/sheet"
	"deskleaf/content"
)

// A Told is a step as staff read it on the screen: all that the page says of it,
// and more.
type Told struct {
	ID     string
	Icon   string
	Staff  bool     // it is for staff and never prints
	When   string   // a date where there is a visit, words where there is none
	Note   string   // under it: "the day before"; may be empty
	Late   bool     // it was due before today
	Text   []Piece  // the words, with what opens them where an option is not chosen
	More   string   // what the window says beside; may be empty
	Blanks []string // ids of the blanks of its time and its words
}

// A Piece is a stretch of words, or a blank that has no answer.
type Piece struct {
	Text string
	Bold bool
	Line bool // a line to write on; Text is then empty
}

// A Teller tells a procedure on the screen with the visit's dates and the
// clinic's answers.
type Teller struct{ c *composer }

// NewTeller takes the same input as [Compose]. Words that the language lacks are
// a [*MissingWords] error.
func NewTeller(in Input) (*Teller, error) {
	in.Visit = in.Visit.Clone()
	in.Visit.Parts = nil
	c, err := newComposer(in)
	if err != nil {
		return nil, err
	}
	return &Teller{c}, nil
}

// Steps are all steps of a part that hold for the visit, in the order of their
// times, also those for which the page has no room; steps for staff follow the
// patient's.
func (t *Teller) Steps(part content.Part) []Told {
	var told []Told
	for _, staff := range []bool{false, true} {
		var steps []chosenStep
		for _, s := range t.c.procedure.Steps {
			if condition, holds := t.c.holds(s.OnlyIf); holds && s.Part == part && (s.Audience == content.Staff) == staff {
				steps = append(steps, chosenStep{s, condition})
			}
		}
		for _, d := range t.c.dated(part, steps) {
			told = append(told, t.c.told(d, staff))
		}
	}
	return told
}

// Line is a line of the procedure's words with its blanks answered.
func (t *Teller) Line(words string) []Piece { return pieces(t.c.text(words)) }

// Holds reports whether what has this condition may hold for the visit, and opens
// it where an option is not chosen: "For a test shot:".
func (t *Teller) Holds(c content.Condition) (condition string, holds bool) { return t.c.holds(c) }

// told is one dated step.
func (c *composer) told(d dated, staff bool) Told {
	words := c.words.Steps[d.ID]
	blanks := slices.Concat(d.When.Blanks(), content.TextBlanks(words.Text))
	slices.Sort(blanks)
	return Told{
		ID: d.ID, Icon: d.Icon, Staff: staff,
		When: plain(d.label), Note: plain(d.note), Late: d.late,
		Text: pieces(c.stepText(d)), More: content.Plain(words.More), Blanks: slices.Compact(blanks),
	}
}

// pieces is a sheet's text without what only paper needs.
func pieces(t sheet.Text) []Piece {
	list := make([]Piece, 0, len(t))
	for _, r := range t {
		if r.Blank > 0 {
			list = append(list, Piece{Line: true, Bold: r.Bold})
			continue
		}
		list = append(list, Piece{Text: r.Text, Bold: r.Bold})
	}
	return list
}
