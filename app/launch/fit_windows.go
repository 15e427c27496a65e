//go:build cgo

package launch

import (
	"unsafe"

	"fyne.io/fyne/v2"
	"golang.org/x/sys/windows"
)

var (
	monitorOf    = user32.NewProc("MonitorFromWindow")
	aboutMonitor = user32.NewProc("GetMonitorInfoW")
	rectOfWindow = user32.NewProc("GetWindowRect")
)

// Of winuser.h.
const (
	nearest  = 2 // MONITOR_DEFAULTTONEAREST
	maximize = 3 // SW_MAXIMIZE
)

// monitor is MONITORINFO of winuser.h.
type monitor struct {
	size        uint32
	whole, work windows.Rect
	flags       uint32
}

// fit has a window fill the screen, as its own button does, where it would reach
// beyond it: on a small screen the task bar and the frame leave less than the
// window begins with.
func fit(frame fyne.Window) {
	native(frame, func(handle uintptr) {
		on, _, _ := monitorOf.Call(handle, nearest)
		about, rect := monitor{size: uint32(unsafe.Sizeof(monitor{}))}, windows.Rect{}
		if known, _, _ := aboutMonitor.Call(on, uintptr(unsafe.Pointer(&about))); known == 0 {
			return
		}
		if known, _, _ := rectOfWindow.Call(handle, uintptr(unsafe.Pointer(&rect))); known == 0 {
			return
		}
		if rect.Right-rect.Left > about.work.Right-about.work.Left || rect.Bottom-rect.Top > about.work.Bottom-about.work.Top {
			_, _, _ = showWindow.Call(handle, maximize)
		}
	})
}
