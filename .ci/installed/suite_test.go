package installed

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestSuite runs the tests of all packages that need no C, the window's among them, as Windows programs.
func TestSuite(t *testing.T) {
	p := newPC(t)
	// Inside Wine only what differs is set, so that Go keeps its own folders.
	inside := []string{"env", "HOME=" + p.home, "WINEPREFIX=" + p.prefix, "DISPLAY=" + p.Display, "WINEARCH=win64", "WINEDEBUG=-all", "wine"}
	// Wine's services keep the output of whoever needs them first open. That must be no test: go test would wait for its end.
	awake := exec.CommandContext(t.Context(), inside[0], append(inside[1:], "cmd", "/c", "pause")...)
	if _, err := awake.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := awake.Start(); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "go", "test", "-overlay", oldWine(t), "-exec", strings.Join(inside, " "), "./...")
	cmd.Dir = top
	cmd.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0")
	said, err := cmd.CombinedOutput()
	passed := 0
	for line := range strings.Lines(string(said)) {
		if strings.HasPrefix(line, "ok ") {
			passed++
		}
	}
	if err != nil || passed < 20 {
		t.Errorf("%d packages passed: %v\n%s", passed, err, said)
	}
}

// oldWine gives Go's standard library, for the tests alone, the one answer by which a Wine as old as Debian's says that
// it does not know the newest way to remove a file. Go then takes the way before it, as it does on an old Windows.
func oldWine(t *testing.T) string {
	t.Helper()
	file := filepath.Join(strings.TrimSpace(run(t, "go", "env", "GOROOT")), "src/internal/syscall/windows/syscall_windows.go")
	source, folder := string(read(t, file)), t.TempDir()
	const line = "STATUS_NOT_SUPPORTED             NTStatus = "
	known, notImplemented := line+"0xC00000BB", line+"0xC0000002"
	if !strings.Contains(source, known) {
		t.Fatalf("%s is not as this test knows it; see whether Wine still needs it changed", file)
	}
	changed, overlay := filepath.Join(folder, "syscall_windows.go"), filepath.Join(folder, "overlay.json")
	if err := os.WriteFile(changed, []byte(strings.Replace(source, known, notImplemented, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(map[string]map[string]string{"Replace": {file: changed}})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(overlay, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return overlay
}
