package file

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Update is the file's text with v in it. Only the text of what differs from the
// file is replaced; comments, order, quotes and blank lines of all the rest stay,
// to the byte. The items of a list are known again by their key "id" where they
// have one, and otherwise by what they hold. A comment directly above a key or
// item goes with it.
//
// The file must have been read without a complaint: what could not be
// understood cannot be kept. v has the type into which it was read; defaults that
// stood in it before reading are new to the file, and are written.
func (d *Document) Update(v any) ([]byte, error) {
	if !d.whole {
		return nil, fmt.Errorf("change %s: it has mistakes, which must be put right first", d.source.name)
	}
	after, err := plantRoot(v)
	if err != nil {
		return nil, fmt.Errorf("change %s: %w", d.source.name, err)
	}
	before, err := d.read(v)
	if err != nil {
		return nil, fmt.Errorf("change %s: %w", d.source.name, err)
	}
	text := d.source.text
	if !before.same(after) {
		text = d.rewritten(before, after)
	}
	if d.source.bom {
		text = append([]byte(byteOrderMark), text...)
	}
	if before.same(after) || d.holds(text, v, after) {
		return slices.Clone(text), nil
	}
	// The file is written in a way that the splicing does not master. What the
	// user says counts more than how it stands.
	return Write(v)
}

// rewritten is the text with the changes from before to after.
func (d *Document) rewritten(before, after *tree) []byte {
	r := rewriter{source: d.source, eol: "\n"}
	if bytes.Contains(d.source.text, []byte("\r\n")) {
		r.eol = "\r\n"
	}
	r.value(d.root, before, after, slot{parent: -2, top: true})
	return []byte(r.text(0, len(d.source.text)))
}

// read is the tree of what the file says, as v's type reads it.
func (d *Document) read(v any) (*tree, error) {
	fresh := reflect.New(reflect.TypeOf(v))
	if fresh.Elem().Kind() == reflect.Pointer {
		fresh = reflect.New(fresh.Elem().Type().Elem())
	}
	decoder := decoder{source: d.source, root: d.root}
	decoder.value(d.root, fresh.Elem(), spot{node: d.root})
	if len(decoder.complaints) > 0 {
		return nil, errors.New("it was read for something else")
	}
	return plant(fresh.Elem())
}

// holds reports whether a text is read as v.
func (d *Document) holds(text []byte, v any, want *tree) bool {
	again := &Document{source: newSource(d.source.name, text)}
	if again.source.refusal() != nil {
		return false
	}
	root, lost, complaints := parse(again.source)
	if root == nil || len(lost) > 0 || len(complaints) > 0 || len(forbidden(again.source, root)) > 0 {
		return false
	}
	again.root = root
	got, err := again.read(v)
	return err == nil && got.same(want)
}

// A rewriter collects the changes to a text.
type rewriter struct {
	source *source
	eol    string
	edits  []edit // none within another
}

// An edit puts text in the place of the bytes from start to end.
type edit struct {
	start, end int
	text       string
}

// replace notes an edit.
func (r *rewriter) replace(start, end int, text string) {
	r.edits = append(r.edits, edit{start, end, text})
}

// text is the bytes from start to end with the edits that lie within; these are
// used up.
func (r *rewriter) text(start, end int) string {
	var mine, others []edit
	for _, e := range r.edits {
		if e.start >= start && e.end <= end {
			mine = append(mine, e)
		} else {
			others = append(others, e)
		}
	}
	r.edits = others
	slices.SortStableFunc(mine, func(a, b edit) int { return a.start - b.start })
	var b strings.Builder
	for _, e := range mine {
		b.Write(r.source.text[start:e.start])
		b.WriteString(e.text)
		start = e.end
	}
	b.Write(r.source.text[start:end])
	return b.String()
}

// A slot is where a value stands.
type slot struct {
	parent int  // the indent of the key or dash to which it belongs; -2 at the top
	after  int  // the offset behind the key's colon or the dash
	dash   bool // it follows a dash
	top    bool // it is the whole file
}

// value changes the text of one value.
func (r *rewriter) value(n *yaml.Node, before, after *tree, at slot) {
	switch {
	case before.same(after):
	case n.Style&yaml.FlowStyle != 0 && len(n.Content) > 0:
		r.flow(n, before, after)
	case after.kind == scalar && n.Kind == yaml.ScalarNode:
		r.scalar(n, after, at)
	case after.kind == table && n.Kind == yaml.MappingNode && len(after.kids) > 0 && len(n.Content) > 0:
		r.table(n, before, after)
	case after.kind == list && n.Kind == yaml.SequenceNode && len(after.kids) > 0 && len(n.Content) > 0:
		r.list(n, before, after)
	default:
		r.whole(n, after, at)
	}
}

// scalar replaces one text by another, in the manner of the one before.
func (r *rewriter) scalar(n *yaml.Node, after *tree, at slot) {
	start, end := r.source.start(n), r.source.end(n)
	line, _ := r.source.place(end)
	_, _, block := after.blockLines()
	alone := strings.TrimSpace(string(r.source.text[end:r.source.contentEnd(line)])) == ""
	startLine, _ := r.source.place(start)
	afterLine, _ := r.source.place(at.after)
	switch {
	case isEmpty(n) || block && alone && startLine == afterLine:
		r.whole(n, after, at)
	case n.Style&yaml.DoubleQuotedStyle != 0 && !after.typed && !strings.ContainsAny(after.text, `"\`):
		r.replace(start, end, quoted(after.text))
	default:
		r.replace(start, end, after.quote(false))
	}
}

// whole writes a value anew. A comment behind it stays in its line.
func (r *rewriter) whole(n *yaml.Node, after *tree, at slot) {
	w := &writer{}
	w.value(after, at.parent, at.dash)
	text := strings.TrimSuffix(w.b.String(), "\n")
	start, end := at.after, max(r.source.end(n), at.after)
	if at.top {
		text = strings.TrimLeft(text, " \n")
		start = r.source.start(n)
	}
	line, _ := r.source.place(end)
	rest := strings.TrimRight(string(r.source.text[end:r.source.contentEnd(line)]), " \t")
	first, more, long := strings.Cut(text, "\n")
	if long && strings.TrimSpace(rest) != "" {
		end = r.source.contentEnd(line)
		if at.dash && after.kind != scalar { // the value begins in the dash's line: the comment goes above it
			first = rest + "\n" + strings.Repeat(" ", at.parent+2) + strings.TrimLeft(first, " ")
		} else {
			first += rest
		}
	}
	text = first
	if long {
		text += "\n" + more
	}
	r.replace(start, end, strings.ReplaceAll(text, "\n", r.eol))
}
