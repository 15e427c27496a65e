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
	Clinic     string `yaml:"clinic_folder,omitempty"`  // a whole path
	Key        string `yaml:"library_key,omitempty"`    // the public key of the signed library, in a line: package pack reads it
	Library    string `yaml:"library_folder,omitempty"` // where it is kept, a whole path; "" for a folder of this user
	Unreviewed string `yaml:"unreviewed,omitempty"`     // "draft" or "refuse": see clinic.Rules
	Idle       int    `yaml:"idle_minutes,omitempty"`   // 5 to 30
}

// Signed reports whether this computer takes content only from a signed library.
func (m Machine) Signed() bool { return m.Key != "" }

// OpenMachine reads machine.yaml. What in it cannot be used is left out and told
// in notice; the rest holds. Where there is none, nothing is fixed.
func OpenMachine(files store.FS, path string) (m Machine, notice store.Notice) {
	data, err := files.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Machine{}, store.Notice{}
	}
	if err == nil {
		err = file.CheckFormat(path, data, Format)
	}
	if err != nil {
		return Machine{}, store.Notice{Key: "machine.unread", English: fmt.Sprintf("The settings for this computer cannot be read: %v", err)}
	}
	doc, complaints := file.Read(path, data, &m)
	if m.Clinic != "" && !filepath.IsAbs(m.Clinic) {
		complaints = append(complaints, doc.Complain("clinic_folder", "this is not a whole path", `write it from the start, such as \\server\clinic\deskleaf or /srv/deskleaf`))
		m.Clinic = ""
	}
	if m.Clinic != "" && m.Signed() {
		complaints = append(complaints, doc.Complain("clinic_folder", "a computer has either a clinic's folder or a signed library, and library_key is set too", "take one of the two out; until then the folder is not used"))
		m.Clinic = ""
	}
	if m.Library != "" && !filepath.IsAbs(m.Library) {
		complaints = append(complaints, doc.Complain("library_folder", "this is not a whole path", `write it from the start, such as C:\ProgramData\Deskleaf\library or /srv/deskleaf`))
		m.Library = ""
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
		return m, store.Notice{
			Key: "machine.part", Pairs: []any{"why", complaints[0].String()},
			English: "A part of the settings for this computer cannot be used. Tell who looks after it: " + complaints[0].String(),
		}
	}
	return m, store.Notice{}
}
