package author

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/file"
	"deskleaf/content/library"
)

// baseFolder is the folder beside a clinic's own procedure with the words that
// shipped when it was made of them, or when somebody last decided about newer ones:
//
//	procedures/si-joint-injection/shipped/procedure.yaml, en.yaml, es.yaml
const baseFolder = "shipped"

// Newer is a procedure that the clinic has changed, and of which Deskleaf now brings
// other words than those from which the clinic's came.
type Newer struct {
	Base, Ours, Ships change.Edition
}

// ID is the procedure's id.
func (n Newer) ID() string { return n.Ours.Facts.ID }

// A Piece is a part in which what ships changed, to be taken or not.
type Piece struct {
	change.Part      // from what shipped before to what ships now
	Conflict    bool // the clinic changed it too
}

// Pieces are the parts that ship with other words now and are not so at the clinic
// already.
func (n Newer) Pieces() []Piece {
	ours := map[string]bool{}
	for _, p := range change.Parts(n.Base, n.Ours) {
		ours[p.Key] = true
	}
	differ := map[string]bool{}
	for _, p := range change.Parts(n.Ours, n.Ships) {
		differ[p.Key] = true
	}
	var all []Piece
	for _, p := range change.Parts(n.Base, n.Ships) {
		if differ[p.Key] {
			all = append(all, Piece{p, ours[p.Key]})
		}
	}
	return all
}

// Merged is the clinic's edition with those parts of what ships that take names. In
// them what ships stands, also where the clinic changed it.
func (n Newer) Merged(take func(key string) bool) (change.Edition, error) {
	wanted, err := change.Pick(n.Base, n.Ships, take)
	if err != nil {
		return change.Edition{}, fmt.Errorf("merge %s: %w", n.ID(), err)
	}
	merged, _, err := change.Merge(n.Base, wanted, n.Ours)
	if err != nil {
		return change.Edition{}, fmt.Errorf("merge %s: %w", n.ID(), err)
	}
	return merged, nil
}

// FindNewer looks through the clinic's own procedures for those of which Deskleaf
// brings newer words; book reads one. Those that were made by an older Deskleaf, which
// kept no base, are not among them.
func FindNewer(files store.FS, c clinic.Clinic, book func(id string) (*library.Book, file.Complaints, error)) []Newer {
	if c.Folder == "" || c.Away != clinic.Here || c.Signed {
		return nil
	}
	var all []Newer
	for _, id := range library.ShippedIDs() {
		if _, err := files.Stat(basePlace(c.Folder, id)); err != nil {
			continue // before anything is read: most desks change few procedures or none
		}
		ships := library.Shipped(id)
		base, changed := readBase(files, c.Source(), ships)
		if !changed || base.Facts.Version > ships.Procedure.Version { // this Deskleaf is the older one
			continue
		}
		ours, complaints, err := book(id)
		if err != nil || len(complaints) > 0 || ours.Shipped {
			continue
		}
		if n := (Newer{base, EditionOf(ours), EditionOf(ships)}); len(n.Pieces()) > 0 {
			all = append(all, n)
		}
	}
	return all
}

// basePlace is the folder of what shipped when the clinic's procedure was made.
func basePlace(folder, id string) string {
	return filepath.Join(folder, "procedures", id, baseFolder)
}

// readBase reads what shipped when the clinic's procedure was made, and reports
// whether something else ships now. Where nothing was kept, that is no.
func readBase(files store.FS, folder string, ships *library.Book) (base change.Edition, changed bool) {
	base.Words = map[string]content.Words{}
	for _, name := range ships.FileNames() {
		data, err := clinic.ProcedureFile(files, folder, ships.Procedure.ID, path.Join(baseFolder, name))
		if errors.Is(err, fs.ErrNotExist) && name != "procedure.yaml" {
			changed = true // a language that did not ship then
			continue
		}
		if err != nil {
			return change.Edition{}, false
		}
		now, err := ships.File(name)
		changed = changed || err != nil || string(now) != string(data)
		var w content.Words
		into := any(&w)
		if name == "procedure.yaml" {
			into = &base.Facts
		}
		if _, complaints := file.Read(name, data, into); len(complaints) > 0 {
			return change.Edition{}, false
		}
		if language, ok := strings.CutSuffix(name, ".yaml"); ok && name != "procedure.yaml" {
			base.Words[language] = w
		}
	}
	return base, changed
}

// baseOf are the files that keep what ships as the base of the clinic's own.
func baseOf(ships *library.Book) (map[string][]byte, error) {
	texts := map[string][]byte{}
	for _, name := range ships.FileNames() {
		data, err := ships.File(name)
		if err != nil {
			return nil, fmt.Errorf("keep what shipped: %w", err)
		}
		texts[path.Join(baseFolder, name)] = data
	}
	return texts, nil
}

// Decide saves what was decided about newer words: now is the clinic's edition from
// here on, the same as before where its own was kept. It is not asked again until
// other words ship.
func Decide(files store.FS, c clinic.Clinic, n Newer, now change.Edition) error {
	texts, err := baseOf(library.Shipped(n.ID()))
	if err != nil {
		return err
	}
	w := Begin(n.Ours)
	w.Change("", now)
	return c.Alone(files, func(c clinic.Clinic, files store.FS) error {
		if len(change.Diff(n.Ours, now)) > 0 {
			if err := Save(files, c, w); err != nil {
				return err
			}
		}
		if err := c.SaveProcedure(files, n.ID(), texts); err != nil {
			return err
		}
		_ = c.Fetch(files, path.Join("procedures", n.ID(), baseFolder))
		return nil
	})
}
