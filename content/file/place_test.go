package file

import (
	"fmt"
	"strings"
	"testing"
)

const placed = `id: a
title:
words:
  27096: the code
  a.b: point
  a: short
why: [one, two]
steps:
  - id: x
    only_if:
      sedation: [yes]
  - id: "ñ"
extra: {id: y}
`

func TestPlaces(t *testing.T) {
	tests := []struct {
		path       string
		value, key string // line:column, or "" where the file has no such path
		complaint  string // where Complain points
	}{
		{"", "1:1", "1:1", "1:1"},
		{"id", "1:5", "1:1", "1:5"},
		{"title", "2:7", "2:1", "2:1"},
		{"words", "4:3", "3:1", "3:1"},
		{"words.27096", "4:10", "4:3", "4:10"},
		{"words.a.b", "5:8", "5:3", "5:8"},
		{"words.a", "6:6", "6:3", "6:6"},
		{"words.c", "", "", "3:1"},
		{"why[1]", "7:12", "7:12", "7:12"},
		{"why[2]", "", "", "7:1"},
		{"why[-1]", "", "", "7:1"},
		{"why[x", "", "", "7:1"},
		{"steps[0]", "9:5", "9:5", "9:5"},
		{"steps[0].only_if.sedation[0]", "11:18", "11:18", "11:18"},
		{"steps[1].icon", "", "", "12:5"},
		{"steps[1].id.more", "", "", "12:5"},
		{"steps[7].icon", "", "", "8:1"},
		{"extra.id", "13:13", "13:9", "13:13"},
		{"extra.days", "", "", "13:1"},
		{"nothing.at[0].all", "", "", "1:1"},
	}
	var s sheet
	doc, complaints := Read("a.yaml", []byte(placed), &s)
	if complaints.Err() != nil {
		t.Fatal(complaints)
	}
	at := func(line, column int, ok bool) string {
		if !ok {
			return ""
		}
		return fmt.Sprintf("%d:%d", line, column)
	}
	for _, test := range tests {
		t.Run(test.path, func(t *testing.T) {
			if got := at(doc.Place(test.path)); got != test.value {
				t.Errorf("the value is at %q, not %q", got, test.value)
			}
			if got := at(doc.KeyPlace(test.path)); got != test.key {
				t.Errorf("the key is at %q, not %q", got, test.key)
			}
			c := doc.Complain(test.path, "it is odd", "make it even")
			if got := at(c.Line, c.Column, true); got != test.complaint {
				t.Errorf("the complaint is at %s, not %s", got, test.complaint)
			}
			if !strings.HasPrefix(c.String(), "a.yaml:"+test.complaint+": it is odd\n") || !strings.HasSuffix(c.String(), "^\nhint: make it even") {
				t.Errorf("it says:\n%s", c)
			}
		})
	}
}

func TestComplainOfKeyPointsAtTheKey(t *testing.T) {
	doc, _ := Read("a.yaml", []byte(placed), &sheet{})
	c := doc.ComplainOfKey("words.27096", "no such code", "")
	if want := "a.yaml:4:3: no such code\n    27096: the code\n    ^"; c.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", c, want)
	}
}

// A check that runs although the file could not be read points at its beginning.
func TestComplainWithoutAFile(t *testing.T) {
	for _, text := range []string{"", "\xff", "[", strings.Repeat("x", MaxSize+1)} {
		doc, _ := Read("a.yaml", []byte(text), &sheet{})
		if c := doc.Complain("steps[0]", "it is odd", ""); c.Line != 1 || c.Column != 1 {
			t.Errorf("of %.10q it complains at %d:%d", text, c.Line, c.Column)
		}
	}
}

func TestExcerptOfALongLine(t *testing.T) {
	line := strings.Repeat("a", 150) + "X" + strings.Repeat("b", 150)
	above, below, _ := strings.Cut(excerpt(line, 151), "\n")
	if above != "  … "+strings.Repeat("a", 50)+"X"+strings.Repeat("b", 49)+" …" || strings.Index(below, "^") != 54 {
		t.Errorf("got:\n%s\n%s", above, below)
	}
}

// However a text stands in the file, a complaint about one of its words points at
// that word.
func TestPlaceWithinAText(t *testing.T) {
	const text = `plain: one mañana stop
double: "one \"mañana\" \u00e9 stop"
single: 'it''s mañana stop'
folded: >
  one
  mañana

  stop
literal: |
  one
  mañana stop
lines: one
  mañana
    stop
broken: "one
  mañana \
  stop"
list: [one stop]
empty:
`
	doc, _ := Read("a.yaml", []byte(text), &struct {
		Plain, Double, Single, Folded, Literal, Lines, Broken string
	}{})
	for _, key := range []string{"plain", "double", "single", "folded", "literal", "lines", "broken", "list[0]"} {
		found, _ := doc.find(key)
		c := doc.ComplainWithin(key, strings.Index(found.node.Value, "stop"), "here", "")
		line := strings.Split(text, "\n")[c.Line-1]
		if at := strings.Index(line, "stop"); at < 0 || len([]rune(line[:at])) != c.Column-1 {
			t.Errorf("%s: points at line %d, column %d: %s", key, c.Line, c.Column, line)
		}
	}
	if c := doc.ComplainWithin("empty.more", 3, "here", ""); c.Line != 19 || c.Column != 1 {
		t.Errorf("a place that is not there: line %d, column %d", c.Line, c.Column)
	}
}
