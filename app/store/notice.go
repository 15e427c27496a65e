package store

import (
	"errors"
	"io/fs"
	"path/filepath"
)

// A Notice is something that somebody at the desk should know of files that were
// read. Key and Pairs are for a window that has words of its own for it, in its own
// language: names and values of what differs from one notice to another.
type Notice struct {
	Key     string // "" for what only its own text can say
	Pairs   []any
	English string
}

// String is the notice in English.
func (n Notice) String() string { return n.English }

// Notice is what [Load] had to do, to be told. It is empty where nothing happened.
func (r Report) Notice() Notice {
	if !r.Happened() {
		return Notice{}
	}
	key := "file.unusable"
	if errors.Is(r.Why, fs.ErrNotExist) {
		key = "file.missing"
	}
	switch {
	case r.UsedLastGood && r.SetAside != "":
		key += ".good.aside"
	case r.UsedLastGood:
		key += ".good"
	case r.SetAside != "":
		key += ".aside"
	}
	return Notice{Key: key, Pairs: []any{"file", filepath.Base(r.Path), "aside", filepath.Base(r.SetAside)}, English: r.String()}
}

// Told is why a file could not be read, to be told.
func Told(path string, err error) Notice {
	n := Notice{Pairs: []any{"file", filepath.Base(path), "folder", filepath.Dir(path)}, English: err.Error()}
	known, is := errors.AsType[*Error](err)
	switch {
	case newer(err):
		n.Key = "file.newer"
	case is && known.Reason != Other && known.Reason != Damaged:
		n.Key = "read." + string(known.Reason)
	}
	return n
}
