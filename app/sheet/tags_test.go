package sheet

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestFinishedFilesAreTaggedByTheRules checks every kind of sheet, as a file,
// against what PDF/UA-1 asks for and a program can tell.
func TestFinishedFilesAreTaggedByTheRules(t *testing.T) {
	program(t, "qpdf")
	for name, s := range odd() {
		t.Run(name, func(t *testing.T) {
			p := paginate(t, s)
			c := &ruleCheck{readPDF: readBack(t, saved(t, p)), language: s.Language}
			c.document()
			c.pages()
			c.tree()
			if got, want := len(c.pageMarks), len(p.List); got != want {
				t.Errorf("%d pages are marked, want %d", got, want)
			}
		})
	}
}

// A ruleCheck checks one file.
type ruleCheck struct {
	*readPDF
	language  string
	pageMarks map[string]int // by the page's reference, how many marks it has
	order     []string       // pages
	seen      []string       // marks in the order of the tree, "page mark"
	level     int            // of the heading before
	checked   map[string]bool
}

// document checks what is said of the file as a whole.
func (c *ruleCheck) document() {
	root := c.catalog()
	if got := c.words(root["/Lang"]); got != c.language {
		c.t.Errorf("the language is %q, want %q", got, c.language)
	}
	if c.dict(root["/MarkInfo"])["/Marked"] != true {
		c.t.Error("the file does not say that it is tagged")
	}
	if c.dict(root["/ViewerPreferences"])["/DisplayDocTitle"] != true {
		c.t.Error("the title is not shown")
	}
	meta := c.data(root["/Metadata"])
	if !strings.Contains(meta, "<pdfuaid:part>1</pdfuaid:part>") || !strings.Contains(meta, "<dc:title>") {
		c.t.Errorf("the metadata do not say what they must: %s", meta)
	}
}

// pages checks that all painting stands between marks, and that each mark leads
// to its element.
func (c *ruleCheck) pages() {
	root := c.catalog()
	structure := c.dict(root["/StructTreeRoot"])
	nums := c.list(c.dict(structure["/ParentTree"])["/Nums"])
	c.pageMarks, c.checked = map[string]int{}, map[string]bool{}
	for i, ref := range c.list(c.dict(root["/Pages"])["/Kids"]) {
		page := c.dict(ref)
		if page["/Tabs"] != "/S" || c.number(page["/StructParents"]) != i {
			c.t.Errorf("page %d: tabs %v, key %v", i+1, page["/Tabs"], page["/StructParents"])
		}
		c.order = append(c.order, ref.(string))
		owners := c.list(nums[2*i+1])
		next := 0
		content := ""
		if page["/Contents"] != nil {
			content = c.data(page["/Contents"])
		}
		for _, p := range paints(c.t, content) {
			switch {
			case p.tag == "" || p.deep != 1:
				c.t.Errorf("page %d: %s %q stands in %d marks", i+1, p.operator, p.codes, p.deep)
			case p.tag == "Artifact":
			case p.mcid == next:
				next++
				if kind := c.dict(owners[p.mcid])["/S"]; kind != "/"+p.tag {
					c.t.Errorf("page %d: mark %d is %s on the page and %v in the tree", i+1, p.mcid, p.tag, kind)
				}
			case p.mcid != next-1:
				c.t.Errorf("page %d: mark %d follows %d", i+1, p.mcid, next-1)
			}
			c.letters(c.dict(c.dict(page["/Resources"])["/Font"]), p)
		}
		if len(owners) != next {
			c.t.Errorf("page %d: %d marks, and %d of them known", i+1, next, len(owners))
		}
		c.pageMarks[ref.(string)] = next
	}
}

// subset is the name of a font that is cut down.
var subset = regexp.MustCompile(`^/[A-Z]{6}\+(SourceSans3-Regular|SourceSans3-Bold|DejaVuSans|DejaVuSans-Bold)$`)

