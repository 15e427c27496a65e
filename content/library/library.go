// Package library finds procedures and reads them: those that ship with the
// program, and the clinic's own.
//
// A procedure is a folder: procedure.yaml with what is the same in every
// language, and one file of words a language, en.yaml and es.yaml. Those that
// ship lie beside this file and are part of the program. Those of a clinic lie
// in its folder under procedures/, and one there stands in for the shipped one
// of the same id; what ships is never changed.
//
// [Open] reads nothing. [Library.Entries] says what can be searched, from an
// index, so that a thousand procedures are there at once; [Library.Book] reads
// the one that somebody opens:
//
//	lib := library.Open(clinicFolder, indexFile)
//	finder := find.New(lib.Entries())
//	book, complaints, err := lib.Book("si-joint-injection")
//	words, ok := book.In("en")
//
// # The index
//
// What ships is in an index that is made beforehand (index.json; a test says
// when it is out of date). What a clinic has is kept in a file of the caller's
// choice, with size and time of every file that it was made from: a changed
// file is read again, the others are not. The index can be deleted at any time.
//
// # Mistakes in files
//
// A bad file never stops the library. What is wrong stands in the complaints,
// the rest loads. A procedure with a mistake can be read on the screen, as far
// as it could be read; but [Book.In] gives its words for printing only where
// nothing is wrong and nothing missing, because a step that got lost in a slip
// of the keyboard must not be missing on a patient's page. [Book.Missing] says
// why. [Check] is the same for whoever writes such files.
//
// # Blanks
//
// blanks.yaml is the registry of everything that a clinic sets for itself, each
// with its question and never with an answer; see [Library.Blanks].
package library

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"deskleaf/content"
	"deskleaf/content/file"
	"deskleaf/content/find"
)

// A Library is what ships and what a clinic has, as it was when it was first asked.
// It may be used from several goroutines.
type Library struct {
	clinic string // the clinic's folder, or ""
	index  string // the file that keeps the index of the clinic's procedures, or ""

	mu         sync.Mutex
	loaded     bool
	rows       map[string]row // by id, the clinic's in front of the shipped ones
	complaints file.Complaints
	books      map[string]opened
}

// opened is a procedure that was read.
type opened struct {
	book       *Book
	complaints file.Complaints
}

// ErrUnknown says that no procedure has an id.
var ErrUnknown = errors.New("there is no such procedure")

// Open gives the library of a clinic's folder, and only what ships where that is
// "". indexFile is where to keep the index of the clinic's procedures, best in
// this user's cache; with "" they are read anew each time. Nothing is read yet.
func Open(clinicFolder, indexFile string) *Library {
	return &Library{clinic: clinicFolder, index: indexFile, books: map[string]opened{}}
}

// load reads the indexes, once. The lock must be held.
func (l *Library) load() {
	if l.loaded {
		return
	}
	l.loaded, l.rows = true, map[string]row{}
	for _, r := range shippedRows() {
		l.rows[r.ID] = r
	}
	rows, complaints := clinicRows(l.clinic, l.index)
	l.complaints = complaints
	for _, r := range rows {
		l.complaints = append(l.complaints, r.Complaints...)
		_, ships := l.rows[r.ID]
		switch {
		case r.Usable:
			l.rows[r.ID] = r
		case ships:
			l.complaints = append(l.complaints, file.Complaint{File: r.path(), Line: 1, Column: 1,
				What: "this procedure cannot be used as it is", Hint: "until it is put right, the one that came with Deskleaf stands in its place"})
		}
	}
}

// Entries are all procedures as the search knows them, in the order of their
// ids. A category is its id there, one of [content.Categories]: the caller, who
// knows the language of the interface, puts its words in. The slice is the
// caller's own.
func (l *Library) Entries() []find.Entry {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.load()
	entries := make([]find.Entry, 0, len(l.rows))
	for _, r := range l.rows {
		entries = append(entries, r.Entry)
	}
	slices.SortFunc(entries, func(a, b find.Entry) int { return cmp.Compare(a.ID, b.ID) })
	return entries
}

