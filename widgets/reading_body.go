package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A readingBody is what scrolls in a Reading: the lines, and the selection under
// them.
type readingBody struct {
	widget.BaseWidget
	of        *Reading
	width     float32 // what the flow is for; 0 for none yet
	laid      readFlow
	selection // see reading_select.go

	texts   writer
	grounds []*canvas.Rectangle
	rules   []*canvas.Rectangle
	icons   []*canvas.Image
	shown   []fyne.CanvasObject
}

var (
	_ fyne.Draggable         = (*readingBody)(nil)
	_ fyne.DoubleTappable    = (*readingBody)(nil)
	_ fyne.SecondaryTappable = (*readingBody)(nil)
	_ desktop.Mouseable      = (*readingBody)(nil)
	_ desktop.Cursorable     = (*readingBody)(nil)
)

func newReadingBody(of *Reading) *readingBody {
	b := &readingBody{of: of}
	b.ExtendBaseWidget(b)
	return b
}

// reset forgets the flow and the selection.
func (b *readingBody) reset() {
	b.width = 0
	b.selection = selection{}
}

// flow lays the text out for a width, unless it is for that one.
func (b *readingBody) flow(width float32) {
	if width <= 0 || width == b.width {
		return
	}
	b.width = width
	b.laid = flowBlocks(b.of, b.of.blocks, width-scrollRoom)
	b.show()
}

// scrollRoom keeps the lines clear of the scroll bar.
const scrollRoom = 14

// CreateRenderer draws what flow laid out.
func (b *readingBody) CreateRenderer() fyne.WidgetRenderer { return readingRenderer{b} }

type readingRenderer struct{ b *readingBody }

func (r readingRenderer) Destroy()                     {}
func (r readingRenderer) Layout(s fyne.Size)           { r.b.flow(s.Width) }
func (r readingRenderer) Refresh()                     {}
func (r readingRenderer) Objects() []fyne.CanvasObject { return r.b.shown }
func (r readingRenderer) MinSize() fyne.Size           { return fyne.NewSize(0, r.b.laid.height) }

// show sets all that is drawn: selection, rules, icons, words, objects.
func (b *readingBody) show() {
	b.shown = b.shown[:0]
	b.showSelection()
	for i, y := range b.laid.rules {
		if i == len(b.rules) {
			b.rules = append(b.rules, newRect())
		}
		b.rules[i].FillColor = paint(b, theme.ColorNameSeparator)
		place(b.rules[i], 0, y, min(b.width-scrollRoom, readWidest*scale(b)), 1)
		b.shown = append(b.shown, b.rules[i])
	}
	for i, at := range b.laid.icons {
		if i == len(b.icons) {
			b.icons = append(b.icons, newIconImage())
		}
		edge := size(b, SizeIcon)
		setIcon(b.icons[i], at.name, ColorHeading)
		place(b.icons[i], at.x, at.y+(lineHeight(size(b, SizeBody))-edge)/2, edge, edge)
		b.shown = append(b.shown, b.icons[i])
	}
	b.texts.texts = b.texts.texts[:0]
	for i := range b.laid.lines {
		l := &b.laid.lines[i]
		b.texts.size, b.texts.color = l.size, paint(b, l.color)
		if l.marker != "" {
			mark := line{pieces: []piece{{text: l.marker, bold: true, width: textWidth(l.marker, l.size, true)}}}
			b.texts.line(&mark, l.x-readIndent*scale(b)*0.7, l.y, l.height)
		}
		b.texts.line(&l.line, l.x, l.y, l.height)
	}
	b.shown = append(b.shown, b.texts.texts...)
	for _, block := range b.of.blocks {
		if block.Kind == ObjectBlock && block.Object != nil {
			b.shown = append(b.shown, block.Object)
		}
	}
	canvas.Refresh(b)
}

// showSelection lays a ground under what is selected.
func (b *readingBody) showSelection() {
	used := 0
	from, to := b.ordered()
	for i := from.line; i <= to.line && i < len(b.laid.lines) && from != to; i++ {
		l := &b.laid.lines[i]
		start, end := l.x, l.x+l.width+4 // a little over the end: the line break is taken too
		if i == from.line {
			start = l.at(from.col)
		}
		if i == to.line {
			end = l.at(to.col)
		}
		if used == len(b.grounds) {
			b.grounds = append(b.grounds, newRect())
		}
		g := b.grounds[used]
		used++
		g.FillColor = paint(b, theme.ColorNameSelection)
		place(g, start, l.y, max(end-start, 0), l.height)
		b.shown = append(b.shown, g)
	}
}

// at is where a column of the line, in bytes, stands.
func (l *readLine) at(col int) float32 {
	for _, p := range l.pieces {
		if col <= len(p.text) {
			return l.x + p.x + textWidth(p.text[:col], l.size, p.bold)
		}
		col -= len(p.text)
	}
	return l.x + l.width
}

// column is the column of the line, in bytes, that is nearest to x.
func (l *readLine) column(x float32) int {
	x -= l.x
	before := 0
	for i, p := range l.pieces {
		last := i == len(l.pieces)-1
		if x >= p.x+p.width && !last {
			before += len(p.text)
			continue
		}
		in := x - p.x
		col := fitting(p.text, l.size, p.bold, in)
		for next := range p.text {
			if next > col {
				left, right := textWidth(p.text[:col], l.size, p.bold), textWidth(p.text[:next], l.size, p.bold)
				if in > (left+right)/2 {
					col = next
				}
				return before + col
			}
		}
		if col < len(p.text) && in > (textWidth(p.text[:col], l.size, p.bold)+p.width)/2 {
			col = len(p.text)
		}
		return before + col
	}
	return before
}
