package library

import "slices"

// Editions are all books that a sheet may have been printed from: the clinic's,
// and all that ship, also those for which one of the clinic's stands in. All of
// them are read, so this is not for when somebody waits.
func (l *Library) Editions() []*Book {
	var books []*Book
	for _, e := range l.Entries() {
		if book, _, err := l.Book(e.ID); err == nil {
			books = append(books, book)
		}
	}
	hidden := books[:len(books):len(books)]
	for _, b := range books {
		if !b.Shipped && slices.Contains(shippedIDs(), b.Procedure.ID) {
			book, _ := readBook(shippedPlace(b.Procedure.ID))
			hidden = append(hidden, book)
		}
	}
	return hidden
}
