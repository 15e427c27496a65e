package file

import (
	"strings"
	"testing"
)

// sample has most of what the files of a procedure have.
const sample = `# A procedure
format: 1
id: si-joint
title: The SI joint injection
done: true
words:
  alpha: the first word of a patient
  beta: "the second: in quotes"
  gamma: >-
    a text that goes on
    over two lines
why:
  - pain low in the back
  - pain in the leg
  - "what helps: rest"
steps:
  - id: eat
    icon: food
    days: 2
    only_if: {sedation: [yes, unknown]}
  # about the ride
  - id: ride
    icon: car
    only_if:
      sedation: [yes]
  - {id: call, icon: phone}
  - {id: sleep, icon: bed}
extra:
  id: last
`

// A mistake that anybody may make, in any line where it can be made, is told
// at that line.
func TestMistakesAreToldAtTheirLine(t *testing.T) {
	after := func(mark, insert string) func(string) string {
		return func(line string) string { return strings.Replace(line, mark, mark+insert, 1) }
	}
	instead := func(old, new string) func(string) string {
		return func(line string) string { return strings.Replace(line, old, new, 1) }
	}
	mistakes := []struct {
		name string
		make func(line string) string
		near int  // how many lines further down it may be told
		fine bool // some lines may be as well without it
	}{
		{"a tab before it", func(l string) string { return instead("  ", "\t")(l) }, 0, false},
		{"no space after the colon", instead(": ", ":"), 1, true},
		{"no colon", instead(": ", " "), 1, true},
		{"a blank first", after(": ", "{hours} "), 0, true},
		{"bold first", after("- ", "**x** "), 0, false},
		{"a blank first in an item", after("- ", "{x} "), 0, false},
		{"no space after the dash", instead("- ", "-"), 0, false},
		{"a quote that is not closed", after(": ", `"`), 0, false},
		{"no closing bracket", instead("]", ""), 0, false},
		{"no closing brace", instead("}", ""), 0, false},
		{"no opening brace", instead("{", ""), 0, false},
		{"an at sign", after(": ", "@"), 0, true},
		{"a misspelt key", instead(":", "z:"), 0, true},
	}
	var s sheet
	if _, complaints := Read("a.yaml", []byte(sample), &s); complaints.Err() != nil {
		t.Fatal(complaints)
	}
	for _, mistake := range mistakes {
		t.Run(mistake.name, func(t *testing.T) {
			lines, made := strings.Split(sample, "\n"), 0
			for i, line := range lines {
				wrong := mistake.make(line)
				if wrong == line || strings.Contains(line, "#") {
					continue
				}
				made++
				lines[i] = wrong
				var s sheet
				_, complaints := Read("a.yaml", []byte(strings.Join(lines, "\n")), &s)
				lines[i] = line
				if len(complaints) == 0 {
					if !mistake.fine {
						t.Errorf("nobody is told of line %d: %s", i+1, wrong)
					}
					continue
				}
				if far := nearestLine(complaints, i+1); far > mistake.near {
					t.Errorf("line %d: %s\nis told as\n%v", i+1, wrong, complaints)
				}
			}
			if made < 2 {
				t.Error("the sample has no line in which to make it")
			}
		})
	}
}

// nearestLine is how many lines lie between a line and the nearest complaint.
func nearestLine(complaints Complaints, line int) int {
	least := 1000
	for _, c := range complaints {
		least = min(least, max(c.Line-line, line-c.Line))
	}
	return least
}
