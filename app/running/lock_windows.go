package running

import (
	"errors"
	"os"
	"strconv"

	"golang.org/x/sys/windows"
)

var allowForeground = windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow")

// anyProcess is ASFW_ANY.
const anyProcess = 0xFFFFFFFF

// hold takes the lock on a file, unless another process has it.
func hold(f *os.File) (taken bool, err error) {
	err = windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, new(windows.Overlapped))
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return true, nil
	}
	return false, err
}

// session is the session of Windows that this process runs in: somebody can have
// one at the desk and one over remote desktop.
func session() string {
	var id uint32
	if err := windows.ProcessIdToSessionId(windows.GetCurrentProcessId(), &id); err != nil {
		return ""
	}
	return strconv.FormatUint(uint64(id), 10)
}

// giveWay lets the running window come to the front. Windows gives that right to
// the program that somebody has just started, and it can pass it on.
func giveWay() { _, _, _ = allowForeground.Call(anyProcess) }
