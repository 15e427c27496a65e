// Package change treats what was changed in a procedure as values: what differs
// between two editions of it, what that makes of a third, and what comes out
// where two people changed the same one.
//
// An [Edition] is a procedure with its words in every language. [Diff] gives the
// [Change]s that lead from one edition to another, [Edition.Apply] makes them,
// [Change.Undo] turns one round, and [Merge] puts together what two people made
// of one edition and says where they contradict each other ([Conflict]). So undo,
// history, review and the meeting of two desks are one thing.
//
// A change has a place: a path of keys from the top, such as
// "/en/steps/ice/text" or "/facts/steps/ice/when" (a JSON pointer, RFC 6901).
// Steps, signs, codes and whatever else has an id go by it, so that a step keeps
// its place when another is put before it. Which keys there are and in which
// order is a value too: the place "/facts/steps/[]" holds the ids of the steps,
// one a line.
//
// Editions are not changed by anything here; what comes back shares nothing with
// what went in.
package change

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"deskleaf/content"
)

// An Edition is a procedure as it stands at one time: the facts, and the words by
// language.
type Edition struct {
	Facts content.Procedure
	Words map[string]content.Words
}

// A Change is one value of an edition that became another. An empty text stands
// for no value.
type Change struct {
	Path          string
	Before, After string
}

// Undo is the change back.
func (c Change) Undo() Change { return Change{c.Path, c.After, c.Before} }

// Language is the language whose words the change is in; "" for the facts.
func (c Change) Language() string {
	top, _, _ := strings.Cut(strings.TrimPrefix(c.Path, "/"), "/")
	if top == factsKey {
		return ""
	}
	return top
}

// factsKey is the first key of what is the same in every language. No language
// has such a tag.
const factsKey = "facts"

// Diff gives the changes that lead from one edition to another, in the order of
// the files.
func Diff(before, after Edition) []Change {
	return diff(flatten(before), flatten(after))
}

func diff(before, after flat) []Change {
	var all []Change
	for _, path := range paths(before, after) {
		if old, new := before.values[path], after.values[path]; old != new {
			all = append(all, Change{path, old, new})
		}
	}
	return all
}

// Apply makes changes and gives the edition that comes of them. A change whose
// place has another value than it expects is an error, and none is made.
func (e Edition) Apply(changes ...Change) (Edition, error) {
	f := flatten(e)
	for _, c := range changes {
		if now := f.values[c.Path]; now != c.Before {
			return Edition{}, fmt.Errorf("change %s: it is %q now, and not %q", c.Path, now, c.Before)
		}
		f.set(c.Path, c.After)
	}
	return build(f)
}

// Clone is the edition once more, sharing nothing with it.
func (e Edition) Clone() Edition {
	same, err := build(flatten(e))
	if err != nil {
		panic(fmt.Sprintf("change: an edition cannot be made of itself: %v", err))
	}
	return same
}

// paths are the places of two editions: those of the second in its order, then
// those that only the first has.
func paths(before, after flat) []string {
	all := slices.Clone(after.order)
	for _, path := range before.order {
		if _, known := after.values[path]; !known {
			all = append(all, path)
		}
	}
	return all
}

// languages are the tags of all languages, in a fixed order.
func (e Edition) languages() []string { return slices.Sorted(maps.Keys(e.Words)) }