// letters checks that a font is embedded, and knows the letters of these codes.
func (c *ruleCheck) letters(fonts map[string]readValue, p painted) {
	if p.operator != "Tj" {
		return
	}
	font := c.dict(fonts[p.font])
	if !c.checked[p.font] {
		c.checked[p.font] = true
		d := c.dict(font["/FontDescriptor"])
		name, _ := font["/BaseFont"].(string)
		if !subset.MatchString(name) || d["/FontName"] != name || len(c.data(d["/FontFile2"])) < 300 || font["/Encoding"] != nil || c.number(d["/Flags"]) != symbolic {
			c.t.Errorf("font %s: %v, %v", p.font, font, d)
		}
	}
	table := c.data(font["/ToUnicode"])
	widths := c.list(font["/Widths"])
	for _, code := range []byte(p.codes[1:]) {
		if !strings.Contains(table, fmt.Sprintf("\n<%02X><", code)) {
			c.t.Errorf("font %s: nothing says what letter %#x is", p.font, code)
		}
		if c.number(widths[code-firstCode]) < 0 {
			c.t.Errorf("font %s: no width for %#x", p.font, code)
		}
	}
}

// tree checks the elements from the document down.
func (c *ruleCheck) tree() {
	structure := c.catalog()["/StructTreeRoot"]
	top := c.dict(structure)["/K"]
	if c.dict(top)["/S"] != "/Document" {
		c.t.Fatalf("the tree begins with %v", top)
	}
	c.element(top, structure)
	for page, marks := range c.pageMarks {
		for m := range marks {
			if n := strings.Count(strings.Join(c.seen, "\n")+"\n", fmt.Sprintf("%03d %05d\n", slices.Index(c.order, page), m)); n != 1 {
				c.t.Errorf("mark %d of page %s stands %d times in the tree", m, page, n)
			}
		}
	}
	if !slices.IsSorted(c.seen) {
		c.t.Error("the tree is read in another order than the pages")
	}
}

// contains says what may stand directly in what; kinds that are not here may
// hold paragraphs of any sort.
var contains = map[string][]string{
	"/Document": {"/Part"}, "/Part": {"/Sect", "/Div"}, "/L": {"/LI"}, "/LI": {"/Lbl", "/LBody"}, "/Table": {"/TR"}, "/TR": {"/TH", "/TD"},
	"/H1": {"/Span"}, "/H2": {"/Span"}, "/P": {"/Span"}, "/Lbl": {"/Span"}, "/TH": {"/Span"}, "/TD": {"/Span"}, "/Span": {},
}

// element checks one element and what stands in it.
func (c *ruleCheck) element(ref, parent readValue) {
	e := c.dict(ref)
	kind, _ := e["/S"].(string)
	if e["/P"] != parent {
		c.t.Errorf("%s %v says that it stands in %v, not in %v", kind, ref, e["/P"], parent)
	}
	c.rules(kind, e)
	cells := 0
	for _, k := range c.list(e["/K"]) {
		page := e["/Pg"]
		switch d := c.dict(k); {
		case d["/Type"] == "/MCR":
			c.seen = append(c.seen, fmt.Sprintf("%03d %05d", slices.Index(c.order, d["/Pg"].(string)), c.number(d["/MCID"])))
		case d == nil:
			c.seen = append(c.seen, fmt.Sprintf("%03d %05d", slices.Index(c.order, page.(string)), c.number(k)))
		default:
			inner, _ := d["/S"].(string)
			if may, known := contains[kind]; known && !slices.Contains(may, inner) {
				c.t.Errorf("%s stands in %s", inner, kind)
			}
			cells++
			c.element(k, ref)
		}
	}
	if kind != "/TD" && kind != "/TH" && len(c.list(e["/K"])) == 0 {
		c.t.Errorf("%s %v holds nothing", kind, ref)
	}
}

// rules checks what must be said of some kinds.
func (c *ruleCheck) rules(kind string, e map[string]readValue) {
	attributes := c.dict(e["/A"])
	switch {
	case len(kind) == 3 && kind[1] == 'H' && kind[2] >= '1' && kind[2] <= '6':
		level := int(kind[2] - '0')
		if level > c.level+1 {
			c.t.Errorf("a heading of level %d follows one of level %d", level, c.level)
		}
		c.level = level
	case kind == "/Figure":
		if c.words(e["/Alt"]) == "" || len(c.list(attributes["/BBox"])) != 4 {
			c.t.Errorf("a figure without words or without its place: %v", e)
		}
	case kind == "/TH":
		if scope := attributes["/Scope"]; scope != "/Row" && scope != "/Column" {
			c.t.Errorf("a heading cell without a scope: %v", e)
		}
	case kind == "/Table":
		c.rows(e)
	}
}

