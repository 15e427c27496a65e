//go:build !windows

package viewer

import (
	"os/exec"
	"runtime"
)

// start runs the program by which a desktop opens files, without a shell.
func start(path string) error {
	program := "xdg-open"
	if runtime.GOOS == "darwin" {
		program = "open"
	}
	cmd := exec.Command(program, path)
	if err := cmd.Start(); err != nil {
		return &Error{"the program that opens files (" + program + ") does not start", "print the pages, or save them and open them by hand", err}
	}
	go func() { _ = cmd.Wait() }() // it may outlive what it was started for
	return nil
}
