// Package opengl sees that the window can be drawn before one is opened. Fyne
// draws with OpenGL 2.1 and has no other way; a Windows PC may offer less: an old
// one without its maker's driver, a virtual machine, a remote desktop.
//
// [Ready] asks what there is. Where it is not enough, [Again] starts the program
// once more, and that one draws without the graphics card, by Mesa's software
// OpenGL, which lies beside it in the folder softgl. It is another process
// because the check itself has loaded the system's OpenGL, and a process keeps
// the first that it loads. The program is linked so that it loads OpenGL when it
// first calls it, and not when it starts; that is what lets [Ready] load another
// one before.
//
// [Watch] and [Listen] find out when there is no window all the same. [Tell] is
// for the case that nothing helps: whoever started the program sees words and not
// nothing.
//
// On other systems all is ready, and nothing is watched.
package opengl

import (
	"fmt"
	"strings"
)

// Way is how the window is drawn.
type Way int

// The ways.
const (
	Hardware  Way = iota // by the system's OpenGL
	Software             // by Mesa's, without the graphics card: slowly
	Elsewhere            // by another process of this program, which Again starts: this one has nothing to do
)

// A version of OpenGL.
type version struct{ major, minor int }

// needed is the version that Fyne draws with.
var needed = version{2, 1}

// parse reads what OpenGL calls its version: "2.1.0 - Build 8.15", "4.5
// (Compatibility Profile) Mesa 22.3.6".
func parse(text string) (version, error) {
	var v version
	if _, err := fmt.Sscanf(strings.TrimSpace(text), "%d.%d", &v.major, &v.minor); err != nil {
		return version{}, fmt.Errorf("%q is no version of OpenGL", text)
	}
	return v, nil
}

// enough reports whether Fyne can draw with it.
func (v version) enough() bool {
	return v.major > needed.major || v.major == needed.major && v.minor >= needed.minor
}

func (v version) String() string { return fmt.Sprintf("%d.%d", v.major, v.minor) }
