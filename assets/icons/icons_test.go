package icons

import (
	"encoding/xml"
	"os"
	"strings"
	"testing"
)

func TestEveryIconIsClosedAndInItsBox(t *testing.T) {
	const slack = 0.05 // some drawings end a hair outside
	for _, name := range Names() {
		ic, ok := Get(name)
		if !ok {
			t.Fatalf("%s: its path does not parse", name)
		}
		if ic.Size <= 0 || len(ic.Path) < 3 {
			t.Errorf("%s: size %v, %d segments", name, ic.Size, len(ic.Path))
		}
		open := false
		for i, s := range ic.Path {
			if s.Op == Move && open || s.Op != Move && !open {
				t.Errorf("%s: segment %d, %c, stands where a figure is open: %t", name, i, s.Op, open)
			}
			open = s.Op != Close
			for _, p := range s.Points[:pointsOf[s.Op]] {
				if p.X < -slack || p.Y < -slack || p.X > ic.Size+slack || p.Y > ic.Size+slack {
					t.Errorf("%s: %v lies outside the box of %v", name, p, ic.Size)
				}
			}
		}
		if open {
			t.Errorf("%s: the last figure is not closed", name)
		}
	}
}

func TestSVGHoldsTheSameDrawing(t *testing.T) {
	for _, name := range Names() {
		var doc struct {
			Path struct {
				D string `xml:"d,attr"`
			} `xml:"path"`
		}
		if err := xml.Unmarshal(SVG(name), &doc); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		back, err := parse(doc.Path.D)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if ic, _ := Get(name); len(back) != len(ic.Path) {
			t.Errorf("%s: %d segments became %d", name, len(ic.Path), len(back))
		}
	}
}

func TestTableFollowsTheListOfNames(t *testing.T) {
	list, err := os.ReadFile("names.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for line := range strings.Lines(string(list)) {
		words := strings.Fields(line)
		if len(words) != 2 || strings.HasPrefix(words[0], "#") {
			continue
		}
		seen++
		if !Has(words[0]) {
			t.Errorf("names.txt has %q and the table has not: run convert", words[0])
		}
	}
	if got := len(Names()); got != seen {
		t.Errorf("the table has %d icons and names.txt %d: run convert", got, seen)
	}
}

func TestUnknownIcon(t *testing.T) {
	if _, ok := Get("unicorn"); ok || Has("unicorn") || SVG("unicorn") != nil {
		t.Error("an icon that is not there was found")
	}
}

func TestParseRefusesWhatIsNotNormal(t *testing.T) {
	for _, path := range []string{"Q1 2 3 4", "M1", "M1 2L3", "M1 2Lx 4Z", "1 2", "C1 2 3 4 5Z"} {
		if _, err := parse(path); err == nil {
			t.Errorf("%q was taken", path)
		}
	}
}
