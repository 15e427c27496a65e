package viewer

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestPagesAreShownAndWiped(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "viewed")
	var shown string
	v := New(folder)
	v.start = func(path string) error { shown = path; return nil }
	if err := v.Open("../../page.pdf", []byte("%PDF")); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(shown); err != nil || string(data) != "%PDF" {
		t.Fatalf("the viewer was given %q with %q, %v", shown, data, err)
	}
	if outside, err := filepath.Rel(folder, shown); err != nil || !filepath.IsLocal(outside) {
		t.Errorf("%s is not in the private folder", shown)
	}
	if info, err := os.Stat(filepath.Dir(shown)); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("the folder is open to others: %v, %v", info.Mode(), err)
	}
	keep := filepath.Join(folder, "not-ours")
	if err := os.WriteFile(keep, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := v.Wipe(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(shown); !os.IsNotExist(err) {
		t.Errorf("%s is still there", shown)
	}
	if _, err := os.Stat(keep); err != nil {
		t.Errorf("Wipe removed what it did not make: %v", err)
	}
}

func TestWipeWithoutAFolder(t *testing.T) {
	if err := New(filepath.Join(t.TempDir(), "never")).Wipe(); err != nil {
		t.Error(err)
	}
}
