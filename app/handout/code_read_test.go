package handout

import (
	"strings"
	"testing"
)

// TestReadCode reads sheet codes as people type them from a page's foot, and
// refuses those that were read wrong.
func TestReadCode(t *testing.T) {
	values := []byte{7, 19, 23, 4, 2}
	code := spell(append(values, checkSign(values)))
	for _, typed := range []string{code, " " + code + " ", strings.ToLower(code), strings.ReplaceAll(code, "-", "")} {
		if got, err := ReadCode(typed); err != nil || got != code {
			t.Errorf("%q is read as %q, %v; want %q", typed, got, err, code)
		}
	}
	for _, typed := range []string{"", "7KQ", code + "9", "UUUU-UU", "8" + code[1:]} {
		if got, err := ReadCode(typed); err == nil {
			t.Errorf("%q is read as %q, want an error", typed, got)
		}
	}
}
