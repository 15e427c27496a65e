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

// FuzzReadCode: what is read as a code is spelled as one, reads again as itself, and with one letter or digit wrong is
// no code at all.
func FuzzReadCode(f *testing.F) {
	values := []byte{7, 19, 23, 4, 2}
	f.Add(spell(append(values, checkSign(values))), uint8(0), uint8(1))
	f.Add(" 7kq4 2m", uint8(3), uint8(9))
	f.Add("ilo0-11", uint8(5), uint8(31))
	f.Fuzz(func(t *testing.T, text string, at, by uint8) {
		code, err := ReadCode(text)
		if err != nil {
			return
		}
		if again, err := ReadCode(code); err != nil || again != code {
			t.Fatalf("%q is read as %q, and that as %q, %v", text, code, again, err)
		}
		wrong := []byte(strings.ReplaceAll(code, "-", ""))
		i := int(at) % len(wrong)
		j := (strings.IndexByte(signs, wrong[i]) + 1 + int(by)%(len(signs)-1)) % len(signs)
		wrong[i] = signs[j]
		if read, err := ReadCode(string(wrong)); err == nil {
			t.Fatalf("%q differs from %q in one letter or digit and is read as %q", wrong, code, read)
		}
	})
}
