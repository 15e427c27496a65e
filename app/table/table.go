// Package table reads the tables that clinics have: what their scheduling system
// or their spreadsheet gives out, as text with separators or as an Excel workbook.
//
// [Read] takes a file's bytes and looks at them, not at the name:
//
//   - text with commas, semicolons, tabs or bars between the cells, in UTF-8, UTF-16
//     or Windows-1252. Quotation marks hold a cell together; one that is never closed
//     is a letter, so that it cannot swallow the lines after it;
//   - the first sheet of an .xlsx workbook that can be seen and is not empty. A cell
//     is read as people see it: a date as 2026-12-10, a time as 09:30, both with a
//     space between, a percentage with its sign. A formula is what it last came to.
//
// Every cell is text, and nothing in it is ever carried out. [Row.Line] and
// [Table.Where] say where it stands, in the words for a complaint. [Match] finds
// which column is meant by its header, whatever its letters, accents and signs.
//
// The bounds below hold whatever a file claims about itself: one that goes beyond
// is refused in words, as an [*Error], before room is made for it.
package table

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
)

// Bounds of what is read.
const (
	MostBytes   = 20 << 20 // of a file
	MostRows    = 100_000
	MostColumns = 200
	MostLetters = 32_767 // of a cell; a spreadsheet's own bound

	mostCells    = 4_000_000  // of a table, empty ones between others too
	mostUnpacked = 64 << 20   // bytes of a workbook's parts together
	mostRun      = 1 << 20    // bytes between two marks of a workbook's part
	mostShared   = 16_000_000 // letters of a workbook's cells together
)

// A Table is the rows of a file that hold anything.
type Table struct {
	File  string   // its name, without its folder
	Sheet string   // the workbook's sheet that was read; "" for text
	Other []string // sheets of the workbook that were not read
	Rows  []Row
}

// A Row is one row's cells, without the empty ones at its end.
type Row struct {
	Line  int // of the file, or the row's number in the sheet; from 1
	Cells []string
}

// Cell is the text in a column, counted from 0; "" where the row has none.
func (r Row) Cell(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return r.Cells[column]
}

// Where says where a cell stands, for a complaint: "line 7, column 3", or "cell
// C7" in a workbook. A column below 0 means the whole row.
func (t Table) Where(r Row, column int) string {
	switch {
	case t.Sheet != "" && column >= 0:
		return fmt.Sprintf("cell %s%d", ColumnName(column), r.Line)
	case t.Sheet != "":
		return fmt.Sprintf("row %d", r.Line)
	case column >= 0:
		return fmt.Sprintf("line %d, column %d", r.Line, column+1)
	}
	return fmt.Sprintf("line %d", r.Line)
}

// ColumnName is what a spreadsheet calls a column, counted from 0: "C" for 2.
func ColumnName(column int) string {
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// Files is what [Open] needs of a file system.
type Files interface {
	Stat(name string) (fs.FileInfo, error)
	ReadFile(name string) ([]byte, error)
}

// Open reads the table in a file. Its errors are an [*Error].
func Open(files Files, path string) (Table, error) {
	name := filepath.Base(path)
	known, err := files.Stat(path)
	switch {
	case err != nil:
		return Table{}, unread(name, err)
	case known.IsDir():
		return Table{}, &Error{File: name, What: "this is a folder", Advice: "choose a file in it"}
	case !known.Mode().IsRegular():
		return Table{}, &Error{File: name, What: "this is a device, not a file"}
	case known.Size() > MostBytes:
		return Table{}, tooLarge(name, known.Size())
	}
	data, err := files.ReadFile(path)
	if err != nil {
		return Table{}, unread(name, err)
	}
	return Read(name, data)
}

// unread says why a file could not be read.
func unread(name string, err error) error {
	e := &Error{File: name, What: "it cannot be read: " + err.Error()}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.What, e.Advice = "there is no such file", "look for it under another name or in another folder"
	case errors.Is(err, fs.ErrPermission):
		e.What, e.Advice = "it cannot be read now", "close it in the program that has it open, or save a copy elsewhere"
	}
	return e
}

