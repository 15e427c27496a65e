package printing

import "context"

// New is this system's printers. On Windows there are none for now.
func New() System { return none{} }

// none says that this program cannot print here and what to do instead.
type none struct{}

func (none) Printers(context.Context) ([]Printer, error) { return nil, nil }

func (none) Print(context.Context, Job) (string, error) {
	return "", &Error{NoSystem, "", "this Deskleaf cannot print on Windows by itself", "open or save the PDF and print it from there"}
}
