package share

import (
	"fmt"
	"io/fs"
	"time"

	"deskleaf/app/store"
)

// Bounded is a file system of which no call takes longer than patience: a share whose
// computer is off keeps the system, and whoever asked it, waiting for half a minute or for
// ever. A call that was given up on may still be done later.
func Bounded(files store.FS, patience time.Duration) store.FS { return bounded{files, patience} }

type bounded struct {
	files    store.FS
	patience time.Duration
}

// within gives what ask gives, or [ErrNoAnswer].
func within[T any](b bounded, name string, ask func() (T, error)) (T, error) {
	type answer struct {
		value T
		err   error
	}
	given := make(chan answer, 1)
	go func() {
		value, err := ask()
		given <- answer{value, err}
	}()
	late := time.NewTimer(b.patience)
	defer late.Stop()
	select {
	case a := <-given:
		return a.value, a.err
	case <-late.C:
		var none T
		return none, fmt.Errorf("%s: %w", name, ErrNoAnswer)
	}
}

// done is within for what gives nothing but an error.
func (b bounded) done(name string, do func() error) error {
	_, err := within(b, name, func() (struct{}, error) { return struct{}{}, do() })
	return err
}

func (b bounded) Create(name string, permission fs.FileMode) (store.File, error) {
	f, err := within(b, name, func() (store.File, error) { return b.files.Create(name, permission) })
	if err != nil {
		return nil, err
	}
	return boundedFile{b, name, f}, nil
}

func (b bounded) ReadFile(name string) ([]byte, error) {
	return within(b, name, func() ([]byte, error) { return b.files.ReadFile(name) })
}

func (b bounded) Stat(name string) (fs.FileInfo, error) {
	return within(b, name, func() (fs.FileInfo, error) { return b.files.Stat(name) })
}

func (b bounded) ReadDir(name string) ([]fs.DirEntry, error) {
	return within(b, name, func() ([]fs.DirEntry, error) { return b.files.ReadDir(name) })
}

func (b bounded) Mkdir(name string, permission fs.FileMode) error {
	return b.done(name, func() error { return b.files.Mkdir(name, permission) })
}

func (b bounded) MkdirAll(name string, permission fs.FileMode) error {
	return b.done(name, func() error { return b.files.MkdirAll(name, permission) })
}

func (b bounded) Remove(name string) error {
	return b.done(name, func() error { return b.files.Remove(name) })
}

func (b bounded) Rename(old, new string) error {
	return b.done(new, func() error { return b.files.Rename(old, new) })
}

func (b bounded) RenameNew(old, new string) error {
	return b.done(new, func() error { return b.files.RenameNew(old, new) })
}

func (b bounded) SyncDir(name string) error {
	return b.done(name, func() error { return b.files.SyncDir(name) })
}

// boundedFile is a file that is written within bounds. What is written is the caller's
// again afterwards, so a call that is given up on has its own.
type boundedFile struct {
	bounded
	name string
	file store.File
}

func (f boundedFile) Write(p []byte) (int, error) {
	own := append([]byte(nil), p...)
	return within(f.bounded, f.name, func() (int, error) { return f.file.Write(own) })
}

func (f boundedFile) Sync() error  { return f.done(f.name, f.file.Sync) }
func (f boundedFile) Close() error { return f.done(f.name, f.file.Close) }
