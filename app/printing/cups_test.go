//go:build !windows

package printing

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// system puts programs called lp and lpstat on the path. They write down how they
// were called and answer what the test says.
func system(t *testing.T, queues, standard string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	write("queues", queues)
	write("standard", standard)
	write("lpstat", "#!/bin/sh\ncase $1 in\n-p) if [ -s "+folder+"/queues ]; then cat "+folder+"/queues; else echo 'lpstat: No destinations added.' >&2; exit 1; fi;;\n-d) cat "+folder+"/standard;;\nesac\n")
	write("lp", "#!/bin/sh\nfor a; do printf '%s\\n' \"$a\"; done >"+folder+"/arguments\ncat >"+folder+"/pages\necho 'request id is Front-7 (1 file(s))'\n")
	t.Setenv("PATH", folder+string(os.PathListSeparator)+os.Getenv("PATH"))
	return folder
}

const twoQueues = `printer Back disabled since Mon 23 Nov 2026 -
	Out of paper
printer Front is idle.  enabled since Mon 23 Nov 2026
`

func TestPrintersDefaultFirst(t *testing.T) {
	system(t, twoQueues, "system default destination: Front\n")
	got, err := New().Printers(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []Printer{{Name: "Front", Default: true}, {Name: "Back", State: Paused, Note: "Out of paper"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNoPrinterIsAnEmptyList(t *testing.T) {
	system(t, "", "no system default destination\n")
	if got, err := New().Printers(t.Context()); err != nil || len(got) != 0 {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestPagesGoToStandardInput(t *testing.T) {
	folder := system(t, twoQueues, "system default destination: Front\n")
	id, err := New().Print(t.Context(), Job{Title: "-x; rm -rf /", PDF: []byte("%PDF"), Copies: 2, Sides: LongEdge, Paper: A4})
	if err != nil || id != "Front-7" {
		t.Fatalf("got %q, %v", id, err)
	}
	arguments, _ := os.ReadFile(filepath.Join(folder, "arguments"))
	want := "-d Front -t -x; rm -rf / -n 2 -o media=A4 -o sides=two-sided-long-edge -"
	if got := strings.Join(strings.Split(strings.TrimSpace(string(arguments)), "\n"), " "); got != want {
		t.Errorf("lp was called with\n%s\nwant\n%s", got, want)
	}
	if pages, _ := os.ReadFile(filepath.Join(folder, "pages")); string(pages) != "%PDF" {
		t.Errorf("lp was given %q", pages)
	}
}

func TestWhatGoesWrongIsSaid(t *testing.T) {
	tests := []struct {
		name, queues, standard, printer string
		reason                          Reason
		says                            string
	}{
		{"paused", twoQueues, "", "Back", IsPaused, "the printer Back is paused: Out of paper"},
		{"gone", twoQueues, "", "Old", Unknown, "there is no printer Old any more"},
		{"none", "", "", "", NoPrinter, "no printer is set up on this computer"},
		{"no default", twoQueues, "no system default destination", "", NoPrinter, "no printer is the default on this computer"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			system(t, test.queues, test.standard)
			_, err := New().Print(t.Context(), Job{Printer: test.printer, PDF: []byte("%PDF")})
			var said *Error
			if !errors.As(err, &said) || said.Reason != test.reason || said.What != test.says || said.Hint == "" {
				t.Errorf("got %#v", err)
			}
		})
	}
}

func TestWithoutCUPS(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := New().Print(t.Context(), Job{})
	var said *Error
	if !errors.As(err, &said) || said.Reason != NoSystem {
		t.Errorf("got %v", err)
	}
}

func FuzzPrinters(f *testing.F) {
	f.Add(twoQueues, "system default destination: Front\n")
	f.Fuzz(func(t *testing.T, queues, standard string) {
		for _, p := range parsePrinters(queues, standard) {
			if p.Name == "" || strings.ContainsAny(p.Name, " \n") {
				t.Errorf("a printer is called %q", p.Name)
			}
		}
	})
}
