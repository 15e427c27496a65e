package find

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A word is a piece of a text, folded so that case and accents do not matter:
// "Sacroilíaca" and "SACROILIACA" are the same word.
type word struct {
	folded string
	// start and end are the bytes of the text that the word was made of.
	start, end int
	// aside is set on the word that a chain with hyphens makes as a whole.
	aside bool
}

// fillers are the words between words, which cost nothing and find nothing.
var fillers = setOf(`a an and at for from i in is my of on or our the this to with your
	al con de del el en la las lo los mi o para por su un una unas unos y`)

// setOf is the set of the words that stand in s.
func setOf(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// letters without a decomposition that people type as others.
var plainLetters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i", 'ς': "σ",
}

// fold makes s comparable: small letters and digits without accents, and
// nothing else.
func fold(s string) string {
	if folded, ok := foldASCII(s); ok {
		return folded
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		r = unicode.ToLower(r)
		if plain, ok := plainLetters[r]; ok {
			b.WriteString(plain)
		} else if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// foldASCII is fold for texts without a letter beyond ASCII, which most are.
func foldASCII(s string) (string, bool) {
	plain := true // already folded
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return "", false
		}
		plain = plain && ('a' <= c && c <= 'z' || '0' <= c && c <= '9')
	}
	if plain {
		return s, true
	}
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z':
			b = append(b, c+'a'-'A')
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			b = append(b, c)
		}
	}
	return string(b), true
}

// appendWords cuts a text into words. Letters, digits and accents make a word;
// an apostrophe within stays out of it ("patient's" is "patients"), and so do
// points between single letters ("S.I." is "si"). With chains, words that hyphens
// join are followed by the word that they make as a whole, aside: "x-ray" is "x",
// "ray" and "xray".
func appendWords(words []word, text string, chains bool) []word {
	first := len(words) // of the chain
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(r) {
			i += size
			continue
		}
		end := wordEnd(text, i)
		if folded := fold(text[i:end]); folded != "" {
			if n := len(words); chains && n > first && text[words[n-1].end:i] != "-" {
				words = appendChain(words, first)
				first = len(words)
			}
			words = append(words, word{folded: folded, start: i, end: end})
		}
		i = end
	}
	if chains {
		words = appendChain(words, first)
	}
	return words
}

// appendChain appends the word that words[first:] make together, where they are
// two or more.
func appendChain(words []word, first int) []word {
	last := len(words) - 1
	if last <= first {
		return words
	}
	whole := word{start: words[first].start, end: words[last].end, aside: true}
	for _, w := range words[first:] {
		whole.folded += w.folded
	}
	return append(words, whole)
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// wordEnd is where the word that begins at start ends.
func wordEnd(text string, start int) int {
	end, piece := start, 0 // piece counts the letters since the last point
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		switch {
		case isWordRune(r):
			if !unicode.IsMark(r) {
				piece++
			}
			end += size
		case (r == '\'' || r == '’') && nextIsLetter(text[end+size:]):
			end += size
		case r == '.' && piece == 1 && !endsInDigit(text[:end]) && nextIsLetter(text[end+size:]):
			end += size
			piece = 0
		default:
			return end
		}
	}
	return end
}

func nextIsLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

func endsInDigit(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsDigit(r)
}
