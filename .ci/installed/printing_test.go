package installed

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestPrinting prints from a Windows program on a printer of CUPS, which keeps what it is given: the test of package
// printing itself, in a Windows of its own.
func TestPrinting(t *testing.T) {
	p := newPC(t)
	cmd := exec.CommandContext(t.Context(), "go", "test", "-v", "-count=1", "-run", "^TestWindowsUnderWine$", "./app/printing")
	cmd.Dir = top
	// All else stays as it is, so that Go keeps its own folders.
	cmd.Env = append(os.Environ(), "DESKLEAF_WINE=1", "WINEPREFIX="+p.prefix, "DISPLAY="+p.Display, "WINEARCH=win64", "WINEDEBUG=-all")
	said, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(said), "--- PASS: TestWindowsUnderWine") {
		t.Errorf("%v\n%s", err, said)
	}
}
