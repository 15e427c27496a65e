package share

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"deskleaf/app/store"
)

// A stamp tells whether a file is still the one that was seen.
type stamp struct {
	Size int64
	Time int64 // of its last change by the server's clock, in nanoseconds since 1970
}

// A listing is what lies in a clinic's folder.
type listing struct {
	files    map[string]stamp // by path from the folder, with slashes
	twins    []Twin
	held     bool     // somebody is saving
	lastGood bool     // the facts' version from before is there
	hidden   []string // folders that cannot be listed
}

// The folders of a clinic's folder that are followed, with what lies below them.
const (
	proceduresFolder = "procedures"
	historyFolder    = "history"
)

// mostBytes is the largest file that is followed: a logo.
const mostBytes = 10 << 20

// list lists a clinic's folder. step is called whenever the folder has answered. A
// folder in it that goes away meanwhile is an error, because all of it may be going.
func list(files store.FS, folder string, step func()) (listing, error) {
	l := listing{files: map[string]stamp{}}
	top, err := files.ReadDir(folder)
	step()
	if err != nil {
		return l, err
	}
	var names, folders []string
	for _, e := range top {
		switch name := e.Name(); {
		case name == holdName:
			l.held = true
		case name == "clinic.yaml"+store.LastGood:
			l.lastGood = true
		case e.IsDir() && (name == proceduresFolder || name == historyFolder):
			folders = append(folders, name)
		case followed(e) && followedAtTop(name):
			l.add(name, e)
			names = append(names, name)
		}
	}
	l.twins = twinsOf("", names)
	for len(folders) > 0 {
		below := make([][]fs.DirEntry, len(folders))
		failed := make([]error, len(folders))
		atATime(len(folders), func(i int) {
			below[i], failed[i] = files.ReadDir(filepath.Join(folder, filepath.FromSlash(folders[i])))
			step()
		})
		var deeper []string
		for i, at := range folders {
			if errors.Is(failed[i], fs.ErrNotExist) {
				return l, failed[i]
			}
			if failed[i] != nil {
				l.hidden = append(l.hidden, at)
				continue
			}
			deeper = append(deeper, l.take(at, below[i])...)
		}
		folders = deeper
	}
	for _, t := range l.twins {
		delete(l.files, t.Path)
	}
	return l, nil
}

// deepest is how many folders down files are followed: history/procedure/edition, and
// procedures/procedure/shipped.
const deepest = 3

// take adds what lies in a folder below the top, and gives the folders to list next.
func (l *listing) take(at string, entries []fs.DirEntry) (deeper []string) {
	var names, folders []string
	for _, e := range entries {
		switch name := e.Name(); {
		case e.IsDir() && !passing(name):
			folders = append(folders, name)
		case followed(e) && at != proceduresFolder:
			l.add(path.Join(at, name), e)
			names = append(names, name)
		}
	}
	if strings.HasPrefix(at, proceduresFolder+"/") {
		l.twins = append(l.twins, twinsOf(at, names)...)
	}
	twins := []Twin{}
	if at == proceduresFolder {
		twins = twinFolders(at, folders)
		l.twins = append(l.twins, twins...)
	}
	if strings.Count(at, "/")+1 >= deepest {
		return nil
	}
	for _, name := range folders {
		if below := path.Join(at, name); !slices.ContainsFunc(twins, func(t Twin) bool { return t.Path == below }) {
			deeper = append(deeper, below)
		}
	}
	return deeper
}

// add notes a file. One that is gone by now is not there.
func (l *listing) add(at string, e fs.DirEntry) {
	if about, err := e.Info(); err == nil && about.Size() <= mostBytes {
		l.files[at] = stamp{about.Size(), about.ModTime().UnixNano()}
	}
}

// followed reports whether an entry is a file that is not only passing.
func followed(e fs.DirEntry) bool { return e.Type().IsRegular() && !passing(e.Name()) }

// passing reports whether a name is one that programs use while they write, or for
// themselves: hidden files (.~lock, ours, those of Syncthing and Dropbox while they
// receive), ~$ of Office, and what downloads are called until they are whole.
func passing(name string) bool {
	ending := strings.ToLower(path.Ext(name))
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~") || strings.HasSuffix(name, "~") ||
		slices.Contains([]string{".tmp", ".temp", ".part", ".partial", ".crdownload", ".lock", ".ini", ".db", ".swp"}, ending) ||
		strings.Contains(name, store.LastGood) || strings.Contains(name, ".damaged-")
}

// followedAtTop reports whether a file beside clinic.yaml is one of a clinic's: other
// things may lie there.
func followedAtTop(name string) bool {
	return slices.Contains([]string{".yaml", ".csv", ".png", ".jpg", ".jpeg"}, strings.ToLower(path.Ext(name)))
}

// group is what files belong together with: all of a folder below the top, and at the
// top each file by itself.
func group(at string) string {
	if folder := path.Dir(at); folder != "." {
		return folder
	}
	return at
}

// atATime calls do for 0 to n-1, several at a time: what is slow is a share's answer.
func atATime(n int, do func(i int)) {
	var all sync.WaitGroup
	room := make(chan struct{}, 4*runtime.GOMAXPROCS(0))
	for i := range n {
		room <- struct{}{}
		all.Go(func() {
			do(i)
			<-room
		})
	}
	all.Wait()
}
