package clinic

import (
	"slices"

	"deskleaf/content/civil"
)

// SignOffs is signoffs.yaml.
type SignOffs struct {
	Format   int       `yaml:"format,omitempty"`
	List     []SignOff `yaml:"signoffs,omitempty"`
	ToReview []Request `yaml:"to_review,omitempty"`
}

// A SignOff says that somebody approved these very words of a procedure in one
// language. It is honor-based: whoever may write to the clinic's folder may write
// one.
type SignOff struct {
	Procedure   string     `yaml:"procedure,need"`
	Language    string     `yaml:"language,need"`
	Fingerprint string     `yaml:"fingerprint,need"` // content.Fingerprint of the words approved
	Version     int        `yaml:"version,omitempty"`
	Who         string     `yaml:"who,need"`
	Role        string     `yaml:"role,need"`
	Date        civil.Date `yaml:"date,need"`
	Next        civil.Date `yaml:"next,need"`
	Translator  string     `yaml:"translator,omitempty"` // the qualified translator who checked a language other than English
}

// A Request says that somebody asks for the review of these very words.
type Request struct {
	Procedure   string     `yaml:"procedure,need"`
	Language    string     `yaml:"language,need"`
	Fingerprint string     `yaml:"fingerprint,need"` // content.Fingerprint of the words to review
	Who         string     `yaml:"who,need"`
	Date        civil.Date `yaml:"date,need"`
	Note        string     `yaml:"note,omitempty"` // what changed and why
}

// A State is how far words are reviewed at this clinic.
type State int

// The states of words.
const (
	Draft    State = iota // nobody approved them, or they changed since
	InReview              // a draft that somebody asked to have reviewed
	Approved              // these very words, and the next review is well ahead
	Due                   // approved, and the day of the next review is near
	Expired               // approved, and the day of the next review has come
)

// dueDays is how long before the day of the next review it is due: a month, so
// that whoever reviews has the time to.
const dueDays = 30

// Approved reports whether somebody here approved the words, however long ago.
func (s State) Approved() bool { return s >= Approved }

// stateOn is how far the words of a sign-off are reviewed on a day, as long as
// they are the last that were approved.
func (o SignOff) stateOn(today civil.Date) State {
	switch {
	case o.Next.IsZero() || today.Before(o.Next.AddDays(-dueDays)):
		return Approved
	case today.Before(o.Next):
		return Due
	}
	return Expired
}

// State is how far these very words are reviewed on a day, with the sign-off where
// they are approved. Only the last sign-off of a procedure and language counts:
// words that were approved once, and others after them, are a draft when they come
// back.
func (s SignOffs) State(procedure, language, fingerprint string, today civil.Date) (State, SignOff) {
	if o, ok := s.Last(procedure, language); ok && o.Fingerprint == fingerprint {
		return o.stateOn(today), o
	}
	if _, asked := s.Request(procedure, language, fingerprint); asked {
		return InReview, SignOff{}
	}
	return Draft, SignOff{}
}

// Last is the last sign-off of a procedure in one language, of whatever words.
func (s SignOffs) Last(procedure, language string) (SignOff, bool) {
	for _, o := range slices.Backward(s.List) {
		if o.Procedure == procedure && o.Language == language {
			return o, true
		}
	}
	return SignOff{}, false
}

// Request is the last request to review these very words.
func (s SignOffs) Request(procedure, language, fingerprint string) (Request, bool) {
	for _, r := range slices.Backward(s.ToReview) {
		if r.Procedure == procedure && r.Language == language && r.Fingerprint == fingerprint {
			return r, true
		}
	}
	return Request{}, false
}

// Ahead is the latest day of a sign-off or request that is still to come, where
// there is one: then the clock of this computer was set back, or another's was
// wrong.
func (s SignOffs) Ahead(today civil.Date) (civil.Date, bool) {
	latest := today
	for _, o := range s.List {
		if latest.Before(o.Date) {
			latest = o.Date
		}
	}
	for _, r := range s.ToReview {
		if latest.Before(r.Date) {
			latest = r.Date
		}
	}
	return latest, today.Before(latest)
}
