package content

import (
	"fmt"
	"strings"
)

// A Piece is a stretch of a text: words, strong words, or a blank.
type Piece struct {
	Text  string // the words; "" for a blank
	Bold  bool
	Blank string // the blank's id; "" for words
}

// ParseText reads the marks that a line of words may hold: **strong** and
// {blank}. There are no others; a brace or a pair of stars left open is an error
// that names the place, as a column from 1 in runes.
func ParseText(text string) ([]Piece, error) {
	var pieces []Piece
	bold, rest, column := false, text, 1
	add := func(words string) {
		if words != "" {
			pieces = append(pieces, Piece{Text: words, Bold: bold})
		}
		column += len([]rune(words))
	}
	for rest != "" {
		i := strings.IndexAny(rest, "*{}")
		if i < 0 {
			add(rest)
			break
		}
		switch {
		case strings.HasPrefix(rest[i:], "**"):
			add(rest[:i])
			bold = !bold
			rest, column = rest[i+2:], column+2
		case rest[i] == '{':
			add(rest[:i])
			end := strings.IndexByte(rest[i:], '}')
			if end < 0 || !isID(rest[i+1:i+end]) {
				return nil, textError{column, "this opens a blank that is not closed or has no proper name; write it as in {drive-wait}"}
			}
			pieces = append(pieces, Piece{Blank: rest[i+1 : i+end], Bold: bold})
			rest, column = rest[i+end+1:], column+end+1
		case rest[i] == '}':
			return nil, textError{column + len([]rune(rest[:i])), "this closes a blank that was never opened"}
		default:
			add(rest[:i+1])
			rest = rest[i+1:]
		}
	}
	if bold {
		return nil, textError{1, "strong words are opened with ** and not closed"}
	}
	return pieces, nil
}

// textError is a complaint about one place of a text.
type textError struct {
	column int
	what   string
}

func (e textError) Error() string { return fmt.Sprintf("column %d of the text: %s", e.column, e.what) }

// Column is the place in the text, from 1, in runes.
func (e textError) Column() int { return e.column }

// Plain is a text without its marks; a blank shows as "____".
func Plain(text string) string {
	pieces, err := ParseText(text)
	if err != nil {
		return text
	}
	var b strings.Builder
	for _, s := range pieces {
		if s.Blank != "" {
			b.WriteString("____")
		}
		b.WriteString(s.Text)
	}
	return b.String()
}

// TextBlanks are the ids of the blanks in a text, in order.
func TextBlanks(text string) []string {
	pieces, _ := ParseText(text)
	var ids []string
	for _, s := range pieces {
		if s.Blank != "" {
			ids = append(ids, s.Blank)
		}
	}
	return ids
}
