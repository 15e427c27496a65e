// Package read is the middle of the window: one procedure, whole, in tabs.
//
// A [Page] is what is to be read: the procedure, its words in the language that
// staff read, and what the visit and the clinic say of it. [Screen] shows it.
// What stands in each tab is worked out in document.go as plain items, so that
// the same items are drawn and, with "Copy this tab", copied. Blanks without an
// answer can be filled where they show.
package read

import (
	"deskleaf/app/handout"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/widgets"
)

// Tabs are the ids of the tabs from left to right.
var Tabs = []string{"summary", "prepare", "aftercare", "cost", "codes", "questions", "sources", "book"}

// A Page is a procedure to be read.
type Page struct {
	Procedure *content.Procedure
	Words     *content.Words  // in the language that staff read
	Teller    *handout.Teller // gives dates and answers; nil where the words are not whole
	Why       string          // why there is no teller, in words
	Blanks    content.Blanks
	Price     string                  // of the clinic's own list, in words; "" where it has none
	Language  string                  // of the handout: answers in words are for it
	Day       func(civil.Date) string // writes a date
	// Checked says who at this clinic looked a code up, in words; "" for nobody. It may
	// be nil.
	Checked func(content.Code) string
	// Answer is what is answered to a blank now, as it was typed, and where.
	Answer func(content.Blank) (typed string, scope content.Scope, ok bool)
	// May reports whether an answer can be kept in a scope now: one for a doctor
	// only where the visit says which.
	May func(content.Scope) bool
}

// line is a line of the procedure's words with its blanks answered.
func (p Page) line(words string) []widgets.Run {
	if p.Teller == nil {
		return widgets.Plain(content.Plain(words))
	}
	return runs(p.Teller.Line(words))
}

// holds reports whether a condition may hold for the visit.
func (p Page) holds(c content.Condition) (opens string, ok bool) {
	if p.Teller == nil {
		return "", true
	}
	return p.Teller.Holds(c)
}

// steps are the steps of a part; without a teller as the file has them, their
// times as it has them too.
func (p Page) steps(part content.Part) []handout.Told {
	if p.Teller != nil {
		return p.Teller.Steps(part)
	}
	var told []handout.Told
	for _, s := range p.Procedure.Steps {
		if w := p.Words.Steps[s.ID]; s.Part == part {
			told = append(told, handout.Told{
				ID: s.ID, Icon: s.Icon, Staff: s.Audience == content.Staff, When: s.When.String(),
				Text: []handout.Piece{{Text: content.Plain(w.Text)}}, More: content.Plain(w.More),
			})
		}
	}
	return told
}

// unfilled stands where a blank has no answer, as the line to write on does on
// the page.
const unfilled = "______"

func runs(pieces []handout.Piece) []widgets.Run {
	list := make([]widgets.Run, len(pieces))
	for i, p := range pieces {
		list[i] = widgets.Run{Text: p.Text, Bold: p.Bold}
		if p.Line {
			list[i].Text = unfilled
		}
	}
	return list
}
