package store

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
)

// damaged stands behind the name of a file that was set aside; a number follows.
const damaged = ".damaged-"

// A Report says what Load had to do beyond reading. The zero Report is a file
// that was simply there and good.
type Report struct {
	Path         string // of the file that was asked for
	SetAside     string // the path under which a damaged file is now; "" where it stayed
	UsedLastGood bool   // what was returned is the version from before
	Why          error  // what is wrong with the file; nil where nothing is
}

// Happened reports whether there is anything to tell.
func (r Report) Happened() bool { return r.Why != nil }

// String tells the person at the desk what happened and what to do, in whole
// sentences; "" where nothing happened.
func (r Report) String() string {
	if !r.Happened() {
		return ""
	}
	name := filepath.Base(r.Path)
	told := []string{fmt.Sprintf("%s could not be used.", name)}
	if errors.Is(r.Why, fs.ErrNotExist) {
		told = []string{fmt.Sprintf("%s was missing.", name)}
	}
	switch {
	case r.UsedLastGood && r.SetAside != "":
		told = append(told, fmt.Sprintf("It was set aside as %s, and the last good version is in use: check what was changed last.", filepath.Base(r.SetAside)))
	case r.UsedLastGood:
		told = append(told, "The last good version is in use: check what was changed last.")
	case r.SetAside == "":
		told = append(told, "It stays as it is. There is no earlier version to use.")
	default:
		told = append(told, fmt.Sprintf("It was set aside as %s, and nothing of it was lost. There is no earlier version to use.", filepath.Base(r.SetAside)))
	}
	return strings.Join(told, " ")
}

// Load reads a file that must be there and good, as good says of its bytes.
//
// Where good finds fault, the file is set aside, and the last good version is
// returned and put in its place; where the file is missing, likewise. The report
// says so. Where there is no good version either, the error says so, and the
// report where the damaged file is; a file of which nothing was ever there gives
// an error for which errors.Is(err, fs.ErrNotExist) holds, and no report. Its
// Reason tells a missing file from a missing folder.
//
// An error of good with a method Newer() bool that is true means that a newer
// program wrote the file: it stays untouched, and the error is returned.
//
// In a folder that cannot be written, the file stays where it is, and the last
// good version is returned all the same.
func Load(files FS, path string, good func([]byte) error) (data []byte, report Report, err error) {
	data, fault, err := read(files, path, good)
	missing := errors.Is(err, fs.ErrNotExist)
	switch {
	case err != nil && !missing:
		return nil, Report{}, err
	case newer(fault):
		return nil, Report{}, fault
	case err == nil && fault == nil:
		return data, Report{}, nil
	}
	report = Report{Path: path, Why: cmp.Or(fault, err)}
	kept, keptFault, keptErr := read(files, path+LastGood, good)
	switch {
	case missing && errors.Is(keptErr, fs.ErrNotExist):
		return nil, Report{}, err
	case newer(keptFault):
		return nil, Report{}, keptFault
	}
	if !missing {
		report.SetAside = setAside(files, path)
	}
	if keptErr != nil || keptFault != nil {
		return nil, report, &Error{Doing: "read", Path: path, Reason: Damaged, Err: report.Why}
	}
	report.UsedLastGood = true
	if missing || report.SetAside != "" {
		_ = save(files, path, kept, files.Rename, path+LastGood) // it is read again from last-good where this fails
	}
	return kept, report, nil
}

// read reads a file and asks whether it is good; fault is the answer. A file that
// changes meanwhile is read again: somebody is saving it in an editor.
func read(files FS, path string, good func([]byte) error) (data []byte, fault, err error) {
	for range 3 {
		before := data
		if data, err = files.ReadFile(path); err != nil {
			return nil, nil, unread(files, path, err)
		}
		if before != nil && bytes.Equal(before, data) {
			break
		}
		if fault = good(data); fault == nil || newer(fault) {
			break
		}
	}
	return data, fault, nil
}

// unread is why a file could not be read. Where even its folder is missing, that
// is the reason: a share may be away.
func unread(files FS, path string, err error) error {
	e := failed("read", path, err)
	if e.Reason == NoFile {
		if _, folder := files.Stat(filepath.Dir(path)); folder != nil {
			e.Reason = NoFolder
		}
	}
	return e
}

// newer reports whether an error says that a newer program wrote the file.
func newer(err error) bool {
	var n interface{ Newer() bool }
	return errors.As(err, &n) && n.Newer()
}

// setAside moves a damaged file to the first free number, and returns its new
// path, or "" where it could not be moved.
func setAside(files FS, path string) string {
	for n := 1; n <= maxTries; n++ {
		aside := fmt.Sprintf("%s%s%d", path, damaged, n)
		err := files.RenameNew(path, aside)
		if err == nil {
			_ = files.SyncDir(filepath.Dir(path))
			return aside
		}
		if !errors.Is(err, fs.ErrExist) {
			return ""
		}
	}
	return ""
}
