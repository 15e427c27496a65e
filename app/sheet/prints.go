package sheet

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Prints reports whether every letter of some words is printed as it is, or by
// one that reads the same.
func Prints(words string) bool {
	fs, err := faces()
	if err != nil {
		return false
	}
	c := cleaner{faces: fs}
	c.clean(words)
	return len(c.complaints) == 0
}

// Lost are the letters of a name that cannot be printed: those of scripts that
// there is no type for, or whose letters change with their neighbors. Without
// them the name would be another one. Emoji, controls and the like are no part of
// a name and not among them.
func Lost(name string) (letters []rune) {
	fs, err := faces()
	if err != nil {
		return []rune(name)
	}
	c := cleaner{faces: fs}
	c.clean(name)
	for _, is := range c.complaints {
		part := unicode.In(is.Letter, unicode.L, unicode.M, unicode.N)
		if part && norm.NFKC.String(string(is.Letter)) != is.Instead {
			letters = append(letters, is.Letter)
		}
	}
	return letters
}
