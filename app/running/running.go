// Package running keeps one window of Deskleaf open for a person at a computer: a
// second start has the first one come to the front, perhaps at a procedure, so
// that an icon, a macro or an electronic health record can call it again and again.
//
// The processes meet in a private folder, with no network and no socket:
//
//	KEY.lock      the running window holds a lock on it, which the system takes
//	              back when the process ends, however it ends
//	KEY.ask-ID    what a later start asks for: an empty file, or the id of a procedure
//	KEY.answer-ID what became of it: an empty file, or why it was not done
//
// The key stands for this computer and this session of the person's, because the
// folder may be on a share, and a window in another session cannot be seen here.
//
// The window looks into the folder ten times a second. That costs less than a
// thousandth of one core, holds on every system and kind of disk, and needs none
// of the watches that a system may have run out of. A later start asks and waits;
// if the window ends meanwhile, it takes its place. So a start either shows a
// window or says why there is none, and what a crash left behind blocks nobody.
package running

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// How often the window looks for those who ask, and they for its answer.
const (
	lookEvery = 100 * time.Millisecond
	waitEvery = 20 * time.Millisecond
)

// A Desk is where the windows of one person in one session meet.
type Desk struct {
	folder string
	key    string
}

// At is this session's desk, which keeps its files in a folder that only this
// person can read.
func At(folder string) Desk {
	host, _ := os.Hostname() // without a name, sessions are told apart all the same
	key := sha256.Sum256([]byte(host + "\x00" + session()))
	return Desk{folder: folder, key: hex.EncodeToString(key[:6])}
}

// ErrNoAnswer says that a window is open and does not answer.
var ErrNoAnswer = errors.New("a window of Deskleaf is open already and does not answer")

// Start makes this process the one with the window, or has the running one show
// itself at a procedure ("" for none). Then there is no Own; an error says why it
// did not. It waits for the other as long as patience.
//
// Where the folder or the system can keep no lock, this process is the one: two
// windows are better than none.
func (d Desk) Start(procedure string, patience time.Duration) (*Own, error) {
	if err := os.MkdirAll(d.folder, 0o700); err != nil {
		return d.alone(), nil
	}
	lock, taken, err := d.lock()
	if err != nil {
		return d.alone(), nil
	}
	if !taken {
		return &Own{desk: d, lock: lock, done: make(chan struct{})}, nil
	}
	return d.ask(procedure, patience)
}

// alone is the window of a desk that can keep no lock.
func (d Desk) alone() *Own { return &Own{desk: d, done: make(chan struct{})} }

func (d Desk) path(kind string) string { return filepath.Join(d.folder, d.key+"."+kind) }

// lock tries to hold the desk's lock.
func (d Desk) lock() (lock *os.File, taken bool, err error) {
	f, err := os.OpenFile(d.path("lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, false, err
	}
	if taken, err = hold(f); taken || err != nil {
		f.Close()
		return nil, taken, err
	}
	return f, false, nil
}

// ask asks the window that runs, and waits for its answer, or for its place.
func (d Desk) ask(procedure string, patience time.Duration) (*Own, error) {
	giveWay()
	id := rand.Text()
	question, answer := d.path("ask-"+id), d.path("answer-"+id)
	if err := put(question, procedure); err != nil {
		return nil, fmt.Errorf("ask the Deskleaf that is open already: %w", err)
	}
	defer os.Remove(question)
	defer os.Remove(answer)
	tick := time.NewTicker(waitEvery)
	defer tick.Stop()
	late := time.After(patience)
	for {
		if said, err := os.ReadFile(answer); err == nil {
			if len(said) > 0 {
				return nil, errors.New(string(said))
			}
			return nil, nil
		}
		if lock, taken, err := d.lock(); err == nil && !taken {
			return &Own{desk: d, lock: lock, done: make(chan struct{})}, nil
		}
		select {
		case <-tick.C:
		case <-late:
			return nil, ErrNoAnswer
		}
	}
}

// put writes a small file that is there whole or not at all.
func put(path, text string) error {
	half := path + "-half"
	if err := os.WriteFile(half, []byte(text), 0o600); err != nil {
		return err
	}
	if err := os.Rename(half, path); err != nil {
		os.Remove(half)
		return err
	}
	return nil
}

// Own is the place of the one process that has the window.
type Own struct {
	desk Desk
	lock *os.File // nil where the system keeps none
	done chan struct{}
}

// old is how long ago a question was asked that nobody waits for any more.
const old = time.Minute

// Serve calls show for everyone who starts the program once more, until Close. It
// must call answer once: with nil when the window is shown, else with why it is
// not. It returns at once, and calls show from a goroutine of its own.
func (o *Own) Serve(show func(procedure string, answer func(error))) {
	if o.lock == nil {
		return
	}
	go func() {
		tick := time.NewTicker(lookEvery)
		defer tick.Stop()
		for {
			o.look(show)
			select {
			case <-tick.C:
			case <-o.done:
				return
			}
		}
	}()
}

// look takes every question that there is. What nobody can be waiting for any
// more, a crash left behind.
func (o *Own) look(show func(procedure string, answer func(error))) {
	entries, err := os.ReadDir(o.desk.folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		path := filepath.Join(o.desk.folder, e.Name())
		kind, ours := strings.CutPrefix(e.Name(), o.desk.key+".")
		id, asks := strings.CutPrefix(kind, "ask-")
		switch {
		case !ours || kind == "lock":
		case stale(e):
			os.Remove(path)
		case asks && !strings.HasSuffix(id, "-half"):
			procedure, err := os.ReadFile(path)
			if err != nil || os.Remove(path) != nil {
				continue // whoever asked has given up
			}
			show(string(procedure), func(err error) {
				said := ""
				if err != nil {
					said = err.Error()
				}
				_ = put(o.desk.path("answer-"+id), said) // whoever asked says then that there was no answer
			})
		}
	}
}

func stale(e fs.DirEntry) bool {
	about, err := e.Info()
	return err == nil && time.Since(about.ModTime()) > old
}

// Close gives the place up: the next start has its own window.
func (o *Own) Close() {
	close(o.done)
	if o.lock != nil {
		o.lock.Close()
	}
}
