//go:build !windows

package store_test

import "syscall"

// noRoom is what this system says where the disk is full.
const noRoom = syscall.ENOSPC
