package history

import (
	"deskleaf/app/handout"
	"deskleaf/content/library"
)

// Sheets are all words that a sheet may have been printed from: those in use, and
// those that were kept.
func Sheets(books []*library.Book, kept []Edition) []handout.Edition {
	var all []handout.Edition
	for _, book := range books {
		for _, language := range book.Languages() {
			words, _ := book.In(language)
			all = append(all, handout.Edition{Procedure: &book.Procedure, Words: words, Shipped: book.Shipped})
		}
	}
	for _, e := range kept {
		all = append(all, handout.Edition{Procedure: &e.Procedure, Words: &e.Words, Kept: true})
	}
	return all
}
