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

// holdName is the folder by which a desk holds a clinic's folder, and ownerName the file
// in it that says whose hold it is: its first line is a number drawn for this hold, its
// second the computer's name. It is hidden and short-lived.
const (
	holdName  = ".deskleaf-saving"
	ownerName = "desk"
)

// How long a hold lasts in which nothing happens, how long another desk waits for it, and
// how often it looks.
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
	files  store.FS
	inside string // how the path of what lies in the folder begins
	path   string // of the hold
	text   []byte
	within *leased
}

// held remembers since when this process has seen a hold, so that one that a desk left
// behind when it stopped is told from one that lasts. No clock but this computer's is
// asked.
var held = struct {
	sync.Mutex
	since map[string]sighting
}{since: map[string]sighting{}}

type sighting struct {
	mark string
	at   time.Time
}

// Hold holds a folder until [Lease.Release]. Where another desk holds it, it waits a few
// seconds, and then gives a [*Busy]. What a desk that stopped left behind holds nobody up
// for longer than ten seconds after it was first seen; one that goes on saving keeps it.
//
// A share need not know locks for this; it is enough that a folder can only be made once.
// A program that keeps folders alike knows nothing of it, so there it holds desks back
// that use one computer, and no others.
func Hold(files store.FS, folder string) (*Lease, error) {
	computer, _ := os.Hostname() // without a name, another desk is told all the same
	l := &Lease{files: files, inside: strings.TrimSuffix(filepath.Clean(folder), string(filepath.Separator)) + string(filepath.Separator), path: filepath.Join(folder, holdName), text: []byte(rand.Text() + "\n" + computer + "\n")}
	l.within = &leased{FS: files, lease: l, made: map[string]string{}}
	for end := time.Now().Add(waitFor); ; time.Sleep(lookEach) {
		err := l.take()
		if !errors.Is(err, fs.ErrExist) {
			if err != nil {
				return nil, &store.Error{Doing: "save", Path: folder, Reason: store.ReasonOf(err), Err: err}
			}
			return l, nil
		}
		there := ownerOf(files, l.path)
		if mark := markOf(files, l.path); mark != "" && seen(l.path, mark) >= holdFor {
			l.clear(there)
			continue
		}
		if time.Now().After(end) {
			_, computer, _ := strings.Cut(string(there), "\n")
			return nil, &Busy{strings.TrimSpace(computer)}
		}
	}
}

// take makes the hold, if nobody has.
func (l *Lease) take() error {
	if err := l.files.Mkdir(l.path, store.FolderPermission); err != nil {
		return err
	}
	owner := filepath.Join(l.path, ownerName)
	f, err := l.files.Create(owner, store.FilePermission)
	if errors.Is(err, fs.ErrExist) || isGone(err) {
		return fs.ErrExist // it took so long that another desk cleared it, and holds the folder now
	}
	if err == nil {
		_, err = f.Write(l.text)
		if closed := f.Close(); err == nil {
			err = closed
		}
	}
	if err != nil {
		_ = l.files.Remove(owner)
		_ = l.files.Remove(l.path) // what stays is taken for left behind
	}
	return err
}

// token is the number that was drawn for this hold, and tokenOf that of one by what says
// whose it is.
func (l *Lease) token() string { return tokenOf(l.text) }

func tokenOf(owner []byte) string {
	token, _, _ := bytes.Cut(owner, []byte("\n"))
	return string(token)
}

// ownerOf says whose a hold is; nothing where that cannot be read.
func ownerOf(files store.FS, hold string) []byte {
	there, _ := files.ReadFile(filepath.Join(hold, ownerName))
	return there
}

// markOf is another text for another hold, and for the same when something was done in it
// since: on a slow share a save may take long. It is "" for none. One of which nobody says
// yet whose it is, is told by the time when it was made.
func markOf(files store.FS, hold string) string {
	about, err := files.Stat(hold)
	if err != nil {
		return ""
	}
	owner, changed := ownerOf(files, hold), about.ModTime()
	if room, err := files.Stat(filepath.Join(hold, tokenOf(owner))); err == nil {
		changed = room.ModTime()
	}
	return fmt.Sprintf("%s %d", owner, changed.UnixNano())
}

// seen notes a hold of another desk, and gives how long it has been the same.
func seen(path, mark string) time.Duration {
	held.Lock()
	defer held.Unlock()
	if s, ok := held.since[path]; ok && s.mark == mark {
		return time.Since(s.at)
	}
	held.since[path] = sighting{mark, time.Now()}
	return 0
}

// clear takes away what a desk left behind when it stopped. Two desks may find it at
// once, and one of them may hold the folder by then: so it is moved, looked at, and put
// back where it is not the one that was found. As soon as it is moved, nothing that lies
// in it can take a place in the folder any more.
func (l *Lease) clear(dead []byte) {
	moved := l.path + "-" + l.token()
	if l.files.Rename(l.path, moved) != nil {
		return
	}
	if !bytes.Equal(ownerOf(l.files, moved), dead) && l.files.Rename(moved, l.path) == nil {
		return // else its owner finds that it was lost
	}
	discard(l.files, moved)
}

// discard deletes a hold with all that lies in it. What stays harms nobody.
func discard(files store.FS, hold string) {
	entries, _ := files.ReadDir(hold)
	for _, e := range entries {
		if at := filepath.Join(hold, e.Name()); e.IsDir() {
			discard(files, at)
		} else {
			_ = files.Remove(at)
		}
	}
	_ = files.Remove(hold)
}

// Sweep deletes what clearing holds left over when the machine stopped meanwhile, as far
// as it was last changed before a time.
func Sweep(files store.FS, folder string, before time.Time) {
	entries, _ := files.ReadDir(folder)
	for _, e := range entries {
		if !e.IsDir() || !strings.HasPrefix(e.Name(), holdName+"-") {
			continue
		}
		if about, err := e.Info(); err == nil && about.ModTime().Before(before) {
			discard(files, filepath.Join(folder, e.Name()))
		}
	}
}

// Still gives [ErrLost] where the folder is not held any more. A nil lease is of a folder
// that need not be held.
func (l *Lease) Still() error {
	if l == nil {
		return nil
	}
	if !bytes.Equal(ownerOf(l.files, l.path), l.text) {
		return ErrLost
	}
	return nil
}

// Release lets others save.
func (l *Lease) Release() {
	if l == nil {
		return
	}
	if !bytes.Equal(ownerOf(l.files, l.path), l.text) {
		return
	}
	if room := l.within.room; room != "" {
		_ = l.files.Remove(room)
	}
	_ = l.files.Remove(filepath.Join(l.path, ownerName))
	_ = l.files.Remove(l.path) // not where something lies in it still: that is taken for left behind
}
