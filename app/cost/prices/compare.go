package prices

import (
	"cmp"
	"slices"

	"deskleaf/content/civil"
)

// A Change is an entry as it was and as it will be.
type Change struct{ Old, New Entry }

// A Preview is what a new list changes.
type Preview struct {
	New     []Entry
	Changed []Change
	Dropped []Entry
	Expired []Entry // of the new list: their last day has passed, so that they are never used
	Same    int
}

// IsEmpty reports whether nothing changes.
func (p Preview) IsEmpty() bool { return len(p.New)+len(p.Changed)+len(p.Dropped) == 0 }

// Compare says what putting next in the place of old changes.
func Compare(old, next List, today civil.Date) Preview {
	var p Preview
	before, after := grouped(old), grouped(next)
	for _, e := range next {
		if e.expired(today) {
			p.Expired = append(p.Expired, e)
		}
	}
	for _, key := range keys(old, next) {
		was, is := before[key], after[key]
		stays := func(list []Entry) func(Entry) bool { return func(e Entry) bool { return slices.Contains(list, e) } }
		gone, come := slices.DeleteFunc(slices.Clone(was), stays(is)), slices.DeleteFunc(slices.Clone(is), stays(was))
		p.Same += len(is) - len(come)
		for i := range max(len(gone), len(come)) {
			switch {
			case i >= len(gone):
				p.New = append(p.New, come[i])
			case i >= len(come):
				p.Dropped = append(p.Dropped, gone[i])
			default:
				p.Changed = append(p.Changed, Change{gone[i], come[i]})
			}
		}
	}
	return p
}

// grouped are the entries by what they are prices of, each group by its days.
func grouped(l List) map[Entry][]Entry {
	groups := map[Entry][]Entry{}
	for _, e := range l {
		groups[e.key()] = append(groups[e.key()], e)
	}
	for _, group := range groups {
		slices.SortStableFunc(group, func(a, b Entry) int { return a.From.Compare(b.From) })
	}
	return groups
}

// keys are what both lists have prices of, in the order of codes.
func keys(lists ...List) []Entry {
	seen := map[Entry]bool{}
	var all []Entry
	for _, l := range lists {
		for _, e := range l {
			if key := e.key(); !seen[key] {
				seen[key] = true
				all = append(all, key)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Entry) int { return cmp.Compare(a.Code, b.Code) })
	return all
}
