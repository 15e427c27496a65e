package table

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shown writes a table as lines: where each row stands, and its cells.
func shown(t Table) string {
	var b strings.Builder
	for _, r := range t.Rows {
		b.WriteString(t.Where(r, -1) + ": " + strings.ReplaceAll(strings.Join(r.Cells, "|"), "\n", "⏎") + "\n")
	}
	return b.String()
}

func TestText(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"commas", "Date,Name\n12/10,Ann\n", "line 1: Date|Name\nline 2: 12/10|Ann\n"},
		{"semicolons with commas in names", "Date;Name\r\n12/10;Smith, Ann\r\n12/11;Lee, Bo\r\n", "line 1: Date|Name\nline 2: 12/10|Smith, Ann\nline 3: 12/11|Lee, Bo\n"},
		{"tabs", "Date\tName\n12/10\tSmith, Ann; Jr.\n", "line 1: Date|Name\nline 2: 12/10|Smith, Ann; Jr.\n"},
		{"bars", "a|b\n1|2", "line 1: a|b\nline 2: 1|2\n"},
		{"a title above", "Schedule for Thursday, December 10\n\nDate;Name\n12/10;Ann\n12/11;Bo\n", "line 1: Schedule for Thursday, December 10\nline 3: Date|Name\nline 4: 12/10|Ann\nline 5: 12/11|Bo\n"},
		{"the separator as Excel names it", "sep=,\r\na;b,c\r\n", "line 2: a;b|c\n"},
		{"one column", "a\nb\n", "line 1: a\nline 2: b\n"},
		{"UTF-8 with its mark", "\ufeffDía,ñ\n", "line 1: Día|ñ\n"},
		{"UTF-16", "\xff\xfeD\x00\xed\x00a\x00\t\x00\xf1\x00", "line 1: Día|ñ\n"},
		{"UTF-16, the other way around", "\xfe\xff\x00D\x00\xed\x00a", "line 1: Día\n"},
		{"Windows-1252", "D\xeda,\x93Caf\xe9\x94\n", "line 1: Día|“Café”\n"},
		{"quoted", "a,b\n\"x, y\",\"he said \"\"no\"\"\"\n", "line 1: a|b\nline 2: x, y|he said \"no\"\n"},
		{"quoted over lines", "a,b\n\"x\r\ny\",1\nz,2\n", "line 1: a|b\nline 2: x⏎y|1\nline 4: z|2\n"},
		{"space around quotes", "a,b\n  \"x\"  ,2\n", "line 1: a|b\nline 2: x|2\n"},
		{"a quote in the middle", "a,b\n5\" needle,2\n", "line 1: a|b\nline 2: 5\" needle|2\n"},
		{"a quote that is never closed", "a,b\n\"x,1\ny,2\n", "line 1: a|b\nline 2: \"x|1\nline 3: y|2\n"},
		{"empty rows and ends", ",,\na,,\n\n , \n,b\n", "line 2: a\nline 5: |b\n"},
		{"old Mac", "a,b\rc,d\r", "line 1: a|b\nline 2: c|d\n"},
		{"a formula", "a,b\n\"=HYPERLINK(\"\"http://x\"\",1)\",+1+2\n", "line 1: a|b\nline 2: =HYPERLINK(\"http://x\",1)|+1+2\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Read("day.csv", []byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, shown(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestOpenQuoteHidesNoLine holds that a quotation mark that somebody forgot to
// close takes no line of the file away.
func TestOpenQuoteHidesNoLine(t *testing.T) {
	text := "name,type\n" + strings.Repeat("\"Ann,SIJ\n", 5000)
	got, err := Read("day.csv", []byte(text))
	if err != nil || len(got.Rows) != 5001 || got.Rows[5000].Line != 5001 {
		t.Errorf("%d rows, %v; want 5001", len(got.Rows), err)
	}
}

// TestWorkbooks reads workbooks that two independent programs wrote.
func TestWorkbooks(t *testing.T) {
	exceljs := `row 1: Schedule of the day
row 3: Date|Time|Type|Code|Share|Total|Done|Note|When
row 4: 2026-12-10|09:30|SIJ INJ R|00810|20%|3|TRUE|Café|2026-12-10 14:05
row 5: |COLON|0.3|||FALSE|two⏎lines
`
	for _, test := range []struct{ file, sheet, want string }{
		{"exceljs.xlsx", "Thursday", exceljs},
		{"exceljs-1904.xlsx", "Thursday", exceljs},
		{"sheetjs.xlsx", "Día 1", "row 1: Fecha|Hora|Cita\nrow 2: 2026-12-10|09:30|Infiltración\nrow 3: 1900-03-01|00:00|=1+1\nrow 4: 1900-02-28\n"},
	} {
		t.Run(test.file, func(t *testing.T) {
			got, err := Open(disk{}, filepath.Join("testdata", test.file))
			if err != nil {
				t.Fatal(err)
			}
			if got.Sheet != test.sheet {
				t.Errorf("read the sheet %q, want %q", got.Sheet, test.sheet)
			}
			if diff := cmp.Diff(test.want, shown(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
	got, err := Open(disk{}, "testdata/exceljs.xlsx")
	if err != nil || len(got.Other) != 1 || got.Other[0] != "Friday" {
		t.Errorf("sheets that were not read: %q, %v; want Friday, and not the hidden one", got.Other, err)
	}
	if where := got.Where(got.Rows[1], 2); where != "cell C3" {
		t.Errorf("the third cell of row 3 is called %q", where)
	}
}

// disk is the files of this folder.
type disk struct{}

func (disk) Stat(name string) (fs.FileInfo, error) { return os.Stat(name) }
func (disk) ReadFile(name string) ([]byte, error)  { return os.ReadFile(name) }

func TestMatch(t *testing.T) {
	headings := []Heading{
		{"date", []string{"appointment date", "date", "fecha"}},
		{"time", []string{"time", "hora"}},
		{"type", []string{"appointment type", "type"}},
	}
	for _, test := range []struct {
		header []string
		want   map[string]int
	}{
		{[]string{"Fecha", "HORA"}, map[string]int{"date": 0, "time": 1}},
		{[]string{"Date", "Appointment_Date", "Type"}, map[string]int{"date": 1, "type": 2}},
		{[]string{"Date of birth", "Time", "time"}, map[string]int{"time": 1}},
	} {
		if diff := cmp.Diff(test.want, Match(Row{Cells: test.header}, headings)); diff != "" {
			t.Errorf("%q: %s", test.header, diff)
		}
	}
	if got := Fold("  Día_de la\u00a0CITA (1ª) "); got != "dia de la cita 1ª" {
		t.Errorf("folded: %q", got)
	}
}

// refused is what Read says of bytes that are no table, in full.
func refused(t *testing.T, data []byte) string {
	t.Helper()
	_, err := Read("day.xlsx", data)
	e, ok := errors.AsType[*Error](err)
	if !ok {
		t.Fatalf("got %v, want a refusal in words", err)
	}
	return e.Error() + "; " + e.Hint()
}
