package handout

import (
	"strings"
	"testing"

	"deskleaf/app/sheet"
	"deskleaf/assets/goldentest"
)

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
	goldentest.Hold(t, "testdata/sample.txt", p.Plain())
}

func TestMessage(t *testing.T) {
	in := sampleInput(t)
	in.Visit.Name = "Maria Lopez"
	m, err := messageOf(in)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(m, "Lopez") {
		t.Error("the message holds the patient's name")
	}
	goldentest.Hold(t, "testdata/message.txt", m)
}
