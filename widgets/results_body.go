package widgets

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A resultsBody is what scrolls in Results: as high as all rows, drawn only
// where it is in sight.
type resultsBody struct {
	widget.BaseWidget
	of     *Results
	over   int // the row under the pointer, or -1
	shown  []fyne.CanvasObject
	parts  []*rowParts // used again from one time to the next
	header writer
	hot    bool // the pointer is on a star
}

var (
	_ fyne.Tappable      = (*resultsBody)(nil)
	_ desktop.Hoverable  = (*resultsBody)(nil)
	_ desktop.Cursorable = (*resultsBody)(nil)
)

func newResultsBody(of *Results) *resultsBody {
	b := &resultsBody{of: of, over: -1}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped selects a row, opens the selected one and one that does something, or turns
// a star.
func (b *resultsBody) Tapped(ev *fyne.PointEvent) {
	b.of.tapping = true
	b.of.takeFocus()
	b.of.tapping = false
	i := b.of.at(ev.Position.Y)
	switch {
	case i < 0 || b.of.rows[i].Kind != ItemRow:
	case b.onStar(i, ev.Position.X):
		b.of.star(i)
	case b.of.rows[i].Act:
		b.of.Select(i)
		b.of.Open()
	case i == b.of.selected:
		b.of.Open()
	default:
		b.of.choose(i)
	}
}

func (b *resultsBody) onStar(i int, x float32) bool {
	return b.of.starred(i) && x > b.Size().Width-starRoom
}

// MouseIn follows the pointer.
func (b *resultsBody) MouseIn(ev *desktop.MouseEvent) { b.MouseMoved(ev) }

// MouseMoved shows which row the pointer is over.
func (b *resultsBody) MouseMoved(ev *desktop.MouseEvent) {
	i := b.of.at(ev.Position.Y)
	if hot := b.onStar(i, ev.Position.X); hot != b.hot {
		b.hot = hot
		untip(b.of)
		if hot {
			at := fyne.NewPos(b.Size().Width-starRoom, b.of.tops[i]-b.of.scroll.Offset.Y)
			tip(spot{b.of, at, b.of.tops[i+1] - b.of.tops[i]}, b.of.StarTip, TipTime)
		}
	}
	b.setOver(i)
}

// MouseOut shows none.
func (b *resultsBody) MouseOut() {
	b.hot = false
	untip(b.of)
	b.setOver(-1)
}

func (b *resultsBody) setOver(i int) {
	if b.over != i {
		b.over = i
		b.show()
	}
}

// Cursor is the hand over a row.
func (b *resultsBody) Cursor() desktop.Cursor {
	if b.over >= 0 && b.of.rows[b.over].Kind == ItemRow {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer draws the rows in sight.
func (b *resultsBody) CreateRenderer() fyne.WidgetRenderer {
	return rowsRenderer{b.show, func() []float32 { return b.of.tops }, func() []fyne.CanvasObject { return b.shown }}
}

// show draws the rows in sight.
func (b *resultsBody) show() {
	r := b.of
	b.shown = b.shown[:0]
	b.header.texts = b.header.texts[:0]
	b.header.size, b.header.color = size(r, theme.SizeNameCaptionText), paint(r, ColorMuted)
	top := r.scroll.Offset.Y
	bottom, used := top+r.scroll.Size().Height, 0
	for i := max(r.at(top), 0); i < len(r.rows) && r.tops[i] < bottom; i++ {
		if r.rows[i].Kind == HeaderRow {
			b.showHeader(i)
			continue
		}
		if used == len(b.parts) {
			b.parts = append(b.parts, newRowParts())
		}
		b.shown = b.parts[used].show(b, i, b.shown)
		used++
	}
	b.shown = append(b.shown, b.header.texts...)
	canvas.Refresh(b)
}

func (b *resultsBody) showHeader(i int) {
	y, height := b.of.tops[i]+headerTop(i == 0), lineHeight(b.header.size)
	for _, l := range wrap(Plain(b.of.rows[i].Title), b.header.size, b.Size().Width-2*headerLeft) {
		b.header.line(&l, headerLeft, y, height)
		y += height
	}
}

// A rowParts is what one row is drawn with.
type rowParts struct {
	ground        rowGround
	bar, ring     *canvas.Rectangle
	marks         []*canvas.Rectangle
	title, detail *canvas.Text
	star          *canvas.Image
	starName      string
	starInk       color.Color // what it was drawn in: a theme may change
}

func newRowParts() *rowParts {
	return &rowParts{
		ground: rowGround{newRect()}, bar: newRect(), ring: newRing(),
		title: newWords(), detail: newWords(), star: newIconImage(),
	}
}

// show sets the parts for row i and adds them to what is shown.
func (p *rowParts) show(b *resultsBody, i int, shown []fyne.CanvasObject) []fyne.CanvasObject {
	r, row := b.of, &b.of.rows[i]
	y, width := r.tops[i], b.Size().Width
	height := r.tops[i+1] - y
	selected := i == r.selected

	shown = p.ground.show(r, selected, i == b.over, y, width, height, shown)
	if selected {
		p.bar.FillColor = paint(r, ColorAccent)
		place(p.bar, 0, y, 5, height)
		shown = append(shown, p.bar)
	}

	room := width - rowLeft - 10
	if !row.NoStar {
		room = width - rowLeft - starRoom
	}
	titleSize, detailSize := size(r, SizeRowTitle), size(r, theme.SizeNameCaptionText)
	titleY := y + 5
	detailY := titleY + lineHeight(titleSize)
	setText(p.title, ellipsis(row.Title, titleSize, true, room), titleSize, true)
	setText(p.detail, ellipsis(row.Detail, detailSize, false, room), detailSize, false)
	p.title.Color, p.detail.Color = paint(r, theme.ColorNameForeground), paint(r, ColorMuted)
	if selected || len(row.DetailMarks) > 0 {
		p.detail.Color = paint(r, ColorSecondary)
	}

	marks := 0
	shown, marks = p.mark(r, p.title, row.Marks, titleY, marks, shown)
	shown, _ = p.mark(r, p.detail, row.DetailMarks, detailY, marks, shown)
	place(p.title, rowLeft, titleY, room, lineHeight(titleSize))
	place(p.detail, rowLeft, detailY, room, lineHeight(detailSize))
	shown = append(shown, p.title, p.detail)

	if !row.NoStar {
		shown = append(shown, p.showStar(r, row.Starred, i == b.over && b.hot, y, width, height))
	}
	if selected && r.focused {
		setRing(p.ring, r, true)
		place(p.ring, 1, y+1, width-2, height-2)
		shown = append(shown, p.ring)
	}
	return shown
}

// mark lays a ground under the letters that matched.
func (p *rowParts) mark(r *Results, t *canvas.Text, spans []Span, y float32, used int, shown []fyne.CanvasObject) ([]fyne.CanvasObject, int) {
	line := lineHeight(t.TextSize)
	shows := len(strings.TrimSuffix(t.Text, dots)) // of a text that was cut
	for _, s := range spans {
		start, end := min(max(s.Start, 0), shows), min(s.End, shows)
		if start >= end {
			continue
		}
		if used == len(p.marks) {
			p.marks = append(p.marks, newRect())
		}
		m := p.marks[used]
		used++
		m.FillColor, m.CornerRadius = paint(r, ColorMark), 3
		x := textWidth(t.Text[:start], t.TextSize, t.TextStyle.Bold)
		w := textWidth(t.Text[:end], t.TextSize, t.TextStyle.Bold) - x
		place(m, rowLeft+x-1, y+line*0.12, w+2, line*0.78)
		shown = append(shown, m)
	}
	return shown, used
}

// showStar draws the star, full or in outline.
func (p *rowParts) showStar(r *Results, starred, hot bool, y, width, height float32) fyne.CanvasObject {
	name, in := "star-outline", ColorMuted
	if starred {
		name = "star"
	}
	if hot {
		in = ColorAccent
	}
	if ink := paint(r, in); p.starName != name || p.starInk != ink {
		p.starName, p.starInk = name, ink
		setIcon(p.star, name, in)
	}
	edge := size(r, SizeIcon)
	place(p.star, width-13-edge, y+(height-edge)/2, edge, edge)
	return p.star
}
