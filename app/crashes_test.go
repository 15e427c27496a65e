package app_test

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/cost"
	"deskleaf/app/cost/prices"
	"deskleaf/app/desk"
	"deskleaf/app/history"
	"deskleaf/app/share"
	"deskleaf/app/store"
	"deskleaf/app/store/storetest"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/library"
)

// The folders of the disk that records.
var (
	clinicAt = filepath.FromSlash("/clinic")
	placesAt = desk.Places{Config: filepath.FromSlash("/desk"), State: filepath.FromSlash("/desk")}
)

// A save is something that somebody saves: what is done to the files, from a state that
// has what before made.
type save struct {
	name   string
	before func(saver)
	do     func(saver) error
	// read is what whoever opens the files finds, told apart from other states.
	read func(saver) any
}

// A saver is the files, with the clinic as it is read from them.
type saver struct {
	files store.FS
	clinic.Clinic
}

// must is for what has to work before the save in question.
func must(_ clinic.Clinic, err error) {
	if err != nil {
		panic(err)
	}
}

// theClinic is all that the clinic's folder says, and what was wrong with it.
func theClinic(s saver) any {
	c := s.Clinic
	list, notice, err := prices.Open(s.files, c.Folder)
	return []any{c.Facts, c.Answers, c.SignOffs, c.Schedules, c.CodeChecks, c.Latch, string(c.Logo), c.Notices, list, notice, fmt.Sprint(err)}
}

var (
	drive   = content.Blank{ID: "drive-wait", Type: content.DurationBlank, Scopes: content.Scopes}
	signed  = kept.signOff
	reviews = clinic.Request{Procedure: "colonoscopy", Language: "en", Fingerprint: "f", Who: "Ana", Date: kept.signOff.Date}
	checked = clinic.CodeCheck{Procedure: "colonoscopy", Code: "45378", Fingerprint: "f", Who: "Ana", Date: kept.signOff.Date, Against: "CMS"}
	twin    = share.Twin{Path: "answers (1).yaml", Of: "answers.yaml"}
)

func init() { signed.Fingerprint = "f" }

// answers are the clinic's with one more.
func answers(s saver, answer string) clinic.Answers {
	a, err := s.Answers.With(drive, content.ClinicScope, nil, "en", answer)
	if err != nil {
		panic(err)
	}
	return a
}

// costs are a list with a price for a code.
func costs(cents cost.Cents) prices.List {
	list := slices.Clone(kept.prices)
	list[0].Allowed = cost.Exactly(cents)
	return list
}

