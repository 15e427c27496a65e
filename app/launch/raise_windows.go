//go:build cgo

package launch

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

var (
	user32        = windows.NewLazySystemDLL("user32.dll")
	isMinimized   = user32.NewProc("IsIconic")
	showWindow    = user32.NewProc("ShowWindow")
	setForeground = user32.NewProc("SetForegroundWindow")
)

// restore is SW_RESTORE.
const restore = 9

// raise brings a window to the front, also out of the task bar.
func raise(frame fyne.Window) {
	native(frame, func(handle uintptr) {
		if minimized, _, _ := isMinimized.Call(handle); minimized != 0 {
			_, _, _ = showWindow.Call(handle, restore)
		}
		_, _, _ = setForeground.Call(handle)
	})
}

// native does something with what Windows itself calls a window.
func native(frame fyne.Window, do func(handle uintptr)) {
	window, is := frame.(driver.NativeWindow)
	if !is {
		return
	}
	window.RunNative(func(context any) {
		if of, is := context.(driver.WindowsWindowContext); is {
			do(of.HWND)
		}
	})
}
