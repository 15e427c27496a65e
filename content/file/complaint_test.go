package file

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deskleaf/assets/goldentest"
)

// Each testdata/*.yaml has mistakes; its .golden is what its author is told.
func TestComplaints(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.yaml")
	if len(files) < 20 {
		t.Fatalf("only %d files in testdata", len(files))
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			_, complaints := Read(filepath.Base(path), data, &sheet{})
			goldentest.Hold(t, strings.TrimSuffix(path, ".yaml")+".golden", complaints.Error()+"\n")
		})
	}
}
