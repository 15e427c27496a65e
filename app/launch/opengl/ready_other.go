//go:build !windows

package opengl

import (
	"errors"
	"time"
)

// Ready reports that the window can be drawn: if it cannot, Fyne says so itself.
func Ready() (Way, error) { return Hardware, nil }

// Again refuses: there is no other way to draw here.
func Again() error { return errors.ErrUnsupported }

// Tell does nothing: who starts the program here reads what it prints.
func Tell(title, text string) {}

// Watch does nothing.
func Watch(patience time.Duration, never func()) {}
