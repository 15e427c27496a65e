package change

import (
	"slices"
	"strings"
)

// A Part is what belongs together of two editions that differ: a step with its
// facts and its words in every language, a section, a title.
type Part struct {
	Key     string // "steps/ice", "title"
	Changes []Change
}

// unnumbered are places that count editions and are no part of what they say.
var unnumbered = map[string]bool{"version": true, "partial": true, "format": true}

// Parts are the parts in which two editions differ, in the order of the files.
func Parts(before, after Edition) []Part {
	a, b := flatten(before), flatten(after)
	var all []Part
	for _, c := range diff(a, b) {
		for _, key := range partsOf(a, b, c.Path) {
			i := slices.IndexFunc(all, func(p Part) bool { return p.Key == key })
			if i < 0 {
				i, all = len(all), append(all, Part{Key: key})
			}
			if !strings.HasSuffix(c.Path, "/"+ListKey) {
				all[i].Changes = append(all[i].Changes, c)
			}
		}
	}
	return all
}

// partsOf are the parts to which what changed at a path belongs: one, or for the
// keys of a list of parts those that came or went, and the list where its order is
// another.
func partsOf(a, b flat, path string) []string {
	keys := strings.Split(path, "/")[2:]
	if len(keys) == 0 || unnumbered[keys[0]] {
		return nil
	}
	list := path[:len(path)-len(strings.Join(keys, "/"))] + keys[0]
	switch {
	case len(keys) == 1:
		return []string{unescape(keys[0])}
	case !named(a, list) && !named(b, list):
		return []string{unescape(keys[0])}
	case keys[1] != ListKey:
		return []string{unescape(keys[0]) + "/" + unescape(keys[1])}
	}
	was, is := parted(a.values, path), parted(b.values, path)
	var parts []string
	for _, key := range append(slices.Clone(is), was...) {
		if slices.Contains(was, key) != slices.Contains(is, key) {
			parts = append(parts, unescape(keys[0])+"/"+key)
		}
	}
	if !slices.Equal(both(was, is), both(is, was)) {
		parts = append(parts, unescape(keys[0]))
	}
	return parts
}

// both are the keys of the first list that the second has too.
func both(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(key string) bool { return !slices.Contains(b, key) })
}

// named reports whether a place holds parts that are known by a name, and not by
// their number in a list.
func named(f flat, list string) bool {
	keys := parted(f.values, list+"/"+ListKey)
	return len(keys) > 0 && keys[0] != "0"
}

// Pick is the first edition with those parts of the second that take names.
func Pick(before, after Edition, take func(key string) bool) (Edition, error) {
	a, b := flatten(before), flatten(after)
	picked := flat{values: map[string]string{}}
	for _, path := range b.order {
		picked.set(path, b.values[path])
	}
	for _, c := range diff(a, b) {
		parts := partsOf(a, b, c.Path)
		if strings.HasSuffix(c.Path, "/"+ListKey) && strings.Count(c.Path, "/") == 3 && (named(a, strings.TrimSuffix(c.Path, "/"+ListKey)) || named(b, strings.TrimSuffix(c.Path, "/"+ListKey))) {
			picked.set(c.Path, joined(pickKeys(parted(a.values, c.Path), parted(b.values, c.Path), unescape(strings.Split(c.Path, "/")[2]), take)))
			continue
		}
		if !slices.ContainsFunc(parts, take) {
			picked.set(c.Path, c.Before)
		}
	}
	return build(picked)
}

// pickKeys are the keys of a list of parts: in the order of the one whose order is
// taken, with what came and without what went, where that is taken.
func pickKeys(was, is []string, list string, take func(string) bool) []string {
	from, other := was, is
	if take(list) || slices.Equal(both(was, is), both(is, was)) {
		from, other = is, was
	}
	keys := slices.Clone(from)
	for n, key := range other {
		if !slices.Contains(keys, key) {
			keys = behind(keys, other[:n], key)
		}
	}
	return slices.DeleteFunc(keys, func(key string) bool {
		came, went := !slices.Contains(was, key), !slices.Contains(is, key)
		return came && !take(list+"/"+key) || went && take(list+"/"+key)
	})
}
