package clinic

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"strings"

	"deskleaf/app/share"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/file"
)

// Source is the folder that the clinic's files are read from: this desk's copy of
// the clinic's folder, where there is one.
func (c *Clinic) Source() string {
	if c.Copy != "" {
		return c.Copy
	}
	return c.Folder
}

// Known reports whether the clinic's files are known: its folder is there, or this
// desk has a copy of it.
func (c *Clinic) Known() bool { return c.Away == Here || c.Copy != "" }

// OpenShared reads a clinic whose folder is followed, as a look at it found it. While
// it is away, that is the clinic as the desk's copy has it; without a copy, one of
// which nothing is known.
func OpenShared(files store.FS, f *share.Folder, s share.State) Clinic {
	c := Clinic{Folder: f.Path(), Away: awayFor(s.Away), AsOf: s.AsOf, Twins: s.Twins, shared: f}
	if f.HasCopy() {
		c.Copy = f.Source()
	}
	if !c.Known() {
		return c
	}
	if s.NoCopy != nil && c.Away == Here {
		c.Notices = append(c.Notices, store.Notice{
			Key: "no-copy", English: fmt.Sprintf("This computer cannot keep a copy of the clinic's folder, so nothing is known of it while it is away: %v.", s.NoCopy),
		})
	}
	f.Reading(func() { c.open(files) })
	return c
}

// Mend does to files of the clinic's folder that read badly, or are missing, what
// [Open] does, and tells of it.
func Mend(files store.FS, folder string) (notices []store.Notice) { return Open(files, folder).Notices }

// awayFor is why a folder is away.
func awayFor(err error) Away {
	switch {
	case err == nil:
		return Here
	case errors.Is(err, share.ErrNoAnswer):
		return NoAnswer
	case errors.Is(err, share.ErrEmptied):
		return NoFacts
	case errors.Is(err, fs.ErrNotExist):
		return NoFolder
	}
	return NoAccess
}

// ReadsWell says what is wrong with files of a clinic's folder, by their paths in it:
// one that stands by itself, or those of a procedure. It is what [share.Follow] asks,
// so as to wait for what is half written. A file of a newer program is not half
// written.
func ReadsWell(files map[string][]byte) error {
	for at, data := range files {
		if file.CheckFormat(at, data, Format) != nil {
			continue
		}
		if into := typeOf(at); into != nil {
			if _, complaints := file.Read(at, data, into); complaints.Err() != nil {
				return complaints.Err()
			}
		}
	}
	return nil
}

// typeOf is what a file of the clinic's folder is read into; nil for one that is not
// read as a whole.
func typeOf(at string) any {
	switch at {
	case factsFile:
		return new(Facts)
	case answersFile:
		return new(Answers)
	case signOffsFile:
		return new(SignOffs)
	case schedulesFile:
		return new(Schedules)
	case latchFile:
		return new(Latch)
	case codesFile:
		return new(CodeChecks)
	}
	if !strings.HasPrefix(at, "procedures/") || path.Ext(at) != ".yaml" {
		return nil
	}
	if path.Base(at) == "procedure.yaml" {
		return new(content.Procedure)
	}
	return new(content.Words)
}

// Alone has save called while no other desk saves into the clinic's folder, with a
// clinic that knows so and the files to write with: see [share.Lease.Files]. Within it,
// it may be called again.
func (c Clinic) Alone(files store.FS, save func(Clinic, store.FS) error) error {
	if c.lease != nil {
		return save(c, c.lease.Files())
	}
	if err := c.makeFolder(files); err != nil {
		return err
	}
	lease, err := share.Hold(files, c.Folder)
	if err != nil {
		return err
	}
	defer lease.Release()
	c.lease = lease
	if err := c.notEmptied(files); err != nil {
		return err
	}
	return save(c, lease.Files())
}

// Free is a clinic that no desk saves now, of one that was given within [Clinic.Alone].
func (c Clinic) Free() Clinic {
	c.lease = nil
	return c
}

// notEmptied gives an error where a folder that is followed is not the one that it was:
// a share that is not connected to its folder leaves an empty one, and nothing must be
// saved into that.
func (c Clinic) notEmptied(files store.FS) error {
	if c.Copy == "" {
		return nil
	}
	if away := look(files, c.Folder, c.Seen); away != Here {
		return c.awayError(away)
	}
	return nil
}

func (c Clinic) awayError(away Away) error { return &AwayError{c.Folder, away} }

// An AwayError says that nothing can be saved, because the clinic's folder is away.
type AwayError struct {
	Folder string
	Away   Away
}

// Error says it in English; the window has words of its own.
func (e *AwayError) Error() string {
	return fmt.Sprintf("the clinic's folder %s %s, so nothing can be saved in it: connect it and try again", e.Folder, e.Away)
}

// Fetch brings what the clinic's folder has at a path now, with slashes, into this
// desk's copy. After something was saved, an error of it is none of saving: the next look
// brings it.
func (c Clinic) Fetch(files store.FS, below string) error {
	if c.Copy == "" {
		return nil
	}
	return c.shared.Bring(files, below)
}

// AsItIs has read called while [Clinic.Source] holds, at a path with slashes, what the
// clinic's folder has at this moment.
func (c Clinic) AsItIs(files store.FS, below string, read func() error) (err error) {
	if c.Copy == "" {
		return read()
	}
	c.shared.Reading(func() {
		if err = c.Fetch(files, below); err == nil {
			err = read()
		}
	})
	return err
}

// About is what a file at the top of the clinic's folder is about, in a word: "facts",
// "answers", "approvals", "schedules", "codes" or "passcode"; "" for another one.
func About(at string) string {
	return map[string]string{
		factsFile: "facts", answersFile: "answers", signOffsFile: "approvals", schedulesFile: "schedules", codesFile: "codes", latchFile: "passcode",
	}[at]
}

// Differs reports whether a file at the top says something else in another reading of the
// same clinic.
func (c *Clinic) Differs(o *Clinic, at string) bool {
	switch at {
	case factsFile:
		return !reflect.DeepEqual(c.Facts, o.Facts)
	case answersFile:
		return !reflect.DeepEqual(c.Answers, o.Answers)
	case signOffsFile:
		return !reflect.DeepEqual(c.SignOffs, o.SignOffs)
	case schedulesFile:
		return !reflect.DeepEqual(c.Schedules, o.Schedules)
	case codesFile:
		return !reflect.DeepEqual(c.CodeChecks, o.CodeChecks)
	case latchFile:
		return c.Latch != o.Latch
	}
	return false
}

// PutAway moves a conflict copy out of the way; see [share.PutAway].
func (c Clinic) PutAway(files store.FS, t share.Twin) (to string, err error) {
	err = c.Alone(files, func(c Clinic, files store.FS) error {
		to, err = share.PutAway(files, c.Folder, t)
		return err
	})
	return to, err
}
