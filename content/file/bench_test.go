package file

import (
	"fmt"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// long is a file of the size of a real procedure: about 30 KB.
func long() []byte {
	var b strings.Builder
	b.WriteString("id: a\nwhy:\n")
	for i := range 100 {
		fmt.Fprintf(&b, "  - A line that says why somebody comes, number %d\n", i)
	}
	b.WriteString("steps:\n")
	for i := range 250 {
		fmt.Fprintf(&b, "  - id: step-%d # a comment\n    icon: clock\n    days: %d\n    only_if: {sedation: [yes]}\n", i, i)
	}
	return []byte(b.String())
}

func BenchmarkRead(b *testing.B) {
	data := long()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		var s sheet
		if _, complaints := Read("a.yaml", data, &s); len(complaints) > 0 {
			b.Fatal(complaints)
		}
	}
}

// BenchmarkYAML is yaml.v3 alone with the same file, to compare.
func BenchmarkYAML(b *testing.B) {
	data := long()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		var s any
		if err := yaml.Unmarshal(data, &s); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUpdate(b *testing.B) {
	data := long()
	var s sheet
	doc, _ := Read("a.yaml", data, &s)
	s.Steps[100].Icon = "pill"
	s.Why = append(s.Why, "one more")
	for b.Loop() {
		if _, err := doc.Update(s); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	var s sheet
	Read("a.yaml", long(), &s)
	for b.Loop() {
		if _, err := Write(s); err != nil {
			b.Fatal(err)
		}
	}
}
