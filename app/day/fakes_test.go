package day

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"deskleaf/app/clinic"
	"deskleaf/app/table"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/file"
	"deskleaf/content/find"
	"deskleaf/content/library"
)

// today is a Monday.
var today = civil.Date{Year: 2026, Month: 11, Day: 23}

// shelf is the shipped SI joint injection, and a second procedure without sides
// that is made of the same words, so that these tests hang on no other.
type shelf struct{ *library.Library }

const scope = "scope"

// twoDaysBefore is when the first step of the second procedure is due.
var twoDaysBefore = func() content.Timing {
	when, err := content.ParseTiming("2 days before")
	if err != nil {
		panic(err)
	}
	return when
}()

func (s shelf) Entries() []find.Entry {
	return append(s.Library.Entries(), find.Entry{ID: scope, Title: "Scope of the bowel", Short: "Scope", Names: []string{"bowel scope"},
		Codes: []find.Code{{Number: "45378", Status: "current", Primary: true}}})
}

func (s shelf) Book(id string) (*library.Book, file.Complaints, error) {
	if id != scope {
		return s.Library.Book(id)
	}
	book, complaints, err := s.Library.Book("si-joint-injection")
	other := *book
	other.Procedure.ID, other.Procedure.Sides = scope, nil
	other.Procedure.Steps = slices.Clone(other.Procedure.Steps)
	other.Procedure.Steps[0].When = twoDaysBefore
	return &other, complaints, err
}

func (s shelf) ByCode(number string) []library.CodeMatch {
	if number == "45378" {
		return []library.CodeMatch{{Entry: find.Entry{ID: scope, Short: "Scope"}, Code: find.Code{Number: number, Status: "current", Primary: true}}}
	}
	return s.Library.ByCode(number)
}

// desk is a clinic with two doctors, one of whose names is like another's, and two
// places.
func desk() *clinic.Clinic {
	return &clinic.Clinic{Facts: clinic.Facts{
		Name: "Riverside", Doctors: []clinic.Doctor{{ID: "ruiz", Name: "Dr. Ana Ruiz"}, {ID: "lee", Name: "Sam Lee, MD"}, {ID: "lee2", Name: "Dr. Sue Lee"}},
		Places: []clinic.Place{{ID: "main", Name: "Main Street clinic"}, {ID: "east", Name: "East"}},
	}}
}

func setting() Setting {
	return Setting{Library: shelf{library.Open("", "")}, Clinic: desk(), Today: today, Language: "en"}
}

// schedule reads a schedule's text by its headers.
func schedule(t testing.TB, rules clinic.Schedules, text string) Schedule {
	t.Helper()
	read, err := table.Read("day.csv", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	columns, ok := FindColumns(read, rules)
	if !ok {
		t.Fatalf("no headers are found in %q", text)
	}
	return NewSchedule(read, columns)
}

// shown is an entry in one line: what prints, and what is said of it.
func shown(e Entry) string {
	v := e.Visit
	parts := make([]string, len(v.Parts))
	for i, p := range v.Parts {
		parts[i] = string(p)[:1]
	}
	when := v.Date.String()
	if v.HasTime {
		when = v.Date.At(v.Minute).String()
	}
	line := fmt.Sprintf("%d: ", e.Line.Number)
	switch e.State {
	case Ready:
		line += strings.Join(strings.Fields(strings.Join([]string{v.Procedure, string(v.Side), when, strings.Join(parts, "+"), v.Doctor, v.Place, v.Language, v.Name}, " ")), " ")
		if v.Large {
			line += " large"
		}
	case Passed:
		line += "passed"
	case Blocked:
		line += "blocked"
	}
	for _, t := range append(e.Troubles, e.Notes...) {
		line += "; " + t.Error()
	}
	return line
}

// readAll reads all lines of a schedule.
func readAll(r *Reader, s Schedule) string {
	var b strings.Builder
	for _, l := range s.Lines {
		b.WriteString(shown(r.Read(l)) + "\n")
	}
	return b.String()
}

var sacroiliac = &content.Procedure{ID: "si-joint-injection", Sides: []content.Side{content.Left, content.Right, content.Both}}
