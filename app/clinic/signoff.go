package clinic

import (
	"slices"

	"deskleaf/content/civil"
)

// SignOffs is signoffs.yaml.
type SignOffs struct {
	Format int       `yaml:"format,omitempty"`
	List   []SignOff `yaml:"signoffs,omitempty"`
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

// A State is how far words are reviewed at this clinic.
type State int

// The states of words.
const (
	Draft    State = iota // nobody approved them, or they changed since
	Approved              // these very words, and the next review is ahead
	Due                   // approved, and the day of the next review has come
)

// State looks for a sign-off of these very words on a day.
func (s SignOffs) State(procedure, language, fingerprint string, today civil.Date) (State, SignOff) {
	for i := len(s.List) - 1; i >= 0; i-- {
		o := s.List[i]
		if o.Procedure != procedure || o.Language != language || o.Fingerprint != fingerprint {
			continue
		}
		if o.Next.IsZero() || today.Before(o.Next) {
			return Approved, o
		}
		return Due, o
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
