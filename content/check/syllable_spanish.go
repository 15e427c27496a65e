package check

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// syllablesSpanish counts the syllables of a Spanish word. Spelling tells them
// all (RAE, Ortografía de la lengua española, 2010, chapter II.3.4): every vowel
// is a syllable, but a weak one (i, u, ü, a last y) without an accent goes with a
// vowel beside it. So "aire", "ciudad" and "muy" hold diphthongs, "día", "baúl"
// and "leer" hiatuses. The u of que, qui, gue and gui is silent. An h between
// vowels is counted as keeping them apart ("prohibir" has three), as people say
// it slowly. A list of words with counts given by hand holds the counter to it
// (testdata/syllables-es.txt).
func syllablesSpanish(word string) int {
	return syllablesOfParts(word, "-/", spanishPart)
}

func spanishPart(part string) int {
	if n, ok := spokenNumber(part, spanishNumber); ok {
		return n
	}
	if isInitials(part) {
		return initialsSpanish(part)
	}
	letters := []rune(norm.NFC.String(strings.ToLower(part)))
	n, previous := 0, rune(0) // previous is the vowel just before, or 0
	for i, r := range letters {
		switch {
		case !isSpanishVowel(letters, i):
			previous = 0
			continue
		case previous == 0 || !isDiphthong(previous, r):
			n++
		}
		previous = r
	}
	return max(n, 1)
}

// initialsSpanish are the syllables of letters that are read one by one: "IV" is
// "i ve".
func initialsSpanish(word string) int {
	n := 0
	for _, r := range word {
		switch r {
		case 'F', 'H', 'J', 'L', 'M', 'N', 'R', 'S', 'X':
			n += 2
		case 'W':
			n += 3
		default:
			n++
		}
	}
	return n
}

// isSpanishVowel reports whether the letter at i is heard as a vowel.
func isSpanishVowel(letters []rune, i int) bool {
	next := rune(0)
	if i+1 < len(letters) {
		next = letters[i+1]
	}
	switch letters[i] {
	case 'a', 'e', 'i', 'o', 'á', 'é', 'í', 'ó', 'ú', 'ü':
		return true
	case 'u':
		silent := i > 0 && (letters[i-1] == 'q' || letters[i-1] == 'g') && strings.ContainsRune("eiéí", next)
		return !silent
	case 'y':
		return next == 0
	}
	return false
}

// isDiphthong reports whether two vowels side by side are one syllable.
func isDiphthong(a, b rune) bool {
	weak := func(r rune) bool { return r == 'i' || r == 'u' || r == 'ü' || r == 'y' }
	strong := func(r rune) bool { return strings.ContainsRune("aeoáéó", r) }
	switch {
	case weak(a) && weak(b):
		return a != b
	case weak(a):
		return strong(b) || b == 'í' && a != 'i' || b == 'ú' && a != 'u'
	case weak(b):
		return strong(a)
	}
	return false
}

// spanishNumber is how many syllables a whole number has in Spanish, to 999,999.
func spanishNumber(n int) int {
	small := []int{2, 2, 1, 1, 2, 2, 1, 2, 2, 2, 1, 2, 2, 2, 3, 2, 3, 4, 3, 4,
		2, 3, 3, 3, 4, 4, 3, 4, 3, 4}
	tens := []int{0, 0, 2, 2, 3, 3, 3, 3, 3, 3}
	switch {
	case n >= 1000:
		thousands := 1
		if n/1000 > 1 {
			thousands += spanishNumber(n / 1000)
		}
		if n%1000 == 0 {
			return thousands
		}
		return thousands + spanishNumber(n%1000)
	case n == 100:
		return 1
	case n >= 100:
		hundreds := []int{0, 2, 4, 4, 5, 4, 4, 4, 4, 4}[n/100]
		if n%100 == 0 {
			return hundreds
		}
		return hundreds + spanishNumber(n%100)
	case n < 30:
		return small[n]
	case n%10 == 0:
		return tens[n/10]
	}
	return tens[n/10] + 1 + small[n%10]
}
