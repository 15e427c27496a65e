// Package document reads the documents that clinics have of a procedure: a Word file
// (.docx), a saved web page, a text or Markdown file, or what somebody copied.
//
// [Read] looks at the bytes, not at the name, and gives a [Document]: headings,
// paragraphs, list items and rows of tables in their order. What is no part of what a
// page says (menus, banners, cookie notices, advertisements, page headers and feet)
// stands apart, as an [Aside]; what nobody sees (scripts, hidden and deleted text) is
// nowhere. So every word that somebody sees in the document is in a block or an aside,
// and nothing is lost unseen.
//
// A document is only read. Nothing in it is carried out, loaded, or followed.
//
// The bounds below hold whatever a file claims about itself. What cannot be read is an
// [*Error], whose [Reason] the window has words for.
package document

import (
	"bytes"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"deskleaf/app/office"
)

// Bounds of what is read. A handout is two pages; what is longer than the longest
// of these is a book, of which one part is meant.
const (
	MostBytes = 10 << 20 // of a file
	MostWords = 20_000   // of a document

	mostUnpacked = 60 << 20 // bytes of a Word file's parts together
	mostRun      = 4 << 20  // bytes between two marks of a Word file's part
)

// A Document is what somebody sees of a document, in its order.
type Document struct {
	Name     string // the file's name without its folder; "" for what was copied
	Title    string // the title that it gives itself; "" for none
	Language string // "en" or "es", by its words
	Blocks   []Block
	Asides   []Aside
	Codes    []Code
}

// A Kind says what a block is.
type Kind int

// The kinds of blocks.
const (
	Paragraph Kind = iota
	Heading
	Item
	Row
)

// A Block is a heading, a paragraph, an item of a list, or a row of a table. Its text
// is one line.
type Block struct {
	Kind  Kind
	Level int      // of a heading, from 1 for the title; of an item, from 1 for the outer list
	Text  string   // of a row, its cells with " | " between them
	Cells []string // of a row
}

// A Place is where an aside stood.
type Place string

// The places of asides.
const (
	Menu     Place = "menu"     // menus, banners, forms, advertisements, cookie notices
	Margin   Place = "margin"   // page headers and feet
	Footnote Place = "footnote" // notes at the foot or end
	Contents Place = "contents" // a table of contents
	Crossed  Place = "crossed"  // words that are crossed out
	Outside  Place = "outside"  // beside what the page itself marks as its matter
	Metadata Place = "metadata" // what stands before the text for a program
	Columns  Place = "columns"  // the names of a table's columns
)

// An Aside is text that is no part of what the document says.
type Aside struct {
	Place Place
	Text  string
}

// A Reason says why a document cannot be read. The window has words for each.
type Reason string

// The reasons.
const (
	Missing   Reason = "missing"   // there is no such file
	Unread    Reason = "unread"    // the system does not give it
	Folder    Reason = "folder"    // a folder, or a device
	Large     Reason = "large"     // more than MostBytes
	Long      Reason = "long"      // more than MostWords
	Empty     Reason = "empty"     // no words in it
	OldWord   Reason = "old-word"  // .doc, or a Word file with a password
	PDF       Reason = "pdf"       // .pdf
	RichText  Reason = "rich-text" // .rtf
	OtherZip  Reason = "other-zip" // .odt, .xlsx, .pages, another zip
	Damaged   Reason = "damaged"   // half a Word file, or one made to harm
	Locked    Reason = "locked"    // a zip with a password
	NoText    Reason = "no-text"   // a picture, a program
	TooNested Reason = "nested"    // elements in elements without end
)

// An Error says why a document cannot be read, and what to do.
type Error struct {
	File   string
	Reason Reason
	Err    error // what the system said; nil for nothing
}

func (e *Error) Error() string {
	what := inWords[e.Reason].what
	if e.Err != nil {
		what += ": " + e.Err.Error()
	}
	if e.File != "" {
		return "read " + e.File + ": " + what
	}
	return "read the text: " + what
}

// Unwrap is what the system said.
func (e *Error) Unwrap() error { return e.Err }

// Hint says what to do.
func (e *Error) Hint() string { return inWords[e.Reason].hint }

// inWords are the reasons as a terminal says them.
var inWords = map[Reason]struct{ what, hint string }{
	Missing:   {"there is no such file", "look for it under another name or in another folder"},
	Unread:    {"it cannot be read now", "close it in the program that has it open, or save a copy elsewhere"},
	Folder:    {"this is no file", "choose a file"},
	Large:     {"it has more than 10 MB", "save a copy without its pictures, or copy the text and choose the clipboard"},
	Long:      {"it has more than 20,000 words", "copy the part about this procedure and choose the clipboard"},
	Empty:     {"there are no words in it", "is it a scanned picture? Type what it says"},
	OldWord:   {"this is an old Word file (.doc), or one with a password", "open it in Word and save it as .docx without a password"},
	PDF:       {"a PDF keeps no headings or lists", "open it, select all, copy, and choose the clipboard"},
	RichText:  {"this is rich text (.rtf)", "open it in Word and save it as .docx"},
	OtherZip:  {"this is not a Word file (.docx)", "open it in its own program and save it as .docx or as a web page"},
	Damaged:   {"it is no whole Word file", "open it in Word and save it once more"},
	Locked:    {"it has a password", "save a copy without one"},
	NoText:    {"it is neither text nor a document", "save it as .docx, as a web page, or as text"},
	TooNested: {"this web page is built in a way that cannot be read", "open it, select its text, copy, and choose the clipboard"},
}

