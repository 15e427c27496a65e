package store

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
)

// A Reason is why a file could not be saved or loaded, for a program to decide
// by and to say in the words of its own language.
type Reason string

// The reasons.
const (
	NoFolder   Reason = "no-folder"   // the folder is not there, or is no folder; a share may be away
	NoFile     Reason = "no-file"     // there is no such file
	NotAllowed Reason = "not-allowed" // this user may not, or the disk is write-protected
	DiskFull   Reason = "disk-full"
	InUse      Reason = "in-use"     // another program holds the file
	IsFolder   Reason = "is-folder"  // a folder has this name
	NotAFile   Reason = "not-a-file" // a device or a pipe has this name
	Exists     Reason = "exists"     // SaveNew found a file
	Damaged    Reason = "damaged"    // no version of the file can be understood
	Other      Reason = "other"
)

// ErrExists is what [SaveNew] says where there is a file already; ask with
// errors.Is.
var ErrExists = fs.ErrExist

// An Error is a file that could not be saved or loaded.
type Error struct {
	Doing  string // "save" or "read"
	Path   string
	Reason Reason
	Err    error // the system's own error
}

// Error says what could not be done and why, in plain words and in one line.
func (e *Error) Error() string {
	return fmt.Sprintf("%s %s: %s", e.Doing, e.Path, e.why())
}

// Unwrap is the system's own error.
func (e *Error) Unwrap() error { return e.Err }

func (e *Error) why() string {
	switch e.Reason {
	case NoFolder:
		return fmt.Sprintf("the folder %s is not there", filepath.Dir(e.Path))
	case NoFile:
		return "there is no such file"
	case NotAllowed:
		if e.Doing == "read" {
			return "you are not allowed to read it"
		}
		return "you are not allowed to write there"
	case DiskFull:
		return "the disk is full"
	case InUse:
		return "another program has the file open"
	case IsFolder:
		return "a folder has this name"
	case NotAFile:
		return "it is a device, not a file"
	case Exists:
		return "there is a file with this name already"
	}
	return e.Err.Error()
}

// Hint says what to do about it; "" where there is nothing more to say.
func (e *Error) Hint() string {
	switch e.Reason {
	case NoFolder:
		return "make the folder, connect the share, or choose another folder"
	case NoFile:
		return "look for it under another name or in another folder"
	case NotAllowed:
		return "choose another folder, or ask who looks after this computer for the right to it"
	case DiskFull:
		return "delete what is not needed, or save on another disk; the file from before is still there"
	case InUse:
		return "close the file in the other program, then try again"
	case IsFolder, NotAFile:
		return "choose another name"
	case Exists:
		return "choose another name, or say that it may be replaced"
	case Damaged:
		return "nothing was deleted: somebody who knows the file can repair the copy that was set aside"
	}
	return ""
}

// ReasonOf is why the system refused to save something.
func ReasonOf(err error) Reason { return failed("save", "", err).Reason }

// failed makes an Error of what the system said about a path, unless it is one.
func failed(doing, path string, err error) *Error {
	if known, ok := errors.AsType[*Error](err); ok {
		return known
	}
	e := &Error{Doing: doing, Path: path, Reason: Other, Err: err}
	switch {
	case diskFull(err):
		e.Reason = DiskFull
	case inUse(err):
		e.Reason = InUse
	case isFolder(err):
		e.Reason = IsFolder
	case errors.Is(err, fs.ErrPermission), readOnly(err):
		e.Reason = NotAllowed
	case notFolder(err):
		e.Reason = NoFolder
	case errors.Is(err, fs.ErrNotExist):
		e.Reason = NoFolder
		if doing == "read" {
			e.Reason = NoFile
		}
	case errors.Is(err, fs.ErrExist):
		e.Reason = Exists
	}
	return e
}
