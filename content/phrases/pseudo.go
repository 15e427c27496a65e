package phrases

import (
	"fmt"
	"reflect"
	"strings"
)

// PseudoLanguage is a language for tests: English with accents and two fifths
// longer. Whoever takes it through a page sees what a longer language does to
// the layout, and which words do not come from here. Its tag is the one of the
// window's words for tests.
const PseudoLanguage = "qps"

// pseudo makes the language for tests from English.
func pseudo() (*Phrases, error) {
	english, err := In("en")
	if err != nil {
		return nil, err
	}
	p := *english
	v := reflect.ValueOf(&p).Elem()
	for i := range v.NumField() {
		if group := v.Type().Field(i); group.Name != "Checked" && (group.Type.Kind() == reflect.Struct || group.Type.Kind() == reflect.Map) {
			lengthen(v.Field(i))
		}
	}
	p.Language, p.Expansion = PseudoLanguage, 140
	return &p, nil
}

// lengthen makes every phrase in v longer. Lists and maps are made anew, since
// the English ones are shared.
func lengthen(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(longer(v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			lengthen(v.Field(i))
		}
	case reflect.Slice:
		fresh := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			fresh.Index(i).SetString(longer(v.Index(i).String()))
		}
		v.Set(fresh)
	case reflect.Map:
		fresh := reflect.MakeMap(v.Type())
		for _, key := range v.MapKeys() {
			fresh.SetMapIndex(key, reflect.ValueOf(longer(v.MapIndex(key).String())))
		}
		v.Set(fresh)
	default:
		panic(fmt.Sprintf("phrases: no way to lengthen a %v", v.Kind()))
	}
}

var accents = strings.NewReplacer("a", "à", "e", "é", "i", "î", "o", "ô", "u", "ü", "n", "ñ", "A", "Á", "E", "É", "I", "Ï", "O", "Ö", "U", "Û")

// longer puts accents on the words of a phrase, not on its places such as
// {date} and %d, and adds two fifths of its letters at its end.
func longer(phrase string) string {
	var b strings.Builder
	letters := 0
	rest := phrase
	for rest != "" {
		open := strings.IndexAny(rest, "{%")
		if open < 0 {
			open = len(rest)
		}
		words := rest[:open]
		b.WriteString(accents.Replace(words))
		letters += len([]rune(words))
		rest = rest[open:]
		if rest == "" {
			break
		}
		end := 2 // of %d
		if rest[0] == '{' {
			end = strings.IndexByte(rest, '}') + 1
		}
		b.WriteString(rest[:end])
		rest = rest[end:]
	}
	return b.String() + strings.Repeat("~", letters*2/5)
}
