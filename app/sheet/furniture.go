package sheet

import "strings"

// Furniture is what stands on every page around the blocks: band, letterhead
// and foot. Band and letterhead are read once, on the first page, because they
// say whom to call; from then on, and in the foot, they are artifacts.
type furniture struct {
	sheet   *Sheet
	look    look
	w, h    float64
	faces   *typefaces
	cleaner *cleaner
	logo    *logoSize
	opening opening
	band    []line
	heads   [2]letterheadLines // of the sheet's first page, and of those after it
	foot    []line
}

// A letterheadLines is the letterhead of one page, broken into lines.
type letterheadLines struct {
	name, under []line
	phones      []phoneLine
	height      float64
}

type phoneLine struct {
	lines []line
	style style
}

// An opening is where band and letterhead of the first page stand in the tree.
type opening struct {
	band, name, under Place
	phones            []Place
}

// newOpening adds the paragraphs of a letterhead with so many phones.
func newOpening(t *Tree, phones int) opening {
	o := opening{band: t.add(Opening, KindP), name: t.add(Opening, KindP), under: t.add(Opening, KindP)}
	for range phones {
		o.phones = append(o.phones, t.add(Opening, KindP))
	}
	return o
}

// onPage is the opening as a page has it: all in [Header] over the first.
func (o opening) onPage(page int) opening {
	if page == 0 {
		return o
	}
	over := opening{band: Header, name: Header, under: Header}
	for range o.phones {
		over.phones = append(over.phones, Header)
	}
	return over
}

// Where the furniture stands.
const (
	logoSide    = 34.0
	logoWidest  = 110.0 // of a logo that is wider than high
	phonesShare = 0.46  // of the width
	bandWeight  = 0.8
	mostLines   = 6 // of a name, an address, a band; what is longer is cut
)

func newFurniture(p *Pages, lk look, c *cleaner) *furniture {
	s := &p.sheet
	w, h := s.Paper.size()
	f := &furniture{sheet: s, look: lk, w: w, h: h, faces: p.faces, cleaner: c, logo: p.logo, opening: newOpening(&p.Tree, len(s.Letterhead.Phones))}
	f.band = inCompany(f.width()-16, func(width float64) []line { return f.set(Plainly(s.Band), f.small(), width, mostLines) })
	f.heads[0] = f.letterhead(s.Letterhead.Lines)
	f.heads[1] = f.letterhead([]string{s.Letterhead.Running})
	f.foot = f.set(Plainly(s.Foot.Text), f.footStyle(), f.width()-f.pageWidth(), 3)
	return f
}

// with is the same furniture in a tighter or looser look.
func (f *furniture) with(lk look) *furniture {
	other := *f
	other.look = lk
	return &other
}

func (f *furniture) width() float64   { return f.w - 2*f.look.side }
func (f *furniture) small() style     { return style{size: f.look.under} }
func (f *furniture) footStyle() style { return style{size: f.look.foot} }
func (f *furniture) nameStyle() style { return style{size: f.look.name, bold: true} }

// pageWidth is the room for the page number at the right of the foot.
func (f *furniture) pageWidth() float64 {
	return f.pageLabel(88, 88).width + 14
}

// pageLabel puts numbers into the words for a page; "1 / 2" where there are none.
func (f *furniture) pageLabel(page, of int) line {
	words := f.sheet.Words.Page
	if strings.Count(words, "%d") != 2 {
		words = "%d / %d"
	}
	words = strings.Replace(words, "%d", decimal(page), 1)
	words = strings.Replace(words, "%d", decimal(of), 1)
	return f.set(Plainly(words), f.footStyle(), f.width()/2, 1)[0]
}

// set breaks words into at most so many lines; the last ends in an ellipsis
// where there is more.
func (f *furniture) set(t Text, st style, width float64, most int) []line {
	s := splitter{faces: f.faces, style: st}
	for _, r := range t {
		s.add(f.cleaner.clean(r.Text), r.Bold, Header)
	}
	words := s.end()
	if len(words) == 0 {
		return nil
	}
	lines := breakLines(f.faces, words, st, width)
	if len(lines) <= most {
		return lines
	}
	lines = lines[:most]
	f.ellipsis(&lines[most-1], st, width)
	return lines
}

