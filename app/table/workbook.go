package table

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// An .xlsx file is a zip of XML parts that name each other (ECMA-376, part 1,
// SpreadsheetML; part 2 for the zip). The few that matter here: the workbook lists
// its sheets, the styles say which numbers are dates, and texts that stand in
// several cells are kept once, as shared strings.

// A workbook is an .xlsx file that is being read.
type workbook struct {
	parts  map[string]*zip.File // by path, in small letters
	left   int64                // bytes that may still be unpacked
	shared []string
	styles []style // by the number that a cell has
	from   int     // the year from which days are counted: 1900 or 1904
}

// readWorkbook reads the first sheet that people see and that is not empty.
func readWorkbook(t *Table, data []byte) error {
	files, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return damaged()
	}
	w := &workbook{parts: map[string]*zip.File{}, left: mostUnpacked, from: 1900}
	for _, f := range files.File {
		w.parts[strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))] = f
	}
	sheets, err := w.open()
	if err != nil {
		return err
	}
	for i, s := range sheets {
		t.Sheet, t.Other = s.name, nil
		if err := w.readSheet(t, s.part); err != nil || len(t.Rows) > 0 {
			for _, other := range slices.Concat(sheets[:i], sheets[i+1:]) {
				t.Other = append(t.Other, other.name)
			}
			return err
		}
	}
	return nil
}

// damaged says that a workbook is none, or no longer.
func damaged() error {
	return &Error{What: "it is no whole Excel workbook", Advice: "open it in Excel and save it once more, or " + saveAs}
}

// A sheet is one of a workbook's, and the part that holds it.
type sheet struct{ name, part string }

// open reads what all sheets share and gives those that people see.
func (w *workbook) open() ([]sheet, error) {
	root, err := w.related("")
	if err != nil {
		return nil, err
	}
	main := root.ofKind("officeDocument")
	if main == "" || w.parts[strings.ToLower(main)] == nil {
		return nil, damaged()
	}
	related, err := w.related(main)
	if err != nil {
		return nil, err
	}
	if err := w.readStyles(related.ofKind("styles")); err != nil {
		return nil, err
	}
	if err := w.readShared(related.ofKind("sharedStrings")); err != nil {
		return nil, err
	}
	var sheets []sheet
	err = w.each(main, func(_ *tokens, e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			if isTrue(attribute(e, "date1904")) {
				w.from = 1904
			}
		case "sheet":
			r := related.byID(attribute(e, "id"))
			if r.kind == "worksheet" && !strings.Contains(strings.ToLower(attribute(e, "state")), "hidden") {
				sheets = append(sheets, sheet{attribute(e, "name"), r.part})
			}
		}
		return nil
	})
	return sheets, err
}

// A relation is a part that another one names.
type relation struct{ id, kind, part string }

type relations []relation

func (all relations) ofKind(kind string) string {
	for _, r := range all {
		if r.kind == kind {
			return r.part
		}
	}
	return ""
}

func (all relations) byID(id string) relation {
	for _, r := range all {
		if r.id == id {
			return r
		}
	}
	return relation{}
}

// related are the parts that a part names; "" is the file as a whole.
func (w *workbook) related(part string) (relations, error) {
	folder, name := path.Split(part)
	var all relations
	err := w.each(folder+"_rels/"+name+".rels", func(_ *tokens, e xml.StartElement) error {
		if e.Name.Local == "Relationship" && !strings.EqualFold(attribute(e, "TargetMode"), "External") {
			target := attribute(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = folder + target
			}
			all = append(all, relation{attribute(e, "Id"), path.Base(attribute(e, "Type")), strings.TrimPrefix(path.Clean(target), "/")})
		}
		return nil
	})
	return all, err
}

// readShared reads the texts that cells share. A text is its runs without what
// only says how it is spoken.
func (w *workbook) readShared(part string) error {
	letters := 0
	return w.each(part, func(d *tokens, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		text, err := runs(d)
		if letters += len(text); err == nil && letters > mostShared {
			err = tooMuch()
		}
		w.shared = append(w.shared, text)
		return err
	})
}

