package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A gridBody is what scrolls in a Grid: as high as all rows, drawn only where it
// is in sight.
type gridBody struct {
	widget.BaseWidget
	of    *Grid
	over  int // the row under the pointer, or -1
	shown []fyne.CanvasObject
	parts []*gridParts // used again from one time to the next
}

var (
	_ fyne.Tappable     = (*gridBody)(nil)
	_ desktop.Hoverable = (*gridBody)(nil)
)

func newGridBody(of *Grid) *gridBody {
	b := &gridBody{of: of, over: -1}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped selects a row, or opens the selected one.
func (b *gridBody) Tapped(ev *fyne.PointEvent) {
	i := rowAt(b.of.tops, ev.Position.Y)
	was := b.of.selected
	if i >= 0 {
		b.of.choose(i) // before the focus, which would select the first
	}
	b.of.takeFocus()
	if i >= 0 && i == was {
		b.of.open()
	}
}

// MouseIn follows the pointer.
func (b *gridBody) MouseIn(ev *desktop.MouseEvent) { b.MouseMoved(ev) }

// MouseMoved shows which row the pointer is over.
func (b *gridBody) MouseMoved(ev *desktop.MouseEvent) { b.setOver(rowAt(b.of.tops, ev.Position.Y)) }

// MouseOut shows none.
func (b *gridBody) MouseOut() { b.setOver(-1) }

func (b *gridBody) setOver(i int) {
	if b.over != i {
		b.over = i
		b.show()
	}
}

// CreateRenderer draws the rows in sight.
func (b *gridBody) CreateRenderer() fyne.WidgetRenderer {
	return rowsRenderer{b.show, func() []float32 { return b.of.tops }, func() []fyne.CanvasObject { return b.shown }}
}

// show draws the rows in sight, and keeps nothing of those that are not.
func (b *gridBody) show() {
	g, before := b.of, b.shown
	b.shown = b.shown[:0]
	top := g.scroll.Offset.Y
	bottom, used := top+g.scroll.Size().Height, 0
	for i := max(rowAt(g.tops, top), 0); i < len(g.rows) && i+1 < len(g.tops) && g.tops[i] < bottom; i++ {
		if used == len(b.parts) {
			b.parts = append(b.parts, newGridParts())
		}
		b.shown = b.parts[used].show(b, i, b.shown)
		used++
	}
	b.parts = slices.Delete(b.parts, used, len(b.parts))
	clearRest(before, len(b.shown))
	canvas.Refresh(b)
}

// A gridParts is what one row is drawn with.
type gridParts struct {
	ground      rowGround
	line, ring  *canvas.Rectangle
	icon        *canvas.Image
	iconKey     iconKey
	iconInk     any // what it was drawn in: a theme may change
	cells, note writer
}

func newGridParts() *gridParts {
	return &gridParts{ground: rowGround{newRect()}, line: newRect(), ring: newRing(), icon: newIconImage()}
}

// show sets the parts for row i and adds them to what is shown.
func (p *gridParts) show(b *gridBody, i int, shown []fyne.CanvasObject) []fyne.CanvasObject {
	g, row := b.of, &b.of.rows[i]
	y, width := g.tops[i], b.Size().Width
	height := g.tops[i+1] - y
	selected := i == g.selected

	shown = p.ground.show(g, selected, i == b.over, y, width, height, shown)
	p.line.FillColor = paint(g, theme.ColorNameSeparator)
	place(p.line, 0, y+height-1, width, 1)
	shown = append(shown, p.line)
	if row.Icon != "" {
		shown = append(shown, p.showIcon(g, row, y))
	}
	shown = append(shown, p.showWords(g, row, y, width)...)
	if selected && g.focused {
		setRing(p.ring, g, true)
		place(p.ring, 1, y+1, width-gridRight-1, height-2)
		shown = append(shown, p.ring)
	}
	return shown
}

// showWords sets the cells and the note under them.
func (p *gridParts) showWords(g *Grid, row *GridRow, y, width float32) []fyne.CanvasObject {
	ink := theme.ColorNameForeground
	if row.Faint {
		ink = ColorMuted
	}
	p.cells.texts = p.cells.texts[:0]
	p.cells.size, p.cells.color = size(g, theme.SizeNameText), paint(g, ink)
	x := float32(gridLeft)
	for c, room := range g.widths {
		if room == 0 || c >= len(row.Cells) {
			continue
		}
		p.cells.words(ellipsis(row.Cells[c], p.cells.size, false, room), false, x, y+gridPad, room)
		x += room + gridGap
	}
	if row.Note == "" {
		return p.cells.texts
	}
	p.note.texts = p.note.texts[:0]
	p.note.size, p.note.color = size(g, theme.SizeNameCaptionText), paint(g, row.Ink)
	room := width - gridLeft - gridRight
	p.note.words(ellipsis(row.Note, p.note.size, false, room), false, gridLeft, y+gridPad+lineHeight(p.cells.size), room)
	return append(p.cells.texts[:len(p.cells.texts):len(p.cells.texts)], p.note.texts...)
}

// showIcon draws the icon beside the first line.
func (p *gridParts) showIcon(g *Grid, row *GridRow, y float32) fyne.CanvasObject {
	key, ink := iconKey{row.Icon, row.Ink}, paint(g, row.Ink)
	if p.iconKey != key || p.iconInk != any(ink) {
		p.iconKey, p.iconInk = key, ink
		setIcon(p.icon, row.Icon, row.Ink)
	}
	edge, line := size(g, SizeIcon), lineHeight(size(g, theme.SizeNameText))
	place(p.icon, 12, y+gridPad+(line-edge)/2, edge, edge)
	return p.icon
}
