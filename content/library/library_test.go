package library

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"deskleaf/content/find"
)

// a clinic is a folder with procedures of its own, made for a test.
type clinic struct {
	t      testing.TB
	folder string
}

func newClinic(t testing.TB) clinic { return clinic{t, t.TempDir()} }

// write puts a file into a procedure's folder and gives its path.
func (c clinic) write(id, name, text string) string {
	c.t.Helper()
	path := filepath.Join(c.folder, proceduresFolder, id, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		c.t.Fatal(err)
	}
	return path
}

// add writes a small whole procedure.
func (c clinic) add(id, title string) {
	c.write(id, "procedure.yaml", smallProcedure(id))
	c.write(id, "en.yaml", smallWords(title))
}

func smallProcedure(id string) string {
	return `format: 1
id: ` + id + `
version: 1
category: joints
steps:
  - {id: eat, part: preparation, essential: true, when: "visit day", icon: eat}
signs:
  - {id: fever, box: call, essential: true}
codes:
  - {system: CPT, number: "20600", status: current}
sources:
  - {id: own, title: This clinic}
`
}

func smallWords(title string) string {
	return `format: 1
language: en
title: ` + title + `
short: ` + title + `
noun: Injection
summary: A shot into a joint.
handout:
  preparation: {title: Get ready}
  aftercare: {title: After your shot}
steps:
  eat: {text: "**Follow your eating plan:** {eating-plan}"}
signs:
  fever: a fever
codes:
  "20600": The doctor's bill.
`
}

func ids(entries []find.Entry) []string {
	var list []string
	for _, e := range entries {
		list = append(list, e.ID)
	}
	return list
}

func TestWhatShipsIsThereWithoutAClinic(t *testing.T) {
	lib := Open("", "")
	if got := ids(lib.Entries()); !slices.Equal(got, shippedIDs()) {
		t.Errorf("the library lists %q, and the folders that ship are %q", got, shippedIDs())
	}
	for _, id := range shippedIDs() {
		book, complaints, err := lib.Book(id)
		if err != nil || len(complaints) > 0 {
			t.Errorf("%s: %v %v", id, err, complaints)
			continue
		}
		if _, ok := book.In("en"); !ok || !book.Shipped {
			t.Errorf("%s: English is missing %q", id, book.Missing["en"])
		}
	}
}

func TestUnknownProcedure(t *testing.T) {
	for _, id := range []string{"", "no-such", "../library/si-joint-injection", ".."} {
		if _, _, err := Open("", "").Book(id); !errors.Is(err, ErrUnknown) {
			t.Errorf("%q: %v, want %v", id, err, ErrUnknown)
		}
	}
}

// The queries of people who do not know the right words, or spell them wrong.
func TestPeopleFindWhatShips(t *testing.T) {
	index := find.New(Open("", "").Entries())
	for id, queries := range map[string][]string{
		"si-joint-injection": {"20957", "27096", "G0260", "SI injection", "sacroilliac", "low back shot", "tailbone shot",
			"si jo", "cortisone shot in the tailbone joint", "infiltración sacroilíaca", "inyección en la cadera y espalda baja", "inyeccion rabadilla"},
		"colonoscopy": {"colon scope", "45378", "G0121", "45385", "colonoscopia", "colonoscopía", "colonascopy", "colon ch", "camera up the back",
			"the prep test", "bowel scope", "examen del colon", "blood in stool"},
		"abdominal-ultrasound": {"belly ultrasound", "sonogram", "ultrasonido", "ultrasonido de la vesícula", "76700", "76705", "ultra sound",
			"abdominal sono", "gallbladder", "liver ultrasound", "ecografia", "sonagram", "belly ul"},
		"lumbar-epidural-steroid-injection": {"epidural", "ESI", "epideral", "sciatica", "62323", "62321", "inyeccion epidural", "ciatica", "nerve block for sciatica"},
		"lumbar-radiofrequency-ablation":    {"RFA", "nerve burning", "oblation", "rizotomy", "64635", "64633", "radiofrecuencia", "quemar los nervios"},
		"carpal-tunnel-release":             {"carpel tunnel", "CTR", "wrist nerve surgery", "64721", "29848", "64719", "tunel carpiano", "operación de la mano"},
		"knee-arthroscopy":                  {"knee scope", "meniscus", "menisectomy", "arthoscopy", "29881", "G0289", "artroscopia", "menisco"},
		"lumbar-facet-injection":            {"facet", "MBB", "medial brunch block", "64493", "64490", "bloqueo facetario", "test block for nerve burning"},
		"shoulder-injection":                {"shoulder shot", "cortisone shot in the shoulder", "frozen sholder", "bersitis shot", "rotator cuff", "hombro congelado", "20605"},
		"trigger-point-injection":           {"TPI", "muscle knot", "tigger point", "knot shot", "20552", "20553", "punto gatillo", "nudo muscular"},
		"knee-injection":                    {"knee shot", "cortisone shot in the knee", "coritsone knee", "nee shot", "water on the knee", "cortisona en la rodilla", "infiltracion de rodilla"},
	} {
		for _, query := range queries {
			got := index.Search(query, 5)
			if len(got.Matches) == 0 || got.Matches[0].Entry.ID != id {
				t.Errorf("%q finds %v first, want %s", query, got.Matches, id)
			}
		}
	}
}

