package library

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deskleaf/assets/goldentest"
)

func TestWhatShipsHasNoMistakes(t *testing.T) {
	for _, c := range Check(".") {
		t.Error(c)
	}
}

// TestCheck holds what the writer of a procedure is told to a golden file: every
// mistake at once, with its place, the line, a caret and a hint.
func TestCheck(t *testing.T) {
	c := newClinic(t)
	c.add("good", "Good")
	c.write("toe-injection", "procedure.yaml", strings.NewReplacer("icon: eat", "icon: unicorn", "category: joints", "category: joint",
		"visit day", "until {eating-plan} after", "box: call", "box: phone").Replace(smallProcedure("toe-injection")))
	c.write("toe-injection", "en.yaml", strings.NewReplacer("title: Toe", "titel: Toe", "{eating-plan}", "{food}", "**Follow", "Follow").Replace(smallWords("Toe injection")))
	c.write("toe-injection", "es.yaml", "format: 1\nlanguage: es\ntitle: Rodilla\nshort: Rodilla\nnoun: Inyección\nsummary: Una inyección.\n")
	c.write("toe-injection", "en.yml", "")
	c.write("toe-injection", "english.yaml", "")
	if err := os.WriteFile(filepath.Join(c.folder, "procedures", "blanks.yaml"), []byte("blanks:\n  - id: x\n    type: number\n    scopes: [clinic, desk]\n    question: \n      en: How many?\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	got := filepath.ToSlash(strings.ReplaceAll(Check(c.folder).Error()+"\n", c.folder, "CLINIC"))
	goldentest.Hold(t, "testdata/check.golden", got)

	// Each file by itself gives its own part of the same.
	parts := 0
	for _, name := range []string{"good/procedure.yaml", "good/en.yaml", "toe-injection/procedure.yaml", "toe-injection/en.yaml", "toe-injection/es.yaml"} {
		parts += len(Check(filepath.Join(c.folder, "procedures", filepath.FromSlash(name))))
	}
	blanks := len(Check(filepath.Join(c.folder, "procedures", "blanks.yaml")))
	if all := len(Check(c.folder)); parts == 0 || blanks == 0 || parts+blanks+2 != all {
		t.Errorf("%d complaints file by file, %d of blanks, 2 of names, %d together", parts, blanks, all)
	}
}

// An order about a medicine keeps the words from printing; what is merely hard to
// read does not.
func TestOrdersDoNotPrint(t *testing.T) {
	c := newClinic(t)
	c.add("toe-injection", "Toe injection")
	c.write("toe-injection", "en.yaml", strings.Replace(smallWords("Toe injection"), "**Follow", "**Take it easy, and stop blood thinners as directed. Follow", 1))
	folder := filepath.Join(c.folder, "procedures", "toe-injection")
	book, complaints := readBook(clinicPlace(folder))
	if _, prints := book.In("en"); prints || len(complaints) != 1 || len(book.Missing["en"]) != 1 {
		t.Errorf("prints %t, with %v because of %q", prints, complaints, book.Missing["en"])
	}
	errors, found := 0, Check(filepath.Join(folder, "en.yaml"))
	for _, f := range found {
		if !f.Warning {
			errors++
		}
		if line := strings.Split(smallWords(""), "\n"); f.Line > len(line) || f.Column < 10 {
			t.Errorf("points at line %d, column %d", f.Line, f.Column)
		}
	}
	if errors != 1 || len(found) != 3 {
		t.Errorf("%v: want one error and two warnings", found)
	}
}

func TestCheckOfWhatIsNoProcedure(t *testing.T) {
	empty := t.TempDir()
	other := filepath.Join(empty, "letter.txt")
	if err := os.WriteFile(other, []byte("hello"), 0o644); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(empty, "nothing"): "there is no such file or folder",
		empty:                           "there is no procedure in this folder",
		other:                           "this is no file of a procedure",
	} {
		got := Check(path)
		if len(got) != 1 || got[0].What != want || got[0].File != path {
			t.Errorf("%s: %v, want %q", path, got, want)
		}
	}
}
