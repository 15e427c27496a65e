package file

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Has reports whether the file has a value at a path, such as "title",
// "steps[3].icon", "sections.why[0]" or "answers.fasting". A key may itself hold
// points and brackets.
func (d *Document) Has(path string) bool {
	found, rest := d.find(path)
	return rest == "" && found.node != nil
}

// Complain makes a complaint that points at the value at a path, or, where that
// is not in the file, at the key of the nearest parent that is. The path "" is the
// whole file.
func (d *Document) Complain(path, what, hint string) Complaint {
	found, rest := d.find(path)
	switch {
	case found.node == nil:
		return d.source.complain(1, 1, what, hint)
	case rest != "":
		n := found.keyOrNode()
		return d.source.complain(n.Line, n.Column, what, hint)
	}
	n := found.node
	if n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 || isEmpty(n) {
		n = found.keyOrNode()
	}
	return d.source.complain(n.Line, n.Column, what, hint)
}

// ComplainWithin makes a complaint that points into the text at a path, at a
// byte of it (from 0): at the word that is meant, whatever quotes, escapes and
// line breaks the file has around it. Where there is no such text it points
// where [Document.Complain] does.
func (d *Document) ComplainWithin(path string, at int, what, hint string) Complaint {
	found, rest := d.find(path)
	if found.node == nil || rest != "" || found.node.Kind != yaml.ScalarNode {
		return d.Complain(path, what, hint)
	}
	line, column := d.source.place(d.source.inside(found.node, at))
	return d.source.complain(line, column, what, hint)
}

// keyOrNode is the key of a spot, or its node where it has none.
func (at spot) keyOrNode() *yaml.Node {
	if at.key != nil {
		return at.key
	}
	return at.node
}

// find follows a path from the root as far as the file has it; rest is what it
// has not.
func (d *Document) find(path string) (found spot, rest string) {
	found, rest = spot{node: d.root}, path
	for found.node != nil && rest != "" {
		next, after, ok := found.child(rest)
		if !ok {
			break
		}
		found, rest = next, after
	}
	return found, rest
}

// child is the value that the first part of a path names, and the path after it.
func (at spot) child(path string) (next spot, rest string, ok bool) {
	n := at.node
	if n.Kind == yaml.SequenceNode {
		number, rest, closed := strings.Cut(strings.TrimPrefix(path, "["), "]")
		i, err := strconv.Atoi(number)
		if !strings.HasPrefix(path, "[") || !closed || err != nil || i < 0 || i >= len(n.Content) {
			return spot{}, path, false
		}
		return spot{node: n.Content[i]}, strings.TrimPrefix(rest, "."), true
	}
	if n.Kind != yaml.MappingNode {
		return spot{}, path, false
	}
	longest := -1
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		after, begins := strings.CutPrefix(path, key.Value)
		if begins && (after == "" || after[0] == '.' || after[0] == '[') && len(key.Value) > longest {
			longest = len(key.Value)
			next, rest, ok = spot{node: n.Content[i+1], key: key}, strings.TrimPrefix(after, "."), true
		}
	}
	return next, rest, ok
}
