package clinic

import (
	"fmt"
	"slices"
	"strings"

	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/civil"
)

// CodeChecks is codes.yaml: who looked up which billing codes here.
type CodeChecks struct {
	Format int         `yaml:"format,omitempty"`
	List   []CodeCheck `yaml:"checked,omitempty"`
}

// A CodeCheck says that somebody looked up a code of a procedure, as it stood then.
type CodeCheck struct {
	Procedure   string     `yaml:"procedure,need"`
	Code        string     `yaml:"code,need"`
	Fingerprint string     `yaml:"fingerprint,need"` // content.Code.Fingerprint of what was checked
	Who         string     `yaml:"who,need"`
	Date        civil.Date `yaml:"date,need"`
	Against     string     `yaml:"against,need"` // what it was held against, such as "CMS PFS 2026 file"
}

// Of is the last check of a code as it stands now. A code that changed since was not
// checked.
func (c CodeChecks) Of(procedure string, code content.Code) (CodeCheck, bool) {
	print := code.Fingerprint()
	for _, k := range slices.Backward(c.List) {
		if k.Procedure == procedure && k.Code == code.Number {
			return k, k.Fingerprint == print
		}
	}
	return CodeCheck{}, false
}

// SaveCodeCheck adds that somebody looked up a code. Who, when and against what are
// needed.
func (c Clinic) SaveCodeCheck(files store.FS, k CodeCheck) (Clinic, error) {
	if strings.TrimSpace(k.Who) == "" || strings.TrimSpace(k.Against) == "" || !k.Date.Valid() {
		return c, fmt.Errorf("write who checked the code, when, and against what")
	}
	checked := CodeChecks{Format: Format, List: append(slices.Clone(c.CodeChecks.List), k)}
	checked, err := save(files, &c, codesFile, checked)
	if err != nil {
		return c, err
	}
	c.CodeChecks = checked
	return c, nil
}
