// Package storetest stands in for a disk in tests. A [Recording] keeps files in
// memory, notes every call that changes something, fails where a test wants it
// to, and can say what a disk may hold when the machine stops at any moment:
// [Recording.Crashes].
//
// The disk that it plays is as unhelpful as real ones may be. What was written
// and not synced may be there, be gone, or be there by half. What was done to
// names and not synced may have reached the disk up to any step.
package storetest

import (
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"deskleaf/app/store"
)

// An Operation is one call that changes the disk.
type Operation struct {
	Do   string // "create", "write", "sync", "close", "rename", "remove", "mkdir", "rmdir", "syncdir"
	Path string
	To   string // the new path of a rename
	Data []byte // of a write
}

// String is the operation in a line: "rename /a/.b.saving-1 to /a/b".
func (o Operation) String() string {
	if o.To != "" {
		return fmt.Sprintf("%s %s to %s", o.Do, o.Path, o.To)
	}
	return o.Do + " " + o.Path
}

// A Recording is a disk in memory. It is not for use by several goroutines.
type Recording struct {
	// Fail, where it is set, is asked before each operation, and reads too
	// ("read"); its error is what the call gives. The operation is not done then.
	Fail func(Operation) error

	start      map[string]string
	folders    map[string]bool
	now        disk
	operations []Operation
	modes      map[string]fs.FileMode
}

var _ store.FS = (*Recording)(nil)

// NewRecording is a disk that holds files, by path, and their folders.
func NewRecording(files map[string]string) *Recording {
	r := &Recording{start: map[string]string{}, folders: map[string]bool{}, modes: map[string]fs.FileMode{}}
	for path, data := range files {
		path = slashed(path)
		r.start[path] = data
		r.addFolders(folderOf(path))
	}
	r.now = newDisk(r.start)
	return r
}

// AddFolder makes a folder that is there from the beginning.
func (r *Recording) AddFolder(path string) { r.addFolders(slashed(path)) }

func (r *Recording) addFolders(path string) {
	for ; !r.folders[path]; path = folderOf(path) {
		r.folders[path] = true
	}
}

// Files are the files as a program sees them now, by path.
func (r *Recording) Files() map[string]string { return r.now.files() }

// Operations are the operations so far, in order.
func (r *Recording) Operations() []Operation { return slices.Clone(r.operations) }

