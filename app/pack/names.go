package pack

import (
	"path"
	"strings"
)

// manifestName is the entry that says what the pack is.
const manifestName = "library.yaml"

// mostName is how long a path in a pack may be, in letters: with the folder that it
// is unpacked to, it fits what Windows can open.
const mostName = 120

// topFiles are the files of a clinic's folder that a pack has, beside pictures.
var topFiles = map[string]bool{
	manifestName: true, "clinic.yaml": true, "answers.yaml": true, "signoffs.yaml": true, "schedules.yaml": true, "latch.yaml": true, "codes.yaml": true, "prices.csv": true,
}

// depths are the folders of a clinic's folder that a pack has, and how many folders
// may lie under each other there.
var depths = map[string][2]int{"procedures": {2, 3}, "history": {2, 3}}

// pictures are the endings of a logo.
var pictures = map[string]bool{".png": true, ".jpg": true, ".jpeg": true, ".gif": true}

// checkName says whether a path may be in a pack: a plain relative one that means
// the same on every system.
func checkName(name string) error {
	if name == "" || len(name) > mostName || path.IsAbs(name) || path.Clean(name) != name {
		return refuse(BadName, "%q", shorten(name))
	}
	for part := range strings.SplitSeq(name, "/") {
		if !plainPart(part) {
			return refuse(BadName, "%q", shorten(name))
		}
	}
	return nil
}

// plainPart reports whether a file or folder may be called so on every system.
func plainPart(part string) bool {
	if part == "" || part[0] == '.' || part[0] == '-' || part[len(part)-1] == '.' {
		return false
	}
	for _, r := range part {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '_' && r != '.' {
			return false
		}
	}
	stem, _, _ := strings.Cut(strings.ToUpper(part), ".")
	return !devices[stem]
}

// devices are names that Windows takes for a device, whatever ending they have
// (Microsoft's "Naming Files, Paths, and Namespaces", read 2026-11).
var devices = map[string]bool{
	"CON": true, "PRN": true, "AUX": true, "NUL": true,
	"COM0": true, "COM1": true, "COM2": true, "COM3": true, "COM4": true, "COM5": true, "COM6": true, "COM7": true, "COM8": true, "COM9": true,
	"LPT0": true, "LPT1": true, "LPT2": true, "LPT3": true, "LPT4": true, "LPT5": true, "LPT6": true, "LPT7": true, "LPT8": true, "LPT9": true,
}

// mostSize is how large a file of that path may be, in bytes, where it has a place
// in a clinic's folder.
func mostSize(name string) (bytes uint64, ok bool) {
	folder, inside, deep := strings.Cut(name, "/")
	ending := strings.ToLower(path.Ext(name))
	if deep {
		depth, known := depths[folder]
		folders := 1 + strings.Count(inside, "/")
		return mostYAML, known && folders >= depth[0] && folders <= depth[1] && ending == ".yaml"
	}
	switch {
	case pictures[ending]:
		return mostPicture, true
	case name == "prices.csv":
		return mostTable, true
	}
	return mostYAML, topFiles[name]
}

// shorten keeps a name short enough to be told.
func shorten(name string) string {
	if letters := []rune(name); len(letters) > 60 {
		return string(letters[:60]) + "…"
	}
	return name
}
