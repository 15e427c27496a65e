package launch

import (
	"slices"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/content/file"
	"deskleaf/content/library"
)

// copied is a library that may be read from this desk's copy of the clinic's folder. What
// it complains of lies in the folder itself: that is where somebody puts it right.
type copied struct {
	*library.Library
	clinic clinic.Clinic
}

// Complaints are the mistakes in the clinic's procedures.
func (c copied) Complaints() file.Complaints { return c.inFolder(c.Library.Complaints()) }

// Book reads a procedure.
func (c copied) Book(id string) (*library.Book, file.Complaints, error) {
	book, complaints, err := c.Library.Book(id)
	return book, c.inFolder(complaints), err
}

// inFolder are complaints with the places of files in the clinic's folder.
func (c copied) inFolder(complaints file.Complaints) file.Complaints {
	if c.clinic.Copy == "" {
		return complaints
	}
	complaints = slices.Clone(complaints)
	for i := range complaints {
		if below, ok := strings.CutPrefix(complaints[i].File, c.clinic.Copy); ok {
			complaints[i].File = c.clinic.Folder + below
		}
	}
	return complaints
}
