package library

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"deskleaf/content"
	"deskleaf/content/file"
	"deskleaf/content/find"
)

// A row is what the index knows of one procedure: what the search needs, what is
// wrong with it, and which files said so.
type row struct {
	ID         string
	Folder     string  `json:",omitempty"` // the clinic's; "" for what ships
	Files      []stamp `json:",omitempty"`
	Usable     bool
	Entry      find.Entry
	Instead    map[string][]string `json:",omitempty"` // the right codes, by a disputed or retired one
	Complaints file.Complaints     `json:",omitempty"`
}

// A stamp tells whether a file is still the one that was read.
type stamp struct {
	Name string
	Size int64
	Time int64 // of its last change, in nanoseconds since 1970
}

// indexVersion counts the layouts of the index. One with another number, or of
// another folder, is made anew.
const indexVersion = 3

// An indexed is the file that keeps the clinic's rows.
type indexed struct {
	Version int
	Folder  string
	Rows    []row
}

func (r row) place() place {
	if r.Folder == "" {
		return shippedPlace(r.ID)
	}
	return clinicPlace(r.Folder)
}

// path is the file that a complaint about the procedure as a whole names.
func (r row) path() string { return r.place().file(procedureFile) }

// makeRow reads a procedure and keeps what the index needs.
func makeRow(p place, files []stamp) row {
	book, complaints := readBook(p)
	r := row{ID: p.id, Files: files, Usable: book.usable(), Entry: entryOf(p.id, book), Instead: map[string][]string{}, Complaints: complaints}
	if !p.shipped {
		r.Folder = p.folder
	}
	for _, c := range book.Procedure.Codes {
		if c.Status != content.CodeCurrent {
			r.Instead[c.Number] = c.Instead
		}
	}
	return r
}

// entryOf is what the search knows of a book: the title in the base language,
// and the names of all languages.
func entryOf(id string, b *Book) find.Entry {
	e := find.Entry{ID: id, Category: b.Procedure.Category}
	for _, language := range languages(b.Words) {
		w := b.Words[language]
		if e.Title == "" {
			e.Title, e.Short = w.Title, w.Short
		} else {
			e.Names = append(e.Names, w.Title, w.Short)
			if _, whole := b.In(language); whole {
				if e.Called == nil {
					e.Called = map[string]find.Called{}
				}
				e.Called[language] = find.Called{Title: w.Title, Short: w.Short}
			}
		}
		e.Names = append(e.Names, w.Names...)
		e.Misspelled = append(e.Misspelled, w.Misspelled...)
		e.Topics = append(e.Topics, w.Topics...)
	}
	e.Names = slices.DeleteFunc(e.Names, func(s string) bool { return s == "" })
	for _, c := range b.Procedure.Codes {
		e.Codes = append(e.Codes, find.Code{Number: c.Number, Status: string(c.Status), Primary: c.Primary})
	}
	return e
}

// proceduresFolder is where a clinic's folder has its own procedures.
const proceduresFolder = "procedures"

// clinicRows are the rows of a clinic's own procedures, in the order of their
// folders: from the index where a procedure's files are as they were, and read
// where they are not. The index is written again when something changed; where
// it cannot be, the next start is slower and nothing else.
func clinicRows(clinic, index string) ([]row, file.Complaints) {
	if clinic == "" {
		return nil, nil
	}
	root := filepath.Join(clinic, proceduresFolder)
	folders, err := os.ReadDir(root)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, file.Complaints{{File: root, Line: 1, Column: 1, What: "the clinic's procedures cannot be read: " + err.Error(), Hint: "is the share connected?"}}
	}
	folders = slices.DeleteFunc(folders, func(e fs.DirEntry) bool { return !e.IsDir() || strings.HasPrefix(e.Name(), ".") })

	known := map[string]row{}
	for _, r := range readIndex(index, root) {
		known[r.Folder] = r
	}
	rows, changed := make([]row, len(folders)), make([]bool, len(folders))
	inParallel(len(folders), func(i int) {
		p := clinicPlace(filepath.Join(root, folders[i].Name()))
		files := stamps(p)
		if r, ok := known[p.folder]; ok && slices.Equal(r.Files, files) {
			rows[i] = r
			return
		}
		if len(files) > 0 || !untouched(p.folder) {
			rows[i], changed[i] = makeRow(p, files), true
		}
	})
	rows = slices.DeleteFunc(rows, func(r row) bool { return r.ID == "" })
	if index != "" && (slices.Contains(changed, true) || len(known) != len(rows)) {
		_ = writeIndex(index, indexed{Version: indexVersion, Folder: root, Rows: rows}) // only the next start would be slower
	}
	return rows, nil
}

// untouched reports whether a folder has no file of a procedure yet: one that was just
// made, perhaps by a save that came no further.
func untouched(folder string) bool {
	entries, err := os.ReadDir(folder)
	return err == nil && !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return !e.IsDir() && !strings.HasPrefix(e.Name(), ".") })
}

// inParallel calls do for 0 to n-1. Folders on a share are slow to ask one after
// the other, so there are more calls at a time than processors.
func inParallel(n int, do func(i int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(n, 4*runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}

// stamps are the stamps of a procedure's files, in the order of their names. A
// file that cannot be asked has none, and so is no file that is known.
func stamps(p place) []stamp {
	var list []stamp
	for _, known := range p.sight() {
		list = append(list, stamp{known.Name(), known.Size(), known.ModTime().UnixNano()})
	}
	return list
}

// readIndex gives the rows of an index, and none where it is missing, broken, of
// another version or of another folder.
func readIndex(name, folder string) []row {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	var x indexed
	if json.Unmarshal(data, &x) != nil || x.Version != indexVersion || x.Folder != folder {
		return nil
	}
	return x.Rows
}

// writeIndex replaces the index as a whole, so that a start at the same moment
// reads the old one or the new one.
func writeIndex(name string, x indexed) error {
	data, err := json.Marshal(x)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}
