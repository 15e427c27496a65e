package library

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"slices"

	"deskleaf/content/file"
)

// settledTries is how often a folder is read anew that changes while it is read.
const settledTries = 4

// A heldFile is a file of a folder that was read.
type heldFile struct {
	data []byte
	err  error
}

// settled is the place with all its files as they are at one moment: those of a save
// that is going on, or that a stopped machine left half done, are all new or all old.
// The error is why a file that says what is new cannot be understood; then the files
// stand as they are.
//
// A save writes [file.TogetherName] first, then the files that it names, and takes it
// away at the end. Whoever finds it takes the texts from it, so it does not matter how
// far the save is; and where it came or went while the files were read, they are read
// again.
func (p place) settled() (place, error) {
	if p.shipped || p.held != nil {
		return p, nil
	}
	at, err := p, error(nil)
	for range settledTries {
		before := p.sight()
		at.held, err = p.hold(before)
		if slices.EqualFunc(before, p.sight(), same) {
			break
		}
	}
	return at, err
}

// sight is the files of a procedure as the system describes them, in the order of
// their names.
func (p place) sight() []fs.FileInfo {
	entries, _ := fs.ReadDir(p.files, ".")
	var list []fs.FileInfo
	for _, e := range entries {
		if e.Name() != procedureFile && e.Name() != file.TogetherName && !isWordsFile(e.Name()) {
			continue
		}
		if info, err := fs.Stat(p.files, e.Name()); err == nil {
			list = append(list, info)
		}
	}
	return list
}

// same reports whether two descriptions are of one file that did not change. Two
// saves within one tick of the clock of a file system are told apart by the files'
// numbers; Windows has finer ticks, and would open the files to tell.
func same(a, b fs.FileInfo) bool {
	return a.Name() == b.Name() && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime()) &&
		(runtime.GOOS == "windows" || a.Sys() == nil || os.SameFile(a, b))
}

// hold reads the files, with those in front that a save has written.
func (p place) hold(files []fs.FileInfo) (map[string]heldFile, error) {
	all := map[string]heldFile{}
	for _, f := range files {
		data, err := p.read(f.Name())
		all[f.Name()] = heldFile{data, err}
	}
	saving, there := all[file.TogetherName]
	delete(all, file.TogetherName)
	if !there || errors.Is(saving.err, fs.ErrNotExist) {
		return all, nil
	}
	if saving.err != nil {
		return all, saving.err
	}
	texts, err := file.ReadTogether(saving.data)
	for name, text := range texts { // also what is no file of a book, which nobody asks for
		all[name] = heldFile{data: text}
	}
	return all, err
}
