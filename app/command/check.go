package command

import (
	"fmt"

	"deskleaf/content/library"
)

// check prints every complaint and fails where there is one.
func (p *Program) check(args []string) error {
	paths, err := parse("check", args, nil, 1, -1)
	if err != nil {
		return err
	}
	complaints := library.Check(paths...)
	for _, c := range complaints {
		fmt.Fprintln(p.Out, c.String())
	}
	switch n := len(complaints); n {
	case 0:
		return nil
	case 1:
		return failure("1 complaint", "")
	default:
		return failure(fmt.Sprintf("%d complaints", n), "")
	}
}

// open opens the window at a procedure.
func (p *Program) open(args []string) error {
	words, err := parse("open", args, nil, 1, 1)
	if err != nil {
		return err
	}
	book, err := p.find(library.Open(p.Clinic, p.Index), words[0])
	if err != nil {
		return err
	}
	if err := p.Window(book.Procedure.ID); err != nil {
		return failure(err.Error(), "`deskleaf show` and `deskleaf handout` do the same work in a terminal")
	}
	return nil
}
