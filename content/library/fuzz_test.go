package library

import (
	"testing"
	"testing/fstest"
)

// Whatever stands in a procedure's files, reading them ends with complaints or
// with a book that prints, and with nothing between.
func FuzzReadBook(f *testing.F) {
	f.Add(smallProcedure("toe-injection"), smallWords("Toe injection"), smallWords("Rodilla"))
	f.Add("id: toe-injection\nevents: [a]\nsteps: [{id: a, part: aftercare, when: on b}]\n", "language: en\nsteps: {a: {text: \"**{\"}}\n", "")
	f.Add("codes: [{number: \"1\"}]\nmodifiers: [{number: \"50\", for: [\"1\"]}]\n", "[]", "a: &b *b")
	f.Fuzz(func(t *testing.T, procedure, english, spanish string) {
		files := fstest.MapFS{"procedure.yaml": {Data: []byte(procedure)}, "en.yaml": {Data: []byte(english)}, "es.yaml": {Data: []byte(spanish)}}
		book, complaints := readBook(place{files: files, folder: "toe-injection", id: "toe-injection"})
		for _, c := range complaints {
			if c.What == "" || c.File == "" || c.Line < 1 || c.Column < 1 {
				t.Errorf("a complaint without a place or words: %+v", c)
			}
		}
		for language := range book.Words {
			w, prints := book.In(language)
			if prints && (book.Procedure.ID != "toe-injection" || w.Title == "" || len(book.Missing[language]) > 0) {
				t.Errorf("%s prints with %+v", language, book.Procedure)
			}
			if !prints && len(book.Missing[language]) == 0 {
				t.Errorf("%s does not print, and nobody says why", language)
			}
		}
	})
}
