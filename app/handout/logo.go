package handout

import (
	"bytes"
	"sync"

	"deskleaf/app/sheet"
)

// lastLogo keeps what was made of the clinic's logo, because every changed field
// composes the sheet again and the picture stays.
var lastLogo struct {
	sync.Mutex
	file, made []byte
}

// logo is a clinic's picture as a letterhead prints it; nil for none. A file that
// is no picture goes as it is: the sheet leaves it out and says why.
func logo(file []byte) []byte {
	if len(file) == 0 {
		return nil
	}
	lastLogo.Lock()
	defer lastLogo.Unlock()
	if !bytes.Equal(lastLogo.file, file) {
		made, err := sheet.Logo(file)
		if err != nil {
			made = file
		}
		lastLogo.file, lastLogo.made = bytes.Clone(file), made
	}
	return lastLogo.made
}
