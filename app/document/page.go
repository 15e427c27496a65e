package document

import (
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageStart is how a page begins, behind space and comments.
var pageStart = regexp.MustCompile(`(?is)^\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|body)\b`)

// isPage reports whether a text is a web page, also where its file is called
// otherwise.
func isPage(text string) bool { return pageStart.MatchString(text[:min(len(text), 4096)]) }

// readPage reads a web page.
func readPage(d *Document, text string) Reason {
	root, err := html.Parse(&patient{from: strings.NewReader(text), until: time.Now().Add(longestParse)})
	if err != nil {
		return TooNested
	}
	before := d.Asides
	p := &pageReader{document: d, sizes: map[*html.Node]size{}, around: map[*html.Node]bool{}}
	p.whole = p.measure(root, false).letters
	if len(p.sizes) > mostElements {
		return TooNested
	}
	p.main = p.mainOf()
	for up := p.main; up != nil; up = up.Parent {
		p.around[up] = true
	}
	p.walk(root)
	p.flush()
	if len(p.blocks) == 0 { // the page calls all of itself a menu
		d.Asides = before
		p = &pageReader{document: d, bare: true}
		p.walk(root)
		p.flush()
	}
	d.Blocks = p.blocks
	d.Title = p.titleOf(root)
	return ""
}

// mostElements is how many elements a page may have. Large ones have some ten thousand.
const mostElements = 200_000

// longestParse is how long a page may take to be understood. One of 10 MB takes a
// second; only tags that are closed in another order than they were opened, by the
// hundred thousand, take longer.
const longestParse = 8 * time.Second

// patient reads until a time.
type patient struct {
	from  io.Reader
	until time.Time
}

func (p *patient) Read(b []byte) (int, error) {
	if time.Now().After(p.until) {
		return 0, errSlow
	}
	return p.from.Read(b)
}

var errSlow = errors.New("the page takes too long")

// A size is how many letters that somebody sees stand in an element, and how many of
// them in links; and whether a heading of the first level is among it.
type size struct {
	letters, linked, links int
	title                  bool
}

// A pageReader walks through a page. The parser bounds how deep elements stand in each
// other (512), so that walking down by calls is safe.
type pageReader struct {
	document *Document
	sizes    map[*html.Node]size
	whole    int                 // letters that are seen on the page
	main     *html.Node          // what the page marks as its matter; nil for nothing
	around   map[*html.Node]bool // the elements that main stands in
	bare     bool                // take all for what the page says
	blocks   []Block
	at       Block           // the block under way
	text     strings.Builder // its text
	bold     int             // letters of it that are bold
	letters  int
	inBold   int // open elements that are
	inMain   bool
	lists    int // open lists
}

// unseen are elements of which nothing is seen as text.
var unseen = []atom.Atom{
	atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Canvas, atom.Iframe, atom.Object,
	atom.Video, atom.Audio, atom.Map, atom.Datalist,
}

// isUnseen reports whether nobody sees what is in an element.
func isUnseen(n *html.Node) bool {
	if n.Type == html.CommentNode || n.Type == html.DoctypeNode {
		return true
	}
	if n.Type != html.ElementNode {
		return false
	}
	if slices.Contains(unseen, n.DataAtom) {
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		case "class":
			if slices.ContainsFunc(tokensOf(a.Val), func(t string) bool { return t == "sr-only" || t == "visually-hidden" || t == "screen-reader-text" }) {
				return true
			}
		}
	}
	return false
}

// measure counts what is seen in an element and all in it.
func (p *pageReader) measure(n *html.Node, linked bool) size {
	if isUnseen(n) {
		return size{}
	}
	if n.Type == html.TextNode {
		s := size{letters: len(line(n.Data))}
		if linked {
			s.linked = s.letters
		}
		return s
	}
	all := size{title: n.DataAtom == atom.H1}
	if n.DataAtom == atom.A && hasAttribute(n, "href") {
		linked, all.links = true, 1
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s := p.measure(c, linked)
		all.letters, all.linked, all.links, all.title = all.letters+s.letters, all.linked+s.linked, all.links+s.links, all.title || s.title
	}
	p.sizes[n] = all
	return all
}

// leastMain is the part of what is seen on a page that must stand in what it marks as
// its matter, in hundredths. Where less does, the mark is wrong.
const leastMain = 25

// mainOf is the element that the page marks as its matter: main, or the only article.
func (p *pageReader) mainOf() *html.Node {
	var mains, articles []*html.Node
	for n := range p.sizes {
		switch {
		case n.DataAtom == atom.Main || attribute(n, "role") == "main":
			mains = append(mains, n)
		case n.DataAtom == atom.Article:
			articles = append(articles, n)
		}
	}
	for _, found := range [][]*html.Node{mains, articles} {
		if len(found) == 1 && p.sizes[found[0]].letters*100 >= p.whole*leastMain {
			return found[0]
		}
	}
	return nil
}