// Handing out the sheet of a test that sounds alike harms a patient.
func TestNamesThatSoundAlikeDoNotLeadHere(t *testing.T) {
	index := find.New(Open("", "").Entries())
	for _, query := range []string{"colposcopy", "cystoscopy", "colostomy", "colposcopia", "cistoscopia", "colpos", "cystos"} {
		for _, m := range index.Search(query, 5).Matches {
			if m.Entry.ID == "colonoscopy" {
				t.Errorf("%q finds the colonoscopy", query)
			}
		}
	}
	for _, query := range []string{"gel shot", "dry needling"} { // another medicine in the same knee, no medicine in the same muscle
		if got := index.Search(query, 5).Matches; len(got) > 0 {
			t.Errorf("%q finds %v", query, got)
		}
	}
}

func TestByCode(t *testing.T) {
	c := newClinic(t)
	c.add("toe-injection", "Toe injection")
	c.add("finger-injection", "Finger injection")
	c.write("finger-injection", "procedure.yaml", strings.Replace(smallProcedure("finger-injection"), "status: current", "status: current, primary: true", 1))
	lib := Open(c.folder, "")

	disputed := lib.ByCode("20957")
	if len(disputed) != 1 || disputed[0].Entry.ID != "si-joint-injection" || disputed[0].Code.Status != "disputed" || !slices.Equal(disputed[0].Instead, []string{"27096", "G0260"}) {
		t.Errorf("a disputed code gives %+v", disputed)
	}
	if right := lib.ByCode(" g0260 "); len(right) != 1 || right[0].Code.Status != "current" || right[0].Instead != nil {
		t.Errorf("a code in small letters gives %+v", right)
	}
	shared := lib.ByCode("20600")
	if len(shared) != 2 || shared[0].Entry.ID != "finger-injection" || shared[1].Entry.ID != "toe-injection" {
		t.Errorf("a shared code gives %+v, want first the procedure that it means", shared)
	}
	if none := lib.ByCode("99999"); none != nil {
		t.Errorf("an unknown code gives %+v", none)
	}
}

func TestClinicsOwnStandsInForTheShippedOne(t *testing.T) {
	c := newClinic(t)
	c.add("si-joint-injection", "Our SI shot")
	lib := Open(c.folder, "")
	book, complaints, err := lib.Book("si-joint-injection")
	if err != nil || len(complaints) > 0 {
		t.Fatal(err, complaints)
	}
	if words, ok := book.In("en"); !ok || words.Title != "Our SI shot" || book.Shipped || book.Folder != filepath.Join(c.folder, "procedures", "si-joint-injection") {
		t.Errorf("the book is %+v with %q missing", book, book.Missing)
	}
	if matches := lib.ByCode("27096"); matches != nil {
		t.Errorf("the shipped one is still found by code: %+v", matches)
	}
	if got := ids(lib.Entries()); !slices.Equal(got, shippedIDs()) {
		t.Errorf("the library lists %q", got)
	}
}

