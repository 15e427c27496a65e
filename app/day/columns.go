package day

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/table"
)

// Columns says which column of a table holds what.
type Columns struct {
	Header int           // index of the row with the headers; -1 for none
	First  int           // index of the first row under them
	Of     map[Field]int // columns, from 0
}

// headings are the headers that are known, folded, in English and Spanish: words
// of the scheduling systems that clinics have, the surest first. A header that is
// none of them is asked for once.
var headings = []table.Heading{
	{Of: string(Date), Names: []string{"appointment date", "appt date", "visit date", "date of visit", "procedure date", "service date", "date of service",
		"dos", "scheduled date", "date", "day", "appointment date time", "appt date time", "date time", "appt dt", "start date",
		"fecha de la cita", "fecha cita", "fecha de visita", "fecha de la visita", "fecha", "fecha y hora", "dia"}},
	{Of: string(Time), Names: []string{"appointment time", "appt time", "visit time", "start time", "scheduled time", "procedure time", "time", "start", "begin", "begins",
		"appt tm", "time from", "from", "hora de la cita", "hora cita", "hora de inicio", "hora inicio", "hora", "inicio"}},
	{Of: string(Type), Names: []string{"procedure id", "procedure", "procedure name", "procedure code", "cpt code", "cpt", "cpt hcpcs", "appointment type", "appt type",
		"visit type", "type of visit", "type of appointment", "appt typ", "exam", "service", "type", "code", "description", "reason", "reason for visit", "visit reason",
		"procedimiento", "tipo de cita", "tipo cita", "tipo de visita", "estudio", "servicio", "codigo", "tipo", "motivo"}},
	{Of: string(Side), Names: []string{"side", "laterality", "lat", "body side", "lado", "lateralidad"}},
	{Of: string(Name), Names: []string{"patient name", "patient full name", "patient", "pt name", "name", "full name", "pt", "preferred name", "client",
		"nombre del paciente", "nombre paciente", "paciente", "nombre", "nombre y apellido", "nombre completo"}},
	{Of: string(Doctor), Names: []string{"doctor", "provider", "provider name", "physician", "rendering provider", "appointment provider", "scheduled provider", "performing provider",
		"surgeon", "clinician", "resource", "with", "medico", "proveedor", "doctor a", "profesional", "especialista"}},
	{Of: string(Place), Names: []string{"place", "location", "facility", "site", "clinic", "office", "location name", "facility name", "department", "dept",
		"lugar", "sede", "clinica", "ubicacion", "centro", "consultorio", "sucursal"}},
	{Of: string(Language), Names: []string{"handout language", "preferred language", "patient language", "pref language", "primary language", "language", "lang",
		"idioma preferido", "idioma", "lengua", "idioma del paciente"}},
	{Of: string(Size), Names: []string{"print size", "text size", "size", "large print", "letter size", "tamano de letra", "tamano", "letra grande"}},
	{Of: string(Status), Names: []string{"appointment status", "appt status", "visit status", "status", "estado de la cita", "estado", "estatus"}},
}

// searched is how many rows at the top are looked at to find the headers: reports
// have a title, a day and a doctor above them.
const searched = 25

// FindColumns finds the headers of a table and what is under them, by what the
// clinic has taught and by the headers that are known. ok is false where no row has
// a header for the procedure and one more; somebody must then say which column is
// which. A column that holds nothing under its header is none.
func FindColumns(t table.Table, rules clinic.Schedules) (c Columns, ok bool) {
	taught, last := taughtHeadings(rules), lastFilled(t)
	best := Columns{Header: -1}
	for i, r := range t.Rows[:min(len(t.Rows), searched)] {
		of := fieldsOf(headersOver(r, i, last), taught)
		if _, has := of[Type]; has && len(of) >= 2 && len(of) > len(best.Of) {
			best = Columns{Header: i, First: i + 1, Of: of}
		}
	}
	if best.Header >= 0 {
		return best, true
	}
	return unheaded(t, rules)
}

// fieldsOf are the columns of the fields that headers name.
func fieldsOf(headers table.Row, taught []table.Heading) map[Field]int {
	of := map[Field]int{}
	for f, column := range table.Match(headers, taught) {
		if Field(f) != passedOver {
			of[Field(f)] = column
		}
	}
	return of
}

// lastFilled is, for each column, the index of the last row that holds something in
// it.
func lastFilled(t table.Table) []int {
	last := make([]int, widest(t))
	for i, r := range t.Rows {
		for column, cell := range r.Cells {
			if cell != "" {
				last[column] = i
			}
		}
	}
	return last
}

// headersOver is a row of headers without those over columns that hold nothing.
func headersOver(r table.Row, index int, last []int) table.Row {
	r.Cells = slices.Clone(r.Cells)
	for column := range r.Cells {
		if last[column] <= index {
			r.Cells[column] = ""
		}
	}
	return r
}

// passedOver is what a taught column holds that is not to be read.
const passedOver Field = "none"

