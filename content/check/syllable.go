package check

import (
	"slices"
	"strings"
	"unicode"
)

// syllablesEnglish counts the syllables of an English word as it is spoken in the
// US. Spelling tells most: a run of vowels is a syllable, unless it is one of
// those below. What no rule tells stands in spokenOtherwise. A list of words
// with counts given by hand holds the counter to it (testdata/syllables-en.txt).
//
//   - A last e is silent ("hope"), but not behind a consonant and l ("table").
//   - A last -es is silent ("hopes"), but not behind a hiss ("places"); a last -ed
//     is, but not behind t or d ("needed").
//   - An e is silent before -ly, -ful, -less, -ness, -ment too ("careful").
//   - Two vowels side by side are two syllables in "ia", "io", "eo", "ua" and the
//     like ("media", "area"), but not in -tion, -sion, -cial, -cious, -geon.
//   - An ending -ing, -er, -est, -ish behind a vowel is a syllable of its own
//     ("going", "drier").
//   - A last -sm has a vowel that is not written ("spasm").
func syllablesEnglish(word string) int {
	return syllablesOfParts(word, "-/’'", partSyllables)
}

// syllablesOfParts counts what stands between marks by itself; no word has none.
func syllablesOfParts(word, marks string, count func(part string) int) int {
	n := 0
	for _, part := range strings.FieldsFunc(word, func(r rune) bool { return strings.ContainsRune(marks, r) }) {
		n += count(part)
	}
	return max(n, 1)
}

// partSyllables counts a word without hyphens.
func partSyllables(part string) int {
	if n, ok := spokenNumber(part, englishNumber); ok {
		return n
	}
	if isInitials(part) {
		n := 0
		for _, r := range part {
			n++
			if r == 'W' {
				n += 2
			}
		}
		return n
	}
	return lettersSyllables(strings.ToLower(part))
}

// isInitials reports whether a word is read letter by letter: "MRI", "ID".
func isInitials(word string) bool {
	letters := 0
	for _, r := range word {
		if !unicode.IsUpper(r) {
			return false
		}
		letters++
	}
	return letters >= 2 && letters <= 4
}

// spokenOtherwise are words that no rule tells.
var spokenOtherwise = map[string]int{
	"people": 2, "element": 3, "nuclear": 3, "rhythm": 2, "evening": 2, "evenings": 2, "safety": 2, "ninety": 2, "naked": 2, "wicked": 2, "rugged": 2, "sacred": 2, "crooked": 2, "diabetes": 4, "fluid": 2, "ruin": 2, "poem": 2, "poet": 2,
	"every": 2, "business": 2, "ideal": 3, "real": 1, "queue": 1, "ache": 1, "aches": 1, "recipe": 3, "syncope": 3, "vegetable": 4, "colonel": 2, "heroin": 3, "recreation": 4,
	"forty": 2, "acne": 2, "apnea": 3, "herpes": 2, "rabies": 2, "scabies": 2, "maybe": 2, "cafe": 2, "doesn": 2, "isn": 2, "wasn": 2, "didn": 2, "couldn": 2,
	"shouldn": 2, "wouldn": 2, "hasn": 2, "haven": 2, "aren": 1, "weren": 1, "am": 1, "pm": 2, "a.m": 2, "p.m": 2, "diuretic": 4, "dialysis": 4,
}

// seams are beginnings of words that are made of two, with the length of the
// first: its e is silent, or its vowel stands for itself ("re-act").
var seams = map[string]int{
	"react": 2, "reapp": 2, "reali": 2, "reaff": 2, "reass": 2, "reopen": 2, "reuse": 2, "reins": 2, "reocc": 2, "readm": 2, "reeval": 2, "reexam": 2, "creat": 3, "coop": 2, "coord": 2, "preop": 3,
	"eyelid": 3, "eyeglass": 3, "eyebrow": 3, "eyedrop": 3, "eyelash": 3, "forehead": 4, "foreskin": 4, "lifelong": 4, "lifetime": 4, "somebody": 4, "someone": 4,
	"something": 4, "sometime": 4, "somewhere": 4, "everyone": 5, "everybody": 5, "everything": 5, "everyday": 5, "anyone": 3, "therefore": 5, "furthermore": 7,
	"household": 5, "baseline": 4, "sidewalk": 4, "sideway": 4, "voicemail": 5, "pacemaker": 4, "caregiver": 4, "headache": 4, "backache": 4, "earache": 3,
	"toothache": 5, "stomachache": 7, "homemade": 4, "whitehead": 5, "needlestick": 6, "makeup": 4, "takeout": 4, "tapeworm": 4, "wholesome": 5, "biopsy": 2,
	"biops": 2, "supraclav": 5, "careful": 4, "carefree": 4, "shoelace": 4, "timeline": 4, "lightheaded": 5, "lukewarm": 4,
	"guideline": 5, "elsewhere": 4,
}

