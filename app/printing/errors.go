package printing

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

// Error says what happened, in one line.
func (e *Error) Error() string { return e.What }

// undrawn is the error of pages that could not be made into what a printer takes.
func undrawn(err error) error {
	return &Error{Refused, "", "the pages could not be drawn: " + err.Error(), "save them as PDF and print that"}
}

// silent is the error of a print system that was given up on.
func silent() error {
	return &Error{Refused, "", "the print system did not answer", "try again; if it stays so, restart the computer's print service"}
}
