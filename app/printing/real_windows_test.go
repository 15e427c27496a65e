package printing

import (
	"errors"
	"os"
	"slices"
	"testing"
)

// TestRealSpooler prints through Windows on the printer that the environment's
// DESKLEAF_TEST_PRINTER names: two copies on both sides of A4 paper, and then on
// one side. [TestWindowsUnderWine] looks at what came of it; a person with a PC and
// a printer looks at the paper.
func TestRealSpooler(t *testing.T) {
	name := os.Getenv("DESKLEAF_TEST_PRINTER")
	if name == "" {
		t.Skip("DESKLEAF_TEST_PRINTER names no printer to print on")
	}
	printers, err := New().Printers(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("the printers are %+v", printers)
	if !slices.ContainsFunc(printers, func(p Printer) bool { return p.Name == name }) {
		t.Errorf("%q is not among the printers", name)
	}
	for _, job := range []Job{
		{Printer: name, Title: "two sides", Copies: 2, Sides: LongEdge, Paper: A4, Pages: twoPages(t, A4)},
		{Printer: name, Title: "one side", Pages: twoPages(t, Letter)},
	} {
		sent, err := New().Print(t.Context(), job)
		if err != nil || sent.Printer.Name != name || sent.ID == "" {
			t.Errorf("%s: sent %+v, %v", job.Title, sent, err)
		}
	}
	var said *Error
	if _, err := New().Print(t.Context(), Job{Printer: "no such printer", Pages: twoPages(t, Letter)}); !errors.As(err, &said) || said.Reason != Unknown {
		t.Errorf("printing on a printer that there is not: %v", err)
	}
	if _, _, err := modeOf("no such printer", Job{Pages: twoPages(t, Letter)}); !errors.As(err, &said) || said.Reason != Unknown {
		t.Errorf("opening a printer that there is not: %v", err)
	}
}
