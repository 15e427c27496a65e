package journal

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"
)

// An Event is one thing that may be noted. The zero Event is none.
type Event struct{ text string }

// String is the event as its line has it, without the time.
func (e Event) String() string { return e.text }

// Started is a start of the window by a version of the program.
func Started(version string, slowGraphics bool) Event {
	return event("started version=%s system=%s/%s go=%s slow-graphics=%t", number(version), runtime.GOOS, runtime.GOARCH, runtime.Version(), slowGraphics)
}

// Ended is that the window was closed.
func Ended() Event { return event("ended") }

// Shown is the first paint of the window, so long after the start.
func Shown(after time.Duration) Event { return event("shown after=%s", rounded(after)) }

// Summoned is a second start of the program, which the window answered.
func Summoned(done bool) Event { return event("summoned done=%t", done) }

// Read is that the clinic's folder and the procedures were read.
func Read(procedures, complaints, notices int) Event {
	return event("read procedures=%d complaints=%d notices=%d", procedures, complaints, notices)
}

// Away is that the clinic's folder cannot be reached, by a reason of clinic.Away.
func Away(reason string) Event { return event("clinic away reason=%s", known(reason)) }

// Back is that it can be reached again.
func Back() Event { return event("clinic back") }

// Printed is a job that the system took. Unready says that its printer is not.
func Printed(pages, copies int, unready bool) Event {
	return event("printed pages=%d copies=%d unready=%t", pages, max(copies, 1), unready)
}

// Saved is a PDF that was written where somebody wanted it.
func Saved(pages int) Event { return event("saved pages=%d", pages) }

// Opened is that pages were given to the system's viewer.
func Opened() Event { return event("opened") }

// Failed is something that did not work: what, as the keys of the window's words
// name it after "fail.", and the reason that an error gave, of printing or store.
func Failed(what, reason string) Event {
	return event("failed what=%s reason=%s", known(what), known(reason))
}

// Crashed is a fault of the program, which ended it or a part of its work.
func Crashed(ended bool) Event { return event("crashed ended=%t", ended) }

// words are all the words that an event can have from outside.
var words = strings.Fields(`
	pages print printers message open wipe desk clinic answer approve review history codes draft edit procedure language save day schedule schedules prices estimate library newer latch
	twins
	no-folder no-answer no-facts no-access
	no-system no-printer unknown paused refused
	no-file not-allowed disk-full in-use is-folder not-a-file exists damaged other`)

// known is a word of the list; any other word is "other".
func known(word string) string {
	if slices.Contains(words, word) {
		return word
	}
	return "other"
}

// number is a version, if it looks like one.
func number(version string) string {
	if len(version) > 20 || strings.Trim(version, "0123456789.") != "" {
		return "other"
	}
	return version
}

func rounded(d time.Duration) time.Duration { return d.Round(time.Millisecond) }

func event(format string, values ...any) Event { return Event{fmt.Sprintf(format, values...)} }
