//go:build !windows

package store

import "syscall"

var busyError error = syscall.EBUSY
