package table

import (
	"encoding/xml"
	"strconv"
	"strings"

	"deskleaf/app/office"
)

// readSheet adds a sheet's rows to a table.
func (w *workbook) readSheet(t *Table, part string) error {
	b := builder{table: t}
	row := Row{}
	err := w.Each(part, func(d *office.Tokens, e xml.StartElement) error {
		switch e.Name.Local {
		case "row":
			if err := b.add(row); err != nil {
				return err
			}
			line, err := strconv.Atoi(office.Attribute(e, "r"))
			if err != nil || line <= row.Line {
				line = row.Line + 1
			}
			row = Row{Line: line}
		case "c":
			return w.readCell(&row, d, e, t)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return b.add(row)
}

// readCell puts a cell into its column of a row.
func (w *workbook) readCell(row *Row, d *office.Tokens, e xml.StartElement, t *Table) error {
	column := columnOf(office.Attribute(e, "r"))
	if column < 0 {
		column = len(row.Cells)
	}
	text, err := w.value(d, e)
	if err != nil || text == "" {
		return err
	}
	if column >= MostColumns {
		return &Error{Place: t.Where(*row, column), What: "a table may have " + strconv.Itoa(MostColumns) + " columns",
			Advice: "leave out the columns that are not needed"}
	}
	for len(row.Cells) <= column {
		row.Cells = append(row.Cells, "")
	}
	row.Cells[column] = text
	return nil
}

// columnOf is the column of a cell's name, counted from 0: 2 for "C7"; -1 where
// the name has none.
func columnOf(name string) int {
	column := 0
	for i := 0; i < len(name) && i < 4 && 'A' <= name[i] && name[i] <= 'Z'; i++ {
		column = column*26 + int(name[i]-'A') + 1
	}
	return column - 1
}

// value is what a cell shows. A formula that was never worked out is its text.
func (w *workbook) value(d *office.Tokens, e xml.StartElement) (string, error) {
	var formula, value, inline string
	for {
		token, err := d.Next()
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.EndElement:
			if token.Name.Local != "c" {
				continue
			}
			if value == "" && formula != "" {
				return "=" + tidy(formula), nil
			}
			return tidy(inline + w.shown(office.Attribute(e, "t"), office.Attribute(e, "s"), value)), nil
		case xml.StartElement:
			switch token.Name.Local {
			case "f":
				formula, err = inside(d)
			case "v":
				value, err = inside(d)
			case "is":
				inline, err = runs(d)
			}
			if err != nil {
				return "", err
			}
		}
	}
}

// inside is the text up to the end of the element under way, which holds no other.
func inside(d *office.Tokens) (string, error) {
	var b strings.Builder
	for {
		token, err := d.Next()
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.CharData:
			b.Write(token)
		case xml.EndElement:
			return b.String(), nil
		}
	}
}

// shown is a cell's value as people see it, by the cell's type and style
// (ECMA-376, part 1, 18.18.11).
func (w *workbook) shown(kind, styled, value string) string {
	switch kind {
	case "s":
		if n, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && 0 <= n && n < len(w.shared) {
			return w.shared[n]
		}
		return ""
	case "b":
		if strings.TrimSpace(value) == "1" {
			return "TRUE"
		}
		return "FALSE"
	case "str", "inlineStr":
		return unescape(value)
	case "e":
		return value
	case "d":
		return isoMoment(value)
	}
	n, err := strconv.Atoi(styled)
	if err != nil || n < 0 || n >= len(w.styles) {
		return number(value, style{}, w.from)
	}
	return number(value, w.styles[n], w.from)
}
