package viewer

import (
	"errors"
	"runtime"

	"golang.org/x/sys/windows"
)

// start has Windows open a file with the program that opens its kind.
func start(path string) error {
	runtime.LockOSThread() // COM, by which Windows may do it, belongs to a thread
	defer runtime.UnlockOSThread()
	if err := windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE); err == nil {
		defer windows.CoUninitialize()
	}
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	err = windows.ShellExecute(0, nil, file, nil, nil, windows.SW_SHOWNORMAL)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, windows.ERROR_NO_ASSOCIATION):
		return &Error{"no program on this computer opens PDF files", "print the pages, or ask who looks after this computer for a PDF viewer", nil}
	}
	return &Error{"Windows does not open the pages", "print them, or save them and open them by hand", err}
}
