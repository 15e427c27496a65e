package file

import (
	"errors"
	"strings"
	"testing"
)

func TestFormat(t *testing.T) {
	tests := []struct {
		name, text string
		want       int
		fails      bool
	}{
		{"first", "format: 3\nid: a\n", 3, false},
		{"later, with a comment", "# a file\r\nid: a\r\nformat: 12 # new\r\n", 12, false},
		{"after a byte order mark", "\ufeffformat: 2", 2, false},
		{"in a file that is broken", "format: 4\nid: [\n", 4, false},
		{"none", "id: a\n", 0, false},
		{"of something else", "other:\n  format: 9\n", 0, false},
		{"in quotes", `"format": "5"`, 5, false},
		{"no number", "format: next\n", 0, true},
		{"below zero", "format: -1\n", 0, true},
		{"empty", "", 0, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Format([]byte(test.text))
			if got != test.want || (err != nil) != test.fails {
				t.Errorf("got %d, %v", got, err)
			}
		})
	}
}

func TestNewerFilesAreKnown(t *testing.T) {
	if err := CheckFormat("a.yaml", []byte("format: 1\n"), 1); err != nil {
		t.Error(err)
	}
	err := CheckFormat("clinic.yaml", []byte("format: 2\n"), 1)
	var newer interface{ Newer() bool }
	if !errors.As(err, &newer) || !newer.Newer() {
		t.Fatalf("got %v", err)
	}
	if !strings.Contains(err.Error(), "clinic.yaml was written by a newer Deskleaf") || !strings.Contains(err.Error(), "update Deskleaf") {
		t.Errorf("it says: %s", err)
	}
}
