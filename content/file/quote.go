package file

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// maxKey is how long a key may be in a file, in bytes. YAML 1.2, section 7.4.2,
// allows 1024 characters.
const maxKey = 1000

// otherType matches text that YAML 1.1 or 1.2 reads as something other than
// text, and some that only looks so: truth, nothing, numbers of every base,
// times (1.1 counts 8:30 in sixties), dates, the merge and default keys.
var otherType = regexp.MustCompile(`(?i)^(?:~|null|y|yes|n|no|true|false|on|off|<<|=|[-+]?\.(?:inf|nan|[0-9].*)|[-+]?[0-9][0-9a-fxotz_.:+\- ]*)$`)

// ownForm matches the short text of a type of ours, such as 2026-12-10, 30 or
// 10-30, that stands without quotes though it looks like another type: its own
// type reads it.
var ownForm = regexp.MustCompile(`^(?:null|true|false|-?[0-9](?:[0-9A-Za-z.:/+-]*[0-9A-Za-z])?)$`)

// needsEscape reports whether a character can stand only as an escape in
// double quotes.
func needsEscape(r rune) bool {
	what, _ := badCharacter(r, utf8.RuneLen(r))
	return what != "" || r == '\r'
}

// plainSafe reports whether text may stand without quotes and stays text.
func plainSafe(text string) bool {
	return text != "" && text == strings.Trim(text, " \u00a0") &&
		strings.IndexByte("-?:,[]{}#&*!|>'\"%@`~=", text[0]) < 0 &&
		!strings.Contains(text, ": ") && !strings.Contains(text, " #") && !strings.HasSuffix(text, ":") &&
		!strings.HasPrefix(text, "...") && !strings.ContainsAny(text, "\n\t") &&
		!strings.ContainsFunc(text, needsEscape) && !otherType.MatchString(text)
}

// quote is a scalar on one line. Between brackets more text needs quotes.
func (t *tree) quote(flow bool) string {
	if t.typed && ownForm.MatchString(t.text) && !(flow && strings.ContainsAny(t.text, ":?")) {
		return t.text
	}
	if plainSafe(t.text) && !(flow && strings.ContainsAny(t.text, ",[]{}:?")) {
		return t.text
	}
	return quoted(t.text)
}

// quoteKey is a key as it stands before its colon.
func quoteKey(key string) string {
	if plainSafe(key) && !strings.Contains(key, ":") {
		return key
	}
	return quoted(key)
}

// quoted puts text in double quotes, or in single ones where these need no
// escapes and double ones would.
func quoted(text string) string {
	if strings.ContainsAny(text, `"\`) && !strings.Contains(text, "'") && !strings.ContainsAny(text, "\n\t") && !strings.ContainsFunc(text, needsEscape) {
		return "'" + text + "'"
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case needsEscape(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// The length from which a text of one paragraph is folded over several lines,
// and the length of these lines, in characters.
const (
	foldFrom  = 100
	foldWidth = 90
)

// blockLines is a text as YAML's block form: its header and its lines before
// indentation. ok is false where the text would not come back the same, or is
// short enough for one line.
func (t *tree) blockLines() (header string, lines []string, ok bool) {
	text := t.text
	if t.typed || strings.ContainsFunc(text, needsEscape) || strings.Contains(text, "\t") {
		return "", nil, false
	}
	if !strings.Contains(text, "\n") {
		folded := fold(text)
		return ">-", folded, len(folded) > 1
	}
	header = "|-"
	if strings.HasSuffix(text, "\n") {
		header, text = "|", strings.TrimSuffix(text, "\n")
	}
	lines = strings.Split(text, "\n")
	for _, line := range lines {
		if strings.HasSuffix(line, " ") {
			return "", nil, false
		}
	}
	first, last := lines[0], lines[len(lines)-1]
	return header, lines, first != "" && first[0] != ' ' && last != ""
}

// fold breaks a long paragraph between words; nil where it is short or its
// spaces would not survive.
func fold(text string) []string {
	if utf8.RuneCountInString(text) <= foldFrom || strings.Contains(text, "  ") || strings.Trim(text, " ") != text {
		return nil
	}
	var lines []string
	for word := range strings.SplitSeq(text, " ") {
		n := len(lines)
		if n > 0 && utf8.RuneCountInString(lines[n-1])+1+utf8.RuneCountInString(word) <= foldWidth {
			lines[n-1] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}
