package fresh_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"deskleaf/app/author"
	"deskleaf/app/author/fresh"
	"deskleaf/app/document"
	"deskleaf/app/document/documenttest"
	"deskleaf/app/store"
	"deskleaf/assets/goldentest"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/civil"
	"deskleaf/content/library"
)

// testdata are the documents of app/document's tests.
const testdata = "../../document/testdata"

func imported(t testing.TB, d document.Document, own bool) (change.Edition, fresh.Report) {
	t.Helper()
	name := fresh.Name(d)
	if name == "" {
		name = "The procedure"
	}
	return fresh.Import(d, fresh.Procedure{ID: "the-id", Name: name, Language: d.Language, Source: "The document", Today: civil.Date{Year: 2026, Month: 11, Day: 27}}, own)
}

// told is what came of a document, in the order of its pages.
func told(e change.Edition, language string, r fresh.Report) string {
	var b strings.Builder
	w := e.Words[language]
	fmt.Fprintf(&b, "%s (%s)\nsummary: %s\n", w.Title, language, w.Summary)
	for _, s := range e.Facts.Steps {
		fmt.Fprintf(&b, "%s, %v: %s", s.Part, s.When, w.Steps[s.ID].Text)
		if more := w.Steps[s.ID].More; more != "" {
			fmt.Fprintf(&b, " [%s]", more)
		}
		b.WriteByte('\n')
	}
	for _, s := range e.Facts.Signs {
		fmt.Fprintf(&b, "box %s: %s\n", s.Box, w.Signs[s.ID])
	}
	for _, s := range w.Sections.All() {
		for _, l := range s.Lines {
			fmt.Fprintf(&b, "section %s: %s\n", s.ID, l)
		}
	}
	for _, q := range w.Questions {
		fmt.Fprintf(&b, "question: %s %s\n", q.Ask, q.Answer)
	}
	for _, c := range e.Facts.Codes {
		fmt.Fprintf(&b, "code %s %s, %s: %s\n", c.System, c.Number, c.Status, w.Codes[c.Number])
	}
	for _, l := range w.Imported.Left {
		fmt.Fprintf(&b, "no place, under %q: %s\n", l.Under, l.Text)
	}
	for _, h := range r.Headings {
		fmt.Fprintf(&b, "heading %q to %q\n", h.Heading, h.Where)
	}
	return b.String()
}

func TestImport(t *testing.T) {
	for _, name := range []string{"colonoscopy.html", "injection.md", "resonancia.txt", "pasted.txt", "endoscopy.txt"} {
		d, err := document.Open(store.OS{}, filepath.Join(testdata, name))
		if err != nil {
			t.Fatal(err)
		}
		e, r := imported(t, d, false)
		goldentest.Hold(t, "testdata/"+name+".golden", told(e, d.Language, r))
		nothingPrints(t, e)
		nothingLost(t, d, e, r)
		codesAreOurs(t, d, e)
	}
}

// nothingPrints fails where a language of a new edition would print.
func nothingPrints(t *testing.T, e change.Edition) {
	t.Helper()
	j := author.Judge(&library.Judging{}, e)
	for language := range e.Words {
		if _, whole := j.Book.In(language); whole {
			t.Errorf("%s prints as it was imported", language)
		}
	}
	for language, w := range e.Words {
		if w.Imported == nil {
			continue
		}
		stands := w.Unwritten()
		for path, text := range w.Texts() {
			ours := path == "title" || path == "short" || strings.HasPrefix(path, "handout.") || strings.HasPrefix(path, "codes.")
			if !ours && len(wordsOf(text)) > 0 && !slices.Contains(stands, path) {
				t.Errorf("%s: %s could print as the document has it: %q", language, path, text)
			}
		}
	}
}

// wordsOf are the words of texts, in small letters.
func wordsOf(texts ...string) map[string]int {
	count := map[string]int{}
	for _, text := range texts {
		for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) {
			count[strings.ToLower(w)]++
		}
	}
	return count
}

