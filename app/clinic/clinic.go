// Package clinic holds one clinic's own facts, as files in the clinic's folder,
// which may lie on a share:
//
//	clinic.yaml     letterhead, phones, doctors, places, paper, who bills
//	answers.yaml    what the clinic answers to blanks
//	signoffs.yaml   who approved which words
//	codes.yaml      who looked up which billing codes
//	schedules.yaml  how the schedules of the clinic's own system are read
//	latch.yaml      the passcode before settings, prices and words
//	prices.csv      its price list (package [deskleaf/app/cost/prices] reads it)
//	procedures/     the clinic's own procedures, one folder each
//
// [Open] reads what is there; a missing file is an empty one, a damaged file is
// set aside and the last good version used, and a file of a newer program is
// left alone. Nothing here is about a patient.
package clinic

import "deskleaf/content"

// Format is the version of the files' layout that this program writes.
const Format = 1

// Facts is clinic.yaml: what stands on the letterhead and what the desk chooses
// from.
type Facts struct {
	Format  int      `yaml:"format,omitempty"`
	Name    string   `yaml:"name,omitempty"`
	Address string   `yaml:"address,omitempty"` // on one line
	Phones  Phones   `yaml:"phones,omitempty"`
	Logo    string   `yaml:"logo,omitempty"`     // a file name in the clinic's folder
	Paper   string   `yaml:"paper,omitempty"`    // "letter" or "a4"; "" for letter
	TopFree int      `yaml:"top_free,omitempty"` // on paper with a letterhead of its own, how much of the top stays free, in points, 72 an inch; 0 for plain paper
	Arrive  int      `yaml:"arrive,omitempty"`   // minutes before the visit; 0 where the clinic has not said
	Doctors []Doctor `yaml:"doctors,omitempty"`
	Places  []Place  `yaml:"places,omitempty"`
	Notice  string   `yaml:"language_notice,omitempty"` // that help in other languages is free, in the clinic's own words, a line a language
	Idle    int      `yaml:"idle_minutes,omitempty"`    // 5 to 30: when a visit left alone is cleared; 0 for 10

	Billers []Biller `yaml:"billers,omitempty"` // who bills, as it stands in good-faith estimates

	PrintAlso map[string][]string `yaml:"print_also,omitempty"` // by a procedure's id, those whose sheets its visits are offered too

	Unreviewed   string `yaml:"unreviewed,omitempty"`    // what becomes of words that nobody approved: "draft" or "refuse"; "" for draft
	Expired      string `yaml:"expired,omitempty"`       // the same of words whose review is overdue, and "print"; "" for print
	LastApproved bool   `yaml:"last_approved,omitempty"` // while changed words wait for approval, the last approved ones print
}

// Phones are the numbers on every page.
type Phones struct {
	Day     string `yaml:"day,omitempty"`
	AnyHour string `yaml:"any_hour,omitempty"`
}

// A Biller is who sends a bill, with what a good-faith estimate must say of it (45
// CFR 149.610(c)(1)(v)).
type Biller struct {
	Kind  content.Biller `yaml:"kind,need"`
	Name  string         `yaml:"name,need"`
	NPI   string         `yaml:"npi,omitempty"`
	TIN   string         `yaml:"tin,omitempty"`
	Place string         `yaml:"place,omitempty"` // the address of the office or facility
	State string         `yaml:"state,omitempty"` // two letters
}

// A Doctor is one whom a visit may be with.
type Doctor struct {
	ID   string `yaml:"id,need"`
	Name string `yaml:"name,need"` // "Dr. Ana Ruiz"
}

// A Place is where a visit may be.
type Place struct {
	ID         string `yaml:"id,need"`
	Name       string `yaml:"name,need"` // "Main Street clinic"
	Address    string `yaml:"address,omitempty"`
	Phone      string `yaml:"phone,omitempty"`
	Directions string `yaml:"directions,omitempty"` // "Suite 4, second floor"
	Arrive     int    `yaml:"arrive,omitempty"`     // minutes before the visit; 0 takes the clinic's
}

// Answers is answers.yaml: for each scope, blank ids and answers. An answer that
// differs by language has the language after a slash: "eating-plan/es".
type Answers struct {
	Format     int                          `yaml:"format,omitempty"`
	Clinic     map[string]string            `yaml:"clinic,omitempty"`
	Places     map[string]map[string]string `yaml:"places,omitempty"`
	Doctors    map[string]map[string]string `yaml:"doctors,omitempty"`
	Procedures map[string]map[string]string `yaml:"procedures,omitempty"`
}
