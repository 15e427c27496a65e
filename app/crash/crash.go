// Package crash keeps a report of a fault in the program, for whoever can mend it.
//
// A report says which version it was, where in the program the fault happened and
// of what kind it is. It never has anything of a patient: from what Go prints of
// a fault only the names of functions, files and lines are taken, no argument and
// no value. Words that a fault was given are left out, unless the Go runtime
// itself said them, which speaks of numbers and types alone.
//
// [Reports.Write] keeps a fault that was caught. A fault in a part of the program
// that nobody watches, or of the kind that cannot be caught, ends the program;
// for those [Reports.Watch] has Go write into a file, of which the next start makes
// a report ([Reports.Collect]).
package crash

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"
)

// Reports are the reports in a folder.
type Reports struct {
	folder  string
	version string
	now     func() time.Time
}

// In is the reports in a folder, written by a version of the program.
func In(folder, version string) *Reports { return &Reports{folder, version, time.Now} }

// most is how many reports are kept.
const most = 5

// mostRaw is how much is read of what Go wrote, in bytes: faults of many goroutines
// can be long, and the one that matters comes first.
const mostRaw = 256 << 10

// Names of files: reports, those that were offered, and what Go writes.
const (
	prefix  = "crash-"
	offered = ".offered"
	raw     = "crash.raw"
)

// Write keeps a fault that was caught, with the stack where it was, and gives the
// report.
func (r *Reports) Write(value any, stack []byte) string {
	text := r.report(kind(value), frames(string(stack)))
	_ = r.keep(text) // it is shown all the same
	return text
}

// kind says what a fault is without what it says.
func kind(value any) string {
	if fault, ok := value.(runtime.Error); ok {
		return fault.Error()
	}
	return fmt.Sprintf("a fault of type %T", value)
}

// report is the text of a report.
func (r *Reports) report(what string, where []string) string {
	head := fmt.Sprintf("Deskleaf %s, %s/%s, %s\n%s\n%s\n", r.version, runtime.GOOS, runtime.GOARCH, runtime.Version(), r.now().Format(time.DateTime), what)
	return head + strings.Join(where, "\n") + "\n"
}

// keep writes a report and removes the oldest that are too many.
func (r *Reports) keep(text string) error {
	if err := os.MkdirAll(r.folder, 0o700); err != nil {
		return err
	}
	name := prefix + r.now().Format("20060102-150405")
	for n := 1; ; n++ {
		f, err := os.OpenFile(filepath.Join(r.folder, fmt.Sprintf("%s-%d.txt", name, n)), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if errors.Is(err, fs.ErrExist) && n < most {
			continue
		}
		if err != nil {
			return err
		}
		_, err = f.WriteString(text)
		f.Close()
		r.tidy()
		return err
	}
}

// names are the files of reports, the oldest first.
func (r *Reports) names() []string {
	entries, err := os.ReadDir(r.folder)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), prefix) && !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names
}

func (r *Reports) tidy() {
	names := r.names()
	for _, name := range names[:max(len(names)-most, 0)] {
		_ = os.Remove(filepath.Join(r.folder, name))
	}
}

// Watch has Go write into a file what ends the program. Stop takes the file away;
// it is called when the program ends as it should.
func (r *Reports) Watch() (stop func(), err error) {
	if err := os.MkdirAll(r.folder, 0o700); err != nil {
		return func() {}, err
	}
	path := filepath.Join(r.folder, raw)
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return func() {}, err
	}
	defer f.Close() // Go keeps its own
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		return func() {}, err
	}
	return func() {
		_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
		_ = os.Remove(path)
	}, nil
}

// Collect makes a report of what Go wrote when the program ended last, and says
// whether it did. It is called before Watch.
func (r *Reports) Collect() bool {
	path := filepath.Join(r.folder, raw)
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	data, err := io.ReadAll(io.LimitReader(f, mostRaw))
	f.Close()
	if err == nil && len(data) > 0 {
		err = r.keep(r.report(kindOf(string(data)), frames(string(data))))
	}
	if err == nil {
		_ = os.Remove(path)
	}
	return len(data) > 0
}

// A Report is one that nobody has been offered yet.
type Report struct {
	Text string
	When time.Time
}

// Offer gives the newest report that nobody was offered, and remembers that it was.
func (r *Reports) Offer() (Report, bool) {
	names := r.names()
	if len(names) == 0 || strings.HasSuffix(names[len(names)-1], offered) {
		return Report{}, false
	}
	path := filepath.Join(r.folder, names[len(names)-1])
	text, err := os.ReadFile(path)
	if err != nil {
		return Report{}, false
	}
	about, err := os.Stat(path)
	if err != nil || os.Rename(path, path+offered) != nil {
		return Report{}, false
	}
	return Report{Text: string(text), When: about.ModTime()}, true
}

// Latest is the text of the newest report, or "".
func (r *Reports) Latest() string {
	names := r.names()
	if len(names) == 0 {
		return ""
	}
	text, err := os.ReadFile(filepath.Join(r.folder, names[len(names)-1]))
	if err != nil {
		return ""
	}
	return string(text)
}
