// Package documenttest makes Word files for tests.
package documenttest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Word is a Word file (.docx) with a line each of these: "# " and "## " are headings,
// in the styles of a Spanish Word; "- " and "-- " are items of a list and of one in it;
// "| a | b" is a row of a table; "^ " stands in the page's head; others are paragraphs.
func Word(lines ...string) []byte {
	var body, head strings.Builder
	table := false
	for _, line := range lines {
		mark, text, marked := strings.Cut(line, " ")
		if row := marked && mark == "|"; row != table {
			body.WriteString(map[bool]string{true: "<w:tbl>", false: "</w:tbl>"}[row])
			table = row
		}
		switch {
		case marked && mark == "#":
			body.WriteString(paragraph(`<w:pStyle w:val="Ttulo1"/>`, text))
		case marked && mark == "##":
			body.WriteString(paragraph(`<w:pStyle w:val="Ttulo2"/>`, text))
		case marked && (mark == "-" || mark == "--"):
			body.WriteString(paragraph(fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="1"/></w:numPr>`, len(mark)-1), text))
		case marked && mark == "^":
			head.WriteString(paragraph("", text))
		case table:
			body.WriteString("<w:tr>")
			for cell := range strings.SplitSeq(text, " | ") {
				body.WriteString("<w:tc>" + paragraph("", cell) + "</w:tc>")
			}
			body.WriteString("</w:tr>")
		default:
			body.WriteString(paragraph("", line))
		}
	}
	if table {
		body.WriteString("</w:tbl>")
	}
	return Zip(Parts(body.String(), map[string]string{"word/header1.xml": "<w:hdr>" + head.String() + "</w:hdr>"}))
}

func paragraph(about, text string) string {
	var escaped bytes.Buffer
	_ = xml.EscapeText(&escaped, []byte(text)) // a buffer takes all
	return "<w:p><w:pPr>" + about + "</w:pPr><w:r><w:t>" + escaped.String() + "</w:t></w:r></w:p>"
}

// Parts are those of a Word file with a body, and others beside it: a page's head is
// word/header1.xml, notes are word/footnotes.xml.
func Parts(body string, others map[string]string) map[string]string {
	parts := map[string]string{
		"_rels/.rels": `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels": `<Relationships><Relationship Id="a" Type="x/styles" Target="styles.xml"/>` +
			`<Relationship Id="b" Type="x/header" Target="header1.xml"/><Relationship Id="c" Type="x/footnotes" Target="footnotes.xml"/>` +
			`<Relationship Id="d" Type="x/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>`,
		"word/styles.xml": `<w:styles><w:style w:styleId="Ttulo1"><w:name w:val="heading 1"/></w:style>` +
			`<w:style w:styleId="Ttulo2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Ours"><w:name w:val="Our headings"/><w:basedOn w:val="Ttulo2"/></w:style>` +
			`<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style><w:style w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`,
		"word/document.xml": "<w:document><w:body>" + body + "</w:body></w:document>",
	}
	maps.Copy(parts, others)
	return parts
}

// Zip packs parts.
func Zip(parts map[string]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		f, err := z.Create(name)
		if err == nil {
			_, err = f.Write([]byte(parts[name]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}