// Complaints are the mistakes in the clinic's procedures.
func (l *Library) Complaints() file.Complaints {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.load()
	return slices.Clone(l.complaints)
}

// Book reads a procedure, or gives it again. The complaints are what is wrong
// with its files; the book is there all the same. The error wraps [ErrUnknown]
// where there is no such procedure. The book must not be changed.
func (l *Library) Book(id string) (*Book, file.Complaints, error) {
	o, r, err := l.known(id)
	if o.book != nil || err != nil {
		return o.book, o.complaints, err
	}
	o.book, o.complaints = readBook(r.place()) // it may take long, so nobody else waits for it
	if !o.book.usable() {
		return nil, o.complaints, fmt.Errorf("open procedure %q: its files cannot be read any more", id)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if first, ok := l.books[id]; ok {
		return first.book, first.complaints, nil
	}
	l.books[id] = o
	return o.book, o.complaints, nil
}

// known is a procedure that was read, or else its row.
func (l *Library) known(id string) (opened, row, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if o, ok := l.books[id]; ok {
		return o, row{}, nil
	}
	l.load()
	r, ok := l.rows[id]
	if !ok {
		return opened{}, row{}, fmt.Errorf("open procedure %q: %w", id, ErrUnknown)
	}
	return opened{}, r, nil
}

// One reads one procedure as it is in this moment, the clinic's own or else the one
// that ships, without a look at any other. The errors are those of [Library.Book].
func One(clinicFolder, id string) (*Book, file.Complaints, error) {
	if clinicFolder != "" {
		p := clinicPlace(filepath.Join(clinicFolder, proceduresFolder, id))
		if len(p.sight()) > 0 {
			if book, complaints := readBook(p); book.usable() {
				return book, complaints, nil
			}
		}
	}
	if !slices.Contains(shippedIDs(), id) {
		return nil, nil, fmt.Errorf("open procedure %q: %w", id, ErrUnknown)
	}
	book, complaints := readBook(shippedPlace(id))
	return book, complaints, nil
}

// Blanks is the registry of what clinics set for themselves.
func (l *Library) Blanks() content.Blanks { return Blanks() }

// A CodeMatch is a procedure that lists a code.
type CodeMatch struct {
	Entry find.Entry
	Code  find.Code
	// Instead are the codes to use, where this one is disputed or retired.
	Instead []string
}

// ByCode finds the procedures that list a code, letters large or small: first the
// one that the code means, then others that share it, then those where it is
// disputed or retired. Several matches mean that somebody must choose.
func (l *Library) ByCode(number string) []CodeMatch {
	number = strings.ToUpper(strings.TrimSpace(number))
	l.mu.Lock()
	defer l.mu.Unlock()
	l.load()
	var matches []CodeMatch
	for _, r := range l.rows {
		for _, c := range r.Entry.Codes {
			if c.Number == number {
				matches = append(matches, CodeMatch{Entry: r.Entry, Code: c, Instead: r.Instead[number]})
			}
		}
	}
	slices.SortFunc(matches, func(a, b CodeMatch) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(a.Entry.ID, b.Entry.ID))
	})
	return matches
}

// Bilateral is the bilateral indicator that a procedure gives for a code; "" where
// none does.
func (l *Library) Bilateral(number string) string {
	for _, m := range l.ByCode(number) {
		book, _, err := l.Book(m.Entry.ID)
		if err != nil {
			continue
		}
		if code, ok := book.Procedure.Code(m.Code.Number); ok && code.Bilateral != "" {
			return code.Bilateral
		}
	}
	return ""
}

// rank is the place of a match among others: the surest first.
func (m CodeMatch) rank() int {
	switch {
	case m.Code.Status == string(content.CodeDisputed), m.Code.Status == string(content.CodeUnverified):
		return 2
	case m.Code.Status == string(content.CodeRetired):
		return 3
	case m.Code.Primary:
		return 0
	}
	return 1
}
