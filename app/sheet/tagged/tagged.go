// Package tagged makes drawn pages into a tagged PDF: a document that says what
// its words are (headings, lists, tables) and in what order they are read, for
// people who listen to a page instead of looking at it. It follows PDF/UA-1 (ISO
// 14289-1); what that leaves open, ISO 32000-1 settles.
//
// gofpdf, which draws the pages, knows nothing of tags. It can write marks into
// a page, though, so that the way is:
//
//  1. While drawing, every run of painting stands between "/P <</MCID 3>> BDC"
//     and "EMC", or between "/Artifact … BDC" and "EMC" where nobody need hear
//     it. MCIDs count from 0 on each page.
//  2. A tree of [Element] says which marks make up a heading or a list.
//  3. A [Writer] takes what gofpdf drew and the tree, and writes the file: one
//     handout, or a day of them one after another. It keeps little more than
//     where things stand, and writes fonts and drawings that come again once.
//
// A drawn file is read as gofpdf v1.16.2 writes it with compression off, and only
// so: what is not as expected is an error. What comes out is PDF 1.7 with
// compressed objects. Its words can be searched and copied (each font says what
// letters its codes stand for), it shows its title and names its language, and it
// has an identifier made from its bytes. The same input gives the same bytes.
package tagged

import (
	"fmt"
	"io"
	"time"
)

// A Document is what is said of a file as a whole.
type Document struct {
	Title    string // shown in the reader's title bar
	Language string // BCP 47, of everything that does not say otherwise
	Program  string // that made the file
	Made     time.Time
	Attached Attachment // without a name there is none
}

// A Part is some pages: what gofpdf drew of them, and what is said of it.
type Part struct {
	Drawn         []byte
	Width, Height float64           // of each page, in points
	Elements      []Element         // a tree; the first is its root
	Fonts         map[string][]byte // by a font's name in the drawn file, the table of its letters
	Drawings      []Drawing
}

// A Drawing is what pages paint many times: a box to tick, an icon. A page paints
// the n-th of its part, counted from 0, by its name: "/D0 Do".
type Drawing struct {
	Box     [4]float64 // left, foot, right, top
	Content []byte     // made small by [Compress]
}

// Letters say which letter each code of a font stands for, 0 for none. Fonts of
// one name are one font, with the same letters.
type Letters [256]rune

// An Element is one thing in the tree: a paragraph, a row of a table.
type Element struct {
	Kind     string // a standard structure type (ISO 32000-1, 14.8.4): "H1", "LBody"
	Language string // BCP 47, where it differs from what stands above; else ""
	Alt      string // words for a picture
	Actual   string // what is read in place of what is drawn, such as a box to tick
	Summary  string // of a table
	Scope    string // of a heading cell: "Column" or "Row"
	Box      *[4]float64
	Kids     []Kid
}

// A Kid is what stands in an element: another element, or marked painting.
type Kid struct {
	Element int // index into [Part.Elements]; 0 for painting
	Page    int // of the part, from 0
	Mark    int // its MCID
}

// The numbers of the objects that everything else refers to.
const (
	pageTree = 1 + iota
	structureRoot
	documentElement
)

// A Writer writes a file part by part.
type Writer struct {
	*objects
	document Document
	pages    []int          // numbers of the pages
	owners   []int          // by page, of the list of elements that its marks belong to
	parts    []int          // of the parts' root elements
	shared   map[string]int // of what may come again: fonts, pictures, drawings
}

// NewWriter begins a file.
func NewWriter(to io.Writer, d Document) *Writer {
	w := &Writer{objects: newObjects(to), document: d, shared: map[string]int{}}
	for range documentElement {
		w.reserve()
	}
	return w
}

// Add writes a part.
func (w *Writer) Add(p Part) error {
	f, err := read(p.Drawn)
	if err != nil {
		return fmt.Errorf("tag PDF: %w", err)
	}
	a := adding{Writer: w, part: &p, file: f, taken: map[int]int{}}
	if err := a.all(); err != nil {
		return fmt.Errorf("tag PDF: %w", err)
	}
	return nil
}

// AddBlank writes a page with nothing on it, so that what follows begins on a
// sheet of its own when both sides are printed.
func (w *Writer) AddBlank(width, height float64) {
	w.addPage(width, height, "")
	w.owners = append(w.owners, w.put(object{dict: []byte("[]")}))
}

// addPage writes the dictionary of a page, with more entries of its own.
func (w *Writer) addPage(width, height float64, more string) int {
	n := w.put(object{dict: fmt.Appendf(nil, "<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/StructParents %d/Tabs/S%s>>",
		pageTree, width, height, len(w.pages), more)})
	w.pages = append(w.pages, n)
	return n
}

// Close writes the rest of the file. Without it there is none.
func (w *Writer) Close() error {
	w.setReserved(pageTree, object{dict: fmt.Appendf(nil, "<</Type/Pages/Count %d/Kids%s>>", len(w.pages), references(w.pages))})
	w.setReserved(documentElement, object{dict: fmt.Appendf(nil, "<</Type/StructElem/S/Document/P %d 0 R/K%s>>", structureRoot, references(w.parts))})
	nums := []byte("<</Nums[")
	for i, owner := range w.owners {
		nums = fmt.Appendf(nums, "%d %d 0 R ", i, owner)
	}
	tree := w.put(object{dict: append(nums, "]>>"...)})
	w.setReserved(structureRoot, object{dict: fmt.Appendf(nil, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>",
		documentElement, tree, len(w.owners))})
	meta := w.put(object{dict: []byte("<</Type/Metadata/Subtype/XML>>"), stream: w.document.metadata(), plain: true})
	info := w.put(object{dict: w.document.info()})
	catalog := w.put(object{dict: fmt.Appendf(nil,
		"<</Type/Catalog/Pages %d 0 R/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R/Metadata %d 0 R/ViewerPreferences<</DisplayDocTitle true>>%s>>",
		pageTree, text(w.document.Language), structureRoot, meta, w.attach(w.document.Attached))})
	if err := w.end(catalog, info); err != nil {
		return fmt.Errorf("tag PDF: %w", err)
	}
	return nil
}
