package share

import (
	"bytes"
	"path/filepath"

	"deskleaf/app/store"
)

// Bring makes a file of the copy, or a folder without those below it, what the clinic's
// folder has now. Below is its path there, with slashes. It is for whoever saves, and so
// has to know what is there at that very moment. The next look holds it to what is there
// then: it may be a moment of another desk's save, or come into the copy later than
// something newer.
func (f *Folder) Bring(files store.FS, below string) error {
	f.mark(below)
	defer f.mark(below)
	return bring(files, filepath.Join(f.path, filepath.FromSlash(below)), f.copyPath(below))
}

// bring makes a file or folder what another is.
func bring(files store.FS, from, to string) error {
	about, err := files.Stat(from)
	switch {
	case isGone(err):
		return unmake(files, to)
	case err != nil:
		return err
	case !about.IsDir():
		return bringFile(files, from, to)
	}
	entries, err := files.ReadDir(from)
	if err != nil {
		return err
	}
	there := map[string]bool{}
	for _, e := range entries {
		if !followed(e) || twinOf(e.Name()) != "" {
			continue
		}
		there[e.Name()] = true
		if err := bringFile(files, filepath.Join(from, e.Name()), filepath.Join(to, e.Name())); err != nil {
			return err
		}
	}
	copied, err := files.ReadDir(to)
	if isGone(err) {
		return nil
	}
	for _, e := range copied {
		if !there[e.Name()] && !e.IsDir() {
			if err := files.Remove(filepath.Join(to, e.Name())); err != nil {
				return err
			}
		}
	}
	return err
}

// bringFile copies a file, unless the copy is the same.
func bringFile(files store.FS, from, to string) error {
	data, err := files.ReadFile(from)
	if err != nil {
		return err
	}
	if had, err := files.ReadFile(to); err == nil && bytes.Equal(had, data) {
		return nil
	}
	return keepFile(files, to, data)
}

// unmake takes away a file of the copy, or a folder's files.
func unmake(files store.FS, to string) error {
	about, err := files.Stat(to)
	if isGone(err) {
		return nil
	}
	if err != nil {
		return err
	}
	if !about.IsDir() {
		return files.Remove(to)
	}
	entries, err := files.ReadDir(to)
	for _, e := range entries {
		if !e.IsDir() && err == nil {
			err = files.Remove(filepath.Join(to, e.Name()))
		}
	}
	return err
}
