//go:build !gofpdf

package sheet

import "errors"

// PDF needs gofpdf, which go.mod does not name yet.
func (p *Pages) PDF() ([]byte, error) {
	return nil, errors.New("make PDF: this program was built without gofpdf")
}