// taughtHeadings are the known headings, what the clinic has taught before them. A
// header that was taught means nothing else any more.
func taughtHeadings(rules clinic.Schedules) []table.Heading {
	all := make([]table.Heading, 0, len(headings)+1)
	for _, h := range append(headings[:len(headings):len(headings)], table.Heading{Of: string(passedOver)}) {
		var names []string
		for _, header := range slices.Sorted(maps.Keys(rules.Columns)) {
			if rules.Columns[header] == h.Of {
				names = append(names, header)
			}
		}
		for _, name := range h.Names {
			if _, taught := rules.Columns[name]; !taught {
				names = append(names, name)
			}
		}
		all = append(all, table.Heading{Of: h.Of, Names: names})
	}
	return all
}

// unheaded is what the clinic has taught of a table without headers, where this one
// has as many columns.
func unheaded(t table.Table, rules clinic.Schedules) (Columns, bool) {
	c := Columns{Header: -1, Of: map[Field]int{}}
	for i, f := range rules.Unheaded {
		if f != "" {
			c.Of[Field(f)] = i
		}
	}
	_, has := c.Of[Type]
	return c, has && widest(t) == len(rules.Unheaded)
}

// widest is how many columns a table has.
func widest(t table.Table) int {
	n := 0
	for _, r := range t.Rows {
		n = max(n, len(r.Cells))
	}
	return n
}

// Guess is where to begin when a person is to say which column is which: the row
// that looks most like headers, and what is known of it. A row that holds a day, a
// time or a number is a visit and no headers.
func Guess(t table.Table, rules clinic.Schedules) Columns {
	best := Columns{Header: -1, Of: map[Field]int{}}
	most := 1
	for i, r := range t.Rows[:min(len(t.Rows), searched)] {
		if looksLikeVisit(r) {
			break
		}
		if filled := filledCells(r); filled > most {
			most, best.Header, best.First = filled, i, i+1
		}
	}
	if best.Header >= 0 {
		best.Of = fieldsOf(headersOver(t.Rows[best.Header], best.Header, lastFilled(t)), taughtHeadings(rules))
	}
	for f, looks := range map[Field]*regexp.Regexp{Date: likeDay, Time: likeTime} {
		if _, known := best.Of[f]; !known {
			best.guess(t, f, looks)
		}
	}
	return best
}

// likeDay and likeTime are what days and times in a schedule begin with.
var (
	likeDay  = regexp.MustCompile(`^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}/\d{1,2}\b)`)
	likeTime = regexp.MustCompile(`^\d{1,2}(?::\d{2}| ?[AaPp]\.?[Mm])`)
)

// guess takes for a field the one column whose cells all look like it.
func (c *Columns) guess(t table.Table, f Field, looks *regexp.Regexp) {
	found := -1
	for column := range widest(t) {
		cells, fit := 0, 0
		for _, r := range t.Rows[c.First:min(c.First+searched, len(t.Rows))] {
			if cell := r.Cell(column); cell != "" {
				cells++
				if looks.MatchString(cell) {
					fit++
				}
			}
		}
		switch {
		case cells == 0 || fit < cells:
		case found >= 0:
			return // two do, and a date of birth must not be taken for the visit's
		default:
			found = column
		}
	}
	if found >= 0 {
		c.Of[f] = found
	}
}

// looksLikeVisit reports whether a row of several cells has a digit in one of them,
// as no header but "ICD 10" has.
func looksLikeVisit(r table.Row) bool {
	return filledCells(r) > 2 && slices.ContainsFunc(r.Cells, func(cell string) bool {
		return cell != "" && '0' <= cell[0] && cell[0] <= '9'
	})
}

func filledCells(r table.Row) int {
	n := 0
	for _, cell := range r.Cells {
		if cell != "" {
			n++
		}
	}
	return n
}

// Learn is the rules with what a person said of a table's columns. Headers are kept
// by their words, columns without one by their place. Of the columns that are not
// read, only headers that would else be taken for something are kept: a row of
// headers may turn out to be a patient's.
func Learn(rules clinic.Schedules, t table.Table, c Columns) clinic.Schedules {
	if c.Header < 0 {
		rules.Unheaded = make([]string, widest(t))
		for f, column := range c.Of {
			rules.Unheaded[column] = string(f)
		}
		return rules
	}
	of := map[int]Field{}
	for f, column := range c.Of {
		of[column] = f
	}
	columns := maps.Clone(rules.Columns)
	if columns == nil {
		columns = map[string]string{}
	}
	for i, cell := range t.Rows[c.Header].Cells {
		name := table.Fold(cell)
		f, read := of[i]
		switch {
		case name == "":
		case read:
			columns[name] = string(f)
		case known(name) || columns[name] != "":
			columns[name] = string(passedOver)
		}
	}
	rules.Columns = columns
	return rules
}

// known reports whether a header means something of itself.
func known(name string) bool {
	return slices.ContainsFunc(headings, func(h table.Heading) bool { return slices.Contains(h.Names, name) })
}

// oneLine is a text without line ends and doubled spaces.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