// saves are all that can be saved but the words of procedures, whose saves are held to
// the same beside them.
var saves = []save{
	{name: "the first facts", do: func(s saver) error { _, err := s.SaveFacts(s.files, kept.facts); return err }},
	{name: "facts", before: func(s saver) { must(s.SaveFacts(s.files, clinic.Facts{Name: "Maple"})) },
		do: func(s saver) error { _, err := s.ChangeFacts(s.files, s.Facts, kept.facts); return err }},
	{name: "the first answer", do: func(s saver) error { _, err := s.SaveAnswers(s.files, answers(s, "12 hours")); return err }},
	{name: "answers", before: func(s saver) { must(s.SaveAnswers(s.files, answers(s, "12 hours"))) },
		do: func(s saver) error { _, err := s.SaveAnswers(s.files, answers(s, "24 hours")); return err }},
	{name: "sign-offs", before: func(s saver) { must(s.SaveRequests(s.files, reviews)) },
		do: func(s saver) error { _, err := s.SaveSignOff(s.files, signed); return err }},
	{name: "requests", before: func(s saver) { must(s.SaveSignOff(s.files, signed)) },
		do: func(s saver) error { _, err := s.SaveRequests(s.files, reviews); return err }},
	{name: "schedules", before: func(s saver) {
		must(s.SaveSchedules(s.files, clinic.Schedules{Columns: map[string]string{"dt": "date"}}))
	},
		do: func(s saver) error { _, err := s.SaveSchedules(s.files, kept.schedules); return err }},
	{name: "code checks", before: func(s saver) { must(s.SaveCodeCheck(s.files, checked)) },
		do: func(s saver) error { k := checked; k.Who = "Ben"; _, err := s.SaveCodeCheck(s.files, k); return err }},
	{name: "the first passcode", do: func(s saver) error { _, err := s.SaveLatch(s.files, clinic.Latch{Passcode: "one"}); return err }},
	{name: "passcode", before: func(s saver) { must(s.SaveLatch(s.files, clinic.Latch{Passcode: "one"})) },
		do: func(s saver) error { _, err := s.SaveLatch(s.files, clinic.Latch{Passcode: "two"}); return err }},
	{name: "the first logo", before: func(s saver) { must(s.SaveFacts(s.files, kept.facts)) },
		do: func(s saver) error { _, err := s.SaveLogo(s.files, []byte("a picture")); return err }},
	{name: "logo", before: func(s saver) { must(s.SaveLogo(s.files, []byte("a picture"))) },
		do: func(s saver) error { _, err := s.SaveLogo(s.files, []byte("another")); return err }},
	{name: "no logo", before: func(s saver) { must(s.SaveLogo(s.files, []byte("a picture"))) },
		do: func(s saver) error { _, err := s.SaveLogo(s.files, nil); return err }},
	{name: "the first prices", do: func(s saver) error { return prices.Save(s.files, s.Clinic, nil, costs(100)) }},
	{name: "prices", before: func(s saver) { must(s.Clinic, prices.Save(s.files, s.Clinic, nil, costs(100))) },
		do: func(s saver) error { return prices.Save(s.files, s.Clinic, costs(100), costs(200)) }},
	{name: "prices undone", before: func(s saver) {
		must(s.Clinic, errors.Join(prices.Save(s.files, s.Clinic, nil, costs(100)), prices.Save(s.files, s.Clinic, costs(100), costs(200))))
	}, do: func(s saver) error { _, err := prices.Undo(s.files, s.Clinic, costs(200)); return err }},
	{name: "approval", before: func(s saver) { must(s.SaveRequests(s.files, reviews)) },
		do: func(s saver) error { _, err := history.Approve(s.files, s.Clinic, approval()); return err },
		read: func(s saver) any { // an approval without its words could not print them again
			printed := "nothing"
			if o, ok := s.SignOffs.Last("colonoscopy", "en"); ok {
				e, err := history.Of(s.files, s.Folder, o)
				printed = fmt.Sprint(e.Words.Title, err)
			}
			return []any{theClinic(s), printed}
		}},
	{name: "a conflict copy added", before: func(s saver) {
		must(s.SaveAnswers(s.files, answers(s, "12 hours")))
		putTwin(s)
	}, do: func(s saver) error { _, _, err := s.TakeMissing(s.files, twin); return err }, read: withTwin},
	{name: "a conflict copy put away", before: putTwin,
		do: func(s saver) error { _, err := s.PutAway(s.files, twin); return err }, read: withTwin},
	{name: "settings of the desk", before: func(s saver) { must(s.Clinic, desk.Save(s.files, placesAt, desk.Desk{Printer: "Back"})) },
		do: func(s saver) error { return desk.Save(s.files, placesAt, kept.desk) }, read: theDesk},
	{name: "the first settings of the desk", do: func(s saver) error { return desk.Save(s.files, placesAt, kept.desk) }, read: theDesk},
	{name: "draft", before: func(s saver) { must(s.Clinic, keepDraft(s, "Ours.")) },
		do: func(s saver) error { return keepDraft(s, "Better.") },
		read: func(s saver) any {
			w, err := author.Drafts{Files: s.files, Folder: placesAt.Drafts()}.Open("colonoscopy")
			if err != nil {
				return err.Error()
			}
			return w.Now().Words["en"].Summary
		}},
	{name: "draft dropped", before: func(s saver) { must(s.Clinic, keepDraft(s, "Ours.")) },
		do: func(s saver) error {
			return author.Drafts{Files: s.files, Folder: placesAt.Drafts()}.Drop("colonoscopy")
		},
		read: func(s saver) any {
			_, err := author.Drafts{Files: s.files, Folder: placesAt.Drafts()}.Open("colonoscopy")
			return err == nil
		}},
}

func shipped() change.Edition {
	book, _, err := library.Open("", "").Book("colonoscopy")
	if err != nil {
		panic(err)
	}
	return author.EditionOf(book)
}

