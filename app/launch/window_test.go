//go:build cgo && linux

package launch

import (
	"bufio"
	"bytes"
	"context"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// patience is how long a busy machine may take for one thing to be seen.
const patience = 60 * time.Second

// screen starts an X server without a screen and gives its display.
func screen(t *testing.T) string {
	t.Helper()
	for _, program := range []string{"Xvfb", "xdotool", "import", "pdftotext"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not on this machine: the real window is not tested here", program)
		}
	}
	said, number, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
	server.ExtraFiles = []*os.File{number}
	start(t, server)
	number.Close()
	line, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	return ":" + strings.TrimSpace(line)
}

// start runs a program until the test ends.
func start(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
}

// until asks again and again whether something is so.
func until(t *testing.T, what string, so func() bool) {
	t.Helper()
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	late := time.After(patience)
	for !so() {
		select {
		case <-tick.C:
		case <-late:
			t.Fatalf("waited %v, and still not: %s", patience, what)
		}
	}
}

// A person is somebody at the keyboard of the window under test.
type person struct {
	t       *testing.T
	display string
	keys    int
}

func (p *person) do(args ...string) string {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Env = append(os.Environ(), "DISPLAY="+p.display)
	out, err := cmd.Output()
	if err != nil {
		p.t.Fatalf("%s: %v", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out))
}

// press presses keys one by one and counts them.
func (p *person) press(keys ...string) {
	p.t.Helper()
	p.keys += len(keys)
	p.do(append([]string{"xdotool", "key", "--delay", "60"}, keys...)...)
}

// look is the screen as it is now.
func (p *person) look() string { return p.do("import", "-window", "root", "png:-") }

// still waits until the screen shows the same twice, and gives it.
func (p *person) still() string {
	p.t.Helper()
	last := ""
	until(p.t, "the screen is still", func() bool {
		now := p.look()
		same := now == last
		last = now
		return same
	})
	return last
}

// colors is how many colors the screen shows.
func (p *person) colors() int {
	picture, err := png.Decode(bytes.NewReader([]byte(p.look())))
	if err != nil {
		return 0
	}
	seen := map[[3]uint32]bool{}
	b := picture.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y += 3 {
		for x := b.Min.X; x < b.Max.X; x += 3 {
			r, g, bl, _ := picture.At(x, y).RGBA()
			seen[[3]uint32{r, g, bl}] = true
		}
	}
	return len(seen)
}

// A cold is a program as people start it, with files of its own, on a screen of
// its own.
type cold struct {
	display, home, program string
}

// newCold builds the program.
func newCold(t *testing.T) cold {
	t.Helper()
	c := cold{display: screen(t), home: t.TempDir()}
	c.program = filepath.Join(c.home, "deskleaf")
	if out, err := exec.Command("go", "build", "-tags", "migrated_fynedo,no_animations", "-o", c.program, "deskleaf").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	desk := "format: 1\nasked: true\nfavorites:\n  - si-joint-injection\nsave_folder: " + c.home + "\n"
	if err := os.WriteFile(filepath.Join(c.home, "desk.yaml"), []byte(desk), 0o600); err != nil {
		t.Fatal(err)
	}
	return c
}

// command is the program with arguments, not yet started.
func (c cold) command(args ...string) *exec.Cmd {
	cmd := exec.Command(c.program, args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+c.display, "WAYLAND_DISPLAY=", "DESKLEAF_HOME="+c.home)
	return cmd
}

// windows waits for the program's window and gives the ids of all that it has.
func (p *person) windows() []string {
	p.t.Helper()
	return strings.Fields(p.do("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Deskleaf$"))
}

// TestRealWindow goes from a cold desk to a saved PDF in eight keys at most, in
// the program as people start it.
func TestRealWindow(t *testing.T) {
	c := newCold(t)
	start(t, c.command())

	p := &person{t: t, display: c.display}
	window := p.windows()[0]
	until(t, "the window is painted", func() bool { return p.colors() > 20 })
	p.do("xdotool", "windowfocus", "--sync", window)
	plain := p.colors()
	p.press("s", "i", "space", "j")
	until(t, "the procedure and its pages show", func() bool { return p.colors() > plain })
	before := p.still()
	p.press("ctrl+s")

	pdf := filepath.Join(c.home, "si-joint-injection.pdf")
	until(t, "the question where to save shows", func() bool { return p.look() != before })
	p.still()
	p.press("Return")
	until(t, "the PDF is saved as "+pdf, func() bool { _, err := os.Stat(pdf); return err == nil })
	if p.keys > 8 {
		t.Errorf("it took %d keys, more than 8", p.keys)
	}
	words := p.do("pdftotext", "-layout", pdf, "-")
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
	start(t, first)
	p := &person{t: t, display: c.display}
	p.windows()
	until(t, "the window is painted", func() bool { return p.colors() > 20 })
	before := p.still()
	if out, err := c.command("open", "45378").CombinedOutput(); err != nil || len(out) > 0 {
		t.Fatalf("open: %v\n%s", err, out)
	}
	until(t, "the procedure shows", func() bool { return p.look() != before })
	if out, err := c.command().CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("a second start: %v\n%s", err, out)
	}
	if all := p.windows(); len(all) != 1 {
		t.Errorf("there are %d windows", len(all))
	}
	if out, err := c.command("open", "00000").CombinedOutput(); err == nil || !strings.Contains(string(out), "hint: ") {
		t.Errorf("a code that nothing has: %v\n%s", err, out)
	}
	first.Process.Kill()
	first.Wait()
	start(t, c.command())
	until(t, "another window opens", func() bool { return len(p.windows()) == 1 })
}
