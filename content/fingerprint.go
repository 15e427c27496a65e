package content

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"reflect"
	"slices"

	"deskleaf/content/civil"
)

// Fingerprint is the hash of everything that a patient or staff member may read
// of a procedure in one language. The same words and facts have the same
// fingerprint; a changed comma has another. Sign-offs are for a fingerprint.
//
// What only says which sheets staff are offered together is no part of it.
// Nor is the version, or the layout of the files: the version counts up when
// words of another language change, and these stay approved.
//
// What is empty leaves no mark: a newer program that knows one thing more of a
// procedure has the same fingerprint for words that do not say it, so that no
// approval is lost with an update.
func Fingerprint(p *Procedure, w *Words) string {
	if w.Imported != nil { // nobody who reads the words reads it
		same := *w
		same.Imported, w = nil, &same
	}
	d := digest{bytes: make([]byte, 0, 32<<10)} // as much as a procedure's words take
	d.value(reflect.ValueOf([]any{p, w}))
	sum := sha256.Sum256(d.bytes)
	return hex.EncodeToString(sum[:])
}

// Fingerprint is the hash of what a code is and how it is billed. When it was checked
// and from what is no part of it.
func (c Code) Fingerprint() string {
	c.Sources, c.Checked, c.CheckAgain = nil, civil.Date{}, civil.Date{}
	var d digest
	d.value(reflect.ValueOf(c))
	sum := sha256.Sum256(d.bytes)
	return hex.EncodeToString(sum[:])
}

// A digest writes values one after another, each so that no two can run together.
type digest struct{ bytes []byte }

// value writes a value: its kind, its length, what is in it.
func (d *digest) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		d.value(v.Elem())
	case reflect.String:
		d.text(v.String())
	case reflect.Int:
		d.number('n', v.Int())
	case reflect.Bool:
		d.number('b', 1)
	case reflect.Slice:
		d.number('s', int64(v.Len()))
		for i := range v.Len() {
			d.value(v.Index(i))
		}
	case reflect.Map:
		d.map_(v)
	case reflect.Struct:
		for i := range v.NumField() {
			if !isEmpty(v.Field(i)) && v.Type().Field(i).Tag.Get("fingerprint") != "no" {
				d.text(v.Type().Field(i).Name)
				d.value(v.Field(i))
			}
		}
		d.number('.', 0)
	case reflect.Invalid:
		d.number('0', 0)
	default:
		panic(fmt.Sprintf("fingerprint: no way to write a %v", v.Kind()))
	}
}

// map_ writes a map in the order of its keys.
func (d *digest) map_(v reflect.Value) {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
	for _, key := range keys {
		d.text(key.String())
		d.value(v.MapIndex(key))
	}
	d.number('.', 0)
}

func (d *digest) text(s string) {
	d.number('t', int64(len(s)))
	d.bytes = append(d.bytes, s...)
}

func (d *digest) number(kind byte, n int64) {
	d.bytes = binary.BigEndian.AppendUint64(append(d.bytes, kind), uint64(n))
}

// isEmpty reports whether a value says nothing.
func isEmpty(v reflect.Value) bool {
	if v.Kind() == reflect.Slice || v.Kind() == reflect.Map {
		return v.Len() == 0
	}
	return v.IsZero()
}
