package history_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"deskleaf/app/clinic"
	"deskleaf/app/history"
	"deskleaf/app/store"
	"deskleaf/app/store/storetest"
	"deskleaf/content"
	"deskleaf/content/library"
)

// approved keeps the English words of what ships and gives their sign-offs.
func approved(t *testing.T, folder string, ids ...string) clinic.SignOffs {
	t.Helper()
	var signed clinic.SignOffs
	for _, id := range ids {
		book, _, err := library.Open("", "").Book(id)
		if err != nil {
			t.Fatal(err)
		}
		if err := history.Keep(store.OS{}, folder, &book.Procedure, book.Words["en"]); err != nil {
			t.Fatal(err)
		}
		signed.List = append(signed.List, clinic.SignOff{
			Procedure: id, Language: "en", Fingerprint: content.Fingerprint(&book.Procedure, book.Words["en"]), Who: "Dr. Ana Ruiz", Role: "physician",
		})
	}
	return signed
}

func TestWhatWasApprovedComesBackWhole(t *testing.T) {
	folder := t.TempDir()
	for _, entry := range library.Open("", "").Entries() {
		signed := approved(t, folder, entry.ID)
		book, _, _ := library.Open("", "").Book(entry.ID)
		e, err := history.Of(store.OS{}, folder, signed.List[0])
		if err != nil || !reflect.DeepEqual(e.Procedure, book.Procedure) || !reflect.DeepEqual(&e.Words, book.Words["en"]) {
			t.Errorf("%s: the kept words are others: %v", entry.ID, err)
		}
		if len(e.Since(&book.Procedure, book.Words["en"])) != 0 {
			t.Errorf("%s: the same words count as changed", entry.ID)
		}
	}
}

func TestKeptWordsThatSomebodyChangedAreNotTakenForApproved(t *testing.T) {
	folder := t.TempDir()
	signed := approved(t, folder, "si-joint-injection", "colonoscopy")
	name := filepath.Join(folder, "history", "si-joint-injection", "en-"+signed.List[0].Fingerprint[:16], "en.yaml")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(strings.Replace(string(data), "20 minutes", "200 minutes", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := history.Of(store.OS{}, folder, signed.List[0]); !errors.Is(err, history.ErrChanged) {
		t.Errorf("reading it gives %v", err)
	}
	if all := history.All(store.OS{}, folder, signed); len(all) != 1 || all[0].Procedure.ID != "colonoscopy" {
		t.Errorf("all kept editions are %d", len(all))
	}
}

func TestAnEditionOfAnOlderProgramWasNotKept(t *testing.T) {
	_, err := history.Of(store.OS{}, t.TempDir(), clinic.SignOff{Procedure: "a", Language: "en", Fingerprint: "00"})
	if !history.Missing(err) {
		t.Errorf("reading it gives %v", err)
	}
}

func TestTheLastApprovedIsFound(t *testing.T) {
	folder := t.TempDir()
	signed := approved(t, folder, "si-joint-injection", "colonoscopy")
	if e, ok := history.Last(store.OS{}, folder, signed, "si-joint-injection", "en"); !ok || e.SignOff.Who != "Dr. Ana Ruiz" {
		t.Error("the last approved words were not found")
	}
	if _, ok := history.Last(store.OS{}, folder, signed, "si-joint-injection", "es"); ok {
		t.Error("words count as approved in a language in which nobody approved any")
	}
}

// A full disk or a pulled plug leaves an edition whole or tells that it is not kept.
func TestKeepingFailsInTheOpen(t *testing.T) {
	book, _, err := library.Open("", "").Book("si-joint-injection")
	if err != nil {
		t.Fatal(err)
	}
	disk := storetest.NewRecording(nil)
	disk.AddFolder("/clinic")
	disk.Fail = func(o storetest.Operation) error {
		if o.Do == "write" {
			return errors.New("no space left on device")
		}
		return nil
	}
	if err := history.Keep(disk, "/clinic", &book.Procedure, book.Words["en"]); err == nil {
		t.Error("a full disk was not told")
	}
}
