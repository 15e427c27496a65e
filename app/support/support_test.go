package support

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"deskleaf/app/printing"
)

func TestDetails(t *testing.T) {
	home := filepath.Join(t.TempDir(), "ana.ruiz")
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	d := Details{
		When: time.Date(2026, 11, 27, 9, 5, 0, 0, time.UTC), Version: "1.2.3", Language: "es",
		Width: 1093, Height: 560, Scale: 1.25, TextSize: 110, SlowGraphics: true,
		Folders: []Folder{{"Settings", filepath.Join(home, "deskleaf")}, {"Clinic at", filepath.Join("/", "srv", "ana.ruiz")}},
		Fixed:   []string{"clinic_folder"},
		Clinic:  "does not answer", AwaySince: time.Date(2026, 11, 27, 8, 0, 0, 0, time.UTC),
		Procedures: 3, Complaints: 1, Remembered: "Old",
		Printers: []printing.Printer{{Name: "Front", Default: true}, {Name: "Hall", State: printing.Unready, Note: "it has no paper"}},
		Events:   []string{"2026-11-27 09:00:00 started"}, Crash: "Deskleaf 1.2.2\n",
	}
	got := d.String()
	for _, want := range []string{
		"1.2.3", "window in es", "2026-11-27 09:05 +0000", "1093 x 560, 1.25 pixels a unit, text 110 %, graphics card no",
		"~" + string(filepath.Separator) + "deskleaf", "clinic_folder", "its folder does not answer, since 2026-11-27 08:00", "3, mistakes in the clinic's own: 1",
		"Front (default, ready)", "Hall (not ready: it has no paper)", "Old, which is not there", "started", "Last crash:\nDeskleaf 1.2.2",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the details do not say %q", want)
		}
	}
	if strings.Contains(got, home) {
		t.Error("the details name who is signed in")
	}
	if t.Failed() {
		t.Log(got)
	}
}

func TestFewDetails(t *testing.T) {
	got := Details{PrintersError: errors.New("the print system did not answer")}.String()
	for _, want := range []string{"its folder is there", "did not answer", "Prints to:   the default"} {
		if !strings.Contains(got, want) {
			t.Errorf("the details do not say %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "Log:") || strings.Contains(got, "crash") {
		t.Errorf("what there is not is told:\n%s", got)
	}
	if system() == "" {
		t.Error("the system has no name")
	}
	if home, err := os.UserHomeDir(); err == nil && homely(home+"x") != home+"x" {
		t.Error("another's folder is taken for one's own")
	}
}
