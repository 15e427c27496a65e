package opengl

import (
	"bytes"
	"io"
)

// refusals are what Fyne writes into the log when it cannot make its window. It
// ends the program then, or leaves it without a window.
var refusals = [][]byte{[]byte("window creation error"), []byte("failed to initialise GLFW")}

// end is in the last of the lines that Fyne writes about one thing: where in its
// code that was.
var end = []byte("  At: ")

// Listen gives a writer for the log. It passes all on to out, and calls refused
// when Fyne has said that it cannot make its window: the last moment for other
// words.
func Listen(out io.Writer, refused func()) io.Writer { return &listener{out: out, refused: refused} }

type listener struct {
	out     io.Writer
	refused func()
	heard   bool
}

// Write takes a line of the log. The log writes one after another.
func (l *listener) Write(line []byte) (int, error) {
	n, err := l.out.Write(line)
	for _, r := range refusals {
		l.heard = l.heard || bytes.Contains(line, r)
	}
	if l.heard && bytes.Contains(line, end) {
		l.heard = false
		l.refused()
	}
	return n, err
}
