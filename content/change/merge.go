package change

import (
	"slices"
	"strings"
)

// A Conflict is a place that two people gave different values.
type Conflict struct {
	Path               string
	Base, Mine, Theirs string
}

// Merge puts together what two people made of one edition. Where only one changed
// a place, that change stands; where both gave it the same value, that one does.
// Where they contradict each other, mine stands in the merged edition, and the
// conflict says what theirs was: nothing is lost unseen.
//
// A part that one removed and the other changed stays, as a conflict of its place
// with its key for whoever kept it.
func Merge(base, mine, theirs Edition) (Edition, []Conflict, error) {
	m := merger{base: flatten(base), mine: flatten(mine), theirs: flatten(theirs)}
	merged := flat{values: map[string]string{}}
	for _, path := range m.paths() {
		b, i, t := m.base.values[path], m.mine.values[path], m.theirs.values[path]
		switch {
		case i == t || t == b:
			merged.set(path, i)
		case i == b:
			merged.set(path, t)
		case strings.HasSuffix(path, "/"+ListKey):
			merged.set(path, m.list(path))
		default:
			merged.set(path, i)
			m.conflicts = append(m.conflicts, Conflict{path, b, i, t})
		}
	}
	m.keep(&merged)
	edition, err := build(merged)
	return edition, m.conflicts, err
}

type merger struct {
	base, mine, theirs flat
	conflicts          []Conflict
}

// paths are the places of all three editions.
func (m *merger) paths() []string {
	known := paths(m.theirs, m.mine)
	for _, path := range m.base.order {
		if m.mine.values[path] == "" && m.theirs.values[path] == "" {
			known = append(known, path)
		}
	}
	return known
}

// list merges the keys of a list that both changed: in the order of mine, without
// what theirs removed, and with what theirs added behind what it stood behind.
func (m *merger) list(path string) string {
	b, i, t := parted(m.base.values, path), parted(m.mine.values, path), parted(m.theirs.values, path)
	var keys []string
	for _, key := range i {
		if slices.Contains(t, key) || !slices.Contains(b, key) {
			keys = append(keys, key)
		}
	}
	for n, key := range t {
		if slices.Contains(b, key) || slices.Contains(keys, key) {
			continue
		}
		keys = behind(keys, t[:n], key)
	}
	return joined(keys)
}

// behind puts a key into a list, behind the nearest of those that stood before it.
func behind(keys, before []string, key string) []string {
	for _, b := range slices.Backward(before) {
		if i := slices.Index(keys, b); i >= 0 {
			return slices.Insert(keys, i+1, key)
		}
	}
	return slices.Insert(keys, 0, key)
}

// keep brings parts back that one removed while the other changed something in
// them.
func (m *merger) keep(merged *flat) {
	for _, path := range m.base.order {
		parent, ok := strings.CutSuffix(path, "/"+ListKey)
		if !ok {
			continue
		}
		for _, key := range parted(m.base.values, path) {
			if slices.Contains(parted(merged.values, path), key) {
				continue
			}
			part := parent + "/" + escape(key)
			if holds(m.mine, path, key) && changed(m.base, m.mine, part) || holds(m.theirs, path, key) && changed(m.base, m.theirs, part) {
				m.bringBack(merged, path, key, part)
			}
		}
	}
}

// bringBack puts a part into the merged edition as whoever changed it left it.
func (m *merger) bringBack(merged *flat, list, key, part string) {
	from := m.theirs
	if holds(m.mine, list, key) {
		from = m.mine
	}
	keys := parted(merged.values, list)
	merged.set(list, joined(append(keys, key)))
	for _, path := range from.order {
		if path == part || strings.HasPrefix(path, part+"/") {
			merged.set(path, from.values[path])
		}
	}
	m.conflicts = slices.DeleteFunc(m.conflicts, func(c Conflict) bool { return strings.HasPrefix(c.Path, part+"/") || c.Path == part })
	m.conflicts = append(m.conflicts, Conflict{part, key, whole(m.mine, list, key), whole(m.theirs, list, key)})
}

// whole is the key of a part where it is there, and nothing where it was removed.
func whole(f flat, list, key string) string {
	if holds(f, list, key) {
		return key
	}
	return ""
}

// holds reports whether a list has a key.
func holds(f flat, list, key string) bool { return slices.Contains(parted(f.values, list), key) }

// changed reports whether anything in a part is another.
func changed(before, after flat, part string) bool {
	return slices.ContainsFunc(diff(before, after), func(c Change) bool {
		return c.Path == part || strings.HasPrefix(c.Path, part+"/")
	})
}
