// Package viewer shows pages in the system's own PDF viewer.
//
// A viewer wants a file, so the pages lie in a private folder for as long as they
// may be looked at: [Viewer.Wipe] removes them at the next patient, when the
// program ends and when it starts.
package viewer

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"deskleaf/app/store"
)

// A Viewer opens files of its own folder in the system's viewer.
type Viewer struct {
	folder string
	start  func(path string) error
}

// New is the system's viewer, with a folder that nothing else uses.
func New(folder string) *Viewer { return &Viewer{folder, start} }

// Open writes the pages into the private folder and starts the viewer. Each call
// has a folder of its own below it, so that a file that a viewer holds open is no
// hindrance. Only the last part of name is used.
func (v *Viewer) Open(name string, pdf []byte) error {
	if err := os.MkdirAll(v.folder, 0o700); err != nil {
		return fmt.Errorf("make a private folder for the pages: %w", err)
	}
	own, err := os.MkdirTemp(v.folder, "pages-")
	if err != nil {
		return fmt.Errorf("make a private folder for the pages: %w", err)
	}
	path := filepath.Join(own, filepath.Base(name))
	if err := store.Save(store.OS{}, path, pdf); err != nil {
		return err
	}
	return v.start(path)
}

// Wipe removes what was opened. A file that a viewer still holds stays until the
// next time; the error says so.
func (v *Viewer) Wipe() error {
	entries, err := os.ReadDir(v.folder)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look for pages that were opened: %w", err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), "pages-") {
			continue
		}
		if gone := remove(filepath.Join(v.folder, e.Name())); gone != nil {
			err = fmt.Errorf("remove pages that were opened: %w", gone)
		}
	}
	return err
}

// remove removes a folder of opened pages with what is in it.
func remove(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := os.Remove(filepath.Join(folder, e.Name())); err != nil {
			return err
		}
	}
	return os.Remove(folder)
}

// An Error says what happened and, in Hint, what to do.
type Error struct {
	what, hint string
	err        error
}

// Error says what happened, in one line.
func (e *Error) Error() string {
	if e.err == nil {
		return e.what
	}
	return e.what + ": " + e.err.Error()
}

// Hint says what to do about it.
func (e *Error) Hint() string { return e.hint }

// Unwrap is the system's own error.
func (e *Error) Unwrap() error { return e.err }
