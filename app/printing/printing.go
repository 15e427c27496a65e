// Package printing hands pages to the system's printers.
//
// A [System] lists printers and takes jobs. On Linux and macOS it is CUPS
// ([CUPS]); the pages go to lp on its standard input, so that no file is left
// behind. A job's title never has a patient's name. The spooler may keep what it
// was given: that is the system's setting, not ours.
//
// What goes wrong is an [Error] that says in words what happened and what to do.
package printing

import "context"

// A System is the printers of a computer.
type System interface {
	// Printers lists them, the default first. No printer is an empty list.
	Printers(ctx context.Context) ([]Printer, error)
	// Print sends a job and gives the system's name for it. It returns as soon as
	// the system has the pages, not when they are on paper.
	Print(ctx context.Context, job Job) (id string, err error)
}

// A Printer is one of the system's.
type Printer struct {
	Name    string
	Default bool
	State   State
	Note    string // what the system says of a printer that is not ready
}

// A State says whether a printer prints now.
type State int

// The states of a printer. Paused ones take jobs and do not print them.
const (
	Ready State = iota
	Busy
	Paused
)

// A Job is pages to print.
type Job struct {
	Printer string // "" for the system's default
	Title   string // what the queue shows; never a patient's name
	Pages   Pages
	Copies  int // 1 to 99; 0 for 1
	Sides   Sides
	Paper   Paper
}

// Pages are what a job prints. A system asks for the form that it takes, and
// neither is made before it does.
type Pages interface {
	Count() int
	PDF() ([]byte, error)
	// Dots draws a page, counted from 0, at so many dots per inch, and gives it from
	// the top down, some rows at a time: each row is width dots, eight a byte, the
	// leftmost in the highest bit, 1 for ink, and begins at a multiple of four
	// bytes. The bits hold until take returns.
	Dots(page int, dpi float64, take func(width, rows int, bits []byte) error) error
}

// Sides says which sides of the paper are printed on.
type Sides int

// The sides of the paper.
const (
	OneSide   Sides = iota
	LongEdge        // both, turned like a book
	ShortEdge       // both, turned like a notepad
)

// SidesOf reads the word that settings keep: "long", "short", anything else for
// one side.
func SidesOf(word string) Sides {
	switch word {
	case "long":
		return LongEdge
	case "short":
		return ShortEdge
	}
	return OneSide
}

// String is the word that settings keep.
func (s Sides) String() string {
	switch s {
	case LongEdge:
		return "long"
	case ShortEdge:
		return "short"
	}
	return "one"
}

// A Paper is a size of paper.
type Paper int

// The papers of a job.
const (
	Letter Paper = iota
	A4
)

// A Reason is why printing failed, for the window to say in its own language.
type Reason string

// The reasons.
const (
	NoSystem  Reason = "no-system"  // nothing on this computer prints
	NoPrinter Reason = "no-printer" // no printer is set up, or none is the default
	Unknown   Reason = "unknown"    // the named printer is gone
	IsPaused  Reason = "paused"     // the printer takes no jobs now
	Refused   Reason = "refused"    // anything else
)

// An Error says what happened and what to do.
type Error struct {
	Reason  Reason
	Printer string
	What    string
	Hint    string
}

// undrawn is the error of pages that could not be made into what a printer takes.
func undrawn(err error) error {
	return &Error{Refused, "", "the pages could not be drawn: " + err.Error(), "save them as PDF and print that"}
}

// Error says what happened, in one line.
func (e *Error) Error() string { return e.What }
