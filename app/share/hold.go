package share

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"deskleaf/app/store"
)

// holdName is the file by which a desk holds a folder. It is hidden and short-lived; its
// first line is a number drawn for this hold, its second the computer's name.
const holdName = ".deskleaf-saving"

// How long a hold lasts at the most, how long another desk waits for it, and how often
// it looks.
const (
	holdFor  = 10 * time.Second
	waitFor  = 3 * time.Second
	lookEach = 25 * time.Millisecond
)

// A Busy is a folder that another desk holds.
type Busy struct{ Computer string }

// Error says it in English; the window has words of its own.
func (b *Busy) Error() string {
	return fmt.Sprintf("another desk (%s) is saving right now: try again in a moment", b.Computer)
}

// ErrLost says that a hold took too long and belongs to another desk by now: nothing may
// be written.
var ErrLost = errors.New("saving took too long, and another desk took its turn: try again")

// A Lease is the right to save into a folder, for a short time.
type Lease struct {
	files store.FS
	path  string
	text  []byte
	began time.Time
}

// held remembers since when this process has seen a hold, so that one that a desk left
// behind when it stopped is told from one that lasts. No clock but this computer's is
// asked.
var held = struct {
	sync.Mutex
	since map[string]sighting
}{since: map[string]sighting{}}

type sighting struct {
	text string
	at   time.Time
}

// Hold holds a folder until [Lease.Release]. Where another desk holds it, it waits a few
// seconds, and then gives a [*Busy]. What a desk that stopped left behind holds nobody up
// for longer than ten seconds after it was first seen.
//
// A share need not know locks for this; it is enough that a file can only be made once.
// A program that keeps folders alike knows nothing of it, so there it holds desks back
// that use one computer, and no others.
func Hold(files store.FS, folder string) (*Lease, error) {
	computer, _ := os.Hostname() // without a name, another desk is told all the same
	l := &Lease{files: files, path: filepath.Join(folder, holdName), text: []byte(rand.Text() + "\n" + computer + "\n")}
	for end := time.Now().Add(waitFor); ; time.Sleep(lookEach) {
		err := l.take()
		if !errors.Is(err, fs.ErrExist) {
			if err != nil {
				return nil, &store.Error{Doing: "save", Path: folder, Reason: store.ReasonOf(err), Err: err}
			}
			return l, nil
		}
		there, err := files.ReadFile(l.path)
		if err == nil && seen(l.path, string(there)) >= holdFor {
			l.clear(there)
			continue
		}
		if time.Now().After(end) {
			_, computer, _ := strings.Cut(string(there), "\n")
			return nil, &Busy{strings.TrimSpace(computer)}
		}
	}
}

// take makes the file, if nobody has.
func (l *Lease) take() error {
	f, err := l.files.Create(l.path, store.FilePermission)
	if err != nil {
		return err
	}
	l.began = time.Now()
	_, err = f.Write(l.text)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		_ = l.files.Remove(l.path)
	}
	return err
}

// seen notes a hold of another desk, and gives how long it has been the same.
func seen(path, text string) time.Duration {
	held.Lock()
	defer held.Unlock()
	if s, ok := held.since[path]; ok && s.text == text {
		return time.Since(s.at)
	}
	held.since[path] = sighting{text, time.Now()}
	return 0
}

// clear takes away what a desk left behind when it stopped. Two desks may find it at
// once, and one of them may hold the folder by then: so it is moved, looked at, and put
// back where it is not the one that was found.
func (l *Lease) clear(dead []byte) {
	token, _, _ := bytes.Cut(l.text, []byte("\n"))
	moved := l.path + "-" + string(token)
	if l.files.Rename(l.path, moved) != nil {
		return
	}
	if there, err := l.files.ReadFile(moved); err == nil && !bytes.Equal(there, dead) {
		_ = l.files.RenameNew(moved, l.path) // else its owner finds that it was lost
		return
	}
	_ = l.files.Remove(moved)
}

// Still gives [ErrLost] where the folder is not held any more. It is asked right before
// a file takes the place of another. A nil lease is of a folder that need not be held.
func (l *Lease) Still() error {
	if l == nil {
		return nil
	}
	if time.Since(l.began) > holdFor/2 {
		return ErrLost
	}
	if there, err := l.files.ReadFile(l.path); err != nil || !bytes.Equal(there, l.text) {
		return ErrLost
	}
	return nil
}

// Release lets others save.
func (l *Lease) Release() {
	if l == nil {
		return
	}
	if there, err := l.files.ReadFile(l.path); err == nil && bytes.Equal(there, l.text) {
		_ = l.files.Remove(l.path) // what stays is taken for left behind
	}
}
