package file

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
)

// Newer is the error for a file that a newer program wrote. It must be left
// as it is: this program would lose what it does not know.
type Newer struct {
	File  string
	Has   int // the format that the file says
	Knows int // the highest format of this program
}

// Error says what to do in words for the front desk.
func (e *Newer) Error() string {
	return fmt.Sprintf("%s was written by a newer Deskleaf (format %d; this one knows up to %d): update Deskleaf on this computer; the file was not changed", e.File, e.Has, e.Knows)
}

// Newer is true. Other packages ask for this method rather than for the type.
func (e *Newer) Newer() bool { return true }

// formatLine is the top-level key "format". It is looked for in the text, so
// that it is found in a file that cannot be parsed.
var formatLine = regexp.MustCompile(`(?m)^(?:\x{feff})?["']?format["']?[ \t]*:[ \t]*["']?([^\s"'#]*)`)

// Format is the number at the top-level key "format", and 0 where there is no
// such key.
func Format(data []byte) (int, error) {
	found := formatLine.FindSubmatch(bytes.ReplaceAll(data, []byte("\r"), []byte("\n")))
	if found == nil {
		return 0, nil
	}
	n, err := strconv.Atoi(string(found[1]))
	if err != nil || n < 0 {
		return 0, fmt.Errorf("read the file's format: %q is not a whole number", found[1])
	}
	return n, nil
}

// CheckFormat returns a [*Newer] where a file's format is above what the program
// knows, and nil otherwise: other mistakes are for [Read] to tell.
func CheckFormat(name string, data []byte, knows int) error {
	if has, err := Format(data); err == nil && has > knows {
		return &Newer{File: name, Has: has, Knows: knows}
	}
	return nil
}
