package clinic

import (
	"maps"
	"slices"

	"deskleaf/app/store"
	"deskleaf/content"
)

// Schedules is schedules.yaml: how the schedules of this clinic's own system are
// read, learned once. Headers and texts stand in it without capitals, accents and
// signs. No line of a schedule is kept, and so nothing about a patient.
type Schedules struct {
	Format    int               `yaml:"format,omitempty"`
	Columns   map[string]string `yaml:"columns,omitempty"`   // a column's header to what it holds: "appt dt: date"
	Unheaded  []string          `yaml:"unheaded,omitempty"`  // what the columns of a table without headers hold, in their order
	Types     []AppointmentType `yaml:"types,omitempty"`     // the clinic's own names for procedures
	Doctors   map[string]string `yaml:"doctors,omitempty"`   // what a schedule calls a doctor to the doctor's id
	Places    map[string]string `yaml:"places,omitempty"`    // the same of places
	Languages map[string]string `yaml:"languages,omitempty"` // the same of the handout's languages
	Parts     *PartDays         `yaml:"parts,omitempty"`     // nil for usualPartDays
}

// An AppointmentType is what the clinic's own system calls an appointment, such
// as "SIJ INJ R", and what of ours it means.
type AppointmentType struct {
	Name      string       `yaml:"name,need"`
	Procedure string       `yaml:"procedure,omitempty"` // id; "" where there is no sheet to give
	Side      content.Side `yaml:"side,omitempty"`      // where the name itself says it
	NoSheet   bool         `yaml:"no_sheet,omitempty"`  // lines of this type are passed over
	// Options are what is chosen for the procedure's options with this type.
	Options map[string]string `yaml:"options,omitempty"`
}

// PartDays says which parts of a handout are due how many days ahead of a visit.
type PartDays struct {
	Preparation int `yaml:"preparation_from"` // printed where the visit is at least so many days ahead
	Aftercare   int `yaml:"aftercare_within"` // printed where the visit is at most so many days ahead
}

// usualPartDays send the preparation out ahead of the day, and hand the aftercare
// out on it.
var usualPartDays = PartDays{Preparation: 1, Aftercare: 0}

// Days is the clinic's rule, or the usual one.
func (s Schedules) Days() PartDays {
	if s.Parts == nil {
		return usualPartDays
	}
	return *s.Parts
}

// Due are the parts that are due so many days ahead of a visit.
func (d PartDays) Due(daysAhead int) []content.Part {
	var due []content.Part
	if daysAhead >= d.Preparation {
		due = append(due, content.Preparation)
	}
	if daysAhead <= d.Aftercare {
		due = append(due, content.Aftercare)
	}
	return due
}

// Type finds an appointment type by its name.
func (s Schedules) Type(name string) (AppointmentType, bool) {
	for _, t := range s.Types {
		if t.Name == name {
			return t, true
		}
	}
	return AppointmentType{}, false
}

// WithType is the rules with one appointment type learned, or learned anew.
func (s Schedules) WithType(t AppointmentType) Schedules {
	s.Types = slices.DeleteFunc(slices.Clone(s.Types), func(o AppointmentType) bool { return o.Name == t.Name })
	s.Types = append(s.Types, t)
	return s
}

// WithName is a map of names with one learned; an empty id takes it away.
func WithName(names map[string]string, name, id string) map[string]string {
	names = maps.Clone(names)
	if names == nil {
		names = map[string]string{}
	}
	if names[name] = id; id == "" {
		delete(names, name)
	}
	return names
}

// SaveSchedules writes schedules.yaml, keeping its comments and the version before
// it.
func (c Clinic) SaveSchedules(files store.FS, s Schedules) (Clinic, error) {
	s.Format = Format
	s, err := save(files, &c, schedulesFile, s)
	if err != nil {
		return c, err
	}
	c.Schedules = s
	return c, nil
}
