package printing

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// defaultFirst orders printers by name, with the default in front.
func defaultFirst(all []Printer) {
	slices.SortStableFunc(all, func(a, b Printer) int {
		switch {
		case a.Default && !b.Default:
			return -1
		case b.Default && !a.Default:
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
}

// session is what a remote desktop puts behind the name of a printer that stands
// where the person sits. Its number is another one tomorrow.
var session = regexp.MustCompile(`(?i) \((redirected|redireccionado|redirigida?) \d+\)$|( \(from [^()]+\))? in session \d+$`)

// Find is the index of the printer of that name, or of the default for "", and -1
// where there is none. A printer that a remote desktop brought along is known
// again in the next session, if there is only one that it can be.
func Find(printers []Printer, name string) int {
	if name == "" {
		return slices.IndexFunc(printers, func(p Printer) bool { return p.Default })
	}
	if i := slices.IndexFunc(printers, func(p Printer) bool { return p.Name == name }); i >= 0 {
		return i
	}
	stem, is := brought(name)
	if !is {
		return -1
	}
	found := -1
	for i, p := range printers {
		if s, is := brought(p.Name); is && s == stem {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// brought is the name of a printer where the person sits, if a remote desktop
// brought it along.
func brought(name string) (stem string, is bool) {
	stem = session.ReplaceAllString(name, "")
	return stem, stem != name
}

// choose finds the printer of a job among those that there are.
func choose(printers []Printer, name string) (Printer, error) {
	if len(printers) == 0 {
		return Printer{}, &Error{NoPrinter, "", "no printer is set up on this computer", "set one up in the system's settings, or save the PDF and print it elsewhere"}
	}
	i := Find(printers, name)
	switch {
	case i < 0 && name == "":
		return Printer{}, &Error{NoPrinter, "", "no printer is the default on this computer", "choose a printer"}
	case i < 0:
		return Printer{}, &Error{Unknown, name, fmt.Sprintf("there is no printer %s any more", name), "choose another printer"}
	case printers[i].State == Paused:
		what := fmt.Sprintf("the printer %s is paused", printers[i].Name)
		if printers[i].Note != "" {
			what += ": " + printers[i].Note
		}
		return Printer{}, &Error{IsPaused, printers[i].Name, what, "start it again in the system's printer settings, or choose another printer"}
	}
	return printers[i], nil
}
