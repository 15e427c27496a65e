package author

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/share"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/file"
)

// Twin reads a procedure as it would be with a conflict copy of one of its files, or of
// its folder, in the place of what is there.
func Twin(files store.FS, c clinic.Clinic, there change.Edition, t share.Twin) (change.Edition, error) {
	other := there.Clone()
	names := map[string]string{path.Base(t.Of): t.Path} // of the file that it is, to the path of what is read
	if path.Dir(t.Of) == "procedures" {
		entries, err := files.ReadDir(filepath.Join(c.Folder, filepath.FromSlash(t.Path)))
		if err != nil {
			return other, fmt.Errorf("read the conflict copy %s: %w", t.Path, err)
		}
		names = map[string]string{}
		for _, e := range entries {
			if path.Ext(e.Name()) == ".yaml" && !strings.HasPrefix(e.Name(), ".") {
				names[e.Name()] = path.Join(t.Path, e.Name())
			}
		}
	}
	for name, at := range names {
		data, err := files.ReadFile(filepath.Join(c.Folder, filepath.FromSlash(at)))
		if err != nil {
			return other, fmt.Errorf("read the conflict copy %s: %w", at, err)
		}
		if name == "procedure.yaml" {
			other.Facts = content.Procedure{}
			err = understood(at, data, &other.Facts)
		} else {
			var w content.Words
			err = understood(at, data, &w)
			other.Words[w.Language] = w
		}
		if err != nil {
			return other, err
		}
	}
	other.Facts.ID = there.Facts.ID
	if len(names) == 0 {
		return other, fmt.Errorf("read the conflict copy %s: %w", t.Path, fs.ErrNotExist)
	}
	return other, nil
}

func understood(at string, data []byte, into any) error {
	_, complaints := file.Read(at, data, into)
	return complaints.Err()
}

// TakeFromTwin saves what somebody made of a procedure and its conflict copy, and puts the
// copy away. Where that is what is there already, it is only put away.
func TakeFromTwin(files store.FS, c clinic.Clinic, there, now change.Edition, t share.Twin) error {
	return c.Alone(files, func(c clinic.Clinic, files store.FS) error {
		if len(change.Diff(there, now)) > 0 {
			if err := Save(files, c, Resume(there, now)); err != nil {
				return err
			}
		}
		_, err := c.PutAway(files, t)
		return err
	})
}
