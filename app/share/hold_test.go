package share

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"deskleaf/app/store"
)

func TestOneDeskAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		folder := t.TempDir()
		first, err := Hold(store.OS{}, folder)
		if err != nil || first.Still() != nil {
			t.Fatal(err, first.Still())
		}
		began := time.Now()
		_, err = Hold(store.OS{}, folder)
		computer, _ := os.Hostname()
		if busy, ok := errors.AsType[*Busy](err); !ok || busy.Computer != computer || !strings.Contains(err.Error(), "another desk") {
			t.Errorf("the second desk is told %v", err)
		}
		if waited := time.Since(began); waited < waitFor || waited > 2*waitFor {
			t.Errorf("it waited %v", waited)
		}
		first.Release()
		second, err := Hold(store.OS{}, folder)
		if err != nil || !errors.Is(first.Still(), ErrLost) {
			t.Errorf("after the first let go: %v, and the first still holds it", err)
		}
		first.Release() // must not let go of the second's
		if second.Still() != nil {
			t.Error("the hold of another desk was released")
		}
		path := filepath.Join(folder, "answers.yaml")
		for n := range 6 { // a slow share: each file takes long, and another desk looks all the time
			time.Sleep(holdFor / 3)
			if err := store.Save(second.Files(), path, fmt.Append(nil, n)); err != nil {
				t.Fatal(err)
			}
			stamp := time.Now() // the disk does not have the clock of this test
			if err := os.Chtimes(filepath.Join(folder, holdName, second.token()), stamp, stamp); err != nil {
				t.Fatal(err)
			}
			if _, err := Hold(store.OS{}, folder); err == nil || second.Still() != nil {
				t.Fatal("a desk that goes on saving lost the folder")
			}
		}
		for range 4 {
			third, err := Hold(store.OS{}, folder)
			if err == nil {
				third.Release()
			}
		}
		if !errors.Is(second.Still(), ErrLost) {
			t.Error("a hold in which nothing happens lasts for ever")
		}
	})
}

// leave is what a desk leaves behind that stops while it saves.
func leave(t *testing.T, hold string) {
	t.Helper()
	if err := os.Mkdir(hold, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{ownerName: "ABC\nFRONT-2\n", "1": "half a fi"} {
		if err := os.WriteFile(filepath.Join(hold, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhatAStoppedDeskLeftHoldsNobodyUpForLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		folder := t.TempDir()
		path := filepath.Join(folder, holdName)
		leave(t, path)
		began := time.Now()
		for {
			l, err := Hold(store.OS{}, folder)
			if err == nil {
				l.Release()
				break
			}
			if time.Since(began) > 2*holdFor {
				t.Fatalf("still held after %v: %v", time.Since(began), err)
			}
		}
		if time.Since(began) < holdFor {
			t.Error("somebody who may be saving was not waited for")
		}
		left, err := os.ReadDir(folder)
		if err != nil || len(left) > 0 {
			t.Errorf("left over: %v", left)
		}
	})
}

// A hold that was found stopped, and is another's by the time it is cleared, stays.
func TestClearingLeavesWhatIsNew(t *testing.T) {
	folder := t.TempDir()
	late := &Lease{files: store.OS{}, path: filepath.Join(folder, holdName), text: []byte("LATE\nx\n")}
	quick, err := Hold(store.OS{}, folder)
	if err != nil {
		t.Fatal(err)
	}
	late.clear([]byte("DEAD\ny\n"))
	if quick.Still() != nil {
		t.Error("a desk that was saving lost the folder")
	}
}

// A desk that was stopped for so long that another one took its turn changes nothing any
// more, however late the system does what it asked for: asking whether it still may, and
// renaming, are two steps.
func TestADeskThatComesTooLateChangesNothing(t *testing.T) {
	for _, test := range []struct {
		name string
		late func(files store.FS, path string) error
	}{
		{"replacing", func(files store.FS, path string) error { return store.Save(files, path, []byte("late")) }},
		{"making", func(files store.FS, path string) error { return store.SaveNew(files, path+"-new", []byte("late")) }},
		{"removing", func(files store.FS, path string) error { return files.Remove(path) }},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "answers.yaml")
			asked, done := make(chan func()), make(chan error)
			go func() {
				slow, err := Hold(sleepy{asked: asked}, folder)
				if err == nil {
					err = test.late(slow.Files(), path)
				}
				done <- err
			}()
			if err := os.WriteFile(path, []byte("theirs"), 0o600); err != nil {
				t.Fatal(err)
			}
			goOn := <-asked // it found that it may, and renames
			other := &Lease{files: store.OS{}, path: filepath.Join(folder, holdName), text: []byte("OTHER\nx\n")}
			other.clear(ownerOf(store.OS{}, other.path))
			quick, err := Hold(store.OS{}, folder)
			if err != nil {
				t.Fatal(err)
			}
			if err := store.Save(quick.Files(), path, []byte("mine")); err != nil {
				t.Fatal(err)
			}
			goOn()
			if err := <-done; !errors.Is(err, ErrLost) {
				t.Errorf("the desk that comes too late is told %v", err)
			}
			if quick.Still() != nil {
				t.Error("the second desk lost the folder")
			}
			quick.Release()
			left, err := os.ReadDir(folder)
			data, _ := os.ReadFile(path)
			if err != nil || string(data) != "mine" || len(left) != 1 {
				t.Errorf("the file is %q, beside %v", data, left)
			}
		})
	}
}

// sleepy is a system that is asked to rename, and does it when it is let.
type sleepy struct {
	store.OS
	asked chan func()
}

func (s sleepy) wait() {
	over := make(chan struct{})
	s.asked <- func() { close(over) }
	<-over
}

func (s sleepy) Rename(old, new string) error    { s.wait(); return s.OS.Rename(old, new) }
func (s sleepy) RenameNew(old, new string) error { s.wait(); return s.OS.RenameNew(old, new) }
