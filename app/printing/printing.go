// Package printing hands pages to the system's printers.
//
// A [System] lists printers and takes jobs. On Linux and macOS it is CUPS; the
// pages go to lp as a PDF on its standard input, so that no file is left behind.
// On Windows the pages go to the printer's driver as black dots, a band at a time
// ([Pages]), so that no viewer of PDFs is needed. A job's title never has a
// patient's name. The spooler may keep what it was given: that is the system's
// setting, not ours.
//
// What goes wrong is an [Error] that says in words what happened and what to do.
package printing

import "context"

// A System is the printers of a computer.
type System interface {
	// Printers lists them, the default first. No printer is an empty list.
	Printers(ctx context.Context) ([]Printer, error)
	// Print sends a job. It returns as soon as the system has the pages, not when
	// they are on paper.
	Print(ctx context.Context, job Job) (Sent, error)
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

// The states of a printer. Paused ones take jobs and do not print them until
// somebody lets them. Unready ones keep jobs until they are connected, have paper,
// or whatever they lack; some systems say so of printers that lack nothing.
const (
	Ready State = iota
	Busy
	Paused
	Unready
)

// Sent is a job that the system has taken.
type Sent struct {
	ID      string  // the system's name for the job; "" where it has none
	Printer Printer // as it was when it took the job
}

// A Job is pages to print.
type Job struct {
	Printer string // "" for the system's default
	Title   string // what the queue shows; never a patient's name
	Pages   Pages
	Copies  int // 1 to 99; 0 for 1
	Sides   Sides
	Paper   Paper
}

// copies is how many times the pages are printed, within bounds.
func (j Job) copies() int { return min(max(j.Copies, 1), 99) }

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
