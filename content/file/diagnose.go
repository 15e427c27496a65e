package file

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// The messages of yaml.v3 name neither the right line nor what a person would
// call the mistake. So the line is found by trial, and the mistake by looking.

// diagnose says what is wrong in the lines first to last, which do not parse.
func diagnose(s *source, first, last int, broken error) Complaint {
	line := breakLine(s, first, last)
	for l := line; l <= last; l++ { // blank lines and comments break nothing
		if c := strings.TrimLeft(s.line(l), " "); c != "" && c[0] != '#' {
			line = l
			break
		}
	}
	e := examine(s, line, first, last)
	for _, look := range []func(examined) (Complaint, bool){
		badIndentCharacter, badQuote, badBracket, badFirstCharacter, badColon, noSpace, badIndentation,
	} {
		if c, ok := look(e); ok {
			return c
		}
	}
	what := "this line cannot be understood"
	if strings.Contains(broken.Error(), "could not find expected ':'") {
		what = "a colon is missing in this line"
	}
	return e.complain(e.content, what, "look at the quotes, the colons and the spaces before this line and the one above it")
}

// breakLine is the first line with which the lines first to last no longer
// parse, however many of the following ones are added.
func breakLine(s *source, first, last int) int {
	parses := func(l int) bool {
		if l < first {
			return true
		}
		_, _, err := nodes(s.text[s.lines[first-1]:s.lineEnd(l)])
		return err == nil
	}
	// Near the line where the parser gives up, every line is tried: a quoted
	// text of several lines does not parse until its end.
	high := linesRead(s, first, last)
	for tries := 0; tries < 50; tries++ {
		if parses(high - 1) {
			return high
		}
		high--
	}
	low := first - 1
	for high-low > 1 {
		if mid := (low + high) / 2; parses(mid) {
			low = mid
		} else {
			high = mid
		}
	}
	return high
}

// linesRead is the last line that the parser reads before it gives up.
func linesRead(s *source, first, last int) int {
	feed := &lineReader{source: s, next: first, last: last}
	func() {
		defer func() { _ = recover() }() // as in nodes; the line is what counts
		var n yaml.Node
		_ = yaml.NewDecoder(feed).Decode(&n)
	}()
	return feed.next - 1
}

// A lineReader gives out the lines of a source one by one.
type lineReader struct {
	source     *source
	next, last int
	rest       []byte
}

// Read gives out the rest of a line, and then the next.
func (r *lineReader) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		if r.next > r.last {
			return 0, io.EOF
		}
		r.rest = r.source.text[r.source.lines[r.next-1]:r.source.lineEnd(r.next)]
		r.next++
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// examined is a line taken apart, and what stands around it. Offsets are bytes
// of the line.
type examined struct {
	source            *source
	line, first, last int
	text              string
	content           int    // where the line's first character after spaces and dashes is
	key               string // "" where there is none
	value             int    // where the value begins
}

// examine takes a line apart.
func examine(s *source, line, first, last int) examined {
	e := examined{source: s, line: line, first: first, last: last, text: s.line(line)}
	for {
		e.content += spaces(e.text[e.content:])
		if !strings.HasPrefix(e.text[e.content:], "- ") {
			break
		}
		e.content++
	}
	e.value = e.content
	if at := colon(e.text[e.content:]); at > 0 {
		e.key = e.text[e.content : e.content+at]
		e.value = e.content + at + 1
		e.value += spaces(e.text[e.value:])
	}
	return e
}

// colon is where the colon behind a key is, or -1 where text begins with no key.
func colon(text string) int {
	inside := 0 // up to where the key has a quote of its own
	switch {
	case text == "" || strings.IndexByte("[{#", text[0]) >= 0:
		return -1
	case text[0] == '"' || text[0] == '\'':
		if inside = strings.IndexByte(text[1:], text[0]) + 2; inside < 2 || !strings.HasPrefix(text[inside:], ":") {
			return -1
		}
	}
	at := strings.Index(text[inside:], ": ")
	if at < 0 && strings.HasSuffix(text, ":") {
		at = len(text) - inside - 1
	}
	if at < 0 {
		return -1
	}
	return inside + at
}

// spaces is how many spaces text begins with.
func spaces(text string) int { return len(text) - len(strings.TrimLeft(text, " ")) }

// complain makes a complaint at a byte of the line.
func (e examined) complain(at int, what, hint string) Complaint {
	return e.source.complain(e.line, utf8.RuneCountInString(e.text[:at])+1, what, hint)
}

