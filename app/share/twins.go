package share

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"deskleaf/app/store"
)

// A Twin is a conflict copy: a second version of a file, or of a procedure's folder,
// that a program made when two computers had changed it.
type Twin struct {
	Path string // from the clinic's folder, with slashes
	Of   string // what it is a version of
}

// Procedure is the id of the procedure that it is a version of, or that a file of it is;
// "" for another file of the clinic's.
func (t Twin) Procedure() string {
	below, own := strings.CutPrefix(t.Of, proceduresFolder+"/")
	if !own {
		return ""
	}
	id, _, _ := strings.Cut(below, "/")
	return id
}

// Names of conflict copies, as their makers document them (read 2026-11):
//
//	clinic (Ana's conflicted copy 2026-11-27).yaml   Dropbox; in Spanish "copia en conflicto"
//	clinic (conflicted copy 2026-11-27 101500).yaml  Nextcloud, ownCloud, OpenCloud
//	clinic.sync-conflict-20261127-101500-D4LGQYW.yaml Syncthing
//	clinic-DESKTOP-A1B2C3.yaml, clinic (2).yaml      OneDrive
//	clinic (1).yaml                                  Google Drive
//	clinic - Copy.yaml                               a person, in Windows' Explorer
//
// They differ by program and by language, and have one thing in common: the name of the
// file before its ending, then something that no letter begins. The names of a clinic's
// files are few, so that is enough.
var named = regexp.MustCompile(`^(clinic|answers|signoffs|schedules|codes|latch|prices|procedure|[a-z]{2,3}(?:-[A-Z]{2})?)([ ._(\[-].*)\.(yaml|csv)$`)

// language is the name of a file of words with a region: no conflict copy.
var language = regexp.MustCompile(`^[a-z]{2,3}-(?:[A-Z]{2}|[A-Z][a-z]{3}|[0-9]{3})$`)

// wordsFile is the name of a file of words.
var wordsFile = regexp.MustCompile(`^[a-z]{2,3}(?:-[A-Z]{2})?\.yaml$`)

// twinOf is the name that a conflict copy's name is made from, or "".
func twinOf(name string) string {
	m := named.FindStringSubmatch(name)
	if m == nil || language.MatchString(strings.TrimSuffix(name, path.Ext(name))) {
		return ""
	}
	return m[1] + "." + m[3]
}

// twinsOf are the conflict copies among the names of a folder's files. A file of a
// language at the top is none: there are no words.
func twinsOf(at string, names []string) []Twin {
	var all []Twin
	for _, name := range names {
		if of := twinOf(name); of != "" && (at != "" || !wordsFile.MatchString(of)) {
			all = append(all, Twin{path.Join(at, name), path.Join(at, of)})
		}
	}
	return all
}

// folderNamed is the name of a procedure's folder with something behind it that no
// procedure's name has.
var folderNamed = regexp.MustCompile(`^([a-z0-9]+(?:-[a-z0-9]+)*)(?: |\(|\[|\.|_|-[A-Z]).*$`)

// twinFolders are the conflict copies among procedures' folders.
func twinFolders(at string, names []string) []Twin {
	var all []Twin
	for _, name := range names {
		if m := folderNamed.FindStringSubmatch(name); m != nil && slices.Contains(names, m[1]) {
			all = append(all, Twin{path.Join(at, name), path.Join(at, m[1])})
		}
	}
	return all
}

// aside is the folder in the clinic's that conflict copies are put away into.
const aside = "conflicts"

// mostAside is how many conflict copies of one name there may be.
const mostAside = 1000

// PutAway moves a conflict copy into the folder conflicts, out of the way of all desks,
// and gives its new path. Nothing is deleted.
func PutAway(files store.FS, folder string, t Twin) (to string, err error) {
	from := filepath.Join(folder, filepath.FromSlash(t.Path))
	for n := range mostAside {
		name := t.Path
		if n > 0 {
			ending := path.Ext(name)
			name = fmt.Sprintf("%s %d%s", strings.TrimSuffix(name, ending), n+1, ending)
		}
		to = filepath.Join(folder, aside, filepath.FromSlash(name))
		if err := files.MkdirAll(filepath.Dir(to), store.FolderPermission); err != nil {
			return "", fmt.Errorf("make the folder %s: %w", filepath.Dir(to), err)
		}
		if _, there := files.Stat(to); there == nil {
			continue
		}
		if err = files.RenameNew(from, to); err == nil {
			return to, nil
		}
		if there, stat := files.Stat(to); stat != nil || there == nil {
			return "", fmt.Errorf("put %s away: %w", t.Path, err)
		}
	}
	return "", fmt.Errorf("put %s away: %w", t.Path, fs.ErrExist)
}