// runs is the text up to the end of the element under way.
func runs(d *tokens) (string, error) {
	var b strings.Builder
	inText, spoken := false, 0
	for depth := 1; depth > 0; {
		token, err := d.next()
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.StartElement:
			depth++
			inText = token.Name.Local == "t"
			if token.Name.Local == "rPh" {
				spoken = depth
			}
		case xml.EndElement:
			if depth == spoken {
				spoken = 0
			}
			depth--
			inText = false
		case xml.CharData:
			if inText && spoken == 0 {
				b.Write(token)
			}
		}
	}
	return unescape(b.String()), nil
}

// unescape undoes _x000D_, which is how a workbook holds a letter that XML may not.
func unescape(text string) string {
	for from := 0; ; {
		at := strings.Index(text[from:], "_x")
		if at < 0 {
			return text
		}
		at += from
		from = at + 2
		if len(text) < at+7 || text[at+6] != '_' {
			continue
		}
		if n, err := strconv.ParseUint(text[at+2:at+6], 16, 16); err == nil {
			text = text[:at] + string(rune(n)) + text[at+7:]
			from = at
		}
	}
}

// each calls do for every element of a part; one that is not there has none. do
// may take tokens from the decoder up to the element's end. What is broken, and
// what is too much, becomes an error in words.
func (w *workbook) each(part string, do func(*tokens, xml.StartElement) error) error {
	f := w.parts[strings.ToLower(part)]
	if f == nil {
		return nil
	}
	const locked = 1 // the first flag of a zip's file: it has a password
	if f.Flags&locked != 0 {
		return &Error{What: "it has a password", Advice: "save a copy without one"}
	}
	unpacked, err := f.Open()
	if err != nil {
		return damaged()
	}
	defer unpacked.Close()
	d := &tokens{xml: xml.NewDecoder(&bounded{from: unpacked, left: &w.left})}
	for {
		token, err := d.next()
		if start, ok := token.(xml.StartElement); ok {
			err = do(d, start)
		}
		if err == nil {
			continue
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if _, ours := errors.AsType[*Error](err); ours {
			return err
		}
		return damaged()
	}
}

// deepest is how deep elements may stand in each other; a workbook's stand in ten.
const deepest = 100

// tokens are the elements and texts of a part.
type tokens struct {
	xml   *xml.Decoder
	depth int
}

// next is the next one; [io.EOF] where the part ends, and no sooner.
func (t *tokens) next() (xml.Token, error) {
	token, err := t.xml.RawToken()
	switch token.(type) {
	case xml.StartElement:
		t.depth++
	case xml.EndElement:
		t.depth--
	}
	switch {
	case t.depth > deepest:
		return nil, damaged()
	case errors.Is(err, io.EOF) && t.depth > 0:
		return nil, io.ErrUnexpectedEOF
	}
	return token, err
}

// bounded reads a part, as long as it stays within bounds: all that was unpacked,
// and what stands between two marks, since that is held in memory as a whole.
type bounded struct {
	from io.Reader
	left *int64
	run  int
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.from.Read(p)
	if *b.left -= int64(n); *b.left < 0 {
		return 0, tooMuch()
	}
	if last := bytes.LastIndexByte(p[:n], '<'); last >= 0 {
		b.run = n - last
	} else {
		b.run += n
	}
	if b.run > mostRun {
		return 0, &Error{What: fmt.Sprintf("one cell holds more than %d letters", MostLetters), Advice: "is this the right file? Take out what does not belong into the cell"}
	}
	return n, err
}

func tooMuch() error {
	return &Error{What: fmt.Sprintf("unpacked, it has more than %d MB", mostUnpacked>>20), Advice: "export fewer days, or fewer columns"}
}

// attribute is the value of an element's attribute, whatever its namespace; "" for
// none.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func isTrue(value string) bool { return value == "1" || value == "true" }
