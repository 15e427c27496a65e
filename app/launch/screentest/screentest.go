// Package screentest is a screen that nobody sees and a person in front of it,
// for tests of the program as people start it: [Open] starts an X server, and a
// [Person] presses keys and looks. It waits for what is to be seen, never for a
// time.
package screentest

import (
	"bufio"
	"bytes"
	"context"
	"image/png"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// Patience is how long a busy machine may take for one thing to be seen.
const Patience = 60 * time.Second

// Open starts an X server without a screen and gives its display. The options are
// the server's own. The test is skipped where the programs for it are missing.
func Open(t *testing.T, options ...string) string {
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
	arguments := append([]string{"-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp"}, options...)
	server := exec.Command("Xvfb", arguments...)
	server.ExtraFiles = []*os.File{number}
	Start(t, server)
	number.Close()
	line, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	return ":" + strings.TrimSpace(line)
}

// Start runs a program until the test ends.
func Start(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
}

// Until asks again and again whether something is so.
func Until(t *testing.T, what string, so func() bool) {
	t.Helper()
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	late := time.After(Patience)
	for !so() {
		select {
		case <-tick.C:
		case <-late:
			t.Fatalf("waited %v, and still not: %s", Patience, what)
		}
	}
}

// A Person is somebody at the keyboard of a display.
type Person struct {
	T       *testing.T
	Display string
	Keys    int // pressed so far
}

// Do runs a program on the display and gives what it prints.
func (p *Person) Do(args ...string) string {
	p.T.Helper()
	ctx, cancel := context.WithTimeout(p.T.Context(), Patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Env = append(os.Environ(), "DISPLAY="+p.Display)
	out, err := cmd.Output()
	if err != nil {
		p.T.Fatalf("%s: %v", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out))
}

// Windows waits for a window with this title to show, and gives the numbers of
// all that have it.
func (p *Person) Windows(title string) []string {
	p.T.Helper()
	return strings.Fields(p.Do("xdotool", "search", "--sync", "--onlyvisible", "--name", "^"+title+"$"))
}

// Press presses keys one by one, as xdotool calls them, and counts them.
func (p *Person) Press(keys ...string) {
	p.T.Helper()
	p.Keys += len(keys)
	p.Do(append([]string{"xdotool", "key", "--delay", "60"}, keys...)...)
}

// Look is the screen as it is now, a PNG.
func (p *Person) Look() string { return p.Do("import", "-window", "root", "png:-") }

// Still waits until the screen shows the same twice, and gives it.
func (p *Person) Still() string {
	p.T.Helper()
	last := ""
	Until(p.T, "the screen is still", func() bool {
		now := p.Look()
		same := now == last
		last = now
		return same
	})
	return last
}

// Changed waits until the screen shows something else than before, and is still
// again, and gives it.
func (p *Person) Changed(what, before string) string {
	p.T.Helper()
	Until(p.T, what, func() bool { return p.Look() != before })
	return p.Still()
}

// Colors is how many colors the screen shows: few before a window is painted.
func (p *Person) Colors() int {
	picture, err := png.Decode(bytes.NewReader([]byte(p.Look())))
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
