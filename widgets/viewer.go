package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// The bounds of a Viewer's zoom: 1 is as wide as the viewer.
const (
	smallestZoom = 0.3
	largestZoom  = 4
	zoomStep     = 1.2
)

// A Viewer shows pages under each other, to be looked at closely: the wheel with
// Ctrl, or plus and minus, makes them larger and smaller, 0 as wide as the viewer.
type Viewer struct {
	control
	zoom   float32
	wide   float32 // of the pages as they were laid out last
	sheets []*canvas.Image
	body   *viewerBody
	scroll *zoomScroll

	modifiers func() fyne.KeyModifier // what is held down now

	// OnWidth is told how many pixels wide pages are shown now, whenever that
	// changes, so that they can be drawn anew; nil for nobody.
	OnWidth func(pixels float32)
}

// NewViewer returns a viewer of pictures, each of which is one page.
func NewViewer(pictures []image.Image) *Viewer {
	v := &Viewer{zoom: 1, modifiers: heldModifiers}
	for _, p := range pictures {
		v.sheets = append(v.sheets, &canvas.Image{Image: p, FillMode: canvas.ImageFillStretch})
	}
	v.body = &viewerBody{of: v}
	v.body.ExtendBaseWidget(v.body)
	v.scroll = &zoomScroll{of: v}
	v.scroll.Content, v.scroll.Direction = v.body, container.ScrollBoth
	v.scroll.ExtendBaseWidget(v.scroll)
	v.extend(v)
	return v
}

// SetPictures changes the pictures of the pages, whose shapes stay as they are.
func (v *Viewer) SetPictures(pictures []image.Image) {
	for i, p := range pictures[:min(len(pictures), len(v.sheets))] {
		v.sheets[i].Image = p
		v.sheets[i].Refresh()
	}
}

// Drop lets go of all pictures, which are large: what shows a viewer may be kept long
// after it was closed. Nothing can be shown in it again.
func (v *Viewer) Drop() {
	for _, s := range v.sheets {
		s.Image = nil
	}
	v.sheets, v.OnWidth = nil, nil
}

// shown tells whoever draws the pages how wide they are now.
func (v *Viewer) shown(width float32) {
	c := fyne.CurrentApp().Driver().CanvasForObject(v)
	if v.OnWidth == nil || c == nil || width == v.wide {
		return
	}
	v.wide = width
	v.OnWidth(width * c.Scale())
}

// heldModifiers asks the driver, where it knows.
func heldModifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// Zoom is how wide pages are, as a share of the viewer's width.
func (v *Viewer) Zoom() float32 { return v.zoom }

// SetZoom changes how wide pages are, within bounds, and keeps in sight what is
// in the middle.
func (v *Viewer) SetZoom(zoom float32) {
	zoom = min(max(zoom, smallestZoom), largestZoom)
	if zoom == v.zoom {
		return
	}
	grown, room := zoom/v.zoom, v.scroll.Size()
	middle := v.scroll.Offset.AddXY(room.Width/2, room.Height/2)
	v.zoom = zoom
	v.scroll.Refresh()
	v.body.Refresh()
	v.scroll.ScrollToOffset(fyne.NewPos(
		max(middle.X*grown-room.Width/2, 0), max(middle.Y*grown-room.Height/2, 0)))
}

// TypedKey zooms and scrolls, and passes on the rest.
func (v *Viewer) TypedKey(ev *fyne.KeyEvent) {
	page := v.scroll.Size().Height * 0.9
	switch ev.Name {
	case fyne.KeyPlus, fyne.KeyEqual:
		v.SetZoom(v.zoom * zoomStep)
	case fyne.KeyMinus:
		v.SetZoom(v.zoom / zoomStep)
	case fyne.Key0:
		v.SetZoom(1)
	case fyne.KeyUp:
		v.by(0, -60)
	case fyne.KeyDown:
		v.by(0, 60)
	case fyne.KeyLeft:
		v.by(-60, 0)
	case fyne.KeyRight:
		v.by(60, 0)
	case fyne.KeyPageUp:
		v.by(0, -page)
	case fyne.KeyPageDown, fyne.KeySpace:
		v.by(0, page)
	case fyne.KeyHome:
		v.scroll.ScrollToTop()
	case fyne.KeyEnd:
		v.scroll.ScrollToBottom()
	default:
		v.control.TypedKey(ev)
	}
}

// TypedRune swallows the letters of the keys above.
func (v *Viewer) TypedRune(rune) {}

// by scrolls as the wheel does, which knows the bounds.
func (v *Viewer) by(dx, dy float32) {
	v.scroll.Scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-dx, -dy)})
}

// Cursor is the usual one.
func (v *Viewer) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// MouseIn does nothing: pages look the same under the pointer.
func (v *Viewer) MouseIn(*desktop.MouseEvent) {}

// MouseOut does nothing.
func (v *Viewer) MouseOut() {}

// CreateRenderer draws the well and the scroll.
func (v *Viewer) CreateRenderer() fyne.WidgetRenderer {
	well, ring := newGround(), newRing()
	d := &drawn{of: v, objects: []fyne.CanvasObject{well, v.scroll, ring}}
	d.min = func() fyne.Size { return fyne.NewSize(200, 200) }
	d.layout = func(s fyne.Size) {
		place(well, 0, 0, s.Width, s.Height)
		place(ring, 0, 0, s.Width, s.Height)
		v.scroll.Resize(s)
	}
	d.refresh = func() {
		setGround(well, paint(v, ColorWell), 0)
		setRing(ring, v, v.focused)
	}
	return d.draw()
}

// A zoomScroll is a scroll whose wheel zooms while Ctrl is held. It is the scroll
// itself, and not the pages in it, that takes the wheel: Fyne would take pages
// that scroll for another window to draw within.
type zoomScroll struct {
	container.Scroll
	of *Viewer
}

// Scrolled zooms with Ctrl held, and scrolls without.
func (z *zoomScroll) Scrolled(ev *fyne.ScrollEvent) {
	switch {
	case z.of.modifiers()&fyne.KeyModifierShortcutDefault == 0:
		z.Scroll.Scrolled(ev)
	case ev.Scrolled.DY > 0:
		z.of.SetZoom(z.of.zoom * zoomStep)
	case ev.Scrolled.DY < 0:
		z.of.SetZoom(z.of.zoom / zoomStep)
	}
}

// A viewerBody is the pages of a Viewer, under its scroll.
type viewerBody struct {
	widget.BaseWidget
	of *Viewer
}

// CreateRenderer draws the pages with their edges.
func (b *viewerBody) CreateRenderer() fyne.WidgetRenderer {
	d := &drawn{of: b}
	frames := make([]*frame, len(b.of.sheets))
	for i, s := range b.of.sheets {
		frames[i] = newFrame()
		d.objects = append(d.objects, frames[i].around(s)...)
	}
	width := func() float32 { return (b.of.scroll.Size().Width - 2*pagesPad) * b.of.zoom }
	d.min = func() fyne.Size {
		height := float32(pagesPad)
		for _, s := range b.of.sheets {
			height += width()/shapeOf(s.Image) + pagesGap
		}
		return fyne.NewSize(width()+2*pagesPad, height)
	}
	d.layout = func(size fyne.Size) {
		w, y := width(), float32(pagesPad)
		x := max((size.Width-w)/2, pagesPad)
		for i, s := range b.of.sheets {
			height := w / shapeOf(s.Image)
			frames[i].place(s, x, y, w, height)
			y += height + pagesGap
		}
		b.of.shown(w)
	}
	d.refresh = func() {}
	return d.draw()
}
