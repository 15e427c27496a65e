//go:build !cgo

package launch

import "errors"

// openWindow says that this program was built without a window.
func openWindow(opening) error {
	return errors.New("this program was built without a window (no cgo); `deskleaf help` lists what it does in a terminal")
}
