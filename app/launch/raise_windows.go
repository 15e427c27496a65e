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
	native, is := frame.(driver.NativeWindow)
	if !is {
		return
	}
	native.RunNative(func(context any) {
		of, is := context.(driver.WindowsWindowContext)
		if !is {
			return
		}
		if minimized, _, _ := isMinimized.Call(of.HWND); minimized != 0 {
			_, _, _ = showWindow.Call(of.HWND, restore)
		}
		_, _, _ = setForeground.Call(of.HWND)
	})
}
