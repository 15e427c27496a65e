package file

import (
	"math"
	"reflect"
	"strings"
	"testing"
)

func TestWrite(t *testing.T) {
	s := sheet{
		Base:  base{1, "si-joint"},
		Title: "Ask: who?",
		Done:  true,
		Half:  &half{"a", "b"},
		Why:   []string{"plain words", "no", "08:00", "1e3", "{blank} first", "**bold**", "it's \"both\"", `a "quote"`, "", " x", "two\nlines\n", "tab\there", "ends:", "a #1", "ñandú – 5 µg", "2026-12-10", "12,5", "-", "- x", "a, b", "\u2028"},
		Steps: []step{{ID: "x", OnlyIf: map[string][]string{"b": {"y"}, "a": {"n", "x"}}}, {ID: "y", Days: -2}},
		Words: map[string]string{"z": strings.Repeat("many words ", 20) + "end", "27096": "code", "a:b": "c", "yes": "s"},
		Extra: &step{},
	}
	want := `format: 1
id: si-joint
title: "Ask: who?"
done: true
half: a + b
why:
  - plain words
  - "no"
  - "08:00"
  - "1e3"
  - "{blank} first"
  - "**bold**"
  - it's "both"
  - a "quote"
  - ""
  - " x"
  - |
    two
    lines
  - "tab\there"
  - "ends:"
  - "a #1"
  - ñandú – 5 µg
  - "2026-12-10"
  - 12,5
  - "-"
  - "- x"
  - a, b
  - "\u2028"
steps:
  - id: x
    only_if:
      a:
        - "n"
        - x
      b:
        - "y"
  - id: "y"
    days: -2
words:
  "27096": code
  "a:b": c
  "yes": s
  z: >-
    many words many words many words many words many words many words many words many words
    many words many words many words many words many words many words many words many words
    many words many words many words many words end
extra:
  id: ""
`
	got, err := Write(s)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	var again sheet
	if _, complaints := Read("a.yaml", got, &again); complaints.Err() != nil {
		t.Fatal(complaints)
	}
	if !reflect.DeepEqual(again, s) {
		t.Errorf("read again: %+v\nwant %+v", again, s)
	}
}

func TestWriteRefuses(t *testing.T) {
	tests := []struct {
		name  string
		value any
		says  string
	}{
		{"text that is not UTF-8", sheet{Why: []string{"ok", "\xff"}}, "why: item 2: the text is not UTF-8"},
		{"no number", sheet{Weight: math.NaN()}, "weight: the number is infinite"},
		{"a text that cannot be written", sheet{Half: &half{}}, "half: a half is empty"},
		{"a key that is too long", map[string]int{strings.Repeat("k", 2000): 1}, "is too long"},
		{"nothing", nil, "no value"},
		{"what no file holds", map[string]chan int{"a": nil}, "a: a chan int cannot stand in a file"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got, err := Write(test.value); err == nil || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
}
