package author_test

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/history"
	"deskleaf/app/store"
	"deskleaf/app/store/storetest"
	"deskleaf/content/change"
	"deskleaf/content/library"
)

const kneeID = "knee-injection"

// renamed is an edition with a title in both languages and the same number in the
// facts, so that a mixture of two editions shows.
func renamed(e change.Edition, n int) change.Edition {
	e = author.WithText(e, "en", "title", fmt.Sprintf("A shot number %d", n))
	e = author.WithText(e, "es", "title", fmt.Sprintf("Una inyección número %d", n))
	e.Facts.Minutes.Procedure.Low, e.Facts.Minutes.Procedure.High = n, n
	return e
}

// numbers are the numbers of an edition: of its English and Spanish words and its
// facts.
func numbers(e change.Edition) [3]int {
	var n [3]int
	_, _ = fmt.Sscanf(e.Words["en"].Title, "A shot number %d", &n[0])
	_, _ = fmt.Sscanf(e.Words["es"].Title, "Una inyección número %d", &n[1])
	n[2] = e.Facts.Minutes.Procedure.Low
	return n
}

// A twin is a clinic's folder on the disk, which the library reads, and the same
// files on a disk that records what is done to it.
type twin struct {
	folder, drafts string
	start          map[string]string
	*storetest.Recording
}

// newTwin has a clinic's own copy of a procedure where own says so, and a draft of
// the change that is to be saved.
func newTwin(t *testing.T, own bool) (twin, *author.Work) {
	t.Helper()
	w := twin{folder: t.TempDir(), drafts: t.TempDir()}
	c := clinic.Clinic{Folder: w.folder}
	base := author.EditionOf(book(t, kneeID))
	if own {
		work := author.Begin(base)
		work.Change("", renamed(base, 1))
		if err := author.Save(store.OS{}, c, work); err != nil {
			t.Fatal(err)
		}
		there, _, err := library.One(w.folder, kneeID)
		if err != nil {
			t.Fatal(err)
		}
		base = author.EditionOf(there)
	}
	work := author.Begin(base)
	work.Change("", renamed(base, 2))
	if err := (author.Drafts{Files: store.OS{}, Folder: w.drafts}).Keep(work.Base(), work.Now()); err != nil {
		t.Fatal(err)
	}
	w.start = onDisk(t, w.folder)
	maps.Copy(w.start, onDisk(t, w.drafts))
	w.Recording = storetest.NewRecording(w.start)
	w.AddFolder(w.folder)
	return w, work
}

