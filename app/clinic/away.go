package clinic

import (
	"errors"
	"io/fs"
	"path/filepath"
	"time"

	"deskleaf/app/store"
)

// Away says why a clinic's folder cannot be read now.
type Away string

// The reasons, which is [Here] for none.
const (
	Here     Away = ""
	NoFolder Away = "no-folder" // it is not there; a share may not be connected
	NoAnswer Away = "no-answer" // its computer does not answer
	NoFacts  Away = "no-facts"  // it is there, without the clinic.yaml that it had
	NoAccess Away = "no-access" // the system refuses to show it
)

// String says it behind the name of the folder.
func (a Away) String() string {
	switch a {
	case Here:
		return "is there"
	case NoFolder:
		return "is not there"
	case NoAnswer:
		return "does not answer"
	case NoFacts:
		return "has no clinic.yaml any more"
	}
	return "cannot be read"
}

// OpenKnown opens a folder that somebody chose, or that had a clinic.yaml when it
// was last seen. Where it cannot be reached, or the file is gone, that is no empty
// clinic but one that is [Clinic.Away]. A share whose computer is off keeps a
// program waiting for half a minute; it is given up on after patience.
func OpenKnown(files store.FS, folder string, seen bool, patience time.Duration) Clinic {
	if away := reach(files, folder, seen, patience); away != Here {
		return Clinic{Folder: folder, Away: away}
	}
	return Open(files, folder)
}

func reach(files store.FS, folder string, seen bool, patience time.Duration) Away {
	found := make(chan Away, 1)
	go func() { found <- look(files, folder, seen) }()
	select {
	case away := <-found:
		return away
	case <-time.After(patience):
		return NoAnswer
	}
}

// look looks whether the folder is there, and clinic.yaml in it where that was
// seen. The version from before does as well: it is used where the file is missing.
func look(files store.FS, folder string, seen bool) Away {
	about, err := files.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && !about.IsDir():
		return NoFolder
	case errors.Is(err, fs.ErrPermission):
		return NoAccess
	case err != nil: // the system gave up on its computer
		return NoAnswer
	case !seen:
		return Here
	}
	path := filepath.Join(folder, factsFile)
	for _, name := range []string{path, path + store.LastGood} {
		if _, err := files.Stat(name); !errors.Is(err, fs.ErrNotExist) {
			return Here
		}
	}
	return NoFacts
}
