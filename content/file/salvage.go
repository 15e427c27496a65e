package file

import (
	"bytes"
	"slices"

	"gopkg.in/yaml.v3"
)

// salvage deals with broken YAML: it finds the top-level keys that hold the
// breaks, complains of each, and parses the file without them.
func salvage(s *source, broken error) (root *yaml.Node, lost map[string]bool, complaints Complaints) {
	text := slices.Clone(s.text)
	lost = map[string]bool{}
	for _, b := range blocks(s) {
		part := s.text[s.lines[b.first-1]:s.lineEnd(b.last)]
		n, _, err := nodes(part)
		switch {
		case err != nil:
			complaints = append(complaints, diagnose(s, b.first, b.last, err))
		case n == nil || n.Kind == yaml.MappingNode:
			continue
		default:
			complaints = append(complaints, notAKey(s, b.first))
		}
		lost[b.key] = true
		blank(text[s.lines[b.first-1]:s.lineEnd(b.last)])
	}
	if len(complaints) == 0 {
		return nil, nil, Complaints{diagnose(s, 1, len(s.lines), broken)}
	}
	root, _, err := nodes(text)
	if err != nil {
		complaints = append(complaints, diagnose(s, 1, len(s.lines), err))
		return nil, nil, complaints
	}
	return root, lost, complaints
}

// blank replaces text by spaces and keeps its line ends.
func blank(text []byte) {
	for i, c := range text {
		if c != '\n' && c != '\r' {
			text[i] = ' '
		}
	}
}

// maxBlocks is how many top-level keys of a broken file are looked at one by one.
const maxBlocks = 500

// A block is the lines of one top-level key.
type block struct {
	key         string
	first, last int
}

// blocks are the top-level keys of a text: a line that begins with a letter or a
// quote begins one. None for a file that is not keys at its top.
func blocks(s *source) []block {
	var found []block
	for l := 1; l <= len(s.lines); l++ {
		line := s.line(l)
		if line == "" || bytes.IndexByte([]byte(" \t#-]}"), line[0]) >= 0 {
			continue
		}
		if line[0] == '[' || line[0] == '{' || len(found) == maxBlocks {
			return nil
		}
		if n := len(found); n > 0 {
			found[n-1].last = l - 1
		}
		key, _, _ := bytes.Cut([]byte(line), []byte(":"))
		found = append(found, block{key: string(bytes.Trim(key, `"' `)), first: l})
	}
	if len(found) > 0 {
		found[len(found)-1].last = len(s.lines)
	}
	return found
}
