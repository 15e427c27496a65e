package change_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/library"
)

// shipped is a procedure as it ships.
func shipped(t testing.TB, id string) change.Edition {
	t.Helper()
	book, complaints, err := library.Open("", "").Book(id)
	if err != nil || len(complaints) > 0 {
		t.Fatal(err, complaints)
	}
	e := change.Edition{Facts: book.Procedure, Words: map[string]content.Words{}}
	for language, w := range book.Words {
		e.Words[language] = *w
	}
	return e
}

func TestAnEditionIsMadeOfItsValues(t *testing.T) {
	for _, entry := range library.Open("", "").Entries() {
		e := shipped(t, entry.ID)
		if same := e.Clone(); !reflect.DeepEqual(same, e) {
			t.Errorf("%s is another after it was taken apart and put together: %v", entry.ID, change.Diff(e, same))
		}
	}
}

func TestOddValuesComeBack(t *testing.T) {
	e := change.Edition{
		Facts: content.Procedure{ID: "a/b~c", Steps: []content.Step{{ID: "x"}, {ID: "x"}, {}, {ID: "~2"}}},
		Words: map[string]content.Words{"en": {
			Names:  []string{"", `back\slash`, "two\nlines", `\e`, `\n`},
			Steps:  map[string]content.StepWords{"": {Text: " "}, "a/b": {More: "ice"}, "empty": {}},
			Codes:  map[string]string{"27096": "", "~1": "tilde"},
			Diary:  &content.DiaryWords{Title: "How much?"},
			Lead:   "lead",
			Format: 3,
		}},
	}
	if same := e.Clone(); !reflect.DeepEqual(same, e) {
		t.Errorf("it came back as %+v", same)
	}
}

func TestChangesAreToldByPlace(t *testing.T) {
	before := shipped(t, "si-joint-injection")
	after := before.Clone()
	ice := after.Words["en"].Steps["ice"]
	ice.Text = strings.Replace(ice.Text, "20 minutes", "15 minutes", 1)
	after.Words["en"].Steps["ice"] = ice
	after.Facts.Steps[0].Icon = "call"
	changes := change.Diff(before, after)
	want := []change.Change{
		{Path: "/facts/steps/medicines/icon", Before: "medicine", After: "call"},
		{Path: "/en/steps/ice/text", Before: before.Words["en"].Steps["ice"].Text, After: ice.Text},
	}
	if !slices.Equal(changes, want) {
		t.Fatalf("got %+v", changes)
	}
	if changes[0].Language() != "" || changes[1].Language() != "en" {
		t.Error("the languages of the changes are wrong")
	}
	if _, err := after.Apply(changes...); err == nil {
		t.Error("a change was made to a place that has another value by now")
	}
}

func TestApplyAndUndo(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	first := shipped(t, "colonoscopy")
	for range 60 {
		second := edited(random, first, 1+random.IntN(8))
		changes := change.Diff(first, second)
		got, err := first.Apply(changes...)
		if err != nil || !reflect.DeepEqual(got, second) {
			t.Fatalf("after the changes it is not what they lead to: %v, %v", err, change.Diff(second, got))
		}
		var back []change.Change
		for _, c := range slices.Backward(changes) {
			back = append(back, c.Undo())
		}
		if got, err := second.Apply(back...); err != nil || !reflect.DeepEqual(got, first) {
			t.Fatalf("after undoing it is not what it was: %v, %v", err, change.Diff(first, got))
		}
	}
}

func TestMergeLosesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	base := shipped(t, "si-joint-injection")
	for range 60 {
		mine, theirs := edited(random, base, 1+random.IntN(5)), edited(random, base, 1+random.IntN(5))
		merged, conflicts, err := change.Merge(base, mine, theirs)
		if err != nil {
			t.Fatal(err)
		}
		in := func(path string) bool {
			return slices.ContainsFunc(conflicts, func(c change.Conflict) bool { return strings.HasPrefix(path, c.Path) })
		}
		for _, whose := range []change.Edition{mine, theirs} {
			for _, c := range change.Diff(base, whose) {
				if strings.HasSuffix(c.Path, "[]") || in(c.Path) {
					continue
				}
				for _, left := range change.Diff(whose, merged) {
					if left.Path == c.Path && left.After != c.After && !removedWith(base, mine, theirs, c.Path) {
						t.Fatalf("the change %+v is %q in the merged edition, and no conflict says so", c, left.After)
					}
				}
			}
		}
		if same, _, _ := change.Merge(base, mine, mine); !reflect.DeepEqual(same, mine.Clone()) {
			t.Fatal("merging an edition with itself makes another")
		}
		if same, conflicts, _ := change.Merge(base, base, theirs); len(conflicts) > 0 || !reflect.DeepEqual(same, theirs.Clone()) {
			t.Fatalf("where only they changed something, theirs does not come out: %v", change.Diff(theirs, same))
		}
	}
}

