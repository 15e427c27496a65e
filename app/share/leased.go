package share

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"sync"

	"deskleaf/app/store"
)

// Files are the files of the folder as long as this desk holds it. What is made lies in
// the hold until it is renamed to its own place, and what is removed goes there first. A
// desk whose hold another one has cleared away can therefore change nothing any more,
// however long it slept, or the system kept its call waiting, and although nobody can ask
// and rename in one step: what it would rename is not where it was. The error is [ErrLost]
// then.
//
// Below other folders, such as this desk's copy, they are the files that [Hold] was given.
func (l *Lease) Files() store.FS { return l.within }

type leased struct {
	store.FS
	lease *Lease

	mu   sync.Mutex
	made map[string]string // where a file lies that is not in its place yet, by its path
	n    int               // counts names in the hold
	room string            // a folder in the hold whose name no other hold has; "" until it is needed
}

// inside reports whether a path lies in the folder that is held.
func (f *leased) inside(name string) bool {
	return strings.HasPrefix(filepath.Clean(name), f.lease.inside)
}

// fresh is a path in the hold that nothing has, nor will have in the hold of another.
func (f *leased) fresh() (string, error) {
	if f.room == "" {
		room := filepath.Join(f.lease.path, f.lease.token())
		if err := f.FS.Mkdir(room, store.FolderPermission); err != nil {
			return "", f.lost(err)
		}
		f.room = room
	}
	f.n++
	return filepath.Join(f.room, fmt.Sprint(f.n)), nil
}

// Create makes a file in the hold.
func (f *leased) Create(name string, permission fs.FileMode) (store.File, error) {
	if !f.inside(name) {
		return f.FS.Create(name, permission)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, there := f.made[name]; there {
		return nil, &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
	}
	at, err := f.fresh()
	if err != nil {
		return nil, err
	}
	file, err := f.FS.Create(at, permission)
	if err != nil {
		return nil, f.lost(err)
	}
	f.made[name] = at
	return file, nil
}

// Rename puts old in the place of new.
func (f *leased) Rename(old, new string) error { return f.rename(f.FS.Rename, old, new) }

// RenameNew is Rename where new is not there.
func (f *leased) RenameNew(old, new string) error { return f.rename(f.FS.RenameNew, old, new) }

func (f *leased) rename(move func(old, new string) error, old, new string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	at, made := f.made[old]
	if !made {
		at = old
	}
	if f.inside(new) {
		if err := f.lease.Still(); err != nil {
			return err
		}
	}
	if err := move(at, new); err != nil {
		return f.lost(err)
	}
	delete(f.made, old)
	return nil
}

// Remove takes a file away: one that is in its place by way of the hold, as long as this
// desk may.
func (f *leased) Remove(name string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	at, made := f.made[name]
	switch {
	case made:
		delete(f.made, name)
	case f.inside(name):
		gone, err := f.fresh()
		if err == nil {
			err = f.FS.Rename(name, gone)
		}
		if err != nil {
			return f.lost(err)
		}
		at = gone
	default:
		at = name
	}
	return f.FS.Remove(at)
}

// lost is why something failed: that the hold is gone, where it is.
func (f *leased) lost(err error) error {
	if isGone(err) && f.lease.Still() != nil {
		return ErrLost
	}
	return err
}
