package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The measures of a text, for text of the usual size.
const (
	readIndent   = 20  // from one level to the next, and to a point's words
	readKey      = 150 // the width of a row's key
	readHeading  = 10  // over a heading that is not the first
	readBlock    = 5   // between paragraphs
	readWidest   = 720 // lines that are longer are hard to read
	readIconRoom = 28
)

// A readLine is one line of a text in its place.
type readLine struct {
	line
	x, y, height float32
	size         float32
	color        fyne.ThemeColorName
	block        int
	cell         int    // 0, or 1 for the text of a row beside its key
	marker       string // before the first line of a point: "•"
}

// A readIcon is an icon in its place.
type readIcon struct {
	name string
	y    float32
	x    float32
}

// A readFlow is a text laid out for a width.
type readFlow struct {
	lines  []readLine
	icons  []readIcon
	rules  []float32 // the heights of lines between the rows of a table
	height float32
}

// flowBlocks lays blocks out under each other. It also places objects.
func flowBlocks(w themed, blocks []Block, width float32) readFlow {
	f := flower{w: w, k: scale(w), width: min(width, readWidest*scale(w))}
	for i := range blocks {
		f.add(i, &blocks[i], i > 0 && blocks[i-1].Kind == RowBlock)
	}
	f.height = f.y + 6*f.k
	return f.readFlow
}

type flower struct {
	readFlow
	w     themed
	k     float32 // the scale of the text
	width float32
	y     float32
}

// add lays out one block.
func (f *flower) add(i int, b *Block, afterRow bool) {
	x := float32(b.Indent) * readIndent * f.k
	if b.Under {
		x += readIconRoom * f.k
	}
	body, small := size(f.w, SizeBody), size(f.w, theme.SizeNameCaptionText)
	ink := theme.ColorNameForeground
	switch b.Kind {
	case HeadingBlock:
		if i > 0 {
			f.y += readHeading * f.k
		}
		f.text(i, 0, Strong(TextOf(b.Runs)), x, body, ColorHeading)
	case BulletBlock:
		first := len(f.lines)
		f.text(i, 0, b.Runs, x+readIndent*f.k, body, ink)
		f.lines[first].marker = "•"
		f.y += f.k
	case IconBlock:
		f.icons = append(f.icons, readIcon{b.Icon, f.y, x})
		f.text(i, 0, b.Runs, x+readIconRoom*f.k, body, ink)
		f.y += readBlock * f.k
	case RowBlock:
		f.row(i, b, x, body, afterRow)
	case SmallBlock:
		f.text(i, 0, b.Runs, x, small, ColorMuted)
		f.y += 3 * f.k
	case ObjectBlock:
		f.object(b, x)
	default:
		f.text(i, 0, b.Runs, x, body, ink)
		f.y += readBlock * f.k
	}
}

// text sets words from x on.
func (f *flower) text(block, cell int, runs []Run, x, textSize float32, color fyne.ThemeColorName) {
	height := lineHeight(textSize)
	for _, l := range wrap(runs, textSize, f.width-x) {
		f.lines = append(f.lines, readLine{line: l, x: x, y: f.y, height: height, size: textSize, color: color, block: block, cell: cell})
		f.y += height
	}
}

// row sets a key and the text beside it, under the thin line of a table.
func (f *flower) row(i int, b *Block, x, textSize float32, afterRow bool) {
	if afterRow {
		f.rules = append(f.rules, f.y)
	}
	f.y += 4 * f.k
	top, width := f.y, f.width
	value := x + min(readKey*f.k, f.width*0.4)
	f.width = value - 12*f.k
	f.text(i, 0, Strong(TextOf(b.Key)), x, textSize, theme.ColorNameForeground)
	keyEnd := f.y
	f.y, f.width = top, width
	f.text(i, 1, b.Runs, value, textSize, theme.ColorNameForeground)
	f.y = max(f.y, keyEnd) + 4*f.k
}

func (f *flower) object(b *Block, x float32) {
	if b.Object == nil || !b.Object.Visible() {
		return
	}
	f.y += 2 * f.k
	height := heightAt(b.Object, f.width-x)
	place(b.Object, x, f.y, f.width-x, height)
	f.y += height + 8*f.k
}

// textOf is blocks as plain text: a line for each, an empty one before a heading.
func textOf(blocks []Block) string {
	var out strings.Builder
	for i := range blocks {
		b := &blocks[i]
		words := TextOf(b.Runs)
		if words == "" && len(b.Key) == 0 {
			continue
		}
		out.WriteString(breakBefore(blocks, i, out.Len() > 0))
		switch b.Kind {
		case BulletBlock:
			out.WriteString("• ")
		case RowBlock:
			out.WriteString(TextOf(b.Key) + cellBreak)
		}
		out.WriteString(words)
	}
	return out.String()
}

// cellBreak stands between a key and its text in what is copied.
const cellBreak = ": "

// breakBefore is what stands before a block in what is copied, if anything
// stands before it.
func breakBefore(blocks []Block, i int, more bool) string {
	switch {
	case !more:
		return ""
	case blocks[i].Kind == HeadingBlock:
		return "\n\n"
	}
	return "\n"
}

// section is the block of the heading over block i, or the first block, and the
// block of the next heading, or the end.
func section(blocks []Block, i int) (from, to int) {
	for from = i; from > 0 && blocks[from].Kind != HeadingBlock; from-- {
	}
	for to = i + 1; to < len(blocks) && blocks[to].Kind != HeadingBlock; to++ {
	}
	return from, to
}
