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
		path      string
		has       bool
		complaint string // line:column where Complain points
	}{
		{"", true, "1:1"},
		{"id", true, "1:5"},
		{"title", true, "2:1"},
		{"words", true, "3:1"},
		{"words.27096", true, "4:10"},
		{"words.a.b", true, "5:8"},
		{"words.a", true, "6:6"},
		{"words.c", false, "3:1"},
		{"why[1]", true, "7:12"},
		{"why[2]", false, "7:1"},
		{"why[-1]", false, "7:1"},
		{"why[x", false, "7:1"},
		{"steps[0]", true, "9:5"},
		{"steps[0].only_if.sedation[0]", true, "11:18"},
		{"steps[1].icon", false, "12:5"},
		{"steps[1].id.more", false, "12:5"},
		{"steps[7].icon", false, "8:1"},
		{"extra.id", true, "13:13"},
		{"extra.days", false, "13:1"},
		{"nothing.at[0].all", false, "1:1"},
	}
	var s sheet
	doc, complaints := Read("a.yaml", []byte(placed), &s)
	if complaints.Err() != nil {
		t.Fatal(complaints)
	}
	for _, test := range tests {
		t.Run(test.path, func(t *testing.T) {
			if got := doc.Has(test.path); got != test.has {
				t.Errorf("the file has it: %t, want %t", got, test.has)
			}
			c := doc.Complain(test.path, "it is odd", "make it even")
			if got := fmt.Sprintf("%d:%d", c.Line, c.Column); got != test.complaint {
				t.Errorf("the complaint is at %s, not %s", got, test.complaint)
			}
			if !strings.HasPrefix(c.String(), "a.yaml:"+test.complaint+": it is odd\n") || !strings.HasSuffix(c.String(), "^\nhint: make it even") {
				t.Errorf("it says:\n%s", c)
			}
		})
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
