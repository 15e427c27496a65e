package store_test

import "syscall"

// noRoom is what this system says where the disk is full: ERROR_DISK_FULL.
const noRoom = syscall.Errno(112)
