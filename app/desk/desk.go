// Package desk holds what belongs to this desk and not to the clinic: desk.yaml,
// with the printer, favorites, the window's size, the language of the interface,
// and where the clinic's folder lies.
//
// [Places] says where files lie on this system. Nothing here is about a patient.
package desk

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// Format is the version of desk.yaml that this program writes.
const Format = 1

// A Desk is desk.yaml. The zero value is a desk that was never set up.
type Desk struct {
	Format     int      `yaml:"format,omitempty"`
	Clinic     string   `yaml:"clinic_folder,omitempty"`    // "" for the folder beside desk.yaml
	Printer    string   `yaml:"printer,omitempty"`          // "" for the system's default
	Sides      string   `yaml:"sides,omitempty"`            // "one", "long", "short"; "" for one
	Language   string   `yaml:"language,omitempty"`         // of the interface; "" for the system's
	Handout    string   `yaml:"handout_language,omitempty"` // that handouts begin with; "" for English
	Large      bool     `yaml:"large_print,omitempty"`      // handouts begin in large print
	Theme      string   `yaml:"theme,omitempty"`            // "light", "dark"; "" for the system's
	TextSize   int      `yaml:"text_size,omitempty"`        // of the window, in percent, 80 to 200; 0 for 100
	Favorites  []string `yaml:"favorites,omitempty"`        // ids of procedures, in the order they were starred
	Recent     []string `yaml:"recent,omitempty"`           // ids, the latest first
	SaveFolder string   `yaml:"save_folder,omitempty"`      // where a PDF was saved last
	Window     Window   `yaml:"window,omitempty"`
	Asked      bool     `yaml:"asked,omitempty"`     // the first start has asked for the clinic's name
	SlowTold   bool     `yaml:"slow_told,omitempty"` // the window has said that graphics are slow here
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

// Starred reports whether a procedure is a favorite.
func (d *Desk) Starred(id string) bool { return slices.Contains(d.Favorites, id) }

// Size is the window's text size in percent, within bounds.
func (d *Desk) Size() int {
	if d.TextSize == 0 {
		return 100
	}
	return min(max(d.TextSize, 80), 200)
}

// Places are the folders that Deskleaf uses on this system.
type Places struct {
	Config string // desk.yaml and, where nothing else is set, the clinic's folder
	Cache  string // the parsed index; pages opened in the system's viewer
}

// FindPlaces gives the system's own folders for a program's files. The
// environment's DESKLEAF_HOME puts everything into one folder instead: for tests
// and for trying things out.
func FindPlaces() (Places, error) {
	if home := os.Getenv("DESKLEAF_HOME"); home != "" {
		return Places{Config: home, Cache: filepath.Join(home, "cache")}, nil
	}
	config, err := os.UserConfigDir()
	if err != nil {
		return Places{}, fmt.Errorf("find the folder for settings: %w", err)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = filepath.Join(config, "cache")
	}
	return Places{Config: filepath.Join(config, "deskleaf"), Cache: filepath.Join(cache, "deskleaf")}, nil
}

// File is the path of desk.yaml.
func (p Places) File() string { return filepath.Join(p.Config, "desk.yaml") }

// Clinic is the clinic's folder of a desk.
func (p Places) Clinic(d *Desk) string {
	if d.Clinic != "" {
		return d.Clinic
	}
	return filepath.Join(p.Config, "clinic")
}

// Index is the path of the parsed index of the clinic's procedures.
func (p Places) Index() string { return filepath.Join(p.Cache, "library.index") }

// Viewed is the private folder for pages opened in the system's viewer. It is
// wiped at next patient, exit and start.
func (p Places) Viewed() string { return filepath.Join(p.Cache, "viewed") }
