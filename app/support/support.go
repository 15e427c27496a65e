// Package support says about a desk what somebody needs who helps it from afar:
// versions, the system, folders, printers, what happened last. It is text to paste
// into a message, in English whatever the window speaks, because whoever helps
// reads it. Nothing in it is about a patient, and folders do not name who is
// signed in.
package support

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"

	"deskleaf/app/printing"
)

// Details are what there is to say. What is zero is left out.
type Details struct {
	When     time.Time
	Version  string
	Language string // of the window

	Width, Height float32 // of the window, in Fyne's units
	Scale         float32 // pixels for one of them
	TextSize      int     // percent
	SlowGraphics  bool    // drawn without the graphics card

	Folders []Folder
	Fixed   []string // the keys of machine.yaml that are set

	Clinic     string    // why the clinic's folder cannot be used; "" where it can
	AwaySince  time.Time // since when
	Procedures int
	Complaints int // mistakes in the clinic's procedures

	Printers      []printing.Printer
	PrintersError error
	Remembered    string // the printer of this desk; "" for the system's default

	Events []string // the last lines of the log
	Crash  string   // the last crash report
}

// A Folder is where something lies.
type Folder struct{ What, Path string }

// String is the whole text.
func (d Details) String() string {
	var b strings.Builder
	line := func(name, format string, values ...any) {
		fmt.Fprintf(&b, "%-12s "+format+"\n", append([]any{name + ":"}, values...)...)
	}
	line("Deskleaf", "%s, %s/%s, %s, window in %s", d.Version, runtime.GOOS, runtime.GOARCH, runtime.Version(), d.Language)
	line("When", "%s", d.When.Format("2006-01-02 15:04 -0700"))
	line("System", "%s", system())
	line("Window", "%.0f x %.0f, %.2f pixels a unit, text %d %%, graphics card %s", d.Width, d.Height, d.Scale, d.TextSize, yes(!d.SlowGraphics))
	for _, f := range d.Folders {
		line(f.What, "%s", homely(f.Path))
	}
	if len(d.Fixed) > 0 {
		line("Fixed", "%s", strings.Join(d.Fixed, ", "))
	}
	line("Clinic", "%s", d.clinic())
	line("Procedures", "%d, mistakes in the clinic's own: %d", d.Procedures, d.Complaints)
	d.printers(line)
	if len(d.Events) > 0 {
		b.WriteString("\nLog:\n" + strings.Join(d.Events, "\n") + "\n")
	}
	if d.Crash != "" {
		b.WriteString("\nLast crash:\n" + d.Crash)
	}
	return b.String()
}

func (d Details) clinic() string {
	switch {
	case d.Clinic == "":
		return "its folder is there"
	case d.AwaySince.IsZero():
		return "its folder " + d.Clinic
	}
	return "its folder " + d.Clinic + ", since " + d.AwaySince.Format("2006-01-02 15:04")
}

func (d Details) printers(line func(name, format string, values ...any)) {
	if d.PrintersError != nil {
		line("Printers", "%v", d.PrintersError)
	}
	for _, p := range d.Printers {
		says := map[printing.State]string{printing.Ready: "ready", printing.Busy: "busy", printing.Paused: "paused", printing.Unready: "not ready"}[p.State]
		if p.Default {
			says = "default, " + says
		}
		if p.Note != "" {
			says += ": " + p.Note
		}
		line("Printer", "%s (%s)", p.Name, says)
	}
	switch {
	case d.Remembered == "":
		line("Prints to", "the default")
	case d.PrintersError == nil && printing.Find(d.Printers, d.Remembered) < 0:
		line("Prints to", "%s, which is not there", d.Remembered)
	default:
		line("Prints to", "%s", d.Remembered)
	}
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

// homely is a path without the name of who is signed in.
func homely(path string) string {
	home, err := os.UserHomeDir()
	if err != nil || home == "" || home == "/" {
		return path
	}
	if rest, below := strings.CutPrefix(path, home); below && (rest == "" || os.IsPathSeparator(rest[0])) {
		return "~" + rest
	}
	return path
}
