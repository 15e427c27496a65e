package clinic

import (
	"strings"
	"time"

	"deskleaf/app/share"
	"deskleaf/app/store"
	"deskleaf/app/visit"
	"deskleaf/content"
)

// A Clinic is everything that its folder holds, read once. It is a value: saving
// gives another.
type Clinic struct {
	Folder     string // "" for none: the program runs without a clinic's folder too
	Copy       string // this desk's copy of it; "" where it is read itself
	Facts      Facts
	Answers    Answers
	SignOffs   SignOffs
	Schedules  Schedules
	Latch      Latch
	CodeChecks CodeChecks
	Logo       []byte         // the logo file's bytes, or nil
	Notices    []store.Notice // what went wrong while reading, to be told at the desk
	Seen       bool           // clinic.yaml was there
	Away       Away           // why nothing of the folder could be read
	Signed     bool           // it is a signed library, which only installing another changes
	SignedAs   string         // what the signer says of it
	Fixed      Rules          // what holds at this computer, whatever the clinic's files say

	AsOf  time.Time    // when the folder was last read whole, where there is a copy
	Twins []share.Twin // conflict copies in it

	texts  map[string][]byte // the files as they were read or written last, by name
	locked map[string]bool   // files that could not be read, by name
	lease  *share.Lease      // while this desk saves
	shared *share.Folder     // as this desk follows it; nil for one that is read itself
}

// Answer looks for the answer to a blank, nearest first: this visit, the
// procedure, the visit's doctor, its place, the clinic. It gives the scope that
// had it. A text blank needs an answer in the page's language; one in another
// language is no answer.
func (c *Clinic) Answer(b content.Blank, v *visit.Visit, language string) (answer string, scope content.Scope, ok bool) {
	for _, scope := range content.Scopes {
		if !b.May(scope) {
			continue
		}
		if a := strings.TrimSpace(c.in(scope, v)[AnswerKey(b, language)]); a != "" && b.Check(a) == nil {
			return a, scope, true
		}
	}
	return "", "", false
}

// in is the answers of one scope, as far as the visit says which.
func (c *Clinic) in(s content.Scope, v *visit.Visit) map[string]string {
	switch s {
	case content.VisitScope:
		return v.Answers
	case content.ProcedureScope:
		return c.Answers.Procedures[v.Procedure]
	case content.DoctorScope:
		return c.Answers.Doctors[v.Doctor]
	case content.PlaceScope:
		return c.Answers.Places[v.Place]
	}
	return c.Answers.Clinic
}

// AnswerKey is the key under which the answer to a blank stands: its id, with the
// language after a slash for a text.
func AnswerKey(b content.Blank, language string) string {
	if b.Type == content.TextBlank {
		return b.ID + "/" + language
	}
	return b.ID
}

// Doctor finds a doctor by id.
func (f Facts) Doctor(id string) (Doctor, bool) {
	for _, d := range f.Doctors {
		if d.ID == id {
			return d, true
		}
	}
	return Doctor{}, false
}

// Place finds a place by id. A clinic with one place has that one where no id is
// given.
func (f Facts) Place(id string) (Place, bool) {
	for _, p := range f.Places {
		if p.ID == id || (id == "" && len(f.Places) == 1) {
			return p, true
		}
	}
	return Place{}, false
}

// ArriveBefore is how many minutes before its start the visit's patient is to be
// here: the visit's own number, the place's, the clinic's. ok is false where
// nobody has said.
func (f Facts) ArriveBefore(v *visit.Visit) (minutes int, ok bool) {
	if v.Arrive.Set {
		return v.Arrive.N, true
	}
	if p, found := f.Place(v.Place); found && p.Arrive > 0 {
		return p.Arrive, true
	}
	return f.Arrive, f.Arrive > 0
}
