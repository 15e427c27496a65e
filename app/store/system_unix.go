//go:build !windows

package store

import (
	"errors"
	"os"
	"syscall"
)

// deniedMeansInUse is whether the system says that access is denied where a file
// cannot be replaced because another program holds it.
const deniedMeansInUse = false

// syncDir flushes a folder. Some file systems, shares among them, cannot and say
// that the call is invalid: nothing more can be done there.
func syncDir(name string) error {
	d, err := os.Open(name)
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}

// inUse reports whether another program holds the file.
func inUse(err error) bool {
	return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.ETXTBSY)
}

// diskFull reports whether there is no room left, or none for this user.
func diskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

// readOnly reports whether nothing can be written to this disk or share.
func readOnly(err error) bool { return errors.Is(err, syscall.EROFS) }

// notFolder reports whether a part of the path is a file.
func notFolder(err error) bool { return errors.Is(err, syscall.ENOTDIR) }

// isFolder reports whether a folder stands where a file should.
func isFolder(err error) bool { return errors.Is(err, syscall.EISDIR) }
