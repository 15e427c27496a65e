package share

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"deskleaf/app/store"
)

// A sum tells contents apart.
type sum [12]byte

// A taken is a file as the copy has it.
type taken struct {
	stamp
	Sum     sum
	Settled bool // it was read long enough after its stamp was first seen: a second change in one tick of the server's clock would have shown
}

// kept is what the copy holds. With it lies a file that says so, for the next start.
type kept struct {
	Format int
	Folder string
	Whole  bool // everything was brought over at least once
	AsOf   time.Time
	Files  map[string]taken
}

// A sight is how long a file has been as it is.
type sight struct {
	stamp
	gone  bool
	since time.Duration
}

const (
	keptFormat = 1
	keptName   = "copy.json"
	keptFiles  = "files"
)

// How long a file must be as it is: to be read for good, the coarsest clock that a file
// system has (FAT's two seconds, and a little); to be missed, so that a program which
// replaces files by taking one away first is let finish; and not to be waited for any
// longer although it does not read well.
const (
	settleFor = 2500 * time.Millisecond
	missedFor = 900 * time.Millisecond
	brokenFor = 20 * time.Second
)

// keepEach is how often the time of the last look is written down, where nothing
// changed: the disk need not be woken each time.
const keepEach = 5 * time.Minute

// copyName is the name of a folder's copy: the same for the same folder.
func copyName(folder string) string {
	hash := sha256.Sum256([]byte(folder))
	return "clinic-" + hex.EncodeToString(hash[:6])
}

// copyPath is where the copy has a file.
func (f *Folder) copyPath(at string) string {
	return filepath.Join(f.copy, keptFiles, filepath.FromSlash(at))
}

// readKept reads what an earlier start kept. What cannot be read is kept anew.
func (f *Folder) readKept() kept {
	fresh := kept{Format: keptFormat, Folder: f.path, Files: map[string]taken{}}
	if f.copy == "" {
		return fresh
	}
	data, err := f.files.ReadFile(filepath.Join(f.copy, keptName))
	var k kept
	if err != nil || json.Unmarshal(data, &k) != nil || k.Format != keptFormat || k.Folder != f.path || k.Files == nil {
		return fresh
	}
	return k
}

// pass looks once.
func (f *Folder) pass() State {
	s := State{AsOf: f.asOf()}
	l, err := list(f.files, f.path, f.step)
	if err == nil && f.emptied(l) {
		err = ErrEmptied
		s.Away = err
	}
	if err != nil {
		if s.Away == nil {
			s.Away = reason(err)
		}
		return s
	}
	s.Twins = l.twins
	if l.held && f.alive() {
		s.Soon = true
		return s
	}
	if f.copy == "" {
		f.seeAll(l)
		f.compare(l, &s)
		return s
	}
	marks := f.marks()
	f.sweep()
	f.drift(marks)
	f.seeAll(l)
	if f.takeAll(l, &s); !s.Soon && s.NoCopy == nil {
		f.unmark(marks)
	}
	return s
}

func (f *Folder) step() { f.progress.Add(1) }

// alive reports whether whoever holds the folder may still be saving.
func (f *Folder) alive() bool {
	path := filepath.Join(f.path, holdName)
	mark := markOf(f.files, path)
	f.step()
	return mark != "" && seen(path, mark) < holdFor
}

// emptied reports whether a folder has lost what tells that it is the clinic's.
func (f *Folder) emptied(l listing) bool {
	const facts = "clinic.yaml"
	_, had := f.kept.Files[facts]
	_, has := l.files[facts]
	return had && !has && !l.lastGood || len(f.kept.Files) > 0 && len(l.files) == 0
}

// seeAll notes since when each file is as it is, or gone.
func (f *Folder) seeAll(l listing) {
	now := f.ticks()
	for at, st := range l.files {
		if was, ok := f.known[at]; !ok || was.gone || was.stamp != st {
			f.known[at] = sight{stamp: st, since: now}
		}
	}
	for at := range f.kept.Files {
		if _, there := l.files[at]; !there && !f.known[at].gone {
			f.known[at] = sight{gone: true, since: now}
		}
	}
}

// compare tells what is other than at the look before, for a folder of which no copy is
// kept.
func (f *Folder) compare(l listing, s *State) {
	f.mu.Lock()
	defer f.mu.Unlock()
	first := !f.kept.Whole
	for _, at := range f.due(l) {
		st, there := l.files[at]
		if !first && f.ticks()-f.known[at].since < missedFor {
			s.Soon = true
			continue
		}
		if !first {
			s.Changed = append(s.Changed, at)
		}
		if f.kept.Files[at] = (taken{stamp: st, Settled: true}); !there {
			delete(f.kept.Files, at)
		}
	}
	f.kept.Whole, f.kept.AsOf = true, time.Now()
	s.AsOf = f.kept.AsOf
}

