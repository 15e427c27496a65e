package sheet

// What the tests ask of gofpdf itself: the one file beside pdf.go that knows it.

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"
)

// plainGofpdf sets lines with gofpdf alone.
func plainGofpdf(b *testing.B, regular, bold []byte, lines []string) {
	doc := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: 612, Ht: 792}})
	doc.AddUTF8FontFromBytes("regular", "", bytes.Clone(regular))
	doc.AddUTF8FontFromBytes("bold", "", bytes.Clone(bold))
	doc.AddPage()
	for _, l := range lines {
		family, size := "regular", 13.0
		if l == strings.ToUpper(l) {
			family, size = "bold", 16
		}
		doc.SetFont(family, "", size)
		doc.MultiCell(0, size*1.2, l, "", "L", false)
	}
	if err := doc.Output(io.Discard); err != nil {
		b.Fatal(err)
	}
}
