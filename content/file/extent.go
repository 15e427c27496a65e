package file

import (
	"bytes"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// The nodes of yaml.v3 say where a value begins, not where it ends. The ends
// are found again from the text, for which the value is the guide.

// start is the offset of a node's first byte.
func (s *source) start(n *yaml.Node) int { return s.offset(n.Line, n.Column) }

// end is the offset after a node's last byte, without a comment or a line's end.
func (s *source) end(n *yaml.Node) int {
	at := s.start(n)
	switch {
	case n.Kind == yaml.ScalarNode:
		return s.scalarEnd(n, at)
	case n.Kind != yaml.SequenceNode && n.Kind != yaml.MappingNode:
		return at
	case n.Style&yaml.FlowStyle != 0 && (s.text[at] == '[' || s.text[at] == '{'):
		if len(n.Content) > 0 {
			at = s.end(n.Content[len(n.Content)-1])
		} else {
			at++
		}
		return s.flowEnd(at)
	case len(n.Content) == 0:
		return at
	}
	return s.end(n.Content[len(n.Content)-1])
}

// scalarEnd is the end of a scalar that begins at an offset.
func (s *source) scalarEnd(n *yaml.Node, at int) int {
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		for at++; at < len(s.text) && s.text[at] != '"'; at++ {
			if s.text[at] == '\\' {
				at++
			}
		}
		return min(at+1, len(s.text))
	case n.Style&yaml.SingleQuotedStyle != 0:
		for at++; at < len(s.text); at++ {
			if s.text[at] != '\'' {
				continue
			}
			if at+1 == len(s.text) || s.text[at+1] != '\'' {
				return at + 1
			}
			at++
		}
		return len(s.text)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		// A text below | or > has no comments inside, so its words follow one another.
		return max(s.contentEnd(n.Line), s.plainEnd(n.Value, s.contentEnd(n.Line)))
	}
	return s.plainEnd(n.Value, at)
}

// plainEnd is the end of an unquoted scalar. Between its words the text may have
// other white space than the value, and nothing else.
func (s *source) plainEnd(value string, at int) int {
	end := at
	for _, r := range value {
		if r == ' ' || r == '\t' || r == '\n' {
			continue
		}
		for at < len(s.text) && bytes.IndexByte([]byte(" \t\r\n"), s.text[at]) >= 0 {
			at++
		}
		at += utf8.RuneLen(r)
		end = at
	}
	return min(end, len(s.text))
}

// flowEnd is the offset after the bracket that closes a list or mapping, from an
// offset after its last value. Only commas, white space and comments may lie between.
func (s *source) flowEnd(at int) int {
	for ; at < len(s.text); at++ {
		switch s.text[at] {
		case ']', '}':
			return at + 1
		case '#':
			line, _ := s.place(at)
			at = s.lineEnd(line) - 1
		}
	}
	return len(s.text)
}

// contentEnd is the offset after a line's last byte, before its line end.
func (s *source) contentEnd(line int) int {
	return s.lines[line-1] + len(bytes.TrimRight(s.text[s.lines[line-1]:s.lineEnd(line)], "\r\n"))
}
