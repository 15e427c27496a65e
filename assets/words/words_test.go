package words

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestEveryLanguageSaysTheSameThings(t *testing.T) {
	english, err := read(English)
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range Languages() {
		own, err := read(language)
		if err != nil {
			t.Fatal(err)
		}
		for key, text := range english {
			if strings.TrimSpace(own[key]) == "" {
				t.Errorf("%s has no words for %q", language, key)
			} else if got, want := names(own[key]), names(text); !slices.Equal(got, want) {
				t.Errorf("%s, %q: the names are %v, in English %v", language, key, got, want)
			}
		}
		for key := range own {
			if _, ok := english[key]; !ok {
				t.Errorf("%s has %q, which English has not", language, key)
			}
		}
	}
}

// TestEachKeyStandsOnce: of two with the same key, one would go unread.
func TestEachKeyStandsOnce(t *testing.T) {
	for _, language := range Languages() {
		data, err := files.ReadFile(language + ".json")
		if err != nil {
			t.Fatal(err)
		}
		own, d, keys := map[string]bool{}, json.NewDecoder(bytes.NewReader(data)), 0
		for {
			word, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			key, ok := word.(string)
			if !ok {
				continue // a brace
			}
			if own[key] {
				t.Errorf("%s has the key %q twice", language, key)
			}
			own[key] = true
			if _, err := d.Token(); err != nil { // its text
				t.Fatal(err)
			}
			keys++
		}
		if keys < 100 {
			t.Errorf("%s has %d keys, too few to be the window's words", language, keys)
		}
	}
}

func TestT(t *testing.T) {
	english := func() map[string]string {
		return map[string]string{"say": "Print: {side}, {language}", "only": "English only"}
	}
	w := &Words{own: map[string]string{"say": "Imprimir: {language}, {side}", "only": ""}, english: english}
	for _, test := range []struct {
		name, want, key string
		pairs           []any
	}{
		{"names in the language's order", "Imprimir: English, right", "say", []any{"side", "right", "language", "English"}},
		{"numbers too", "Imprimir: 2, 1", "say", []any{"side", 1, "language", 2}},
		{"a value with braces is not filled again", "Imprimir: x, {language}", "say", []any{"side", "{language}", "language", "x"}},
		{"a name without a value stays", "Imprimir: {language}, right", "say", []any{"side", "right"}},
		{"missing in the language", "English only", "only", nil},
		{"missing everywhere", "[no.such]", "no.such", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := w.T(test.key, test.pairs...); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestLoad(t *testing.T) {
	for tag, want := range map[string]string{"en": "en", "en-US": "en"} {
		if w, err := Load(tag); err != nil || w.Language != want {
			t.Errorf("%s gave %q, %v", tag, w.Language, err)
		}
	}
	for tag, want := range map[string]string{"es": "es", "es-MX": "es", "en-GB": "en", "tlh": "en", "": "en", "../en": "en"} {
		if got, known := Nearest(tag); got != want || known != (tag != "tlh" && tag != "" && tag != "../en") {
			t.Errorf("nearest to %q is %q, known %t", tag, got, known)
		}
	}
	w, err := Load("tlh")
	if err == nil || !strings.Contains(err.Error(), `"tlh"`) {
		t.Errorf("an unknown language gave the error %v", err)
	}
	if w.T("app.name") != "Deskleaf" {
		t.Error("after an unknown language there is no English")
	}
}

func TestParseRefuses(t *testing.T) {
	for name, data := range map[string]string{
		"a nested word": `{"a": {"b": "c"}}`,
		"no object":     `["a"]`,
		"half a file":   `{"a": "1"`,
		"nothing":       ``,
	} {
		if got, err := parse("xx", []byte(data)); err == nil {
			t.Errorf("%s was taken: %v", name, got)
		}
	}
}

func TestPseudoIsLongerAndKeepsNames(t *testing.T) {
	p := Pseudo()
	english, _ := Load(English)
	for _, key := range english.Keys() {
		plain, got := english.T(key), p.T(key)
		if utf8.RuneCountInString(got)*5 < utf8.RuneCountInString(plain)*7 {
			t.Errorf("%q is not two fifths longer than %q", got, plain)
		}
		if !slices.Equal(names(got), names(plain)) {
			t.Errorf("%q lost names of %q", got, plain)
		}
	}
	if got, want := longer("Print {side}"), "[Prîñt {side}~~~~~]"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"a": "b {c}"}`))
	f.Add([]byte(`{"a": "b {c"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		own, err := parse("xx", data)
		if err != nil {
			return
		}
		for key, text := range own {
			(&Words{own: own, english: inEnglish}).T(key, "c", text)
			longer(text)
		}
	})
}

// names returns the {names} in a text, each once, in order.
func names(text string) []string {
	var out []string
	for {
		_, after, found := strings.Cut(text, "{")
		name, rest, closed := strings.Cut(after, "}")
		if !found || !closed {
			slices.Sort(out)
			return slices.Compact(out)
		}
		out = append(out, name)
		text = rest
	}
}

// What stands in a sentence's places is told too, and what is not known stays.
func TestTell(t *testing.T) {
	w, err := Load("es")
	if err != nil {
		t.Fatal(err)
	}
	for english, want := range map[string]string{
		`unknown key "wen"`: `no se conoce la clave "wen"`,
		"the code 27096 is disputed and must not stand on a bill": "el código 27096 es dudoso y no debe estar en una factura",
		`procedure.yaml line 3: there is no event "the day"`:      `procedure.yaml, línea 3: no hay ninguna fecha "the day"`,
		"take 3 spaces away before it":                            "quite 3 espacios delante",
		"nobody has heard of this":                                "nobody has heard of this",
		"":                                                        "",
	} {
		for range 2 { // as it is found, and as it is remembered
			if got := w.Tell(english); got != want {
				t.Errorf("%q is told as %q, want %q", english, got, want)
			}
		}
	}
}

func BenchmarkTell(b *testing.B) {
	w, err := Load("es")
	if err != nil {
		b.Fatal(err)
	}
	for i := range b.N {
		w.Tell(fmt.Sprintf("this sentence has %d words; at most 20 are easy to read", i))
	}
}
