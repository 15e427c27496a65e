// Package tagged makes a finished PDF into a tagged one: a document that says
// what its words are (headings, lists, tables) and in what order they are read,
// for people who listen to a page instead of looking at it. It follows PDF/UA-1
// (ISO 14289-1); what that leaves open, ISO 32000-1 settles.
//
// gofpdf, which draws the pages, knows nothing of tags. It can write marks into
// a page, though, so that the way is:
//
//  1. While drawing, every run of painting stands between "/P <</MCID 3>> BDC"
//     and "EMC", or between "/Artifact … BDC" and "EMC" where nobody need hear
//     it. MCIDs count from 0 on each page.
//  2. A tree of [Element] says which marks make up a heading or a list.
//  3. [Finish] takes the file and the tree, and writes the file anew.
//
// The file is read back as gofpdf v1.16.2 writes it with compression off, and
// only so: what is not as expected is an error. Written anew, it is PDF 1.7 with
// compressed objects, its words can be searched and copied (each font says what
// letters its codes stand for), it shows its title and names its language, and
// it has an identifier made from its bytes. The same input gives the same bytes.
package tagged

import (
	"fmt"
	"time"
)

// A Document is what is said of a file as a whole, and its tree.
type Document struct {
	Title    string // shown in the reader's title bar
	Language string // BCP 47
	Program  string // that made the file
	Made     time.Time
	Elements []Element // the first is the root, of kind Document
	Fonts    map[string]Letters
	Drawings []Drawing
}

// A Drawing is what pages paint many times: a box to tick, an icon. A page paints
// the n-th, counted from 0, by its name: "/D0 Do".
type Drawing struct {
	Box     [4]float64 // left, foot, right, top
	Content []byte     // made small by [Compress]
}

// Letters say which letter each code of a font stands for, 0 for none. A font is
// known by the name that it has in the file.
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
	Element int // index into [Document.Elements]; 0 for painting
	Page    int // from 0, of painting
	Mark    int // its MCID
}

// Finish writes a file of gofpdf anew, with tags.
func Finish(file []byte, d Document) ([]byte, error) {
	f, err := read(file)
	if err == nil {
		err = d.into(f)
	}
	if err != nil {
		return nil, fmt.Errorf("tag PDF: %w", err)
	}
	return f.write()
}

// into puts everything that is new into the file.
func (d *Document) into(f *file) error {
	if err := d.nameLetters(f); err != nil {
		return err
	}
	if err := d.addDrawings(f); err != nil {
		return err
	}
	tree, err := d.structure(f)
	if err != nil {
		return err
	}
	f.objects[f.info].dict = d.info()
	meta := f.add(object{dict: []byte("<</Type/Metadata/Subtype/XML>>"), stream: d.metadata(), plain: true})
	f.objects[f.catalog].dict = fmt.Appendf(nil,
		"<</Type/Catalog/Pages 1 0 R/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R/Metadata %d 0 R/ViewerPreferences<</DisplayDocTitle true>>>>",
		text(d.Language), tree, meta)
	return nil
}
