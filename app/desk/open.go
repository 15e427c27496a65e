package desk

import (
	"errors"
	"fmt"
	"io/fs"

	"deskleaf/app/store"
	"deskleaf/content/file"
)

// Open reads desk.yaml. Where there is none, or none that can be read, it gives a
// new desk and says why in notice, to be told at the desk. A file of a newer
// program is left alone: write is false then, and [Save] must not be called.
func Open(files store.FS, path string) (d Desk, notice store.Notice, write bool) {
	good := func(data []byte) error {
		if err := file.CheckFormat("desk.yaml", data, Format); err != nil {
			return err
		}
		_, complaints := file.Read("desk.yaml", data, new(Desk))
		return complaints.Err()
	}
	data, report, err := store.Load(files, path, good)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Desk{}, store.Notice{}, true
	case report.Happened():
		notice = report.Notice()
	case err != nil:
		notice = store.Told(path, err)
	}
	if err != nil && report.SetAside == "" {
		return Desk{}, notice, false
	}
	if len(data) > 0 {
		file.Read("desk.yaml", data, &d)
	}
	return d, notice, true
}

// Save writes desk.yaml, keeping the version before it.
func Save(files store.FS, places Places, d Desk) error {
	d.Format = Format
	if err := files.MkdirAll(places.Config, 0o700); err != nil {
		return fmt.Errorf("make the folder for settings: %w", err)
	}
	data, err := rewrite(files, places.File(), d)
	if err != nil {
		return fmt.Errorf("write desk.yaml: %w", err)
	}
	return store.SaveKeeping(files, places.File(), data)
}

// rewrite is the file's new text: the old one with what changed, so that comments
// stay, or a new one.
func rewrite(files store.FS, path string, d Desk) ([]byte, error) {
	if data, err := files.ReadFile(path); err == nil {
		var old Desk
		if doc, complaints := file.Read("desk.yaml", data, &old); len(complaints) == 0 {
			return doc.Update(d)
		}
	}
	return file.Write(d)
}
