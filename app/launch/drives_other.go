//go:build cgo && !windows

package launch

import (
	"os/user"
	"path/filepath"
)

// drives are the folders in which the system shows sticks and other drives: below
// /media and /run/media those of this user, and on a Mac those below /Volumes. None of
// them is looked into: one that was pulled out badly may not answer.
func drives() []string {
	name := "*"
	if u, err := user.Current(); err == nil {
		name = u.Username
	}
	var all []string
	for _, pattern := range []string{"/media/" + name + "/*", "/run/media/" + name + "/*", "/Volumes/*"} {
		found, _ := filepath.Glob(pattern) // the pattern is no bad one
		all = append(all, found...)
	}
	return all
}
