// Package pack makes one signed file of a clinic's folder, and installs it: the way
// for whoever looks after many computers to give all of them the same words, prices
// and letterhead, without a share.
//
// # The file
//
// A pack (name.deskleaf) is a ZIP of exactly two entries, stored as they are:
//
//	library.zip          the clinic's folder
//	library.zip.minisig  its signature
//
// The signature is minisign's (https://jedisct1.github.io/minisign/): Ed25519 over
// the BLAKE2b-512 hash of library.zip, a trusted comment, and a second signature
// over both. So nothing of library.zip is looked at before it is known to be whole
// and of the right person, and anybody can check it without Deskleaf:
//
//	unzip name.deskleaf && minisign -Vm library.zip -p clinic.pub
//
// library.zip begins with library.yaml ([Manifest]), then has the files of the
// folder by name: clinic.yaml, answers.yaml, signoffs.yaml, schedules.yaml,
// latch.yaml, prices.csv, a logo, procedures/ and history/. Names are plain letters, digits,
// points, hyphens and underscores, so that they mean the same on every system.
//
// # Installing
//
// [Open] checks the signature, then every name, size and kind. [Pack.Install] unpacks
// into a folder of its own, has the content read, and only then points to it with
// one file that is replaced in one step:
//
//	installed.yaml                     which one is in use, and the one before
//	library-20261210-093000-3f9c2a71/  unpacked
//	library-20261210-093000-3f9c2a71.deskleaf
//
// Whatever fails, and whenever the machine stops, what was installed before is in
// use, whole. It is kept until the next one is installed. [Place.Current] holds the
// unpacked files to the kept pack at each start, so that a file changed by hand is
// noticed.
package pack

import (
	"fmt"
	"time"
)

// Ending is what the names of packs end with.
const Ending = ".deskleaf"

// Format is the version of the layout that this program writes and the highest that
// it reads.
const Format = 1

// Bounds of a pack. A clinic with 1,000 procedures of its own and ten approved
// editions of each stays far below them.
const (
	MostBytes    = 128 << 20 // of the file
	MostUnpacked = 512 << 20 // of all entries together
	MostEntries  = 60_000

	mostYAML    = 1 << 20  // as much as package file reads
	mostTable   = 16 << 20 // of a price list
	mostPicture = 10 << 20 // as much as package clinic reads
	mostComment = 200      // letters of a trusted comment
)

// A Manifest is library.yaml: what a pack says of itself.
type Manifest struct {
	Format     int    `yaml:"format,need"`
	Made       string `yaml:"made,need"` // in UTC, as RFC 3339 writes it: "2026-12-10T09:30:00Z"
	Name       string `yaml:"name,omitempty"`
	Procedures int    `yaml:"procedures,omitempty"`
}

// Time is when the pack was made.
func (m Manifest) Time() time.Time {
	made, _ := time.Parse(time.RFC3339, m.Made) // it was read with this before
	return made
}

// A Pack is one whose signature and names are good.
type Pack struct {
	Manifest
	Signed string // the trusted comment: what the signer says of it
	Key    string // the id of the key that signed, as minisign writes it

	bytes []byte // the file
	files []entry
}

// A Reason is why a pack is refused, for the window to say in its own language.
type Reason string

// The reasons.
const (
	NotPack Reason = "not-pack" // the file is no pack
	Damaged Reason = "damaged"  // it is cut short or changed
	Broken  Reason = "broken"   // the signature does not fit the content
	Foreign Reason = "foreign"  // another key signed it
	Newer   Reason = "newer"    // a newer program made it
	BadName Reason = "name"     // a path that leads elsewhere, or that not every system can have
	Twice   Reason = "twice"    // two names that some systems take for one
	Link    Reason = "link"     // a link, a device, a folder
	Kind    Reason = "kind"     // a file that has no place in a clinic's folder
	TooMany Reason = "many"
	TooBig  Reason = "big"
	Words   Reason = "words" // a procedure or a file of the clinic has a mistake
	Older   Reason = "older" // than the one that is installed
	NoKey   Reason = "no-key"
	Changed Reason = "changed" // what is installed is not what was signed
)

// A Refusal is why a pack was refused, as a whole.
type Refusal struct {
	Reason Reason
	What   string // the name, number or day that it is about; "" for none
}

var says = map[Reason]string{
	NotPack: "this is not a library of Deskleaf",
	Damaged: "the file is damaged or was cut short",
	Broken:  "the signature does not fit: something in the file was changed after it was signed",
	Foreign: "it was signed with another key than this computer trusts",
	Newer:   "a newer Deskleaf made it",
	BadName: "it has a file whose name must not be in a library",
	Twice:   "it has two files whose names are the same on some computers",
	Link:    "it has something that is no plain file",
	Kind:    "it has a file that has no place in a library",
	TooMany: "it has too many files",
	TooBig:  "it is too large",
	Words:   "it has a mistake in its content",
	Older:   "it is older than the library that is installed",
	NoKey:   "this computer trusts no key",
	Changed: "the installed library is not as it was signed",
}

// Error says it in English; the window has words of its own.
func (r *Refusal) Error() string {
	if r.What == "" {
		return says[r.Reason]
	}
	return says[r.Reason] + ": " + r.What
}

// Hint says what to do about it.
func (r *Refusal) Hint() string {
	switch r.Reason {
	case NotPack, Damaged:
		return "get the file again from whoever made it"
	case Broken, Foreign:
		return "do not use this file; ask whoever looks after this computer where it comes from"
	case Newer:
		return "update Deskleaf on this computer first"
	case Older:
		return "to go back on purpose, say --older"
	case NoKey:
		return "whoever looks after this computer writes library_key into machine.yaml"
	case Changed:
		return "install the library again"
	}
	return "whoever made the library must put it right and pack it again; nothing was installed"
}

func refuse(why Reason, what string, args ...any) error {
	if len(args) > 0 {
		what = fmt.Sprintf(what, args...)
	}
	return &Refusal{why, what}
}
