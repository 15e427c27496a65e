package handout

import (
	"flag"
	"os"
	"strings"
	"testing"

	"deskleaf/app/sheet"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden holds got to a file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := "testdata/" + name
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("read the golden file (make it with -update): %v", err)
	}
	if got != string(want) {
		t.Errorf("%s differs from the golden file (look, then run with -update):\n%s", name, got)
	}
}

// pages composes and lays out, and gives the plain text.
func pages(t *testing.T, in Input) (*sheet.Pages, Notes) {
	t.Helper()
	s, notes, err := Compose(in)
	if err != nil {
		t.Fatal(err)
	}
	p, err := sheet.Paginate(s)
	if err != nil {
		t.Fatal(err)
	}
	return p, notes
}

func TestSampleHandout(t *testing.T) {
	in := sampleInput(t)
	p, _ := pages(t, in)
	if len(p.List) != 2 {
		t.Errorf("the handout has %d pages, want 2", len(p.List))
	}
	golden(t, "sample.txt", p.Plain())
}

func TestMessage(t *testing.T) {
	in := sampleInput(t)
	in.Visit.Name = "Maria Lopez"
	m, err := Message(in)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(m, "Lopez") {
		t.Error("the message holds the patient's name")
	}
	golden(t, "message.txt", m)
}