func TestEditionsHaveTheShippedOneToo(t *testing.T) {
	c := newClinic(t)
	c.add("si-joint-injection", "Our SI shot")
	var folders []string
	for _, b := range Open(c.folder, "").Editions() {
		if b.Procedure.ID == "si-joint-injection" {
			folders = append(folders, b.Folder)
		}
	}
	if len(folders) != 2 || folders[0] == folders[1] {
		t.Errorf("the editions of the SI joint are in %q", folders)
	}
}

func TestABrokenOneIsReportedAndTheRestLoads(t *testing.T) {
	c := newClinic(t)
	c.add("toe-injection", "Toe injection")
	broken := c.write("finger-injection", "procedure.yaml", "id: finger-injection\nversion: [\n")
	c.write("finger-injection", "en.yaml", smallWords("Finger injection"))
	c.write("hip-injection", "en.yaml", smallWords("Hip injection"))
	c.write("si-joint-injection", "procedure.yaml", "\x00\x01")
	lib := Open(c.folder, "")

	got := ids(lib.Entries())
	if !slices.Contains(got, "toe-injection") || !slices.Contains(got, "si-joint-injection") || slices.Contains(got, "hip-injection") {
		t.Errorf("the library lists %q", got)
	}
	if book, _, err := lib.Book("si-joint-injection"); err != nil || !book.Shipped {
		t.Errorf("instead of a broken file the shipped one is read; got %+v, %v", book, err)
	}
	told := lib.Complaints().Error()
	for _, want := range []string{broken + ":", "until it is put right, the one that came with Deskleaf stands in its place",
		filepath.Join("hip-injection", "procedure.yaml") + ":1:1: this file is missing"} {
		if !strings.Contains(told, want) {
			t.Errorf("the complaints do not say %q:\n%s", want, told)
		}
	}
}

// A procedure with a mistake can be looked at and does not print: what the
// mistake swallowed might be the line that matters.
func TestAMistakeKeepsAProcedureFromPrinting(t *testing.T) {
	cases := []struct {
		name, file, old, new, why string
		prints                    bool
	}{
		{"a key that nobody knows", "procedure.yaml", "essential: true", "esential: true", `unknown key "esential"`, false},
		{"an unknown timing", "procedure.yaml", `when: "visit day"`, `when: "some day"`, "some day", false},
		{"an unknown icon", "procedure.yaml", "icon: eat", "icon: unicorn", `there is no icon "unicorn"`, true},
		{"an unknown blank", "en.yaml", "{eating-plan}", "{eating-plam}", `there is no blank "eating-plam"`, false},
		{"words for a step that is not there", "en.yaml", "  eat:", "  eats:", `the procedure has no "eats" here`, false},
		{"a name that is not the folder's", "procedure.yaml", "id: toe-injection", "id: toe-shot", `the id is "toe-shot"`, false},
		{"a language that is not the file's", "en.yaml", "language: en", "language: es", `the language is "es"`, false},
		{"a newer program's file", "en.yaml", "format: 1", "format: 99", "newer Deskleaf", false},
	}
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			c := newClinic(t)
			c.add("toe-injection", "Toe injection")
			text := map[string]string{"procedure.yaml": smallProcedure("toe-injection"), "en.yaml": smallWords("Toe injection")}[tt.file]
			if !strings.Contains(text, tt.old) {
				t.Fatalf("the sample has no %q", tt.old)
			}
			c.write("toe-injection", tt.file, strings.Replace(text, tt.old, tt.new, 1))
			lib := Open(c.folder, "")
			if told := lib.Complaints().Error(); !strings.Contains(told, tt.why) {
				t.Errorf("the complaints do not say %q:\n%s", tt.why, told)
			}
			book, _, err := lib.Book("toe-injection")
			if tt.file == "en.yaml" && strings.Contains(tt.new, "99") {
				if !errors.Is(err, ErrUnknown) {
					t.Errorf("a file of a newer program was read: %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if _, ok := book.In("en"); ok != tt.prints {
				t.Errorf("it prints: %v, want %v; missing %q", ok, tt.prints, book.Missing["en"])
			}
			if book.Words["en"].Title != "Toe injection" {
				t.Error("it cannot be looked at")
			}
		})
	}
}

