package file

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"
	"sync"
)

// A field is one key of a struct's file.
type field struct {
	key       string
	index     []int // path for reflect's FieldByIndex
	need      bool
	omitEmpty bool
}

// A shape is the fields of a struct type in their order.
type shape struct {
	fields []field
	byKey  map[string]int
}

var shapes sync.Map // reflect.Type to *shape

// shapeOf reads the tags of a struct type. A tag that it does not understand is
// a mistake of the program.
func shapeOf(t reflect.Type) *shape {
	if known, ok := shapes.Load(t); ok {
		return known.(*shape)
	}
	s := &shape{byKey: map[string]int{}}
	s.add(t, nil)
	shapes.Store(t, s)
	return s
}

// add takes in the fields of t, which stands at path in the outer struct.
func (s *shape) add(t reflect.Type, path []int) {
	for i := range t.NumField() {
		tag := t.Field(i).Tag.Get("yaml")
		key, options, _ := strings.Cut(tag, ",")
		if key == "-" || tag == "" || !t.Field(i).IsExported() {
			continue
		}
		f := field{key: key, index: append(path[:len(path):len(path)], i)}
		inline := false
		for option := range strings.SplitSeq(options, ",") {
			switch option {
			case "":
			case "need":
				f.need = true
			case "omitempty":
				f.omitEmpty = true
			case "inline":
				inline = true
			default:
				panic(fmt.Sprintf("file: %v.%s: unknown word %q in its tag", t, t.Field(i).Name, option))
			}
		}
		if inline {
			s.add(t.Field(i).Type, f.index)
			continue
		}
		if _, twice := s.byKey[key]; twice || key == "" {
			panic(fmt.Sprintf("file: %v.%s: its key %q is empty or used twice", t, t.Field(i).Name, key))
		}
		s.byKey[key] = len(s.fields)
		s.fields = append(s.fields, f)
	}
}

// keys are the keys of a struct in order.
func (s *shape) keys() []string {
	keys := make([]string, len(s.fields))
	for i, f := range s.fields {
		keys[i] = f.key
	}
	return keys
}

var (
	textReader = reflect.TypeFor[encoding.TextUnmarshaler]()
	textWriter = reflect.TypeFor[encoding.TextMarshaler]()
)

// readsText reports whether a value of this type reads its own text.
func readsText(t reflect.Type) bool { return reflect.PointerTo(t).Implements(textReader) }
