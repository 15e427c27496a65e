package day

import (
	"fmt"
	"path/filepath"

	"deskleaf/app/store"
)

// A Folder is an output that writes a file for each line. Files of the same names
// are replaced, all of them when every new one is whole.
type Folder struct {
	files   store.FS
	path    string
	pending []*store.Pending
}

// NewFolder writes into a folder, which must exist.
func NewFolder(files store.FS, path string) *Folder { return &Folder{files: files, path: path} }

// FileName is the name of a line's file: when the patient comes, the procedure, and
// the line, so that files stand in the order of the day and no two are the same. It
// never holds a patient's name.
func FileName(e Entry) string {
	when := e.Visit.Date.String()
	if e.Visit.HasTime {
		when += fmt.Sprintf("-%02d%02d", e.Visit.Minute/60, e.Visit.Minute%60)
	}
	return fmt.Sprintf("%s-%s-line-%d.pdf", when, e.Visit.Procedure, e.Line.Number)
}

// Add writes files that are not there yet.
func (f *Folder) Add(some []Handout) error {
	made, errs := make([][]byte, len(some)), make([]error, len(some))
	together(len(some), func(i int) { made[i], errs[i] = some[i].Pages.PDF() })
	for i, h := range some {
		if errs[i] != nil {
			return fmt.Errorf("line %d: %w", h.Entry.Line.Number, errs[i])
		}
		p, err := store.Begin(f.files, filepath.Join(f.path, FileName(h.Entry)))
		if err != nil {
			return err
		}
		f.pending = append(f.pending, p)
		if _, err = p.Write(made[i]); err == nil {
			err = p.Finish()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Keep gives the files their names.
func (f *Folder) Keep() error {
	for _, p := range f.pending {
		if err := p.Keep(); err != nil {
			return err
		}
	}
	return nil
}

// Drop takes the files away that have no names yet.
func (f *Folder) Drop() {
	for _, p := range f.pending {
		p.Drop()
	}
}
