// Package journal keeps a log of what the program did, for whoever helps a desk
// when something does not work.
//
// What may stand in it is a closed list: an [Event] can be made by the functions
// of this package alone, of counts, durations, yes and no, and reasons from lists
// that stand here. No text of a caller gets in, so nothing about a patient can, and
// no name of a file, a procedure or a printer.
//
//	j := journal.In(folder)
//	j.Note(journal.Printed(2, 1))
//
// A log is a line an event. It is never larger than some hundred kilobytes: a full
// file makes way for a new one, and the oldest goes.
package journal

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// How large a file of the log gets, in bytes, and how many full ones are kept.
const (
	mostBytes = 128 << 10
	mostFull  = 2
)

// A Journal is the log in a folder.
type Journal struct {
	path string
	now  func() time.Time
}

// In is the log in a folder, which is made when something is noted.
func In(folder string) *Journal {
	return &Journal{filepath.Join(folder, "deskleaf.log"), time.Now}
}

// stamp is how a line begins: the time on the clock of this computer.
const stamp = "2006-01-02 15:04:05"

// Note writes an event. Where it cannot, nothing happens: a log must never be in
// the way of the work.
func (j *Journal) Note(e Event) {
	if e.text == "" {
		return
	}
	if about, err := os.Stat(j.path); err == nil && about.Size() > mostBytes {
		j.rotate()
	} else if errors.Is(err, fs.ErrNotExist) {
		_ = os.MkdirAll(filepath.Dir(j.path), 0o700)
	}
	f, err := os.OpenFile(j.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	defer f.Close()
	_, _ = f.WriteString(j.now().Format(stamp) + " " + e.text + "\n")
}

// queue is how many events may wait to be written.
const queue = 100

// Follow gives a function that notes events away from whoever calls it, so that a
// slow disk holds nobody up; what comes faster than it can be written is dropped.
// Stop returns when all is written. After it nothing is noted any more.
func (j *Journal) Follow() (note func(Event), stop func()) {
	events, done := make(chan Event, queue), make(chan struct{})
	go func() {
		defer close(done)
		for e := range events {
			if e == (Event{}) {
				return
			}
			j.Note(e)
		}
	}()
	note = func(e Event) {
		select {
		case events <- e:
		default:
		}
	}
	return note, func() {
		events <- Event{}
		<-done
	}
}

// rotate puts the full file among the full ones.
func (j *Journal) rotate() {
	for n := mostFull; n > 0; n-- {
		_ = os.Rename(j.full(n-1), j.full(n))
	}
}

// full is the path of the full file of that age; 0 is the one that is written.
func (j *Journal) full(age int) string {
	if age == 0 {
		return j.path
	}
	return j.path + "." + string(rune('0'+age))
}

// Tail is the last lines of the log, at most so many.
func (j *Journal) Tail(lines int) []string {
	var all []string
	for age := 1; age >= 0; age-- {
		data, err := os.ReadFile(j.full(age))
		if err == nil && len(data) > 0 {
			all = append(all, strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")...)
		}
	}
	return all[max(len(all)-lines, 0):]
}
