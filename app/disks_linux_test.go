package app_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/share"
	"deskleaf/app/store"
	"deskleaf/content/library"
)

// A disk is a small real one, in memory, that a test may fill and make read-only.
type disk struct {
	t  *testing.T
	at string
}

// roomBytes is how large such a disk is.
const roomBytes = 4 << 20

// newDisk mounts a disk, where this user may.
func newDisk(t *testing.T) disk {
	t.Helper()
	d := disk{t, t.TempDir()}
	if err := syscall.Mount("tmpfs", d.at, "tmpfs", 0, fmt.Sprintf("size=%d", roomBytes)); err != nil {
		t.Skipf("this user may not mount a disk of its own: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(d.at, syscall.MNT_DETACH) })
	return d
}

// fill leaves no room, and gives it back.
func (d disk) fill() (empty func()) {
	d.t.Helper()
	name := filepath.Join(d.at, "full")
	f, err := os.Create(name)
	for block := make([]byte, 4096); err == nil; {
		_, err = f.Write(block)
	}
	if !errors.Is(err, syscall.ENOSPC) {
		d.t.Fatal(err)
	}
	_ = f.Close()
	return func() { _ = os.Remove(name) }
}

// readOnly makes it a disk to which nothing can be written, and one again to which it can.
func (d disk) readOnly() (writable func()) {
	d.t.Helper()
	remount := func(flags uintptr) {
		if err := syscall.Mount("tmpfs", d.at, "tmpfs", syscall.MS_REMOUNT|flags, fmt.Sprintf("size=%d", roomBytes)); err != nil {
			d.t.Fatal(err)
		}
	}
	remount(syscall.MS_RDONLY)
	return func() { remount(0) }
}

// TestRealDisksThatCannotBeWritten holds, on real disks that are full or read-only, that
// everything that can be saved says so, that what was there is there, and that it is saved
// when it can be.
func TestRealDisksThatCannotBeWritten(t *testing.T) {
	broken := map[string]struct {
		make   func(disk) (mended func())
		reason store.Reason
	}{
		"full":      {disk.fill, store.DiskFull},
		"read-only": {disk.readOnly, store.NotAllowed},
	}
	for name, b := range broken {
		for _, test := range saves {
			t.Run(name+", "+test.name, func(t *testing.T) {
				if test.read == nil {
					test.read = theClinic
				}
				d := newDisk(t)
				files := moved{d.at}
				for _, folder := range []string{clinicAt, placesAt.Config} {
					if err := files.MkdirAll(folder, store.FolderPermission); err != nil {
						t.Fatal(err)
					}
				}
				if test.before != nil {
					test.before(on(files))
				}
				old := test.read(on(files))
				s := on(files)
				mended := b.make(d)
				err := test.do(s)
				freed := test.name == "draft dropped" && name == "full" // that needs no room
				if e, ok := errors.AsType[*store.Error](err); !freed && store.ReasonOf(err) != b.reason && (!ok || e.Reason != b.reason) {
					t.Errorf("it says %v", err)
				}
				if now := test.read(on(files)); !freed && !reflect.DeepEqual(now, old) {
					t.Errorf("it became %v, from %v", now, old)
				}
				mended()
				if freed {
					return
				}
				if err := test.do(s); err != nil {
					t.Errorf("with the disk as it should be: %v", err)
				}
			})
		}
	}
}

// TestProcedureOnARealDiskThatCannotBeWritten holds the same for words, and that the draft
// stays, which lies on this computer.
func TestProcedureOnARealDiskThatCannotBeWritten(t *testing.T) {
	for name, b := range map[string]func(disk) func(){"full": disk.fill, "read-only": disk.readOnly} {
		t.Run(name, func(t *testing.T) {
			d := newDisk(t)
			c := clinic.Open(store.OS{}, filepath.Join(d.at, "clinic"))
			save := func(summary string) error {
				book, _, err := library.Open(c.Folder, "").Book("colonoscopy")
				if err != nil {
					t.Fatal(err)
				}
				w := author.Begin(author.EditionOf(book))
				w.Change("", author.WithText(w.Now(), "en", "summary", summary))
				drafts := author.Drafts{Files: store.OS{}, Folder: t.TempDir()}
				if err := drafts.Keep(w.Base(), w.Now()); err != nil {
					t.Fatal(err)
				}
				err = author.Save(store.OS{}, c, w)
				if kept, open := drafts.Open("colonoscopy"); open != nil || kept.Now().Words["en"].Summary != summary {
					t.Errorf("the draft is gone: %v", open)
				}
				return err
			}
			if err := save("Ours."); err != nil {
				t.Fatal(err)
			}
			mended := b(d)
			if err := save("Better."); err == nil {
				t.Error("nothing was said")
			}
			book, complaints, err := library.Open(c.Folder, "").Book("colonoscopy")
			if err != nil || len(complaints) > 0 || book.Words["en"].Summary != "Ours." {
				t.Errorf("it is %v, with %v", err, complaints)
			}
			mended()
			if err := save("Better."); err != nil {
				t.Errorf("with the disk as it should be: %v", err)
			}
		})
	}
}

// moved are real files below a folder, by the paths that the saves beside this have.
type moved struct{ to string }

func (m moved) at(name string) string {
	return filepath.Join(m.to, name)
}

func (m moved) Create(name string, permission fs.FileMode) (store.File, error) {
	return store.OS{}.Create(m.at(name), permission)
}
func (m moved) ReadFile(name string) ([]byte, error)       { return store.OS{}.ReadFile(m.at(name)) }
func (m moved) Stat(name string) (fs.FileInfo, error)      { return store.OS{}.Stat(m.at(name)) }
func (m moved) ReadDir(name string) ([]fs.DirEntry, error) { return store.OS{}.ReadDir(m.at(name)) }
func (m moved) Mkdir(name string, permission fs.FileMode) error {
	return store.OS{}.Mkdir(m.at(name), permission)
}
func (m moved) MkdirAll(name string, permission fs.FileMode) error {
	return store.OS{}.MkdirAll(m.at(name), permission)
}
func (m moved) Remove(name string) error        { return store.OS{}.Remove(m.at(name)) }
func (m moved) Rename(old, new string) error    { return store.OS{}.Rename(m.at(old), m.at(new)) }
func (m moved) RenameNew(old, new string) error { return store.OS{}.RenameNew(m.at(old), m.at(new)) }
func (m moved) SyncDir(name string) error       { return store.OS{}.SyncDir(m.at(name)) }

// TestTheShareIsTakenAwayWhileSomebodyWorks holds that everything that can be saved into the
// clinic's folder says that it is gone, that nothing of another clinic comes to stand where
// it was, and that it is saved when the folder is back.
func TestTheShareIsTakenAwayWhileSomebodyWorks(t *testing.T) {
	for _, test := range saves {
		if test.read != nil && reflect.ValueOf(test.read).Pointer() != reflect.ValueOf(withTwin).Pointer() {
			continue // of the desk's own folder
		}
		for name, empty := range map[string]bool{"gone": false, "emptied": true} {
			t.Run(name+", "+test.name, func(t *testing.T) {
				top := t.TempDir()
				files := moved{top}
				start := on(files)
				must(start.SaveFacts(files, clinic.Facts{Name: "Maple"}))
				if test.before != nil {
					test.before(on(files))
				}
				f := share.Follow(files, clinicAt, filepath.FromSlash("/cache"), clinic.ReadsWell)
				s := saver{files, clinic.OpenShared(files, f, f.Look(patient, patient))}
				was, away := filepath.Join(top, clinicAt), filepath.Join(top, "away")
				if err := os.Rename(was, away); err != nil {
					t.Fatal(err)
				}
				if empty {
					if err := os.Mkdir(was, 0o700); err != nil {
						t.Fatal(err)
					}
				}
				if err := test.do(s); err == nil || !strings.Contains(err.Error(), "so nothing can be saved in it") {
					t.Errorf("it says %v", err)
				}
				if left, _ := os.ReadDir(was); len(left) > 0 {
					t.Errorf("where it was lies %v", left)
				}
				if err := errors.Join(os.RemoveAll(was), os.Rename(away, was)); err != nil {
					t.Fatal(err)
				}
				if err := test.do(s); err != nil {
					t.Errorf("with the folder back: %v", err)
				}
			})
		}
	}
}
