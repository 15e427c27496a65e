package table

import (
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"deskleaf/app/office"
)

// An .xlsx file is a zip of XML parts that name each other (ECMA-376, part 1,
// SpreadsheetML; part 2 for the zip). The few that matter here: the workbook lists
// its sheets, the styles say which numbers are dates, and texts that stand in
// several cells are kept once, as shared strings.

// A workbook is an .xlsx file that is being read.
type workbook struct {
	*office.Parts
	shared []string
	styles []style // by the number that a cell has
	from   int     // the year from which days are counted: 1900 or 1904
}

// readWorkbook reads the first sheet that people see and that is not empty.
func readWorkbook(t *Table, data []byte) error {
	parts, err := office.Open(data, office.Bounds{Unpacked: mostUnpacked, Run: mostRun})
	if err != nil {
		return told(err)
	}
	w := &workbook{Parts: parts, from: 1900}
	return told(w.read(t))
}

func (w *workbook) read(t *Table) error {
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

// told says in words what is wrong with a workbook.
func told(err error) error {
	switch {
	case errors.Is(err, office.ErrLocked):
		return &Error{What: "it has a password", Advice: "save a copy without one"}
	case errors.Is(err, office.ErrUnpacked):
		return &Error{What: fmt.Sprintf("unpacked, it has more than %d MB", mostUnpacked>>20), Advice: "export fewer days, or fewer columns"}
	case errors.Is(err, office.ErrRun):
		return &Error{What: fmt.Sprintf("one cell holds more than %d letters", MostLetters), Advice: "is this the right file? Take out what does not belong into the cell"}
	case errors.Is(err, office.ErrDamaged):
		return &Error{What: "it is no whole Excel workbook", Advice: "open it in Excel and save it once more, or " + saveAs}
	}
	return err
}

// A sheet is one of a workbook's, and the part that holds it.
type sheet struct{ name, part string }

// open reads what all sheets share and gives those that people see.
func (w *workbook) open() ([]sheet, error) {
	root, err := w.Related("")
	if err != nil {
		return nil, err
	}
	main := root.OfKind("officeDocument")
	if main == "" || !w.Has(main) {
		return nil, office.ErrDamaged
	}
	related, err := w.Related(main)
	if err != nil {
		return nil, err
	}
	if err := w.readStyles(related.OfKind("styles")); err != nil {
		return nil, err
	}
	if err := w.readShared(related.OfKind("sharedStrings")); err != nil {
		return nil, err
	}
	var sheets []sheet
	err = w.Each(main, func(_ *office.Tokens, e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			if isTrue(office.Attribute(e, "date1904")) {
				w.from = 1904
			}
		case "sheet":
			r := related.ByID(office.Attribute(e, "id"))
			if r.Kind == "worksheet" && !strings.Contains(strings.ToLower(office.Attribute(e, "state")), "hidden") {
				sheets = append(sheets, sheet{office.Attribute(e, "name"), r.Part})
			}
		}
		return nil
	})
	return sheets, err
}

// readShared reads the texts that cells share. A text is its runs without what
// only says how it is spoken.
func (w *workbook) readShared(part string) error {
	letters := 0
	return w.Each(part, func(d *office.Tokens, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		text, err := runs(d)
		if letters += len(text); err == nil && letters > mostShared {
			err = office.ErrUnpacked
		}
		w.shared = append(w.shared, text)
		return err
	})
}

// runs is the text up to the end of the element under way.
func runs(d *office.Tokens) (string, error) {
	var b strings.Builder
	inText, spoken := false, 0
	for depth := 1; depth > 0; {
		token, err := d.Next()
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

func isTrue(value string) bool { return value == "1" || value == "true" }
