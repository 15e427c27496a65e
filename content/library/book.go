package library

import (
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"

	"deskleaf/assets/icons"
	"deskleaf/content"
	"deskleaf/content/file"
)

// The files of a procedure's folder.
const (
	procedureFile = "procedure.yaml"
	wordsEnding   = ".yaml"
)

// BaseLanguage is the language that others are translations of.
const BaseLanguage = "en"

// A Book is a procedure with its words.
type Book struct {
	Procedure content.Procedure
	// Words are the words by language as far as they could be read, to be looked
	// at. What prints comes from In.
	Words map[string]*content.Words
	// Missing says, by language, why its words do not print: the places where
	// words are missing ("steps.ice"), or mistakes in the files.
	Missing map[string][]string
	Shipped bool
	Folder  string // where its files lie; for a shipped one, inside the program
}

// In gives the words of a language, where they are whole: nothing missing,
// nothing wrong.
func (b *Book) In(language string) (*content.Words, bool) {
	w, ok := b.Words[language]
	if !ok || len(b.Missing[language]) > 0 {
		return nil, false
	}
	return w, true
}

// Languages are the languages with whole words, English first.
func (b *Book) Languages() []string {
	var whole []string
	for _, language := range languages(b.Words) {
		if _, ok := b.In(language); ok {
			whole = append(whole, language)
		}
	}
	return whole
}

// AllLanguages are the languages with any words, English first.
func (b *Book) AllLanguages() []string { return languages(b.Words) }

// languages are the languages of words, the base language first.
func languages(words map[string]*content.Words) []string {
	list := slices.Sorted(maps.Keys(words))
	if i := slices.Index(list, BaseLanguage); i > 0 {
		list = append([]string{BaseLanguage}, slices.Delete(list, i, i+1)...)
	}
	return list
}

// usable reports whether there is enough to show.
func (b *Book) usable() bool {
	return b.Procedure.ID != "" && slices.ContainsFunc(languages(b.Words), func(l string) bool { return b.Words[l].Title != "" })
}

// A place is where a procedure's files lie.
type place struct {
	files   fs.FS  // the folder
	folder  string // its path, for people
	id      string // its name
	shipped bool
	held    map[string]heldFile // its files by name, once they were read; see settled
}

// clinicPlace is a procedure's folder on disk.
func clinicPlace(folder string) place {
	return place{files: os.DirFS(folder), folder: folder, id: filepath.Base(folder)}
}

// shippedPlace is a procedure's folder in the program.
func shippedPlace(id string) place {
	files, err := fs.Sub(shipped, id)
	if err != nil {
		panic(fmt.Sprintf("library: %q is no folder's name: %v", id, err)) // ids of the index are
	}
	return place{files: files, folder: path.Join("content/library", id), id: id, shipped: true}
}

// file is the path of a file for people.
func (p place) file(name string) string {
	if p.shipped {
		return path.Join(p.folder, name)
	}
	return filepath.Join(p.folder, name)
}

// read gives a file's bytes. It takes no more than content/file reads, so that a
// file of absurd size does no harm, and opens nothing but plain files.
func (p place) read(name string) ([]byte, error) {
	if p.held != nil {
		h, ok := p.held[name]
		if !ok {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		}
		return h.data, h.err
	}
	known, err := fs.Stat(p.files, name)
	if err != nil {
		return nil, err
	}
	if !known.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a plain file", name)
	}
	f, err := p.files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, file.MaxSize+1))
}

// languageFiles are the names of the files of words.
func (p place) languageFiles() ([]string, error) {
	if len(p.held) > 0 {
		return slices.DeleteFunc(slices.Sorted(maps.Keys(p.held)), func(name string) bool { return !isWordsFile(name) }), nil
	}
	entries, err := fs.ReadDir(p.files, ".")
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if isWordsFile(e.Name()) {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// wordsName is a language's tag of two or three letters, perhaps with a script or a
// region, and .yaml. What programs put behind it when they make conflict copies, such as
// the name of a computer, is neither.
var wordsName = regexp.MustCompile(`^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?\.yaml$`)

// isWordsFile reports whether a name is one of a file of words.
func isWordsFile(name string) bool { return wordsName.MatchString(name) }

// readBook reads the files of a procedure and holds them against each other.
func readBook(p place) (*Book, file.Complaints) {
	r := read(p)
	return r.book, r.complaints
}

// World is what procedures are held against: the blanks and icons of this
// program.
func World() content.World { return content.World{Blanks: Blanks(), Icon: icons.Has} }

// FileNames are the names of the book's files.
func (b *Book) FileNames() []string {
	names := []string{procedureFile}
	for _, language := range languages(b.Words) {
		names = append(names, language+wordsEnding)
	}
	return names
}

// File gives the text of one of the book's files, such as "en.yaml". The error is
// [fs.ErrNotExist] where it has none of that name.
func (b *Book) File(name string) ([]byte, error) {
	if b.Shipped {
		return shippedPlace(b.Procedure.ID).read(name)
	}
	p, err := clinicPlace(b.Folder).settled()
	if err != nil {
		return nil, err
	}
	return p.read(name)
}
