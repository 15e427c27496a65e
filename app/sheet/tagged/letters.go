package tagged

import (
	"bytes"
	"fmt"
	"slices"
	"unicode/utf16"
)

// encoding is the entry of a font that gofpdf writes and that says nothing true
// of a font with codes of its own.
var encoding = []byte("/Encoding /WinAnsiEncoding\n")

// withLetters is the dictionary of a font with the table of what its codes stand
// for, so that words can be searched, copied and read aloud.
func (a *adding) withLetters(dict []byte) ([]byte, error) {
	name := fontName(dict)
	table, ok := a.part.Fonts[name]
	if !ok || !bytes.Contains(dict, encoding) {
		return nil, fmt.Errorf("nothing is said of the letters of the font %q", name)
	}
	number := a.put(object{dict: []byte("<</Filter/FlateDecode>>"), stream: table})
	return bytes.Replace(dict, encoding, fmt.Appendf(nil, "/ToUnicode %d 0 R\n", number), 1), nil
}

// fontName is the name that a font has in the file.
func fontName(dict []byte) string {
	_, after, _ := bytes.Cut(dict, []byte("/BaseFont /"))
	name, _, _ := bytes.Cut(after, []byte("\n"))
	return string(name)
}

// Table is the letters as a CMap (ISO 32000-1, 9.10.3), compressed.
func (l *Letters) Table() ([]byte, error) {
	b := []byte(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Letters def
/CMapType 2 def
1 begincodespacerange
<00><FF>
endcodespacerange
`)
	var lines [][]byte
	for code, letter := range l {
		if letter != 0 {
			lines = append(lines, fmt.Appendf(nil, "<%02X><%s>\n", code, utf16Hex(letter)))
		}
	}
	for some := range slices.Chunk(lines, 100) { // as many as the format allows at once
		b = fmt.Appendf(b, "%d beginbfchar\n%sendbfchar\n", len(some), bytes.Join(some, nil))
	}
	return Compress(append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...))
}

func utf16Hex(letter rune) (hex string) {
	for _, unit := range utf16.Encode([]rune{letter}) {
		hex += fmt.Sprintf("%04X", unit)
	}
	return hex
}
