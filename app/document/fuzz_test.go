package document_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deskleaf/app/document"
	"deskleaf/app/document/documenttest"
)

// seed adds the documents of testdata of one ending.
func seed(f *testing.F, ending string) {
	f.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", "*"+ending))
	if err != nil || len(names) == 0 {
		f.Fatal("no documents to begin with", err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
}

// read reads a document that may be anything, and holds what comes of it to what
// [document.Document] promises.
func read(t *testing.T, name string, data []byte) {
	t.Helper()
	d, err := document.Read(name, data)
	if err != nil {
		if why, ok := errors.AsType[*document.Error](err); !ok || why.Hint() == "" {
			t.Errorf("refused without a reason: %v", err)
		}
		return
	}
	if len(d.Blocks) == 0 || d.Language != "en" && d.Language != "es" {
		t.Errorf("an empty document, or in no language: %+v", d)
	}
	for _, b := range d.Blocks {
		if b.Text == "" || b.Text != strings.Join(strings.Fields(b.Text), " ") || (b.Kind == document.Heading || b.Kind == document.Item) != (b.Level > 0) {
			t.Errorf("a block that is none: %+v", b)
		}
	}
	for _, a := range d.Asides {
		if a.Text == "" || a.Place == "" {
			t.Errorf("an aside that is none: %+v", a)
		}
	}
}

func FuzzPage(f *testing.F) {
	seed(f, ".html")
	f.Add([]byte("<table><tr><td><ul><li>a<p>b</table><h1>c<div>d"))
	f.Fuzz(func(t *testing.T, data []byte) { read(t, "a.html", data) })
}

func FuzzMarkdown(f *testing.F) {
	seed(f, ".md")
	f.Fuzz(func(t *testing.T, data []byte) { read(t, "a.md", data) })
}

func FuzzText(f *testing.F) {
	seed(f, ".txt")
	f.Fuzz(func(t *testing.T, data []byte) { read(t, "a.txt", data) })
}

// FuzzWordFile changes a Word file's bytes, and FuzzWordText the text in it.
func FuzzWordFile(f *testing.F) {
	f.Add(documenttest.Word("# MRI", "- Rest", "| a | b"))
	f.Fuzz(func(t *testing.T, data []byte) { read(t, "a.docx", data) })
}

func FuzzWordText(f *testing.F) {
	f.Add("<w:p><w:r><w:t>Rest</w:t></w:r></w:p>", "<w:style w:styleId=\"a\"><w:basedOn w:val=\"a\"/></w:style>")
	f.Add("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "")
	f.Fuzz(func(t *testing.T, body, styles string) {
		read(t, "a.docx", documenttest.Zip(documenttest.Parts(body, map[string]string{"word/styles.xml": "<w:styles>" + styles + "</w:styles>"})))
	})
}

// TestNoWordIsLost writes pages and Word files by chance, of words that each stand
// once, and looks for all that somebody sees.
func TestNoWordIsLost(t *testing.T) {
	for n := range 300 {
		g := &generator{random: rand.New(rand.NewPCG(uint64(n), 7))}
		page, word := g.page(), documenttest.Zip(documenttest.Parts(g.wordBody(), nil))
		for name, data := range map[string][]byte{"a.html": []byte(page), "a.docx": word} {
			d, err := document.Read(name, data)
			if err != nil {
				t.Fatalf("%s: %v\n%s", name, err, page)
			}
			var all []string
			for _, b := range d.Blocks {
				all = append(all, b.Text)
			}
			for _, a := range d.Asides {
				all = append(all, a.Text)
			}
			have := " " + strings.Join(all, " ") + " "
			for _, w := range g.seen[name] {
				if strings.Count(have, " "+w+" ") != 1 {
					t.Fatalf("%s, by the chance of %d: %q stands %d times in\n%s\nof\n%s", name, n, w, strings.Count(have, " "+w+" "), have, page)
				}
			}
			if strings.Contains(have, "hidden") {
				t.Fatalf("%s, by the chance of %d: what nobody sees was read:\n%s", name, n, have)
			}
		}
	}
}

// A generator writes documents of words that each stand once.
type generator struct {
	random *rand.Rand
	words  int
	seen   map[string][]string // by document, what somebody sees
}

// say is some words that somebody sees in a document.
func (g *generator) say(document string) string {
	if g.seen == nil {
		g.seen = map[string][]string{}
	}
	var all []string
	for range 1 + g.random.IntN(6) {
		g.words++
		word := fmt.Sprintf("w%dx", g.words)
		g.seen[document] = append(g.seen[document], word)
		all = append(all, word)
	}
	return strings.Join(all, " ")
}

func (g *generator) pick(of ...string) string { return of[g.random.IntN(len(of))] }

// page is a web page.
func (g *generator) page() string {
	return "<!doctype html><body><p>" + g.say("a.html") + "</p>" + g.elements(4) + "</body>"
}

func (g *generator) elements(deep int) string {
	var b strings.Builder
	for range 1 + g.random.IntN(4) {
		switch g.random.IntN(8) {
		case 0:
			b.WriteString(" <script>hidden</script><p hidden>hidden</p><!-- hidden --><style>hidden</style> ")
		case 1:
			tag := g.pick("h1", "h2", "h3", "b", "a href=x", "td", "br", "s", "span", "option", "button", "summary")
			name, _, _ := strings.Cut(tag, " ")
			b.WriteString(" <" + tag + "> " + g.say("a.html") + " </" + name + "> ")
		case 2:
			b.WriteString(" " + g.say("a.html") + " ")
		default:
			tag := g.pick("p", "div", "ul", "li", "main", "article", "nav", "header", "footer", "aside", "form", "table", "tr", "td", "dl", "dd", "section", "blockquote", "pre", "details")
			class := g.pick("", "", "", ` class="menu"`, ` class="ad-slot"`, ` role="banner"`, ` class="prep"`)
			if deep > 0 {
				b.WriteString(" <" + tag + class + "> " + g.elements(deep-1) + " </" + tag + "> ")
			}
		}
	}
	return b.String()
}

// wordBody is the body of a Word file.
func (g *generator) wordBody() string {
	var b strings.Builder
	run := func(about, mark string) string {
		return "<w:r><w:rPr>" + about + "</w:rPr><w:" + mark + "> " + g.say("a.docx") + " </w:" + mark + "></w:r>"
	}
	hidden := "<w:del><w:r><w:delText> hidden </w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden </w:t></w:r>"
	paragraph := func() string {
		text := "<w:p><w:pPr>" + g.pick("", `<w:pStyle w:val="Ttulo1"/>`, `<w:pStyle w:val="TOC1"/>`, `<w:numPr><w:numId w:val="1"/></w:numPr>`) + "</w:pPr>"
		for range 1 + g.random.IntN(3) {
			text += run(g.pick("", "<w:b/>", "<w:strike/>"), "t") + g.pick("", "<w:r><w:br/></w:r>", hidden)
		}
		return text + "</w:p>"
	}
	b.WriteString("<w:p>" + run("", "t") + "</w:p>")
	for range 1 + g.random.IntN(8) {
		switch g.random.IntN(4) {
		case 0:
			b.WriteString("<w:tbl>")
			for range 1 + g.random.IntN(3) {
				b.WriteString("<w:tr>")
				for range 1 + g.random.IntN(3) {
					b.WriteString("<w:tc>" + paragraph())
					switch g.random.IntN(3) {
					case 0:
						b.WriteString(paragraph())
					case 1:
						b.WriteString("<w:tbl><w:tr><w:tc>" + paragraph() + "</w:tc><w:tc>" + paragraph() + "</w:tc></w:tr></w:tbl>")
					}
					b.WriteString("</w:tc>")
				}
				b.WriteString("</w:tr>")
			}
			b.WriteString("</w:tbl>")
		case 1:
			b.WriteString("<w:p><w:r><w:txbxContent>" + paragraph() + "</w:txbxContent></w:r>" + run("", "t") + "</w:p>")
		default:
			b.WriteString(paragraph())
		}
	}
	return b.String()
}
