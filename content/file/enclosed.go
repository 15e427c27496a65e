package file

import (
	"bytes"
	"fmt"
	"strings"
)

// badQuote finds a quote that is not closed, text behind one that is, and a
// backslash that means nothing.
func badQuote(e examined) (Complaint, bool) {
	at := e.opening(`"'`)
	if at < 0 {
		return Complaint{}, false
	}
	quote := e.text[at]
	text := e.following(at)
	for i := 1; i < len(text); i++ {
		switch {
		case quote == '"' && text[i] == '\\':
			if i+1 < len(text) && strings.IndexByte("0abt\tnvfre \"/\\N_LPxuU'\r\n", text[i+1]) < 0 {
				return e.complainBehind(at+i, "a backslash means something else inside double quotes", `write it twice: \\, or put the text in single quotes`), true
			}
			i++
		case text[i] != quote:
		case quote == '\'' && i+1 < len(text) && text[i+1] == '\'':
			i++
		case bytes.IndexByte(text[:i], '\n') >= 0 && !e.endsAfter(at, text[i+1:]): // it was meant to open the text of a later line
			return e.complain(at, "this quote is not closed", fmt.Sprintf("put another %c at the end of the text", quote)), true
		case !e.endsAfter(at, text[i+1:]):
			return e.complainBehind(at+i+1, "the text goes on after its closing quote", other(quote)), true
		default:
			return Complaint{}, false
		}
	}
	return e.complain(at, "this quote is not closed", fmt.Sprintf("put another %c at the end of the text", quote)), true
}

// endsAfter reports whether what follows a closing quote may follow: nothing
// after a value, and a colon after a key. at is where the quote opened.
func (e examined) endsAfter(at int, text []byte) bool {
	return onlyComment(text) || e.value != at && bytes.HasPrefix(bytes.TrimLeft(text, " "), []byte(":")) || e.content == at && e.value == at && bytes.HasPrefix(bytes.TrimLeft(text, " "), []byte(":"))
}

// other says how a quote can stand inside a text.
func other(quote byte) string {
	if quote == '"' {
		return `begin and end the whole text with a quote; inside it, write \" for "`
	}
	return `begin and end the whole text with a quote; inside it, write '' for '`
}

// opening is where in the line a key or value begins with one of some
// characters, or -1.
func (e examined) opening(characters string) int {
	for _, at := range []int{e.content, e.value} {
		if at < len(e.text) && strings.IndexByte(characters, e.text[at]) >= 0 {
			return at
		}
	}
	return -1
}

// badBracket finds a bracket that is not closed, and text that begins with one
// and goes on after it.
func badBracket(e examined) (Complaint, bool) {
	at := e.opening("[{")
	if at < 0 {
		return Complaint{}, false
	}
	text := e.following(at)
	var open []int // where the brackets are that are open
	quote := byte(0)
	for i, c := range text {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && strings.IndexByte(" [{,:\n", text[i-1]) >= 0:
			quote = c
		case c == '[' || c == '{':
			open = append(open, i)
		case c == ']' || c == '}':
			last := open[len(open)-1]
			if text[last] != c-2 { // in ASCII, a closing bracket is two after its opening one
				return e.complainBehind(at+i, fmt.Sprintf("%c stands where %c should close", c, text[last]+2), "close the brackets in the order in which they were opened, from the inside out"), true
			}
			open = open[:len(open)-1]
			rest := bytes.TrimLeft(text[i+1:], " ")
			inside := len(open) > 0 && (bytes.IndexByte(text[:i], '\n') >= 0 || onlyComment(rest) || bytes.IndexByte([]byte(",]}:"), rest[0]) >= 0)
			if len(open) == 0 && onlyComment(rest) {
				return Complaint{}, false
			}
			if !inside {
				return e.complainBehind(at+last, fmt.Sprintf("text that begins with %c needs quotes", text[last]), inQuotes), true
			}
		}
	}
	return e.complain(at, fmt.Sprintf("%c is not closed", text[0]), fmt.Sprintf("put %c where it ends; a text that begins with %c needs quotes", text[0]+2, text[0])), true
}

// complainBehind makes a complaint at a byte that may be in a later line.
func (e examined) complainBehind(at int, what, hint string) Complaint {
	line, column := e.source.place(e.source.lines[e.line-1] + at)
	return e.source.complain(line, column, what, hint)
}
