package library

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"deskleaf/content"
	"deskleaf/content/file"
)

//go:embed */procedure.yaml */??.yaml
var shipped embed.FS

//go:embed blanks.yaml
var blanksFile []byte

// indexFile is made from what is embedded by the tests, with -update.
//
//go:embed index.json
var indexFile []byte

// shippedRows are the procedures that ship, from the index that was made
// beforehand: reading their files would take longer than opening the window.
func shippedRows() []row {
	var rows []row
	if err := json.Unmarshal(indexFile, &rows); err != nil {
		panic("library: the index of what ships is broken: " + err.Error())
	}
	return rows
}

// shippedIDs are the folders that ship.
func shippedIDs() []string {
	folders, err := fs.Glob(shipped, "*")
	if err != nil {
		panic("library: " + err.Error())
	}
	slices.Sort(folders)
	return folders
}

// A registry is blanks.yaml.
type registry struct {
	Format int             `yaml:"format,omitempty"`
	Blanks []content.Blank `yaml:"blanks,need"`
}

// readBlanks reads a registry.
func readBlanks(name string, data []byte) (content.Blanks, file.Complaints) {
	var r registry
	doc, complaints := file.Read(name, data, &r)
	blanks := content.Blanks{}
	for i, b := range r.Blanks {
		path := fmt.Sprintf("blanks[%d]", i)
		if _, twice := blanks[b.ID]; twice {
			complaints = append(complaints, doc.Complain(path+".id", fmt.Sprintf("the blank %q stands twice", b.ID), "take one out"))
		}
		blanks[b.ID] = b
		for _, p := range blankProblems(b) {
			complaints = append(complaints, doc.Complain(path+p.Path, p.What, p.Hint))
		}
	}
	complaints.Sort()
	return blanks, complaints
}

// Blanks is the registry that ships, read once. It must not be changed.
var Blanks = sync.OnceValue(func() content.Blanks {
	blanks, complaints := readBlanks("content/library/blanks.yaml", blanksFile)
	if len(complaints) > 0 {
		panic("library: the registry of blanks is broken:\n" + complaints.Error())
	}
	return blanks
})
