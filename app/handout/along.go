package handout

import (
	"slices"

	"deskleaf/app/sheet"
	"deskleaf/content"
)

// Laid is a sheet of a job before it is joined with the others.
type Laid struct {
	Procedure string // id
	Sheet     sheet.Sheet
	Notes     Notes
	Pages     *sheet.Pages
}

// LayOut makes the sheet of an input and those that go out with it, each from its
// own input, and joins their pages. What keeps one of the others from printing keeps
// all of them, as an [*AlsoError].
func LayOut(in Input) (*sheet.Pages, []Laid, error) {
	first, err := layOut(in)
	if err != nil {
		return nil, nil, err
	}
	all, pages := []Laid{first}, []*sheet.Pages{first.Pages}
	for _, also := range in.Also {
		also.Look = in.Look
		laid, err := layOut(also)
		if err != nil {
			return nil, nil, &AlsoError{Procedure: also.Visit.Procedure, Err: err}
		}
		all, pages = append(all, laid), append(pages, laid.Pages)
	}
	return sheet.Join(pages...), all, nil
}

// Messages is the dated steps of an input, and of those that go out with it, as text
// to paste into a portal.
func Messages(in Input) (string, error) {
	text, err := messageOf(in)
	for _, also := range in.Also {
		if err != nil {
			break
		}
		var more string
		if more, err = messageOf(also); err != nil {
			err = &AlsoError{Procedure: also.Visit.Procedure, Err: err}
		}
		text += "\n" + more
	}
	return text, err
}

func layOut(in Input) (laid Laid, err error) {
	laid.Procedure = in.Visit.Procedure
	if laid.Sheet, laid.Notes, err = Compose(in); err == nil {
		laid.Pages, err = sheet.Paginate(laid.Sheet)
	}
	return laid, err
}

// An AlsoError says which of the sheets beside the first cannot be made, and why.
type AlsoError struct {
	Procedure string // id
	Err       error
}

func (e *AlsoError) Error() string { return e.Procedure + ": " + e.Err.Error() }

// Unwrap is why.
func (e *AlsoError) Unwrap() error { return e.Err }

// Offered are the ids of procedures whose sheets staff are offered with one: what its
// file says, and the clinic. One that known does not know, or whose sheet must not be
// handed out with it, is not among them.
func Offered(p *content.Procedure, clinics []string, known func(id string) *content.Procedure) []string {
	var ids []string
	for _, id := range slices.Concat(p.PrintAlso, clinics) {
		if slices.Contains(ids, id) || id == p.ID {
			continue
		}
		if other := known(id); other != nil && !p.Apart(other) {
			ids = append(ids, id)
		}
	}
	return ids
}
