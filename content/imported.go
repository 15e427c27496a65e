package content

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Imported is what is left to do about a document that words were begun from. A text
// that stands as the document has it was not written anew, and must not print: the
// document's words belong to whoever wrote them, and nobody here has checked them.
type Imported struct {
	From string `yaml:"from,need"` // what the document is called
	// Own says that the document is the clinic's own: a text of it that somebody
	// checked may stay as it is.
	Own   bool       `yaml:"own,omitempty"`
	Texts []string   `yaml:"texts,omitempty"` // all that the document says, text by text
	Left  []Unplaced `yaml:"left,omitempty"`  // what has no place in the words
	Codes []string   `yaml:"codes,omitempty"` // what has the shape of a billing code, with the words around it; nobody looked it up
}

// Unplaced is a text of a document that has no place yet.
type Unplaced struct {
	Under string `yaml:"under,omitempty"` // the heading that it stood under
	Text  string `yaml:"text,need"`
}

// copied is how many words in a row may not be a document's: fewer are how anybody
// says such a thing.
const copied = 8

// Unwritten are the paths of texts that stand as a document has them, in their order.
func (w *Words) Unwritten() []string {
	if w.Imported == nil || len(w.Imported.Texts) == 0 {
		return nil
	}
	held := w.Imported.held()
	var paths []string
	for path, text := range w.Texts() {
		if held.stands(text) {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}

// MayKeep reports whether a text that stands as in the document may stay so, once
// somebody has checked it: in the clinic's own document any, in another's a fact in
// so few words that there is no other way to say it.
func (m *Imported) MayKeep(text string) bool { return m.Own || len(spoken(text)) < copied }

// Kept is the same without the texts that say this: somebody checked them.
func (m *Imported) Kept(text string) *Imported {
	same, words := *m, strings.Join(spoken(text), " ")
	same.Texts = slices.DeleteFunc(slices.Clone(m.Texts), func(t string) bool { return strings.Join(spoken(t), " ") == words })
	return &same
}

// Without is the same without one of the texts that have no place.
func (m *Imported) Without(left int) *Imported {
	same := *m
	same.Left = slices.Delete(slices.Clone(m.Left), left, left+1)
	return &same
}

// Done is what is left to do once every text was written anew: texts without a place,
// and codes that nobody looked up; nil for nothing.
func (m *Imported) Done() *Imported {
	if len(m.Left) == 0 && len(m.Codes) == 0 {
		return nil
	}
	same := *m
	same.Texts = nil
	return &same
}

// held are a document's texts in a form to look into.
type held struct {
	whole map[string]bool
	runs  map[string]bool // so many words in a row; none of the clinic's own document
}

func (m *Imported) held() held {
	h := held{whole: map[string]bool{}, runs: map[string]bool{}}
	for _, text := range m.Texts {
		words := spoken(text)
		h.whole[strings.Join(words, " ")] = true
		for i := 0; !m.Own && i+copied <= len(words); i++ {
			h.runs[strings.Join(words[i:i+copied], " ")] = true
		}
	}
	return h
}

// stands reports whether a text stands as the document has it: word for word, or with
// so many words in a row.
func (h held) stands(text string) bool {
	words := spoken(text)
	if len(words) == 0 {
		return false
	}
	if h.whole[strings.Join(words, " ")] {
		return true
	}
	for i := 0; len(h.runs) > 0 && i+copied <= len(words); i++ {
		if h.runs[strings.Join(words[i:i+copied], " ")] {
			return true
		}
	}
	return false
}

// spoken are the words of a text as one hears them: no marks, no capitals.
func spoken(text string) []string {
	return strings.FieldsFunc(strings.ToLower(norm.NFC.String(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}
