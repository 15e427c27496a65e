package share

import (
	"path/filepath"
	"runtime"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long nothing more must change until it is told, so that one save is told once, and
// how many procedures' folders are watched at the most: a system may have few watches.
const (
	quietFor    = 300 * time.Millisecond
	mostWatched = 200
)

// Notices tells when the system notices that something changed in a folder, until stop
// is called. What nobody waits for is left out. Where the system has no notices for this
// folder, as for most shares, none come: whoever waits must look all the same.
func Notices(folder string, tell chan<- struct{}) (stop func()) {
	done := make(chan struct{})
	go notice(folder, tell, done)
	return func() { close(done) }
}

// notice watches until it is done. The system may keep it waiting at any call, so it has
// a goroutine of its own.
func notice(folder string, tell chan<- struct{}, done <-chan struct{}) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return
	}
	defer w.Close()
	watch(w, folder)
	var quiet <-chan time.Time
	for {
		select {
		case <-done:
			return
		case e, ok := <-w.Events:
			if !ok {
				return
			}
			if name := filepath.Base(e.Name); !passing(name) || name == holdName {
				quiet = time.After(quietFor)
			}
		case <-w.Errors: // too much at once, or a folder that went away: the next look sees it
			quiet = time.After(quietFor)
		case <-quiet:
			quiet = nil
			watch(w, folder) // there may be new folders
			select {
			case tell <- struct{}{}:
			default:
			}
		}
	}
}

// watch watches what is not watched yet. On Windows a folder that is watched keeps those
// above it from being renamed, so there it is only the top.
func watch(w *fsnotify.Watcher, folder string) {
	_ = w.Add(folder) // where it cannot be watched, looks are enough
	if runtime.GOOS == "windows" {
		return
	}
	procedures, _ := filepath.Glob(filepath.Join(folder, proceduresFolder, "*"))
	for _, below := range append([]string{filepath.Join(folder, proceduresFolder)}, procedures[:min(len(procedures), mostWatched)]...) {
		_ = w.Add(below)
	}
}