// nothingLost fails where a word of the document's blocks is in no step, box, section,
// summary or question, has no place and is in no heading that led somewhere.
func nothingLost(t *testing.T, d document.Document, e change.Edition, r fresh.Report) {
	t.Helper()
	var seen, kept []string
	for _, b := range d.Blocks {
		seen = append(seen, b.Text)
	}
	w := e.Words[d.Language]
	for path, text := range w.Texts() {
		if path != "title" && path != "short" && !strings.HasPrefix(path, "handout.") && !strings.HasPrefix(path, "codes.") {
			kept = append(kept, text)
		}
	}
	under := map[string]bool{} // a heading is told with each text under it
	for _, l := range w.Imported.Left {
		kept = append(kept, l.Text)
		if !under[l.Under] {
			under[l.Under] = true
			kept = append(kept, l.Under)
		}
	}
	for _, h := range r.Headings {
		kept = append(kept, h.Heading)
	}
	have := wordsOf(kept...)
	for word, n := range wordsOf(seen...) {
		if have[word] < n {
			t.Errorf("%q stands %d times in the document and %d times in what came of it", word, n, have[word])
		}
	}
}

// codesAreOurs fails where a code of the document is told in the document's words, could
// stand on a bill, or is not among the codes although it has the shape of one.
func codesAreOurs(t *testing.T, d document.Document, e change.Edition) {
	t.Helper()
	for _, found := range d.Codes {
		if _, taken := e.Facts.Code(found.Number); taken != content.IsCode(found.Number) {
			t.Errorf("%s %s stands among the codes: %t", found.System, found.Number, taken)
		}
	}
	for _, c := range e.Facts.Codes {
		if c.Status != content.CodeUnverified || !c.Checked.IsZero() {
			t.Errorf("%+v counts as looked up", c)
		}
		for language, w := range e.Words {
			if w.Codes[c.Number] == "" || w.Codes[c.Number] != w.Codes[e.Facts.Codes[0].Number] {
				t.Errorf("%s: %s is %q", language, c.Number, w.Codes[c.Number])
			}
		}
	}
}

// Whatever a document says, no word of it is lost and none prints as it stands.
func FuzzImport(f *testing.F) {
	for _, name := range []string{"colonoscopy.html", "injection.md", "resonancia.txt", "pasted.txt", "endoscopy.txt"} {
		data, err := os.ReadFile(filepath.Join(testdata, name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(name, data)
	}
	f.Add("a.docx", documenttest.Word("# MRI", "## Before", "- Rest", "| a | b", "What to bring:", "ID"))
	f.Add("", []byte("What to bring\n\nWill it hurt?\n\nAfter {that} **rest** 1 to 2 days before."))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		d, err := document.Read(name, data)
		if err != nil {
			return
		}
		e, r := imported(t, d, len(data)%2 == 0)
		nothingPrints(t, e)
		nothingLost(t, d, e, r)
		codesAreOurs(t, d, e)
	})
}