// onDisk are the files below a folder, by path.
func onDisk(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		all[filepath.ToSlash(path)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// after writes the files of a clinic's folder as a crash left them, and reads the
// procedure from them, and the draft.
func (w twin) after(t *testing.T, files map[string]string) (e change.Edition, complaints string, draft *author.Work) {
	t.Helper()
	clinicFolder, drafts := t.TempDir(), t.TempDir()
	for path, data := range files {
		for from, to := range map[string]string{w.folder: clinicFolder, w.drafts: drafts} {
			rest, ok := strings.CutPrefix(path, filepath.ToSlash(from)+"/")
			if !ok {
				continue
			}
			if err := os.MkdirAll(filepath.Dir(filepath.Join(to, rest)), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(to, rest), []byte(data), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	lib := library.Open(clinicFolder, "")
	complaints = lib.Complaints().Error()
	b, _, err := lib.Book(kneeID)
	if err != nil {
		t.Fatal(err)
	}
	if one, _, err := library.One(clinicFolder, kneeID); err != nil || !reflect.DeepEqual(author.EditionOf(one), author.EditionOf(b)) {
		t.Error("read by itself the procedure is another than in the library")
	}
	draft, err = author.Drafts{Files: store.OS{}, Folder: drafts}.Open(kneeID)
	if err != nil {
		t.Fatalf("the draft is gone: %v", err)
	}
	return author.EditionOf(b), complaints, draft
}

// below are the files below a folder, as one text.
func below(files map[string]string, folder string) string {
	var all strings.Builder
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(path, filepath.ToSlash(folder)+"/") {
			fmt.Fprintf(&all, "%s\n%s\n", path, files[path])
		}
	}
	return all.String()
}

// wholeStory holds that the words of every entry of the history are there.
func (w twin) wholeStory(t *testing.T, crash storetest.Crash) {
	t.Helper()
	disk := storetest.NewRecording(crash.Files)
	story, err := history.Story(disk, w.folder, clinic.SignOffs{}, kneeID)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range story {
		if _, err := e.Edition(disk, w.folder, kneeID); err != nil {
			t.Fatalf("after %d operations, %s: the history has no words for %+v: %v", crash.After, crash.How, e, err)
		}
	}
}

// Wherever the machine stops while a procedure is saved, whoever reads it finds the
// old one or the new one, whole and without a complaint, and the draft.
func TestSavingStopsAnywhere(t *testing.T) {
	for name, own := range map[string]bool{"the first copy": false, "a change": true} {
		t.Run(name, func(t *testing.T) {
			w, work := newTwin(t, own)
			if err := author.Save(w, clinic.Clinic{Folder: w.folder}, work); err != nil {
				t.Fatal(err)
			}
			old, new := numbers(work.Base()), [3]int{2, 2, 2}
			found, seen := map[[3]int]int{}, map[string]bool{}
			for _, crash := range w.Crashes() {
				if told := below(crash.Files, w.folder+"/history"); !seen[told] {
					seen[told] = true
					w.wholeStory(t, crash)
				}
				key := below(crash.Files, w.folder+"/procedures") + below(crash.Files, w.drafts)
				if seen[key] {
					continue
				}
				seen[key] = true
				e, complaints, draft := w.after(t, crash.Files)
				got := numbers(e)
				found[got]++
				if got != old && got != new || complaints != "" {
					t.Fatalf("after %d operations, %s: the procedure is %v, with complaints %s\n%s", crash.After, crash.How, got, complaints, w.Script())
				}
				if !draft.Changed() || numbers(draft.Now()) != new {
					t.Fatalf("after %d operations, %s: the draft is %v", crash.After, crash.How, numbers(draft.Now()))
				}
			}
			if found[old] == 0 || found[new] == 0 {
				t.Errorf("of the crashes, these were found: %v", found)
			}
			if left := slices.DeleteFunc(slices.Sorted(maps.Keys(w.Files())), func(path string) bool { return !strings.Contains(path, "saving") }); len(left) > 0 {
				t.Errorf("saving leaves %q behind", left)
			}
		})
	}
}

// A save after one that a stopped machine left half done keeps what that one wrote,
// and finishes it.
func TestTheNextSaveFinishesAHalfDoneOne(t *testing.T) {
	w, work := newTwin(t, true)
	if err := author.Save(w, clinic.Clinic{Folder: w.folder}, work); err != nil {
		t.Fatal(err)
	}
	half := map[string]string{}
	for _, crash := range w.Crashes() { // the last one with the new texts beside the old files
		for path := range crash.Files {
			if strings.HasSuffix(path, "/saving.json") {
				half = crash.Files
			}
		}
	}
	folder := t.TempDir()
	for path, data := range half {
		rest, ok := strings.CutPrefix(path, filepath.ToSlash(w.folder)+"/")
		if !ok || strings.HasPrefix(rest, ".deskleaf-saving") { // as if the time had passed for which a dead desk holds the folder
			continue
		}
		if err := os.MkdirAll(filepath.Dir(filepath.Join(folder, rest)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, rest), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	there, _, err := library.One(folder, kneeID)
	if err != nil {
		t.Fatal(err)
	}
	next := author.Begin(author.EditionOf(there))
	next.Change("", author.WithText(next.Now(), "en", "title", "A shot number 3"))
	if err := author.Save(store.OS{}, clinic.Clinic{Folder: folder}, next); err != nil {
		t.Fatal(err)
	}
	if there, _, err = library.One(folder, kneeID); err != nil || numbers(author.EditionOf(there)) != [3]int{3, 2, 2} {
		t.Errorf("it reads %v: %v", numbers(author.EditionOf(there)), err)
	}
	if _, err := os.Stat(filepath.Join(folder, "procedures", kneeID, "saving.json")); err == nil {
		t.Error("the half done save still is")
	}
}

// Whatever fails while a procedure is saved, it is said, and the old one, the draft and
// the work are as they were. What fails once the new one is in effect is no failure.
func TestSavingThatFails(t *testing.T) {
	w, work := newTwin(t, true)
	if err := author.Save(w, clinic.Clinic{Folder: w.folder}, work); err != nil {
		t.Fatal(err)
	}
	steps := len(w.Operations())
	for fail := range steps {
		w.Recording = storetest.NewRecording(w.start)
		n := 0
		full := errors.New("no space left on device")
		w.Fail = func(o storetest.Operation) error {
			if o.Do == "read" {
				return nil
			}
			if n++; n > fail && o.Do != "remove" && o.Do != "close" {
				return full
			}
			return nil
		}
		err := author.Save(w, clinic.Clinic{Folder: w.folder}, work)
		e, complaints, draft := w.after(t, w.Files())
		old, new := numbers(work.Base()), [3]int{2, 2, 2}
		switch got := numbers(e); {
		case complaints != "" || !draft.Changed() || numbers(work.Now()) != new:
			t.Errorf("failing from operation %d on: complaints %s, the draft %v", fail, complaints, numbers(draft.Now()))
		case err == nil && got != new:
			t.Errorf("failing from operation %d on: it is said to be saved, and is %v", fail, got)
		case err != nil && got != old && !strings.Contains(err.Error(), "may not outlast a power failure"):
			t.Errorf("failing from operation %d on: it is said to have failed, %v, and is %v", fail, err, got)
		}
	}
}
