//go:build !windows

package printing

import (
	"context"
	"errors"
	"os"
	"os/exec"
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
	write("lpstat", "#!/bin/sh\ncase $1 in\n-p) if [ -s "+folder+"/queues ]; then cat "+folder+"/queues; else echo 'lpstat: No destinations added.' >&2; exit 1; fi;;\n-d) cat "+folder+"/standard;;\n-e) cat "+folder+"/found 2>/dev/null;;\nesac\n")
	write("lp", "#!/bin/sh\nfor a; do printf '%s\\n' \"$a\"; done >"+folder+"/arguments\ncat >"+folder+"/pages\necho 'request id is Front-7 (1 file(s))'\n")
	t.Setenv("PATH", folder+string(os.PathListSeparator)+os.Getenv("PATH"))
	return folder
}

// paper is pages that are a PDF already.
type paper string

func (p paper) Count() int           { return 1 }
func (p paper) PDF() ([]byte, error) { return []byte(p), nil }
func (p paper) Dots(int, float64, func(int, int, []byte) error) error {
	return errors.New("CUPS takes a PDF")
}

// twoQueues is what lpstat of CUPS 2.4 says, and so are the words below.
const twoQueues = `printer Back disabled since Tue Nov 24 02:34:16 2026 -
	Out of paper
printer Front is idle.  enabled since Tue Nov 24 02:34:16 2026
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
	sent, err := New().Print(t.Context(), Job{Title: "-x; rm -rf /", Pages: paper("%PDF"), Copies: 2, Sides: LongEdge, Paper: A4})
	if err != nil || sent.ID != "Front-7" || sent.Printer.Name != "Front" {
		t.Fatalf("got %v, %v", sent, err)
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
			_, err := New().Print(t.Context(), Job{Printer: test.printer, Pages: paper("%PDF")})
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

// program puts a program on the path that does what script says.
func program(t *testing.T, folder, name, script string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
}

func TestStatesOfPrinters(t *testing.T) {
	queues := `printer Busy now printing Busy-3.  enabled since Tue Nov 24 02:34:16 2026
	Sending data
printer Note is idle.  enabled since Tue Nov 24 02:34:16 2026
	toner is low
printer Stopped disabled since Tue Nov 24 02:34:16 2026 -
	Paused
`
	want := []Printer{
		{Name: "Note", Default: true}, {Name: "Busy", State: Busy}, {Name: "Network"}, {Name: "Stopped", State: Paused},
	}
	if diff := cmp.Diff(want, parsePrinters(queues, "Busy\nNetwork\nNote\nStopped\n", "system default destination: Note\n")); diff != "" {
		t.Error(diff)
	}
}

// TestPrinterOfTheNetwork prints to a printer that has no queue yet.
func TestPrinterOfTheNetwork(t *testing.T) {
	folder := system(t, "", "no system default destination\n")
	if err := os.WriteFile(filepath.Join(folder, "found"), []byte("Hall_printer\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if sent, err := New().Print(t.Context(), Job{Printer: "Hall_printer", Pages: paper("%PDF")}); err != nil || sent.ID == "" {
		t.Errorf("got %v, %v", sent, err)
	}
}

// TestWhatCUPSRefusesIsSaid lets CUPS's programs fail as they do.
func TestWhatCUPSRefusesIsSaid(t *testing.T) {
	tests := []struct {
		name, program, script string
		reason                Reason
		says                  string
	}{
		{"no service", "lpstat", "echo 'lpstat: Scheduler is not running.' >&2; exit 1", NoSystem, "the print system CUPS is not running on this computer"},
		{"not accepting", "lp", `echo 'lp: Destination "Front" is not accepting jobs.' >&2; exit 1`, Refused, `the print system refused: Destination "Front" is not accepting jobs`},
		{"gone meanwhile", "lp", "echo 'lp: Error - The printer or class does not exist.' >&2; exit 1", Refused, "the print system refused: The printer or class does not exist"},
		{"no word", "lp", "exit 3", Refused, "the print system refused: exit status 3"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			program(t, system(t, twoQueues, "system default destination: Front\n"), test.program, test.script)
			// More than a pipe holds: a program that does not read is no broken pipe.
			_, err := New().Print(t.Context(), Job{Pages: paper(make([]byte, 1<<20))})
			var said *Error
			if !errors.As(err, &said) || said.Reason != test.reason || said.What != test.says || said.Hint == "" {
				t.Errorf("got %#v", err)
			}
		})
	}
}

// TestNobodyWaitsForever gives up on a program that never answers. The test says
// so once the program runs; there is no clock in it.
func TestNobodyWaitsForever(t *testing.T) {
	folder := system(t, twoQueues, "")
	pipe := filepath.Join(folder, "started")
	if err := exec.CommandContext(t.Context(), "mkfifo", pipe).Run(); err != nil {
		t.Skip("no mkfifo here: ", err)
	}
	program(t, folder, "lp", "echo >"+pipe+"; exec sleep 600")
	ctx, stop := context.WithCancel(t.Context())
	go func() {
		_, _ = os.ReadFile(pipe)
		stop()
	}()
	_, err := New().Print(ctx, Job{Printer: "Front", Pages: paper("")})
	var said *Error
	if !errors.As(err, &said) || said.What != "the print system did not answer" {
		t.Errorf("got %v", err)
	}
}

func FuzzPrinters(f *testing.F) {
	f.Add(twoQueues, "Front\nHall\n", "system default destination: Front\n")
	f.Add("printer \x00 is idle", " \r\nHall\u00a0way\n", "system default destination: \n")
	f.Fuzz(func(t *testing.T, queues, found, standard string) {
		defaults := 0
		for i, p := range parsePrinters(queues, found, standard) {
			if p.Name == "" || strings.ContainsAny(p.Name, " \t\n") {
				t.Errorf("a printer is called %q", p.Name)
			}
			if p.Default {
				defaults++
			}
			if p.Default && i >= defaults {
				t.Errorf("the default %q stands at %d", p.Name, i)
			}
			if p.State != Paused && p.Note != "" {
				t.Errorf("%q is not paused and has a note", p.Name)
			}
		}
	})
}
