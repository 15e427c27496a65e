package file

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

const handwritten = `# The sheet of our clinic.
# Ask Ana before you change it.

id: one   # never change this
title:    'SI joint'

# Why people come
why: [pain, "other: things"]
words:
  zeta: z
  # the first letter
  alpha: >-
    a long text
    on two lines

steps:
  # all steps
  - id: fast      # hours are a blank
    icon: clock

  # the ride
  - id: ride
    days: 1
    only_if: {sedation: [yes]}

  - id: last
# the end
`

// change reads a file, changes the value, and updates the text.
func change(t *testing.T, text string, edit func(*sheet)) string {
	t.Helper()
	var s sheet
	doc, complaints := Read("a.yaml", []byte(text), &s)
	if complaints.Err() != nil {
		t.Fatal(complaints)
	}
	edit(&s)
	after, err := doc.Update(s)
	if err != nil {
		t.Fatal(err)
	}
	var again sheet
	if _, complaints := Read("a.yaml", after, &again); complaints.Err() != nil {
		t.Fatalf("%v\nin:\n%s", complaints, after)
	}
	if !reflect.DeepEqual(s, again) {
		t.Fatalf("got  %+v\nwant %+v\nin:\n%s", again, s, after)
	}
	return string(after)
}

func TestUpdateWithoutChange(t *testing.T) {
	for _, text := range []string{
		handwritten,
		"\ufeff" + strings.ReplaceAll(handwritten, "\n", "\r\n"),
		"id: a\ndone: no\nroom: 0\nwhy: []\nsteps:\n-   id: x",
		"{id: a,\n  title:   b  # c\n}",
	} {
		if got := change(t, text, func(*sheet) {}); got != text {
			t.Errorf("got:\n%q\nwant:\n%q", got, text)
		}
	}
}

// What changes is said by a pair: the text that goes and the text that comes.
func TestUpdateChangesNothingElse(t *testing.T) {
	tests := []struct {
		name     string
		edit     func(*sheet)
		old, new string
	}{
		{"a text in quotes", func(s *sheet) { s.Title = "Hip" },
			"title:    'SI joint'", "title:    Hip"},
		{"a text with a comment behind it", func(s *sheet) { s.Base.ID = "two" },
			"id: one   #", "id: two   #"},
		{"one item between brackets", func(s *sheet) { s.Why[1] = "no" },
			`"other: things"`, `"no"`},
		{"one more between brackets", func(s *sheet) { s.Why = append(s.Why, "fall, or hit") },
			`[pain, "other: things"]`, `[pain, "other: things", "fall, or hit"]`},
		{"a key goes", func(s *sheet) { s.Title = "" },
			"title:    'SI joint'\n\n", ""},
		{"a key comes", func(s *sheet) { s.Done = true },
			"title:    'SI joint'\n", "title:    'SI joint'\ndone: true\n"},
		{"a text on lines of its own becomes short", func(s *sheet) { s.Words["alpha"] = "short" },
			">-\n    a long text\n    on two lines", "short"},
		{"a short text becomes lines", func(s *sheet) { s.Words["zeta"] = "one\n\n  two" },
			"zeta: z", "zeta: |-\n    one\n\n      two"},
		{"a key goes with its comment", func(s *sheet) { delete(s.Words, "alpha") },
			"\n  # the first letter\n  alpha: >-\n    a long text\n    on two lines", ""},
		{"a map's new key", func(s *sheet) { s.Words["beta"] = "yes" },
			"    on two lines\n", "    on two lines\n  beta: \"yes\"\n"},
		{"a field of an item", func(s *sheet) { s.Steps[0].Icon = "pill" },
			"icon: clock", "icon: pill"},
		{"a new field of an item", func(s *sheet) { s.Steps[2].Days = 3 },
			"- id: last", "- id: last\n    days: 3"},
		{"an item's only comment stays where its other keys go", func(s *sheet) { s.Steps[0].Icon = "" },
			"    icon: clock\n", ""},
		{"an item goes with its comment", func(s *sheet) { s.Steps = slices.Delete(s.Steps, 1, 2) },
			"  # the ride\n  - id: ride\n    days: 1\n    only_if: {sedation: [yes]}\n\n", ""},
		{"an item comes", func(s *sheet) { s.Steps = slices.Insert(s.Steps, 2, step{ID: "new", Icon: "x"}) },
			"  - id: last", "  - id: new\n    icon: x\n\n  - id: last"},
		{"an item comes last", func(s *sheet) { s.Steps = append(s.Steps, step{ID: "new"}) },
			"  - id: last", "  - id: last\n\n  - id: new"},
		{"items change places", func(s *sheet) { s.Steps[1], s.Steps[2] = s.Steps[2], s.Steps[1] },
			"  # the ride\n  - id: ride\n    days: 1\n    only_if: {sedation: [yes]}\n\n  - id: last",
			"  - id: last\n\n  # the ride\n  - id: ride\n    days: 1\n    only_if: {sedation: [yes]}"},
		{"a list empties", func(s *sheet) { s.Why = nil },
			"# Why people come\nwhy: [pain, \"other: things\"]\n", ""},
		{"a choice between brackets", func(s *sheet) { s.Steps[1].OnlyIf["sedation"] = []string{"no", "unknown"} },
			"[yes]", `["no", unknown]`},
		{"a table comes", func(s *sheet) { s.Extra = &step{ID: "x", OnlyIf: map[string][]string{"a": {"b"}}} },
			"    on two lines\n", "    on two lines\nextra:\n  id: x\n  only_if:\n    a:\n      - b\n"},
	}
	for _, end := range []string{"\n", "\r\n"} {
		for _, test := range tests {
			t.Run(test.name, func(t *testing.T) {
				text := strings.ReplaceAll(handwritten, "\n", end)
				old, new := strings.ReplaceAll(test.old, "\n", end), strings.ReplaceAll(test.new, "\n", end)
				if strings.Count(text, old) != 1 {
					t.Fatalf("%q is not in the text once", old)
				}
				want := strings.Replace(text, old, new, 1)
				if got := change(t, text, test.edit); got != want {
					t.Errorf("got:\n%s\nwant:\n%s", got, want)
				}
			})
		}
	}
}