// lettersSyllables counts a word of small letters.
func lettersSyllables(w string) int {
	if n, ok := listed(w); ok {
		return n
	}
	for l := min(len(w), longestSeam); l >= shortestSeam; l-- {
		if at, ok := seams[w[:l]]; ok {
			return lettersSyllables(w[:at]) + lettersSyllables(w[at:])
		}
	}
	for _, ending := range []string{"ly", "fully", "ful", "less", "ness", "ments", "ment"} {
		if stem, ok := strings.CutSuffix(w, ending); ok && len(stem) > 2 && strings.HasSuffix(stem, "e") && strings.IndexByte("aeiouy", stem[len(stem)-2]) < 0 {
			return lettersSyllables(stem) + lettersSyllables("x"+ending)
		}
	}
	n, group := 0, false
	for i := range len(w) {
		switch {
		case !isVowel(w, i):
			group = false
			continue
		case !group || startsSyllable(w, i):
			n++
		}
		group = true
	}
	return max(n-silent(w), 1)
}

// The lengths of the keys of seams.
const shortestSeam, longestSeam = 4, 11

// listed is the count of a listed word, also with -s, -es, -d or -ed behind it.
func listed(w string) (int, bool) {
	if n, ok := spokenOtherwise[w]; ok {
		return n, true
	}
	for _, ending := range []string{"s", "es", "d", "ed"} {
		stem, cut := strings.CutSuffix(w, ending)
		n, ok := spokenOtherwise[stem]
		if !cut || !ok {
			continue
		}
		if last := stem[len(stem)-1]; ending == "ed" && (last == 't' || last == 'd') || ending == "es" && last != 'e' || ending == "s" && hisses(stem) {
			n++
		}
		return n, true
	}
	return 0, false
}

// hisses reports whether an s behind the stem is a syllable: "places".
func hisses(stem string) bool {
	for _, end := range []string{"ce", "ge", "se", "ze", "xe", "che", "she"} {
		if strings.HasSuffix(stem, end) {
			return true
		}
	}
	return false
}

// isVowel reports whether the letter at i is a vowel. A y is one, but not at the
// beginning of a word or between two vowels ("beyond"), unless -ing, -er or -ed
// follows ("layer"); the u of qu is none.
func isVowel(w string, i int) bool {
	switch w[i] {
	case 'a', 'e', 'i', 'o':
		return true
	case 'u':
		return i == 0 || w[i-1] != 'q'
	case 'y':
		between := i > 0 && i+1 < len(w) && strings.IndexByte("aeiou", w[i-1]) >= 0 && strings.IndexByte("aeiou", w[i+1]) >= 0
		return i > 0 && (!between || hasAny(w[i+1:], "ing", "er", "ers", "ed"))
	}
	return false
}