// above is the nearest line above that is neither blank nor a comment.
func (e examined) above() (examined, bool) {
	for l := e.line - 1; l >= e.first; l-- {
		if text := strings.TrimSpace(e.source.line(l)); text != "" && text[0] != '#' {
			return examine(e.source, l, e.first, e.last), true
		}
	}
	return examined{}, false
}

// following is the text from a byte of the line to the last line.
func (e examined) following(at int) []byte {
	return e.source.text[e.source.lines[e.line-1]+at : e.source.lineEnd(e.last)]
}

// onlyComment reports whether nothing, or a comment alone, stands in text.
func onlyComment(text []byte) bool {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	line = bytes.TrimSpace(line)
	return len(line) == 0 || line[0] == '#'
}

// badIndentCharacter finds a tab, or another white space, that indents a line.
func badIndentCharacter(e examined) (Complaint, bool) {
	indent := e.text[:len(e.text)-len(strings.TrimLeft(e.text, " \t\u00a0\u3000"))]
	if at := strings.IndexByte(indent, '\t'); at >= 0 {
		return e.complain(at, "a tab stands before the text of this line", "use spaces: two for each level"), true
	}
	if at := strings.IndexAny(indent, "\u00a0\u3000"); at >= 0 {
		return e.complain(at, "a special space, as web pages and word processors have it, stands before the text of this line", "delete it and press the space bar"), true
	}
	return Complaint{}, false
}

// badFirstCharacter finds text that begins with a character that means
// something else to YAML.
func badFirstCharacter(e examined) (Complaint, bool) {
	if e.content < len(e.text) && strings.IndexByte("*&!%@`", e.text[e.content]) >= 0 {
		return e.complain(e.content, fmt.Sprintf("text that begins with %c needs quotes", e.text[e.content]), inQuotes), true
	}
	if e.value >= len(e.text) || strings.IndexByte("*&!%@`|>?,]}", e.text[e.value]) < 0 {
		return Complaint{}, false
	}
	c := e.text[e.value]
	if c == '|' || c == '>' {
		return e.complain(e.value, fmt.Sprintf("after %c, the text begins on the next line", c), "press Enter after it and indent the text by two spaces more; or take it out"), true
	}
	return e.complain(e.value, fmt.Sprintf("text that begins with %c needs quotes", c), inQuotes), true
}

// badColon finds a colon inside a text without quotes.
func badColon(e examined) (Complaint, bool) {
	if e.key == "" || e.value >= len(e.text) || strings.IndexByte(`"'[{#`, e.text[e.value]) >= 0 {
		return Complaint{}, false
	}
	value, _, _ := strings.Cut(e.text[e.value:], " #")
	at := strings.Index(value, ": ")
	if trimmed := strings.TrimRight(value, " "); at < 0 && strings.HasSuffix(trimmed, ":") {
		at = len(trimmed) - 1
	}
	if at < 0 {
		return Complaint{}, false
	}
	return e.complain(e.value+at, "a colon inside a text ends it", inQuotes), true
}

// noSpace finds a colon or dash without the space that belongs after it, in this
// line or the one above.
func noSpace(e examined) (Complaint, bool) {
	if c, ok := e.withoutSpace(); ok {
		return c, true
	}
	if up, ok := e.above(); ok {
		if c, ok := up.withoutSpace(); ok {
			return c, true
		}
	}
	// A dash without its space takes the items below it into its text.
	for l := e.line - 1; l >= e.first && spaces(e.source.line(l)) >= spaces(e.text); l-- {
		if text := strings.TrimLeft(e.source.line(l), " "); len(text) > 1 && text[0] == '-' {
			if c, ok := examine(e.source, l, e.first, e.last).withoutSpace(); ok {
				return c, true
			}
		}
	}
	return Complaint{}, false
}

// withoutSpace finds a colon or dash without a space in this line.
func (e examined) withoutSpace() (Complaint, bool) {
	text := e.text[e.content:]
	if key, rest, ok := strings.Cut(text, ":"); ok && e.key == "" && plainKey(key) && rest != "" {
		return e.complain(e.content+len(key), "a space is missing after this colon", fmt.Sprintf("write `%s: …`", key)), true
	}
	if len(text) > 1 && text[0] == '-' && text[1] != '-' && text[1] != ' ' {
		return e.complain(e.content, "a space is missing after this dash", "write `- …`"), true
	}
	return Complaint{}, false
}
