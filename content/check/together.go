package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"deskleaf/content"
	"deskleaf/content/find"
)

// A Told is a procedure with its words by language.
type Told struct {
	Procedure *content.Procedure
	Words     map[string]*content.Words
}

// Together finds what is wrong between the procedures of one library, by their
// ids: a code that two of them claim as their own, a name that leads to the wrong
// one, and sheets that go together of which one is missing or contradicts the other.
// The findings of a procedure that has the first claim are none.
func Together(told []Told) (facts map[string][]Finding, words map[string]map[string][]Finding) {
	facts, words = map[string][]Finding{}, map[string]map[string][]Finding{}
	claimed, titled := map[string]string{}, map[string]string{}
	known := map[string]*content.Procedure{}
	for _, t := range told {
		known[t.Procedure.ID] = t.Procedure
		for _, c := range t.Procedure.Codes {
			if c.Primary && claimed[c.Number] == "" {
				claimed[c.Number] = t.Procedure.ID
			}
		}
		for _, w := range t.Words {
			for _, name := range []string{w.Title, w.Short} {
				if key := foldedName(name); titled[key] == "" {
					titled[key] = t.Procedure.ID
				}
			}
		}
	}
	for _, t := range told {
		id := t.Procedure.ID
		var fs findings
		for i, c := range t.Procedure.Codes {
			if other := claimed[c.Number]; c.Primary && other != id {
				fs.add(Mistake, fmt.Sprintf("codes[%d].primary", i), 0, "only one of them can be what the code means; take primary out here, or there", "%s is primary in %q too", c.Number, other)
			}
		}
		fs.company(t.Procedure, known)
		if len(fs) > 0 {
			facts[id] = fs
		}
		for _, language := range slices.Sorted(maps.Keys(t.Words)) {
			if found := names(t.Words[language], id, titled); len(found) > 0 {
				if words[id] == nil {
					words[id] = map[string][]Finding{}
				}
				words[id][language] = found
			}
		}
	}
	return facts, words
}

// company finds sheets beside a procedure's own that do not exist, and those that are
// offered with it although the two must not be handed out together.
func (fs *findings) company(p *content.Procedure, known map[string]*content.Procedure) {
	for _, list := range []struct {
		key string
		ids []string
	}{{"print_also", p.PrintAlso}, {"not_with", p.NotWith}} {
		for i, id := range list.ids {
			path, other := fmt.Sprintf("%s[%d]", list.key, i), known[id]
			switch {
			case other == nil:
				fs.add(Mistake, path, 0, "name the id of a procedure; one of the clinic is known where its folder is checked too", "there is no procedure %q", id)
			case list.key == "print_also" && p.Apart(other):
				fs.add(Mistake, path, 0, "take one of the two out: such a visit needs one plan in writing", "%q must not be handed out with this procedure (not_with)", id)
			}
		}
	}
}

// names finds names for the search that mean another procedure: its title, or a
// word that only sounds like this one's.
func names(w *content.Words, id string, titled map[string]string) []Finding {
	var fs findings
	title := strings.Fields(foldedName(w.Title + " " + w.Short))
	judge := func(list string, entries []string) {
		for i, name := range entries {
			path := fmt.Sprintf("%s[%d]", list, i)
			if other := titled[foldedName(name)]; other != "" && other != id {
				fs.add(Mistake, path, 0, "take it out: who types it wants the other", "%q is the name of %q", name, other)
				continue
			}
			for _, typed := range strings.Fields(foldedName(name)) {
				if k := slices.IndexFunc(title, func(own string) bool { return find.Confusable(typed, own) }); k >= 0 {
					fs.add(Mistake, path, 0, "take it out: the two must never lead to one another", "%q is another procedure than %q, and only sounds like it", typed, title[k])
				}
			}
		}
	}
	judge("names", w.Names)
	judge("misspelled", w.Misspelled)
	judge("topics", w.Topics)
	return fs
}

// foldedName is a name in small letters without accents and marks.
func foldedName(name string) string {
	var words []string
	for _, sentence := range lineOf(name) {
		for _, w := range sentence {
			words = append(words, w.folded)
		}
	}
	return strings.Join(words, " ")
}
