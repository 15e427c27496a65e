package store

import "io/fs"

// ReadOnly is a file system through which nothing is written: what would change
// something fails as it does where a person has no right to. [Load] then leaves a
// damaged file where it is.
func ReadOnly(files FS) FS { return readOnlyFS{files} }

type readOnlyFS struct{ FS }

func refused(doing, path string) error {
	return &fs.PathError{Op: doing, Path: path, Err: fs.ErrPermission}
}

func (readOnlyFS) Create(name string, _ fs.FileMode) (File, error) {
	return nil, refused("create", name)
}
func (readOnlyFS) Mkdir(name string, _ fs.FileMode) error    { return refused("mkdir", name) }
func (readOnlyFS) MkdirAll(name string, _ fs.FileMode) error { return refused("mkdir", name) }
func (readOnlyFS) Remove(name string) error                  { return refused("remove", name) }
func (readOnlyFS) Rename(old, _ string) error                { return refused("rename", old) }
func (readOnlyFS) RenameNew(old, _ string) error             { return refused("rename", old) }
