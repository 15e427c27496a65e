package app_test

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/cost"
	"deskleaf/app/cost/prices"
	"deskleaf/app/desk"
	"deskleaf/app/history"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/find"
	"deskleaf/content/library"
)

// keep writes the files of this version, once, before it is released:
//
//	go test ./app -run TestKept -keep 0.1.0
var keep = flag.String("keep", "", "write the files that a clinic and a desk have, as this `VERSION` writes them, into testdata/kept")

// kept is what a clinic and a desk that use everything have on disk. Each version's
// folder holds it as that version wrote it, so what is here never changes: what a later
// version adds gets a test of its own.
var kept = struct {
	desk      desk.Desk
	facts     clinic.Facts
	answers   clinic.Answers
	schedules clinic.Schedules
	signOff   clinic.SignOff // less its fingerprint
	prices    prices.List
	summary   string // of the clinic's own words
	draft     string // of the words that were not saved yet
}{
	desk: desk.Desk{
		Format: 1, Printer: "Front desk", Sides: "long", Language: "es", Handout: "en", Large: true, Theme: "dark",
		Favorites: []string{"colonoscopy", "si-joint-injection"}, Recent: []string{"si-joint-injection"},
		SaveFolder: "/home/desk/Handouts", Extras: map[string][]string{"colonoscopy": {"driver"}},
		Window: desk.Window{Width: 1280, Height: 720, Folded: true}, Asked: true,
	},
	facts: clinic.Facts{
		Format: 1, Name: "Riverside Spine Clinic", Address: "12 Main Street, Springfield, IL 62701",
		Phones: clinic.Phones{Day: "(217) 555-0142", AnyHour: "(217) 555-0199"}, Paper: "a4", TopFree: 90, Arrive: 15,
		Doctors: []clinic.Doctor{{ID: "ruiz", Name: "Dr. Ana Ruiz"}},
		Places:  []clinic.Place{{ID: "main", Name: "Main Street", Address: "12 Main Street", Phone: "(217) 555-0142", Directions: "Suite 4, second floor", Arrive: 20}},
		Idle:    5, Unreviewed: "refuse",
		Billers: []clinic.Biller{{Kind: content.Doctor, Name: "Riverside Spine Clinic", NPI: "1234567893", TIN: "12-3456789", State: "IL"}},
	},
	answers: clinic.Answers{
		Format: 1, Clinic: map[string]string{"drive-wait": "24 hours"}, Places: map[string]map[string]string{"main": {"drive-wait": "12 hours"}},
	},
	schedules: clinic.Schedules{
		Format: 1, Columns: map[string]string{"appt dt": "date"}, Doctors: map[string]string{"ruiz a": "ruiz"},
		Types: []clinic.AppointmentType{{Name: "sij inj r", Procedure: "si-joint-injection", Side: content.Right}},
		Parts: &clinic.PartDays{Preparation: 2, Aftercare: 1},
	},
	signOff: clinic.SignOff{
		Procedure: "colonoscopy", Language: "en", Who: "Dr. Ana Ruiz", Role: "physician",
		Date: civil.Date{Year: 2026, Month: 11, Day: 27}, Next: civil.Date{Year: 2027, Month: 11, Day: 27},
	},
	prices: prices.List{{
		Code: "27096", Setting: content.Office, Bill: content.Doctor, Payer: "Medicare",
		Allowed: cost.Exactly(167_84), From: civil.Date{Year: 2026, Month: 1, Day: 1}, Source: "fee schedule",
	}},
	summary: "A shot into the joint between your spine and your hip, as our clinic gives it.",
	draft:   "A shot into the joint between your spine and your hip, in words that are not ready yet.",
}

// keepFiles writes what is kept into a folder: the desk's files into desk, the clinic's
// into clinic.
func keepFiles(t *testing.T, folder string) {
	t.Helper()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	files, at := store.OS{}, placesIn(folder)
	check(desk.Save(files, at, kept.desk))
	c := clinic.Open(files, filepath.Join(folder, "clinic"))
	c, err := c.SaveFacts(files, kept.facts)
	check(err)
	c, err = c.SaveAnswers(files, kept.answers)
	check(err)
	c, err = c.SaveSchedules(files, kept.schedules)
	check(err)
	check(prices.Save(files, c, nil, kept.prices))

	l := library.Open(c.Folder, "")
	approved, _, err := l.Book(kept.signOff.Procedure)
	check(err)
	check(history.Keep(files, c.Folder, &approved.Procedure, approved.Words["en"]))
	signed := kept.signOff
	signed.Fingerprint, signed.Version = content.Fingerprint(&approved.Procedure, approved.Words["en"]), approved.Words["en"].Version
	c, err = c.SaveSignOff(files, signed)
	check(err)

	own, _, err := l.Book("si-joint-injection")
	check(err)
	w := author.Begin(author.EditionOf(own))
	w.Change("", author.WithText(w.Now(), "en", "summary", kept.summary))
	check(author.Save(files, c, w))
	own, _, err = library.Open(c.Folder, "").Book("si-joint-injection")
	check(err)
	w = author.Begin(author.EditionOf(own))
	w.Change("", author.WithText(w.Now(), "en", "summary", kept.draft))
	check(author.Drafts{Files: files, Folder: at.Drafts()}.Keep(w.Base(), w.Now()))
}

