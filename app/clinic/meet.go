package clinic

import (
	"fmt"
	"path/filepath"
	"reflect"
	"strings"

	"deskleaf/app/share"
	"deskleaf/app/store"
	"deskleaf/content/file"
)

// A Met is what came of saving a file that another desk had changed meanwhile in the
// same places: nothing was written.
type Met struct {
	File   string
	Places []string // as the file has them: "phones.day"
}

// Error says it in English; the window has words of its own.
func (m *Met) Error() string {
	return fmt.Sprintf("another desk changed %s in %s meanwhile, so nothing was saved: look at what is there now, and change it again", strings.Join(m.Places, ", "), m.File)
}

// meet puts together what two desks made of one value: base as this desk read it,
// mine as it is to be, theirs as it is in the file. Where only one changed a place,
// that stands. It gives the places that both changed, where mine is in the result.
func meet[T any](base, mine, theirs T) (both T, places []string) {
	m := meeting{}
	met := m.meet(reflect.ValueOf(base), reflect.ValueOf(mine), reflect.ValueOf(theirs), "")
	return met.Interface().(T), m.places
}

type meeting struct{ places []string }

func (m *meeting) meet(base, mine, theirs reflect.Value, at string) reflect.Value {
	switch {
	case same(mine, theirs), same(theirs, base):
		return mine
	case same(mine, base):
		return theirs
	}
	switch mine.Kind() {
	case reflect.Struct:
		both := reflect.New(mine.Type()).Elem()
		for i := range mine.NumField() {
			both.Field(i).Set(m.meet(base.Field(i), mine.Field(i), theirs.Field(i), place(at, key(mine.Type().Field(i)))))
		}
		return both
	case reflect.Map:
		return m.maps(base, mine, theirs, at)
	case reflect.Slice:
		if named(mine.Type().Elem()) {
			return m.lists(base, mine, theirs, at)
		}
	}
	m.places = append(m.places, at)
	return mine
}

// maps meets maps key by key. One that a desk removed and the other changed stays, as a
// place that both changed.
func (m *meeting) maps(base, mine, theirs reflect.Value, at string) reflect.Value {
	both := reflect.MakeMap(mine.Type())
	none := reflect.Zero(mine.Type().Elem())
	get := func(from, key reflect.Value) reflect.Value {
		if v := from.MapIndex(key); v.IsValid() {
			return v
		}
		return none
	}
	for _, from := range []reflect.Value{mine, theirs} {
		for _, k := range from.MapKeys() {
			if !both.MapIndex(k).IsValid() {
				v := m.meet(get(base, k), get(mine, k), get(theirs, k), place(at, k.String()))
				if !same(v, none) {
					both.SetMapIndex(k, v)
				}
			}
		}
	}
	return both
}

// lists meets lists of things that have names: in the order of mine, then what theirs
// has besides.
func (m *meeting) lists(base, mine, theirs reflect.Value, at string) reflect.Value {
	both := reflect.MakeSlice(mine.Type(), 0, mine.Len()+theirs.Len())
	none := reflect.Zero(mine.Type().Elem())
	done := map[string]bool{}
	for _, from := range []reflect.Value{mine, theirs} {
		for i := range from.Len() {
			id := name(from.Index(i))
			if done[id] {
				continue
			}
			done[id] = true
			if v := m.meet(find(base, id, none), find(mine, id, none), find(theirs, id, none), place(at, id)); !same(v, none) {
				both = reflect.Append(both, v)
			}
		}
	}
	return both
}

// find is the thing of a name in a list, or none.
func find(list reflect.Value, id string, none reflect.Value) reflect.Value {
	for i := range list.Len() {
		if name(list.Index(i)) == id {
			return list.Index(i)
		}
	}
	return none
}

// named reports whether the things of a list are told apart by what they are: all that
// stand in a clinic's files are.
func named(t reflect.Type) bool { return t.Kind() == reflect.Struct }

// name tells a thing of a list from the others: its id, else its name and kind, else
// all that it says, as of a sign-off, which nobody changes.
func name(v reflect.Value) string {
	if id := v.FieldByName("ID"); id.IsValid() {
		return id.String()
	}
	if n := v.FieldByName("Name"); n.IsValid() {
		kind := v.FieldByName("Kind")
		if !kind.IsValid() {
			return n.String()
		}
		return kind.String() + " " + n.String()
	}
	return fmt.Sprint(v.Interface())
}

// same reports whether two values say the same: an empty list or map says what none
// does.
func same(a, b reflect.Value) bool {
	if k := a.Kind(); (k == reflect.Map || k == reflect.Slice) && a.Len() == 0 && b.Len() == 0 {
		return true
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}

// key is what a field is called in the file.
func key(f reflect.StructField) string {
	tag, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	return tag
}

func place(at, below string) string {
	if at == "" {
		return below
	}
	return at + "." + below
}

// TakeMissing adds to one of the clinic's files what only a conflict copy of it has, such
// as the answers that somebody gave at another desk, and puts the copy away. It gives the
// places where both say something else; there the file stays as it is.
func (c Clinic) TakeMissing(files store.FS, t share.Twin) (now Clinic, places []string, err error) {
	now = c
	err = c.Alone(files, func(c Clinic, files store.FS) error {
		now.lease = c.lease
		switch t.Of {
		case factsFile:
			now.Facts, places, err = take(files, &now, t, now.Facts)
		case answersFile:
			now.Answers, places, err = take(files, &now, t, now.Answers)
		case signOffsFile:
			now.SignOffs, places, err = take(files, &now, t, now.SignOffs)
		case schedulesFile:
			now.Schedules, places, err = take(files, &now, t, now.Schedules)
		case codesFile:
			now.CodeChecks, places, err = take(files, &now, t, now.CodeChecks)
		}
		if err == nil {
			_, err = c.PutAway(files, t)
		}
		return err
	})
	return now.Free(), places, err
}

// take saves a value with what only the conflict copy has.
func take[T any](files store.FS, c *Clinic, t share.Twin, has T) (T, []string, error) {
	data, err := files.ReadFile(filepath.Join(c.Folder, filepath.FromSlash(t.Path)))
	if err != nil {
		return has, nil, fmt.Errorf("read the conflict copy %s: %w", t.Path, err)
	}
	if err := file.CheckFormat(t.Path, data, Format); err != nil {
		return has, nil, err
	}
	var twin, none T
	if _, complaints := file.Read(t.Path, data, &twin); complaints.Err() != nil {
		return has, nil, complaints.Err()
	}
	both, places := meet(none, has, twin)
	now, err := save(files, c, t.Of, both)
	return now, places, err
}