// due are the files that are other than they were taken, or may be.
func (f *Folder) due(l listing) []string {
	var all []string
	for at, st := range l.files {
		if t, ok := f.kept.Files[at]; !ok || t.stamp != st || !t.Settled {
			all = append(all, at)
		}
	}
	for at := range f.kept.Files {
		if _, there := l.files[at]; !there && !slices.ContainsFunc(l.hidden, func(h string) bool { return strings.HasPrefix(at, h+"/") }) {
			all = append(all, at)
		}
	}
	slices.Sort(all)
	return all
}

// A parcel is files that come over together.
type parcel struct {
	group string
	names []string          // all of the group that are there
	gone  []string          // those that are not, any more
	files map[string][]byte // what was read
	wait  bool              // something is being written
	lost  bool              // a file at the top that reads badly or is gone
}

// takeAll brings everything that changed into the copy. Only while one parcel is written
// is nobody to read.
func (f *Folder) takeAll(l listing, s *State) {
	parcels := f.parcels(l)
	atATime(len(parcels), func(i int) { f.read(parcels[i], l) })
	changed := !f.kept.Whole
	for _, p := range parcels {
		switch {
		case p.lost:
			s.Broken = append(s.Broken, p.group)
		case p.wait:
			s.Soon = true
		default:
			told, err := f.takeOver(p, l)
			if err != nil {
				f.reads(false, f.kept.AsOf)
				s.NoCopy = err
				return
			}
			s.Changed, changed = append(s.Changed, told...), true
		}
	}
	if s.Soon {
		return
	}
	s.AsOf = time.Now()
	f.reads(true, s.AsOf)
	if age := s.AsOf.Sub(f.written); changed || age > keepEach || age < 0 {
		s.NoCopy = f.writeKept()
	}
}

// reads says whether the copy is one to read, and of what time.
func (f *Folder) reads(whole bool, asOf time.Time) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.kept.Whole, f.kept.AsOf = whole, asOf
}

// parcels are the groups in which something is due.
func (f *Folder) parcels(l listing) []*parcel {
	byGroup := map[string]*parcel{}
	var all []*parcel
	for _, at := range f.due(l) {
		g := group(at)
		if byGroup[g] == nil {
			byGroup[g] = &parcel{group: g, files: map[string][]byte{}}
			all = append(all, byGroup[g])
		}
		if _, there := l.files[at]; !there {
			byGroup[g].gone = append(byGroup[g].gone, at)
		}
	}
	for at := range l.files {
		if p := byGroup[group(at)]; p != nil {
			p.names = append(p.names, at)
		}
	}
	return all
}

// read reads a parcel, and says whether it is to be waited for. The very first time
// nothing is: there is no copy to do with meanwhile.
func (f *Folder) read(p *parcel, l listing) {
	age := brokenFor
	for _, at := range slices.Concat(p.names, p.gone) {
		age = min(age, f.ticks()-f.known[at].since)
	}
	first := !f.kept.Whole
	top := !strings.Contains(p.group, "/")
	if len(p.gone) > 0 && !first {
		p.wait = age < missedFor
		p.lost = !p.wait && top && l.lastGood
	}
	for _, at := range p.names {
		path := filepath.Join(f.path, filepath.FromSlash(at))
		data, err := f.files.ReadFile(path)
		f.step()
		about, stat := f.files.Stat(path)
		f.step()
		if err != nil || stat != nil || l.files[at] != (stamp{about.Size(), about.ModTime().UnixNano()}) || int64(len(data)) != about.Size() {
			p.wait = true
			return
		}
		p.files[at] = data
	}
	if len(p.files) > 0 && f.good(p.files) != nil {
		p.wait = p.wait || !first && age < brokenFor
		p.lost = p.lost || !p.wait && top
	}
}

// takeOver writes a parcel into the copy, and gives the files that changed.
func (f *Folder) takeOver(p *parcel, l listing) (changed []string, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, at := range p.names {
		data := p.files[at]
		hash := sha256.Sum256(data)
		now := taken{stamp: l.files[at], Sum: sum(hash[:12]), Settled: f.ticks()-f.known[at].since >= settleFor}
		was, had := f.kept.Files[at]
		if !had || was.Sum != now.Sum {
			if err := keepFile(f.files, f.copyPath(at), data); err != nil {
				return changed, err
			}
			changed = append(changed, at)
		}
		f.kept.Files[at] = now
		f.step()
	}
	for _, at := range p.gone {
		if err := f.files.Remove(f.copyPath(at)); err != nil && !isGone(err) {
			return changed, err
		}
		delete(f.kept.Files, at)
		delete(f.known, at)
		changed = append(changed, at)
	}
	return changed, nil
}

// keepFile writes a file of the copy, with the folders that it needs.
func keepFile(files store.FS, path string, data []byte) error {
	if err := files.MkdirAll(filepath.Dir(path), store.FolderPermission); err != nil {
		return err
	}
	return store.Save(files, path, data)
}

func (f *Folder) writeKept() error {
	f.written = f.kept.AsOf
	data, err := json.Marshal(f.kept)
	if err != nil {
		return err
	}
	return keepFile(f.files, filepath.Join(f.copy, keptName), data)
}

func isGone(err error) bool { return err != nil && reason(err) == fs.ErrNotExist }
