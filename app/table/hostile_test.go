package table

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
)

// packed is a workbook with one sheet of that XML.
func packed(t testing.TB, sheet string) []byte {
	return zipped(t, map[string]string{
		"_rels/.rels":                `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook><sheets><sheet name="S" r:id="b"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="b" Type="x/worksheet" Target="s.xml"/></Relationships>`,
		"xl/s.xml":                   sheet,
	})
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRefused(t *testing.T) {
	whole, err := os.ReadFile("testdata/exceljs.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	old, err := os.ReadFile("testdata/old.xls")
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(whole)
	for i := 2000; i < 2400; i++ {
		flipped[i] ^= 0x55
	}
	row := `<sheetData><row r="1"><c r="A1"><v>1</v></c></row>`
	for _, test := range []struct {
		name string
		data []byte
		want string
	}{
		{"nothing", nil, "every cell is empty"},
		{"empty rows", []byte(",,\n,\n"), "every cell is empty"},
		{"50 MB in one cell of text", bytes.Repeat([]byte("a"), 50<<20), "it has 50 MB, and a table may have 20"},
		{"5 MB in one cell of text", append([]byte("a,b\n1,"), bytes.Repeat([]byte("a"), 5<<20)...), "line 2, column 2: one cell holds more than 32767 letters"},
		{"50 MB in one cell", packed(t, `<sheetData><row><c t="str"><v>`+strings.Repeat("a", 50<<20)+`</v></c></row></sheetData>`), "one cell holds more than 32767 letters"},
		{"a cell of many small texts", packed(t, `<sheetData><row><c t="inlineStr"><is>`+strings.Repeat("<t>12345678</t>", 5000)+`</is></c></row></sheetData>`), "cell A1: one cell holds more than 32767 letters"},
		{"a zip bomb", packed(t, `<sheetData>`+strings.Repeat("<row><c><v>1</v></c></row><!-- "+strings.Repeat(" ", 1<<16)+"-->", 1200)), "unpacked, it has more than 64 MB"},
		{"rows without end", []byte(strings.Repeat("1,2\n", MostRows+1)), "line 100001: a table may have 100000 rows"},
		{"columns without end", []byte(strings.Repeat("1,", MostColumns) + "1"), "line 1, column 201: a table may have 200 columns"},
		{"a cell far to the right", packed(t, `<sheetData><row r="7"><c r="XFD7"><v>1</v></c></row></sheetData>`), "cell XFD7: a table may have 200 columns"},
		{"elements in elements", packed(t, strings.Repeat("<a>", 1<<20)), "no whole Excel workbook"},
		{"a sheet that breaks off", packed(t, row), "no whole Excel workbook"},
		{"half a workbook", whole[:len(whole)/2], "no whole Excel workbook"},
		{"flipped bits", flipped, "no whole Excel workbook"},
		{"a zip of something else", zipped(t, map[string]string{"a.txt": "x"}), "no whole Excel workbook"},
		{"an entity of its own", packed(t, `<!DOCTYPE a [<!ENTITY b "c">]><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData>`), "no whole Excel workbook"},
		{"an old workbook", old, "an old Excel file (.xls), or one with a password; save it as .xlsx or as CSV"},
		{"a PDF", []byte("%PDF-1.7"), "it is a PDF"},
		{"a web page", []byte("\r\n<html><table>"), "it is a web page"},
		{"a picture", []byte("\x89PNG\r\n\x1a\n\x00\x00"), "neither text nor an Excel workbook"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := refused(t, test.data); !strings.HasPrefix(got, "day.xlsx: ") || !strings.Contains(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestOpenRefuses(t *testing.T) {
	for path, want := range map[string]string{"testdata": "this is a folder", "testdata/none.csv": "there is no such file", "/dev/null": "a device"} {
		if _, err := Open(disk{}, path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", path, err, want)
		}
	}
}

// TestCells are cells that a workbook may have and no program in testdata writes.
func TestCells(t *testing.T) {
	for _, test := range []struct{ cells, want string }{
		{`<c><v>1</v></c><c><v>2</v></c>`, "1|2"},
		{`<c r="B1"><v>1.50</v></c>`, "|1.5"},
		{`<c><v>1E3</v></c><c><v>0.1E-3</v></c>`, "1000|0.0001"},
		{`<c t="d"><v>2026-12-10T09:30:00</v></c><c t="d"><v>2026-12-10T00:00:00</v></c>`, "2026-12-10 09:30|2026-12-10"},
		{`<c t="e"><v>#N/A</v></c>`, "#N/A"},
		{`<c><f>A1+1</f></c>`, "=A1+1"},
		{`<c t="str"><f>A1</f><v>a_x000D_b</v></c>`, "a\rb"},
		{`<c t="s"><v>7</v></c><c><v>1</v></c>`, "1"},
		{`<c t="inlineStr"><is><r><t>a</t></r><rPh><t>no</t></rPh><r><t> b</t></r></is></c>`, "a b"},
	} {
		got, err := Read("x", packed(t, `<sheetData><row>`+test.cells+`</row></sheetData>`))
		if err != nil || strings.Join(got.Rows[0].Cells, "|") != test.want {
			t.Errorf("%s: %v, %v; want %q", test.cells, got.Rows, err, test.want)
		}
	}
}

func TestStyles(t *testing.T) {
	for format, want := range map[string]style{
		"General": {}, "0.00": {}, "#,##0": {}, "@": {}, "0%": {percent: true}, "00000": {zeros: 5},
		"m/d/yyyy": {day: true}, "mmm-yy": {day: true}, "[$-409]dddd": {day: true}, `d "de" mmmm`: {day: true},
		"h:mm AM/PM": {clock: true}, "[h]:mm": {clock: true}, "mm:ss.0": {clock: true},
		"yyyy-mm-dd hh:mm;@": {day: true, clock: true}, `"Day "0`: {}, `\d0`: {}, "[Red]0": {},
	} {
		if got := styleOf(format); got != want {
			t.Errorf("%s: %+v, want %+v", format, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"testdata/exceljs.xlsx", "testdata/sheetjs.xlsx", "testdata/old.xls"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add(packed(f, `<sheetData><row r="3"><c r="B3" t="str"><v>x</v></c></row></sheetData>`))
	for _, text := range []string{"sep=;\na;b", "\"a\n\"\"\",\"", "\xff\xfea", "a\rb\r\n\nc,\"d\" ,e"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := Read("f", data)
		if err != nil {
			return
		}
		line := 0
		for _, r := range got.Rows {
			if r.Line <= line || len(r.Cells) == 0 || r.Cells[len(r.Cells)-1] == "" {
				t.Fatalf("row %v after line %d", r, line)
			}
			line = r.Line
		}
	})
}

func BenchmarkTenThousand(b *testing.B) {
	var text, sheet strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&text, "2026-12-10,%02d:30,SIJ INJ R,Dr. Ruiz,Main Street,right,en,standard,\"Patient, %d\"\n", i%24, i)
		fmt.Fprintf(&sheet, `<row r="%d">`, i+1)
		for c := range 9 {
			fmt.Fprintf(&sheet, `<c r="%s%d" t="str"><v>words of a cell</v></c>`, ColumnName(c), i+1)
		}
		sheet.WriteString("</row>")
	}
	for name, data := range map[string][]byte{"text": []byte(text.String()), "workbook": packed(b, "<sheetData>"+sheet.String()+"</sheetData>")} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if t, err := Read("x", data); err != nil || len(t.Rows) != 10_000 {
					b.Fatal(len(t.Rows), err)
				}
			}
		})
	}
}