// ellipsis ends a line that goes on no further in three dots, within the width.
func (f *furniture) ellipsis(l *line, st style, width float64) {
	last := &l.pieces[len(l.pieces)-1]
	dots := piece{text: "…", face: f.faces.of('…', last.face%OtherRegular), at: last.at}
	dots.width = f.faces[dots.face].width(dots.text, st.size)
	letters := []rune(strings.TrimRight(last.text, " "))
	for n := len(letters); n >= 0; n-- {
		last.text = string(letters[:n])
		last.width = f.faces[last.face].width(last.text, st.size)
		if dots.x = last.x + last.width; dots.x+dots.width <= width {
			break
		}
	}
	l.width = dots.x + dots.width
	if dots.face == last.face {
		last.text += dots.text
		last.width += dots.width
		return
	}
	l.pieces = append(l.pieces, dots)
}

// letterhead sets the lines beside the logo and the phones.
func (f *furniture) letterhead(under []string) letterheadLines {
	lh := f.sheet.Letterhead
	if lh.Free > 0 {
		lh.Name = ""
	}
	var made letterheadLines
	right, widest := 0.0, f.width()*phonesShare
	for _, p := range lh.Phones {
		st := f.small()
		if p.Strong {
			st = style{size: f.look.strong, bold: true}
		}
		lines := f.set(Plainly(glue(p.Label, p.Number)), st, widest, mostLines)
		for _, ln := range lines {
			right = max(right, ln.width)
		}
		made.phones = append(made.phones, phoneLine{lines, st})
	}
	width := f.width() - f.mark() - right - 12
	made.name = f.set(Plainly(lh.Name), f.nameStyle(), width, mostLines)
	for _, u := range under {
		made.under = append(made.under, f.set(Plainly(u), f.small(), width, mostLines)...)
	}
	made.height = max(made.leftHeight(f), made.rightHeight(f))
	if f.mark() > 0 {
		made.height = max(made.height, logoSide)
	}
	return made
}

// glue joins a phone's word and number; the number is never parted.
func glue(label, number string) string {
	number = strings.ReplaceAll(number, " ", "\u00a0")
	return strings.TrimSpace(label + " " + number)
}

// mark is the width of the logo or the box with a letter, and the room after it.
func (f *furniture) mark() float64 {
	switch {
	case f.sheet.Letterhead.Free > 0:
		return 0
	case f.logo != nil:
		w, _ := f.logo.fit(logoWidest, logoSide)
		return w + 10
	case f.initial() != "":
		return logoSide + 10
	}
	return 0
}

func (f *furniture) initial() string {
	for _, r := range f.cleaner.clean(f.sheet.Letterhead.Initial) {
		return string(r)
	}
	return ""
}

const furnitureLeading = 1.25

func (m letterheadLines) leftHeight(f *furniture) float64 {
	return (float64(len(m.name))*f.nameStyle().size + float64(len(m.under))*f.small().size) * furnitureLeading
}

func (m letterheadLines) rightHeight(*furniture) (h float64) {
	for _, p := range m.phones {
		h += float64(len(p.lines)) * p.style.size * furnitureLeading
	}
	return h
}

// head is the letterhead of a page of the sheet, counted from 0.
func (f *furniture) head(page int) letterheadLines { return f.heads[min(page, 1)] }

// bandHeight is the height of the draft band and the room under it.
func (f *furniture) bandHeight() float64 {
	if len(f.band) == 0 {
		return 0
	}
	return f.bandBox() + 8
}

func (f *furniture) bandBox() float64 {
	return float64(len(f.band))*f.look.under*furnitureLeading + 4
}

// start is where band and letterhead begin.
func (f *furniture) start() float64 { return max(f.look.top, f.sheet.Letterhead.Free+bandWeight) }