func TestUpdateOfOddTexts(t *testing.T) {
	tests := []struct {
		name, text string
		edit       func(*sheet)
		want       string
	}{
		{"no last line end", "id: a\nwhy:\n- x", func(s *sheet) { s.Why = append(s.Why, "z"); s.Done = true }, "id: a\ndone: true\nwhy:\n- x\n- z"},
		{"a key without a value", "id: a\ntitle: # none yet\nwhy:\nroom: 1\n", func(s *sheet) { s.Title = "t"; s.Why = []string{"w"} }, "id: a\ntitle: t # none yet\nwhy:\n  - w\nroom: 1\n"},
		{"an explicit zero", "id: a\ndone: no\nroom: 0 # none\n", func(s *sheet) { s.Done = true }, "id: a\ndone: true\nroom: 0 # none\n"},
		{"empty brackets", "id: a\nwhy: [] # none yet\nwords: {}\n", func(s *sheet) { s.Why = []string{"x"}; s.Words = map[string]string{"k": "v"} }, "id: a\nwhy: # none yet\n  - x\nwords:\n  k: v\n"},
		{"lines behind a comment", "id: a\ntitle: x # y\n", func(s *sheet) { s.Title = "one\ntwo" }, "id: a\ntitle: \"one\\ntwo\" # y\n"},
		{"all in brackets", "{id: a, steps: [{id: x, icon: i}]}", func(s *sheet) { s.Steps[0].Icon = "" }, "{id: a, steps: [{id: x}]}"},
		{"a dash on its own line", "id: a\nsteps:\n  -\n    id: x\n  -\n    id: y\n", func(s *sheet) { s.Steps = s.Steps[1:] }, "id: a\nsteps:\n  -\n    id: y\n"},
		{"the first key of an item", "id: a\nsteps:\n  - icon: i\n    id: x\n", func(s *sheet) { s.Steps[0].Icon = "" }, "id: a\nsteps:\n  - id: x\n"},
		{"another item altogether", "id: a\nsteps:\n  - id: x\n    icon: i # c\n", func(s *sheet) { s.Steps = []step{{ID: "z", Days: 2}} }, "id: a\nsteps:\n  - id: z\n    days: 2\n"},
		{"loose comments of what goes", "id: a\nwhy:\n- x\n\n# loose\n\n- y\n- z\n", func(s *sheet) { s.Why = []string{"x"} }, "id: a\nwhy:\n- x\n\n# loose\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := change(t, test.text, test.edit); got != test.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, test.want)
			}
		})
	}
}

func TestUpdateRefusesAFileWithMistakes(t *testing.T) {
	var s sheet
	doc, _ := Read("a.yaml", []byte("id: a\nroom: many\n"), &s)
	if got, err := doc.Update(s); err == nil {
		t.Errorf("it gave %q", got)
	}
}
