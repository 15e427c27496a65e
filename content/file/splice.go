package file

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// A piece is one entry of a list or mapping in the text: the comments directly
// above it, the key or dash, and the value to the end of its last line.
type piece struct {
	indent     int // of the key or dash
	start, end int // offsets; start is behind the first line's indentation
	gap        int // the offset up to which blank lines and loose comments follow
}

// pieces finds the entries of a block list or mapping. The comments above the
// first one belong to no entry: they often speak of all.
func (r *rewriter) pieces(n *yaml.Node) []piece {
	s := r.source
	step := 1
	if n.Kind == yaml.MappingNode {
		step = 2
	}
	var all []piece
	for i := 0; i < len(n.Content); i += step {
		start := s.start(n.Content[i])
		if step == 1 {
			start = r.dash(n, n.Content[i])
		}
		line, column := s.place(start)
		p := piece{indent: column - 1, start: start}
		if i > 0 {
			up := &all[len(all)-1]
			head := line
			for s.lines[head-1] > up.gap && s.isComment(head-1, p.indent) {
				head--
			}
			if head < line {
				p.start = s.offset(head, p.indent+1)
			}
			up.gap = max(up.gap, s.lines[head-1])
		}
		p.end = max(s.end(n.Content[i+step-1]), r.afterColon(n.Content[i], step))
		last, _ := s.place(p.end)
		p.end = s.contentEnd(last)
		p.gap = s.lineEnd(last)
		all = append(all, p)
	}
	return all
}

// isComment reports whether a line is a comment at an indent.
func (s *source) isComment(line, indent int) bool {
	text := s.line(line)
	return spaces(text) == indent && strings.HasPrefix(text[indent:], "#")
}

// dash is the offset of the dash before an item: the nearest one before it at
// the list's column.
func (r *rewriter) dash(list, item *yaml.Node) int {
	for line := item.Line; line >= list.Line; line-- {
		at := r.source.offset(line, list.Column)
		if at < r.source.contentEnd(line) && r.source.text[at] == '-' && at <= r.source.start(item) {
			return at
		}
	}
	return r.source.start(list)
}

// afterColon is the offset behind the colon of a mapping's key; 0 for an item.
func (r *rewriter) afterColon(key *yaml.Node, step int) int {
	if step == 1 {
		return 0
	}
	at := r.source.end(key)
	for at < len(r.source.text) && r.source.text[at] != ':' {
		at++
	}
	return min(at+1, len(r.source.text))
}

// table changes a block mapping: values in their places, then keys that go and
// keys that come.
func (r *rewriter) table(n *yaml.Node, before, after *tree) {
	pieces := r.pieces(n)
	var order []part
	for i, p := range pieces {
		key, value := n.Content[2*i], n.Content[2*i+1]
		was, is := before.kid(key.Value), after.kid(key.Value)
		switch {
		case is == nil && was != nil:
			continue
		case is != nil && was == nil:
			was = &tree{text: "null", typed: true}
			if is.same(was) {
				was = &tree{kind: list}
			}
			fallthrough
		case is != nil:
			r.value(value, was, is, slot{parent: p.indent, after: r.afterColon(key, 2)})
		}
		order = append(order, part{from: i, key: key.Value})
	}
	kept := len(order)
	for i, key := range after.keys {
		if slices.ContainsFunc(order, func(o part) bool { return o.key == key }) {
			continue
		}
		at := 0
		for _, earlier := range after.keys[:i] {
			if p := slices.IndexFunc(order, func(o part) bool { return o.key == earlier }); p >= 0 {
				at = p + 1
			}
		}
		w := &writer{}
		w.table(&tree{keys: []string{key}, kids: []*tree{after.kids[i]}}, pieces[0].indent, true)
		order = slices.Insert(order, at, part{from: -1, key: key, fresh: w.b.String()})
	}
	if kept < len(pieces) || len(order) > kept {
		r.compose(pieces, order)
	}
}

// A part is an entry of the new text: an old piece, or fresh text.
type part struct {
	from  int // index of the piece, or -1
	key   string
	fresh string
}

