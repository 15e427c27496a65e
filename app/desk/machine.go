package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"deskleaf/app/store"
	"deskleaf/content/file"
)

// Machine is machine.yaml: what whoever looks after the computer has fixed for
// everybody at it. It is only read. What is empty is not fixed.
type Machine struct {
	Format     int    `yaml:"format,omitempty"`
	Clinic     string `yaml:"clinic_folder,omitempty"` // a whole path
	Unreviewed string `yaml:"unreviewed,omitempty"`    // "draft" or "refuse": see clinic.Rules
	Idle       int    `yaml:"idle_minutes,omitempty"`  // 5 to 30
}

// OpenMachine reads machine.yaml. What in it cannot be used is left out and told
// in notice; the rest holds. Where there is none, nothing is fixed.
func OpenMachine(files store.FS, path string) (m Machine, notice string) {
	data, err := files.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Machine{}, ""
	}
	if err == nil {
		err = file.CheckFormat(path, data, Format)
	}
	if err != nil {
		return Machine{}, fmt.Sprintf("The settings for this computer cannot be read: %v", err)
	}
	doc, complaints := file.Read(path, data, &m)
	if m.Clinic != "" && !filepath.IsAbs(m.Clinic) {
		complaints = append(complaints, doc.Complain("clinic_folder", "this is not a whole path", `write it from the start, such as \\server\clinic\deskleaf or /srv/deskleaf`))
		m.Clinic = ""
	}
	if m.Unreviewed != "" && m.Unreviewed != "draft" && m.Unreviewed != "refuse" {
		complaints = append(complaints, doc.Complain("unreviewed", fmt.Sprintf("%q is not a rule for unreviewed words", m.Unreviewed), "it can be draft or refuse"))
		m.Unreviewed = ""
	}
	if m.Idle != 0 && (m.Idle < 5 || m.Idle > 30) {
		complaints = append(complaints, doc.Complain("idle_minutes", "these are too few or too many minutes", "it can be 5 to 30"))
		m.Idle = 0
	}
	if len(complaints) > 0 {
		return m, "A part of the settings for this computer cannot be used. Tell who looks after it: " + complaints[0].String()
	}
	return m, ""
}
