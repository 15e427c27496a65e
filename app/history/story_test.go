package history_test

import (
	"errors"
	"testing"

	"deskleaf/app/clinic"
	"deskleaf/app/history"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/library"
)

// kneeEdition is a shipped procedure with a title of its own, and Spanish that lacks
// words.
func kneeEdition(t *testing.T, title string) change.Edition {
	t.Helper()
	book, _, err := library.Open("", "").Book("knee-injection")
	if err != nil {
		t.Fatal(err)
	}
	e := change.Edition{Facts: book.Procedure, Words: map[string]content.Words{"en": *book.Words["en"], "es": *book.Words["es"]}}.Clone()
	for language, words := range e.Words {
		words.Title = title
		if language == "es" {
			words.Partial, words.Short, words.Summary = true, "", ""
		}
		e.Words[language] = words
	}
	return e
}

func TestAStoryHasItsWords(t *testing.T) {
	folder, files := t.TempDir(), store.OS{}
	for i, title := range []string{"First", "Second", "First"} {
		e := kneeEdition(t, title)
		e.Facts.Version = i + 1
		if known, err := history.Knows(files, folder, e); err != nil || known {
			t.Fatalf("edition %d is known already: %v", i, err)
		}
		note, err := history.Begin(files, folder, history.Entry{Kind: history.Saved, Date: today, Who: "Bea Lind", Why: title}, e)
		if err != nil {
			t.Fatal(err)
		}
		if story, _ := history.Story(files, folder, clinic.SignOffs{}, "knee-injection"); len(story) != i {
			t.Fatalf("before it is kept there are %d entries, not %d", len(story), i)
		}
		if err := note.Keep(); err != nil {
			t.Fatal(err)
		}
		if known, err := history.Knows(files, folder, e); err != nil || !known {
			t.Errorf("edition %d is not known: %v", i, err)
		}
	}
	story, err := history.Story(files, folder, clinic.SignOffs{}, "knee-injection")
	if err != nil || len(story) != 3 {
		t.Fatalf("%d entries: %v", len(story), err)
	}
	for i, e := range story { // the latest first
		edition, err := e.Edition(files, folder, "knee-injection")
		if err != nil || e.Version != 3-i || edition.Facts.Version != e.Version || edition.Words["es"].Title != e.Why || !edition.Words["es"].Partial {
			t.Errorf("entry %+v has %q: %v", e, edition.Words["es"].Title, err)
		}
	}
}

// Two desks that note a change at the same moment do not write over each other.
func TestTwoNotesOfOneNumber(t *testing.T) {
	folder, files := t.TempDir(), store.OS{}
	begin := func(who string) *history.Note {
		note, err := history.Begin(files, folder, history.Entry{Kind: history.Saved, Who: who}, kneeEdition(t, who))
		if err != nil {
			t.Fatal(err)
		}
		return note
	}
	one, two := begin("Ana"), begin("Bea")
	if err := one.Keep(); err != nil {
		t.Fatal(err)
	}
	if err := two.Keep(); !errors.Is(err, store.ErrExists) {
		t.Errorf("the second is kept with %v", err)
	}
	two.Drop()
	if story, _ := history.Story(files, folder, clinic.SignOffs{}, "knee-injection"); len(story) != 1 || story[0].Who != "Ana" {
		t.Errorf("the story is %+v", story)
	}
}
