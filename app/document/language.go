package document

import (
	"strings"
	"unicode"
)

// Words that stand in nearly every text of a language, and in few of the other.
var (
	english = wordSet("the and you your of to for with not if or is are be will before after do this that we our at on may can")
	spanish = wordSet("el la los las y usted su sus de para con no si o es son ser antes despues del al una un que por en se le puede")
)

// languageOf is the language that most of these words are of.
func languageOf(texts []string) string {
	en, es := 0, 0
	for _, t := range texts {
		for _, w := range strings.FieldsFunc(strings.ToLower(t), func(r rune) bool { return !unicode.IsLetter(r) }) {
			w = accents.Replace(w)
			if english[w] {
				en++
			}
			if spanish[w] {
				es++
			}
		}
	}
	if es > en {
		return "es"
	}
	return "en"
}

var accents = strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u")

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
