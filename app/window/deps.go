package window

import (
	"time"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/app/crash"
	"deskleaf/app/desk"
	"deskleaf/app/journal"
	"deskleaf/app/pack"
	"deskleaf/app/printing"
	"deskleaf/app/share"
	"deskleaf/app/store"
	"deskleaf/app/support"
	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/file"
	"deskleaf/content/find"
	"deskleaf/content/library"
)

// Deps is what the window works with. Everything that touches the machine comes
// in here, so that a test can say "it is Thursday, and there is no printer".
type Deps struct {
	Words    *words.Words
	System   string // the language of the system, for a desk that chose none
	Version  string
	Notices  []store.Notice // what went wrong before there was a window
	OpenedAt string         // the id of the procedure to begin with; "" for none

	SlowGraphics bool // this computer draws without its graphics card

	// Clinic reads the clinic's folder of a desk, and Library its procedures: only
	// what ships where the folder is away. Both are called away from the window's
	// thread, first while the window is painted.
	Clinic  func(desk.Desk) clinic.Clinic
	Library func(clinic.Clinic) Library

	// Look looks, away from the window's thread, whether the clinic's folder is other
	// than it was read; nil where it is never looked at unless it is away. Noticed has
	// it done at once; nil for never.
	Look    func(desk.Desk) share.News
	Noticed <-chan struct{}

	Desk      desk.Desk             // as it was read; the window keeps its own copy
	Machine   desk.Machine          // what is fixed for this computer
	Signed    pack.Place            // of the signed library, where this computer takes one
	SaveDesk  func(desk.Desk) error // nil where desk.yaml must not be written
	Files     store.FS              // for the clinic's folder and saved handouts
	Documents string                // the folder to propose for the first handout
	Drives    func() []string       // sticks and other drives that there are now; nil for none
	Drafts    string                // the folder for words that somebody is writing; "" keeps none
	Printing  printing.System
	Raise     func(fyne.Window) // what the system needs besides, to bring a window to the front; nil for nothing
	Viewer    Viewer

	Note    func(journal.Event)                  // writes into the log; nil for none
	Report  func(fault any, stack []byte) string // keeps a fault that was caught, and gives its report; nil for nowhere
	Crash   crash.Report                         // of the last time, to be offered; zero for none
	Details func() support.Details               // for support, what is not the window's to know; nil for nothing

	Now        func() time.Time
	After      func(d time.Duration, f func()) (stop func()) // nil for the clock on the wall
	Background Background                                    // nil for goroutines
}

// A Library gives procedures. [library.Library] is one.
type Library interface {
	Entries() []find.Entry
	Book(id string) (*library.Book, file.Complaints, error)
	ByCode(number string) []library.CodeMatch
	Blanks() content.Blanks
	Complaints() file.Complaints
	Bilateral(code string) string // the code's bilateral indicator
	Editions() []*library.Book    // all that a sheet may have been printed from
}

// A Viewer shows pages in the system's PDF viewer, from a private folder.
type Viewer interface {
	Open(name string, pdf []byte) error
	Wipe() error // removes what was opened
}

// today is the day that the clock shows.
func (w *Window) today() civil.Date { return civil.DateOf(w.deps.Now()) }
