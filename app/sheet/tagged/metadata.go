package tagged

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
	"unicode/utf16"
)

// text is words as a string of PDF: as they are where they are of printable
// ASCII, else in UTF-16 (ISO 32000-1, 7.9.2).
func text(words string) []byte {
	plain := !strings.ContainsFunc(words, func(r rune) bool { return r < ' ' || r > '~' })
	if plain {
		return []byte("(" + escape.Replace(words) + ")")
	}
	b := []byte("<FEFF")
	for _, unit := range utf16.Encode([]rune(words)) {
		b = fmt.Appendf(b, "%04X", unit)
	}
	return append(b, '>')
}

var escape = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`)

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
