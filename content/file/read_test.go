package file

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

// A half is a value that reads its own text, and points into it.
type half struct{ A, B string }

type halfError struct{ at int }

func (e halfError) Error() string { return "two words with a plus between belong here" }
func (e halfError) Column() int   { return e.at }
func (e halfError) Hint() string  { return "write a + b" }

func (h *half) UnmarshalText(b []byte) error {
	a, rest, ok := strings.Cut(string(b), " + ")
	if !ok {
		return halfError{at: max(strings.IndexAny(string(b), "+"), 0)}
	}
	h.A, h.B = a, rest
	return nil
}

func (h half) MarshalText() ([]byte, error) {
	if h == (half{}) {
		return nil, errors.New("a half is empty")
	}
	return []byte(h.A + " + " + h.B), nil
}

type step struct {
	ID     string              `yaml:"id,need"`
	Icon   string              `yaml:"icon,omitempty"`
	Days   int                 `yaml:"days,omitempty"`
	OnlyIf map[string][]string `yaml:"only_if,omitempty"`
}

type base struct {
	Format int    `yaml:"format,omitempty"`
	ID     string `yaml:"id,need"`
}

type sheet struct {
	Base   base              `yaml:",inline"`
	Title  string            `yaml:"title,omitempty"`
	Done   bool              `yaml:"done,omitempty"`
	Room   uint8             `yaml:"room,omitempty"`
	Weight float64           `yaml:"weight,omitempty"`
	Half   *half             `yaml:"half,omitempty"`
	Why    []string          `yaml:"why,omitempty"`
	Steps  []step            `yaml:"steps,omitempty"`
	Words  map[string]string `yaml:"words,omitempty"`
	Extra  *step             `yaml:"extra,omitempty"`
}

func TestReadFills(t *testing.T) {
	tests := []struct {
		name, text string
		want       sheet
	}{
		{"text stays as written", "id: no\ntitle: 08:00\nwhy: [1e3, yes, 2026-12-10, 0x1F, ~, null]",
			sheet{Base: base{ID: "no"}, Title: "08:00", Why: []string{"1e3", "yes", "2026-12-10", "0x1F", "~", "null"}}},
		{"every kind", "format: 1\nid: a\ndone: yes\nroom: 255\nweight: 2.5\nhalf: x + y\nwords: {a: b}\nextra: {id: q, days: -3}",
			sheet{Base: base{1, "a"}, Done: true, Room: 255, Weight: 2.5, Half: &half{"x", "y"}, Words: map[string]string{"a": "b"}, Extra: &step{ID: "q", Days: -3}}},
		{"optional keys without a value", "id: a\ntitle:\ndone:\nwhy:\nsteps: ~\nhalf:\nextra: null",
			sheet{Base: base{ID: "a"}}},
		{"mark, CR LF and no last line end", "\ufeffid: a\r\nwhy:\r\n- one\r\n- two",
			sheet{Base: base{ID: "a"}, Why: []string{"one", "two"}}},
		{"several lines", "id: a\ntitle: >-\n  one\n  two\nwhy:\n  - |\n    x\n    y\n",
			sheet{Base: base{ID: "a"}, Title: "one two", Why: []string{"x\ny\n"}}},
		{"document marks", "---\nid: a\n...\n", sheet{Base: base{ID: "a"}}},
		{"an empty list is none", "id: a\nwhy: []\nwords: {}", sheet{Base: base{ID: "a"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got sheet
			_, complaints := Read("a.yaml", []byte(test.text), &got)
			if complaints.Err() != nil {
				t.Fatal(complaints)
			}
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("got  %+v\nwant %+v", got, test.want)
			}
		})
	}
}
