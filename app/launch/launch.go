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
	began, version := time.Now(), "unknown"
	if m := versionLine.FindStringSubmatch(about); m != nil {
		version = m[1]
	}
	console := len(args) > 0 && useConsole()
	places, err := desk.FindPlaces()
	if err != nil {
		fmt.Fprintf(os.Stderr, "deskleaf: %v\nhint: set DESKLEAF_HOME to a folder for Deskleaf's files\n", err)
		return 1
	}
	start := opening{version: version, places: places, console: console, began: began, following: newFollowing()}
	start.open(store.OS{})
	program := command.Program{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Version: version,
		Today:   civil.DateOf(time.Now()),
		Source:  start.source,
		Open:    start.clinicAt,
		Signed:  start.signed,
		Index:   places.Index(),
		Window: func(procedure string) error {
			start.procedure = procedure
			return openWindow(start)
		},
	}
	if len(args) > 0 { // the window reads it itself
		program.Clinic = start.folder(&start.desk)
	}
	return program.Run(args)
}
