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

// natural is the width of all objects on one line.
func (r *Flow) natural() float32 {
	width := -r.gap
	for _, o := range r.objects {
		if o.Visible() {
			width += naturalSize(o).Width + r.gap
		}
	}
	return max(width, 0)
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
			if m.Width > width { // words on several lines
				m.Height = heightAt(o, max(width, 1))
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
	switch o := o.(type) {
	case *Text:
		m.Width = o.NaturalWidth() + 1
	case *Segments:
		m.Width = o.naturalWidth()
	case *Check:
		m.Width = o.naturalWidth()
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
// there is no room for all, those at the right go first, the leftmost of them first,
// and then those at the left, but for the first. It is for what can be done without:
// buttons stand in [NewHead].
func NewBar(gap float32, left, right []fyne.CanvasObject) *fyne.Container {
	b := bar{gap: gap, left: len(left)}
	var places []fyne.CanvasObject
	for _, o := range append(append([]fyne.CanvasObject{}, left...), right...) {
		places = append(places, container.NewStack(o)) // hidden without a word to o, which hides for reasons of its own
	}
	return container.New(&b, places...)
}

// NewHead sets a title and what belongs to it at the left and buttons at the right
// on one line. Where there is no room for all, the buttons stand under the title, on
// as many lines as they need.
func NewHead(gap float32, left, right []fyne.CanvasObject) *fyne.Container {
	h := &head{gap: gap, line: NewFlow(gap, left...), buttons: NewFlow(gap, right...)}
	return container.New(h, h.line, h.buttons)
}

type head struct {
	gap           float32
	line, buttons *Flow
	width         float32
}

// room is the width of both parts on lines of their own, and whether they have one
// line together.
func (h *head) room() (left, right float32, together bool) {
	left, right = h.line.natural(), h.buttons.natural()
	return left, right, h.width == 0 || left+right+h.gap <= h.width
}

// Layout places title and buttons.
func (h *head) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	h.width = s.Width
	left, right, together := h.room()
	if together {
		title, buttons := heightAt(h.line, left+1), heightAt(h.buttons, right+1)
		place(h.line, 0, (s.Height-title)/2, left+1, title)
		place(h.buttons, s.Width-right-1, (s.Height-buttons)/2, right+1, buttons)
		return
	}
	title := heightAt(h.line, s.Width)
	place(h.line, 0, 0, s.Width, title)
	place(h.buttons, 0, title+h.gap, s.Width, heightAt(h.buttons, s.Width))
}

// MinSize is the height at the width of the last layout.
func (h *head) MinSize([]fyne.CanvasObject) fyne.Size {
	title, buttons := h.line.MinSize().Height, h.buttons.MinSize().Height
	if _, _, together := h.room(); together {
		return fyne.NewSize(0, max(title, buttons))
	}
	return fyne.NewSize(0, title+h.gap+buttons)
}

type bar struct {
	gap  float32
	left int
}

// Layout places what has room, and hides the rest.
func (b *bar) Layout(places []fyne.CanvasObject, s fyne.Size) {
	put := func(o fyne.CanvasObject, x float32) float32 {
		m := b.size(o)
		width, height := min(m.Width, max(s.Width-x, 0)), min(m.Height, s.Height)
		place(o, x, (s.Height-height)/2, width, height)
		return width
	}
	x := float32(0)
	for i, o := range places[:b.left] {
		if !wantsSight(o) {
			continue
		}
		if fits := i == 0 || x+b.size(o).Width <= s.Width; showOnly(o, fits) {
			x += put(o, x) + b.gap
		}
	}
	end := s.Width
	for i := len(places) - 1; i >= b.left; i-- {
		o := places[i]
		width := b.size(o).Width
		if end-width < x {
			end = -1 // nothing further to the left either
		}
		if showOnly(o, end >= 0) {
			put(o, end-width)
			end -= width + b.gap
		}
	}
}

// size is what the object in a place would like.
func (b *bar) size(place fyne.CanvasObject) fyne.Size { return naturalSize(inside(place)) }

// inside is the object in a place of a bar.
func inside(place fyne.CanvasObject) fyne.CanvasObject {
	if c, ok := place.(*fyne.Container); ok {
		return c.Objects[0]
	}
	return place
}

// wantsSight reports whether the object in a place wants to be seen.
func wantsSight(place fyne.CanvasObject) bool { return inside(place).Visible() }

// showOnly shows an object or hides it, where that is a change, and says which.
func showOnly(o fyne.CanvasObject, on bool) bool {
	switch {
	case on && !o.Visible():
		o.Show()
	case !on && o.Visible():
		o.Hide()
	}
	return on
}

// MinSize is the height of the highest, and no width: what has no room goes.
func (b *bar) MinSize(places []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, o := range places {
		if wantsSight(o) {
			height = max(height, inside(o).MinSize().Height)
		}
	}
	return fyne.NewSize(0, height)
}

// NewShares sets objects beside each other, each with the same share of the width;
// on further lines where they would be too narrow.
func NewShares(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&shares{gap: gap}, objects...)
}

// widestChoice is the width in which every choice in an object is whole; 0 where there is
// none in it.
func widestChoice(o fyne.CanvasObject) float32 {
	switch o := o.(type) {
	case *Choice:
		return o.NaturalWidth()
	case *fyne.Container:
		widest := float32(0)
		for _, part := range o.Objects {
			widest = max(widest, widestChoice(part))
		}
		return widest
	}
	return 0
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
	least := leastShare * TextScale()
	if h.width == 0 { // not laid out yet: one line
		h.width = float32(len(objects)) * (least + h.gap)
	}
	return fyne.NewSize(least, h.arrange(objects))
}

// arrange places the objects for the width and gives the height.
func (h *shares) arrange(objects []fyne.CanvasObject) float32 {
	least := leastShare * TextScale()
	for _, o := range objects {
		least = max(least, widestChoice(o))
	}
	columns := min(max(int((h.width+h.gap)/(least+h.gap)), 1), max(len(objects), 1))
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