func tooLarge(name string, size int64) error {
	return &Error{File: name, What: fmt.Sprintf("it has %d MB, and a table may have %d", size>>20, MostBytes>>20),
		Advice: "export fewer days, or fewer columns"}
}

// Read reads the table in a file's bytes; name is the file's, for complaints. Its
// errors are an [*Error].
func Read(name string, data []byte) (Table, error) {
	t := Table{File: name}
	if len(data) > MostBytes {
		return t, tooLarge(name, int64(len(data)))
	}
	read := readText
	for _, k := range kinds {
		if bytes.HasPrefix(bytes.TrimLeft(data, "\ufeff \r\n\t"), []byte(k.begins)) {
			read = k.read
			break
		}
	}
	err := read(&t, data)
	var e *Error
	switch {
	case errors.As(err, &e):
		e.File = name
		return Table{File: name}, e
	case len(t.Rows) == 0:
		return t, &Error{File: name, What: "it holds no table: every cell is empty", Advice: "save it once more from the program that it comes from"}
	}
	return t, nil
}

// kinds are files by what they begin with. Those that are no table are named for
// what they are: many a system calls a web page .xls.
var kinds = []struct {
	begins string
	read   func(*Table, []byte) error
}{
	{"PK\x03\x04", readWorkbook},
	{"\xd0\xcf\x11\xe0", refuse("it is an old Excel file (.xls), or one with a password", saveAs)},
	{"%PDF", refuse("it is a PDF, which holds no table", saveAs)},
	{"<!DOCTYPE", refuse("it is a web page, whatever its name says", "open it in Excel and "+saveAs)},
	{"<html", refuse("it is a web page, whatever its name says", "open it in Excel and "+saveAs)},
	{"<HTML", refuse("it is a web page, whatever its name says", "open it in Excel and "+saveAs)},
	{"<?xml", refuse("it is XML, not a table", "open it in Excel and "+saveAs)},
}

// saveAs is what to do with a file of another kind.
const saveAs = "save it as .xlsx or as CSV"

func refuse(what, advice string) func(*Table, []byte) error {
	return func(*Table, []byte) error { return &Error{What: what, Advice: advice} }
}

// An Error says why a file is no table that can be read.
type Error struct {
	File   string
	Place  string // "line 7", "cell C7"; "" for the file as a whole
	What   string
	Advice string // what to do; may be empty
}

// Error says what is wrong, in one line.
func (e *Error) Error() string {
	var parts []string
	for _, part := range []string{e.File, e.Place, e.What} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ": ")
}

// Hint says what to do about it.
func (e *Error) Hint() string { return e.Advice }

// A builder adds rows to a table within its bounds.
type builder struct {
	table *Table
	cells int
}

// add adds a row, if it holds anything.
func (b *builder) add(r Row) error {
	for len(r.Cells) > 0 && r.Cells[len(r.Cells)-1] == "" {
		r.Cells = r.Cells[:len(r.Cells)-1]
	}
	if len(r.Cells) == 0 {
		return nil
	}
	b.cells += len(r.Cells)
	switch {
	case len(r.Cells) > MostColumns:
		return &Error{Place: b.table.Where(r, len(r.Cells)-1), What: fmt.Sprintf("a table may have %d columns", MostColumns),
			Advice: "leave out the columns that are not needed"}
	case len(b.table.Rows) == MostRows, b.cells > mostCells:
		return &Error{Place: b.table.Where(r, -1), What: fmt.Sprintf("a table may have %d rows", MostRows), Advice: "make two files of it"}
	}
	for column, cell := range r.Cells {
		if len(cell) > MostLetters {
			return &Error{Place: b.table.Where(r, column), What: fmt.Sprintf("one cell holds more than %d letters", MostLetters),
				Advice: "is this the right file? Take out what does not belong into the cell"}
		}
	}
	b.table.Rows = append(b.table.Rows, r)
	return nil
}
