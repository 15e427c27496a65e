package author_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/file"
	"deskleaf/content/library"
)

// older makes the clinic's copy of a procedure as an older Deskleaf would have: what
// shipped then had other words, and the clinic changed some of them.
func older(t *testing.T, id string, then, ours func(change.Edition) change.Edition) clinic.Clinic {
	t.Helper()
	c := clinic.Open(store.OS{}, t.TempDir())
	w := author.Begin(author.EditionOf(book(t, id)))
	w.Change("", ours(then(w.Now())))
	if err := author.Save(store.OS{}, c, w); err != nil {
		t.Fatal(err)
	}
	base := then(author.EditionOf(book(t, id)))
	folder := filepath.Join(c.Folder, "procedures", id, "shipped")
	for language, w := range base.Words {
		data, err := file.Write(w)
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, language+".yaml"), data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return c
}

func summary(text string) func(change.Edition) change.Edition {
	return func(e change.Edition) change.Edition { return author.WithText(e, "en", "summary", text) }
}

func keys(n author.Newer) string {
	var all []string
	for _, p := range n.Pieces() {
		all = append(all, fmt.Sprintf("%s %t", p.Key, p.Conflict))
	}
	return strings.Join(all, ", ")
}

// TestNothingNewer holds that a fresh copy knows what it came from, and that nobody
// is asked while that still ships.
func TestNothingNewer(t *testing.T) {
	c := clinic.Open(store.OS{}, t.TempDir())
	for _, b := range []*library.Book{book(t, "colonoscopy"), book(t, "sleep-study")} {
		w := author.Begin(author.EditionOf(b))
		w.Change("", author.WithText(w.Now(), "en", "summary", "Our own summary."))
		if err := author.Save(store.OS{}, c, w); err != nil {
			t.Fatal(err)
		}
		for _, name := range b.FileNames() {
			want, _ := b.File(name)
			got, err := os.ReadFile(filepath.Join(c.Folder, "procedures", b.Procedure.ID, "shipped", name))
			if err != nil || string(got) != string(want) {
				t.Errorf("%s of %s was not kept: %v", name, b.Procedure.ID, err)
			}
		}
	}
	if found := author.FindNewer(store.OS{}, c, library.Open(c.Folder, "").Book); len(found) > 0 {
		t.Errorf("%d are told to be newer", len(found))
	}
}

// TestLookingForNewerReadsNothingThatNobodyChanged: every start of the window looks,
// and reading all that ships would take longer than the start itself.
func TestLookingForNewerReadsNothingThatNobodyChanged(t *testing.T) {
	c := clinic.Open(store.OS{}, t.TempDir())
	ask := func(id string) (*library.Book, file.Complaints, error) {
		t.Errorf("it reads %s", id)
		return nil, nil, os.ErrNotExist
	}
	if most := float64(100 * len(library.ShippedIDs())); testing.AllocsPerRun(1, func() { author.FindNewer(store.OS{}, c, ask) }) > most {
		t.Error("it reads procedures of which the clinic has none of its own")
	}
}

