package file

import (
	"fmt"
	"slices"
	"strings"
)

// badIndentation finds a line that stands too far left or right, and list items
// among keys.
func badIndentation(e examined) (Complaint, bool) {
	up, ok := e.above()
	if !ok {
		return Complaint{}, false
	}
	indent := spaces(e.text)
	if up.key == "" && up.content == e.content && e.key != "" && up.opening(`"'[{`) < 0 {
		return up.complain(up.content, "a colon is missing in this line", "write `key: value`, or put the words in the line above to which they belong"), true
	}
	if up.value < len(up.text) && indent > up.content && up.key != "" {
		return e.complain(indent, "this line is indented more than the one above, which has its value already",
			fmt.Sprintf("take %s away before it", countSpaces(indent-up.content))), true
	}
	dash := strings.HasPrefix(e.text[indent:], "- ")
	if level := spaces(up.text); dash && level < up.content && up.key == "" && level != indent {
		return e.complain(indent, "this item begins in another column than the one above", fmt.Sprintf("put %s before both", countSpaces(level))), true
	}
	levels := e.levels()
	if !slices.Contains(levels, indent) {
		return e.complain(indent, "this line begins below none of the lines above", "put as many spaces before it as the line has to which it belongs: "+among(levels)), true
	}
	for l := e.line - 1; l >= e.first; l-- {
		text := e.source.line(l)
		if spaces(text) != indent || len(text) <= indent || text[indent] == '#' {
			continue
		}
		if before := strings.HasPrefix(text[indent:], "- "); before && !dash {
			return e.complain(indent, "a key stands among the items of a list", "indent it below the text of the item above, or put it before the list"), true
		} else if !before && dash {
			return e.complain(indent, "an item of a list stands among keys", "put it below the key to which it belongs"), true
		}
		break
	}
	return Complaint{}, false
}

// levels are the indentations that are open above a line: those of the lines
// from which it could go on.
func (e examined) levels() []int {
	var levels []int
	least := len(e.text) + 1000
	for l := e.line - 1; l >= e.first; l-- {
		up := examine(e.source, l, e.first, e.last)
		if strings.TrimSpace(up.text) == "" || strings.HasPrefix(up.text[up.content:], "#") {
			continue
		}
		for _, at := range []int{up.content, spaces(up.text)} {
			if at < least {
				levels = append(levels, at)
				least = at
			}
		}
	}
	slices.Sort(levels)
	return levels
}

// among lists numbers of spaces: "0, 2 or 4".
func among(levels []int) string {
	words := make([]string, len(levels))
	for i, n := range levels {
		words[i] = fmt.Sprint(n)
	}
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

// countSpaces is "1 space" or "n spaces".
func countSpaces(n int) string {
	if n == 1 {
		return "1 space"
	}
	return fmt.Sprintf("%d spaces", n)
}

// notAKey says what a top-level line is where it is no key with a value.
func notAKey(s *source, line int) Complaint {
	e := examine(s, line, line, line)
	if c, ok := e.withoutSpace(); ok {
		return c
	}
	return e.complain(e.content, "a colon is missing in this line", "write `key: value`, or indent it where it goes on with the text above")
}
