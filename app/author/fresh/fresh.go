// Package fresh makes the first edition of a procedure that is new to a clinic: an
// empty one ([Empty]), a copy of another ([Copy]), or what a document says ([Import]).
//
// An edition made here is a beginning. It lacks what nobody but the clinic knows, so
// it does not print until somebody has written the rest: the editor says what.
package fresh

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/civil"
	"deskleaf/content/library"
)

// A Procedure is what is known of a new procedure before it is written.
type Procedure struct {
	ID       string
	Name     string
	Language string     // of the name, and of a document
	Source   string     // what the facts are from, in a few words: the clinic itself, a document
	Today    civil.Date // the day it was begun
}

// longestID is how many letters an id has at most: it is a folder's name too.
const longestID = 48

// ID makes an id of a name, one that nothing has yet: "Knee injection" becomes
// "knee-injection", or "knee-injection-2".
func ID(name string, taken func(id string) bool) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' && b.Len() > 0:
			b.WriteRune(r)
		case unicode.IsMark(r) || r == '\'' || r == '’':
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	id := strings.Trim(b.String()[:min(b.Len(), longestID)], "-")
	if id == "" || slices.Contains(devices, id) {
		id = strings.TrimSuffix("procedure-"+id, "-")
	}
	free := id
	for n := 2; taken(free); n++ {
		free = fmt.Sprintf("%s-%d", id, n)
	}
	return free
}

// devices are names that Windows gives to no folder.
var devices = []string{"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3"}

// languages are those that a new procedure can be written in from the start.
var languages = []string{library.BaseLanguage, "es"}

// titles open the pages of a new procedure, until somebody writes better ones.
var titles = map[string]map[content.Part]string{
	"en": {content.Preparation: "Get ready for your visit", content.Aftercare: "After your visit"},
	"es": {content.Preparation: "Prepárese para su visita", content.Aftercare: "Después de su visita"},
}

// unverified is what a code is for that came with a document: not the document's words,
// which may be somebody's descriptor.
var unverified = map[string]string{
	"en": "Named in a document. Nobody has looked up what it is for.",
	"es": "Nombrado en un documento. Nadie ha buscado para qué es.",
}

// source is the id of the source that a new procedure begins with.
const source = "begun-from"

// Empty is a procedure with nothing but its name.
func Empty(p Procedure) change.Edition {
	e := change.Edition{
		Facts: content.Procedure{Format: content.Format, ID: p.ID, Category: "other", Sources: []content.Source{{ID: source, Title: p.Source, Read: p.Today}}},
		Words: map[string]content.Words{},
	}
	for _, language := range languages {
		w := content.Words{Format: content.Format, Language: language, Handout: map[content.Part]content.HandoutWords{}}
		for part, title := range titles[language] {
			w.Handout[part] = content.HandoutWords{Title: title}
		}
		e.Words[language] = w
	}
	return named(e, p)
}

// Copy is a procedure with all that another says, under a name of its own. What can
// only be said of the other is left out: what patients call it, its codes with the
// bills and prices that go by them, and its translations of the title.
func Copy(other change.Edition, p Procedure) change.Edition {
	e := other.Clone()
	e.Facts.ID, e.Facts.Version = p.ID, 0
	e.Facts.Codes, e.Facts.Modifiers, e.Facts.Bills, e.Facts.Price, e.Facts.Preventive = nil, nil, nil, content.Price{}, content.NotPreventive
	for language, w := range e.Words {
		w.Version, w.Title, w.Short, w.Names, w.Misspelled = 0, "", "", nil, nil
		w.CodeNotice, w.Codes, w.Modifiers, w.Imported = "", nil, nil, nil
		e.Words[language] = w
	}
	return named(e, p)
}

// named is an edition with the name in the words of its language.
func named(e change.Edition, p Procedure) change.Edition {
	w := e.Words[p.Language]
	w.Format, w.Language, w.Title, w.Short = content.Format, p.Language, p.Name, p.Name
	e.Words[p.Language] = w
	return e
}