func approval() history.Edition {
	e := shipped()
	words, s := e.Words["en"], signed
	s.Fingerprint = content.Fingerprint(&e.Facts, &words)
	return history.Edition{Procedure: e.Facts, Words: words, SignOff: s}
}

func keepDraft(s saver, summary string) error {
	base := shipped()
	return author.Drafts{Files: s.files, Folder: placesAt.Drafts()}.Keep(base, author.WithText(base, "en", "summary", summary))
}

func putTwin(s saver) {
	if err := s.files.MkdirAll(clinicAt, store.FolderPermission); err != nil {
		panic(err)
	}
	if err := store.Save(s.files, filepath.Join(clinicAt, twin.Path), []byte("clinic:\n  other: 1 hour\n")); err != nil {
		panic(err)
	}
}

// withTwin is also whether the conflict copy is still there: what it says must be in one
// of the two.
func withTwin(s saver) any {
	_, here := s.files.Stat(filepath.Join(clinicAt, twin.Path))
	_, aside := s.files.Stat(filepath.Join(clinicAt, "conflicts", twin.Path))
	if here != nil && aside != nil {
		return "the conflict copy is gone"
	}
	return theClinic(s)
}

func theDesk(s saver) any {
	d, notice, write := desk.Open(s.files, placesAt.File())
	return []any{d, notice, write}
}

// on opens what a disk holds.
func on(files store.FS) saver { return saver{files, clinic.Open(files, clinicAt)} }

// start is the disk before a save.
func (s save) start() *storetest.Recording {
	disk := storetest.NewRecording(nil)
	disk.AddFolder(clinicAt)
	disk.AddFolder(placesAt.Config)
	if s.before != nil {
		s.before(on(disk))
	}
	return disk
}

// reads is what is read of a disk after a save: the clinic, where nothing else is said.
func (s save) reads(disk saver) any {
	if s.read == nil {
		return theClinic(disk)
	}
	return s.read(disk)
}

// TestEverySaveStopsAnywhere holds that wherever the machine stops while something is
// saved, whoever reads it finds the old or the new, whole and without a complaint, and
// both are to be found somewhere. (That the first of something is an empty one for a
// moment is nothing to tell.)
func TestEverySaveStopsAnywhere(t *testing.T) {
	for _, test := range saves {
		t.Run(test.name, func(t *testing.T) {
			start := test.start()
			disk := storetest.NewRecording(start.Files())
			disk.AddFolder(clinicAt)
			old := test.reads(on(storetest.NewRecording(start.Files())))
			if err := test.do(on(disk)); err != nil {
				t.Fatal(err)
			}
			now := test.reads(on(storetest.NewRecording(disk.Files())))
			if reflect.DeepEqual(old, now) && !strings.HasPrefix(test.name, "a conflict copy put") {
				t.Fatal("saving changes nothing")
			}
			seen := map[string]bool{}
			foundOld, foundNew := false, false
			for _, crash := range disk.Crashes() {
				key := fmt.Sprint(crash.Files)
				if seen[key] {
					continue
				}
				seen[key] = true
				got := test.reads(on(storetest.NewRecording(maps.Clone(crash.Files))))
				foundOld, foundNew = foundOld || reflect.DeepEqual(got, old), foundNew || reflect.DeepEqual(got, now)
				if !reflect.DeepEqual(got, old) && !reflect.DeepEqual(got, now) {
					t.Fatalf("after %d operations, %s, it is neither old nor new:\n%v\nold %v\nnew %v\n%s", crash.After, crash.How, got, old, now, disk.Script())
				}
			}
			if !foundOld || !foundNew {
				t.Errorf("found old: %t, new: %t", foundOld, foundNew)
			}
			for path := range disk.Files() {
				if strings.Contains(path, "saving") {
					t.Errorf("saving leaves %s behind", path)
				}
			}
		})
	}
}

