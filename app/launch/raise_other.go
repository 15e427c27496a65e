//go:build cgo && !windows

package launch

import "fyne.io/fyne/v2"

// raise does nothing: what Fyne does is enough here.
func raise(fyne.Window) {}

// fit does nothing: window managers keep a window on the screen.
func fit(fyne.Window) {}
