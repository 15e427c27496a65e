package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// A GridColumn is a column of a Grid. Widths are at text size 100 %.
type GridColumn struct {
	Title string
	Least float32 // the width that it needs
	Share float32 // of the width that is left over
	Rank  int     // where there is too little room, columns of the highest rank go first; 0 always stays
}

// A GridRow is one row of a Grid: an icon that says how it stands, cells, and
// perhaps a note in a line of its own.
type GridRow struct {
	ID    string
	Icon  string
	Ink   fyne.ThemeColorName // of the icon and the note
	Cells []string            // one for each column
	Note  string
	Faint bool // it does not count
}

// Grid is a table of rows to choose from, with the titles of its columns above.
// Only the rows in sight are drawn, so that ten thousand are no slower than ten.
type Grid struct {
	control
	columns  []GridColumn
	rows     []GridRow
	tops     []float32 // where each row begins, and at the end where the last one ends
	widths   []float32 // of the columns; 0 for one that has no room
	selected int       // -1 for none
	body     *gridBody
	scroll   *container.Scroll

	OnOpen   func(id string)   // Enter, Space, or a tap on the selected row
	OnRemove func(id string)   // Delete
	OnPaste  func(text string) // Ctrl+V
}

var _ fyne.Shortcutable = (*Grid)(nil)

// NewGrid returns a table without rows.
func NewGrid(columns []GridColumn) *Grid {
	g := &Grid{columns: columns, selected: -1}
	g.press = g.open
	g.body = newGridBody(g)
	g.scroll = container.NewVScroll(g.body)
	g.scroll.OnScrolled = func(fyne.Position) { g.body.show() }
	g.extend(g)
	return g
}

// SetRows changes all rows. The selection stays on the row with the same ID, or
// else at the same place.
func (g *Grid) SetRows(rows []GridRow) {
	id, had := g.Selected()
	at := g.selected
	g.rows = rows
	g.selected = min(at, len(rows)-1)
	for i := range rows {
		if had && rows[i].ID == id {
			g.selected = i
		}
	}
	g.body.over = -1
	g.measure()
	g.Refresh()
	if g.selected >= 0 {
		g.reveal()
	}
}

// Rows are the rows as they were set.
func (g *Grid) Rows() []GridRow { return g.rows }

// Selected is the ID of the selected row, and whether there is one.
func (g *Grid) Selected() (id string, ok bool) {
	if g.selected < 0 || g.selected >= len(g.rows) {
		return "", false
	}
	return g.rows[g.selected].ID, true
}

// Select selects the row with an ID and brings it into sight.
func (g *Grid) Select(id string) {
	for i := range g.rows {
		if g.rows[i].ID == id {
			g.choose(i)
			return
		}
	}
}

// choose selects a row, within bounds.
func (g *Grid) choose(i int) {
	g.selected = min(max(i, 0), len(g.rows)-1)
	if g.selected >= 0 {
		g.reveal()
	}
	g.Refresh()
}

// open opens the selected row.
func (g *Grid) open() {
	if id, ok := g.Selected(); ok && g.OnOpen != nil {
		g.OnOpen(id)
	}
}

// TypedKey moves, opens and removes.
func (g *Grid) TypedKey(ev *fyne.KeyEvent) {
	if by := rowsAway(ev.Name, len(g.rows)); by != 0 {
		g.choose(g.selected + by)
		return
	}
	if ev.Name == fyne.KeyDelete {
		if id, ok := g.Selected(); ok && g.OnRemove != nil {
			g.OnRemove(id)
		}
		return
	}
	g.control.TypedKey(ev)
}

// TypedShortcut pastes, and passes on the rest.
func (g *Grid) TypedShortcut(s fyne.Shortcut) {
	if paste, ok := s.(*fyne.ShortcutPaste); ok && g.OnPaste != nil {
		g.OnPaste(paste.Clipboard.Content())
		return
	}
	passShortcut(g, s)
}

