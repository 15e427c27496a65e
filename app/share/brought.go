package share

import (
	"crypto/sha256"
	"encoding/json"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"deskleaf/app/store"
)

// brought is where the copy was written by [Folder.Bring], and not held to the clinic's
// folder by a look since. A file beside the copy says so too, for a process that is ended
// before.
type brought struct {
	sync.Mutex
	at map[string]int // the paths, each with a number of when
	n  int
}

const broughtName = "brought.json"

// readBrought reads what a process left that ended before its next look.
func (f *Folder) readBrought() {
	f.brought.at = map[string]int{}
	if f.copy == "" {
		return
	}
	data, err := f.files.ReadFile(filepath.Join(f.copy, broughtName))
	if err == nil {
		_ = json.Unmarshal(data, &f.brought.at) // of what cannot be read, the paths that can be
	}
	if f.brought.at == nil {
		f.brought.at = map[string]int{}
	}
	f.brought.n = len(f.brought.at)
}

// mark notes that the copy is written at a path.
func (f *Folder) mark(below string) {
	f.brought.Lock()
	defer f.brought.Unlock()
	_, known := f.brought.at[below]
	f.brought.n++
	f.brought.at[below] = f.brought.n
	if !known {
		f.writeBrought()
	}
}

func (f *Folder) marks() map[string]int {
	f.brought.Lock()
	defer f.brought.Unlock()
	return maps.Clone(f.brought.at)
}

// unmark forgets marks, unless the copy was written there since.
func (f *Folder) unmark(marks map[string]int) {
	f.brought.Lock()
	defer f.brought.Unlock()
	for below, n := range marks {
		if f.brought.at[below] == n {
			delete(f.brought.at, below)
		}
	}
	if len(marks) > 0 {
		f.writeBrought()
	}
}

func (f *Folder) writeBrought() {
	at := filepath.Join(f.copy, broughtName)
	if len(f.brought.at) == 0 {
		_ = f.files.Remove(at) // what stays costs a look at a few files
		return
	}
	if data, err := json.Marshal(f.brought.at); err == nil {
		_ = keepFile(f.files, at, data) // without it, it is known as long as this process lasts
	}
}

// drift has every file looked at anew that the copy has, at the paths of marks, other than
// a look took it, or besides.
func (f *Folder) drift(marks map[string]int) {
	for below := range marks {
		for _, at := range f.copied(below) {
			data, err := f.files.ReadFile(f.copyPath(at))
			hash := sha256.Sum256(data)
			if was, had := f.kept.Files[at]; had != (err == nil) || had && was.Sum != sum(hash[:12]) {
				f.kept.Files[at] = taken{} // as no file is
			}
		}
	}
}

// old is how long ago a file was left half written that nobody writes any more.
const old = 24 * time.Hour

// sweep has every file looked at anew of which nothing is kept: a process that ended before
// it had written down what it took leaves some. What it was writing is deleted.
func (f *Folder) sweep() {
	if f.swept {
		return
	}
	f.swept = true
	below := []string{"."}
	for depth := 0; len(below) > 0 && depth <= deepest; depth++ {
		var deeper []string
		for _, folder := range below {
			entries, _ := f.files.ReadDir(f.copyPath(folder)) // without a copy there is nothing
			_ = store.Tidy(f.files, f.copyPath(folder), time.Now().Add(-old))
			for _, e := range entries {
				at := path.Join(folder, e.Name())
				if _, had := f.kept.Files[at]; e.IsDir() {
					deeper = append(deeper, at)
				} else if !had && followed(e) {
					f.kept.Files[at] = taken{} // as no file is
				}
			}
		}
		below = deeper
	}
}

// copied are the files that the copy has at a path, or should have.
func (f *Folder) copied(below string) []string {
	all := []string{}
	if _, had := f.kept.Files[below]; had {
		all = append(all, below)
	}
	for at := range f.kept.Files {
		if path.Dir(at) == below {
			all = append(all, at)
		}
	}
	entries, err := f.files.ReadDir(f.copyPath(below))
	if err != nil {
		return append(all, below)
	}
	for _, e := range entries {
		if at := path.Join(below, e.Name()); followed(e) && !slices.Contains(all, at) {
			all = append(all, at)
		}
	}
	return all
}
