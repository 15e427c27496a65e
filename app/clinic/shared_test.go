package clinic

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"deskleaf/app/share"
	"deskleaf/app/store"
	"deskleaf/app/visit"
	"deskleaf/content"
)

// deskAt is one of the desks that use a clinic's folder.
func deskAt(t *testing.T, folder string) (*share.Folder, func() Clinic) {
	t.Helper()
	f := share.Follow(store.OS{}, folder, t.TempDir(), ReadsWell)
	return f, func() Clinic { return OpenShared(store.OS{}, f, f.Look(long, long)) }
}

func writeText(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// Two desks change one file: what does not touch stands side by side, what does is told
// to the second, and nothing of the first is lost.
func TestTwoDesksSaveOneFile(t *testing.T) {
	folder := t.TempDir()
	writeText(t, filepath.Join(folder, "clinic.yaml"), "# ours\nname: Maple\nphones:\n  day: (217) 555-0142\ndoctors:\n- id: ruiz\n  name: Dr. Ruiz\n")
	_, openA := deskAt(t, folder)
	_, openB := deskAt(t, folder)
	a, b := openA(), openB()

	drive := content.Blank{ID: "drive-wait", Type: content.DurationBlank, Scopes: content.Scopes}
	v := &visit.Visit{Procedure: "si", Doctor: "ruiz", Place: "main"}
	for i, desk := range []*Clinic{&a, &b} {
		answers, err := desk.Answers.With(drive, []content.Scope{content.DoctorScope, content.ClinicScope}[i], v, "en", "12 hours")
		if err != nil {
			t.Fatal(err)
		}
		if *desk, err = desk.SaveAnswers(store.OS{}, answers); err != nil {
			t.Fatal(err)
		}
	}
	if b.Answers.Doctors["ruiz"]["drive-wait"] == "" || openA().Answers.Clinic["drive-wait"] == "" {
		t.Errorf("an answer is lost: %+v", b.Answers)
	}

	facts := a.Facts
	facts.Doctors = append([]Doctor{{ID: "lee", Name: "Dr. Lee"}}, facts.Doctors...)
	facts.Phones.Day = "(217) 555-0111"
	if _, err := a.SaveFacts(store.OS{}, facts); err != nil {
		t.Fatal(err)
	}
	facts = b.Facts
	facts.Doctors = append(facts.Doctors[:1:1], Doctor{ID: "kim", Name: "Dr. Kim"})
	facts.Name = "Maple Street"
	b, err := b.SaveFacts(store.OS{}, facts)
	if err != nil || len(b.Facts.Doctors) != 3 || b.Facts.Phones.Day != "(217) 555-0111" || b.Facts.Name != "Maple Street" {
		t.Errorf("put together: %+v, %v", b.Facts, err)
	}
	a = openA()
	facts = a.Facts
	facts.Phones.Day = "(217) 555-0100"
	if a, err = a.SaveFacts(store.OS{}, facts); err != nil {
		t.Fatal(err)
	}
	facts = b.Facts
	facts.Phones.Day = "(217) 555-0199"
	_, err = b.SaveFacts(store.OS{}, facts)
	met, ok := errors.AsType[*Met](err)
	if !ok || len(met.Places) != 1 || met.Places[0] != "phones.day" || met.File != "clinic.yaml" {
		t.Errorf("both changed a phone, and the second is told %v", err)
	}
	data, err := os.ReadFile(filepath.Join(folder, "clinic.yaml"))
	if err != nil || !strings.Contains(string(data), "555-0100") || !strings.HasPrefix(string(data), "# ours") {
		t.Errorf("the first one's phone is lost: %s, %v", data, err)
	}
}

func TestMeet(t *testing.T) {
	doctors := func(names ...string) (f Facts) {
		for _, n := range names {
			f.Doctors = append(f.Doctors, Doctor{ID: n[:1], Name: n})
		}
		return f
	}
	names := func(f Facts) (all []string) {
		for _, d := range f.Doctors {
			all = append(all, d.Name)
		}
		return all
	}
	for _, test := range []struct {
		base, mine, theirs, want Facts
		places                   string
	}{
		{doctors("a", "b"), doctors("b"), doctors("a", "b", "c"), doctors("b", "c"), ""},
		{doctors("a", "b"), doctors("b", "a"), doctors("a", "b2"), doctors("b2", "a"), ""},
		{doctors("a", "b"), doctors("a"), doctors("a", "b2"), doctors("a"), "doctors.b.name"},
		{doctors("a"), doctors("a1"), doctors("a2"), doctors("a1"), "doctors.a.name"},
		{doctors(), doctors("a"), doctors("b"), doctors("a", "b"), ""},
	} {
		got, places := meet(test.base, test.mine, test.theirs)
		if fmt.Sprint(names(got)) != fmt.Sprint(names(test.want)) || strings.Join(places, " ") != test.places {
			t.Errorf("%v, %v and %v gave %v, %q", names(test.base), names(test.mine), names(test.theirs), names(got), places)
		}
	}
}

// While the share is away, the desk has the clinic as it was, and saves nothing.
func TestClinicFromTheCopy(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "share")
	writeText(t, filepath.Join(folder, "clinic.yaml"), "name: Maple\nlogo: logo.png\n")
	writeText(t, filepath.Join(folder, "logo.png"), "a picture")
	_, open := deskAt(t, folder)
	if c := open(); c.Facts.Name != "Maple" || c.Folder != folder || c.Copy == "" || !c.Known() {
		t.Fatalf("here: %+v", c)
	}
	if err := os.Rename(folder, folder+"2"); err != nil {
		t.Fatal(err)
	}
	c := open()
	if c.Away != NoFolder || !c.Known() || c.Facts.Name != "Maple" || string(c.Logo) != "a picture" || !c.Seen || time.Since(c.AsOf) > long {
		t.Errorf("away: %+v", c)
	}
	if _, err := c.SaveFacts(store.OS{}, Facts{Name: "Another"}); err == nil || !strings.Contains(err.Error(), "is not there") {
		t.Errorf("saving said %v", err)
	}
	if _, err := os.Stat(folder); err == nil {
		t.Error("the folder was made")
	}
	never := share.Follow(store.OS{}, folder, t.TempDir(), ReadsWell)
	if c := OpenShared(store.OS{}, never, never.Look(long, long)); c.Known() || c.Folder != folder {
		t.Errorf("a desk that never saw it: %+v", c)
	}
}

