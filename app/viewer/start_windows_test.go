package viewer

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestNothingOpensThis holds that a file that no program opens is told in words.
func TestNothingOpensThis(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pages.no-program-opens-this")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var said *Error
	if err := start(path); !errors.As(err, &said) || said.Error() == "" || said.Hint() == "" {
		t.Errorf("got %v", err)
	}
}
