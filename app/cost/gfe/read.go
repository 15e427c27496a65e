package gfe

import (
	"bytes"
	"errors"
	"fmt"

	"deskleaf/app/sheet/tagged"
	"deskleaf/content/file"
)

// The file that a saved PDF carries: the form, so that it can be opened again.
const (
	Attached     = "good-faith-estimate.yaml"
	AttachedType = "application/yaml"
)

// mostPDF is the largest PDF that a form is looked for in, in bytes.
const mostPDF = 20 << 20

// ErrTooLarge says that a file is far larger than any estimate.
var ErrTooLarge = errors.New("this file is too large for a good-faith estimate")

// Read reads a form: YAML, of which JSON is a kind, or a PDF that Deskleaf saved
// and that carries one. Complaints name the places in name.
func Read(name string, data []byte) (Form, error) {
	if len(data) > mostPDF {
		return Form{}, fmt.Errorf("%s: %w", name, ErrTooLarge)
	}
	if bytes.HasPrefix(data, []byte("%PDF-")) {
		inside, err := tagged.Attached(data)
		if err != nil {
			return Form{}, fmt.Errorf("%s: %w", name, err)
		}
		name, data = name+", "+Attached, inside
	}
	if err := file.CheckFormat(name, data, Format); err != nil {
		return Form{}, err
	}
	var f Form
	_, complaints := file.Read(name, data, &f)
	return f, complaints.Err()
}

// Write is the form as a file that [Read] reads.
func (f Form) Write() ([]byte, error) {
	f.Format = Format
	return file.Write(f)
}
