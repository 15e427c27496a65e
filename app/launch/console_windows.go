package launch

import (
	"os"

	"golang.org/x/sys/windows"
)

var (
	kernel32      = windows.NewLazySystemDLL("kernel32.dll")
	attachConsole = kernel32.NewProc("AttachConsole")
	freeConsole   = kernel32.NewProc("FreeConsole")
)

// parent is ATTACH_PARENT_PROCESS.
const parent = 0xFFFFFFFF

// A stream is one of the three that a program reads from and writes to.
type stream struct {
	id      uint32
	console string
	file    **os.File
}

// useConsole gives a program that Windows starts without a console the one that
// it was called from, so that a command's answer can be read. What was redirected
// to a file or a pipe stays there. It reports whether there is one that it must
// let go again before it opens a window: closing a console ends its programs.
func useConsole() bool {
	if done, _, _ := attachConsole.Call(parent); done == 0 {
		return false // it has one, or was not called from one
	}
	for _, s := range []stream{
		{windows.STD_INPUT_HANDLE, "CONIN$", &os.Stdin},
		{windows.STD_OUTPUT_HANDLE, "CONOUT$", &os.Stdout},
		{windows.STD_ERROR_HANDLE, "CONOUT$", &os.Stderr},
	} {
		if s.redirected() {
			continue
		}
		if console, err := openConsole(s.console); err == nil {
			_ = windows.SetStdHandle(s.id, console) // for what the runtime itself writes
			*s.file = os.NewFile(uintptr(console), s.console)
		}
	}
	return true
}

// redirected reports whether a stream leads to a file, a pipe or nowhere.
func (s stream) redirected() bool {
	handle, err := windows.GetStdHandle(s.id)
	if err != nil || handle == 0 || handle == windows.InvalidHandle {
		return false
	}
	kind, err := windows.GetFileType(handle)
	if err != nil || kind == windows.FILE_TYPE_UNKNOWN {
		return false
	}
	var mode uint32
	return windows.GetConsoleMode(handle, &mode) != nil
}

func openConsole(console string) (windows.Handle, error) {
	name, err := windows.UTF16PtrFromString(console)
	if err != nil {
		return 0, err
	}
	return windows.CreateFile(name, windows.GENERIC_READ|windows.GENERIC_WRITE, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE, nil, windows.OPEN_EXISTING, 0, 0)
}

// leaveConsole lets the console go that useConsole gave.
func leaveConsole() { _, _, _ = freeConsole.Call() }
