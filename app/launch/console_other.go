//go:build !windows

package launch

// useConsole does nothing: here a program has the console that it was called from.
func useConsole() bool { return false }

// leaveConsole does nothing.
func leaveConsole() {}