// rows checks that the rows of a table have as many cells, and that it has heads.
func (c *ruleCheck) rows(table map[string]readValue) {
	cells, heads := -1, 0
	for _, row := range c.list(table["/K"]) {
		n := 0
		for _, cell := range c.list(c.dict(row)["/K"]) {
			n++
			if c.dict(cell)["/S"] == "/TH" {
				heads++
			}
		}
		if cells >= 0 && n != cells {
			c.t.Errorf("a row has %d cells and another %d", cells, n)
		}
		cells = n
	}
	if heads == 0 {
		c.t.Error("a table has no heads")
	}
}

// TestAListenerHearsEveryWordInOrder asks poppler for the words of the tree: band
// and letterhead once, then all of the sheet, and no foot.
func TestAListenerHearsEveryWordInOrder(t *testing.T) {
	program(t, "pdfinfo")
	for name, s := range odd() {
		t.Run(name, func(t *testing.T) {
			p := paginate(t, s)
			var heard strings.Builder
			for line := range strings.Lines(string(output(t, "pdfinfo", "-struct-text", "-enc", "UTF-8", saved(t, p)))) {
				if words, ok := strings.CutPrefix(strings.TrimSpace(line), `"`); ok {
					heard.WriteString(strings.TrimSuffix(words, `"`))
				}
			}
			var opening strings.Builder
			for _, op := range p.List[0].Ops {
				if text, ok := op.(TextOp); ok && p.Tree[text.Place].Parent == Opening {
					opening.WriteString(text.Text)
				}
			}
			want := unspaced(opening.String()) + unspaced(strings.Join(WordsOf(s), ""))
			if got := unspaced(heard.String()); got != want {
				t.Errorf("poppler hears something else: %s", firstDifference(got, want))
			}
		})
	}
}

// TestPagesAloneAreTaggedToo: a page that begins in the middle of a part, whose
// title is on another, skips no level of heading.
func TestPagesAloneAreTaggedToo(t *testing.T) {
	program(t, "qpdf")
	s := sample()
	s.Size = Large
	all := paginate(t, s)
	for i := range all.List {
		p := all.Only([]int{i, i + 1})
		c := &ruleCheck{readPDF: readBack(t, saved(t, p)), language: "en"}
		c.document()
		c.pages()
		c.tree()
		if len(c.pageMarks) != len(p.List) {
			t.Errorf("from page %d: %d pages are marked", i+1, len(c.pageMarks))
		}
	}
}

// TestWordsSayTheirLanguage: a run in another language than the sheet's is a span
// that says so, and so is read with the right voice.
func TestWordsSayTheirLanguage(t *testing.T) {
	s := sample()
	s.Parts[0].Blocks = append(s.Parts[0].Blocks, Paragraph{Text: Text{run("We speak "), {Text: "español", Lang: "es"}, run(" too, and "), {Text: "English", Lang: "en"}, run(".")}})
	p := paginate(t, s)
	c := readBack(t, saved(t, p))
	spans := map[string]int{}
	for ref := range c.objects {
		if ref == "trailer" {
			continue
		}
		if e := c.dict(strings.TrimPrefix(ref, "obj:")); e["/S"] == "/Span" && e["/Lang"] != nil {
			spans[c.words(e["/Lang"])] += len(c.list(e["/K"]))
		}
	}
	if len(spans) != 1 || spans["es"] != 1 {
		t.Errorf("the spans with a language are %v, want one in es", spans)
	}
}

func TestWordsDoNotRunTogether(t *testing.T) {
	heard := string(output(t, "pdfinfo", "-struct-text", "-enc", "UTF-8", saved(t, paginate(t, sample()))))
	for _, words := range []string{
		`"Now when you get this"`, `"Wed, Dec 9 the day before"`, `"Any hour (217) 555-0143"`,
		`"Side: RIGHT"`, `"Tell us every medicine you take. Do not stop a blood thinner on your own.`,
	} {
		if !strings.Contains(strings.ReplaceAll(heard, "\u00a0", " "), words) {
			t.Errorf("%s is not heard", words)
		}
	}
}
