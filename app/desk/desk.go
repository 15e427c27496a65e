// Package desk holds what belongs to this desk and not to the clinic: desk.yaml,
// with the printer, favorites, the window's size, the language of the interface,
// and where the clinic's folder lies.
//
// [Places] says where files lie on this system, and [Machine] what whoever looks
// after the computer has fixed for everybody at it. Nothing here is about a patient.
package desk

import (
	"maps"
	"slices"
)

// Format is the version of desk.yaml that this program writes.
const Format = 1

// A Desk is desk.yaml. The zero value is a desk that was never set up.
type Desk struct {
	Format         int      `yaml:"format,omitempty"`
	Clinic         string   `yaml:"clinic_folder,omitempty"`    // "" for the one that places give
	Seen           string   `yaml:"clinic_seen,omitempty"`      // the clinic's folder in which facts were found last
	Printer        string   `yaml:"printer,omitempty"`          // "" for the system's default
	Sides          string   `yaml:"sides,omitempty"`            // "one", "long", "short"; "" for one
	Language       string   `yaml:"language,omitempty"`         // of the interface; "" for the system's
	Handout        string   `yaml:"handout_language,omitempty"` // that handouts begin with; "" for the window's
	Large          bool     `yaml:"large_print,omitempty"`      // handouts begin in large print
	Theme          string   `yaml:"theme,omitempty"`            // "light", "dark", "contrast"; "" for the system's
	TextSize       int      `yaml:"text_size,omitempty"`        // of the window, in percent, 80 to 200; 0 for 100
	Favorites      []string `yaml:"favorites,omitempty"`        // ids of procedures, in the order they were starred
	Recent         []string `yaml:"recent,omitempty"`           // ids, the latest first
	SaveFolder     string   `yaml:"save_folder,omitempty"`      // where a PDF was saved last
	ScheduleFolder string   `yaml:"schedule_folder,omitempty"`  // where a schedule was opened last
	// Extras are the extras of handouts that are ticked, by procedure: which, never
	// what was typed into them.
	Extras      map[string][]string `yaml:"extras,omitempty"`
	Window      Window              `yaml:"window,omitempty"`
	Who         string              `yaml:"who,omitempty"`          // who changed a procedure's words here last, to be proposed again
	Asked       bool                `yaml:"asked,omitempty"`        // the first start has asked for the clinic's name
	TourOffered bool                `yaml:"tour_offered,omitempty"` // the window has offered the tour of the first day
	SlowTold    bool                `yaml:"slow_told,omitempty"`    // the window has said that graphics are slow here
}

// Window is how the window was left, in Fyne's units.
type Window struct {
	Width  int  `yaml:"width,omitempty"`
	Height int  `yaml:"height,omitempty"`
	Folded bool `yaml:"panel_folded,omitempty"`
}

// mostRecent is how many procedures are remembered as recent: they fit the list
// without scrolling.
const mostRecent = 8

// Visited puts a procedure first among the recent ones.
func (d *Desk) Visited(id string) {
	d.Recent = slices.Insert(slices.DeleteFunc(d.Recent, func(x string) bool { return x == id }), 0, id)
	d.Recent = d.Recent[:min(len(d.Recent), mostRecent)]
}

// Star makes a procedure a favorite, or no longer one.
func (d *Desk) Star(id string, on bool) {
	d.Favorites = slices.DeleteFunc(d.Favorites, func(x string) bool { return x == id })
	if on {
		d.Favorites = append(d.Favorites, id)
	}
}

// SetExtras keeps which extras a procedure's handouts begin with.
func (d *Desk) SetExtras(procedure string, ids []string) {
	d.Extras = maps.Clone(d.Extras)
	delete(d.Extras, procedure)
	if len(ids) == 0 {
		return
	}
	if d.Extras == nil {
		d.Extras = map[string][]string{}
	}
	d.Extras[procedure] = ids
}

// Starred reports whether a procedure is a favorite.
func (d *Desk) Starred(id string) bool { return slices.Contains(d.Favorites, id) }

// Size is the window's text size in percent, within bounds.
func (d *Desk) Size() int {
	if d.TextSize == 0 {
		return 100
	}
	return min(max(d.TextSize, 80), 200)
}