// TestEverySaveThatFails holds that where the disk fails at any moment of a save, it is
// said, and what was there before is there.
func TestEverySaveThatFails(t *testing.T) {
	for _, test := range saves {
		t.Run(test.name, func(t *testing.T) {
			start := test.start()
			old := test.reads(on(storetest.NewRecording(start.Files())))
			full := errors.New("no space left on device")
			for fail, failed := 0, true; failed; fail++ {
				disk := storetest.NewRecording(start.Files())
				disk.AddFolder(clinicAt)
				disk.AddFolder(placesAt.Config)
				s, n := on(disk), 0
				failed = false
				disk.Fail = func(o storetest.Operation) error {
					if o.Do == "read" || o.Do == "close" {
						return nil
					}
					if n++; n > fail {
						failed = true
						return full
					}
					return nil
				}
				err := test.do(s)
				got := test.reads(on(storetest.NewRecording(disk.Files())))
				switch {
				case !failed:
				case err == nil && reflect.DeepEqual(got, old) && !strings.HasPrefix(test.name, "a conflict copy"):
					t.Errorf("failing from operation %d on, nothing is said, and it is the old one\n%s", fail, disk.Script())
				case err != nil && !reflect.DeepEqual(got, old) && !strings.Contains(err.Error(), "may not outlast a power failure") && test.name != "the first logo" && test.name != "logo" && !strings.HasPrefix(test.name, "a conflict copy"):
					t.Errorf("failing from operation %d on, it is said to have failed, %v, and is\n%v, not\n%v\n%s", fail, err, got, old, disk.Script())
				}
			}
		})
	}
}

// patient is longer than any folder of a test takes to answer.
const patient = time.Minute

// TestNothingOfANewerProgramIsWrittenOver holds that every file of a newer Deskleaf stays as
// it is, to the letter, whatever is saved, and that it is said.
func TestNothingOfANewerProgramIsWrittenOver(t *testing.T) {
	const newer = "format: 99\nhover_boards: 3\n"
	for _, test := range saves {
		file := map[string]string{
			"facts": "clinic.yaml", "logo": "clinic.yaml", "answers": "answers.yaml", "sign-offs": "signoffs.yaml", "requests": "signoffs.yaml", "approval": "signoffs.yaml",
			"schedules": "schedules.yaml", "code checks": "codes.yaml", "passcode": "latch.yaml", "a conflict copy added": "answers.yaml",
		}[test.name]
		if file == "" {
			continue
		}
		t.Run(test.name, func(t *testing.T) {
			disk := storetest.NewRecording(nil)
			disk.AddFolder(clinicAt)
			test.before(on(disk))
			s := on(disk) // as this desk read it, before the newer one wrote
			if err := store.Save(disk, filepath.Join(clinicAt, file), []byte(newer)); err != nil {
				t.Fatal(err)
			}
			for _, s := range []saver{s, on(disk)} {
				err := test.do(s)
				if err == nil || test.name != "logo" && !strings.Contains(err.Error(), file) {
					t.Errorf("it says %v", err)
				}
			}
			if data, err := disk.ReadFile(filepath.Join(clinicAt, file)); string(data) != newer || err != nil {
				t.Errorf("the newer file is %q, %v", data, err)
			}
			if c := clinic.Open(disk, clinicAt); len(c.Notices) == 0 || !c.Locked() {
				t.Error("whoever opens it is not told")
			}
		})
	}
}

// TestADraftOfANewerProgramStays holds the same for words that somebody has not saved yet.
func TestADraftOfANewerProgramStays(t *testing.T) {
	disk := storetest.NewRecording(nil)
	drafts := author.Drafts{Files: disk, Folder: placesAt.Drafts()}
	if err := keepDraft(on(disk), "Ours."); err != nil {
		t.Fatal(err)
	}
	names, err := disk.ReadDir(drafts.Folder)
	if err != nil || len(names) != 1 {
		t.Fatal(names, err)
	}
	at, newer := filepath.Join(drafts.Folder, names[0].Name()), `{"Format": 99, "Hovers": true}`
	if err := store.Save(disk, at, []byte(newer)); err != nil {
		t.Fatal(err)
	}
	if err := keepDraft(on(disk), "Better."); !errors.Is(err, author.ErrNewerDraft) {
		t.Errorf("keeping says %v", err)
	}
	if _, err := drafts.Open("colonoscopy"); !errors.Is(err, author.ErrNewerDraft) {
		t.Errorf("opening says %v", err)
	}
	if err := drafts.Drop("colonoscopy"); err != nil {
		t.Error(err)
	}
	if data, err := disk.ReadFile(at); string(data) != newer || err != nil {
		t.Errorf("the draft is %q, %v", data, err)
	}
}
