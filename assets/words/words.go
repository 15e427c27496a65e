// Package words holds every word that the window shows, one JSON file a
// language: flat keys in the order of the screens, "print.says": "Print: {side},
// {language}". Code asks for a key and never holds a word of its own, so that a
// clinic can have the window in its language, whatever language a handout is in.
//
//	w, err := words.Load("es")
//	w.T("print.says", "side", "right", "language", "English")
//
// What a language lacks is shown in English, and a key that no language has is
// shown in brackets: a window with a word missing is better than no window.
// Tests hold the languages to the same keys, each once, and the same {names}.
package words

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

//go:embed *.json told/*.json
var files embed.FS

// English is the language that every other falls back to.
const English = "en"

// Words are the words of one language. They are safe for use from any goroutine.
type Words struct {
	Language string // BCP 47, of the file: "en"
	own      map[string]string
	told     func() map[string]string // sentences of the checks by their English form
	forms    func() []form            // those of them that have values
	english  func() map[string]string // read where a word is missing
	asked    sync.Map                 // what was told before, by its English
	askedFor atomic.Int64             // how many have been
}

// inEnglish are the words that all others fall back to.
var inEnglish = sync.OnceValue(func() map[string]string {
	english, _ := read(English) // a file of the program's own, which tests read
	return english
})

// Load reads the words of a language: of "es-MX" those of "es" where there are
// none of its own. An unknown language is an error, and gives English.
func Load(language string) (*Words, error) {
	tag, known := Nearest(language)
	own, err := read(tag)
	if err != nil {
		return &Words{Language: tag, english: inEnglish}, err
	}
	w := &Words{Language: tag, own: own, english: inEnglish}
	w.told = sync.OnceValue(func() map[string]string {
		told, _ := read("told/" + tag) // a file of the program's own, which tests read
		return told
	})
	w.forms = sync.OnceValue(func() []form { return formsOf(w.told()) })
	if !known {
		err = fmt.Errorf("the window has no words in %q; it has %s", language, strings.Join(Languages(), ", "))
	}
	return w, err
}

// Nearest is the language that [Load] reads for another, and whether it knows it.
func Nearest(language string) (tag string, known bool) {
	for tag := language; tag != ""; tag = shorter(tag) {
		if _, err := fs.Stat(files, tag+".json"); err == nil {
			return tag, true
		}
	}
	return English, false
}

// shorter drops the last part of a tag: "es-MX" becomes "es", and that "".
func shorter(tag string) string {
	return tag[:max(strings.LastIndexByte(tag, '-'), 0)]
}

// read reads the file of a language.
func read(language string) (map[string]string, error) {
	data, err := files.ReadFile(language + ".json")
	if err != nil {
		return nil, err
	}
	return parse(language, data)
}

// parse reads a flat object of strings.
func parse(language string, data []byte) (out map[string]string, err error) {
	if err = json.Unmarshal(data, &out); err != nil {
		return nil, fmt.Errorf("read words %q: %w", language, err)
	}
	return out, nil
}

// Languages returns the tags of the languages there are, in order.
func Languages() []string {
	names, _ := fs.Glob(files, "*.json")
	for i, n := range names {
		names[i] = strings.TrimSuffix(path.Base(n), ".json")
	}
	return names
}

// T returns the words of a key. Each {name} in them is replaced by the value
// that follows that name in pairs; a name without a value stays as it is.
func (w *Words) T(key string, pairs ...any) string {
	text := w.word(key)
	if text == "" {
		return "[" + key + "]"
	}
	if len(pairs) < 2 {
		return text
	}
	return fill(text, pairs)
}

// Has tells whether T would find words for the key.
func (w *Words) Has(key string) bool { return w.word(key) != "" }

// word is the text of a key, "" where no language has it.
func (w *Words) word(key string) string {
	if text := w.own[key]; text != "" || w.Language == English {
		return text
	}
	return w.english()[key]
}

// Say is a sentence of the checks of procedures, by its English form, in which package
// fmt would fill in values. What is not known in the language stays English.
func (w *Words) Say(english string) string {
	if w.told != nil {
		if told := w.told()[english]; told != "" {
			return told
		}
	}
	return english
}

// Keys returns every key of the language's own words, in order.
func (w *Words) Keys() []string {
	return slices.Sorted(maps.Keys(w.own))
}

// fill replaces names in one pass, so that a value may hold braces itself.
func fill(text string, pairs []any) string {
	var out strings.Builder
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		end := strings.IndexByte(text[open:], '}')
		if end < 0 {
			break
		}
		name := text[open+1 : open+end]
		out.WriteString(text[:open])
		if value, ok := valueOf(name, pairs); ok {
			fmt.Fprint(&out, value)
		} else {
			out.WriteString(text[open : open+end+1])
		}
		text = text[open+end+1:]
	}
	out.WriteString(text)
	return out.String()
}

func valueOf(name string, pairs []any) (any, bool) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == name {
			return pairs[i+1], true
		}
	}
	return nil, false
}
