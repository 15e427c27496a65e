package tagged

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf16"
)

// text is words as a string of PDF: as they are where they are of printable
// ASCII, else in UTF-16 (ISO 32000-1, 7.9.2).
func text(words string) []byte {
	plain := !strings.ContainsFunc(words, func(r rune) bool { return r < ' ' || r > '~' })
	if plain {
		return []byte("(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(words) + ")")
	}
	b := []byte("<FEFF")
	for _, unit := range utf16.Encode([]rune(words)) {
		b = fmt.Appendf(b, "%04X", unit)
	}
	return append(b, '>')
}

// info is the dictionary that old readers show.
func (d *Document) info() []byte {
	made := text("D:" + d.Made.UTC().Format("20060102150405") + "+00'00'")
	return fmt.Appendf(nil, "<</Title%s/Creator%s/Producer%s/CreationDate%s/ModDate%s>>",
		text(d.Title), text(d.Program), text(d.Program), made, made)
}

// metadata is the same as XMP, with the claim to follow PDF/UA-1.
func (d *Document) metadata() []byte {
	escaped := func(words string) string {
		var b bytes.Buffer
		if err := xml.EscapeText(&b, []byte(words)); err != nil {
			panic(err) // a buffer takes everything
		}
		return b.String()
	}
	made := d.Made.UTC().Format(time.RFC3339)
	return fmt.Appendf(nil, `<?xpacket begin="%s" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>%s</xmp:CreatorTool>
<xmp:CreateDate>%s</xmp:CreateDate>
<xmp:ModifyDate>%s</xmp:ModifyDate>
<pdf:Producer>%s</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`,
		"\ufeff", escaped(d.Title), escaped(d.Language), escaped(d.Program), made, made, escaped(d.Program))
}

// encoding is the entry of a font that gofpdf writes and that says nothing true
// of a font with codes of its own.
var encoding = []byte("/Encoding /WinAnsiEncoding\n")

// nameLetters gives every font the table of what its codes stand for, so that
// words can be searched, copied and read aloud.
func (d *Document) nameLetters(f *file) error {
	for n := range f.objects {
		dict := f.objects[n].dict
		if !bytes.HasPrefix(dict, []byte("<</Type /Font\n")) {
			continue
		}
		name := fontName(dict)
		letters, ok := d.Fonts[name]
		if !ok || !bytes.Contains(dict, encoding) {
			return fmt.Errorf("nothing is said of the letters of the font %q", name)
		}
		table := f.add(object{dict: []byte("<<>>"), stream: letters.table()})
		f.objects[n].dict = bytes.Replace(dict, encoding, fmt.Appendf(nil, "/ToUnicode %d 0 R\n", table), 1)
	}
	return nil
}

// drawings is where the resources of all pages name what they can paint.
var drawings = []byte("/XObject <<\n")

// addDrawings adds the drawings to the resources of all pages.
func (d *Document) addDrawings(f *file) error {
	if len(d.Drawings) == 0 {
		return nil
	}
	at := slices.IndexFunc(f.objects, func(o object) bool { return bytes.Contains(o.dict, drawings) })
	if at < 0 {
		return errUnlike
	}
	names := slices.Clone(drawings)
	for i, one := range d.Drawings {
		n := f.add(object{
			dict:   fmt.Appendf(nil, "<</Type/XObject/Subtype/Form/BBox[%.2f %.2f %.2f %.2f]/Filter/FlateDecode>>", one.Box[0], one.Box[1], one.Box[2], one.Box[3]),
			stream: one.Content,
		})
		names = fmt.Appendf(names, "/D%d %d 0 R\n", i, n)
	}
	f.objects[at].dict = bytes.Replace(f.objects[at].dict, drawings, names, 1)
	return nil
}

// fontName is the name that a font has in the file.
func fontName(dict []byte) string {
	_, after, _ := bytes.Cut(dict, []byte("/BaseFont /"))
	name, _, _ := bytes.Cut(after, []byte("\n"))
	return string(name)
}

// table is the letters as a CMap (ISO 32000-1, 9.10.3).
func (l *Letters) table() []byte {
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
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}

func utf16Hex(letter rune) (hex string) {
	for _, unit := range utf16.Encode([]rune{letter}) {
		hex += fmt.Sprintf("%04X", unit)
	}
	return hex
}
