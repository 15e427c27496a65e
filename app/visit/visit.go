// Package visit is the visit at the counter: what staff choose for one patient before
// they print. A [Visit] names a procedure, a day, a doctor and a place by their ids;
// what these are is the library's and the clinic's. It lives in memory only, and
// [Visit.Clear] forgets it.
//
// [ReadWhen] reads a date and time as people say them. An [Extra] is what one patient
// gets besides; what somebody types for it is held here to giving no order
// about a medicine ([TextError]), but for the plan that a named clinician makes
// ([Plan]).
package visit

import (
	"maps"
	"slices"

	"deskleaf/content"
	"deskleaf/content/civil"
)

// A Visit is one patient's visit. The zero value is a visit of which nothing is
// known; a handout made from it has words where dates would be.
type Visit struct {
	Procedure string     // id
	Date      civil.Date // zero where there is none
	Minute    int        // of the day, where HasTime
	HasTime   bool
	Doctor    string            // id of the clinic's doctor; "" for any
	Place     string            // id of the clinic's place; "" for any
	Side      content.Side      // NoSide until chosen
	Arrive    Minutes           // before the start; unset takes the place's, then the clinic's
	Language  string            // of the handout: "en", "es"
	Large     bool              // large print
	Parts     []content.Part    // none for all
	Options   map[string]string // option id to choice; what is not in it has the default or none
	Name      string            // as the patient wants to be called; "" for none
	Answers   map[string]string // blanks answered for this visit, by id
	Extras    []Extra           // what is printed besides, in any order
	Also      []string          // ids of procedures whose own sheets go out in the same job; see [Visit.Along]
	Note      string            // for NoteExtra
	Driver    string            // for DriverExtra; "" for lines to write on
	Plan      Plan              // for PlanExtra
	Practice  bool              // for no patient: every page says so
}

// Minutes is a number of minutes that may be unset.
type Minutes struct {
	N   int
	Set bool
}

// Start is the moment of the visit; ok only with a date and a time.
func (v *Visit) Start() (m civil.Moment, ok bool) {
	return v.Date.At(v.Minute), v.HasTime && !v.Date.IsZero()
}

// SetWhen takes a date, with a time where hasTime.
func (v *Visit) SetWhen(m civil.Moment, hasTime bool) {
	v.Date, v.Minute, v.HasTime = m.Date, m.Minute, hasTime
	if !hasTime {
		v.Minute = 0
	}
}

// Has reports whether a part is to be printed.
func (v *Visit) Has(p content.Part) bool { return len(v.Parts) == 0 || slices.Contains(v.Parts, p) }

// Choose takes another procedure. What belongs to the old one is reset: side,
// options, the answers given for it, its extras with note and plan. Date, doctor,
// place, language, name and who drives stay.
func (v *Visit) Choose(id string) {
	if id == v.Procedure {
		return
	}
	v.Procedure, v.Side, v.Options, v.Answers = id, content.NoSide, nil, nil
	v.Extras, v.Note, v.Plan, v.Also = nil, "", Plan{}, nil
}

// Along is the same visit as the sheet of another procedure has it: day, doctor,
// place, language, size and name. What was chosen, answered or typed for this
// procedure is none of the other's.
func (v Visit) Along(other *content.Procedure) Visit {
	v = v.Clone()
	v.Choose(other.ID)
	v.Also = nil
	if !slices.ContainsFunc(v.Parts, other.HasPart) {
		v.Parts = nil
	}
	return v
}

// SetAlso says whether the sheet of another procedure goes out too.
func (v *Visit) SetAlso(id string, on bool) {
	v.Also = slices.DeleteFunc(slices.Clone(v.Also), func(other string) bool { return other == id })
	if on {
		v.Also = append(v.Also, id)
	}
}

// Choice is what was chosen for an option: the visit's choice, else the option's
// default, else "".
func (v *Visit) Choice(o content.Option) string {
	if c, ok := v.Options[o.ID]; ok {
		return c
	}
	return o.Default
}

// SetOption chooses for an option.
func (v *Visit) SetOption(id, choice string) {
	if v.Options == nil {
		v.Options = map[string]string{}
	}
	v.Options[id] = choice
}

// Clear forgets everything about the patient. What belongs to the desk, the
// language and size that handouts usually have, comes in again from outside.
func (v *Visit) Clear() {
	clear(v.Options)
	clear(v.Answers)
	clear(v.Plan.Lines)
	*v = Visit{}
}

// Clone is a copy that shares nothing with v.
func (v Visit) Clone() Visit {
	v.Options, v.Answers, v.Parts = maps.Clone(v.Options), maps.Clone(v.Answers), slices.Clone(v.Parts)
	v.Extras, v.Also, v.Plan.Lines = slices.Clone(v.Extras), slices.Clone(v.Also), slices.Clone(v.Plan.Lines)
	return v
}
