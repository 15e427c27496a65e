//go:build !windows

package running

import (
	"errors"
	"os"
	"strings"
	"syscall"
)

// hold takes the lock on a file, unless another process has it.
func hold(f *os.File) (taken bool, err error) {
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return true, nil
	}
	return false, err
}

// session is the screen that a window of this process is on.
func session() string {
	return os.Getenv("WAYLAND_DISPLAY") + "\x00" + strings.TrimSuffix(os.Getenv("DISPLAY"), ".0")
}

// giveWay does nothing: here a window may come to the front by itself.
func giveWay() {}
