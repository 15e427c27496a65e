// Package day makes a day's handouts at once from a schedule, the list of visits
// that the clinic's own system gives out.
//
// The way of a schedule:
//
//	t, err := table.Open(files, path)           // rows of text
//	columns, ok := day.FindColumns(t, rules)    // which column holds what
//	s := day.NewSchedule(t, columns)            // a Line for each row
//	r := day.NewReader(…)                       // what lines are held against
//	e := r.Read(line)                           // an Entry: what the line means
//	o, err := r.Make(ctx, entries, out, done)   // the pages, into files or one PDF
//
// A [Line] is what stands in the schedule, as text. [Reader.Read] holds it against
// the clinic, the procedures and the day, and gives an [Entry]: a visit that can be
// printed, a line to pass over, or what is in the way, as [Trouble] with the field
// that it is about. One line's trouble is no other's: the rest prints. A line can
// be changed ([Line.With]) and read again.
//
// What the clinic calls things is learned once and kept in
// [clinic.Schedules]: headers, appointment types, doctors, places. Nothing is
// guessed: a procedure is taken by its id, its code, or one of its names in full,
// and two texts that name two sides are trouble, not a choice. Patients are never
// kept: lines live where the caller keeps them, in memory.
package day

import (
	"maps"

	"deskleaf/app/table"
)

// A Field is what a column of a schedule may hold.
type Field string

// The fields. Type is the procedure by whatever name; Status says whether the
// visit was called off.
const (
	Date     Field = "date"
	Time     Field = "time"
	Type     Field = "procedure"
	Doctor   Field = "doctor"
	Place    Field = "place"
	Side     Field = "side"
	Language Field = "language"
	Size     Field = "size"
	Name     Field = "name"
	Status   Field = "status"
)

// Fields are all fields, in the order in which they are asked for and shown.
var Fields = []Field{Date, Time, Type, Side, Name, Doctor, Place, Language, Size, Status}

// Option is the field with what is chosen for an option of the procedure. Schedules
// have no column for it.
func Option(id string) Field { return Field("option " + id) }

// A Line is one row of a schedule: texts as they stand in it.
type Line struct {
	Number int // in the file, from 1; the lines' identity
	cells  map[Field]string
}

// Said is the text of a field.
func (l Line) Said(f Field) string { return l.cells[f] }

// With is the line with another text in a field.
func (l Line) With(f Field, text string) Line {
	l.cells = maps.Clone(l.cells)
	if l.cells == nil {
		l.cells = map[Field]string{}
	}
	l.cells[f] = text
	return l
}

// A Schedule is the lines of a table.
type Schedule struct {
	Columns Columns
	Lines   []Line
}

// NewSchedule makes lines of the rows under the headers. Rows that hold nothing in
// any of the columns are no lines.
func NewSchedule(t table.Table, c Columns) Schedule {
	s := Schedule{Columns: c}
	for _, r := range t.Rows[c.First:] {
		l := Line{Number: r.Line, cells: make(map[Field]string, len(c.Of))}
		for f, column := range c.Of {
			if text := oneLine(r.Cell(column)); text != "" {
				l.cells[f] = text
			}
		}
		if len(l.cells) > 0 {
			s.Lines = append(s.Lines, l)
		}
	}
	return s
}