// Script is the operations so far, a line each, with base names only.
func (r *Recording) Script() string {
	var lines []string
	for _, o := range r.operations {
		line := o.Do + " " + filepath.Base(o.Path)
		if o.To != "" {
			line += " to " + filepath.Base(o.To)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// do notes an operation and does it, unless it is to fail.
func (r *Recording) do(o Operation) error {
	if err := r.asked(o); err != nil {
		return err
	}
	r.operations = append(r.operations, o)
	r.now.do(o)
	return nil
}

func (r *Recording) asked(o Operation) error {
	if r.Fail == nil {
		return nil
	}
	return r.Fail(o)
}

// slashed is a path as this disk keeps it, the same on every system; folderOf is
// the folder that it lies in.
func slashed(path string) string  { return filepath.ToSlash(filepath.Clean(path)) }
func folderOf(path string) string { return filepath.ToSlash(filepath.Dir(path)) }

func pathError(do, path string, err error) error {
	return &fs.PathError{Op: do, Path: path, Err: err}
}

// Create makes an empty file that is not there yet.
func (r *Recording) Create(name string, permission fs.FileMode) (store.File, error) {
	name = slashed(name)
	if !r.folders[folderOf(name)] {
		return nil, pathError("create", name, fs.ErrNotExist)
	}
	if _, there := r.now.names[name]; there || r.folders[name] {
		return nil, pathError("create", name, fs.ErrExist)
	}
	if err := r.do(Operation{Do: "create", Path: name}); err != nil {
		return nil, err
	}
	r.modes[name] = permission
	return &file{r, name}, nil
}

// ReadFile is what a program sees of a file.
func (r *Recording) ReadFile(name string) ([]byte, error) {
	name = slashed(name)
	if err := r.asked(Operation{Do: "read", Path: name}); err != nil {
		return nil, err
	}
	n, there := r.now.names[name]
	if !there {
		return nil, pathError("read", name, fs.ErrNotExist)
	}
	return slices.Clone(n.data), nil
}

// Stat describes a file or folder.
func (r *Recording) Stat(name string) (fs.FileInfo, error) {
	name = slashed(name)
	if n, there := r.now.names[name]; there {
		return about{name: filepath.Base(name), size: len(n.data), mode: r.mode(name)}, nil
	}
	if r.folders[name] {
		return about{name: filepath.Base(name), mode: fs.ModeDir | store.FolderPermission}, nil
	}
	return nil, pathError("stat", name, fs.ErrNotExist)
}

func (r *Recording) mode(name string) fs.FileMode {
	if m, ok := r.modes[name]; ok {
		return m
	}
	return store.FilePermission
}

// ReadDir lists a folder by name.
func (r *Recording) ReadDir(name string) ([]fs.DirEntry, error) {
	name = slashed(name)
	if !r.folders[name] {
		return nil, pathError("open", name, fs.ErrNotExist)
	}
	var entries []fs.DirEntry
	all := slices.Concat(slices.Collect(maps.Keys(r.now.names)), slices.Collect(maps.Keys(r.folders)))
	slices.Sort(all)
	for _, path := range all {
		if folderOf(path) == name && path != name {
			info, _ := r.Stat(path)
			entries = append(entries, fs.FileInfoToDirEntry(info))
		}
	}
	return entries, nil
}

// MkdirAll makes folders. They are taken to outlast a crash.
func (r *Recording) MkdirAll(name string, _ fs.FileMode) error {
	name = slashed(name)
	if r.folders[name] {
		return nil
	}
	if err := r.do(Operation{Do: "mkdir", Path: name}); err != nil {
		return err
	}
	r.addFolders(name)
	return nil
}

// Mkdir makes a folder in one that is there. It is taken to outlast a crash.
func (r *Recording) Mkdir(name string, _ fs.FileMode) error {
	name = slashed(name)
	if _, err := r.Stat(name); err == nil {
		return pathError("mkdir", name, fs.ErrExist)
	}
	if !r.folders[folderOf(name)] {
		return pathError("mkdir", name, fs.ErrNotExist)
	}
	return r.MkdirAll(name, 0)
}

// Remove deletes a file, or a folder in which nothing lies.
func (r *Recording) Remove(name string) error {
	name = slashed(name)
	if r.folders[name] {
		if inside, err := r.ReadDir(name); err != nil || len(inside) > 0 {
			return pathError("remove", name, syscall.ENOTEMPTY)
		}
		err := r.do(Operation{Do: "rmdir", Path: name})
		if err == nil {
			delete(r.folders, name)
		}
		return err
	}
	if _, there := r.now.names[name]; !there {
		return pathError("remove", name, fs.ErrNotExist)
	}
	return r.do(Operation{Do: "remove", Path: name})
}

// Rename puts old in the place of new.
func (r *Recording) Rename(old, new string) error {
	old, new = slashed(old), slashed(new)
	if _, there := r.now.names[old]; !there || !r.folders[folderOf(new)] {
		return pathError("rename", old, fs.ErrNotExist)
	}
	if r.folders[new] {
		return pathError("rename", new, fs.ErrExist)
	}
	if err := r.do(Operation{Do: "rename", Path: old, To: new}); err != nil {
		return err
	}
	r.modes[new] = r.mode(old)
	return nil
}

// RenameNew is Rename where new is not there.
func (r *Recording) RenameNew(old, new string) error {
	if _, err := r.Stat(new); err == nil {
		return pathError("rename", new, fs.ErrExist)
	}
	return r.Rename(old, new)
}

// SyncDir makes what was done to the names in a folder outlast a crash.
func (r *Recording) SyncDir(name string) error {
	return r.do(Operation{Do: "syncdir", Path: slashed(name)})
}

// A file is one that is being written.
type file struct {
	recording *Recording
	path      string
}

func (f *file) Write(p []byte) (int, error) {
	if err := f.recording.do(Operation{Do: "write", Path: f.path, Data: slices.Clone(p)}); err != nil {
		return 0, err
	}
	return len(p), nil
}

func (f *file) Sync() error  { return f.recording.do(Operation{Do: "sync", Path: f.path}) }
func (f *file) Close() error { return f.recording.do(Operation{Do: "close", Path: f.path}) }

// about describes a file. Its time is always the same.
type about struct {
	name string
	size int
	mode fs.FileMode
}

func (a about) Name() string       { return a.name }
func (a about) Size() int64        { return int64(a.size) }
func (a about) Mode() fs.FileMode  { return a.mode }
func (a about) ModTime() time.Time { return time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC) }
func (a about) IsDir() bool        { return a.mode.IsDir() }
func (a about) Sys() any           { return nil }
