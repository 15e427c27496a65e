package pack

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"time"

	"deskleaf/app/store"
	"deskleaf/content/file"
)

// libraryPrefix begins the names of unpacked libraries.
const libraryPrefix = "library-"

// Install unpacks a pack and puts it in the place of the library in use, which is
// kept. An older one is refused unless older says so; the same one again changes
// nothing. Check reads the unpacked folder before it is used; see [Check].
func (p *Pack) Install(files store.FS, root string, older bool, check func(folder string) error) error {
	now, err := Look(files, root)
	if err != nil {
		if known, ok := errors.AsType[*Refusal](err); !ok || known.Reason != Changed {
			return err
		}
		now = Installed{} // a broken pointer is put right by installing
	}
	if !now.None() && p.Time().Before(now.Time()) && !older {
		return refuse(Older, "%s", now.Time().UTC().Format("2006-01-02 15:04 UTC"))
	}
	if err := files.MkdirAll(root, folderPermission); err != nil {
		return fmt.Errorf("make the folder for the library: %w", err)
	}
	name, err := p.freeName(files, root)
	if err != nil {
		return err
	}
	folder := filepath.Join(root, name)
	if err := p.unpack(files, folder); err != nil {
		remove(files, folder)
		return err
	}
	if err := check(folder); err != nil {
		remove(files, folder)
		return err
	}
	next := Installed{Format: Format, Folder: name, Before: now.Folder, Made: p.Made, Name: p.Name, Signed: p.Signed, Procedures: p.Procedures}
	data, err := file.Write(next)
	if err != nil {
		return fmt.Errorf("write which library is installed: %w", err)
	}
	if err := point(files, root, name, data); err != nil {
		if there, lost := Look(files, root); lost != nil || there.Folder != name { // it may be written, and not be sure to last
			remove(files, folder)
		}
		return err
	}
	if now.Before != "" && now.Before != name {
		remove(files, filepath.Join(root, now.Before))
	}
	return nil
}

// Permissions of a library: who looks after the computer installs it into a folder of
// theirs, and everybody at it reads it.
const (
	filePermission   fs.FileMode = 0o644
	folderPermission fs.FileMode = 0o755
)

// point puts the pointer in the place of the one that was there, in one step.
func point(files store.FS, root, name string, data []byte) error {
	path, temp := filepath.Join(root, pointerName), filepath.Join(root, name+pointerEnding)
	if err := writeNew(files, temp, data); err != nil {
		_ = files.Remove(temp)
		return err
	}
	if err := files.Rename(temp, path); err != nil {
		_ = files.Remove(temp)
		return fmt.Errorf("say which library is installed: %w", err)
	}
	if err := files.SyncDir(root); err != nil {
		return fmt.Errorf("say which library is installed: %w", err)
	}
	return nil
}

// pointerEnding ends the name of a pointer that is being written.
const pointerEnding = ".pointer"

// mostLeft is how many installs of the same pack may have been cut short.
const mostLeft = 1000

// freeName is a name that no folder there has: the time and the beginning of the
// hash, and a number where that is taken by what an earlier try left behind.
func (p *Pack) freeName(files store.FS, root string) (string, error) {
	hash := sha256.Sum256(p.bytes)
	base := libraryPrefix + p.Time().UTC().Format("20060102-150405") + "-" + hex.EncodeToString(hash[:4])
	for n := 1; n <= mostLeft; n++ {
		name := base
		if n > 1 {
			name = fmt.Sprintf("%s-%d", base, n)
		}
		_, folder := files.Stat(filepath.Join(root, name))
		_, pack := files.Stat(filepath.Join(root, name+Ending))
		if errors.Is(folder, fs.ErrNotExist) && errors.Is(pack, fs.ErrNotExist) {
			return name, nil
		}
	}
	return "", fmt.Errorf("%s has too many folders of libraries that were never finished: remove those that %s does not name", root, pointerName)
}

// unpack writes the files, and the pack beside them, so that all of them outlast a
// power failure.
func (p *Pack) unpack(files store.FS, folder string) error {
	made := map[string]bool{filepath.Dir(folder): true}
	for _, e := range p.files {
		name := filepath.Join(folder, filepath.FromSlash(e.name))
		if err := files.MkdirAll(filepath.Dir(name), folderPermission); err != nil {
			return fmt.Errorf("unpack the library: %w", err)
		}
		for below := path.Dir(e.name); ; below = path.Dir(below) {
			made[filepath.Join(folder, filepath.FromSlash(below))] = true
			if below == "." {
				break
			}
		}
		data, err := e.read()
		if err != nil {
			return err
		}
		if err := writeNew(files, name, data); err != nil {
			return err
		}
	}
	if err := writeNew(files, folder+Ending, p.bytes); err != nil {
		return err
	}
	for made := range made {
		if err := files.SyncDir(made); err != nil {
			return fmt.Errorf("unpack the library: %w", err)
		}
	}
	return nil
}

// writeNew writes a file into a folder that nobody reads yet.
func writeNew(files store.FS, name string, data []byte) error {
	f, err := files.Create(name, filePermission)
	if err != nil {
		return fmt.Errorf("unpack the library: %w", err)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("unpack the library: %w", err)
	}
	return nil
}

// Tidy removes what installs left behind that were cut short before a time. A day ago
// is safe: another may be under way.
func Tidy(files store.FS, root string, before time.Time) error {
	now, err := Look(files, root)
	if err != nil || now.None() {
		return err // nothing is removed where it is not known what is in use
	}
	entries, err := files.ReadDir(root)
	if err != nil {
		return fmt.Errorf("read the folder of the library: %w", err)
	}
	for _, e := range entries {
		name := strings.TrimSuffix(strings.TrimSuffix(e.Name(), Ending), pointerEnding)
		if !strings.HasPrefix(name, libraryPrefix) || name == now.Folder || name == now.Before {
			continue
		}
		if about, err := e.Info(); err == nil && about.ModTime().Before(before) {
			remove(files, filepath.Join(root, name))
		}
	}
	return nil
}

// remove takes an unpacked library away. What stays harms nobody.
func remove(files store.FS, folder string) {
	_ = files.Remove(folder + Ending)
	_ = files.Remove(folder + pointerEnding)
	var empty func(folder string)
	empty = func(folder string) {
		found, _ := files.ReadDir(folder)
		for _, e := range found {
			if name := filepath.Join(folder, e.Name()); e.IsDir() {
				empty(name)
			} else {
				_ = files.Remove(name)
			}
		}
		_ = files.Remove(folder)
	}
	empty(folder)
}