// top is where the blocks of a page begin.
func (f *furniture) top(page int) float64 {
	y := f.start() + f.bandHeight()
	if h := f.head(page).height; h > 0 {
		y += h + 6 + f.look.headerGap
	}
	return y
}

// bottom is where they end.
func (f *furniture) bottom() float64 {
	return f.h - f.look.bottom - f.footHeight() - 10
}

func (f *furniture) footHeight() float64 {
	return float64(max(1, len(f.foot)))*f.look.foot*furnitureLeading + 4
}

// paintHead draws band and letterhead.
func (f *furniture) paintHead(c *canvas, page int) {
	at, y := f.opening.onPage(page), f.start()
	if len(f.band) > 0 {
		c.add(BoxOp{Place: Header, X: f.look.side + bandWeight/2, Y: y, W: f.width() - bandWeight, H: f.bandBox(),
			Weight: bandWeight, Dash: 2.5})
		f.lines(c, f.band, at.band, f.small(), y+2, func(ln line) float64 { return (f.w - ln.width) / 2 })
		y += f.bandHeight()
	}
	m := f.head(page)
	if m.height == 0 {
		return
	}
	f.paintMark(c, y, m.height)
	x := f.look.side + f.mark()
	left := func(line) float64 { return x }
	next := f.lines(c, m.name, at.name, f.nameStyle(), y+(m.height-m.leftHeight(f))/2, left)
	f.lines(c, m.under, at.under, f.small(), next, left)
	right := func(ln line) float64 { return f.w - f.look.side - ln.width }
	next = y + (m.height-m.rightHeight(f))/2
	for i, p := range m.phones {
		next = f.lines(c, p.lines, at.phones[i], p.style, next, right)
	}
	y += m.height + 6
	c.add(RuleOp{Place: Header, X1: f.look.side, Y1: y, X2: f.w - f.look.side, Y2: y, Weight: 1.5, Ink: Blue})
}

// paintMark draws the logo, or a box with a letter.
func (f *furniture) paintMark(c *canvas, y, height float64) {
	if f.mark() == 0 {
		return
	}
	if f.logo != nil {
		w, h := f.logo.fit(logoWidest, logoSide)
		c.add(ImageOp{Place: Header, X: f.look.side, Y: y + (height-h)/2, W: w, H: h})
		return
	}
	letter := f.initial()
	y += (height - logoSide) / 2
	c.add(BoxOp{Place: Header, X: f.look.side, Y: y, W: logoSide, H: logoSide, Radius: 5, Fill: true, Ink: Blue})
	const size = 17.0
	face := f.faces.of([]rune(letter)[0], Bold)
	width := f.faces[face].width(letter, size)
	c.add(TextOp{Place: Header, X: f.look.side + (logoSide-width)/2, Y: baseline(y, logoSide, size), Width: width,
		Face: face, Size: size, Ink: White, Text: letter})
}

// lines draws lines one under the other, of one place in the tree, and tells
// where they end.
func (f *furniture) lines(c *canvas, lines []line, at Place, st style, y float64, x func(line) float64) float64 {
	height := st.size * furnitureLeading
	for i, ln := range lines {
		if i < len(lines)-1 {
			ln = ln.followed()
		}
		c.line(ln.placed(at), st, x(ln), y, height)
		y += height
	}
	return y
}

// paintFoot draws the foot of one page of so many.
func (f *furniture) paintFoot(c *canvas, page, of int) {
	y := f.h - f.look.bottom - f.footHeight()
	c.add(RuleOp{Place: Footer, X1: f.look.side, Y1: y, X2: f.w - f.look.side, Y2: y, Weight: hairline, Ink: Gray})
	f.lines(c, f.foot, Footer, f.footStyle(), y+4, func(line) float64 { return f.look.side })
	f.lines(c, []line{f.pageLabel(page+1, of)}, Footer, f.footStyle(), y+4, func(ln line) float64 { return f.w - f.look.side - ln.width })
}
