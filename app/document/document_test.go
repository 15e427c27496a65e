package document_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"deskleaf/app/document"
	"deskleaf/app/document/documenttest"
	"deskleaf/app/store"
	"deskleaf/assets/goldentest"
)

// told is a document in a form to compare.
func told(d document.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title %q in %s\n", d.Title, d.Language)
	for _, x := range d.Blocks {
		kind := map[document.Kind]string{document.Paragraph: "paragraph", document.Heading: "heading", document.Item: "item", document.Row: "row"}[x.Kind]
		fmt.Fprintf(&b, "%s %d: %s\n", kind, x.Level, x.Text)
	}
	for _, a := range d.Asides {
		fmt.Fprintf(&b, "aside %s: %s\n", a.Place, a.Text)
	}
	for _, c := range d.Codes {
		fmt.Fprintf(&b, "code %s %s (%s)\n", c.System, c.Number, c.Near)
	}
	return b.String()
}

func TestDocuments(t *testing.T) {
	for _, name := range []string{"colonoscopy.html", "injection.md", "resonancia.txt", "pasted.txt", "endoscopy.txt"} {
		d, err := document.Open(store.OS{}, filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		got := told(d)
		if strings.Contains(got, "never seen") {
			t.Errorf("%s: what nobody sees was read", name)
		}
		goldentest.Hold(t, "testdata/"+name+".golden", got)
	}
}

func TestWordFile(t *testing.T) {
	d, err := document.Read("prep.docx", documenttest.Word(
		"^ Lakeside Clinic", "# Sleep study", "A night in our sleep lab shows how you breathe.", "## What to bring", "- Pajamas", "-- no silk", "| 7 pm | Be here.",
		"| 6 am | Go home.", "The end & a <mark>."))
	if err != nil {
		t.Fatal(err)
	}
	want := `title "Sleep study" in en
heading 1: Sleep study
paragraph 0: A night in our sleep lab shows how you breathe.
heading 2: What to bring
item 1: Pajamas
item 2: no silk
row 0: 7 pm | Be here.
row 0: 6 am | Go home.
paragraph 0: The end & a <mark>.
aside margin: Lakeside Clinic
`
	if got := told(d); got != want {
		t.Errorf("it is read as\n%s", got)
	}
}

// What Word files hold that only looks like text, or like none.
func TestWordFileInDetail(t *testing.T) {
	p := func(about, runs string) string { return "<w:p><w:pPr>" + about + "</w:pPr>" + runs + "</w:p>" }
	r := func(about, text string) string {
		return "<w:r><w:rPr>" + about + "</w:rPr><w:t>" + text + "</w:t></w:r>"
	}
	for name, c := range map[string]struct{ body, want string }{
		"a style that is based on a heading": {p(`<w:pStyle w:val="Ours"/>`, r("", "Risks")) + p("", r("", "x")), "heading 2: Risks\nparagraph 0: x\n"},
		"the title":                          {p(`<w:pStyle w:val="Title"/>`, r("", "MRI")) + p("", r("", "x")), "title \"MRI\" in en\nheading 1: MRI\nparagraph 0: x\n"},
		"an outline level":                   {p(`<w:outlineLvl w:val="2"/>`, r("", "Risks")) + p("", r("", "x")), "heading 3: Risks\nparagraph 0: x\n"},
		"a short bold line":                  {p("", r("<w:b/>", "The day before")) + p("", r("", "x")), "title \"The day before\" in en\nheading 7: The day before\nparagraph 0: x\n"},
		"a bold word":                        {p("", r("<w:b/>", "Rest")+r(`<w:b w:val="0"/>`, " at home")), "paragraph 0: Rest at home\n"},
		"a word in pieces":                   {p("", r("", "Pre")+r("<w:i/>", "para")+r("", "tion")), "paragraph 0: Preparation\n"},
		"deleted and moved words":            {p("", r("", "Rest")+"<w:del>"+r("", " never")+"</w:del><w:moveFrom>"+r("", " never")+"</w:moveFrom><w:ins>"+r("", " now")+"</w:ins>"), "paragraph 0: Rest now\n"},
		"deleted text":                       {p("", `<w:r><w:delText>never</w:delText></w:r>`+r("", "Rest")), "paragraph 0: Rest\n"},
		"hidden words":                       {p("", r("<w:vanish/>", "never")+r("", "Rest")), "paragraph 0: Rest\n"},
		"crossed out":                        {p("", r("<w:strike/>", "Fast")+r("", "Rest")), "paragraph 0: Rest\naside crossed: Fast\n"},
		"fields":                             {p("", `<w:r><w:instrText>PAGE never</w:instrText></w:r>`+r("", "Rest")), "paragraph 0: Rest\n"},
		"a line break in a sentence":         {p("", `<w:r><w:t>Rest at</w:t><w:br/><w:t>home.</w:t></w:r>`), "paragraph 0: Rest at home.\n"},
		"lines typed as a list":              {p("", `<w:r><w:t>• Rest</w:t><w:br/><w:t>• Drink</w:t></w:r>`), "item 1: Rest\nitem 1: Drink\n"},
		"a number typed before an item":      {p("", r("", "2) Drink water")), "item 1: Drink water\n"},
		"no list after all":                  {p(`<w:numPr><w:numId w:val="0"/></w:numPr>`, r("", "Rest now")), "paragraph 0: Rest now\n"},
		"a table of contents":                {p(`<w:pStyle w:val="TOC1"/>`, r("", "Risks 2")) + p("", r("", "x")), "paragraph 0: x\naside contents: Risks 2\n"},
		"a text box, drawn twice": {p("", `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>`+p("", r("", "Call us."))+`</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>`+
			p("", r("", "Call us."))+`</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`+r("", "Rest")), "paragraph 0: Call us.\nparagraph 0: Rest\n"},
		"a table that holds two columns": {"<w:tbl><w:tr><w:tc>" + p(`<w:pStyle w:val="Ttulo2"/>`, r("", "Before")) + p("", r("", "a")) + "</w:tc><w:tc>" + p(`<w:pStyle w:val="Ttulo2"/>`, r("", "After")) +
			p("", r("", "b")) + "</w:tc></w:tr></w:tbl>", "heading 2: Before\nparagraph 0: a\nheading 2: After\nparagraph 0: b\n"},
		"names of columns": {"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>" + p("", r("", "When")) + "</w:tc><w:tc>" + p("", r("", "What")) + "</w:tc></w:tr><w:tr><w:tc>" + p("", r("", "6 am")) +
			"</w:tc><w:tc>" + p("", r("", "Drink")) + "</w:tc></w:tr></w:tbl>", "row 0: 6 am | Drink\naside columns: When What\n"},
		"a link": {p("", `<w:hyperlink>`+r("", "Rest")+`</w:hyperlink>`), "paragraph 0: Rest\n"},
	} {
		d, err := document.Read("a.docx", documenttest.Zip(documenttest.Parts(c.body, nil)))
		want := c.want
		if !strings.HasPrefix(want, "title") {
			want = "title \"\" in en\n" + want
		}
		if got := told(d); err != nil || got != want {
			t.Errorf("%s: %v\n%s", name, err, got)
		}
	}
	notes := documenttest.Parts(p("", r("", "Rest")), map[string]string{"word/footnotes.xml": "<w:footnotes><w:footnote>" + p("", r("", "See page 2")) + "</w:footnote></w:footnotes>"})
	if d, err := document.Read("a.docx", documenttest.Zip(notes)); err != nil || !strings.Contains(told(d), "aside footnote: See page 2\n") {
		t.Errorf("footnotes: %v\n%s", err, told(d))
	}
}

// What cannot be read is told with the reason, and harms nothing.
func TestWhatCannotBeRead(t *testing.T) {
	word := documenttest.Word("# Rest", "Rest at home.")
	bomb := documenttest.Zip(documenttest.Parts("<w:p>"+strings.Repeat(`<w:r a="`+strings.Repeat(" ", 1000)+`"/>`, 70_000)+"</w:p>", nil))
	for name, c := range map[string]struct {
		file string
		data []byte
		want document.Reason
	}{
		"an old Word file":       {"a.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), document.OldWord},
		"a PDF":                  {"a.pdf", []byte("%PDF-1.7"), document.PDF},
		"a PDF called otherwise": {"a.docx", []byte("%PDF-1.7"), document.PDF},
		"rich text":              {"a.rtf", []byte(`{\rtf1 Rest}`), document.RichText},
		"a picture":              {"a.txt", []byte("\x89PNG\r\n\x1a\n"), document.NoText},
		"zeros":                  {"a.txt", make([]byte, 100), document.NoText},
		"nothing":                {"a.txt", nil, document.Empty},
		"only space":             {"a.md", []byte(" \n\u00a0\n"), document.Empty},
		"a page of scripts":      {"a.html", []byte("<html><script>x</script>"), document.Empty},
		"a large file":           {"a.txt", []byte(strings.Repeat("a ", 6<<20)), document.Large},
		"a book":                 {"a.txt", []byte(strings.Repeat("a ", 30_000)), document.Long},
		"half a Word file":       {"a.docx", word[:len(word)/2], document.Damaged},
		"another zip":            {"a.docx", documenttest.Zip(map[string]string{"a.txt": "Rest"}), document.OtherZip},
		"a workbook": {"a.docx", documenttest.Zip(map[string]string{
			"_rels/.rels": `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`, "xl/workbook.xml": "<workbook/>"}), document.OtherZip},
		"a zip bomb":           {"a.docx", bomb, document.Large},
		"a part outside":       {"a.docx", documenttest.Zip(documenttest.Parts("<w:p/>", map[string]string{"word/../../up.xml": "x"})), document.Damaged},
		"elements in elements": {"a.docx", documenttest.Zip(documenttest.Parts(strings.Repeat("<w:p>", 5000), nil)), document.Damaged},
		"an entity of its own": {"a.docx", documenttest.Zip(documenttest.Parts(`<w:p><w:r><w:t>&b;</w:t></w:r></w:p>`, nil)), document.Damaged},
		"an outside entity": {"a.docx", documenttest.Zip(map[string]string{
			"_rels/.rels":       `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`,
			"word/document.xml": `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`}), document.Damaged},
		"marks in marks":                 {"a.md", []byte(strings.Repeat("> ", 1000) + "Rest"), document.TooNested},
		"a text of marks":                {"a.md", []byte(strings.Repeat("*a_ **b [c ", 10_000)), document.TooNested},
		"a page of elements":             {"a.html", []byte("<html>" + strings.Repeat("<i></i>", 250_000) + "Rest"), document.TooNested},
		"a page of elements in elements": {"a.html", []byte("<html>" + strings.Repeat("<div>", 100_000) + "Rest"), document.TooNested},
	} {
		_, err := document.Read(c.file, c.data)
		why, ok := errors.AsType[*document.Error](err)
		if !ok || why.Reason != c.want || why.Hint() == "" || !strings.Contains(why.Error(), c.file) {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		}
	}
	if len(bomb) > document.MostBytes {
		t.Errorf("the zip bomb has %d bytes, so that it is refused for its size alone", len(bomb))
	}
	for path, want := range map[string]document.Reason{"nowhere.txt": document.Missing, "testdata": document.Folder} {
		if why, ok := errors.AsType[*document.Error](openError(path)); !ok || why.Reason != want {
			t.Errorf("%s: got %v", path, why)
		}
	}
}

func openError(path string) error {
	_, err := document.Open(store.OS{}, path)
	return err
}

// A paste is read by what it is, since it has no name.
func TestPasted(t *testing.T) {
	for text, want := range map[string]string{
		"# Rest\nat home":                         "heading 1: Rest\nparagraph 0: at home\n",
		"Rest\n====\nat home":                     "heading 2: Rest\nparagraph 0: at home\n",
		"<!doctype html><h2>Rest</h2>at home":     "heading 2: Rest\nparagraph 0: at home\n",
		"6 am\tDrink water":                       "row 0: 6 am | Drink water\n",
		"Rest:\n– at home\n– in bed":              "heading 8: Rest:\nitem 1: at home\nitem 1: in bed\n",
		"I have 2. They are old.":                 "paragraph 0: I have 2. They are old.\n",
		"a\u200bb c\u00add\r\n\r\n\ufeffe\u00a0f": "heading 1: ab cd\nparagraph 0: e f\n",
	} {
		d, err := document.Pasted(text)
		if got := told(d); err != nil || got != "title "+fmt.Sprintf("%q", d.Title)+" in en\n"+want {
			t.Errorf("%q: %v\n%s", text, err, got)
		}
	}
}