func placesIn(folder string) desk.Places {
	at := filepath.Join(folder, "desk")
	return desk.Places{Config: at, State: at, Cache: filepath.Join(at, "cache")}
}

// TestKept opens what every version wrote: nothing is lost, nothing complained of, what
// was approved still is, and saved anew it is read again.
func TestKept(t *testing.T) {
	const all = "testdata/kept"
	if *keep != "" {
		folder := filepath.Join(all, *keep)
		if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
			t.Fatalf("%s is there already: what a version wrote is never written again", folder)
		}
		keepFiles(t, folder)
	}
	versions, err := os.ReadDir(all)
	if err != nil || len(versions) == 0 {
		t.Fatalf("no version has files here: %v", err)
	}
	for _, version := range versions {
		t.Run(version.Name(), func(t *testing.T) {
			folder := t.TempDir()
			if err := os.CopyFS(folder, os.DirFS(filepath.Join(all, version.Name()))); err != nil {
				t.Fatal(err)
			}
			isKept(t, folder)
			files := store.OS{}
			c := clinic.Open(files, filepath.Join(folder, "clinic"))
			if _, err := c.SaveFacts(files, c.Facts); err != nil {
				t.Error(err)
			}
			if err := desk.Save(files, placesIn(folder), kept.desk); err != nil {
				t.Error(err)
			}
			isKept(t, folder)
		})
	}
}

// isKept reads everything in a folder and compares it.
func isKept(t *testing.T, folder string) {
	t.Helper()
	same := func(what string, got, want any) {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n\tgot  %+v\n\twant %+v", what, got, want)
		}
	}
	files, at := store.OS{}, placesIn(folder)
	d, notice, write := desk.Open(files, at.File())
	same("desk.yaml", d, kept.desk)
	if notice.English != "" || !write {
		t.Errorf("desk.yaml: %q, to be written: %t", notice, write)
	}
	c := clinic.Open(files, filepath.Join(folder, "clinic"))
	if len(c.Notices) > 0 {
		t.Errorf("the clinic: %q", c.Notices)
	}
	same("clinic.yaml", c.Facts, kept.facts)
	same("answers.yaml", c.Answers, kept.answers)
	same("schedules.yaml", c.Schedules, kept.schedules)
	list, told, err := prices.Open(files, c.Folder)
	same("prices.csv", list, kept.prices)
	if told != "" || err != nil {
		t.Errorf("prices.csv: %q, %v", told, err)
	}

	if len(c.SignOffs.List) != 1 {
		t.Fatalf("signoffs.yaml: %+v", c.SignOffs)
	}
	signed := c.SignOffs.List[0]
	edition, err := history.Of(files, c.Folder, signed)
	if err != nil {
		t.Errorf("the words that were approved: %v", err)
	}
	same("the fingerprint of the words that were approved", content.Fingerprint(&edition.Procedure, &edition.Words), signed.Fingerprint)
	signed.Fingerprint, signed.Version = "", 0
	same("signoffs.yaml", signed, kept.signOff)

	l := library.Open(c.Folder, "")
	own, complaints, err := l.Book("si-joint-injection")
	if err != nil || len(complaints) > 0 || own.Shipped {
		t.Fatalf("the clinic's own procedure: %v, %v", err, complaints)
	}
	same("the clinic's own words", own.Words["en"].Summary, kept.summary)
	if !slices.ContainsFunc(l.Entries(), func(e find.Entry) bool { return e.ID == "colonoscopy" }) {
		t.Error("what ships is gone beside the clinic's own")
	}
	work, err := author.Drafts{Files: files, Folder: at.Drafts()}.Open("si-joint-injection")
	if err != nil {
		t.Fatalf("the draft: %v", err)
	}
	same("the draft", work.Now().Words["en"].Summary, kept.draft)
	same("what the draft began with", work.Base().Words["en"].Summary, kept.summary)
}
