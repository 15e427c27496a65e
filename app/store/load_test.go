package store_test

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"strings"
	"syscall"
	"testing"

	"deskleaf/app/store"
	"deskleaf/app/store/storetest"
)

type newer struct{}

func (newer) Error() string { return "it comes from a newer program" }
func (newer) Newer() bool   { return true }

// mustBeGood takes files that say that they are.
func mustBeGood(data []byte) error {
	switch text := string(data); {
	case strings.HasPrefix(text, "good"):
		return nil
	case text == "newer":
		return fmt.Errorf("look at the file: %w", newer{})
	default:
		return fmt.Errorf("%q cannot be understood", text)
	}
}

func TestLoad(t *testing.T) {
	tests := []struct {
		name   string
		before map[string]string
		data   string
		says   string // of the report
		fails  string // of the error
		after  map[string]string
	}{
		{name: "a good file",
			before: map[string]string{"f": "good 2", "f.last-good": "good 1"},
			data:   "good 2",
			after:  map[string]string{"f": "good 2", "f.last-good": "good 1"}},
		{name: "a damaged file",
			before: map[string]string{"f": "bad", "f.last-good": "good 1"},
			data:   "good 1",
			says:   "f could not be used. It was set aside as f.damaged-1, and the last good version is in use: check what was changed last.",
			after:  map[string]string{"f": "good 1", "f.last-good": "good 1", "f.damaged-1": "bad"}},
		{name: "damaged again",
			before: map[string]string{"f": "bad 2", "f.last-good": "good 1", "f.damaged-1": "bad 1"},
			data:   "good 1",
			says:   "f could not be used. It was set aside as f.damaged-2, and the last good version is in use: check what was changed last.",
			after:  map[string]string{"f": "good 1", "f.last-good": "good 1", "f.damaged-1": "bad 1", "f.damaged-2": "bad 2"}},
		{name: "missing, with a good version",
			before: map[string]string{"f.last-good": "good 1"},
			data:   "good 1",
			says:   "f was missing. The last good version is in use: check what was changed last.",
			after:  map[string]string{"f": "good 1", "f.last-good": "good 1"}},
		{name: "damaged, and no version from before",
			before: map[string]string{"f": "bad"},
			says:   "f could not be used. It was set aside as f.damaged-1, and nothing of it was lost. There is no earlier version to use.",
			fails:  `"bad" cannot be understood`,
			after:  map[string]string{"f.damaged-1": "bad"}},
		{name: "both damaged",
			before: map[string]string{"f": "bad", "f.last-good": "bad too"},
			says:   "f could not be used. It was set aside as f.damaged-1, and nothing of it was lost. There is no earlier version to use.",
			fails:  `"bad" cannot be understood`,
			after:  map[string]string{"f.damaged-1": "bad", "f.last-good": "bad too"}},
		{name: "nothing at all",
			before: map[string]string{"other": "x"},
			fails:  "there is no such file",
			after:  map[string]string{"other": "x"}},
		{name: "from a newer program",
			before: map[string]string{"f": "newer", "f.last-good": "good 1"},
			fails:  "it comes from a newer program",
			after:  map[string]string{"f": "newer", "f.last-good": "good 1"}},
		{name: "the last good version is from a newer program",
			before: map[string]string{"f": "bad", "f.last-good": "newer"},
			fails:  "it comes from a newer program",
			after:  map[string]string{"f": "bad", "f.last-good": "newer"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := storetest.NewRecording(in("/c/", test.before))
			data, report, err := store.Load(r, "/c/f", mustBeGood)
			if string(data) != test.data || report.String() != test.says {
				t.Errorf("got %q, %q", data, report)
			}
			if (err == nil) != (test.fails == "") || err != nil && !strings.Contains(err.Error(), test.fails) {
				t.Errorf("error: %v", err)
			}
			if report.UsedLastGood != (test.says != "" && test.fails == "") || report.Happened() != (test.says != "") {
				t.Errorf("report: %+v", report)
			}
			if got := r.Files(); !maps.Equal(got, in("/c/", test.after)) {
				t.Errorf("left: %q", got)
			}
		})
	}
}

func in(folder string, files map[string]string) map[string]string {
	placed := map[string]string{}
	for name, data := range files {
		placed[folder+name] = data
	}
	return placed
}

func TestLoadSaysThatNothingWasEverThere(t *testing.T) {
	for reason, r := range map[store.Reason]*storetest.Recording{
		store.NoFile:   storetest.NewRecording(map[string]string{"/c/other": ""}),
		store.NoFolder: storetest.NewRecording(nil),
	} {
		_, report, err := store.Load(r, "/c/f", mustBeGood)
		var e *store.Error
		if !errors.Is(err, fs.ErrNotExist) || !errors.As(err, &e) || e.Reason != reason || report.Happened() {
			t.Errorf("got %v, %v; want %s", report, err, reason)
		}
	}
}

// An editor empties the file before it writes: what is half saved is not damaged.
func TestLoadWhileAnEditorSaves(t *testing.T) {
	r := storetest.NewRecording(map[string]string{"/c/f": "", "/c/f.last-good": "good 1"})
	reads := 0
	r.Fail = func(o storetest.Operation) error {
		if reads++; reads == 2 {
			r.Fail = nil
			return store.Save(r, "/c/f", []byte("good 2"))
		}
		return nil
	}
	data, report, err := store.Load(r, "/c/f", mustBeGood)
	if string(data) != "good 2" || report.Happened() || err != nil {
		t.Errorf("got %q, %v, %v", data, report, err)
	}
}

func TestLoadFromAFolderThatCannotBeWritten(t *testing.T) {
	r := storetest.NewRecording(map[string]string{"/c/f": "bad", "/c/f.last-good": "good"})
	r.Fail = func(o storetest.Operation) error {
		if o.Do == "read" {
			return nil
		}
		return &fs.PathError{Op: o.Do, Path: o.Path, Err: fs.ErrPermission}
	}
	data, report, err := store.Load(r, "/c/f", mustBeGood)
	if string(data) != "good" || err != nil || report.SetAside != "" || !report.UsedLastGood {
		t.Errorf("got %q, %+v, %v", data, report, err)
	}
	if want := "f could not be used. The last good version is in use: check what was changed last."; report.String() != want {
		t.Errorf("it says: %s", report)
	}
	if got := r.Files()["/c/f"]; got != "bad" {
		t.Errorf("the file became %q", got)
	}
}

// A file that may not be read is not a damaged one.
func TestLoadWhatMayNotBeRead(t *testing.T) {
	for _, failure := range []error{fs.ErrPermission, syscall.EIO} {
		r := storetest.NewRecording(map[string]string{"/c/f": "good", "/c/f.last-good": "good"})
		r.Fail = failing("read", failure)
		if _, report, err := store.Load(r, "/c/f", mustBeGood); !errors.Is(err, failure) || report.Happened() {
			t.Errorf("got %v, %v", report, err)
		}
		if len(r.Operations()) != 0 {
			t.Errorf("it did %s", r.Script())
		}
	}
}
