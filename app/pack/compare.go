package pack

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"deskleaf/app/store"
)

// A Difference is what a pack changes, by ids of procedures and names of files.
type Difference struct {
	Added, Changed, Removed []string // procedures
	Files                   []string // other files that are new, changed or gone
}

// Compare says what installing a pack changes.
func (p *Pack) Compare(files store.FS, root string) (Difference, error) {
	now, err := Look(files, root)
	if err != nil {
		now = Installed{} // all of it is new then
	}
	was, is, changed := map[string]bool{}, map[string]bool{}, map[string]bool{}
	folder := filepath.Join(root, now.Folder)
	if !now.None() {
		names, _, _ := collect(files, folder) // where the folder is gone, all is new too
		for _, name := range names {
			was[procedureOf(name)], changed[name] = true, true // until it is found to be the same
		}
	}
	for _, e := range p.files {
		is[procedureOf(e.name)] = true
		data, err := e.read()
		if err != nil {
			return Difference{}, err
		}
		old, err := files.ReadFile(filepath.Join(folder, filepath.FromSlash(e.name)))
		if changed[e.name] = err != nil || !bytes.Equal(old, data); !changed[e.name] {
			delete(changed, e.name)
		}
	}
	return differ(was, is, changed), nil
}

func differ(was, is, changed map[string]bool) Difference {
	var d Difference
	touched := map[string]bool{}
	for name := range changed {
		switch id := procedureOf(name); {
		case id != "":
			touched[id] = true
		case !strings.HasPrefix(name, "history/"):
			d.Files = append(d.Files, name)
		}
	}
	for id := range touched {
		switch {
		case !was[id]:
			d.Added = append(d.Added, id)
		case !is[id]:
			d.Removed = append(d.Removed, id)
		default:
			d.Changed = append(d.Changed, id)
		}
	}
	for _, list := range [][]string{d.Added, d.Changed, d.Removed, d.Files} {
		slices.Sort(list)
	}
	return d
}

// procedureOf is the procedure that a file belongs to; "" for none.
func procedureOf(name string) string {
	inside, ok := strings.CutPrefix(name, "procedures/")
	if !ok {
		return ""
	}
	id, _, _ := strings.Cut(inside, "/")
	return id
}
