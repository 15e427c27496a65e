//go:build !windows

package support

import (
	"cmp"
	"os"
	"runtime"
	"strings"
)

// system is what the system calls itself, and how windows are shown on it.
func system() string {
	name := runtime.GOOS
	release, _ := os.ReadFile("/etc/os-release") // Linux has it
	for _, line := range strings.Split(string(release), "\n") {
		if pretty, is := strings.CutPrefix(line, "PRETTY_NAME="); is {
			name = strings.Trim(pretty, `"'`)
		}
	}
	if runtime.GOOS != "linux" {
		return name
	}
	return name + ", session " + cmp.Or(os.Getenv("XDG_SESSION_TYPE"), "unknown") + ", desktop " + cmp.Or(os.Getenv("XDG_CURRENT_DESKTOP"), "unknown")
}
