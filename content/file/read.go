package file

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"

	"gopkg.in/yaml.v3"
)

// maxDepth is how deep lists and keys may nest.
const maxDepth = 40

// A Document is a file that was read: its text and where everything stands.
type Document struct {
	source *source
	root   *yaml.Node // nil where nothing could be parsed
	whole  bool       // read without a complaint
}

// Read parses a file and fills into, a pointer to a struct or map. It returns
// the complaints in the order of their places; name stands in them. The
// Document is never nil. What the file does not say keeps its value in into.
//
// Read never panics, whatever the data; a type that cannot be filled, such as a
// channel, is a mistake of the program and does.
func Read(name string, data []byte, into any) (*Document, Complaints) {
	target := reflect.ValueOf(into)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		panic(fmt.Sprintf("file: Read needs a pointer to fill, not %T", into))
	}
	doc := &Document{source: newSource(name, data)}
	if refusal := doc.source.refusal(); refusal != nil {
		return doc, refusal
	}
	root, lost, complaints := parse(doc.source)
	doc.root = root
	if root == nil {
		if len(complaints) == 0 {
			complaints = Complaints{doc.source.complain(1, 1, "this file is empty", "")}
		}
		return doc, complaints.limited()
	}
	if forbidden := forbidden(doc.source, root); len(forbidden) > 0 {
		return doc, append(complaints, forbidden...).limited()
	}
	d := decoder{source: doc.source, root: root, lost: lost}
	d.value(root, target.Elem(), spot{node: root})
	complaints = append(complaints, d.complaints...)
	doc.whole = len(complaints) == 0
	return doc, complaints.limited()
}

// parse makes nodes of a text. Where the YAML is broken, it says where and
// returns the nodes of what is not, with the top-level keys that were left out.
func parse(s *source) (root *yaml.Node, lost map[string]bool, complaints Complaints) {
	root, second, err := nodes(s.text)
	if err != nil {
		return salvage(s, err)
	}
	if second > 0 {
		complaints = Complaints{s.complain(second, 1, "a second document begins here", "a file holds one: take this line and what follows out, or make two files")}
	}
	return root, nil, complaints
}

// nodes parses text as it is. Root is nil for a file that holds nothing, and
// second is the line of a second document, or 0.
func nodes(text []byte) (root *yaml.Node, second int, err error) {
	defer func() {
		if r := recover(); r != nil { // yaml.v3 has panicked on damaged input before
			root, err = nil, fmt.Errorf("yaml: %v", r)
		}
	}()
	d := yaml.NewDecoder(bytes.NewReader(text))
	var first, next yaml.Node
	if err := d.Decode(&first); errors.Is(err, io.EOF) {
		return nil, 0, nil
	} else if err != nil {
		return nil, 0, err
	}
	if err := d.Decode(&next); err == nil {
		second = next.Line
	} else if !errors.Is(err, io.EOF) {
		return nil, 0, err
	}
	if top := first.Content[0]; !isNull(top) {
		root = top
	}
	return root, second, nil
}

// isNull reports whether a node says that there is no value.
func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && n.Tag == "!!null"
}

// isEmpty reports whether nothing at all was written for a node.
func isEmpty(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && n.Value == ""
}

// forbidden finds what YAML allows and these files do not. It goes first, so
// that nothing that follows meets an alias.
func forbidden(s *source, root *yaml.Node) Complaints {
	var found Complaints
	complain := func(n *yaml.Node, what, hint string) {
		if len(found) <= maxComplaints {
			found = append(found, s.complain(n.Line, n.Column, what, hint))
		}
	}
	var walk func(n *yaml.Node, depth int)
	walk = func(n *yaml.Node, depth int) {
		switch {
		case depth > maxDepth:
			complain(n, fmt.Sprintf("this is nested more than %d deep", maxDepth), "is a bracket or a dash too many above?")
			return
		case n.Kind == yaml.AliasNode:
			complain(n, fmt.Sprintf("*%s repeats another value, which is not allowed here", n.Value), `write the value itself; text that begins with * needs quotes: "…"`)
			return
		case n.Anchor != "":
			complain(n, fmt.Sprintf("&%s names a value, which is not allowed here", n.Anchor), `take it out; text that begins with & needs quotes: "…"`)
		case n.Style&yaml.TaggedStyle != 0:
			complain(n, fmt.Sprintf("the tag %s is not allowed here", n.Tag), `take it out; text that begins with ! needs quotes: "…"`)
		}
		for i, c := range n.Content {
			if n.Kind == yaml.MappingNode && i%2 == 0 && c.Tag == "!!merge" {
				complain(c, "<< takes in another value, which is not allowed here", "write the keys themselves")
				continue
			}
			walk(c, depth+1)
		}
	}
	walk(root, 1)
	return found
}