// TestNewerWords goes the three ways: keep, take, and some of both.
func TestNewerWords(t *testing.T) {
	ships := author.EditionOf(book(t, "colonoscopy")).Words["en"]
	then := func(e change.Edition) change.Edition {
		return author.WithText(summary("An old summary.")(e), "en", "noun", "an old noun")
	}
	ours := func(e change.Edition) change.Edition {
		return author.WithText(summary("Our summary.")(e), "en", "title", "Our colonoscopy")
	}
	tests := []struct {
		name                string
		take                func(key string) bool
		title, noun, summed string
	}{
		{"nothing", func(string) bool { return false }, "Our colonoscopy", "an old noun", "Our summary."},
		{"what the clinic left alone", func(key string) bool { return key == "noun" }, "Our colonoscopy", ships.Noun, "Our summary."},
		{"what the clinic changed too", func(key string) bool { return key == "summary" }, "Our colonoscopy", "an old noun", ships.Summary},
		{"all that is new", func(string) bool { return true }, "Our colonoscopy", ships.Noun, ships.Summary},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := older(t, "colonoscopy", then, ours)
			found := author.FindNewer(store.OS{}, c, library.Open(c.Folder, "").Book)
			if len(found) != 1 || keys(found[0]) != "noun false, summary true" {
				t.Fatalf("found %d: %v", len(found), keys(found[0]))
			}
			merged, err := found[0].Merged(test.take)
			if err == nil {
				err = author.Decide(store.OS{}, c, found[0], merged)
			}
			if err != nil {
				t.Fatal(err)
			}
			own, complaints, err := library.Open(c.Folder, "").Book("colonoscopy")
			if err != nil || len(complaints) > 0 {
				t.Fatalf("%v, %v", complaints, err)
			}
			if w := own.Words["en"]; w.Title != test.title || w.Noun != test.noun || w.Summary != test.summed {
				t.Errorf("now: %q, %q, %q", w.Title, w.Noun, w.Summary)
			}
			if again := author.FindNewer(store.OS{}, c, library.Open(c.Folder, "").Book); len(again) > 0 {
				t.Error("it is asked again")
			}
		})
	}
	c := older(t, "colonoscopy", then, ours)
	n := author.FindNewer(store.OS{}, c, library.Open(c.Folder, "").Book)[0]
	if err := author.Decide(store.OS{}, c, n, n.Ships); err != nil {
		t.Fatal(err)
	}
	own, _, err := library.Open(c.Folder, "").Book("colonoscopy")
	if err != nil {
		t.Fatal(err)
	}
	now := author.EditionOf(own)
	if parts := change.Parts(now, n.Ships); len(parts) > 0 {
		t.Errorf("all of it taken, and still other: %v", parts)
	}
}

// TestNewerLinesOfAList decides about a list stretch by stretch: what only the clinic wrote
// stays, and nobody is asked about it.
func TestNewerLinesOfAList(t *testing.T) {
	with := func(lines ...string) change.Edition {
		return author.WithText(author.EditionOf(book(t, "colonoscopy")), "en", "sections.why", strings.Join(lines, "\n"))
	}
	n := author.Newer{Base: with("One.", "Two.", "Three.", "Four."), Ours: with("One.", "Two, ours.", "Three.", "Our own.", "Four."), Ships: with("One, new.", "Two, new.", "Three.", "Four.", "Five, new.")}
	places := n.Places()
	var asked []string
	for _, p := range places {
		asked = append(asked, fmt.Sprintf("%s %s %q %q %t", p.Language, p.Path, p.Ours, p.Ships, p.Conflict))
	}
	if want := []string{`en sections.why "One.\nTwo, ours." "One, new.\nTwo, new." true`, `en sections.why "" "Five, new." false`}; !slices.Equal(asked, want) {
		t.Fatalf("asked about %q, want %q", asked, want)
	}
	for _, test := range []struct {
		decisions []author.Decision
		want      string
	}{
		{[]author.Decision{{}, {}}, "One. Two, ours. Three. Our own. Four."},
		{[]author.Decision{{Take: true}, {}}, "One, new. Two, new. Three. Our own. Four."},
		{[]author.Decision{{}, {Take: true}}, "One. Two, ours. Three. Our own. Four. Five, new."},
		{[]author.Decision{{Own: true, Text: "Mine.\nAnd mine."}, {Own: true}}, "Mine. And mine. Three. Our own. Four."},
	} {
		e, err := n.Decided(places, test.decisions)
		if got := strings.ReplaceAll(author.Text(e.Words["en"], "sections.why"), "\n", " "); err != nil || got != test.want {
			t.Errorf("%+v: %q, want %q (%v)", test.decisions, got, test.want, err)
		}
	}
}

