// Package content says what a procedure is: the facts that are the same in
// every language ([Procedure]) and the words that tell them in one ([Words]).
//
// A procedure is a folder: procedure.yaml holds a Procedure, en.yaml and
// es.yaml hold Words. Steps, signs and codes have ids; words refer to them by
// id, so that a step keeps its time, its icon and its place in every language.
// What differs from clinic to clinic is a [Blank] and never has a value here.
// When something is to be done is a [Timing], data that becomes a real date once
// there is a visit. Where a step belongs only to some patients, an [Option]
// decides.
//
// Reading files is [deskleaf/content/file]'s work, finding them
// [deskleaf/content/library]'s. This package checks that the parts fit together
// ([Procedure.Problems], [Words.Problems]) and says where they do not by the
// path of the value, such as "steps[3].icon".
package content

import (
	"slices"

	"deskleaf/content/civil"
)

// Format is the version of the files' layout that this program writes. A file
// with a higher one comes from a newer program and is left alone.
const Format = 1

// A Procedure is what is the same in every language.
type Procedure struct {
	Format   int    `yaml:"format,omitempty" fingerprint:"no"`
	ID       string `yaml:"id,need"`
	Version  int    `yaml:"version,need" fingerprint:"no"` // counts up with each change of the words or facts
	Category string `yaml:"category,need"`                 // one of Categories

	Sides   []Side  `yaml:"sides,omitempty"` // none where the side does not matter
	Minutes Minutes `yaml:"minutes,omitempty"`
	Ride    Ride    `yaml:"ride,omitempty"`
	Home    Home    `yaml:"home,omitempty"`

	Options []Option `yaml:"options,omitempty"`
	Events  []string `yaml:"events,omitempty"` // ids of dates besides the visit: "next-visit", "stitches-out"
	Pages   Pages    `yaml:"pages,omitempty"`
	Diary   bool     `yaml:"diary,omitempty"` // the aftercare page has a diary, whose columns are in the words

	Steps     []Step   `yaml:"steps,omitempty"`
	Signs     []Sign   `yaml:"signs,omitempty"`
	AskBefore []AskRow `yaml:"ask_before,omitempty"`

	Codes     []Code     `yaml:"codes,omitempty"`
	Modifiers []Modifier `yaml:"modifiers,omitempty"`
	Bills     []Bill     `yaml:"bills,omitempty"`
	Price     Price      `yaml:"price,omitempty"`

	// PrintAlso are ids of procedures that often share a visit with this one: staff are
	// offered their sheets too. It says nothing to a patient.
	PrintAlso []string `yaml:"print_also,omitempty" fingerprint:"no"`
	// NotWith are ids of procedures whose sheets contradict this one's, so that nobody
	// is handed both for one visit: that visit needs one plan in writing.
	NotWith []string `yaml:"not_with,omitempty" fingerprint:"no"`

	Preventive Preventive `yaml:"preventive,omitempty" json:",omitempty"` // it may be done as preventive care, by these rules

	Sources []Source `yaml:"sources,omitempty"`
}

// Categories are the ids that a procedure's category may have; their words are
// interface words.
var Categories = []string{"spine", "joints", "bowel", "imaging", "heart", "bladder", "women", "skin", "eye", "sleep", "hand", "men", "other"}

// A Side is where on the body. A procedure lists those that can be chosen.
type Side string

// The sides of a body.
const (
	NoSide Side = ""
	Left   Side = "left"
	Right  Side = "right"
	Both   Side = "both"
)

// Minutes is how long things take: the procedure itself and the whole stay.
type Minutes struct {
	Procedure Range `yaml:"procedure,omitempty"`
	Building  Range `yaml:"building,omitempty"`
}

// A Ride says whether the patient needs somebody to drive home.
type Ride string

// The kinds of ride. RideOption means that an option decides, as sedation does.
const (
	RideUnknown Ride = ""
	RideYes     Ride = "yes"
	RideNo      Ride = "no"
	RideOption  Ride = "depends"
)

// Home says when the patient goes home.
type Home string

// SameDay is home on the day of the visit.
const SameDay Home = "same-day"

// Pages is how many pages each part may take at standard size. Zero is one page.
type Pages struct {
	Preparation int `yaml:"preparation,omitempty"`
	Aftercare   int `yaml:"aftercare,omitempty"`
}

// A Part is a page of the handout.
type Part string

// The parts of a handout.
const (
	Preparation Part = "preparation"
	Aftercare   Part = "aftercare"
)

// Parts are all parts in the order in which they print.
var Parts = []Part{Preparation, Aftercare}

