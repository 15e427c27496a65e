package launch

import (
	"sync"
	"time"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/share"
	"deskleaf/app/store"
)

// How long the clinic's folder may be silent until it is away, how long a start and a
// later look may wait for all that is new in it, and how long one call to it may take.
const (
	reachTime = 2 * time.Second
	startTime = 5 * time.Second
	lookTime  = time.Minute
	callTime  = 5 * time.Second
)

// following is how this process follows the clinic's folder. It may be used from several
// goroutines.
type following struct {
	noticed chan struct{}

	mu     sync.Mutex
	folder *share.Folder
	state  share.State
	looked bool           // state is what a look at this folder found
	mended []store.Notice // what mending told
	stop   func()         // of the system's notices; nil while there are none
}

func newFollowing() *following { return &following{noticed: make(chan struct{}, 1)} }

// files are those that everything outside the desk's own folders is read and written
// with.
func files() store.FS { return share.Bounded(store.OS{}, callTime) }

// of is the folder that is followed, begun anew where it is another one. The lock must
// be held.
func (f *following) of(path, copies string) *share.Folder {
	if f.folder != nil && f.folder.Path() == path {
		return f.folder
	}
	if f.stop != nil {
		f.stop()
	}
	f.folder, f.state, f.looked, f.stop = share.Follow(store.OS{}, path, copies, clinic.ReadsWell), share.State{}, false, nil
	return f.folder
}

// look looks at a folder, and mends what reads badly in it. The lock must be held.
func (f *following) look(path, copies string, most time.Duration) (folder *share.Folder, found share.State) {
	folder = f.of(path, copies)
	found = folder.Look(reachTime, most)
	if len(found.Broken) > 0 {
		f.mended = append(f.mended, clinic.Mend(files(), path)...)
		again := folder.Look(reachTime, most)
		again.Changed = append(again.Changed, found.Changed...)
		found = again
	}
	return folder, found
}

// open reads the clinic whose folder is followed, as the last look found it.
func (f *following) open(path, copies string) clinic.Clinic {
	f.mu.Lock()
	defer f.mu.Unlock()
	folder := f.of(path, copies)
	if !f.looked {
		folder, f.state = f.look(path, copies, startTime)
		f.looked = true
	}
	c := clinic.OpenShared(files(), folder, f.state)
	c.Notices = append(c.Notices, f.mended...)
	f.mended = nil
	return c
}

// news looks at the folder that is followed, and says whether there is something to read.
// Without a copy it only compares, and what was there when it was read is what counts.
func (f *following) news(path, copies string) share.News {
	f.mu.Lock()
	defer f.mu.Unlock()
	was, first := f.state, !f.looked
	folder, found := f.look(path, copies, lookTime)
	f.state, f.looked = found, true
	if f.stop != nil && was.Away != nil && found.Away == nil { // what was watched is gone
		f.stop()
		f.stop = nil
	}
	if f.stop == nil && found.Away == nil {
		f.stop = share.Notices(path, f.noticed)
	}
	return share.News{
		Fresh:   !first && differs(was, found) || len(f.mended) > 0,
		Changed: found.Changed,
		Next:    folder.Pause(found),
	}
}

// differs reports whether a look found what a window must show.
func differs(was, now share.State) bool {
	same := len(was.Twins) == len(now.Twins) && was.Away == now.Away && (was.NoCopy == nil) == (now.NoCopy == nil)
	for i := range min(len(was.Twins), len(now.Twins)) {
		same = same && was.Twins[i] == now.Twins[i]
	}
	return !same || len(now.Changed) > 0
}

// clinic reads the clinic's folder of a desk. One that somebody chose may be on a share;
// the desk's own lies beside its settings, and is read itself.
func (o *opening) clinic(d desk.Desk) clinic.Clinic {
	if !o.signed.None() {
		return o.fixed(o.library())
	}
	folder, chosen := o.places.Clinic(&d, o.machine)
	switch {
	case chosen:
		return o.fixed(o.following.open(folder, o.places.Cache))
	case d.Seen == folder:
		return o.fixed(clinic.OpenKnown(store.OS{}, folder, true, reachTime))
	}
	return o.fixed(clinic.Open(store.OS{}, folder))
}

// seldom is how often nothing is looked for: a signed library changes only by installing
// another one.
const seldom = time.Hour

// news looks whether the clinic's folder of a desk is other than it was read.
func (o *opening) news(d desk.Desk) share.News {
	if !o.signed.None() {
		return share.News{Next: seldom}
	}
	folder, chosen := o.places.Clinic(&d, o.machine)
	if !chosen {
		return o.following.news(folder, "")
	}
	return o.following.news(folder, o.places.Cache)
}

// source is the folder to read the procedures of this desk's clinic from; "" where
// nothing is known of them.
func (o *opening) source() string {
	if c := o.clinic(o.desk); c.Known() {
		return c.Source()
	}
	return ""
}
