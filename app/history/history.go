// Package history keeps the words that a clinic saved and approved, as plain files in
// the clinic's folder: what patients were given can be read, compared, brought back and
// printed again, also when the words changed since.
//
//	history/si-joint-injection/
//	        0001-shipped.yaml           who, when, what, why ([Entry]), in their order
//	        0002-saved.yaml
//	        en-0f3a9c41d2b87e65/
//	                procedure.yaml, en.yaml     as they were saved or approved
//
// The folder's name is the language and the first letters of the fingerprint of
// the words; who approved them and when stands in signoffs.yaml ([clinic.SignOff]).
// An edition that was changed by hand since no longer has its fingerprint, and is
// not taken for what was approved.
package history

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"deskleaf/app/clinic"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/file"
)

// The names of what this package writes.
const (
	folderName = "history"
	factsName  = "procedure.yaml"
)

// printLetters is how much of a fingerprint names a folder: enough to tell all
// editions of a clinic apart, short enough for the paths of every system.
const printLetters = 16

// An Edition is words in one language as they were approved.
type Edition struct {
	Procedure content.Procedure
	Words     content.Words
	SignOff   clinic.SignOff
}

// place is the folder of an edition.
func place(clinicFolder, procedure, language, print string) string {
	return filepath.Join(clinicFolder, folderName, procedure, language+"-"+print[:min(printLetters, len(print))])
}

// Keep writes an edition into the clinic's folder. One that is kept already stays
// as it is.
func Keep(files store.FS, clinicFolder string, p *content.Procedure, w *content.Words) error {
	print := content.Fingerprint(p, w)
	if _, err := read(files, clinicFolder, p.ID, w.Language, print); err == nil {
		return nil
	}
	folder := place(clinicFolder, p.ID, w.Language, print)
	if err := files.MkdirAll(folder, store.FolderPermission); err != nil {
		return fmt.Errorf("make the folder %s, to keep the approved words: %w", folder, err)
	}
	for _, part := range []struct {
		name  string
		value any
	}{{factsName, *p}, {w.Language + ".yaml", *w}} {
		data, err := file.Write(part.value)
		if err != nil {
			return fmt.Errorf("write the approved words of %s: %w", p.ID, err)
		}
		if err := store.Save(files, filepath.Join(folder, part.name), data); err != nil {
			return err
		}
	}
	return nil
}

// Approve keeps the words of an edition and then that they are approved, while no other desk
// saves. The words come first: an approval without them could not print them again.
func Approve(files store.FS, c clinic.Clinic, e Edition) (signed clinic.Clinic, err error) {
	signed = c
	err = c.Alone(files, func(c clinic.Clinic, files store.FS) error {
		if err := Keep(files, c.Folder, &e.Procedure, &e.Words); err != nil {
			return err
		}
		signed, err = c.SaveSignOff(files, e.SignOff)
		return err
	})
	return signed.Free(), err
}

// Of gives the edition that a sign-off is for. Where it was not kept, as those of
// older programs, the error is [fs.ErrNotExist].
func Of(files store.FS, clinicFolder string, s clinic.SignOff) (Edition, error) {
	e, err := read(files, clinicFolder, s.Procedure, s.Language, s.Fingerprint)
	if e.SignOff = s; err == nil && s.Version > 0 {
		e.Procedure.Version = s.Version // the same words may have been kept under an earlier one
	}
	return e, err
}

// ErrChanged says that a kept edition is no longer what was approved.
var ErrChanged = errors.New("the kept words were changed since they were approved")

func read(files store.FS, clinicFolder, procedure, language, print string) (Edition, error) {
	var e Edition
	var complaints file.Complaints
	folder := place(clinicFolder, procedure, language, print)
	for _, part := range []struct {
		name string
		into any
	}{{factsName, &e.Procedure}, {language + ".yaml", &e.Words}} {
		name := filepath.Join(folder, part.name)
		data, err := files.ReadFile(name)
		if err != nil {
			return Edition{}, fmt.Errorf("read the approved words: %w", err)
		}
		_, found := file.Read(name, data, part.into) // a translation may be kept that was not whole
		complaints = append(complaints, found...)
	}
	switch {
	case content.Fingerprint(&e.Procedure, &e.Words) == print:
		return e, nil
	case len(complaints) > 0:
		return Edition{}, complaints.Err()
	}
	return Edition{}, fmt.Errorf("%s: %w", folder, ErrChanged)
}

// All gives the kept editions of all sign-offs, the newest first, each once.
// Those that were not kept or were changed since are left out.
func All(files store.FS, clinicFolder string, signOffs clinic.SignOffs) []Edition {
	var all []Edition
	seen := map[string]bool{}
	for _, s := range slices.Backward(signOffs.List) {
		if seen[s.Fingerprint] {
			continue
		}
		seen[s.Fingerprint] = true
		if e, err := Of(files, clinicFolder, s); err == nil {
			all = append(all, e)
		}
	}
	return all
}

// Last gives the last approved edition of a procedure in one language, if any was
// approved and kept.
func Last(files store.FS, clinicFolder string, signOffs clinic.SignOffs, procedure, language string) (Edition, bool) {
	s, ok := signOffs.Last(procedure, language)
	if !ok {
		return Edition{}, false
	}
	e, err := Of(files, clinicFolder, s)
	return e, err == nil
}

// Since gives what changed from the edition to other facts and words of the same
// procedure and language.
func (e Edition) Since(p *content.Procedure, w *content.Words) []change.Change {
	return change.Diff(edition(&e.Procedure, &e.Words), edition(p, w))
}

// edition is facts and words without the numbers that count their versions.
func edition(p *content.Procedure, w *content.Words) change.Edition {
	facts, words := *p, *w
	facts.Version, words.Version = 0, 0
	return change.Edition{Facts: facts, Words: map[string]content.Words{w.Language: words}}
}

// Missing reports whether an error says that an edition was never kept.
func Missing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
