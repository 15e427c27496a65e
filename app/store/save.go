package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"
)

// LastGood is what stands behind the name of the version from before.
const LastGood = ".last-good"

// temporary stands behind the name of a file that is being written.
const temporary = ".saving-"

// Save writes a file in the place of the one that was there, if any: in full
// under another name in the same folder, then under its own in one step. Where
// it fails, the file from before is untouched and nothing is left over. The
// folder must exist. A link to a file is replaced by the file; a device never is.
func Save(files FS, path string, data []byte) error {
	return save(files, path, data, files.Rename, path)
}

// SaveNew writes a file that is not there yet. Where there is one, it is
// untouched, and errors.Is(err, ErrExists) holds.
func SaveNew(files FS, path string, data []byte) error {
	if _, err := files.Stat(path); err == nil {
		return failed("save", path, fs.ErrExist)
	}
	return save(files, path, data, files.RenameNew, path)
}

// SaveKeeping saves a file and keeps the version from before as name.last-good.
// A version that a failing disk left, empty or nothing but NUL bytes, does not push
// out the last good one.
func SaveKeeping(files FS, path string, data []byte) error {
	before, err := files.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Save(files, path, data)
	}
	if err != nil {
		return failed("save", path, err)
	}
	if err := keep(files, path, before); err != nil {
		return err
	}
	return Save(files, path, data)
}

// keep saves a version as the last good one, unless that holds it already.
func keep(files FS, path string, good []byte) error {
	if len(bytes.Trim(good, "\x00 \r\n")) == 0 {
		return nil
	}
	if kept, err := files.ReadFile(path + LastGood); err == nil && bytes.Equal(kept, good) {
		return nil
	}
	return save(files, path+LastGood, good, files.Rename, path)
}

// save writes data under another name and moves it to its own. The file gets
// the permission that like has, where that is there.
func save(files FS, path string, data []byte, move func(old, new string) error, like string) error {
	p, err := begin(files, path, like)
	if err != nil {
		return err
	}
	if _, err = p.Write(data); err == nil {
		err = p.keep(move)
	}
	if err != nil {
		p.Drop()
		return err
	}
	return nil
}

// maxTries is how many numbers are tried for a name that is free.
const maxTries = 1000

// create makes a file for writing beside path under a name that nobody has.
func create(files FS, path string, permission fs.FileMode) (f File, temp string, err error) {
	folder, name := filepath.Split(path)
	for n := 1; n <= maxTries; n++ {
		temp = fmt.Sprintf("%s.%s%s%d", folder, name, temporary, n)
		if f, err = files.Create(temp, permission); !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return f, temp, err
}

// Tidy removes from a folder what saving left behind when the machine stopped in
// the middle: its temporary files that were last written before a time. A day
// ago is safe: other desks may be saving to the same share now.
func Tidy(files FS, folder string, before time.Time) error {
	entries, err := files.ReadDir(folder)
	if err != nil {
		return failed("read", folder, err)
	}
	for _, e := range entries {
		name, number, ok := strings.Cut(e.Name(), temporary)
		if !ok || !strings.HasPrefix(name, ".") || strings.Trim(number, "0123456789") != "" || e.IsDir() {
			continue
		}
		if about, err := e.Info(); err == nil && about.ModTime().Before(before) {
			if err := files.Remove(filepath.Join(folder, e.Name())); err != nil {
				return failed("remove", filepath.Join(folder, e.Name()), err)
			}
		}
	}
	return nil
}
