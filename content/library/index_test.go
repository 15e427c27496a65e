package library

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"deskleaf/assets/goldentest"
)

func TestIndexOfWhatShipsIsCurrent(t *testing.T) {
	var rows []row
	for _, id := range shippedIDs() {
		rows = append(rows, makeRow(shippedPlace(id), nil))
	}
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(rows); err != nil {
		t.Fatal(err)
	}
	goldentest.Hold(t, "index.json", text.String())
}

// indexOf gives the rows that an index file holds, by id.
func indexOf(t *testing.T, c clinic, name string) map[string]row {
	t.Helper()
	rows := map[string]row{}
	for _, r := range readIndex(name, filepath.Join(c.folder, proceduresFolder)) {
		rows[r.ID] = r
	}
	return rows
}

func TestIndexIsMadeAgainWhereAFileChanged(t *testing.T) {
	c := newClinic(t)
	c.add("toe-injection", "Toe injection")
	c.add("hip-injection", "Hip injection")
	name := filepath.Join(t.TempDir(), "cache", "index")
	titles := func() []string {
		var list []string
		for _, e := range Open(c.folder, name).Entries() {
			if !slices.Contains(shippedIDs(), e.ID) {
				list = append(list, e.Title)
			}
		}
		return list
	}
	expect := func(what string, want ...string) {
		t.Helper()
		if got := titles(); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	expect("no index yet", "Hip injection", "Toe injection")
	if len(indexOf(t, c, name)) != 2 {
		t.Fatal("no index was written")
	}

	// The index is believed where the files are as they were: a title that stands
	// only there proves that nobody read the file.
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, bytes.ReplaceAll(data, []byte("Toe injection"), []byte("Toe from index")), 0o600); err != nil {
		t.Fatal(err)
	}
	expect("a warm index", "Hip injection", "Toe from index")

	path := c.write("toe-injection", "en.yaml", smallWords("Toe shot"))
	expect("a file of another size", "Hip injection", "Toe shot")

	c.write("toe-injection", "en.yaml", smallWords("Toe jabs"))
	if err := os.Chtimes(path, time.Time{}, time.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	expect("a file of the same size and another time", "Hip injection", "Toe jabs")

	c.write("toe-injection", "es.yaml", strings.Replace(smallWords("Rodilla"), "language: en", "language: es\npartial: true", 1))
	if titles(); !strings.Contains(strings.Join(indexOf(t, c, name)["toe-injection"].Entry.Names, " "), "Rodilla") {
		t.Error("a new language is not seen")
	}

	if err := os.RemoveAll(filepath.Join(c.folder, "procedures", "toe-injection")); err != nil {
		t.Fatal(err)
	}
	expect("a procedure that is gone", "Hip injection")
	if len(indexOf(t, c, name)) != 1 {
		t.Error("a procedure that is gone stays in the index")
	}
}

func TestComplaintsComeFromTheIndexToo(t *testing.T) {
	c := newClinic(t)
	c.add("toe-injection", "Toe injection")
	c.write("toe-injection", "procedure.yaml", smallProcedure("toe-injection")+"colour: red\n")
	name := filepath.Join(t.TempDir(), "index")
	cold, warm := Open(c.folder, name).Complaints(), Open(c.folder, name).Complaints()
	if len(cold) != 1 || cold.Error() != warm.Error() {
		t.Errorf("read anew:\n%v\nfrom the index:\n%v", cold, warm)
	}
}

func TestABadIndexIsMadeAgain(t *testing.T) {
	c := newClinic(t)
	c.add("toe-injection", "Toe injection")
	name := filepath.Join(t.TempDir(), "index")
	Open(c.folder, name).Entries()
	good, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for what, data := range map[string][]byte{
		"empty": {}, "cut": good[:len(good)/2], "no index": []byte("hello"), "another version": bytes.Replace(good, []byte(`"Version":1`), []byte(`"Version":999`), 1),
		"another folder": bytes.Replace(good, []byte(proceduresFolder), []byte("elsewhere"), 1),
	} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if got := ids(Open(c.folder, name).Entries()); !slices.Contains(got, "toe-injection") {
			t.Errorf("%s: the library lists %q", what, got)
		}
		if again, _ := os.ReadFile(name); !bytes.Equal(again, good) {
			t.Errorf("%s: the index was not made again", what)
		}
	}
	if got := ids(Open(c.folder, t.TempDir()).Entries()); !slices.Contains(got, "toe-injection") {
		t.Error("an index that cannot be written stops the library")
	}
	left, err := filepath.Glob(name + ".*")
	if err != nil || len(left) > 0 {
		t.Errorf("half an index is left behind: %q %v", left, err)
	}
}

// thousand is a clinic's folder with a thousand procedures as large as the one
// that ships, in one language.
func thousand(b *testing.B) clinic {
	b.Helper()
	c := newClinic(b)
	procedure, err := shippedPlace("si-joint-injection").read("procedure.yaml")
	if err != nil {
		b.Fatal(err)
	}
	words, err := shippedPlace("si-joint-injection").read("en.yaml")
	if err != nil {
		b.Fatal(err)
	}
	for i := range 1000 {
		id := fmt.Sprintf("procedure-%d", i)
		c.write(id, "procedure.yaml", strings.Replace(string(procedure), "id: si-joint-injection", "id: "+id, 1))
		c.write(id, "en.yaml", strings.Replace(string(words), "title: Sacro", fmt.Sprintf("title: Number %d sacro", i), 1))
	}
	return c
}

// The bound of issue 2: with a thousand procedures in the clinic's folder the
// search is ready within 150 ms of an open window.
func BenchmarkEntriesFromAWarmIndex(b *testing.B) {
	c := thousand(b)
	name := filepath.Join(b.TempDir(), "index")
	if n := len(Open(c.folder, name).Entries()); n != 1000+len(shippedIDs()) {
		b.Fatalf("%d procedures", n)
	}
	for b.Loop() {
		Open(c.folder, name).Entries()
	}
}

func BenchmarkEntriesThatShip(b *testing.B) {
	for b.Loop() {
		Open("", "").Entries()
	}
}

func BenchmarkOpenOneBook(b *testing.B) {
	Blanks()
	for b.Loop() {
		if _, _, err := Open("", "").Book("si-joint-injection"); err != nil {
			b.Fatal(err)
		}
	}
}
