package window

import (
	"fmt"
	"image"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/cost"
	"deskleaf/content/civil"
)

// A walk goes from one object to every other that can be reached from it, by
// pointers, interfaces, maps, slices up to their capacity, and from a widget to
// what draws it. What a closure has captured cannot be seen from outside.
type walk struct {
	marked func(reflect.Value) bool // whether a value is one of those looked for
	seen   map[spot]bool
	next   []*node
	bears  map[reflect.Type]bool // whether anything of a type can be one
}

// A spot is an object by where it lies and what it is: a struct lies where its
// first field does.
type spot struct {
	at     unsafe.Pointer
	of     reflect.Type
	length int
}

// A node is a value and the way to it.
type node struct {
	value reflect.Value
	name  string
	from  *node
}

func (n *node) String() string {
	var names []string
	for ; n != nil; n = n.from {
		names = append(names, n.name)
	}
	slices.Reverse(names)
	return strings.Join(names, "")
}

// holding are the shortest ways from an object to what is marked.
func holding(from any, marked func(reflect.Value) bool) []string {
	w := &walk{marked: marked, seen: map[spot]bool{}, bears: map[reflect.Type]bool{}}
	w.next = []*node{{reflect.ValueOf(from), reflect.TypeOf(from).Elem().Name(), nil}}
	var found []string
	for len(w.next) > 0 {
		n := w.next[0]
		w.next = w.next[1:]
		if w.marked(n.value) {
			found = append(found, fmt.Sprintf("%s (%s)", n, n.value.Type()))
			continue
		}
		w.step(n)
	}
	return found
}

// new reports whether an object was not yet seen.
func (w *walk) new(p spot) bool {
	if p.at == nil || w.seen[p] {
		return false
	}
	w.seen[p] = true
	return true
}

// to goes to a value next.
func (w *walk) to(n *node, v reflect.Value, name string) {
	if v.IsValid() && w.canBear(v.Type()) {
		w.next = append(w.next, &node{v, name, n})
	}
}

// step goes on to all that a value leads to.
func (w *walk) step(n *node) {
	v := n.value
	switch v.Kind() {
	case reflect.Pointer:
		if w.new(spot{v.UnsafePointer(), v.Type(), 0}) {
			// Made anew from the address, it may be used like an exported one.
			whole := reflect.NewAt(v.Type().Elem(), v.UnsafePointer())
			w.to(n, whole.Elem(), "")
			w.drawn(n, whole)
		}
	case reflect.Interface:
		w.to(n, v.Elem(), "")
	case reflect.Struct:
		for i := range v.NumField() {
			w.to(n, v.Field(i), "."+v.Type().Field(i).Name)
		}
	case reflect.Map:
		if w.new(spot{v.UnsafePointer(), v.Type(), 0}) {
			for each := v.MapRange(); each.Next(); {
				w.to(n, each.Key(), "[key]")
				w.to(n, each.Value(), fmt.Sprintf("[%v]", each.Key()))
			}
		}
	case reflect.Slice:
		if w.new(spot{v.UnsafePointer(), v.Type(), v.Cap()}) {
			all := v.Slice(0, v.Cap())
			for i := range all.Len() {
				w.to(n, all.Index(i), fmt.Sprintf("[%d of %d]", i, v.Len()))
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			w.to(n, v.Index(i), fmt.Sprintf("[%d]", i))
		}
	}
}

// drawn goes on to what draws a widget.
func (w *walk) drawn(n *node, v reflect.Value) {
	if o, ok := v.Interface().(fyne.Widget); ok && v.Elem().Kind() == reflect.Struct {
		w.to(n, reflect.ValueOf(test.WidgetRenderer(o)), "→renderer")
	}
}

// canBear reports whether a value of a type can be marked, or lead to one that is.
func (w *walk) canBear(t reflect.Type) bool {
	if known, ok := w.bears[t]; ok {
		return known
	}
	w.bears[t] = true // a type within itself; the rest of it decides
	can := false
	switch t.Kind() {
	case reflect.String, reflect.Interface, reflect.Pointer, reflect.Map, reflect.Slice:
		can = true
	case reflect.Int, reflect.Int64:
		can = t == reflect.TypeFor[cost.Cents]()
	case reflect.Struct:
		can = t == reflect.TypeFor[civil.Date]()
		for i := range t.NumField() {
			can = can || w.canBear(t.Field(i).Type)
		}
	case reflect.Array:
		can = w.canBear(t.Elem())
	}
	if t.Kind() == reflect.Slice && t.Elem().Kind() != reflect.Uint8 && t.Elem().Kind() != reflect.Int32 {
		can = w.canBear(t.Elem())
	}
	w.bears[t] = can
	return can
}

// pagesWide is the width in pixels from which on a picture may be one of a page.
const pagesWide = 400

// ofPatient reports whether a value has something of a patient: a text with a
// mark, a birth date, an amount, or a picture of a page.
func ofPatient(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		return isMarked(v.String())
	case reflect.Int, reflect.Int64:
		return v.Type() == reflect.TypeFor[cost.Cents]() && isMarkedAmount(cost.Cents(v.Int()))
	case reflect.Slice:
		switch v.Type().Elem().Kind() {
		case reflect.Uint8:
			return isMarked(string(v.Slice(0, v.Cap()).Bytes()))
		case reflect.Int32:
			letters := make([]rune, 0, v.Cap())
			for all, i := v.Slice(0, v.Cap()), 0; i < v.Cap(); i++ {
				letters = append(letters, rune(all.Index(i).Int()))
			}
			return isMarked(string(letters))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[civil.Date]() {
			return v.FieldByName("Year").Int() == bornYear
		}
		if v.CanAddr() && v.Addr().CanInterface() {
			picture, ok := v.Addr().Interface().(image.Image)
			return ok && picture.Bounds().Dx() >= pagesWide
		}
	}
	return false
}

// TestWalkFinds holds that the walk finds what is hidden in each way in which
// something can be held.
func TestWalkFinds(t *testing.T) {
	type inner struct {
		text string
		self *inner
	}
	ring := &inner{text: mark("name", 1)}
	ring.self = ring
	for name, hidden := range map[string]any{
		"a text":               mark("name", 1),
		"a ring":               ring,
		"letters":              []rune(mark("name", 1)),
		"bytes":                []byte(mark("name", 1)),
		"a key":                map[string]int{mark("name", 1): 1},
		"a value":              map[int]inner{1: {text: mark("name", 1)}},
		"what was cut off":     []string{mark("name", 1)}[:0],
		"text that was cut":    []byte(mark("name", 1))[:0],
		"an array":             [2]inner{1: {text: mark("name", 1)}},
		"a birth date":         []civil.Date{{Year: bornYear, Month: 3, Day: 17}},
		"an amount":            &cost.Range{Low: amountOf(7)},
		"a picture of a page":  image.NewRGBA(image.Rect(0, 0, 510, 660)),
		"a number of the plan": struct{ hidden any }{&inner{self: &inner{text: mark("number", 3)}}},
	} {
		if got := holding(&struct{ hidden any }{hidden}, ofPatient); len(got) != 1 {
			t.Errorf("%s is found %d times: %q", name, len(got), got)
		}
	}
	if got := holding(&struct{ hidden any }{[]any{"Sacroiliac", civil.Date{Year: 2026}, cost.Cents(100), []byte{1, 2}}}, ofPatient); len(got) > 0 {
		t.Errorf("nothing is hidden, and found is %q", got)
	}
}
