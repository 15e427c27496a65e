package clinic

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"deskleaf/app/store"
)

// long is more than any folder of a test takes to answer.
const long = time.Minute

func TestKnownFolder(t *testing.T) {
	full, empty := t.TempDir(), t.TempDir()
	file := filepath.Join(full, "clinic.yaml")
	if err := os.WriteFile(file, []byte("name: Maple Street\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, folder string
		seen         bool
		want         Away
	}{
		{"there", full, true, Here},
		{"there, and never seen before", full, false, Here},
		{"new and empty", empty, false, Here},
		{"emptied: the share is not connected to its folder", empty, true, NoFacts},
		{"gone", filepath.Join(empty, "none"), false, NoFolder},
		{"a file", file, false, NoFolder},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := OpenKnown(store.OS{}, test.folder, test.seen, long)
			if c.Away != test.want || c.Folder != test.folder || c.Locked() != (test.want != Here) {
				t.Errorf("away: %q, locked: %t; want %q", c.Away, c.Locked(), test.want)
			}
			if c.Seen != (test.folder == full) || (c.Facts.Name != "") != c.Seen {
				t.Errorf("facts seen: %t, of %q", c.Seen, c.Facts.Name)
			}
		})
	}
}

// TestNothingIsSavedWhileAway holds that the mount point of a share that is not
// connected does not fill with another clinic's files.
func TestNothingIsSavedWhileAway(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "share")
	c := OpenKnown(store.OS{}, folder, true, long)
	if _, err := c.SaveFacts(store.OS{}, Facts{Name: "Another"}); err == nil || !strings.Contains(err.Error(), "is not there") {
		t.Errorf("saving said %v", err)
	}
	if _, err := c.SaveLogo(store.OS{}, []byte("png")); err == nil {
		t.Error("a logo was saved")
	}
	if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the folder was made")
	}
}

// hanging is a share whose computer is off: it answers when the test is over.
type hanging struct {
	store.OS
	over <-chan struct{}
}

func (h hanging) Stat(string) (fs.FileInfo, error) {
	<-h.over
	return nil, fs.ErrNotExist
}

// denying is a share that refuses to show its files.
type denying struct{ store.OS }

func (denying) Stat(string) (fs.FileInfo, error) { return nil, fs.ErrPermission }

func TestFolderThatDoesNotAnswer(t *testing.T) {
	over := make(chan struct{})
	defer close(over)
	if c := OpenKnown(hanging{over: over}, "/share", true, time.Millisecond); c.Away != NoAnswer {
		t.Errorf("away: %q", c.Away)
	}
	if c := OpenKnown(denying{}, "/share", true, long); c.Away != NoAccess {
		t.Errorf("away: %q", c.Away)
	}
	for _, away := range []Away{Here, NoFolder, NoAnswer, NoFacts, NoAccess} {
		if away.String() == "" {
			t.Errorf("%q has no words", string(away))
		}
	}
}

func TestRules(t *testing.T) {
	tests := []struct {
		facts   Facts
		fixed   Rules
		idle    int
		refuses bool
	}{
		{Facts{}, Rules{}, UsualIdle, false},
		{Facts{Idle: 15, Unreviewed: Refuse}, Rules{}, 15, true},
		{Facts{Idle: 100, Unreviewed: PrintDraft}, Rules{}, MostIdle, false},
		{Facts{Idle: 15, Unreviewed: Refuse}, Rules{Idle: 6, Unreviewed: PrintDraft}, 6, false},
		{Facts{Idle: 15}, Rules{Idle: 1, Unreviewed: Refuse}, LeastIdle, true},
	}
	for _, test := range tests {
		c := Clinic{Facts: test.facts, Fixed: test.fixed}
		if c.Idle() != test.idle || (c.Way(Draft) == Refuse) != test.refuses {
			t.Errorf("%+v, fixed %+v: %d minutes, refuses %t; want %d, %t", test.facts, test.fixed, c.Idle(), c.Way(Draft) == Refuse, test.idle, test.refuses)
		}
	}
}
