package file

import (
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// A decoder fills Go values from nodes and collects what does not fit.
type decoder struct {
	source     *source
	root       *yaml.Node
	lost       map[string]bool // top-level keys that could not be parsed
	complaints Complaints
}

// A spot is a value in the file and the key that it belongs to.
type spot struct {
	node *yaml.Node
	key  *yaml.Node // nil for a list's item and for the whole file
	need bool
}

// what names the value in a complaint.
func (at spot) what() string {
	if at.key != nil {
		return strconv.Quote(at.key.Value)
	}
	return "this"
}

// complain notes what is wrong at a node.
func (d *decoder) complain(n *yaml.Node, what, hint string) {
	d.complainAt(n.Line, n.Column, what, hint)
}

// complainAt notes what is wrong at a place, until there are too many to read.
func (d *decoder) complainAt(line, column int, what, hint string) {
	if !d.full() {
		d.complaints = append(d.complaints, d.source.complain(line, column, what, hint))
	}
}

// full reports whether there are more complaints than will be told.
func (d *decoder) full() bool { return len(d.complaints) > maxComplaints }

// absent marks the complaints since as ones about values that are not there.
func (d *decoder) absent(since int) {
	for i := since; i < len(d.complaints); i++ {
		d.complaints[i].Absent = true
	}
}

// missing notes a value that is needed and not there.
func (d *decoder) missing(at spot, example string) {
	defer d.absent(len(d.complaints))
	if at.key != nil {
		d.complain(at.key, fmt.Sprintf("%q has no value", at.key.Value), "write it after the colon"+example)
		return
	}
	d.complain(at.node, "this item is empty", "write it after the dash, or take the dash out")
}

// value fills v from a node. A value that does not fit leaves v as it is.
func (d *decoder) value(n *yaml.Node, v reflect.Value, at spot) {
	at.node = n
	if v.Kind() == reflect.Pointer {
		if isNull(n) && !at.need {
			v.SetZero()
			return
		}
		fresh := reflect.New(v.Type().Elem())
		known := len(d.complaints)
		d.value(n, fresh.Elem(), at)
		if len(d.complaints) == known {
			v.Set(fresh)
		}
		return
	}
	if isEmpty(n) || isNull(n) && v.Kind() != reflect.String {
		if at.need || at.key == nil {
			d.missing(at, "")
			return
		}
		v.SetZero()
		return
	}
	if readsText(v.Type()) {
		d.ownText(v, at)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		d.structure(v, at)
	case reflect.Map:
		d.table(v, at)
	case reflect.Slice:
		d.list(v, at)
	case reflect.String:
		d.text(v, at)
	case reflect.Bool:
		d.yesOrNo(v, at)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		d.wholeNumber(v, at)
	case reflect.Float32, reflect.Float64:
		d.number(v, at)
	default:
		panic(fmt.Sprintf("file: cannot fill a %v", v.Type()))
	}
}

// wantScalar complains where a node is not one value.
func (d *decoder) wantScalar(at spot, wanted string) bool {
	n := at.node
	if n.Kind == yaml.ScalarNode {
		return true
	}
	what := fmt.Sprintf("%s should be %s, and is a list", at.what(), wanted)
	hint := "write one value after the colon, without dashes"
	if n.Kind == yaml.MappingNode {
		what = fmt.Sprintf("%s should be %s, and holds keys of its own", at.what(), wanted)
		hint = "write one value after the colon"
	}
	if n.Style&yaml.FlowStyle != 0 {
		open := "["
		if n.Kind == yaml.MappingNode {
			open = "{"
		}
		hint = fmt.Sprintf(`text that begins with %s needs quotes, as in "{hours} before"`, open)
	} else if n.Kind == yaml.MappingNode && (at.key == nil || n.Line == at.key.Line) {
		line, column := d.source.place(d.source.end(n.Content[0]))
		d.complainAt(line, column, "a colon inside a text ends it", inQuotes)
		return false
	}
	d.complain(n, what, hint)
	return false
}

// ownText lets a type read its text.
func (d *decoder) ownText(v reflect.Value, at spot) {
	if !d.wantScalar(at, "one value") {
		return
	}
	fresh := reflect.New(v.Type())
	if err := fresh.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(at.node.Value)); err != nil {
		line, column := d.within(at.node, err)
		hint := ""
		if h, ok := err.(interface{ Hint() string }); ok {
			hint = h.Hint()
		}
		d.complainAt(line, column, err.Error(), hint)
		return
	}
	v.Set(fresh.Elem())
}

// within is the place in a value's text at which an error says it is: its
// Column() counts bytes. Where the file writes the text otherwise than it reads,
// with escapes or over several lines, it is the value's beginning.
func (d *decoder) within(n *yaml.Node, err error) (line, column int) {
	inside, ok := err.(interface{ Column() int })
	if !ok {
		return n.Line, n.Column
	}
	at := inside.Column()
	start := d.source.offset(n.Line, n.Column)
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		start++
	}
	if at <= 0 || at > len(n.Value) || !strings.HasPrefix(string(d.source.text[start:]), n.Value) || strings.ContainsAny(n.Value, "\r\n") {
		return n.Line, n.Column
	}
	return d.source.place(start + at)
}

