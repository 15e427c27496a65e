// Package office opens what the clinic's other programs wrote, for the packages that
// understand it ([deskleaf/app/table], [deskleaf/app/document]).
//
// [Text] is plain text, in whatever letters it came. [Open] takes the files of Word and
// Excel: a zip of XML parts that name each other (ECMA-376, part 2). Nothing is unpacked
// onto a disk. A part is read as it is unpacked, within the
// bounds that [Open] is given and whatever the file claims about itself: how much
// may be unpacked in all, how long a stretch between two marks may be, how deep
// elements may stand in each other. Entities that a document declares, its own or
// from elsewhere, are not known and so make it a damaged one.
package office

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// What can be wrong with a file.
var (
	ErrDamaged  = errors.New("this is no whole office file")
	ErrLocked   = errors.New("this office file has a password")
	ErrUnpacked = errors.New("this office file is too large when it is unpacked")
	ErrRun      = errors.New("a text in this office file is too long")
)

// Bounds are how much of a file is read.
type Bounds struct {
	Unpacked int64 // bytes of its parts together
	Run      int   // bytes between two marks, which are held in memory as a whole
}

// mostParts is how many files the zip may hold. Word and Excel write some dozens, and
// one more for each picture.
const mostParts = 10_000

// deepest is how deep elements may stand in each other. A workbook's stand in ten, a
// text in a table in a box of a document in thirty.
const deepest = 100

// Parts are the parts of a file.
type Parts struct {
	files map[string]*zip.File // by path, in small letters
	left  int64                // bytes that may still be unpacked
	run   int
}

// Open looks at what a file holds. Its errors, as those of all that reads from it,
// are the ones above.
func Open(data []byte, b Bounds) (*Parts, error) {
	packed, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(packed.File) > mostParts {
		return nil, ErrDamaged
	}
	p := &Parts{files: map[string]*zip.File{}, left: b.Unpacked, run: b.Run}
	for _, f := range packed.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		if strings.Contains("/"+name+"/", "/../") {
			return nil, ErrDamaged // no program writes a part that would lie outside of the file
		}
		p.files[name] = f
	}
	return p, nil
}

// Has reports whether there is a part.
func (p *Parts) Has(part string) bool { return p.files[strings.ToLower(part)] != nil }

// A Relation is a part that another one names.
type Relation struct{ ID, Kind, Part string }

// Relations are all parts that one names.
type Relations []Relation

// OfKind is the first part of a kind: "styles"; "" where there is none.
func (all Relations) OfKind(kind string) string {
	for _, r := range all {
		if r.Kind == kind {
			return r.Part
		}
	}
	return ""
}

// ByID is the part that goes by an id; a zero one where there is none.
func (all Relations) ByID(id string) Relation {
	for _, r := range all {
		if r.ID == id {
			return r
		}
	}
	return Relation{}
}

// Related are the parts that a part names; "" is the file as a whole. What lies
// outside of the file is none.
func (p *Parts) Related(part string) (Relations, error) {
	folder, name := path.Split(part)
	var all Relations
	err := p.Each(folder+"_rels/"+name+".rels", func(_ *Tokens, e xml.StartElement) error {
		if e.Name.Local == "Relationship" && !strings.EqualFold(Attribute(e, "TargetMode"), "External") {
			target := Attribute(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = folder + target
			}
			all = append(all, Relation{Attribute(e, "Id"), path.Base(Attribute(e, "Type")), strings.TrimPrefix(path.Clean(target), "/")})
		}
		return nil
	})
	return all, err
}

// Each calls do for every element of a part; one that is not there has none. do
// may take tokens up to the element's end; what it does not take is gone through
// all the same. An error of do ends the part.
func (p *Parts) Each(part string, do func(*Tokens, xml.StartElement) error) error {
	f := p.files[strings.ToLower(part)]
	if f == nil {
		return nil
	}
	const locked = 1 // the first flag of a zip's file: it has a password
	if f.Flags&locked != 0 {
		return ErrLocked
	}
	unpacked, err := f.Open()
	if err != nil {
		return ErrDamaged
	}
	defer unpacked.Close()
	t := &Tokens{xml: xml.NewDecoder(&bounded{from: unpacked, left: &p.left, most: p.run})}
	for {
		token, err := t.Next()
		if start, ok := token.(xml.StartElement); ok && err == nil {
			err = do(t, start)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// Tokens are the elements and texts of a part.
type Tokens struct {
	xml   *xml.Decoder
	depth int
}

// Depth is how many elements are open.
func (t *Tokens) Depth() int { return t.depth }

// Next is the next token; [io.EOF] where the part ends, and no sooner.
func (t *Tokens) Next() (xml.Token, error) {
	token, err := t.xml.RawToken()
	switch token.(type) {
	case xml.StartElement:
		t.depth++
	case xml.EndElement:
		t.depth--
	}
	switch {
	case t.depth > deepest || t.depth < 0:
		return nil, ErrDamaged
	case err == nil, errors.Is(err, io.EOF) && t.depth == 0:
		return token, err
	case errors.Is(err, ErrUnpacked), errors.Is(err, ErrRun):
		return nil, err
	}
	return nil, ErrDamaged
}

// bounded reads a part, as long as it stays within bounds.
type bounded struct {
	from io.Reader
	left *int64
	run  int
	most int
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.from.Read(p)
	if *b.left -= int64(n); *b.left < 0 {
		return 0, ErrUnpacked
	}
	if last := bytes.LastIndexByte(p[:n], '<'); last >= 0 {
		b.run = n - last
	} else {
		b.run += n
	}
	if b.run > b.most {
		return 0, ErrRun
	}
	return n, err
}

// Attribute is the value of an element's attribute, whatever its namespace; "" for
// none.
func Attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
