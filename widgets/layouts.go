package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// NewColumn sets objects under each other, each as high as its words need at the
// width of the column. Fyne's own box asks for the height before it gives the
// width, and is wrong for text that wraps until it is laid out again.
func NewColumn(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(column{gap: gap}, objects...)
}

// NewColumnAround is a column in which one of the objects has all the height that
// the others leave.
func NewColumnAround(gap float32, rest fyne.CanvasObject, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(column{gap: gap, rest: rest}, objects...)
}

type column struct {
	gap  float32
	rest fyne.CanvasObject // nil for none
}

// Layout gives every object the width first and then the height that it needs.
func (c column) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	heights := make([]float32, len(objects))
	left := s.Height + c.gap
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if o != c.rest {
			heights[i] = heightAt(o, s.Width)
		}
		left -= heights[i] + c.gap
	}
	y := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if o == c.rest {
			heights[i] = max(left, o.MinSize().Height)
		}
		place(o, 0, y, s.Width, heights[i])
		y += heights[i] + c.gap
	}
}

// MinSize is right for the present width of the objects.
func (c column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if least.Height > 0 {
			least.Height += c.gap
		}
		m := o.MinSize()
		least.Width, least.Height = max(least.Width, m.Width), least.Height+m.Height
	}
	return least
}

// heightAt is the height that an object needs at a width. It leaves the object
// with that width.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	if s := o.Size(); s.Width != width {
		o.Resize(fyne.NewSize(width, s.Height))
	}
	return o.MinSize().Height
}

// NewFlow sets objects beside each other and on further lines where the width
// ends: chips, checks, buttons.
func NewFlow(gap float32, objects ...fyne.CanvasObject) *Flow {
	r := &Flow{gap: gap, objects: objects}
	r.ExtendBaseWidget(r)
	return r
}

// A Flow is what NewFlow returns.
type Flow struct {
	widget.BaseWidget
	gap     float32
	objects []fyne.CanvasObject
}

// SetObjects changes what stands in it.
func (r *Flow) SetObjects(objects ...fyne.CanvasObject) {
	r.objects = objects
	r.Refresh()
}

// CreateRenderer places the objects.
func (r *Flow) CreateRenderer() fyne.WidgetRenderer {
	d := &drawn{of: r}
	flow := func(width float32) fyne.Size {
		type spot struct {
			o    fyne.CanvasObject
			x    float32
			size fyne.Size
		}
		var x, y, height, widest float32
		var line []spot
		finish := func() { // each is placed once, or Fyne would paint again after each measuring
			for _, s := range line {
				place(s.o, s.x, y+(height-s.size.Height)/2, s.size.Width, s.size.Height)
			}
			line = line[:0]
		}
		for _, o := range r.objects {
			if !o.Visible() {
				continue
			}
			m := naturalSize(o)
			if x > 0 && x+m.Width > width {
				finish()
				x, y, height = 0, y+height+r.gap, 0
			}
			line = append(line, spot{o, x, fyne.NewSize(min(m.Width, max(width, 1)), m.Height)})
			widest, x, height = max(widest, min(m.Width, 120)), x+m.Width+r.gap, max(height, m.Height)
		}
		finish()
		return fyne.NewSize(widest, y+height)
	}
	d.min = func() fyne.Size {
		width := r.Size().Width
		if width == 0 { // not laid out yet: one line
			width = 1e6
		}
		return flow(width)
	}
	d.layout = func(s fyne.Size) { flow(s.Width) }
	d.refresh = func() { d.objects = r.objects }
	return d.draw()
}

// naturalSize is the size that an object would like on one line: of words all
// their width, where MinSize says what they yield to.
func naturalSize(o fyne.CanvasObject) fyne.Size {
	m := o.MinSize()
	if t, ok := o.(*Text); ok {
		m.Width = t.NaturalWidth() + 1
	}
	return m
}

// NewBeside sets objects beside each other, each as wide as it likes, in the
// middle of the line: a key and what it does.
func NewBeside(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(abreast{gap}, objects...)
}

type abreast struct{ gap float32 }

func (a abreast) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	x := float32(0)
	for _, o := range objects {
		if o.Visible() {
			m := naturalSize(o)
			place(o, x, (s.Height-m.Height)/2, m.Width, m.Height)
			x += m.Width + a.gap
		}
	}
}

func (a abreast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		if o.Visible() {
			m := naturalSize(o)
			if least.Width > 0 {
				least.Width += a.gap
			}
			least.Width, least.Height = least.Width+m.Width, max(least.Height, m.Height)
		}
	}
	return least
}

// NewBar sets some objects at the left and some at the right on one line. Where
// there is no room for all, those at the right go first, the leftmost of them first.
func NewBar(gap float32, left, right []fyne.CanvasObject) *fyne.Container {
	b := bar{gap: gap, left: len(left)}
	return container.New(&b, append(append([]fyne.CanvasObject{}, left...), right...)...)
}

type bar struct {
	gap  float32
	left int
}

// Layout places what has room.
func (b *bar) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	put := func(o fyne.CanvasObject, x float32) float32 {
		m := naturalSize(o)
		width := m.Width
		if x+width > s.Width {
			width = max(s.Width-x, 0)
		}
		height := min(m.Height, s.Height)
		place(o, x, (s.Height-height)/2, width, height)
		return width
	}
	x := float32(0)
	for _, o := range objects[:b.left] {
		if o.Visible() {
			x += put(o, x) + b.gap
		}
	}
	end := s.Width
	for i := len(objects) - 1; i >= b.left; i-- {
		o := objects[i]
		width := naturalSize(o).Width
		if end-width < x {
			end = -1 // nothing further to the left either
		}
		if end < 0 {
			o.Resize(fyne.NewSize(0, 0))
			o.Move(fyne.NewPos(-1e5, 0)) // out of sight, and back when there is room
			continue
		}
		put(o, end-width)
		end -= width + b.gap
	}
}

// MinSize is the height of the highest, and no width: what has no room goes.
func (b *bar) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, o := range objects {
		if o.Visible() {
			height = max(height, o.MinSize().Height)
		}
	}
	return fyne.NewSize(0, height)
}

// NewShares sets objects beside each other, each with the same share of the width;
// on further lines where they would be too narrow.
func NewShares(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&shares{gap: gap}, objects...)
}

type shares struct {
	gap, width float32
}

// leastShare is the least width of one of them, at text of the usual size.
const leastShare = 150

// Layout places the objects line by line.
func (h *shares) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	h.width = s.Width
	h.arrange(objects)
}

// MinSize is the height at the present width.
func (h *shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if h.width == 0 { // not laid out yet: one line
		h.width = float32(len(objects)) * (leastShare + h.gap)
	}
	return fyne.NewSize(leastShare, h.arrange(objects))
}

// arrange places the objects for the width and gives the height.
func (h *shares) arrange(objects []fyne.CanvasObject) float32 {
	columns := min(max(int((h.width+h.gap)/(leastShare+h.gap)), 1), max(len(objects), 1))
	width := (h.width - float32(columns-1)*h.gap) / float32(columns)
	y := float32(0)
	for from := 0; from < len(objects); from += columns {
		line := objects[from:min(from+columns, len(objects))]
		height := float32(0)
		for i, o := range line {
			high := heightAt(o, width)
			place(o, float32(i)*(width+h.gap), y, width, high)
			height = max(height, high)
		}
		y += height + h.gap/2
	}
	return max(y-h.gap/2, 0)
}
