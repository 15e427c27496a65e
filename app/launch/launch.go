// Package launch starts the program: it finds the desk's files, and runs a
// command or opens the window. It is the only one that opens a real window, and
// so the only one that needs C; built without cgo it has every command and says
// that there is no window.
package launch

import (
	"fmt"
	"os"
	"regexp"
	"time"

	"deskleaf/app/command"
	"deskleaf/app/desk"
	"deskleaf/app/store"
	"deskleaf/content/civil"
)

// versionLine is the version in FyneApp.toml.
var versionLine = regexp.MustCompile(`(?m)^Version *= *"([^"]+)"`)

// Run does what the arguments say and gives the exit status. About is the text of
// FyneApp.toml, which knows the version.
func Run(about string, args []string) int {
	version := "unknown"
	if m := versionLine.FindStringSubmatch(about); m != nil {
		version = m[1]
	}
	places, err := desk.FindPlaces()
	if err != nil {
		fmt.Fprintf(os.Stderr, "deskleaf: %v\nhint: set DESKLEAF_HOME to a folder for Deskleaf's files\n", err)
		return 1
	}
	d, notice, write := desk.Open(store.OS{}, places.File())
	program := command.Program{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Version: version,
		Today:   civil.DateOf(time.Now()),
		Clinic:  places.Clinic(&d),
		Index:   places.Index(),
		Window: func(procedure string) error {
			return openWindow(opening{version, places, d, notice, write, procedure})
		},
	}
	return program.Run(args)
}

// opening is what the window starts with.
type opening struct {
	version   string
	places    desk.Places
	desk      desk.Desk
	notice    string // what went wrong with desk.yaml, in words
	write     bool   // desk.yaml may be written
	procedure string // to open at; "" for none
}
