package printing

import "strings"

// The bits by which Windows says how a printer is, and the one by which somebody
// said that it is to be used later ("PRINTER_INFO_2 structure", read 2026-11).
const (
	statusPaused     = 1 << 0
	statusPrinting   = 1 << 10
	statusProcessing = 1 << 14
	attributeOffline = 1 << 10
)

// troubles are what a printer may lack, in words for the desk.
var troubles = []struct {
	status uint32
	says   string
}{
	{1 << 4, "it has no paper"},
	{1 << 3, "paper is jammed"},
	{1 << 6, "it has a problem with its paper"},
	{1 << 5, "it wants paper fed by hand"},
	{1 << 22, "its door is open"},
	{1 << 18, "it has no toner"},
	{1 << 11, "its output tray is full"},
	{1 << 20, "it needs somebody to look at it"},
	{1 << 7, "it is not connected"},
	{1 << 12, "it is not available"},
	{1 << 1, "it reports an error"},
}

// stateOf is a printer's state, from what Windows says of it.
func stateOf(status, attributes uint32) (State, string) {
	if status&statusPaused != 0 {
		return Paused, ""
	}
	if attributes&attributeOffline != 0 {
		status |= 1 << 7
	}
	var says []string
	for _, t := range troubles {
		if status&t.status != 0 {
			says = append(says, t.says)
		}
	}
	switch {
	case len(says) > 0:
		return Unready, strings.Join(says, ", ")
	case status&(statusPrinting|statusProcessing) != 0:
		return Busy, ""
	}
	return Ready, ""
}

// The system error codes of Windows that printing meets ("System Error Codes",
// read 2026-11).
const (
	errAccessDenied      = 5
	errNotEnoughMemory   = 8
	errPrintCancelled    = 63
	errDiskFull          = 112
	errCancelled         = 1223
	errServerUnavailable = 1722
	errInvalidPrinter    = 1801
	errSpoolerNotRunning = 1727 // the call failed: the spooler went away
)

// windowsError says in words what a code of Windows means for a printer; own is
// what Windows itself says.
func windowsError(code uint32, printer, own string) *Error {
	elsewhere := "choose another printer, or save the PDF and print it elsewhere"
	switch code {
	case errAccessDenied:
		return &Error{Refused, printer, "you are not allowed to print on " + printer, "ask who looks after this computer for the right to it, or choose another printer"}
	case errInvalidPrinter:
		return &Error{Unknown, printer, "there is no printer " + printer + " any more", "choose another printer"}
	case errServerUnavailable, errSpoolerNotRunning:
		return &Error{NoSystem, printer, "the print service of Windows is not running, or the printer's computer does not answer",
			"ask who looks after this computer to start the service Print Spooler, or save the PDF and print it elsewhere"}
	case errPrintCancelled, errCancelled:
		return &Error{Refused, printer, "printing was cancelled", "nothing was printed; try again if that was not meant"}
	case errDiskFull:
		return &Error{Refused, printer, "there is no room on the disk for the print job", "delete what is not needed, then print again"}
	case errNotEnoughMemory:
		return &Error{Refused, printer, "there is not enough memory for the print job", "close other programs, then print again"}
	}
	if own == "" {
		own = "it gave no reason"
	}
	return &Error{Refused, printer, "Windows refused to print on " + printer + ": " + own, elsewhere}
}
