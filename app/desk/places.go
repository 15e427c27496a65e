package desk

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"runtime"
)

// Places are the folders and files that Deskleaf uses on this system.
type Places struct {
	Config  string // desk.yaml and, where nothing else is set, the clinic's folder
	Cache   string // what can be made again: the parsed index, pages opened in the system's viewer
	State   string // what happened: the log, crash reports
	Machine string // the path of machine.yaml
}

// A system is what the places follow from.
type system struct {
	os      string // as Go calls it
	env     func(string) string
	program string            // the path of this program; "" where it is not known
	there   func(string) bool // whether there is a file or folder
}

// marker beside the program makes it portable: its files lie beside it too, and
// come along when the folder is carried away.
const marker = "deskleaf-portable"

// FindPlaces gives the folders that the system has for a program's files. A file
// deskleaf-portable beside the program puts everything beside it instead, and the
// environment's DESKLEAF_HOME into one folder: for tests and for trying things out.
func FindPlaces() (Places, error) {
	program, err := os.Executable()
	if err == nil {
		program, err = filepath.EvalSymlinks(program)
	}
	if err != nil {
		program = ""
	}
	there := func(name string) bool { _, err := os.Stat(name); return err == nil }
	return places(system{runtime.GOOS, os.Getenv, program, there})
}

func places(s system) (Places, error) {
	machine := s.machine()
	if home := s.env("DESKLEAF_HOME"); home != "" {
		return within(home, filepath.Join(home, "machine.yaml")), nil
	}
	if beside := s.portable(); beside != "" {
		return within(beside, machine), nil
	}
	config, cache, state := s.own()
	if config == "" {
		return Places{}, errors.New("this system does not say which folder is for settings")
	}
	return Places{Config: config, Cache: cache, State: state, Machine: machine}, nil
}

// within puts everything into one folder.
func within(folder, machine string) Places {
	return Places{Config: folder, Cache: filepath.Join(folder, "cache"), State: filepath.Join(folder, "log"), Machine: machine}
}

// portable is the folder of a portable program's files, or "".
func (s system) portable() string {
	if s.program == "" {
		return ""
	}
	folder := filepath.Dir(s.program)
	if !s.there(filepath.Join(folder, marker)) {
		return ""
	}
	return filepath.Join(folder, "files")
}

// own are the folders that the system has for this person's files: on Linux those
// of the XDG base directory specification; on Windows settings go where a domain
// keeps them for the person, all else stays on the computer.
func (s system) own() (config, cache, state string) {
	const name = "deskleaf"
	switch s.os {
	case "windows":
		config, local := s.env("APPDATA"), s.env("LOCALAPPDATA")
		if config == "" || local == "" {
			return "", "", ""
		}
		return filepath.Join(config, name), filepath.Join(local, name, "cache"), filepath.Join(local, name, "log")
	case "darwin":
		library := s.under("", "Library")
		if library == "" {
			return "", "", ""
		}
		return filepath.Join(library, "Application Support", name), filepath.Join(library, "Caches", name), filepath.Join(library, "Logs", name)
	}
	config = s.under("XDG_CONFIG_HOME", ".config")
	if config == "" {
		return "", "", ""
	}
	cache, state = s.under("XDG_CACHE_HOME", ".cache"), s.under("XDG_STATE_HOME", ".local/state")
	if cache == "" || state == "" { // no home, only a folder for settings
		return filepath.Join(config, name), filepath.Join(config, name, "cache"), filepath.Join(config, name, "log")
	}
	return filepath.Join(config, name), filepath.Join(cache, name), filepath.Join(state, name)
}

// under is the folder that a variable of the environment names, else one below
// the home folder, else "". A relative path names nothing.
func (s system) under(variable, below string) string {
	if folder := s.env(variable); variable != "" && path.IsAbs(folder) {
		return folder
	}
	if folder := s.env("HOME"); folder != "" {
		return filepath.Join(folder, filepath.FromSlash(below))
	}
	return ""
}

// machine is the path of the settings that hold for everybody at this computer.
func (s system) machine() string {
	folder := "/etc/deskleaf"
	switch s.os {
	case "windows":
		folder = filepath.Join(`C:\ProgramData`, "Deskleaf")
		if data := s.env("ProgramData"); data != "" {
			folder = filepath.Join(data, "Deskleaf")
		}
	case "darwin":
		folder = "/Library/Application Support/Deskleaf"
	}
	return filepath.Join(folder, "machine.yaml")
}

// File is the path of desk.yaml.
func (p Places) File() string { return filepath.Join(p.Config, "desk.yaml") }

// Clinic is the clinic's folder: the one that is fixed for the computer, else the
// one that this desk chose, else one beside desk.yaml. Chosen says that it is one
// of the first two.
func (p Places) Clinic(d *Desk, m Machine) (folder string, chosen bool) {
	if m.Clinic != "" {
		return m.Clinic, true
	}
	if d.Clinic != "" {
		return d.Clinic, true
	}
	return filepath.Join(p.Config, "clinic"), false
}

// Index is the path of the parsed index of the clinic's procedures.
func (p Places) Index() string { return filepath.Join(p.Cache, "library.index") }

// Drafts is the folder for words of procedures that somebody is writing and has not
// saved yet.
func (p Places) Drafts() string { return filepath.Join(p.State, "drafts") }

// Library is the folder in which a signed library is installed.
func (p Places) Library(m Machine) string {
	if m.Library != "" {
		return m.Library
	}
	return filepath.Join(p.State, "library")
}

// Running is the private folder by which a second start finds the running window.
func (p Places) Running() string { return filepath.Join(p.Cache, "running") }

// Viewed is the private folder for pages opened in the system's viewer. It is
// wiped at next patient, exit and start.
func (p Places) Viewed() string { return filepath.Join(p.Cache, "viewed") }
