// Package share is a clinic's folder that several desks use at once: on a file
// server, or kept alike by a program such as OneDrive, Dropbox or Syncthing. It
// knows files and nothing of what stands in them.
//
// A desk never reads such a folder while somebody waits. A [Folder] follows it: each
// [Folder.Look] brings what changed into a copy on this computer, and everything else
// reads the copy. So a folder whose computer is off, or slow, costs nobody anything but
// news; the program opens with the words it had last, and says since when.
//
//   - What is half written is waited for: a file counts when it reads well, or has not
//     changed for a while. Files of one procedure come over together.
//   - The system's notices of changes ([Notices]) only hasten the next look: on shares
//     they are often missing, so there are looks all the time, the rarer the slower the
//     folder answers ([Folder.Pause]).
//   - Whoever saves holds the folder meanwhile ([Hold]), so that two desks do not save
//     over each other, and looks once more at what is there. Where a program keeps the
//     folders of several computers alike, that comes too late: it makes conflict copies,
//     which are found ([Twin]), and put away ([PutAway]) but never deleted.
//
// Times are told by this computer's clock alone; those of files are only compared for
// being the same, because the server's clock is another.
package share

import (
	"errors"
	"io/fs"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"deskleaf/app/store"
)

// Why a folder is away, besides [fs.ErrNotExist] and [fs.ErrPermission].
var (
	ErrNoAnswer = errors.New("it does not answer")
	ErrEmptied  = errors.New("what it held is not there any more") // the share is not connected to its folder
)

// A Folder is a clinic's folder as this desk follows it. It may be used from several
// goroutines.
type Folder struct {
	files store.FS
	path  string
	copy  string // where the copy lies; "" for none
	good  Good
	ticks func() time.Duration // a clock that only goes forward

	progress atomic.Int64 // counts what was read, so that slow is told from hung

	looking sync.Mutex
	running chan struct{} // closed when the look that is going on is over; nil for none
	last    State         // what it found

	mu      sync.RWMutex // held while the copy is changed; see Reading
	kept    kept
	written time.Time // what its file says of when that was

	known   map[string]sight // since when a file is as it is, by path
	brought brought
	swept   bool          // the copy was looked through for files of which nothing is kept
	spent   time.Duration // how long the last look took
}

// A Good says whether files that belong together read well: one file beside the
// others, or all of a procedure, by their paths. What does not is waited for, because
// somebody may be writing it. Nil takes everything.
type Good func(files map[string][]byte) error

// A State is what a look found.
type State struct {
	Away    error     // why the folder cannot be read; nil where it can
	AsOf    time.Time // when it was last seen whole; zero for never
	Changed []string  // paths of files that are other than at the look before, within the folder, with slashes
	Twins   []Twin    // conflict copies
	Broken  []string  // files at the top that do not read well, or are gone: the copy has them as they were
	Soon    bool      // something is being written, or there was no time for all: look again in a moment
	NoCopy  error     // why no copy can be kept
}

// News is what a look is to whoever shows what the folder holds.
type News struct {
	Fresh   bool          // there is something to read anew
	Changed []string      // as in [State]
	Next    time.Duration // until the next look
}

// Follow follows a clinic's folder, with a copy below the folder copies, or without
// one where that is "".
func Follow(files store.FS, folder, copies string, good Good) *Folder {
	began := time.Now()
	f := &Folder{
		files: files, path: filepath.Clean(folder), good: good, ticks: func() time.Duration { return time.Since(began) },
		known: map[string]sight{},
	}
	if copies != "" {
		f.copy = filepath.Join(copies, copyName(f.path))
	}
	if f.good == nil {
		f.good = func(map[string][]byte) error { return nil }
	}
	f.kept = f.readKept()
	f.written = f.kept.AsOf
	f.readBrought()
	return f
}

// Path is the clinic's folder.
func (f *Folder) Path() string { return f.path }

// Source is the folder to read from: the copy, where there is a whole one.
func (f *Folder) Source() string {
	f.mu.RLock()
	defer f.mu.RUnlock()
	if f.copy == "" || !f.kept.Whole {
		return f.path
	}
	return f.copyPath("")
}

// HasCopy reports whether there is a whole copy to read from.
func (f *Folder) HasCopy() bool { return f.Source() != f.path }

// Reading has read called while the copy stays as it is.
func (f *Folder) Reading(read func()) {
	f.mu.RLock()
	defer f.mu.RUnlock()
	read()
}

// Look looks at the folder and brings what changed into the copy. It returns after
// most at the latest, and earlier where nothing moves for as long as patience: then the
// folder is away, and the look goes on by itself until the system lets go of it. There
// is never more than one going on.
func (f *Folder) Look(patience, most time.Duration) State {
	f.looking.Lock()
	if f.running == nil {
		f.running = make(chan struct{})
		f.progress.Store(0)
		go f.look(f.running)
	}
	over, before := f.running, f.progress.Load()
	f.looking.Unlock()

	end := time.NewTimer(most)
	defer end.Stop()
	for {
		quiet := time.NewTimer(patience)
		select {
		case <-over:
			quiet.Stop()
			f.looking.Lock()
			defer f.looking.Unlock()
			return f.last
		case <-quiet.C:
			now := f.progress.Load()
			if now == before {
				return State{Away: ErrNoAnswer, AsOf: f.asOf()}
			}
			before = now
		case <-end.C:
			quiet.Stop()
			return State{AsOf: f.asOf(), Soon: true}
		}
	}
}

// look is one look.
func (f *Folder) look(over chan struct{}) {
	began := f.ticks()
	s := f.pass()
	f.looking.Lock()
	defer f.looking.Unlock()
	f.spent = f.ticks() - began
	f.last, f.running = s, nil
	close(over)
}

func (f *Folder) asOf() time.Time {
	f.mu.RLock()
	defer f.mu.RUnlock()
	return f.kept.AsOf
}

// How long to wait until the next look: the usual time, that where something is being
// written, and how many times as long as a look took at the least, so that a slow folder
// is not asked all the time; but never longer than the last, because a look that hung once
// says nothing of the next.
const (
	usualPause = 10 * time.Second
	soonPause  = time.Second
	rarer      = 20
	mostPause  = time.Minute
)

// Pause is how long to wait after a look that found s.
func (f *Folder) Pause(s State) time.Duration {
	f.looking.Lock()
	defer f.looking.Unlock()
	switch {
	case s.Away != nil: // one that hangs is not begun again, so asking costs nothing
		return usualPause
	case s.Soon:
		return min(max(soonPause, f.spent), mostPause)
	}
	return min(max(usualPause, rarer*f.spent), mostPause)
}

// reason is why a folder cannot be read, as one of the errors above.
func reason(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return fs.ErrNotExist
	case errors.Is(err, fs.ErrPermission):
		return fs.ErrPermission
	}
	return ErrNoAnswer // the system gave up on its computer
}
