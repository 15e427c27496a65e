//go:build windows

package store

import (
	"errors"
	"syscall"
)

// The numbers are Windows system error codes, from "System Error Codes (0-499)"
// in Microsoft's documentation, read 2026-12.
const (
	errorWriteProtect     syscall.Errno = 19
	errorSharingViolation syscall.Errno = 32
	errorLockViolation    syscall.Errno = 33
	errorHandleDiskFull   syscall.Errno = 39
	errorDiskFull         syscall.Errno = 112
	errorUserMapped       syscall.Errno = 1224 // a program has the file mapped
	errorDirectory        syscall.Errno = 267  // the path's folder is no folder
)

// deniedMeansInUse is whether the system says that access is denied where a file
// cannot be replaced because another program holds it.
const deniedMeansInUse = true

// syncDir does nothing: Windows keeps its folders itself and has no such call.
func syncDir(string) error { return nil }

// inUse reports whether another program holds the file.
func inUse(err error) bool {
	return errors.Is(err, errorSharingViolation) || errors.Is(err, errorLockViolation) || errors.Is(err, errorUserMapped)
}

// diskFull reports whether there is no room left.
func diskFull(err error) bool {
	return errors.Is(err, errorDiskFull) || errors.Is(err, errorHandleDiskFull)
}

// readOnly reports whether nothing can be written to this disk.
func readOnly(err error) bool { return errors.Is(err, errorWriteProtect) }

// notFolder reports whether a part of the path is a file.
func notFolder(err error) bool { return errors.Is(err, errorDirectory) }

// isFolder reports whether a folder stands where a file should.
func isFolder(err error) bool { return errors.Is(err, syscall.EISDIR) }
