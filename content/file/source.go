package file

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// MaxSize is how large a file may be, in bytes: 1 MiB. The longest procedure
// that ships is a thirtieth of that.
const MaxSize = 1 << 20

// byteOrderMark is what some Windows editors put before the text.
const byteOrderMark = "\ufeff"

// A source is the text of a file and where its lines begin.
type source struct {
	name  string
	bom   bool   // a byte order mark stood before text
	text  []byte // without it
	lines []int  // offset of each line's first byte
	runes []int  // how many characters stand before each stretch of bytes
}

// stretch is after how many bytes the characters are counted anew, so that a
// place in a line of a megabyte is found quickly.
const stretch = 512

// newSource finds the lines of a file. They end as YAML's do: with LF, CR LF or
// a lone CR.
func newSource(name string, data []byte) *source {
	s := &source{name: name, text: data, lines: []int{0}}
	if bytes.HasPrefix(data, []byte(byteOrderMark)) {
		s.bom, s.text = true, data[len(byteOrderMark):]
	}
	count := 0
	for i, c := range s.text {
		if i%stretch == 0 {
			s.runes = append(s.runes, count)
		}
		if utf8.RuneStart(c) {
			count++
		}
		if c == '\n' || c == '\r' && (i+1 == len(s.text) || s.text[i+1] != '\n') {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// line is the text of a line (from 1) without its ending; "" past the end.
func (s *source) line(n int) string {
	if n < 1 || n > len(s.lines) {
		return ""
	}
	return strings.TrimRight(string(s.text[s.lines[n-1]:s.lineEnd(n)]), "\r\n")
}

// lineEnd is the offset of the byte after a line (from 1) and its ending.
func (s *source) lineEnd(n int) int {
	if n >= len(s.lines) {
		return len(s.text)
	}
	return s.lines[n]
}

// offset is where in text a line and column (both from 1, in characters) are.
func (s *source) offset(line, column int) int {
	if line < 1 {
		return 0
	}
	if line > len(s.lines) {
		return len(s.text)
	}
	start, end := s.lines[line-1], s.lineEnd(line)
	before := s.runesBefore(start) + column - 1
	from, _ := slices.BinarySearch(s.runes, before+1)
	at := max((from-1)*stretch, start)
	for n := s.runesBefore(at); at < end; at++ {
		if !utf8.RuneStart(s.text[at]) {
			continue
		}
		if n == before {
			break
		}
		n++
	}
	return at
}

// runesBefore is how many characters begin before an offset.
func (s *source) runesBefore(offset int) int {
	if offset == 0 {
		return 0
	}
	block := (offset - 1) / stretch
	n := s.runes[block]
	for _, c := range s.text[block*stretch : offset] {
		if utf8.RuneStart(c) {
			n++
		}
	}
	return n
}

// place is the line and column of an offset.
func (s *source) place(offset int) (line, column int) {
	line, found := slices.BinarySearch(s.lines, offset)
	if found {
		line++
	}
	return line, s.runesBefore(offset) - s.runesBefore(s.lines[line-1]) + 1
}

// complain makes a complaint at a place of this file.
func (s *source) complain(line, column int, what, hint string) Complaint {
	c := Complaint{File: s.name, Line: line, Column: column, What: what, Hint: hint}
	if text := s.line(line); text != "" {
		c.Excerpt = excerpt(text, column)
	}
	return c
}

// refusal is why a file is not read at all: too large, or not text. It is nil
// for a file that may be parsed.
func (s *source) refusal() Complaints {
	if len(s.text) > MaxSize {
		return Complaints{{File: s.name, Line: 1, Column: 1,
			What: fmt.Sprintf("this file is too large: %d KiB, and %d KiB is the most", (len(s.text)+1023)/1024, MaxSize/1024),
			Hint: "is it the right file? Split it, or take out what does not belong"}}
	}
	if bytes.HasPrefix(s.text, []byte("\xff\xfe")) || bytes.HasPrefix(s.text, []byte("\xfe\xff")) {
		return Complaints{{File: s.name, Line: 1, Column: 1,
			What: "this file is saved as UTF-16", Hint: "save it as UTF-8: in Notepad, Save As, Encoding: UTF-8"}}
	}
	for at := 0; at < len(s.text); {
		r, size := utf8.DecodeRune(s.text[at:])
		if what, hint := badCharacter(r, size); what != "" {
			line, column := s.place(at)
			return Complaints{s.complain(line, column, what, hint)}
		}
		at += size
	}
	return nil
}

// badCharacter says what is wrong with a character that may not stand in a
// file; what is empty where nothing is. The list is YAML 1.2, section 5.1, and
// the line ends that editors do not show as such.
func badCharacter(r rune, size int) (what, hint string) {
	switch {
	case r >= ' ' && r < 0x7f, r == '\t', r == '\n', r == '\r':
		return "", ""
	case r == utf8.RuneError && size == 1:
		return "this byte is not UTF-8 text", "save the file as UTF-8: in Notepad, Save As, Encoding: UTF-8"
	case r == 0:
		return "a NUL byte stands here: this is not a text file, or it is damaged", "bring back a copy of the file from before"
	case r == 0x85, r == 0x2028, r == 0x2029:
		return fmt.Sprintf("an invisible line separator (U+%04X) stands here", r), "delete it, and press Enter or Space instead"
	case r == 0xfeff:
		return "an invisible byte order mark (U+FEFF) stands here", "delete it: put the cursor after it and press Backspace"
	case r < ' ', r >= 0x7f && r < 0xa0, r == 0xfffe, r == 0xffff:
		return fmt.Sprintf("an invisible control character (U+%04X) stands here", r), "delete it: put the cursor after it and press Backspace"
	}
	return "", ""
}