// Spanish is refused as long as a part of it is missing, with the list.
func TestPartialTranslationIsRefusedWithTheList(t *testing.T) {
	c := newClinic(t)
	c.add("toe-injection", "Toe injection")
	spanish := strings.NewReplacer("language: en", "language: es\npartial: true", "Toe injection", "Inyección en la rodilla").Replace(smallWords("Toe injection"))
	c.write("toe-injection", "es.yaml", spanish)
	whole := func() (*Book, string) {
		book, complaints, err := Open(c.folder, "").Book("toe-injection")
		if err != nil {
			t.Fatal(err)
		}
		return book, complaints.Error()
	}
	if _, told := whole(); !strings.Contains(told, "take the line out") {
		t.Errorf("words that say that they are not finished, and are, are not told: %q", told)
	}

	c.write("toe-injection", "es.yaml", strings.Replace(spanish, "  fever: a fever\n", "  {}\n", 1))
	book, told := whole()
	if told != "" {
		t.Errorf("a translation on its way is no mistake: %s", told)
	}
	if _, ok := book.In("es"); ok || !slices.Equal(book.Missing["es"], []string{"signs.fever"}) || !slices.Equal(book.Languages(), []string{"en"}) {
		t.Errorf("missing %q, languages %q", book.Missing["es"], book.Languages())
	}

	c.write("toe-injection", "es.yaml", strings.Replace(strings.Replace(spanish, "partial: true\n", "", 1), "  fever: a fever\n", "  {}\n", 1))
	if _, told := whole(); !strings.Contains(told, `words for "signs.fever" are missing`) {
		t.Errorf("a translation that does not say that it is on its way lacks words, and nobody is told: %q", told)
	}

	si, _, err := Open("", "").Book("si-joint-injection")
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := si.In("es"); ok && si.Words["es"].Partial {
		t.Error("Spanish that is not finished prints")
	}
	for _, want := range []string{"steps.drive", "signs.fever", "sections.why", "questions", "steps.ice.more", "diary"} {
		if si.Words["es"].Partial && !slices.Contains(si.Missing["es"], want) {
			t.Errorf("%s is not among what Spanish is missing: %q", want, si.Missing["es"])
		}
	}
}

func TestALibraryStaysAsItWasRead(t *testing.T) {
	c := newClinic(t)
	lib := Open(c.folder, "")
	before := len(lib.Entries())
	c.add("toe-injection", "Toe injection")
	if len(lib.Entries()) != before {
		t.Error("the library reads its folder again by itself")
	}
	if len(Open(c.folder, "").Entries()) != before+1 {
		t.Error("a new procedure is not seen by who opens it after")
	}
}

// Whatever lies in the folder, nothing stops and nothing hangs.
func TestOddThingsInTheClinicsFolder(t *testing.T) {
	c := newClinic(t)
	c.add("toe-injection", "Toe injection")
	c.write(".git", "procedure.yaml", "x")
	c.write("huge", "procedure.yaml", strings.Repeat("a: b\n", 400_000))
	c.write("huge", "en.yaml", smallWords("Huge"))
	if err := os.MkdirAll(filepath.Join(c.folder, "procedures", "folder", "procedure.yaml"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(c.folder, "procedures", "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(c.folder, "procedures", "notes.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	lib := Open(c.folder, "")
	if got := ids(lib.Entries()); !slices.Contains(got, "toe-injection") || len(got) != len(shippedIDs())+1 {
		t.Errorf("the library lists %q", got)
	}
	told := lib.Complaints().Error()
	for _, want := range []string{"this file is too large", "is not a plain file"} {
		if !strings.Contains(told, want) {
			t.Errorf("the complaints do not say %q:\n%s", want, told)
		}
	}
	if strings.Contains(told, ".git") || strings.Contains(told, "empty") {
		t.Errorf("a hidden folder, or an empty one, is taken for a procedure:\n%s", told)
	}

	if err := os.WriteFile(filepath.Join(c.folder, "file"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if lib := Open(filepath.Join(c.folder, "file"), ""); len(lib.Entries()) != len(shippedIDs()) {
		t.Error("a file in place of the clinic's folder stops the library")
	}
}