// titleOf is what the page calls itself: its first heading of the first level, else
// its title without the name of the site.
func (p *pageReader) titleOf(root *html.Node) string {
	for _, b := range p.blocks {
		if b.Kind == Heading && b.Level == 1 {
			return b.Text
		}
	}
	if title := first(root, atom.Title); title != nil && title.FirstChild != nil {
		text := line(title.FirstChild.Data)
		if i := strings.IndexAny(text, "|–—"); i > 0 {
			text = text[:i]
		}
		return strings.TrimSpace(text)
	}
	return ""
}

func first(n *html.Node, a atom.Atom) *html.Node {
	for c := range n.Descendants() {
		if c.DataAtom == a {
			return c
		}
	}
	return nil
}

// walk goes through an element.
func (p *pageReader) walk(n *html.Node) {
	switch {
	case isUnseen(n):
		return
	case n.Type == html.TextNode:
		p.say(n.Data, preformatted(n))
		return
	case n.Type == html.ElementNode && !p.bare && p.isFurniture(n):
		p.flush()
		p.document.aside(Menu, p.all(n))
		return
	}
	if n == p.main {
		p.flush()
		p.inMain = true
		defer func() { p.inMain = false }()
	}
	if n.Type == html.ElementNode {
		p.element(n)
		return
	}
	p.children(n)
}

func (p *pageReader) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.walk(c)
	}
}

// breaks are elements that begin a block of their own.
var breaks = []atom.Atom{
	atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Aside, atom.Nav, atom.Blockquote, atom.Pre, atom.Dl,
	atom.Dd, atom.Dt, atom.Figure, atom.Figcaption, atom.Address, atom.Fieldset, atom.Legend, atom.Details, atom.Summary, atom.Hr, atom.Table,
	atom.Caption, atom.Form, atom.Body, atom.Center, atom.Option,
}

// element goes through an element of the page's own text.
func (p *pageReader) element(n *html.Node) {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		p.block(n, Block{Kind: Heading, Level: int(n.Data[1] - '0')})
	case atom.Dt, atom.Summary:
		p.block(n, Block{Kind: Heading, Level: 6})
	case atom.Ul, atom.Ol:
		p.flush()
		p.lists++
		p.children(n)
		p.lists--
		p.flush()
	case atom.Li:
		p.block(n, Block{Kind: Item, Level: max(p.lists, 1)})
	case atom.Tr:
		p.row(n)
	case atom.Br:
		p.text.WriteByte('\n')
	case atom.B, atom.Strong:
		p.inBold++
		p.children(n)
		p.inBold--
	case atom.S, atom.Strike, atom.Del:
		p.document.aside(Crossed, p.all(n))
	default:
		if !slices.Contains(breaks, n.DataAtom) {
			p.children(n)
			return
		}
		before := p.flush()
		p.children(n)
		p.flush()
		p.at = before
	}
}

// block goes through an element that is a block of a kind.
func (p *pageReader) block(n *html.Node, b Block) {
	before := p.flush()
	p.at = b
	p.children(n)
	p.flush()
	p.at = Block{}
	if before.Kind == Item && b.Kind == Item {
		p.at = before // what follows a list in an item
	}
}

// row goes through a row of a table.
func (p *pageReader) row(n *html.Node) {
	p.flush()
	before := p.blocks
	var cells [][]Block
	names := true // only names of columns
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th || isUnseen(c) {
			continue
		}
		p.blocks, p.at = nil, Block{}
		p.walk(c)
		p.flush()
		cells = append(cells, p.blocks)
		names = names && c.DataAtom == atom.Th
	}
	p.at = Block{}
	if names && len(cells) > 1 {
		p.document.aside(Columns, p.all(n))
		cells = nil
	}
	p.blocks = append(before, rowOf(cells)...)
}

// say adds a text to the block under way. Line breaks in it are spaces, but where the
// page says that it is set already.
func (p *pageReader) say(text string, set bool) {
	if !set {
		text = strings.NewReplacer("\n", " ", "\r", " ").Replace(text)
	}
	p.text.WriteString(text)
	letters := len(strings.TrimSpace(text))
	if p.letters += letters; p.inBold > 0 {
		p.bold += letters
	}
}

// flush ends the block under way, and gives what kind it was.
func (p *pageReader) flush() Block {
	b := p.at
	b.Text = p.text.String()
	if strings.TrimSpace(b.Text) != "" {
		if b.Kind == Paragraph && p.letters > 0 && p.bold == p.letters && isBrief(b.Text) {
			b.Kind, b.Level = Heading, boldLevel
		}
		if p.main != nil && !p.inMain {
			p.document.aside(Outside, b.Text)
		} else {
			p.blocks = append(p.blocks, b)
		}
		if p.at.Kind == Heading {
			p.at = Block{}
		}
	}
	p.text.Reset()
	p.bold, p.letters = 0, 0
	return p.at
}

// all is all that is seen in an element.
func (p *pageReader) all(n *html.Node) string {
	var b strings.Builder
	var gather func(*html.Node)
	gather = func(n *html.Node) {
		if isUnseen(n) {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			gather(c)
		}
		if n.Type == html.ElementNode && !isInline(n) {
			b.WriteByte(' ')
		}
	}
	gather(n)
	return b.String()
}
