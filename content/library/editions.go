package library

import "slices"

// ShippedIDs are the ids of all that ships.
func ShippedIDs() []string { return shippedIDs() }

// Shipped reads what ships under an id that ships, also where one of the clinic's
// stands in for it.
func Shipped(id string) *Book {
	book, _ := readBook(shippedPlace(id))
	return book
}

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
			hidden = append(hidden, Shipped(b.Procedure.ID))
		}
	}
	return hidden
}
