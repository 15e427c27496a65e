package store

import (
	"errors"
	"io/fs"
	"os"
	"time"
)

// An FS is what saving and loading need of a file system. Names are whole paths
// as the system writes them; errors are the system's own.
type FS interface {
	// Create makes a file for writing, and fails with [fs.ErrExist] where there
	// is one. The permission is exact, whatever the process's mask.
	Create(name string, permission fs.FileMode) (File, error)
	ReadFile(name string) ([]byte, error)
	Stat(name string) (fs.FileInfo, error)
	ReadDir(name string) ([]fs.DirEntry, error)
	// Mkdir makes a folder, and fails with [fs.ErrExist] where there is something.
	Mkdir(name string, permission fs.FileMode) error
	MkdirAll(name string, permission fs.FileMode) error
	// Remove deletes a file, or a folder in which nothing lies.
	Remove(name string) error
	// Rename puts old in the place of new in one step, whether new exists or not.
	Rename(old, new string) error
	// RenameNew is Rename, and fails with [fs.ErrExist] where new exists.
	RenameNew(old, new string) error
	// SyncDir makes the names in a folder outlast a power failure.
	SyncDir(name string) error
}

// A File is a file that is being written.
type File interface {
	Write(p []byte) (int, error)
	Sync() error // the contents outlast a power failure
	Close() error
}

// Permissions of what this package makes: for the user alone. A file that
// replaces another takes that one's permission.
const (
	FilePermission   fs.FileMode = 0o600
	FolderPermission fs.FileMode = 0o700
)

// OS is the system's own files.
type OS struct{}

var _ FS = OS{}

// Create makes a file that does not exist yet.
func (OS) Create(name string, permission fs.FileMode) (File, error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, permission)
	if err != nil {
		return nil, err
	}
	_ = f.Chmod(permission) // undoes the mask; a share without permissions may refuse
	return f, nil
}

// ReadFile reads a whole file.
func (OS) ReadFile(name string) ([]byte, error) { return os.ReadFile(name) }

// Stat describes a file or folder.
func (OS) Stat(name string) (fs.FileInfo, error) { return os.Stat(name) }

// ReadDir lists a folder.
func (OS) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }

// Mkdir makes a folder in one that is there. Windows denies it for as long as somebody
// looks at one of that name which is being deleted, so it is tried as [OS.Rename] is.
func (OS) Mkdir(name string, permission fs.FileMode) error {
	return patiently(func() error { return os.Mkdir(name, permission) }, time.Sleep)
}

// MkdirAll makes a folder and those above it.
func (OS) MkdirAll(name string, permission fs.FileMode) error { return os.MkdirAll(name, permission) }

// Remove deletes a file, or an empty folder, as patiently as [OS.Rename].
func (OS) Remove(name string) error {
	return patiently(func() error { return os.Remove(name) }, time.Sleep)
}

// Rename puts old in the place of new. A program that looks at new for a moment,
// as a virus scanner does, holds it up on Windows, so it is tried for a second.
func (OS) Rename(old, new string) error {
	return patiently(func() error { return os.Rename(old, new) }, time.Sleep)
}

// RenameNew gives old a second name and takes the first away. Where the file
// system has no second names, it looks before it renames.
func (OS) RenameNew(old, new string) error {
	err := os.Link(old, new)
	if err == nil {
		return os.Remove(old)
	}
	if _, there := os.Lstat(new); there == nil {
		return &os.LinkError{Op: "rename", Old: old, New: new, Err: fs.ErrExist}
	}
	return os.Rename(old, new)
}

// SyncDir makes the names in a folder last.
func (OS) SyncDir(name string) error { return syncDir(name) }

// patiently repeats what fails because another program uses the file: at most
// ten times within about a second. wait sleeps.
//
// Windows also says that access is denied where another program holds the file.
func patiently(try func() error, wait func(time.Duration)) error {
	err := try()
	for pause := 2 * time.Millisecond; err != nil && (inUse(err) || deniedMeansInUse && errors.Is(err, fs.ErrPermission)) && pause < time.Second; pause *= 2 {
		wait(pause)
		err = try()
	}
	return err
}
