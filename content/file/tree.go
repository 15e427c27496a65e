package file

import (
	"encoding"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"unicode/utf8"
)

// A tree is a Go value as it will stand in a file, before it is text.
type tree struct {
	kind  kind
	text  string // of a scalar
	typed bool   // the scalar's type reads it, so that 30 needs no quotes
	keys  []string
	kids  []*tree
}

// A kind is what a tree is.
type kind int

const (
	scalar kind = iota
	list
	table
)

// plant makes a tree of a value: a struct's fields in their order, a map's keys
// sorted.
func plant(v reflect.Value) (*tree, error) {
	if v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return &tree{text: "null", typed: true}, nil
		}
		if v.Type().Implements(textWriter) && !v.Type().Elem().Implements(textWriter) {
			return plantText(v.Interface().(encoding.TextMarshaler))
		}
		return plant(v.Elem())
	}
	if v.Type().Implements(textWriter) {
		return plantText(v.Interface().(encoding.TextMarshaler))
	}
	if reflect.PointerTo(v.Type()).Implements(textWriter) {
		copied := reflect.New(v.Type())
		copied.Elem().Set(v)
		return plantText(copied.Interface().(encoding.TextMarshaler))
	}
	switch v.Kind() {
	case reflect.Struct:
		return plantStruct(v)
	case reflect.Map:
		return plantMap(v)
	case reflect.Slice:
		return plantSlice(v)
	case reflect.String:
		return &tree{text: v.String()}, checkText(v.String())
	case reflect.Bool:
		return &tree{text: strconv.FormatBool(v.Bool()), typed: true}, nil
	case reflect.Float32, reflect.Float64:
		return plantFloat(v)
	}
	switch {
	case v.CanInt():
		return &tree{text: strconv.FormatInt(v.Int(), 10), typed: true}, nil
	case v.CanUint():
		return &tree{text: strconv.FormatUint(v.Uint(), 10), typed: true}, nil
	}
	return nil, fmt.Errorf("a %v cannot stand in a file", v.Type())
}

// plantText takes the text that a value writes of itself.
func plantText(m encoding.TextMarshaler) (*tree, error) {
	text, err := m.MarshalText()
	if err != nil {
		return nil, err
	}
	return &tree{text: string(text), typed: true}, checkText(string(text))
}

// checkText refuses what no text file can hold.
func checkText(text string) error {
	if !utf8.ValidString(text) {
		return errors.New("the text is not UTF-8")
	}
	return nil
}

// plantFloat writes a number with its point, and refuses what is none.
func plantFloat(v reflect.Value) (*tree, error) {
	f := v.Float()
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return nil, errors.New("the number is infinite or undefined")
	}
	return &tree{text: strconv.FormatFloat(f, 'f', -1, v.Type().Bits()), typed: true}, nil
}

// plantStruct leaves out the zero values that are marked so.
func plantStruct(v reflect.Value) (*tree, error) {
	t := &tree{kind: table}
	for _, f := range shapeOf(v.Type()).fields {
		value := v.FieldByIndex(f.index)
		if f.omitEmpty && isZero(value) {
			continue
		}
		kid, err := plant(value)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.key, err)
		}
		t.keys, t.kids = append(t.keys, f.key), append(t.kids, kid)
	}
	return t, nil
}

// isZero reports whether omitempty leaves a value out: one that says so itself,
// an empty list or map, or the type's zero value.
func isZero(v reflect.Value) bool {
	if v.Kind() == reflect.Slice || v.Kind() == reflect.Map {
		return v.Len() == 0
	}
	if z, ok := v.Interface().(interface{ IsZero() bool }); ok && v.Kind() != reflect.Pointer {
		return z.IsZero()
	}
	return v.IsZero()
}

// plantMap sorts the keys.
func plantMap(v reflect.Value) (*tree, error) {
	t := &tree{kind: table}
	values := map[string]reflect.Value{}
	for k, value := range v.Seq2() {
		key, err := plant(k)
		if err == nil && key.kind != scalar {
			err = fmt.Errorf("a %v cannot be a key", k.Type())
		}
		if err != nil {
			return nil, err
		}
		if len(quoteKey(key.text)) > maxKey {
			return nil, fmt.Errorf("the key %.20q… is too long", key.text)
		}
		t.keys = append(t.keys, key.text)
		values[key.text] = value
	}
	slices.Sort(t.keys)
	for _, key := range t.keys {
		kid, err := plant(values[key])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", key, err)
		}
		t.kids = append(t.kids, kid)
	}
	return t, nil
}

// plantSlice keeps the items' order.
func plantSlice(v reflect.Value) (*tree, error) {
	t := &tree{kind: list}
	for i := range v.Len() {
		kid, err := plant(v.Index(i))
		if err != nil {
			return nil, fmt.Errorf("item %d: %w", i+1, err)
		}
		t.kids = append(t.kids, kid)
	}
	return t, nil
}

// same reports whether two trees would be read as the same value.
func (t *tree) same(u *tree) bool {
	if t == nil || u == nil {
		return t == u
	}
	return t.kind == u.kind && t.text == u.text && slices.Equal(t.keys, u.keys) && slices.EqualFunc(t.kids, u.kids, (*tree).same)
}

// kid is the value of a table's key, or nil.
func (t *tree) kid(key string) *tree {
	if i := slices.Index(t.keys, key); i >= 0 {
		return t.kids[i]
	}
	return nil
}