// FocusGained selects the first row where none is.
func (g *Grid) FocusGained() {
	if g.selected < 0 && len(g.rows) > 0 {
		g.choose(0)
	}
	g.control.FocusGained()
}

// The insets of a grid, in Fyne's units.
const (
	gridLeft  = 40 // the icon stands in it
	gridRight = 14 // the scroll bar stands in it
	gridGap   = 14 // between columns
	gridPad   = 6  // over and under the words of a row
)

// measure works out where each row begins and how wide columns are.
func (g *Grid) measure() {
	line, note := lineHeight(size(g, theme.SizeNameText)), lineHeight(size(g, theme.SizeNameCaptionText))
	g.tops = append(g.tops[:0], 0)
	top := float32(0)
	for i := range g.rows {
		top += line + 2*gridPad
		if g.rows[i].Note != "" {
			top += note
		}
		g.tops = append(g.tops, top)
	}
	g.widths = g.share(g.scroll.Size().Width - gridLeft - gridRight)
}

// share gives columns their widths, and none to those that have no room.
func (g *Grid) share(room float32) []float32 {
	widths := make([]float32, len(g.columns))
	kept := append([]GridColumn{}, g.columns...)
	for {
		need, shares, last := float32(0), float32(0), 0
		for _, c := range kept {
			if c.Least > 0 {
				need += c.Least*scale(g) + gridGap
				shares += c.Share
				last = max(last, c.Rank)
			}
		}
		if need > room && last > 0 {
			for i := range kept {
				if kept[i].Rank == last {
					kept[i].Least = 0
				}
			}
			continue
		}
		for i, c := range kept {
			if c.Least > 0 {
				widths[i] = c.Least * scale(g)
				if shares > 0 {
					widths[i] += max(room-need, 0) * c.Share / shares
				}
			}
		}
		return widths
	}
}

func (g *Grid) reveal() {
	if len(g.tops) > g.selected+1 {
		revealIn(g.scroll, g.tops[g.selected], g.tops[g.selected+1])
	}
}

// CreateRenderer draws the titles, and the rows in their scroll.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	ground, edge := newRect(), newRect()
	d := &drawn{of: g, objects: []fyne.CanvasObject{ground, edge, g.scroll}}
	titles := writer{}
	head := func() float32 { return lineHeight(size(g, theme.SizeNameCaptionText)) + 2*gridPad }
	d.min = func() fyne.Size { return fyne.NewSize(200*scale(g), head()+60) }
	d.layout = func(s fyne.Size) {
		place(ground, 0, 0, s.Width, head())
		place(edge, 0, head()-1, s.Width, 1)
		room := fyne.NewSize(s.Width, s.Height-head())
		resized := g.scroll.Size() != room
		g.scroll.Move(fyne.NewPos(0, head()))
		g.scroll.Resize(room)
		g.measure()
		if resized && g.selected >= 0 {
			g.reveal()
		}
		titles.texts = titles.texts[:0]
		titles.size, titles.color = size(g, theme.SizeNameCaptionText), paint(g, ColorMuted)
		x := float32(gridLeft)
		for i, c := range g.columns {
			if g.widths[i] > 0 {
				titles.words(ellipsis(c.Title, titles.size, true, g.widths[i]), true, x, gridPad, g.widths[i])
				x += g.widths[i] + gridGap
			}
		}
		d.objects = append([]fyne.CanvasObject{ground, edge, g.scroll}, titles.texts...)
		g.scroll.Refresh()
		g.body.show()
	}
	d.refresh = func() {
		ground.FillColor, edge.FillColor = paint(g, theme.ColorNameHeaderBackground), paint(g, theme.ColorNameSeparator)
	}
	return d.draw()
}

// words sets words of one weight on a line of their own.
func (w *writer) words(text string, bold bool, x, y, width float32) {
	w.line(&line{pieces: []piece{{text: text, bold: bold, width: width}}}, x, y, lineHeight(w.size))
}
