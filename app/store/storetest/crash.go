package storetest

import (
	"fmt"
	"maps"
	"slices"
)

// A Crash is what a disk may hold after the machine stopped.
type Crash struct {
	After int    // so many operations were done
	How   string // what was lost, for a test to say
	Files map[string]string
}

// Crashes are all the states in which the machine may come up again after any
// number of the operations. One that has lost nothing comes last.
func (r *Recording) Crashes() []Crash {
	var all []Crash
	for done := range len(r.operations) + 1 {
		d := newDisk(r.start)
		for _, o := range r.operations[:done] {
			d.do(o)
		}
		for names := range len(d.pending) + 1 {
			for _, kept := range []string{"no", "half of the", "all"} {
				all = append(all, Crash{
					After: done,
					How:   fmt.Sprintf("%s unsynced data, %d of %d changes of names", kept, names, len(d.pending)),
					Files: d.after(names, kept),
				})
			}
		}
	}
	return all
}

// A disk is names that lead to files, as programs see them and as they last.
type disk struct {
	names   map[string]*inode
	lasting map[string]*inode
	pending []change // what lies between the two, in order
}

// An inode is a file without its name.
type inode struct {
	data   []byte
	synced []byte
}

// A change is something done to the names of a folder.
type change struct {
	folder string
	apply  func(map[string]*inode)
}

func newDisk(files map[string]string) disk {
	d := disk{names: map[string]*inode{}}
	for path, data := range files {
		d.names[path] = &inode{data: []byte(data), synced: []byte(data)}
	}
	d.lasting = maps.Clone(d.names)
	return d
}

// files are the contents as programs see them.
func (d *disk) files() map[string]string {
	all := map[string]string{}
	for path, n := range d.names {
		all[path] = string(n.data)
	}
	return all
}

// do does one operation.
func (d *disk) do(o Operation) {
	switch n := d.names[o.Path]; o.Do {
	case "create":
		made := &inode{}
		d.change(o.Path, func(names map[string]*inode) { names[o.Path] = made })
	case "write":
		n.data = append(n.data, o.Data...)
	case "sync":
		n.synced = slices.Clone(n.data)
	case "rename":
		d.change(o.To, func(names map[string]*inode) { // it lasts with the names of the folder that it goes to
			names[o.To] = n
			delete(names, o.Path)
		})
	case "remove":
		d.change(o.Path, func(names map[string]*inode) { delete(names, o.Path) })
	case "syncdir":
		d.syncDir(o.Path)
	}
}

// change does something to the names, which does not last yet.
func (d *disk) change(path string, apply func(map[string]*inode)) {
	apply(d.names)
	d.pending = append(d.pending, change{folderOf(path), apply})
}

// syncDir makes the changes in a folder last.
func (d *disk) syncDir(folder string) {
	var rest []change
	for _, c := range d.pending {
		if c.folder == folder {
			c.apply(d.lasting)
		} else {
			rest = append(rest, c)
		}
	}
	d.pending = rest
}

// after is what the disk holds when the first of the pending changes of names
// have reached it, and no, half or all of the data that was not synced.
func (d *disk) after(changes int, kept string) map[string]string {
	names := maps.Clone(d.lasting)
	for _, c := range d.pending[:changes] {
		c.apply(names)
	}
	all := map[string]string{}
	for path, n := range names {
		data := n.synced
		switch unsynced := n.data[len(n.synced):]; kept {
		case "all":
			data = n.data
		case "half of the":
			data = n.data[:len(n.synced)+len(unsynced)/2]
		}
		all[path] = string(data)
	}
	return all
}