// TestNewerPlacesGoAllTheWay holds that keeping everything leaves the clinic's edition as it
// is, and taking everything gives what ships where the clinic changed nothing else.
func TestNewerPlacesGoAllTheWay(t *testing.T) {
	ships := author.EditionOf(book(t, "si-joint-injection"))
	base := author.WithText(author.WithText(ships, "en", "steps.driver.text", "An old step."), "es", "sections.why", "Una línea vieja.")
	base, _ = author.AddStep(base, content.Aftercare) // a step that ships no more
	base = author.WithStep(base, 1, func(s *content.Step) { s.Icon = "ice" })
	base = author.WithText(base, "en", "questions[0].answer", "An old answer.")
	ours := author.WithText(base, "en", "steps.driver.more", "Our own note.")
	n := author.Newer{Base: base, Ours: ours, Ships: ships}
	places := n.Places()
	all := func(take bool) change.Edition {
		decisions := make([]author.Decision, len(places))
		for i := range decisions {
			decisions[i].Take = take
		}
		e, err := n.Decided(places, decisions)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	if found := change.Diff(ours, all(false)); len(found) > 0 {
		t.Errorf("keeping all changes %v", found)
	}
	want := author.WithText(ships, "en", "steps.driver.more", "Our own note.")
	if found := change.Diff(want, all(true)); len(found) > 0 {
		t.Errorf("taking all leaves %v", found)
	}
	if len(places) < 5 {
		t.Errorf("only %d places: %+v", len(places), places)
	}
}

// TestPartsOfSteps holds what belongs together: a step is taken with its words, its
// timing and its place, or not at all.
func TestPartsOfSteps(t *testing.T) {
	before := author.EditionOf(book(t, "si-joint-injection"))
	after, at := author.AddStep(before, content.Preparation)
	added := after.Facts.Steps[at].ID
	after = author.WithText(after, "en", "steps."+added+".text", "Bring your card.")
	first, second := before.Facts.Steps[0].ID, before.Facts.Steps[1].ID
	after = author.Delete(after, author.Steps, 1)
	after = author.WithText(after, "en", "steps."+first+".text", "Other words.")
	want := []string{"steps/" + first, "steps/" + second, "steps/" + added}
	var got []string
	for _, p := range change.Parts(before, after) {
		got = append(got, p.Key)
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Fatalf("the parts are %v, want %v", got, want)
	}
	for n := range 1 << len(want) {
		take := func(key string) bool { return slices.Contains(want, key) && n>>slices.Index(want, key)&1 == 1 }
		picked, err := change.Pick(before, after, take)
		if err != nil {
			t.Fatal(err)
		}
		var from, to []string
		for _, p := range change.Parts(before, picked) {
			from = append(from, p.Key)
		}
		for _, p := range change.Parts(picked, after) {
			to = append(to, p.Key)
		}
		for _, key := range want {
			if slices.Contains(from, key) != take(key) || slices.Contains(to, key) == take(key) {
				t.Errorf("%s taken: %t; from what was: %v, to what is: %v", key, take(key), from, to)
			}
		}
	}
}

// TestEveryPartCanBeTaken takes each part of every difference between two procedures
// alone: nothing of another comes along, and all of them give the whole.
func TestEveryPartCanBeTaken(t *testing.T) {
	a, b := author.EditionOf(book(t, "mri-with-contrast")), author.EditionOf(book(t, "ct-with-contrast"))
	all, err := change.Pick(a, b, func(string) bool { return true })
	if err != nil || len(change.Parts(all, b)) > 0 {
		t.Errorf("all parts taken: %v, still other: %d", err, len(change.Parts(all, b)))
	}
	none, err := change.Pick(a, b, func(string) bool { return false })
	if err != nil || len(change.Parts(a, none)) > 0 {
		t.Errorf("none taken: %v, other: %v", err, change.Parts(a, none))
	}
	for _, p := range change.Parts(a, b) {
		one, err := change.Pick(a, b, func(key string) bool { return key == p.Key })
		if err != nil {
			t.Fatal(err)
		}
		if got := change.Parts(a, one); len(got) != 1 || got[0].Key != p.Key {
			t.Errorf("%s taken alone: %v", p.Key, got)
		}
	}
}