// An Audience is whom a step is for. Staff steps never print on the patient's page.
type Audience string

// The audiences. An empty one is the patient.
const (
	Patient Audience = "patient"
	Staff   Audience = "staff"
)

// A Step is something to do at a time. Its words stand in [Words.Steps].
type Step struct {
	ID           string    `yaml:"id,need"`
	Part         Part      `yaml:"part,need"`
	Audience     Audience  `yaml:"audience,omitempty"`
	Essential    bool      `yaml:"essential,omitempty"` // always printed, and first where room is short
	When         Timing    `yaml:"when,need"`
	Icon         string    `yaml:"icon,omitempty"`
	OnlyIf       Condition `yaml:"only_if,omitempty"`
	FineWhenLate bool      `yaml:"fine_when_late,omitempty"` // its day may have passed without harm: "ask an adult to drive you"
	Sources      []string  `yaml:"sources,omitempty"`
}

// A Condition names for each option the choices with which a step or sign
// stands. All of them must fit. An empty condition always holds.
type Condition map[string][]string

// An Option is a fork in the handout: sedation or not, a test or a treatment. A
// default of "" means that staff must choose; until then conditional steps print
// with their condition in words.
type Option struct {
	ID      string   `yaml:"id,need"`
	Choices []string `yaml:"choices,need"`
	Default string   `yaml:"default,omitempty"`
}

// A Box is a card of the handout that a sign stands in.
type Box string

// The boxes, in the order in which they print. Before and Happens belong to the
// preparation, the others to the aftercare.
const (
	BoxBefore    Box = "before"    // call us before you come if you …
	BoxHappens   Box = "happens"   // what will happen
	BoxExpect    Box = "expect"    // no need to call
	BoxHours     Box = "hours"     // call us in working hours
	BoxCall      Box = "call"      // call us now, any hour
	BoxEmergency Box = "emergency" // call 911
)

// Boxes are all boxes in the order in which they print.
var Boxes = []Box{BoxBefore, BoxHappens, BoxExpect, BoxHours, BoxCall, BoxEmergency}

// Part is the page on which a box stands.
func (b Box) Part() Part {
	if b == BoxBefore || b == BoxHappens {
		return Preparation
	}
	return Aftercare
}

// A Sign is a line of a box. Its words stand in [Words.Signs].
type Sign struct {
	ID        string    `yaml:"id,need"`
	Box       Box       `yaml:"box,need"`
	Essential bool      `yaml:"essential,omitempty"`
	OnlyIf    Condition `yaml:"only_if,omitempty"`
	Sources   []string  `yaml:"sources,omitempty"`
}

// An AskRow is a question for the scheduler to ask before booking. Its words
// stand in [Words.AskBefore].
type AskRow struct {
	ID      string   `yaml:"id,need"`
	Nurse   bool     `yaml:"nurse,omitempty"` // a yes goes to a nurse before a date is given
	Sources []string `yaml:"sources,omitempty"`
}

// A Source is where facts come from.
type Source struct {
	ID        string     `yaml:"id,need"`
	Title     string     `yaml:"title,need"`
	Publisher string     `yaml:"publisher,omitempty"`
	URL       string     `yaml:"url,omitempty"`
	Date      string     `yaml:"date,omitempty"` // as the source gives it
	Read      civil.Date `yaml:"read,omitempty"` // the day it was read for this file
	Note      string     `yaml:"note,omitempty"`
}

// Step finds a step by its id.
func (p *Procedure) Step(id string) (Step, bool) {
	for _, s := range p.Steps {
		if s.ID == id {
			return s, true
		}
	}
	return Step{}, false
}

// Apart reports whether the sheets of two procedures must not be handed out for one
// visit, as either of them says.
func (p *Procedure) Apart(other *Procedure) bool {
	return slices.Contains(p.NotWith, other.ID) || slices.Contains(other.NotWith, p.ID)
}

// HasPart reports whether anything of the patient's stands in a part.
func (p *Procedure) HasPart(part Part) bool {
	for _, s := range p.Steps {
		if s.Part == part && s.Audience != Staff {
			return true
		}
	}
	for _, s := range p.Signs {
		if s.Box.Part() == part {
			return true
		}
	}
	return false
}

// LeadDays is how many days before the visit the earliest patient step falls:
// how far ahead a visit must be booked for every step to be in time. Steps that
// are fine when late do not count.
func (p *Procedure) LeadDays() int {
	days := 0
	for _, s := range p.Steps {
		if s.Audience != Staff && !s.FineWhenLate {
			days = max(days, s.When.daysBefore())
		}
	}
	return days
}
