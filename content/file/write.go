package file

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
)

// Write is the text of a new file. Struct fields stand in their order and map
// keys sorted, so that the same value gives the same bytes. Text is quoted where
// YAML would take it for something else, and long text stands on lines of its
// own. It fails for what no file can hold: text that is not UTF-8, an infinite
// number.
//
// What Write gives, [Read] reads back, except that an empty list or map becomes
// a nil one.
func Write(v any) ([]byte, error) {
	t, err := plantRoot(v)
	if err != nil {
		return nil, err
	}
	w := &writer{}
	switch {
	case t.kind == scalar || len(t.kids) == 0:
		w.value(t, 0, false)
		return []byte(strings.TrimPrefix(w.b.String(), " ")), nil
	case t.kind == list:
		w.list(t, 0, false)
	default:
		w.table(t, 0, false)
	}
	return []byte(w.b.String()), nil
}

// plantRoot makes a tree of a whole file.
func plantRoot(v any) (*tree, error) {
	if v == nil {
		return nil, errors.New("write a file: there is no value to write")
	}
	t, err := plant(reflect.ValueOf(v))
	if err != nil {
		return nil, fmt.Errorf("write a file: %w", err)
	}
	return t, nil
}

// A writer lays out trees, two spaces a level. Indents are columns from 0.
type writer struct {
	b strings.Builder
}

// table writes keys at an indent. The first one stands on the line that is
// begun, where there is one.
func (w *writer) table(t *tree, indent int, begun bool) {
	for i, key := range t.keys {
		if i > 0 || !begun {
			w.pad(indent)
		}
		w.b.WriteString(quoteKey(key) + ":")
		w.value(t.kids[i], indent, false)
	}
}

// list writes items at an indent, as table does.
func (w *writer) list(t *tree, indent int, begun bool) {
	for i, kid := range t.kids {
		if i > 0 || !begun {
			w.pad(indent)
		}
		w.b.WriteByte('-')
		w.value(kid, indent, true)
	}
}

// value writes what follows a key's colon or an item's dash at an indent, with
// the line's end.
func (w *writer) value(t *tree, indent int, afterDash bool) {
	switch {
	case t.kind == scalar:
		w.scalar(t, indent)
	case len(t.kids) == 0:
		w.b.WriteString(" " + t.flow() + "\n")
	default:
		if afterDash {
			w.b.WriteByte(' ')
		} else {
			w.b.WriteByte('\n')
		}
		if t.kind == list {
			w.list(t, indent+2, afterDash)
		} else {
			w.table(t, indent+2, afterDash)
		}
	}
}

// scalar writes text on the line, or on lines of its own where it is long.
func (w *writer) scalar(t *tree, indent int) {
	header, lines, ok := t.blockLines()
	if !ok {
		w.b.WriteString(" " + t.quote(false) + "\n")
		return
	}
	w.b.WriteString(" " + header + "\n")
	for _, line := range lines {
		if line != "" {
			w.pad(indent + 2)
		}
		w.b.WriteString(line + "\n")
	}
}

func (w *writer) pad(indent int) { w.b.WriteString(strings.Repeat(" ", indent)) }

// flow is a tree on one line, lists and tables in brackets.
func (t *tree) flow() string {
	if t.kind == scalar {
		return t.quote(true)
	}
	parts := make([]string, len(t.kids))
	for i, kid := range t.kids {
		parts[i] = kid.flow()
		if t.kind == table {
			parts[i] = (&tree{text: t.keys[i]}).quote(true) + ": " + parts[i]
		}
	}
	inside := strings.Join(parts, ", ")
	if t.kind == list {
		return "[" + inside + "]"
	}
	return "{" + inside + "}"
}