// Files is what [Open] needs of a file system.
type Files interface {
	Stat(name string) (fs.FileInfo, error)
	ReadFile(name string) ([]byte, error)
}

// Endings are those of files that can be read.
var Endings = []string{".docx", ".html", ".htm", ".txt", ".md", ".markdown"}

// Open reads the document in a file. Its errors are an [*Error].
func Open(files Files, path string) (Document, error) {
	name := filepath.Base(path)
	fail := func(r Reason, err error) (Document, error) {
		return Document{}, &Error{File: name, Reason: r, Err: err}
	}
	known, err := files.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fail(Missing, nil)
	case err != nil:
		return fail(Unread, err)
	case !known.Mode().IsRegular():
		return fail(Folder, nil)
	case known.Size() > MostBytes:
		return fail(Large, nil)
	}
	data, err := files.ReadFile(path)
	if err != nil {
		return fail(Unread, err)
	}
	return Read(name, data)
}

// kinds are the kinds of files by their first bytes.
var kinds = []struct {
	magic  string
	reason Reason
}{
	{"\xd0\xcf\x11\xe0", OldWord}, {"%PDF", PDF}, {`{\rtf`, RichText},
	{"\x89PNG", NoText}, {"\xff\xd8\xff", NoText}, {"GIF8", NoText}, {"MZ", NoText},
}

// Read reads the document in a file's bytes; name is the file's, for complaints. Its
// errors are an [*Error].
func Read(name string, data []byte) (Document, error) {
	if len(data) > MostBytes {
		return Document{}, &Error{File: name, Reason: Large}
	}
	for _, k := range kinds {
		if bytes.HasPrefix(data, []byte(k.magic)) {
			return Document{}, &Error{File: name, Reason: k.reason}
		}
	}
	d := Document{Name: name}
	why := d.read(data)
	if why == "" {
		why = d.finish()
	}
	if why != "" {
		return Document{}, &Error{File: name, Reason: why}
	}
	return d, nil
}

// Pasted reads what somebody copied.
func Pasted(text string) (Document, error) { return Read("", []byte(text)) }

// read fills the document, or says why not.
func (d *Document) read(data []byte) Reason {
	if bytes.HasPrefix(data, []byte("PK")) {
		return readWord(d, data)
	}
	text, ok := office.Text(data)
	if !ok {
		return NoText
	}
	switch ending := strings.ToLower(filepath.Ext(d.Name)); {
	case isPage(text) || ending == ".html" || ending == ".htm":
		return readPage(d, text)
	case ending == ".md" || ending == ".markdown":
		return readMarkdown(d, text)
	}
	readText(d, text)
	return ""
}

// finish tidies what was read and finds what all kinds of documents have.
func (d *Document) finish() Reason {
	d.Title, d.Blocks = line(d.Title), tidy(d.Blocks)
	d.takeMargins()
	d.findTitle()
	d.Asides = slices.DeleteFunc(d.Asides, func(a Aside) bool { return a.Text == "" })
	words := 0
	var all []string
	for _, b := range d.Blocks {
		words += len(strings.Fields(b.Text))
		all = append(all, b.Text)
	}
	switch {
	case words > MostWords:
		return Long
	case words == 0:
		return Empty
	}
	d.Language = languageOf(all)
	for _, a := range d.Asides {
		all = append(all, a.Text)
	}
	d.Codes = codesIn(all)
	return ""
}

// findTitle takes what stands first as the title, where the document names none: a
// heading of the first level or a short line, over something else than a list.
func (d *Document) findTitle() {
	if d.Title != "" || len(d.Blocks) < 2 || d.Blocks[1].Kind == Item {
		return
	}
	b := &d.Blocks[0]
	if b.Kind == Paragraph && len(strings.Fields(b.Text)) <= 8 && !ended(b.Text) {
		b.Kind, b.Level = Heading, 1
	}
	if b.Kind == Heading && (b.Level == 1 || b.Level == boldLevel) {
		d.Title = b.Text
	}
}

// aside notes text that is no part of what the document says.
func (d *Document) aside(p Place, text string) {
	if text = line(text); text != "" {
		d.Asides = append(d.Asides, Aside{p, text})
	}
}
