package share

import (
	"os"
	"path/filepath"
	"testing"

	"deskleaf/app/store"
)

func TestTwinsAreToldByTheirNames(t *testing.T) {
	for name, want := range map[string]string{
		"clinic (Ana's conflicted copy 2026-11-27).yaml":          "clinic.yaml",
		"clinic (Copia en conflicto de Ana 2026-11-27).yaml":      "clinic.yaml",
		"answers (conflicted copy 2026-11-27 101500).yaml":        "answers.yaml",
		"en.sync-conflict-20261127-101500-D4LGQYW.yaml":           "en.yaml",
		"en-DESKTOP-A1B2C3.yaml":                                  "en.yaml",
		"es-MX-FRONT-2.yaml":                                      "es-MX.yaml",
		"procedure (1).yaml":                                      "procedure.yaml",
		"procedure (SFConflict ana@clinic 2026-11-27-9-1-2).yaml": "procedure.yaml",
		"procedure_conflict-20261127-101500.yaml":                 "procedure.yaml",
		"es - Copy.yaml":                                          "es.yaml",
		"es[Conflict].yaml":                                       "es.yaml",
		"prices-FRONT.csv":                                        "prices.csv",
		"en.yaml":                                                 "",
		"es-MX.yaml":                                              "",
		"zh-Hant.yaml":                                            "",
		"es-419.yaml":                                             "",
		"procedure.yaml":                                          "",
		"clinic.yaml":                                             "",
		"desk.yaml":                                               "",
		"notes.yaml":                                              "",
		"clinical (1).yaml":                                       "",
	} {
		if got := twinOf(name); got != want {
			t.Errorf("%s is a version of %q, want %q", name, got, want)
		}
	}
	folders := []string{"si", "si (1)", "si-knee", "si-DESKTOP-1", "knee.sync-conflict-1", "si - Copy"}
	got := twinFolders("procedures", folders)
	if len(got) != 3 || got[0] != (Twin{"procedures/si (1)", "procedures/si"}) || got[1].Path != "procedures/si-DESKTOP-1" || got[2].Path != "procedures/si - Copy" {
		t.Errorf("folders: %v", got)
	}
}

func TestTwinsAreFoundAndPutAway(t *testing.T) {
	contents := clinicFiles()
	contents["procedures/si/en-FRONT-2.yaml"] = "title: other"
	contents["procedures/si (1)/en.yaml"] = "title: a folder"
	contents["clinic (1).yaml"] = "name: other"
	contents["en (1).yaml"] = "not ours: there are no words at the top"
	d := follow(t, nil, contents)
	s := d.look()
	if len(s.Twins) != 3 {
		t.Fatalf("found %v", s.Twins)
	}
	for at := range d.copied() {
		if _, own := clinicFiles()[at]; !own && at != "en (1).yaml" {
			t.Errorf("the copy holds %s", at)
		}
	}
	for _, twin := range s.Twins {
		to, err := PutAway(store.OS{}, d.share, twin)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(to); err != nil {
			t.Error(err)
		}
	}
	if s = d.look(); len(s.Twins) > 0 {
		t.Errorf("still there: %v", s.Twins)
	}
	d.write("clinic (1).yaml", "name: a third")
	if to, err := PutAway(store.OS{}, d.share, Twin{"clinic (1).yaml", "clinic.yaml"}); err != nil || filepath.Base(to) != "clinic (1) 2.yaml" {
		t.Errorf("a second one of the same name went to %s, %v", to, err)
	}
	if data, err := os.ReadFile(filepath.Join(d.share, "conflicts", "clinic (1).yaml")); err != nil || string(data) != "name: other" {
		t.Errorf("the first one is %q, %v", data, err)
	}
}
