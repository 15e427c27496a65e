package words

import (
	"strings"
	"unicode/utf8"
)

// accents gives each letter one that reads alike and needs more height.
var accents = strings.NewReplacer(
	"a", "á", "c", "ç", "e", "é", "i", "î", "n", "ñ", "o", "ö", "s", "š", "u", "û", "y", "ý", "z", "ž",
	"A", "Å", "C", "Ç", "E", "É", "I", "Î", "N", "Ñ", "O", "Ö", "S", "Š", "U", "Û", "Y", "Ý", "Z", "Ž",
)

// Pseudo returns a language for tests: English with accents, in brackets and
// two fifths longer. A text that is cut off shows no closing bracket; a word
// that does not come from here shows no accents.
func Pseudo() *Words {
	english := inEnglish()
	own := make(map[string]string, len(english))
	for key, text := range english {
		own[key] = longer(text)
	}
	return &Words{Language: "qps", own: own, english: inEnglish}
}

// longer puts accents on everything but the {names}.
func longer(text string) string {
	length := utf8.RuneCountInString(text)
	var out strings.Builder
	out.WriteString("[")
	for text != "" {
		plain, after, found := strings.Cut(text, "{")
		out.WriteString(accents.Replace(plain))
		if !found {
			break
		}
		name, rest, _ := strings.Cut(after, "}")
		out.WriteString("{" + name + "}")
		text = rest
	}
	out.WriteString(strings.Repeat("~", (length*2+4)/5) + "]")
	return out.String()
}
