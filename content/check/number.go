package check

import (
	"slices"
	"strings"
	"unicode"

	"deskleaf/content"
)

// numbers finds numbers that do not say of what they are: "wait 30". What stands
// behind a number names its unit: a noun, a sign, the second number of a range.
func (fs *findings) numbers(l *language, p *content.Procedure, t text) {
	for _, sentence := range t.line {
		for i := range sentence {
			if w := sentence[i]; isBareNumber(w.text) && !hasUnit(l, sentence, i) && !isCodeOf(p, w.text) {
				fs.add(Advice, t.path, w.at, l.unitHint, "the number %s has no unit", w.text)
			}
		}
	}
}

// isBareNumber reports whether a word is a number without a sign of its own.
func isBareNumber(w string) bool {
	return w != "" && strings.Trim(w, "0123456789.,-") == "" && unicode.IsDigit(rune(w[0]))
}

// isCodeOf reports whether a number is a code, or one of the procedure's
// modifiers.
func isCodeOf(p *content.Procedure, number string) bool {
	return content.IsCode(number) || slices.ContainsFunc(p.Modifiers, func(m content.Modifier) bool { return m.Number == number })
}

// hasUnit reports whether it can be seen what the number at i is of.
func hasUnit(l *language, sentence []word, i int) bool {
	w := sentence[i]
	if w.text == "911" || strings.Count(w.text, "-") > 0 && len(w.text) > 6 || strings.HasSuffix(w.after, ")") || len(w.text) == 4 && isYear(w.text) {
		return true
	}
	if i > 0 && l.numbered[sentence[i-1].folded] {
		return true
	}
	before := i - 1
	if wordAt(sentence, before) == "cada" {
		before--
	}
	if l.outOf[wordAt(sentence, before)] && (before > 0 && isBareNumber(sentence[before-1].text) || strings.Trim(w.text, "0,") == "1" && len(w.text) > 2) {
		return true // "13 in 100", "24 more people in 100"
	}
	if i > 1 && l.ranging[sentence[i-1].folded] && isBareNumber(sentence[i-2].text) && i > 2 && l.numbered[sentence[i-3].folded] {
		return true // "from 0 to 10"
	}
	if i+1 == len(sentence) || strings.ContainsAny(w.after, ".,;:?!") {
		for k := range i {
			if isBareNumber(sentence[k].text) && hasUnit(l, sentence, k) {
				return true // "in 3 to 5 days, or up to 10"
			}
		}
		return i > 1 && l.ranging[sentence[i-1].folded] && isBareNumber(sentence[i-2].text) && l.scale[wordAt(sentence, i-3)]
	}
	next := sentence[i+1]
	switch {
	case next.blank, isBareNumber(next.text):
		return isBareNumber(next.text) && strings.TrimSpace(w.after) != ""
	case l.ranging[next.folded] && i+2 < len(sentence) && isBareNumber(sentence[i+2].text):
		return hasUnit(l, sentence, i+2)
	case l.outOf[next.folded]:
		return true
	}
	return !l.function[next.folded]
}

func wordAt(sentence []word, i int) string {
	if i < 0 {
		return ""
	}
	return sentence[i].folded
}

func isYear(w string) bool { return strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20") }
