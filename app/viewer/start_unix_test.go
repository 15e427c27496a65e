//go:build !windows

package viewer

import (
	"errors"
	"testing"
)

// TestNothingOpensFiles holds that a computer that cannot open files says so in words.
func TestNothingOpensFiles(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	var said *Error
	if err := start("pages.pdf"); !errors.As(err, &said) || said.Hint() == "" || errors.Unwrap(said) == nil {
		t.Errorf("got %v", err)
	}
}
