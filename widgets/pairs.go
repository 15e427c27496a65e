package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Pair is a row of [Pairs]: two things beside each other that belong together,
// or one alone that has the whole width.
type Pair struct {
	Left, Right fyne.CanvasObject // Right is nil for one alone
	// Inset sets the row on a ground of its own, together with the rows next to it
	// that have one.
	Inset bool
	Gap   float32 // to the row before it; 0 is that of all
}

// Pairs are rows of two columns. Tab goes down the left column and then down the
// right one, so that whoever writes in one of them stays in it.
type Pairs struct {
	widget.BaseWidget
	gap     float32
	rows    []Pair
	grounds []*canvas.Rectangle // one for each stretch of inset rows
}

// NewPairs returns rows with a gap between them.
func NewPairs(gap float32, rows ...Pair) *Pairs {
	p := &Pairs{gap: gap, rows: rows}
	p.ExtendBaseWidget(p)
	return p
}

// The measures of pairs.
const (
	pairsBetween = 14 // the columns
	pairsPad     = 10 // around inset rows
)

// CreateRenderer draws the grounds and places the rows.
func (p *Pairs) CreateRenderer() fyne.WidgetRenderer {
	d := &drawn{of: p}
	p.grounds = nil
	var lefts, rights []fyne.CanvasObject
	for i, row := range p.rows {
		if row.Inset && (i == 0 || !p.rows[i-1].Inset) {
			p.grounds = append(p.grounds, newRect())
		}
		if row.Left != nil {
			lefts = append(lefts, row.Left)
		}
		if row.Right != nil {
			rights = append(rights, row.Right)
		}
	}
	for _, g := range p.grounds {
		d.objects = append(d.objects, g)
	}
	d.objects = append(append(d.objects, lefts...), rights...)
	d.min = func() fyne.Size {
		width := p.Size().Width
		if width == 0 { // not laid out yet
			width = 600
		}
		return fyne.NewSize(200, p.arrange(width))
	}
	d.layout = func(s fyne.Size) { p.arrange(s.Width) }
	d.refresh = func() {
		for _, g := range p.grounds {
			g.FillColor, g.StrokeColor, g.StrokeWidth = paint(p, ColorBar), paint(p, theme.ColorNameSeparator), 1
			g.CornerRadius = size(p, theme.SizeNameInputRadius)
		}
	}
	return d.draw()
}

// arrange places everything for a width and gives the height.
func (p *Pairs) arrange(width float32) float32 {
	y, ground, top := float32(0), -1, float32(0)
	for i, row := range p.rows {
		opens := row.Inset && (i == 0 || !p.rows[i-1].Inset)
		switch {
		case i == 0:
		case row.Gap > 0:
			y += row.Gap
		default:
			y += p.gap
		}
		x, wide := float32(0), width
		if row.Inset {
			x, wide = pairsPad, width-2*pairsPad
		}
		if opens {
			ground, top = ground+1, y
			y += pairsPad
		}
		y += p.row(row, x, y, wide)
		if row.Inset && (i+1 == len(p.rows) || !p.rows[i+1].Inset) {
			y += pairsPad
			place(p.grounds[ground], 0, top, width, y-top)
		}
	}
	return y
}

// RowOf is where the row begins in which an object stands, from the top of all rows;
// found is false for an object that is in none.
func (p *Pairs) RowOf(o fyne.CanvasObject) (top float32, found bool) {
	for _, row := range p.rows {
		for _, side := range []fyne.CanvasObject{row.Left, row.Right} {
			if side != nil && holds(side, o) {
				return side.Position().Y, true
			}
		}
	}
	return 0, false
}

// holds reports whether an object is another, or has it in it.
func holds(in, o fyne.CanvasObject) bool {
	if in == o {
		return true
	}
	var parts []fyne.CanvasObject
	switch in := in.(type) {
	case *fyne.Container:
		parts = in.Objects
	case *Flow:
		parts = in.objects
	}
	return slices.ContainsFunc(parts, func(part fyne.CanvasObject) bool { return holds(part, o) })
}

// row places one row and gives its height.
func (p *Pairs) row(row Pair, x, y, width float32) float32 {
	if row.Right == nil {
		height := heightAt(row.Left, width)
		place(row.Left, x, y, width, height)
		return height
	}
	half := (width - pairsBetween) / 2
	height := heightAt(row.Right, half)
	if row.Left != nil {
		height = max(height, heightAt(row.Left, half))
		place(row.Left, x, y, half, height)
	}
	place(row.Right, x+half+pairsBetween, y, half, height)
	return height
}
