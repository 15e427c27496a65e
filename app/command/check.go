package command

import (
	"fmt"

	"deskleaf/content/library"
)

// check prints every complaint and warning, and fails where there is a complaint.
func (p *Program) check(args []string) error {
	paths, err := parse("check", args, nil, 1, -1)
	if err != nil {
		return err
	}
	complaints, warnings := 0, 0
	for _, c := range library.Check(paths...) {
		fmt.Fprintln(p.Out, c.String())
		if c.Warning {
			warnings++
		} else {
			complaints++
		}
	}
	switch told := counted(complaints, "complaint") + " and " + counted(warnings, "warning"); {
	case complaints > 0 && warnings > 0:
		return failure(told, "")
	case complaints > 0:
		return failure(counted(complaints, "complaint"), "")
	case warnings > 0:
		p.warn(counted(warnings, "warning"), "")
	}
	return nil
}

// counted is a number of things in words.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// open opens the window at a procedure.
func (p *Program) open(args []string) error {
	words, err := parse("open", args, nil, 1, 1)
	if err != nil {
		return err
	}
	book, err := p.find(p.ownLibrary(), words[0])
	if err != nil {
		return err
	}
	if err := p.Window(book.Procedure.ID); err != nil {
		return failure(err.Error(), "`deskleaf show` and `deskleaf handout` do the same work in a terminal")
	}
	return nil
}
