package change

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"deskleaf/content"
)

// flat is an edition as a list of places with their values, all of them text.
// What is zero has no place.
type flat struct {
	order  []string
	values map[string]string
}

func (f *flat) set(path, value string) {
	if _, known := f.values[path]; !known && value != "" {
		f.order = append(f.order, path)
	}
	if value == "" {
		delete(f.values, path)
		return
	}
	f.values[path] = value
}

// ListKey is the last key of a place that holds the keys of a list or map.
const ListKey = "[]"

// flatten writes an edition as places and values.
func flatten(e Edition) flat {
	f := flat{values: map[string]string{}}
	f.add("/"+factsKey, reflect.ValueOf(e.Facts))
	for _, language := range e.languages() {
		f.add("/"+escape(language), reflect.ValueOf(e.Words[language]))
	}
	return f
}

// add writes a value and all that is in it.
func (f *flat) add(path string, v reflect.Value) {
	if v.IsZero() {
		return
	}
	if m, ok := v.Interface().(encoding.TextMarshaler); ok {
		text, err := m.MarshalText()
		if err != nil {
			panic(fmt.Sprintf("change: write %s: %v", path, err))
		}
		f.set(path, string(text))
		return
	}
	switch v.Kind() {
	case reflect.String:
		f.set(path, v.String())
	case reflect.Int:
		f.set(path, strconv.FormatInt(v.Int(), 10))
	case reflect.Bool:
		f.set(path, "true")
	case reflect.Pointer:
		f.add(path, v.Elem())
	case reflect.Struct:
		for i, key := range keysOf(v.Type()) {
			if key != "" {
				f.add(path+"/"+key, v.Field(i))
			}
		}
	case reflect.Map:
		var keys []string
		for _, key := range v.MapKeys() {
			keys = append(keys, key.String())
		}
		slices.Sort(keys)
		f.set(path+"/"+ListKey, joined(keys))
		for _, key := range keys {
			f.add(path+"/"+escape(key), v.MapIndex(reflect.ValueOf(key).Convert(v.Type().Key())))
		}
	case reflect.Slice:
		f.addSlice(path, v)
	default:
		panic(fmt.Sprintf("change: no way to write a %v", v.Kind()))
	}
}

// addSlice writes lines of text as one value, and parts by their ids.
func (f *flat) addSlice(path string, v reflect.Value) {
	keys := make([]string, v.Len())
	if v.Type().Elem().Kind() == reflect.String {
		for i := range keys {
			keys[i] = v.Index(i).String()
		}
		f.set(path, joined(keys))
		return
	}
	named, times := nameField(v.Type().Elem()), map[string]int{}
	for i := range keys {
		keys[i] = strconv.Itoa(i)
		if named >= 0 {
			keys[i] = v.Index(i).Field(named).String()
		}
		if times[keys[i]]++; times[keys[i]] > 1 { // two of a name are a mistake, but one to be kept
			keys[i] += "~" + strconv.Itoa(times[keys[i]])
		}
	}
	f.set(path+"/"+ListKey, joined(keys))
	for i, key := range keys {
		f.add(path+"/"+escape(key), v.Index(i))
	}
}

// build makes the edition that places and values tell of.
func build(f flat) (Edition, error) {
	var e Edition
	b := builder{values: f.values, holds: map[string]bool{}}
	for path := range f.values {
		for at := strings.LastIndexByte(path, '/'); at > 0; at = strings.LastIndexByte(path[:at], '/') {
			b.holds[path[:at]] = true
		}
	}
	b.make("/"+factsKey, reflect.ValueOf(&e.Facts).Elem())
	for path := range b.holds {
		language := unescape(path[1:])
		if strings.Contains(path[1:], "/") || language == factsKey {
			continue
		}
		var w content.Words
		b.make(path, reflect.ValueOf(&w).Elem())
		if e.Words == nil {
			e.Words = map[string]content.Words{}
		}
		e.Words[language] = w
	}
	return e, b.err
}

// A builder fills values from places.
type builder struct {
	values map[string]string
	holds  map[string]bool // places that have others below them
	err    error
}

// make fills a value, which is zero before.
func (b *builder) make(path string, v reflect.Value) {
	text, said := b.values[path]
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		if said {
			b.fail(path, u.UnmarshalText([]byte(text)))
		}
		return
	}
	if !said && !b.holds[path] {
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Int:
		n, err := strconv.Atoi(text)
		b.fail(path, err)
		v.SetInt(int64(n))
	case reflect.Bool:
		v.SetBool(text == "true")
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		b.make(path, v.Elem())
	case reflect.Struct:
		for i, key := range keysOf(v.Type()) {
			if key != "" {
				b.make(path+"/"+key, v.Field(i))
			}
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for _, key := range parted(b.values, path+"/"+ListKey) {
			item := reflect.New(v.Type().Elem()).Elem()
			b.make(path+"/"+escape(key), item)
			v.SetMapIndex(reflect.ValueOf(key).Convert(v.Type().Key()), item)
		}
	case reflect.Slice:
		b.makeSlice(path, v)
	}
}

func (b *builder) makeSlice(path string, v reflect.Value) {
	if v.Type().Elem().Kind() == reflect.String {
		for _, line := range parted(b.values, path) {
			v.Set(reflect.Append(v, reflect.ValueOf(line).Convert(v.Type().Elem())))
		}
		return
	}
	named := nameField(v.Type().Elem())
	for _, key := range parted(b.values, path+"/"+ListKey) {
		item := reflect.New(v.Type().Elem()).Elem()
		b.make(path+"/"+escape(key), item)
		if named >= 0 && item.Field(named).String() == "" {
			item.Field(named).SetString(key)
		}
		v.Set(reflect.Append(v, item))
	}
}

// fail keeps the first error.
func (b *builder) fail(path string, err error) {
	if err != nil && b.err == nil {
		b.err = fmt.Errorf("change %s: %w", path, err)
	}
}

// keysOf are the keys that files have for the fields of a struct; "" for none.
func keysOf(t reflect.Type) []string {
	keys := make([]string, t.NumField())
	for i := range keys {
		keys[i], _, _ = strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
	}
	return keys
}

// nameField is the field by which the parts of a list are known: an id, or the
// number of a code; -1 where they have none and go by their place in the list.
func nameField(t reflect.Type) int {
	for _, name := range []string{"id", "number", "code"} {
		if i := slices.Index(keysOf(t), name); i >= 0 {
			return i
		}
	}
	return -1
}

// joined writes lines as one text, and parted reads them back. A line break
// inside of a line is written as \n, a backslash as two; an empty line as \e, so
// that one empty line is not none.
func joined(lines []string) string {
	written := make([]string, len(lines))
	for i, line := range lines {
		if written[i] = breaksOut.Replace(line); line == "" {
			written[i] = `\e`
		}
	}
	return strings.Join(written, "\n")
}

func parted(values map[string]string, path string) []string {
	text, ok := values[path]
	if !ok {
		return nil
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if lines[i] = breaksIn.Replace(line); line == `\e` {
			lines[i] = ""
		}
	}
	return lines
}

var (
	breaksOut = strings.NewReplacer(`\`, `\\`, "\n", `\n`)
	breaksIn  = strings.NewReplacer(`\\`, `\`, `\n`, "\n")
	keyOut    = strings.NewReplacer("~", "~0", "/", "~1")
	keyIn     = strings.NewReplacer("~0", "~", "~1", "/")
)

// escape writes a key as a part of a path (RFC 6901), and unescape reads it back.
func escape(key string) string   { return keyOut.Replace(key) }
func unescape(key string) string { return keyIn.Replace(key) }
