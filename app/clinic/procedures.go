package clinic

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"deskleaf/app/store"
)

// SaveProcedure writes files of a procedure, by their paths with slashes, into the
// clinic's folder, where it stands in for the shipped one of the same id. All of them
// are whole on the disk before the first takes the place of one that was there.
func (c Clinic) SaveProcedure(files store.FS, id string, texts map[string][]byte) error {
	if err := c.makeFolder(files); err != nil {
		return err
	}
	if err := c.lease.Still(); err != nil {
		return err
	}
	folder := filepath.Join(c.Folder, "procedures", id)
	var all []*store.Pending
	defer func() {
		for _, p := range all {
			p.Drop() // nothing where it was kept
		}
	}()
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		text, name := texts[name], filepath.Join(folder, filepath.FromSlash(name))
		if err := files.MkdirAll(filepath.Dir(name), store.FolderPermission); err != nil {
			return fmt.Errorf("make the folder %s: %w", filepath.Dir(name), err)
		}
		p, err := store.Begin(files, name)
		if err != nil {
			return err
		}
		all = append(all, p)
		if _, err := p.Write(text); err != nil {
			return err
		}
		if err := p.Finish(); err != nil {
			return err
		}
	}
	if err := c.lease.Still(); err != nil {
		return err
	}
	for _, p := range all {
		if err := p.Keep(); err != nil {
			return err
		}
	}
	return nil
}
