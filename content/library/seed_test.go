package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deskleaf/content"
	"deskleaf/content/file"
)

// seedFacts is how many statements the overview page made.
const seedFacts = 69

// A seedFact is one statement of the page, and what became of it.
type seedFact struct {
	Section string   `yaml:"section,need"`
	Said    string   `yaml:"said,need"`
	Verdict string   `yaml:"verdict,need"`
	Places  []string `yaml:"places,omitempty"`
	LeftOut string   `yaml:"left_out,omitempty"`
}

func readSeed(t *testing.T) []seedFact {
	t.Helper()
	data, err := os.ReadFile("testdata/seed.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var table struct {
		Facts []seedFact `yaml:"facts,need"`
	}
	if _, complaints := file.Read("testdata/seed.yaml", data, &table); complaints != nil {
		t.Fatal(complaints)
	}
	return table.Facts
}

// Nothing of what the page said is lost unseen: each statement stands in the
// content or is left out for a reason.
func TestSeedFactsStandInTheContent(t *testing.T) {
	documents := map[string]*file.Document{}
	for name, into := range map[string]any{"procedure.yaml": &content.Procedure{}, "en.yaml": &content.Words{}} {
		data, err := shippedPlace("si-joint-injection").read(name)
		if err != nil {
			t.Fatal(err)
		}
		documents[name], _ = file.Read(name, data, into)
	}
	facts := readSeed(t)
	if len(facts) != seedFacts {
		t.Errorf("the table has %d statements, want %d", len(facts), seedFacts)
	}
	for i, f := range facts {
		if (len(f.Places) == 0) == (f.LeftOut == "") {
			t.Errorf("statement %d, %q, needs places or the reason why it is left out, and not both", i+1, f.Said)
		}
		for _, place := range f.Places {
			name, path, _ := strings.Cut(place, " ")
			doc, ok := documents[name]
			if !ok {
				t.Errorf("statement %d, %q: there is no file %q", i+1, f.Said, name)
				continue
			}
			if !doc.Has(path) {
				t.Errorf("statement %d, %q: %s has no %s", i+1, f.Said, name, path)
			}
		}
	}
}

// The table is held to the fact sheet itself where that lies beside the
// repository: the same statements in the same order, with the same verdicts.
func TestSeedTableFollowsTheFactSheet(t *testing.T) {
	name := filepath.Join("..", "..", "..", "shared", "facts", "si-joint-injection.yaml")
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("the fact sheets are not beside this repository: no %s", name)
	}
	if err != nil {
		t.Fatal(err)
	}
	var sheet struct {
		Facts []struct {
			Section string `yaml:"section,need"`
			Fact    string `yaml:"fact,need"`
			Verdict string `yaml:"verdict,need"`
		} `yaml:"seed_facts,need"`
	}
	file.Read(name, data, &sheet) // its other keys are no concern of this test
	table := readSeed(t)
	if len(sheet.Facts) != len(table) {
		t.Fatalf("the fact sheet has %d statements, the table %d", len(sheet.Facts), len(table))
	}
	for i, f := range sheet.Facts {
		if g := table[i]; g.Section != f.Section || g.Verdict != f.Verdict {
			t.Errorf("statement %d is %q (%s) under %s on the fact sheet, and %q (%s) under %s in the table", i+1, f.Fact, f.Verdict, f.Section, g.Said, g.Verdict, g.Section)
		}
		if table[i].Said == f.Fact {
			t.Errorf("statement %d is copied: say it in our own words", i+1)
		}
	}
}
