package office_test

import (
	"testing"
	"unicode/utf8"

	"deskleaf/app/office"
)

func TestText(t *testing.T) {
	for name, c := range map[string]struct {
		data, want string
		ok         bool
	}{
		"UTF-8":                      {"Preparación", "Preparación", true},
		"UTF-8 with its mark":        {"\ufeffPreparación", "Preparación", true},
		"UTF-16 of Windows":          {"\xff\xfeD\x00\xed\x00a\x00", "Día", true},
		"UTF-16, the other way":      {"\xfe\xff\x00D\x00\xed\x00a", "Día", true},
		"Windows-1252":               {"D\xeda \x93antes\x94", "Día “antes”", true},
		"a zero byte":                {"a\x00b", "", false},
		"nothing":                    {"", "", true},
		"half a letter of UTF-16":    {"\xff\xfeD\x00\xed", "D", true},
		"UTF-16 without what it has": {"\xff\xfe", "", true},
	} {
		if got, ok := office.Text([]byte(c.data)); got != c.want || ok != c.ok {
			t.Errorf("%s: got %q, %v", name, got, ok)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("D\xeda"))
	f.Add([]byte("\xff\xfeD\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if text, ok := office.Text(data); ok && !utf8.ValidString(text) {
			t.Errorf("%q became %q, which is no text", data, text)
		}
	})
}