// removedWith reports whether a place went because somebody removed the part that it is in.
func removedWith(base, mine, theirs change.Edition, path string) bool {
	for _, whose := range []change.Edition{mine, theirs} {
		for _, c := range change.Diff(base, whose) {
			if list, ok := strings.CutSuffix(c.Path, "[]"); ok && strings.HasPrefix(path, list) && len(c.After) < len(c.Before) {
				return true
			}
		}
	}
	return false
}

// edited is an edition after some random edits: texts, steps added, removed and moved, lines of sections.
func edited(random *rand.Rand, from change.Edition, edits int) change.Edition {
	e := from.Clone()
	for range edits {
		steps := e.Facts.Steps
		at := random.IntN(len(steps))
		id := steps[at].ID
		switch random.IntN(6) {
		case 0:
			e.Words["en"].Steps[id] = content.StepWords{Text: fmt.Sprint("Do it ", random.IntN(1000), " times.")}
		case 1:
			e.Facts.Steps = slices.Delete(steps, at, at+1)
			delete(e.Words["en"].Steps, id)
		case 2:
			id = fmt.Sprint("new-", random.IntN(1000))
			e.Facts.Steps = slices.Insert(steps, at, content.Step{ID: id, Part: content.Aftercare, When: content.Timing{Kind: content.Now}})
			e.Words["en"].Steps[id] = content.StepWords{Text: "Rest."}
		case 3:
			other := random.IntN(len(steps))
			steps[at], steps[other] = steps[other], steps[at]
		case 4:
			w := e.Words["en"]
			w.Sections.Why = append(w.Sections.Why, fmt.Sprint("Reason ", random.IntN(1000)))
			e.Words["en"] = w
		case 5:
			steps[at].Essential = !steps[at].Essential
		}
	}
	return e
}

func TestConflictsAreTold(t *testing.T) {
	base := shipped(t, "si-joint-injection")
	says := func(text string) change.Edition {
		e := base.Clone()
		e.Words["en"].Steps["ice"] = content.StepWords{Text: text}
		return e
	}
	removed := base.Clone()
	removed.Facts.Steps = slices.DeleteFunc(removed.Facts.Steps, func(s content.Step) bool { return s.ID == "ice" })
	delete(removed.Words["en"].Steps, "ice")

	merged, conflicts, err := change.Merge(base, says("Mine."), says("Theirs."))
	if err != nil || len(conflicts) != 1 || conflicts[0].Path != "/en/steps/ice/text" || conflicts[0].Theirs != "Theirs." || merged.Words["en"].Steps["ice"].Text != "Mine." {
		t.Errorf("two texts for one step give %+v, %v", conflicts, err)
	}
	for _, whose := range [][2]change.Edition{{removed, says("Kept.")}, {says("Kept."), removed}} {
		merged, conflicts, err := change.Merge(base, whose[0], whose[1])
		if err != nil || len(conflicts) != 1 || merged.Words["en"].Steps["ice"].Text != "Kept." {
			t.Errorf("a step removed and changed gives %+v, %v, and the text %q", conflicts, err, merged.Words["en"].Steps["ice"].Text)
		}
	}
}

func TestWordsThatChanged(t *testing.T) {
	for _, c := range []struct {
		before, after string
		want          []change.Piece
	}{
		{"Use ice for 20 minutes.", "Use ice for 15 minutes.", []change.Piece{
			{Kind: change.Kept, Text: "Use ice for"}, {Kind: change.Removed, Text: "20"}, {Kind: change.Added, Text: "15"}, {Kind: change.Kept, Text: "minutes."}}},
		{"", "Rest.", []change.Piece{{Kind: change.Added, Text: "Rest."}}},
		{"Rest.", "", []change.Piece{{Kind: change.Removed, Text: "Rest."}}},
		{"Rest now.", "Rest  now.", []change.Piece{{Kind: change.Kept, Text: "Rest now."}}},
		{"", "", nil},
	} {
		if got := change.Words(c.before, c.after); !slices.Equal(got, c.want) {
			t.Errorf("%q to %q: %+v", c.before, c.after, got)
		}
	}
}

func FuzzWords(f *testing.F) {
	f.Add("a b c d", "b x d e")
	f.Add("a a b a", "a b a a")
	f.Fuzz(func(t *testing.T, before, after string) {
		var was, is []string
		for _, p := range change.Words(before, after) {
			if p.Kind != change.Added {
				was = append(was, p.Text)
			}
			if p.Kind != change.Removed {
				is = append(is, p.Text)
			}
		}
		if strings.Join(was, " ") != strings.Join(strings.Fields(before), " ") || strings.Join(is, " ") != strings.Join(strings.Fields(after), " ") {
			t.Errorf("%q to %q: the pieces give %q and %q", before, after, was, is)
		}
	})
}
