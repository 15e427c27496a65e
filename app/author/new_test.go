package author_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deskleaf/app/author"
	"deskleaf/app/author/fresh"
	"deskleaf/app/clinic"
	"deskleaf/app/document"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/library"
)

// written is a new procedure with all that it needs.
func written(id string) change.Edition {
	e := fresh.Empty(fresh.Procedure{ID: id, Name: "MRI", Language: "en", Source: "Ours"})
	for path, text := range map[string]string{"noun": "Scan", "summary": "Pictures of the inside of the body."} {
		e = author.WithText(e, "en", path, text)
	}
	return e
}

func TestNewProcedureIsSaved(t *testing.T) {
	c := clinic.Open(store.OS{}, t.TempDir())
	w := author.BeginNew(written("mri"))
	if !w.IsNew() || !w.Changed() {
		t.Fatal("a new procedure is not new")
	}
	if err := author.Save(store.OS{}, c, w); err != nil {
		t.Fatal(err)
	}
	b, complaints, err := library.Open(c.Folder, "").Book("mri")
	if err != nil || len(complaints) > 0 || b.Procedure.Version != 1 || strings.Join(b.Languages(), " ") != "en" {
		t.Fatalf("it is read back as %v, %v, %+v", err, complaints, b)
	}
	if b.Words["es"].Handout[content.Preparation].Title == "" || len(b.Missing["es"]) == 0 {
		t.Error("what was begun in Spanish is lost, or would print")
	}
	again := author.Begin(author.EditionOf(b))
	again.Change("", author.WithText(again.Now(), "es", "title", "Resonancia"))
	if err := author.Save(store.OS{}, c, again); err != nil {
		t.Errorf("it cannot be saved a second time: %v", err)
	}
}

// Two desks that begin a procedure of the same name: the second takes nothing away.
func TestNewProcedureWhoseIDIsTaken(t *testing.T) {
	c := clinic.Open(store.OS{}, t.TempDir())
	first, second := author.BeginNew(written("mri")), author.BeginNew(author.WithText(written("mri"), "en", "title", "The other"))
	if err := author.Save(store.OS{}, c, first); err != nil {
		t.Fatal(err)
	}
	if err := author.Save(store.OS{}, c, second); !errors.Is(err, author.ErrTaken) {
		t.Fatalf("the second is told %v", err)
	}
	if err := author.Save(store.OS{}, c, second.As("mri-2")); err != nil {
		t.Fatal(err)
	}
	for id, title := range map[string]string{"mri": "MRI", "mri-2": "The other"} {
		if b, _, err := library.Open(c.Folder, "").Book(id); err != nil || b.Words["en"].Title != title {
			t.Errorf("%s: %v", id, err)
		}
	}
	for name, id := range map[string]string{"what ships": "colonoscopy", "a folder that cannot be read": "broken"} {
		if err := os.MkdirAll(filepath.Join(c.Folder, "procedures", "broken"), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(c.Folder, "procedures", "broken", "procedure.yaml"), []byte("id: [\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := author.Save(store.OS{}, c, author.BeginNew(written(id))); !errors.Is(err, author.ErrTaken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What a document says is not saved before it was written anew; the rest of the
// document stays listed until somebody took it out.
func TestImportedWordsAreNotSavedAsTheyStand(t *testing.T) {
	d, err := document.Pasted("# MRI\n\nStrong magnets make pictures of the inside of the body.\n\n## Our team\nWe are nice people.\n")
	if err != nil {
		t.Fatal(err)
	}
	e, _ := fresh.Import(d, fresh.Procedure{ID: "mri", Name: "MRI", Language: "en", Source: "A page"}, false)
	c := clinic.Open(store.OS{}, t.TempDir())
	w := author.BeginNew(author.WithText(e, "en", "noun", "Scan"))
	if err := author.Save(store.OS{}, c, w); !errors.Is(err, author.ErrRefused) {
		t.Fatalf("saving the document's words gives %v", err)
	}
	drafts := author.Drafts{Files: store.OS{}, Folder: t.TempDir()}
	if err := drafts.Keep(w.Base(), w.Now()); err != nil {
		t.Fatal(err)
	}
	back, err := drafts.Open("mri")
	if err != nil || !back.IsNew() || len(change.Diff(back.Now(), w.Now())) > 0 {
		t.Fatalf("the draft came back as another: %v", err)
	}
	back.Change("", author.WithText(back.Now(), "en", "summary", "A magnet takes pictures of your body."))
	if err := author.Save(store.OS{}, c, back); err != nil {
		t.Fatal(err)
	}
	b, complaints, err := library.Open(c.Folder, "").Book("mri")
	if err != nil || len(complaints) > 0 {
		t.Fatal(err, complaints)
	}
	language, m := author.Imported(author.EditionOf(b))
	if language != "en" || m == nil || len(m.Left) != 1 || len(m.Texts) > 0 {
		t.Errorf("of the document is left: %+v", m)
	}
	if e := author.WithImported(author.EditionOf(b), language, m.Without(0).Done()); e.Words["en"].Imported != nil {
		t.Error("nothing is left to do, and the document is still there")
	}
}
