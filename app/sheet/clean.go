package sheet

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Complaint is a letter that could not be printed as it was given.
type Complaint struct {
	Text    string // the words that it stood in, as far as they can be printed
	Letter  rune
	Instead string // what stands there now; "" for nothing
}

// String says it in English, for a terminal.
func (c Complaint) String() string {
	if c.Instead == "" {
		return fmt.Sprintf("%U cannot be printed and was left out of %q", c.Letter, c.Text)
	}
	return fmt.Sprintf("%U cannot be printed and became %q in %q", c.Letter, c.Instead, c.Text)
}

// instead are stand-ins for signs that Source Sans 3 lacks and people paste.
var instead = map[rune]string{
	'℃': "°C", '℉': "°F", '\u2010': "-", '\u2011': "-", '\u2012': "–", '\u2015': "—",
	'\u2028': " ", '\u2029': " ", '\u3000': " ", '\u2007': "\u00a0", '\u202f': "\u00a0",
}

// zwsp allows a break and is not drawn.
const zwsp = '\u200b'

// A cleaner makes words that the faces can print, and remembers what it changed.
type cleaner struct {
	faces      typefaces
	complaints []Complaint
	told       map[Complaint]bool
}

// clean composes accents (NFC), turns every white space but the unbreakable into
// a space, and replaces or drops what cannot be set. Both weights must have a
// letter, so that a text keeps its words when it is made strong.
func (c *cleaner) clean(words string) string {
	if plainly(words) {
		return words
	}
	words = norm.NFC.String(strings.ToValidUTF8(words, "?"))
	var b strings.Builder
	var missing []rune
	letter, carried := ' ', [3]int{}
	for _, r := range words {
		put, known := c.printable(r)
		switch at := sideOf(r); {
		case at == noMark && put != "":
			letter, _ = utf8.DecodeLastRuneInString(put)
			carried = [3]int{}
		case at != noMark && carried[at] < mostMarks && c.carries(letter) && c.has(r):
			put, known = string(r), true
			carried[at]++
		}
		b.WriteString(put)
		if !known {
			missing = append(missing, r)
		}
	}
	clean := b.String()
	for _, r := range missing {
		put, _ := c.printable(r)
		c.complain(Complaint{Text: shorten(clean, 60), Letter: r, Instead: put})
	}
	return clean
}

// plainly reports whether words are of printable ASCII alone, as most are.
func plainly(words string) bool {
	for i := 0; i < len(words); i++ {
		if words[i] < ' ' || words[i] > '~' {
			return false
		}
	}
	return true
}

// printable is what is printed for r, and whether that is as good as r itself.
func (c *cleaner) printable(r rune) (string, bool) {
	switch {
	case r == zwsp:
		return string(r), true
	case r == '\t' || r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85:
		return " ", true
	case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
		return "", invisible(r)
	case unicode.IsControl(r):
		return "", false
	case unicode.Is(unicode.M, r):
		return "", false // it would stand beside its letter
	case c.own(r):
		return string(r), true
	}
	if put, ok := instead[r]; ok && c.has([]rune(put)...) {
		return put, true
	}
	if c.has(r) {
		return string(r), true
	}
	return c.kin(r), false
}

// invisible reports whether leaving out the format character r changes nothing
// that a reader sees in the scripts that are printed: soft hyphens, joiners, the
// mark of left to right, byte order marks.
func invisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200c', '\u200d', '\u200e', '\u2060', '\ufeff':
		return true
	}
	return unicode.Is(unicode.Variation_Selector, r)
}

// kin is the nearest printable form of a letter that the faces lack: its
// compatible form (ﬁ is fi), else the letter without its marks, else a question
// mark. Signs that are no letters, such as emoji, are left out.
func (c *cleaner) kin(r rune) string {
	apart := []rune(norm.NFKD.String(string(r)))
	if c.has([]rune(norm.NFC.String(string(apart)))...) {
		return norm.NFC.String(string(apart))
	}
	if len(apart) > 1 && c.has(apart[0]) {
		return string(apart[0])
	}
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return "?"
	}
	return ""
}

// carries reports whether a mark can be set on a letter: it is of the type that
// has the marks.
func (c *cleaner) carries(letter rune) bool {
	return c.own(letter) && unicode.IsLetter(letter)
}

// own reports whether Source Sans 3 has a letter.
func (c *cleaner) own(r rune) bool {
	return c.faces.of(r, Regular) == Regular && c.faces.of(r, Bold) == Bold
}

// has reports whether all of these letters can be set, in both weights.
func (c *cleaner) has(letters ...rune) bool {
	for _, asked := range []Face{Regular, Bold} {
		for _, r := range letters {
			if _, ok := c.faces[c.faces.of(r, asked)].advance(r); !ok {
				return false
			}
		}
	}
	return true
}

func (c *cleaner) complain(is Complaint) {
	if c.told == nil {
		c.told = map[Complaint]bool{}
	}
	if !c.told[is] {
		c.told[is] = true
		c.complaints = append(c.complaints, is)
	}
}

// shorten cuts words after so many letters.
func shorten(words string, letters int) string {
	if r := []rune(words); len(r) > letters {
		return string(r[:letters]) + "…"
	}
	return words
}
