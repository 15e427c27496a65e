package file

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// wantKeys complains where a node does not hold keys.
func (d *decoder) wantKeys(at spot, example string) bool {
	n := at.node
	if n.Kind == yaml.MappingNode {
		return true
	}
	is := "a list"
	if n.Kind == yaml.ScalarNode {
		is = shown(n)
	}
	hint := fmt.Sprintf("write keys with a colon and a space after them, as in `%s: …`", example)
	if key, _, ok := strings.Cut(n.Value, ":"); ok && n.Style == 0 && plainKey(key) {
		hint = fmt.Sprintf("put a space after the colon: `%s: …`", key)
	}
	d.complain(n, fmt.Sprintf("%s should hold keys and their values, and is %s", at.what(), is), hint)
	return false
}

// entry checks one key of a mapping: text, written plainly, and not there
// before. lines are where the keys before it stand.
func (d *decoder) entry(key *yaml.Node, lines map[string]int) bool {
	if key.Kind != yaml.ScalarNode {
		d.complain(key, "a key should be a word, not a list or keys of its own", `text that begins with [ or { needs quotes: "…"`)
		return false
	}
	before := d.source.start(key) - 1
	for before >= 0 && (d.source.text[before] == ' ' || d.source.text[before] == '\t') {
		before--
	}
	if before >= 0 && d.source.text[before] == '?' {
		d.complain(key, "a key with a question mark before it is not allowed here", fmt.Sprintf("write `%s: …`", key.Value))
		return false
	}
	if isEmpty(key) {
		d.complain(key, "a value without a key stands here", "write its key before the colon")
		return false
	}
	if at := strings.IndexByte(key.Value, '"'); at >= 0 && key.Style == 0 {
		line, column := d.source.place(d.source.start(key) + at)
		d.complainAt(line, column, "a colon and a space are missing before this quote", "write `key: \"text\"`")
		return false
	}
	if line, twice := lines[key.Value]; twice {
		d.complain(key, fmt.Sprintf("%q is there twice; it was first on line %d", key.Value, line), "take one of them out")
		return false
	}
	lines[key.Value] = key.Line
	return true
}

// structure fills a struct: unknown keys and those that are needed and missing
// are complaints.
func (d *decoder) structure(v reflect.Value, at spot) {
	shape := shapeOf(v.Type())
	keys := shape.keys()
	example := "key"
	if len(keys) > 0 {
		example = keys[0]
	}
	if !d.wantKeys(at, example) {
		return
	}
	lines := map[string]int{}
	content := at.node.Content
	var unused []string // keys that the file does not have: what an unknown one may have meant
	for i := 0; i < len(content); i += 2 {
		key, value := content[i], content[i+1]
		if !d.entry(key, lines) {
			continue
		}
		at, ok := shape.byKey[key.Value]
		if !ok {
			if unused == nil {
				unused = absent(keys, content)
			}
			d.unknown(key, unused)
			continue
		}
		f := shape.fields[at]
		d.value(value, v.FieldByIndex(f.index), spot{key: key, need: f.need})
	}
	for _, f := range shape.fields {
		if _, ok := lines[f.key]; f.need && !ok && !(at.node == d.root && d.lost[f.key]) {
			d.absentKey(at, f.key, keys)
		}
	}
}

// unknown complains of a key that a struct does not have.
func (d *decoder) unknown(key *yaml.Node, known []string) {
	if d.full() {
		return
	}
	special := func(r rune) bool { return visible(r) != r }
	if at := strings.IndexFunc(key.Value, special); at >= 0 && key.Style == 0 {
		line, column := d.source.place(d.source.start(key) + at)
		d.complainAt(line, column,
			"an invisible character or special space, as web pages have it, stands here", "delete it and press the space bar")
		return
	}
	d.complain(key, fmt.Sprintf("unknown key %q", shortened(key.Value)), suggest(key.Value, known))
}

// absent are the keys that a mapping does not have yet: what an unknown key was
// probably meant to be.
func absent(keys []string, content []*yaml.Node) []string {
	there := map[string]bool{}
	for i := 0; i < len(content); i += 2 {
		there[content[i].Value] = true
	}
	var rest []string
	for _, k := range keys {
		if !there[k] {
			rest = append(rest, k)
		}
	}
	return rest
}

// absentKey complains of a needed key, at the key or item that should hold it.
func (d *decoder) absentKey(at spot, key string, keys []string) {
	defer d.absent(len(d.complaints))
	place := at.node
	if at.key != nil {
		place = at.key
	}
	hint := fmt.Sprintf("add a line `%s: …`", key)
	for i := 0; i < len(at.node.Content); i += 2 {
		if word := at.node.Content[i].Value; nearest(word, []string{key}) != "" && !slices.Contains(keys, word) {
			hint = fmt.Sprintf("the key %q on line %d is probably meant to be it", word, at.node.Content[i].Line)
		}
	}
	d.complain(place, fmt.Sprintf("the key %q is missing here", key), hint)
}

// table fills a map. Its keys are strings or read their own text.
func (d *decoder) table(v reflect.Value, at spot) {
	if !d.wantKeys(at, "name") {
		return
	}
	n := at.node
	if len(n.Content) == 0 {
		v.SetZero()
		return
	}
	filled := reflect.MakeMapWithSize(v.Type(), len(n.Content)/2)
	lines := map[string]int{}
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if !d.entry(key, lines) {
			continue
		}
		k, ok := d.mapKey(key, v.Type().Key())
		item := reflect.New(v.Type().Elem()).Elem()
		d.value(value, item, spot{key: key})
		if ok {
			filled.SetMapIndex(k, item)
		}
	}
	v.Set(filled)
}

// mapKey is a key as the map's type wants it.
func (d *decoder) mapKey(key *yaml.Node, t reflect.Type) (reflect.Value, bool) {
	k := reflect.New(t)
	if readsText(t) {
		if err := k.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(key.Value)); err != nil {
			line, column := d.within(key, err)
			d.complainAt(line, column, err.Error(), "")
			return k.Elem(), false
		}
		return k.Elem(), true
	}
	if t.Kind() != reflect.String {
		panic(fmt.Sprintf("file: cannot fill keys of %v", t))
	}
	k.Elem().SetString(key.Value)
	return k.Elem(), true
}

// plainKey reports whether text looks like a key that somebody would write.
func plainKey(text string) bool {
	for i, r := range text {
		if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_' || i > 0 && (r >= '0' && r <= '9' || r == '-')) {
			return false
		}
	}
	return text != ""
}