// startsSyllable reports whether the vowel at i begins a syllable of its own
// though a vowel stands before it.
func startsSyllable(w string, i int) bool {
	rest, first := w[i:], strings.IndexAny(w, "aeiouy") == i-1
	consonant := byte(' ')
	if i >= 2 {
		consonant = w[i-2]
	}
	soft := strings.IndexByte("tcsgx", consonant) >= 0 // as in -tion, -cial, -gious
	if hasAny(rest, "ing", "ings", "ish") {
		return true
	}
	switch string(w[i-1]) + string(w[i]) {
	case "ia":
		special := strings.HasPrefix(rest, "al") && !strings.HasPrefix(rest, "ality") || hasAny(rest, "an", "ans")
		return !(soft && consonant != 'x' && special) && !hasAny(rest, "age", "ages")
	case "io":
		million := (consonant == 'l' || consonant == 'n') && !first && hasAny(rest, "on", "ons", "or", "ors")
		return !million && !(soft && (strings.HasPrefix(rest, "on") || strings.HasPrefix(rest, "ou")))
	case "iu", "ii", "ao":
		return true
	case "ie":
		return hasAny(rest, "er", "ers", "est", "et", "ets", "ety", "eties") || hasAny(rest, "ent", "ents", "ence", "ently") && !soft || first && (strings.HasPrefix(rest, "ent") || strings.HasPrefix(rest, "enc"))
	case "eo":
		return consonant != 'g' && consonant != 'c'
	case "eu":
		return hasAny(rest, "um", "ums", "us")
	case "ea":
		return hasAny(rest, "a", "as") && !first
	case "ua":
		return consonant != 'g' && consonant != ' '
	case "uo":
		return consonant != 'b'
	case "ue":
		return hasAny(rest, "el", "els", "ent", "ents", "ence", "er", "et") && consonant != 'g'
	case "oe":
		return hasAny(rest, "er", "ers")
	case "ye":
		return hasAny(rest, "er", "ers", "est")
	case "ya", "yo", "yi":
		return true
	}
	return false
}

// hasAny reports whether rest is one of the endings.
func hasAny(rest string, endings ...string) bool { return slices.Contains(endings, rest) }

// silent is how many of the counted vowels are not heard; below 0 where one is
// heard that is not written.
func silent(w string) int {
	n := len(w)
	vowelAt := func(i int) bool { return i >= 0 && isVowel(w, i) }
	if strings.HasSuffix(w, "sm") || strings.HasSuffix(w, "sms") {
		return -1
	}
	if n > 3 && hasAny(w[n-3:], "gue", "que") {
		return 1 // "vague"
	}
	if n > 2 && w[n-1] == 'e' && !vowelAt(n-2) {
		return yes(w[n-2] != 'l' || vowelAt(n-3))
	}
	if n > 3 && strings.HasSuffix(w, "es") && !vowelAt(n-3) {
		return yes(!hisses(w[:n-1]) && (w[n-3] != 'l' || vowelAt(n-4)))
	}
	if n > 3 && strings.HasSuffix(w, "ed") && !vowelAt(n-3) {
		tabled := w[n-3] == 'l' && !vowelAt(n-4) && strings.IndexByte("lrw", w[n-4]) < 0 // "settled" keeps its syllable
		return yes(w[n-3] != 't' && w[n-3] != 'd' && !tabled)
	}
	return 0
}

func yes(b bool) int {
	if b {
		return 1
	}
	return 0
}

// spokenNumber is the syllables of a number in digits as it is read out, with a
// sign of percent, dollars or degrees; whole counts those of a whole number.
func spokenNumber(word string, whole func(int) int) (int, bool) {
	if word == "" || !strings.ContainsAny(word, "0123456789") {
		return 0, false
	}
	n, value, digits := 0, 0, 0
	flush := func() {
		if digits > 0 {
			n += whole(value)
		}
		value, digits = 0, 0
	}
	for _, r := range word {
		switch {
		case r >= '0' && r <= '9':
			if digits++; digits <= 6 {
				value = value*10 + int(r-'0')
			} else {
				n++
			}
		case r == ',':
		case r == '$' || r == '%':
			n += 2
		case r == '.' || r == ':':
			flush()
			n++
		default:
			flush()
			n++
		}
	}
	flush()
	return n, true
}

// englishNumber is how many syllables a whole number has in English, to 999,999.
func englishNumber(n int) int {
	small := []int{2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2}
	tens := []int{0, 0, 2, 2, 2, 2, 2, 3, 2, 2}
	switch {
	case n >= 1000:
		thousands := englishNumber(n/1000) + 2
		if n%1000 == 0 {
			return thousands
		}
		return thousands + englishNumber(n%1000)
	case n >= 100:
		hundreds := small[n/100] + 2
		if n%100 == 0 {
			return hundreds
		}
		return hundreds + englishNumber(n%100)
	case n < 20:
		return small[n]
	case n%10 == 0:
		return tens[n/10]
	}
	return tens[n/10] + small[n%10]
}
