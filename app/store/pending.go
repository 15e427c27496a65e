package store

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
)

// A Pending is a file that is written piece by piece and is not there until it is
// kept: what was written lies under another name beside it.
//
//	p, err := store.Begin(files, path)
//	defer p.Drop() // nothing where it was kept
//	_, err = p.Write(piece)
//	err = p.Keep()
//
// Of several files that belong together, each is finished ([Pending.Finish]), and
// when all of them are whole, kept.
type Pending struct {
	files FS
	path  string
	temp  string // its name until it is kept; "" once it is kept or dropped
	open  File   // nil once it is finished
}

// Begin begins a file. Its folder must exist.
func Begin(files FS, path string) (*Pending, error) { return begin(files, path, path) }

// begin gives the file the permission that like has, where that is there.
func begin(files FS, path, like string) (*Pending, error) {
	there, err := files.Stat(path)
	if err == nil && !there.Mode().IsRegular() {
		reason := NotAFile
		if there.IsDir() {
			reason = IsFolder
		}
		return nil, &Error{Doing: "save", Path: path, Reason: reason, Err: fs.ErrExist}
	}
	permission := FilePermission
	if model, err := files.Stat(like); err == nil {
		permission = model.Mode().Perm()
	}
	f, temp, err := create(files, path, permission)
	if err != nil {
		return nil, failed("save", path, err)
	}
	return &Pending{files: files, path: path, temp: temp, open: f}, nil
}

// Write adds to the file.
func (p *Pending) Write(data []byte) (int, error) {
	n, err := p.open.Write(data)
	if err != nil {
		return n, failed("save", p.path, err)
	}
	return n, nil
}

// Finish makes what was written safe from a power failure, still under its other
// name. Nothing can be added then.
func (p *Pending) Finish() error {
	if p.open == nil {
		return nil
	}
	err := p.open.Sync()
	if closed := p.open.Close(); err == nil {
		err = closed
	}
	p.open = nil
	if err != nil {
		return failed("save", p.path, err)
	}
	return nil
}

// Keep puts the file in the place of the one that was there, if any.
func (p *Pending) Keep() error { return p.keep(p.files.Rename) }

// KeepNew puts the file where none is yet. Where there is one, it is untouched, and
// errors.Is(err, ErrExists) holds.
func (p *Pending) KeepNew() error { return p.keep(p.files.RenameNew) }

// keep moves the file to its own name.
func (p *Pending) keep(move func(old, new string) error) error {
	if err := p.Finish(); err != nil {
		return err
	}
	if err := move(p.temp, p.path); err != nil {
		if deniedMeansInUse && errors.Is(err, fs.ErrPermission) {
			err = &Error{Doing: "save", Path: p.path, Reason: InUse, Err: err}
		}
		return failed("save", p.path, err)
	}
	p.temp = ""
	if err := p.files.SyncDir(filepath.Dir(p.path)); err != nil {
		return failed("save", p.path, fmt.Errorf("it is written, but may not outlast a power failure: %w", err))
	}
	return nil
}

// Drop takes away what was written, unless it was kept.
func (p *Pending) Drop() {
	if p.open != nil {
		_ = p.open.Close()
		p.open = nil
	}
	if p.temp != "" {
		_ = p.files.Remove(p.temp)
		p.temp = ""
	}
}
