package clinic

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"deskleaf/app/share"
	"deskleaf/app/store"
	"deskleaf/content/file"
)

// proceduresFolder is where the clinic's own procedures lie.
const proceduresFolder = "procedures"

// SaveProcedure writes files of a procedure, by their paths with slashes, into the
// clinic's folder, where it stands in for the shipped one of the same id. Those that read the folder through
// [deskleaf/content/library] see all of them change in one step, whenever the machine
// stops: see [file.TogetherName]. Where it fails, nothing has changed.
func (c Clinic) SaveProcedure(files store.FS, id string, texts map[string][]byte) error {
	if err := c.makeFolder(files); err != nil {
		return err
	}
	folder := filepath.Join(c.Folder, proceduresFolder, id)
	if err := files.MkdirAll(folder, store.FolderPermission); err != nil {
		return fmt.Errorf("make the folder %s: %w", folder, err)
	}
	texts, half, err := together(files, folder, texts)
	if err != nil {
		return err
	}
	pending, err := begin(files, folder, texts)
	defer func() {
		for _, p := range pending {
			p.Drop() // nothing where it was kept
		}
	}()
	if err != nil {
		return err
	}
	if !half && len(pending) == 0 {
		return nil
	}
	if !half && len(pending) == 1 {
		return pending[0].Keep() // one file is a step by itself
	}
	saving, err := file.WriteTogether(texts)
	if err != nil {
		return err
	}
	if err := store.Save(files, filepath.Join(folder, file.TogetherName), saving); err != nil {
		return err
	}
	settle(files, folder, pending) // from here on everybody reads the new ones
	return nil
}

// ProcedureFile reads a file of a clinic's own procedure, by its path with slashes, as
// whoever reads the whole procedure sees it.
func ProcedureFile(files store.FS, clinicFolder, id, name string) ([]byte, error) {
	folder := filepath.Join(clinicFolder, proceduresFolder, id)
	if saving, err := files.ReadFile(filepath.Join(folder, file.TogetherName)); err == nil {
		if texts, err := file.ReadTogether(saving); err == nil && texts[name] != nil {
			return texts[name], nil
		}
	}
	return files.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
}

// together are the texts to write: those given, and those of a save that a stopped
// machine left half done, if there is one. A save of a newer program is left alone.
func together(files store.FS, folder string, texts map[string][]byte) (all map[string][]byte, half bool, err error) {
	data, err := files.ReadFile(filepath.Join(folder, file.TogetherName))
	if errors.Is(err, fs.ErrNotExist) {
		return texts, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("read %s: %w", file.TogetherName, err)
	}
	left, err := file.ReadTogether(data)
	if newer, is := errors.AsType[*file.Newer](err); is {
		return nil, false, newer
	}
	if err != nil {
		return texts, true, nil // it names nothing that could be lost
	}
	maps.Copy(left, texts)
	return left, true, nil
}

// begin writes what differs from the files that are there, each whole on the disk
// under another name.
func begin(files store.FS, folder string, texts map[string][]byte) ([]*store.Pending, error) {
	var all []*store.Pending
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := files.MkdirAll(filepath.Dir(path), store.FolderPermission); err != nil {
			return all, fmt.Errorf("make the folder %s: %w", filepath.Dir(path), err)
		}
		if there, err := files.ReadFile(path); err == nil && bytes.Equal(there, texts[name]) {
			continue
		}
		p, err := store.Begin(files, path)
		if err != nil {
			return all, err
		}
		all = append(all, p)
		if _, err := p.Write(texts[name]); err != nil {
			return all, err
		}
		if err := p.Finish(); err != nil {
			return all, err
		}
	}
	return all, nil
}

// settle puts the files in their places and takes away the one that stands in for
// them. Where a file cannot be replaced now, as one that another program holds, that
// one stays, so that everybody goes on reading the new texts; the next save, or
// [Clinic.Settle], tries again.
func settle(files store.FS, folder string, pending []*store.Pending) {
	for _, p := range pending {
		if p.Keep() != nil {
			return
		}
	}
	if files.Remove(filepath.Join(folder, file.TogetherName)) == nil {
		_ = files.SyncDir(folder)
	}
}

// Settle finishes saves that a stopped machine left half done, and removes what they
// left over: as far as that was last written before a time, because another desk may
// be saving now. A file that somebody changed since stays as it is. What cannot be
// finished harms nobody, and the next save tries again.
func (c Clinic) Settle(files store.FS, before time.Time) {
	if c.Folder == "" || c.Away != Here || c.Signed {
		return
	}
	share.Sweep(files, c.Folder, before)
	root := filepath.Join(c.Folder, proceduresFolder)
	entries, err := files.ReadDir(root)
	if err != nil {
		return
	}
	for _, e := range entries {
		folder := filepath.Join(root, e.Name())
		if !e.IsDir() {
			continue
		}
		if about, err := files.Stat(filepath.Join(folder, file.TogetherName)); err == nil && about.ModTime().Before(before) {
			_ = c.Alone(files, func(_ Clinic, files store.FS) error { finish(files, folder); return nil }) // else the next save does it
		}
		_ = store.Tidy(files, folder, before)
	}
}

// finish does the rest of a save.
func finish(files store.FS, folder string) {
	saving := filepath.Join(folder, file.TogetherName)
	about, err := files.Stat(saving)
	if err != nil {
		return
	}
	data, err := files.ReadFile(saving)
	if err != nil {
		return
	}
	texts, err := file.ReadTogether(data)
	if err != nil {
		return
	}
	maps.DeleteFunc(texts, func(name string, _ []byte) bool {
		own, err := files.Stat(filepath.Join(folder, filepath.FromSlash(name)))
		return err == nil && own.ModTime().After(about.ModTime())
	})
	pending, err := begin(files, folder, texts)
	if err == nil {
		settle(files, folder, pending)
	}
	for _, p := range pending {
		p.Drop()
	}
}
