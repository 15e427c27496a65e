package crash

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"
)

// secret is what must be in no report.
const secret = "Ana Ruiz 1975-04-12"

// TestMain lets the test start itself as a program that meets a fault.
func TestMain(m *testing.M) {
	if folder := os.Getenv("CRASH_IN"); folder != "" {
		if _, err := In(folder, "1.2.3").Watch(); err != nil {
			os.Exit(3)
		}
		faults[os.Getenv("CRASH")](secret)
		select {}
	}
	os.Exit(m.Run())
}

// faults are ways in which a part of the program that nobody watches can fail.
var faults = map[string]func(patient string){
	"words": func(patient string) { go unwatched(patient) },
	"error": func(patient string) { go func() { panic(fmt.Errorf("print for %s", patient)) }() },
	"index": func(patient string) { go func() { _ = patient[len(patient)+5:][0] }() },
	"map":   func(patient string) { go func() { noMap[patient] = 1 }() },
	"nil":   func(string) { go func() { var p *Report; p.Text = secret }() },
	"fatal": func(string) { debug.SetMaxStack(1 << 16); go endless(0) },
}

func unwatched(patient string) { panic("no page for " + patient) }

// endless calls itself more often than any stack can hold.
func endless(n int) int {
	if n < 0 {
		return n
	}
	return endless(n+1) + 1
}

// noMap was never made.
var noMap map[string]int

// TestUncaughtFaults holds that whatever ends the program is a report at the next
// start, with the place of the fault and no word of a patient.
func TestUncaughtFaults(t *testing.T) {
	says := map[string]string{
		"words": "words are not kept", "error": "words are not kept", "index": "slice bounds out of range", "nil": "nil pointer", "map": "assignment to entry in nil map", "fatal": "runtime.morestack",
	}
	for name := range faults {
		t.Run(name, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "log")
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), "CRASH_IN="+folder, "CRASH="+name)
			if err := cmd.Run(); err == nil {
				t.Fatal("it did not crash")
			}
			r := In(folder, "1.2.4")
			collected := r.Collect()
			got, ok := r.Offer()
			if !ok || !collected {
				t.Fatal("there is no report")
			}
			for _, want := range []string{says[name], "crash/crash_test.go:", "crash.", runtime.GOOS} {
				if !strings.Contains(got.Text, want) {
					t.Errorf("the report does not say %q", want)
				}
			}
			for _, word := range strings.Fields(secret) {
				if strings.Contains(got.Text, word) {
					t.Errorf("the report says %q", word)
				}
			}
			if t.Failed() {
				t.Log(got.Text)
			}
			if again, ok := r.Offer(); ok || r.Collect() {
				t.Errorf("it is offered twice: %s", again.Text)
			}
		})
	}
}

// caught makes a fault and catches it.
func caught(value any) (fault any, stack []byte) {
	defer func() { fault, stack = recover(), debug.Stack() }()
	panic(value)
}

func TestCaughtFaults(t *testing.T) {
	folder := t.TempDir()
	r := In(folder, "1.2.3")
	for _, test := range []struct {
		fault func()
		says  string
	}{
		{func() { panic(secret) }, "a fault of type string"},
		{func() { panic(errors.New(secret)) }, "a fault of type *errors.errorString"},
		{func() { noMap[secret] = 1 }, "assignment to entry in nil map"},
	} {
		var text string
		func() {
			defer func() { text = r.Write(recover(), debug.Stack()) }()
			test.fault()
		}()
		if !strings.Contains(text, test.says) || !strings.Contains(text, "Deskleaf 1.2.3") || !strings.Contains(text, "crash/crash_test.go:") || strings.Contains(text, "Ruiz") {
			t.Errorf("want %q in\n%s", test.says, text)
		}
	}
	if got, ok := r.Offer(); !ok || got.Text == "" || got.When.IsZero() {
		t.Errorf("%+v, %t", got, ok)
	}
	if r.Latest() == "" {
		t.Error("what was offered is forgotten")
	}
}

func TestFewReportsAreKept(t *testing.T) {
	r := In(t.TempDir(), "1.2.3")
	now := time.Date(2026, 11, 27, 9, 0, 0, 0, time.UTC)
	r.now = func() time.Time { now = now.Add(time.Second); return now }
	for range most + 4 {
		r.Write(caught("x"))
	}
	names := r.names()
	if len(names) != most || names[len(names)-1] != "crash-20261127-090018-1.txt" {
		t.Errorf("%q", names)
	}
}

// TestQuietEnd holds that a program that ends as it should leaves nothing.
func TestQuietEnd(t *testing.T) {
	folder := t.TempDir()
	r := In(folder, "1.2.3")
	stop, err := r.Watch()
	if err != nil {
		t.Fatal(err)
	}
	stop()
	if got, ok := r.Offer(); ok || r.Collect() {
		t.Errorf("%+v", got)
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

// FuzzFrames holds that no sentence gets into a report, whatever stands between the
// lines of a stack.
func FuzzFrames(f *testing.F) {
	f.Add("goroutine 1 [running]:\nmain.say({0xc000, 0x5})\n\t/home/ana/deskleaf/main.go:12 +0x1d\n", secret)
	f.Add("panic: "+secret+"\n\ngoroutine 7 [chan receive, 2 minutes]:\ncreated by main.main in goroutine 1\n\tC:/x/y.go:3\n", secret)
	f.Fuzz(func(t *testing.T, stack, between string) {
		lines := frames(strings.ReplaceAll(stack, "\n", "\n"+between+"\n"))
		if len(lines) > mostFrames {
			t.Errorf("%d lines", len(lines))
		}
		for _, line := range lines {
			for _, ours := range []string{"goroutine, ", "created by ", "runtime stack:"} {
				line = strings.TrimPrefix(line, ours)
			}
			if strings.Contains(line, " ") && !strings.HasPrefix(line, "\t") && strings.Trim(line, "abcdefghijklmnopqrstuvwxyz ") != "" {
				t.Errorf("%q is no frame", line)
			}
		}
	})
}