// list changes a block list: items that stayed in their places, or all anew in
// their order.
func (r *rewriter) list(n *yaml.Node, before, after *tree) {
	pieces := r.pieces(n)
	var order []part
	inPlace := len(after.kids) == len(pieces)
	for i, from := range match(before.kids, after.kids) {
		inPlace = inPlace && from == i
		if from >= 0 {
			p := pieces[from]
			dash := r.dash(n, n.Content[from])
			r.value(n.Content[from], before.kids[from], after.kids[i], slot{parent: p.indent, after: dash + 1, dash: true})
			order = append(order, part{from: from})
			continue
		}
		w := &writer{}
		w.list(&tree{kids: after.kids[i : i+1]}, pieces[0].indent, true)
		order = append(order, part{from: -1, fresh: w.b.String()})
	}
	if !inPlace {
		r.compose(pieces, order)
	}
}

// compose puts entries one below the other in the place of the pieces. Below an
// old piece stay its blank lines and loose comments. Where all pieces have blank
// lines between them, fresh ones get them too; else a fresh one joins the piece
// above it.
func (r *rewriter) compose(pieces []piece, order []part) {
	spaced := len(pieces) > 1
	for _, p := range pieces[:len(pieces)-1] {
		spaced = spaced && p.gap > r.source.lineEndAt(p.end)
	}
	first, last := pieces[0], pieces[len(pieces)-1]
	var b strings.Builder
	gap := ""
	for i, o := range order {
		if i > 0 {
			b.WriteString(strings.Repeat(" ", first.indent))
		}
		if o.from < 0 {
			b.WriteString(strings.ReplaceAll(strings.TrimSuffix(o.fresh, "\n"), "\n", r.eol))
		} else {
			p := pieces[o.from]
			b.WriteString(r.text(p.start, p.end))
			if gap = ""; o.from < len(pieces)-1 {
				gap = string(r.source.text[r.source.lineEndAt(p.end):p.gap])
			}
		}
		if gap == "" && spaced {
			gap = r.eol
		}
		switch {
		case i < len(order)-1 && !spaced && order[i+1].from < 0:
			b.WriteString(r.eol)
		case i < len(order)-1:
			b.WriteString(r.eol + gap)
			gap = ""
		case strings.Contains(gap, "#"):
			b.WriteString(r.eol + strings.TrimRight(gap, "\r\n"))
		}
	}
	r.text(first.start, last.end) // edits inside pieces that go
	r.replace(first.start, last.end, b.String())
}

// lineEndAt is the offset after the line in which an offset is.
func (s *source) lineEndAt(offset int) int {
	line, _ := s.place(offset)
	return s.lineEnd(line)
}

// flow changes what stands between brackets: single values in their places, and
// all anew where their number or keys differ.
func (r *rewriter) flow(n *yaml.Node, before, after *tree) {
	if before.same(after) {
		return
	}
	kids := r.flowKids(n, before, after)
	if kids == nil {
		text := after.flow()
		if isEmpty(n) {
			text = " " + text
		}
		r.replace(r.source.start(n), r.source.end(n), text)
		return
	}
	for i, kid := range kids {
		r.flow(kid, before.kids[i], after.kids[i])
	}
}

// flowKids are the nodes of the values between brackets, in the order of the
// trees'; nil where the three do not have the same entries.
func (r *rewriter) flowKids(n *yaml.Node, before, after *tree) []*yaml.Node {
	if before.kind != after.kind || len(before.kids) != len(after.kids) || !slices.Equal(before.keys, after.keys) {
		return nil
	}
	if n.Kind == yaml.SequenceNode && after.kind == list && len(n.Content) == len(after.kids) {
		return n.Content
	}
	if n.Kind != yaml.MappingNode || after.kind != table || len(n.Content) != 2*len(after.kids) {
		return nil
	}
	kids := make([]*yaml.Node, len(after.kids))
	for i := 0; i < len(n.Content); i += 2 {
		at := slices.Index(after.keys, n.Content[i].Value)
		if at < 0 {
			return nil
		}
		kids[at] = n.Content[i+1]
	}
	return kids
}
