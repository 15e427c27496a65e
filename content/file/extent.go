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

// inside is the offset in the file of a byte of a scalar's value. White space may
// stand there otherwise than in the value, characters may be escaped; where the
// two part, it is the scalar's beginning.
func (s *source) inside(n *yaml.Node, within int) int {
	start := s.start(n)
	at := start
	double, single := n.Style&yaml.DoubleQuotedStyle != 0, n.Style&yaml.SingleQuotedStyle != 0
	switch {
	case double, single:
		at++
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		at = s.contentEnd(n.Line)
	}
	for i := 0; i < len(n.Value); {
		r, size := utf8.DecodeRuneInString(n.Value[i:])
		if r != ' ' && r != '\n' {
			at = s.afterSpace(at, double)
		}
		switch {
		case at >= len(s.text):
			return start
		case i >= within:
			return at
		case double && s.text[at] == '\\':
			at += escapeLength(s.text[at:])
		case single && s.text[at] == '\'':
			at += 2
		case r == ' ' || r == '\n':
		case bytes.HasPrefix(s.text[at:], []byte(n.Value[i:i+size])):
			at += size
		default:
			return start
		}
		i += size
	}
	return at
}

// afterSpace is the offset of the next byte that is no white space; in double
// quotes a backslash at a line's end is some too.
func (s *source) afterSpace(at int, double bool) int {
	for at < len(s.text) {
		switch c := s.text[at]; {
		case c == ' ', c == '\t', c == '\r', c == '\n':
		case double && c == '\\' && at+1 < len(s.text) && (s.text[at+1] == '\n' || s.text[at+1] == '\r'):
		default:
			return at
		}
		at++
	}
	return at
}

// escapeLength is how many bytes an escape in double quotes has (YAML 1.2,
// section 5.7).
func escapeLength(text []byte) int {
	if len(text) < 2 {
		return 1
	}
	switch text[1] {
	case 'x':
		return 4
	case 'u':
		return 6
	case 'U':
		return 10
	}
	return 2
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
