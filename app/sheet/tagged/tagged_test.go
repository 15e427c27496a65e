package tagged

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// drawn is a file as gofpdf writes it: two pages and a font, nothing more.
func drawn() []byte {
	stream := func(s string) string { return fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(s), s) }
	mark := func(n int) string {
		return fmt.Sprintf("/P <</MCID %d>> BDC\nBT /F1 13 Tf 50 700 Td (Hi) Tj ET\n/D0 Do\nEMC\n", n)
	}
	objects := []string{
		"<</Type /Pages\n/Kids [3 0 R 5 0 R ]\n/Count 2\n/MediaBox [0 0 612.00 792.00]\n>>",
		"<<\n/Font <<\n/F1 7 0 R\n>>\n/XObject <<\n>>\n>>",
		"<</Type /Page\n/Parent 1 0 R\n/Resources 2 0 R\n/Contents 4 0 R>>",
		stream(mark(0) + mark(1)),
		"<</Type /Page\n/Parent 1 0 R\n/Resources 2 0 R\n/Contents 6 0 R>>",
		stream(mark(0)),
		"<</Type /Font\n/BaseFont /ABCDEF+Face\n/Subtype /TrueType\n/FirstChar 32 /LastChar 255\n/Encoding /WinAnsiEncoding\n>>",
		"<<\n/Producer (x)\n>>",
		"<<\n/Type /Catalog\n/Pages 1 0 R\n>>",
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.3\n")
	var places []int
	for i, o := range objects {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, p := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<<\n/Size %d\n>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, at)
	return b.Bytes()
}

// document says of the marks in drawn that they are a heading and a paragraph
// that goes on over the page.
func document() (Document, Part) {
	square, err := Compress([]byte("0 0 9 9 re f"))
	if err != nil {
		panic(err)
	}
	letters, err := (&Letters{'H': 'H', 'i': 'ı'}).Table()
	if err != nil {
		panic(err)
	}
	return Document{
			Title: `Vor (nach) \ dem Röntgen`, Language: "de", Program: "Deskleaf & Co", Made: time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC),
		}, Part{
			Drawn: drawn(), Width: 612, Height: 792,
			Elements: []Element{
				{Kind: "Part", Kids: []Kid{{Element: 1}, {Element: 2}}},
				{Kind: "H1", Kids: []Kid{{Mark: 0}}},
				{Kind: "P", Language: "en", Kids: []Kid{{Mark: 1}, {Page: 1, Mark: 0}}},
			},
			Fonts:    map[string][]byte{"ABCDEF+Face": letters},
			Drawings: []Drawing{{Box: [4]float64{0, 0, 9, 9}, Content: square}},
		}
}

// written is a file of these parts.
func written(d Document, parts ...Part) ([]byte, error) {
	var b bytes.Buffer
	w := NewWriter(&b, d)
	for _, p := range parts {
		if err := w.Add(p); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}

func TestAFinishedFileIsSound(t *testing.T) {
	d, p := document()
	made, err := written(d, p)
	if err != nil {
		t.Fatal(err)
	}
	again, err := written(document())
	if err != nil || !bytes.Equal(made, again) {
		t.Errorf("the same input gives other bytes (%v)", err)
	}
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf is not installed")
	}
	path := filepath.Join(t.TempDir(), "made.pdf")
	if err := os.WriteFile(path, made, 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command(qpdf, "--check", path).CombinedOutput(); err != nil {
		t.Errorf("qpdf says: %s", said)
	}
	plain, err := exec.Command(qpdf, "--qdf", "--object-streams=disable", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"%PDF-1.7", "/Lang (de)", "/Lang (en)", "/S /H1", "/StructParents 1", "/Type /MCR", "/DisplayDocTitle true",
		"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Vor (nach) \\ dem Röntgen</rdf:li>", "Deskleaf &amp; Co",
		"<69><0131>", "/Marked true", "/S /Part", "/Subtype /Form", "/D0 ",
	} {
		if !bytes.Contains(plain, []byte(want)) {
			t.Errorf("%s is not in the file", want)
		}
	}
	if bytes.Contains(plain, []byte("WinAnsi")) {
		t.Error("a font still claims codes that it does not have")
	}
}

// TestWhatComesAgainIsWrittenOnce: two handouts of the same type are little larger
// than one, and a failing disk is told.
func TestWhatComesAgainIsWrittenOnce(t *testing.T) {
	d, p := document()
	one, err := written(d, p)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := NewWriter(&b, d)
	for i := range 3 {
		if i > 0 {
			w.AddBlank(612, 792)
		}
		if err := w.Add(p); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(b.Bytes(), []byte("/Subtype/Form")); n != 1 {
		t.Errorf("a drawing stands %d times in the file", n)
	}
	if more := b.Len() - len(one); more > len(one) {
		t.Errorf("one handout has %d bytes, and two more of them and two blank pages %d", len(one), more)
	}
	full := NewWriter(failing{}, d)
	if err := full.Add(p); err != nil {
		t.Fatal(err)
	}
	if err := full.Close(); err == nil || !strings.Contains(err.Error(), "disk full") {
		t.Errorf("a full disk is told as %v", err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWhatCannotBeTaggedIsAnError(t *testing.T) {
	tests := map[string]struct {
		file   func([]byte) []byte
		change func(*Part)
		says   string
	}{
		"no PDF":             {file: func([]byte) []byte { return []byte("hello") }, says: "not a file as gofpdf writes it"},
		"cut short":          {file: func(f []byte) []byte { return f[:len(f)/2] }, says: "not a file as gofpdf writes it"},
		"no tree":            {change: func(p *Part) { p.Elements = nil }, says: "no element"},
		"a forgotten mark":   {change: func(p *Part) { p.Elements[2].Kids = []Kid{{Mark: 2}} }, says: "page 1: mark 1 belongs to nothing"},
		"a page too many":    {change: func(p *Part) { p.Elements[2].Kids[1].Page = 2 }, says: "no page 3"},
		"an unknown font":    {change: func(p *Part) { p.Fonts = nil }, says: `letters of the font "ABCDEF+Face"`},
		"an object misnamed": {file: func(f []byte) []byte { return bytes.Replace(f, []byte("6 0 obj"), []byte("8 0 obj"), 1) }, says: "not a file"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d, p := document()
			if tt.file != nil {
				p.Drawn = tt.file(p.Drawn)
			}
			if tt.change != nil {
				tt.change(&p)
			}
			if _, err := written(d, p); err == nil || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("says %v, want %q in it", err, tt.says)
			}
		})
	}
}

func TestTextOfAPDF(t *testing.T) {
	for words, want := range map[string]string{
		"plain": "(plain)", `a(b)\c`: `(a\(b\)\\c)`, "é": "<FEFF00E9>", "": "()", "💊": "<FEFFD83DDC8A>", "a\nb": "<FEFF0061000A0062>",
	} {
		if got := string(text(words)); got != want {
			t.Errorf("%q is %s, want %s", words, got, want)
		}
	}
}

// FuzzAdd damages a file of gofpdf: it may be refused, but nothing panics.
func FuzzAdd(f *testing.F) {
	f.Add(uint16(20), []byte("0 obj"))
	f.Add(uint16(900), []byte("0000000000"))
	f.Fuzz(func(t *testing.T, at uint16, to []byte) {
		d, p := document()
		copy(p.Drawn[min(int(at), len(p.Drawn)):], to)
		_, _ = written(d, p)
	})
}
