package journal

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

func at(j *Journal) *Journal {
	j.now = func() time.Time { return time.Date(2026, 11, 27, 9, 5, 0, 0, time.UTC) }
	return j
}

func TestEventsAreLines(t *testing.T) {
	j := at(In(filepath.Join(t.TempDir(), "log")))
	for _, e := range []Event{Printed(2, 0, false), {}, Failed("print", "paused"), Away("no-answer"), Shown(1234567 * time.Microsecond)} {
		j.Note(e)
	}
	want := []string{
		"2026-11-27 09:05:00 printed pages=2 copies=1 unready=false",
		"2026-11-27 09:05:00 failed what=print reason=paused",
		"2026-11-27 09:05:00 clinic away reason=no-answer",
		"2026-11-27 09:05:00 shown after=1.235s",
	}
	if got := strings.Join(j.Tail(100), "\n"); got != strings.Join(want, "\n") {
		t.Errorf("the log is\n%s", got)
	}
	if got := j.Tail(1); len(got) != 1 || got[0] != want[3] {
		t.Errorf("its last line is %q", got)
	}
}

// line is all that a line of the log can be, whatever its events were made of.
var line = regexp.MustCompile(`^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [a-z]+( [a-z]+)?( [a-z-]+=[a-z0-9./:+µ-]+)*$`)

// FuzzNothingGetsIn gives every event whatever text and numbers a caller could
// have by mistake: no word of it may be in the log.
func FuzzNothingGetsIn(f *testing.F) {
	f.Add("Ana Ruiz", `\\server\patients\Ruiz.pdf`, 2)
	f.Add("1975-04-12", "27096", -1)
	f.Add("ana", "no-folder ana", 1<<40)
	f.Fuzz(func(t *testing.T, a, b string, n int) {
		j := at(In(t.TempDir()))
		events := []Event{
			Started(a, true), Ended(), Shown(time.Duration(n)), Summoned(false), Read(n, n, n), Away(a), Back(),
			Printed(n, n, true), Saved(n), Opened(), Failed(a, b), Failed(b, a), Crashed(true),
		}
		for _, e := range events {
			j.Note(e)
		}
		got := j.Tail(100)
		if len(got) != len(events) {
			t.Fatalf("%d events gave %d lines", len(events), len(got))
		}
		for _, l := range got {
			if !line.MatchString(l) {
				t.Errorf("%q is no line of the log", l)
			}
			for _, said := range strings.FieldsFunc(l[len(stamp):], func(r rune) bool { return r == ' ' || r == '=' }) {
				if (said == a || said == b) && known(said) != said && number(said) != said && !ours(said) {
					t.Errorf("%q got into %q", said, l)
				}
			}
		}
	})
}

// ours reports whether a word is one of the events' own.
func ours(word string) bool {
	own := "started version system go slow-graphics ended shown after summoned done read procedures complaints notices clinic away reason back " +
		"printed copies unready saved opened failed what crashed true false 0s"
	return strings.Contains(" "+own+" ", " "+word+" ") || strings.Trim(word, "0123456789-.µnmsh") == "" || strings.Contains(word, "/") || strings.HasPrefix(word, "go1.")
}

func TestFollow(t *testing.T) {
	j := at(In(t.TempDir()))
	note, stop := j.Follow()
	for pages := range 20 {
		note(Saved(pages))
	}
	stop()
	note(Ended())
	if got := j.Tail(100); len(got) != 20 || !strings.HasSuffix(got[19], "saved pages=19") {
		t.Errorf("the log is %q", got)
	}
}

func TestLogStaysSmall(t *testing.T) {
	folder := t.TempDir()
	j := at(In(folder))
	full := strings.Repeat("2026-11-27 09:05:00 opened\n", mostBytes/27+1)
	for round := range mostFull + 3 {
		if err := os.WriteFile(j.path, []byte(full), 0o600); err != nil {
			t.Fatal(err)
		}
		j.Note(Saved(round))
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != mostFull+1 {
		t.Fatalf("%d files, %v", len(entries), err)
	}
	for _, e := range entries {
		if about, err := e.Info(); err != nil || about.Size() > mostBytes+200 {
			t.Errorf("%s has %d bytes, %v", e.Name(), about.Size(), err)
		}
	}
	tail := j.Tail(2)
	if want := fmt.Sprintf("saved pages=%d", mostFull+2); !strings.HasSuffix(tail[1], want) || !strings.HasSuffix(tail[0], "opened") {
		t.Errorf("the last lines are %q", tail)
	}
}

// TestLogThatCannotBeWritten holds that a log is never in the way.
func TestLogThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	j := In(filepath.Join(file, "log"))
	j.Note(Opened())
	if got := j.Tail(5); len(got) != 0 {
		t.Errorf("%q", got)
	}
}
