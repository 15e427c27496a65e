package opengl

import (
	"syscall"
	"time"

	"golang.org/x/sys/windows"
)

// Tell shows words in a box of Windows's own, which needs no OpenGL, and returns
// when it is closed.
func Tell(title, text string) {
	said, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return
	}
	above, err := windows.UTF16PtrFromString(title)
	if err != nil {
		return
	}
	windows.MessageBox(0, said, above, windows.MB_OK|windows.MB_ICONERROR|windows.MB_SETFOREGROUND)
}

// look is how often Watch looks.
const look = 250 * time.Millisecond

// Watch calls never when this process has shown no window for so long. It stops
// watching when it has.
func Watch(patience time.Duration, never func()) {
	own, shown := windows.GetCurrentProcessId(), false
	see := syscall.NewCallback(func(window windows.HWND, _ uintptr) uintptr {
		var process uint32
		_, err := windows.GetWindowThreadProcessId(window, &process)
		shown = err == nil && process == own && windows.IsWindowVisible(window)
		if shown {
			return 0 // no more of them
		}
		return 1
	})
	go func() {
		for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(look) {
			// An error here only says that see wanted no more.
			if _ = windows.EnumWindows(see, nil); shown {
				return
			}
		}
		never()
	}()
}
