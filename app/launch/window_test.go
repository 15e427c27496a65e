//go:build cgo && linux

package launch

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"deskleaf/app/launch/screentest"
)

// A cold is a program as people start it, with files of its own, on a screen of
// its own.
type cold struct {
	display, home, program string
	out                    string // where it saves
}

// newCold builds the program.
func newCold(t *testing.T) cold {
	t.Helper()
	c := cold{display: screentest.Open(t), home: t.TempDir()}
	c.program, c.out = filepath.Join(c.home, "deskleaf"), c.home
	if out, err := exec.Command("go", "build", "-tags", "migrated_fynedo,no_animations,no_emoji", "-o", c.program, "deskleaf").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	c.settle(t)
	return c
}

// settle gives the desk its settings, as if it had been used before.
func (c cold) settle(t *testing.T) {
	t.Helper()
	desk := "format: 1\nasked: true\nfavorites:\n  - si-joint-injection\nsave_folder: " + c.out + "\n"
	if err := os.WriteFile(filepath.Join(c.home, "desk.yaml"), []byte(desk), 0o644); err != nil {
		t.Fatal(err)
	}
}

// command is the program with arguments, not yet started.
func (c cold) command(args ...string) *exec.Cmd {
	cmd := exec.Command(c.program, args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+c.display, "WAYLAND_DISPLAY=", "DESKLEAF_HOME="+c.home)
	return cmd
}

// saves goes from a cold desk to a saved PDF in the program that cmd starts.
func (c cold) saves(t *testing.T, cmd *exec.Cmd) (p *screentest.Person, pdf string) {
	t.Helper()
	screentest.Start(t, cmd)
	p = &screentest.Person{T: t, Display: c.display}
	window := p.Windows("Deskleaf")[0]
	screentest.Until(t, "the window is painted", func() bool { return p.Colors() > 20 })
	p.Do("xdotool", "windowfocus", "--sync", window)
	before := p.Still()
	p.Press("s", "i", "space", "j")
	before = p.Changed("the procedure and its pages show", before)
	p.Press("ctrl+s")
	before = p.Changed("the side is asked for", before)
	p.Press("l")
	before = p.Changed("the pages have the side", before)
	p.Press("ctrl+s")
	pdf = filepath.Join(c.out, "si-joint-injection.pdf")
	p.Changed("the question where to save shows", before)
	p.Press("Return")
	screentest.Until(t, "the PDF is saved as "+pdf, func() bool { _, err := os.Stat(pdf); return err == nil })
	return p, pdf
}

// TestRealWindow goes from a cold desk to a saved PDF in eight keys at most, in
// the program as people start it.
func TestRealWindow(t *testing.T) {
	c := newCold(t)
	p, pdf := c.saves(t, c.command())
	if p.Keys > 8 {
		t.Errorf("it took %d keys, more than 8", p.Keys)
	}
	words := p.Do("pdftotext", "-layout", pdf, "-")
	for _, want := range []string{"Get ready for your sacroiliac (SI) joint injection", "After your injection", "Call 911"} {
		if !strings.Contains(words, want) {
			t.Errorf("the saved pages do not say %q", want)
		}
	}
}

// TestSecondStart starts the program again and again: the window that runs shows
// what it is asked for, and when it was killed, another opens.
func TestSecondStart(t *testing.T) {
	c := newCold(t)
	first := c.command()
	screentest.Start(t, first)
	p := &screentest.Person{T: t, Display: c.display}
	p.Windows("Deskleaf")
	screentest.Until(t, "the window is painted", func() bool { return p.Colors() > 20 })
	before := p.Still()
	if out, err := c.command("open", "45378").CombinedOutput(); err != nil || len(out) > 0 {
		t.Fatalf("open: %v\n%s", err, out)
	}
	screentest.Until(t, "the procedure shows", func() bool { return p.Look() != before })
	if out, err := c.command().CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("a second start: %v\n%s", err, out)
	}
	if all := p.Windows("Deskleaf"); len(all) != 1 {
		t.Errorf("there are %d windows", len(all))
	}
	if out, err := c.command("open", "00000").CombinedOutput(); err == nil || !strings.Contains(string(out), "hint: ") {
		t.Errorf("a code that nothing has: %v\n%s", err, out)
	}
	first.Process.Kill()
	first.Wait()
	screentest.Start(t, c.command())
	screentest.Until(t, "another window opens", func() bool { return len(p.Windows("Deskleaf")) == 1 })
}