// A file that stays damaged, or is missing, is mended on the share as ever, once
// waiting for it has no sense any more.
func TestDamagedFileOnTheShare(t *testing.T) {
	folder := t.TempDir()
	writeText(t, filepath.Join(folder, "clinic.yaml"), "name: [\n")
	writeText(t, filepath.Join(folder, "clinic.yaml.last-good"), "name: Maple\n")
	f, open := deskAt(t, folder)
	s := f.Look(long, long)
	if len(s.Broken) != 1 {
		t.Fatalf("broken: %v", s.Broken)
	}
	if notices := Mend(store.OS{}, folder); len(notices) != 1 || !strings.Contains(notices[0].String(), "last good version") {
		t.Errorf("told: %q", notices)
	}
	if c := open(); c.Facts.Name != "Maple" || len(c.Notices) > 0 {
		t.Errorf("after mending: %+v", c)
	}
}

// What a newer program wrote is never written over, also where this desk read an older
// version of it.
func TestNewerProgramAtAnotherDesk(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "clinic.yaml")
	writeText(t, path, "name: Maple\n")
	_, open := deskAt(t, folder)
	c := open()
	newer := "format: 99\nname: Maple\nhover_boards: 3\n"
	writeText(t, path, newer)
	facts := c.Facts
	facts.Name = "Older"
	if _, err := c.SaveFacts(store.OS{}, facts); err == nil {
		t.Error("it was written over")
	}
	if c = open(); !c.Locked() || len(c.Notices) == 0 {
		t.Errorf("read again: %q", c.Notices)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != newer {
		t.Errorf("the file is %s, %v", data, err)
	}
}