// text fills a string with exactly what is written.
func (d *decoder) text(v reflect.Value, at spot) {
	if d.wantScalar(at, "text") {
		d.swallowed(at.node)
		v.SetString(at.node.Value)
	}
}

// yesOrNo fills a bool.
func (d *decoder) yesOrNo(v reflect.Value, at spot) {
	if !d.wantScalar(at, "true or false") {
		return
	}
	if at.node.Style == 0 {
		switch strings.ToLower(at.node.Value) {
		case "true", "yes":
			v.SetBool(true)
			return
		case "false", "no":
			v.SetBool(false)
			return
		}
	}
	d.complain(at.node, fmt.Sprintf("%s should be true or false, and is %s", at.what(), shown(at.node)), "write true or false, without quotes")
}

// wholeNumber fills an integer of any size.
func (d *decoder) wholeNumber(v reflect.Value, at spot) {
	if !d.wantScalar(at, "a whole number") {
		return
	}
	n, text := at.node, at.node.Value
	var err error
	if v.CanInt() {
		var i int64
		if i, err = strconv.ParseInt(text, 10, v.Type().Bits()); err == nil && n.Style == 0 {
			v.SetInt(i)
			return
		}
	} else {
		var u uint64
		if u, err = strconv.ParseUint(text, 10, v.Type().Bits()); err == nil && n.Style == 0 {
			v.SetUint(u)
			return
		}
	}
	switch {
	case err == nil:
		d.complain(n, fmt.Sprintf("%s should be a whole number, and is text because of its quotes", at.what()), "take the quotes away: "+text)
	case strings.HasSuffix(err.Error(), strconv.ErrRange.Error()):
		d.complain(n, fmt.Sprintf("%s should be a whole number %s, and is %s", at.what(), bounds(v), text), "is a digit too many in it?")
	case strings.HasPrefix(text, "-") && v.CanUint():
		d.complain(n, fmt.Sprintf("%s should not be below 0, and is %s", at.what(), text), "take the minus sign away")
	default:
		d.complain(n, fmt.Sprintf("%s should be a whole number, and is %s", at.what(), shown(n)), "write digits only, as in 30")
	}
}

// bounds says which numbers an integer can hold.
func bounds(v reflect.Value) string {
	bits := v.Type().Bits()
	switch {
	case bits == 64:
		return "of at most 18 digits"
	case v.CanUint():
		return fmt.Sprintf("from 0 to %d", uint64(1)<<bits-1)
	}
	return fmt.Sprintf("from %d to %d", -int64(1)<<(bits-1), int64(1)<<(bits-1)-1)
}

// number fills a float.
func (d *decoder) number(v reflect.Value, at spot) {
	if !d.wantScalar(at, "a number") {
		return
	}
	f, err := strconv.ParseFloat(at.node.Value, v.Type().Bits())
	if err != nil || at.node.Style != 0 || strings.ContainsAny(at.node.Value, "xXpPnN_") {
		d.complain(at.node, fmt.Sprintf("%s should be a number, and is %s", at.what(), shown(at.node)), "write digits and a point, without quotes, as in 2.5")
		return
	}
	v.SetFloat(f)
}

// shown is a scalar as a complaint quotes it.
func shown(n *yaml.Node) string { return strconv.Quote(shortened(n.Value)) }

// shortened is the first line of a text, cut where it is long, without
// characters that a terminal would obey.
func shortened(text string) string {
	text, _, more := strings.Cut(text, "\n")
	runes := []rune(strings.Map(visible, text))
	if more || len(runes) > 40 {
		runes = append(runes[:min(39, len(runes))], '…')
	}
	return string(runes)
}

// list fills a slice.
func (d *decoder) list(v reflect.Value, at spot) {
	n := at.node
	if n.Kind != yaml.SequenceNode {
		hint := "put a dash and a space before each item, on lines of their own"
		if n.Kind == yaml.ScalarNode {
			text := strings.TrimLeft(n.Value, "-")
			if n.Style == 0 && text != n.Value {
				d.complain(n, "a space is missing after this dash", "write `- "+shortened(strings.Fields(text + " …")[0])+"`")
				return
			}
			hint = "write it on a line of its own with a dash and a space before it: - " + shortened(n.Value)
		}
		d.complain(n, at.what()+" should be a list, as in `- first`", hint)
		return
	}
	if len(n.Content) == 0 {
		v.SetZero()
		return
	}
	items := reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content))
	for i, item := range n.Content {
		d.value(item, items.Index(i), spot{})
	}
	v.Set(items)
}
