package sheet

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// stacked is a PDF of several sheets.
func stacked(t testing.TB, leaves bool, sheets ...Sheet) []byte {
	t.Helper()
	var b bytes.Buffer
	s := NewStack(&b, About{Title: "The day", Language: "en", Printed: sheets[0].Printed})
	all := make([]*Pages, len(sheets))
	for i, one := range sheets {
		all[i] = paginate(t, one)
	}
	if err := s.AddAll(all, leaves); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSheetsOfADayStandInOneFile(t *testing.T) {
	program(t, "qpdf")
	all := variants()
	spanish := all["large"] // five pages
	spanish.Language = "es"
	spanish.Letterhead.Logo = testLogo(t, 300, 200)
	made := stacked(t, true, spanish, all["a4"], spanish)
	path := filepath.Join(t.TempDir(), "day.pdf")
	if err := os.WriteFile(path, made, 0o600); err != nil {
		t.Fatal(err)
	}
	c := &ruleCheck{readPDF: readBack(t, path), language: "en"}
	c.document()
	c.pages()
	c.tree()
	firsts := []int{0, 6, 8} // each on the front of a leaf
	n := 0
	for i, page := range strings.Split(string(output(t, "pdftotext", "-raw", path, "-")), "\f") {
		if strings.Contains(page, "Get ready for") {
			if n >= len(firsts) || i != firsts[n] {
				t.Errorf("a sheet begins on page %d, want them on %v, counted from 0", i, firsts)
			}
			n++
		}
	}
	if n != len(firsts) {
		t.Errorf("%d sheets, want %d", n, len(firsts))
	}
	for i, kid := range c.list(c.dict(c.dict(c.catalog()["/StructTreeRoot"])["/K"])["/K"]) {
		want := []string{"es", "", "es"}[i]
		if got := c.words(c.dict(kid)["/Lang"]); got != want {
			t.Errorf("sheet %d says that it is in %q, want %q", i+1, got, want)
		}
	}
}

func TestADayOf200IsSmall(t *testing.T) {
	logo, sheets := testLogo(t, 400, 300), make([]Sheet, 200)
	for i := range sheets {
		sheets[i] = sample()
		sheets[i].Letterhead.Running = fmt.Sprintf("SI joint injection · Thu, Dec %d, 2026 · patient %d", 1+i%30, i)
		sheets[i].Letterhead.Logo = logo
	}
	const most = 3_000_000
	if size := len(stacked(t, true, sheets...)); size > most {
		t.Errorf("a day of 200 handouts has %d bytes, more than %d", size, most)
	} else {
		t.Logf("%d bytes", size)
	}
}