func TestTitlesThatNameAProcedure(t *testing.T) {
	for title, want := range map[string]string{
		"Knee injection": "Knee injection", "Preparing for Your Colonoscopy": "Colonoscopy", "COLONOSCOPY INSTRUCTIONS": "Colonoscopy", "UPPER ENDOSCOPY (EGD) PREP SHEET": "Upper endoscopy (EGD)",
		"Colonoscopy: how to get ready": "Colonoscopy", "How to prepare for an MRI": "MRI", "Instrucciones para su resonancia": "Resonancia",
		"INDICACIONES ANTES DE LA CIRUGÍA": "Cirugía", "Before your test": "", "": "", "MRI": "MRI", "MRI OF THE KNEE": "MRI of the knee",
	} {
		if got := fresh.Name(document.Document{Title: title}); got != want {
			t.Errorf("%q gives the name %q, not %q", title, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	taken := func(id string) bool { return id == "mri" || id == "mri-2" }
	for name, want := range map[string]string{
		"Knee injection": "knee-injection", "MRI": "mri-3", "Biopsia de próstata (guiada)": "biopsia-de-prostata-guiada", "Women’s exam": "womens-exam",
		"24-hour monitor": "hour-monitor", "检查": "procedure", "CON": "procedure-con", "": "procedure", "A/B\\..": "a-b",
		strings.Repeat("long name ", 9): "long-name-long-name-long-name-long-name-long-nam",
	} {
		if got := fresh.ID(name, taken); got != want {
			t.Errorf("%q becomes %q, not %q", name, got, want)
		}
	}
}

// A procedure that begins empty lacks what its writer must say, and no more.
func TestEmpty(t *testing.T) {
	e := fresh.Empty(fresh.Procedure{ID: "mri", Name: "MRI", Language: "en", Source: "Ours"})
	j := author.Judge(&library.Judging{}, e)
	if got := strings.Join(j.Missing["en"], " "); got != "noun summary" || !j.Refused() {
		t.Errorf("it lacks %q", got)
	}
	w := e.Words["en"]
	w.Noun, w.Summary = "Scan", "Pictures of the inside of the body."
	e.Words["en"] = w
	e.Facts.Steps = []content.Step{{ID: "watch", Part: content.Preparation, When: content.Timing{Kind: content.VisitDay}}}
	e = author.WithText(e, "en", "steps.watch.text", "**Take off** your watch.")
	if j := author.Judge(&library.Judging{}, e); j.Refused() {
		t.Errorf("written, it is still refused: %v %v %v", j.Missing, j.Facts, j.Words["en"])
	}
}

func TestCopy(t *testing.T) {
	b, _, err := library.Open("", "").Book("colonoscopy")
	if err != nil {
		t.Fatal(err)
	}
	base := author.EditionOf(b)
	before := base.Clone()
	e := fresh.Copy(base, fresh.Procedure{ID: "half-colonoscopy", Name: "Half a colonoscopy", Language: "en"})
	if len(change.Diff(base, before)) > 0 {
		t.Error("the other procedure was changed")
	}
	w := e.Words["en"]
	if e.Facts.ID != "half-colonoscopy" || e.Facts.Version != 0 || w.Title != "Half a colonoscopy" || len(w.Names) > 0 || len(e.Facts.Codes) > 0 || len(e.Facts.Steps) != len(base.Facts.Steps) {
		t.Errorf("the copy is %+v", e.Facts)
	}
	j := author.Judge(&library.Judging{}, e)
	if j.Refused() || strings.Join(j.Missing["es"], " ") != "short title" {
		t.Errorf("the copy is refused or lacks more than its Spanish title: %v, %v", j.Missing, j.Facts)
	}
}

// Every text without a place can be put into each place there is: it stands there, is
// listed no longer, and still has to be written anew.
func TestPut(t *testing.T) {
	d, err := document.Pasted("# MRI\n\n## Our team\nWe are nice.\n\n## Parking\nPark behind the house.\n")
	if err != nil {
		t.Fatal(err)
	}
	e, _ := imported(t, d, false)
	before := e.Clone()
	places := fresh.Places(e, "en")
	for _, where := range places {
		now := fresh.Put(e, "en", 1, where)
		w := now.Words["en"]
		if len(w.Imported.Left) != 1 || len(w.Unwritten()) != 1 {
			t.Errorf("%s: it is still listed, or could print: %v", where, w.Unwritten())
			continue
		}
		if got := w.Texts()[w.Unwritten()[0]]; got != "Park behind the house." {
			t.Errorf("%s holds %q", where, got)
		}
		if j := author.Judge(&library.Judging{}, now); len(j.Facts) > len(author.Judge(&library.Judging{}, e).Facts)+2 {
			t.Errorf("%s: the procedure no longer fits together: %v", where, j.Facts)
		}
	}
	if len(change.Diff(before, e)) > 0 || len(places) < 15 {
		t.Errorf("the edition from before was changed, or there are few places: %v", places)
	}
	if full := fresh.Put(e, "en", 1, fresh.Summary); slices.Contains(fresh.Places(full, "en"), fresh.Summary) {
		t.Error("a second text could take the place of the summary")
	}
}
