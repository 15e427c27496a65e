package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// A box is a part of the window, in Fyne's units from its upper left corner.
type box struct{ x0, y0, x1, y1 float32 }

func boxOf(at fyne.Position, size fyne.Size) box {
	return box{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

// and is what two boxes share.
func (b box) and(o box) box {
	return box{max(b.x0, o.x0), max(b.y0, o.y0), min(b.x1, o.x1), min(b.y1, o.y1)}
}

func (b box) empty() bool { return b.x1 <= b.x0 || b.y1 <= b.y0 }

// in reports whether a box lies in another, but for what rounding does.
func (b box) in(o box) bool {
	const slack = 1.01
	return b.x0 >= o.x0-slack && b.y0 >= o.y0-slack && b.x1 <= o.x1+slack && b.y1 <= o.y1+slack
}

// A seen is an object on the window: where it stands, in which widgets, and what
// is cut off around it. Where it lies in something that scrolls, what lies out of
// sight there can be scrolled to: room is then as wide as what scrolls, and as high
// as what is in it.
type seen struct {
	fyne.CanvasObject
	at      box
	room    box // where it may stand
	sight   box // the part of room that shows now
	parents []fyne.CanvasObject
}

// inSight is everything that shows, the topmost dialog alone where one is open, in
// the order in which it is drawn.
func (tr *trial) inSight() []seen {
	c := tr.frame.Canvas()
	whole := box{0, 0, c.Size().Width, c.Size().Height}
	top := fyne.CanvasObject(c.Content())
	if over := c.Overlays().Top(); over != nil {
		top = over
	}
	var all []seen
	gather(top, top.Position(), whole, whole, nil, &all)
	return all
}

// gather adds an object and all that is in it.
func gather(o fyne.CanvasObject, at fyne.Position, room, sight box, parents []fyne.CanvasObject, all *[]seen) {
	if !o.Visible() {
		return
	}
	is := seen{o, boxOf(at, o.Size()), room, sight, parents}
	*all = append(*all, is)
	var inner []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inner = o.Objects
	case fyne.Widget:
		inner = test.WidgetRenderer(o).Objects()
	}
	parents = append(slices.Clone(parents), o)
	if scroll, ok := o.(*container.Scroll); ok {
		sight = sight.and(is.at)
		content := boxOf(at.Subtract(scroll.Offset), scroll.Content.Size())
		room = is.at
		if scroll.Direction != container.ScrollHorizontalOnly {
			room.y0, room.y1 = min(content.y0, room.y0), max(content.y1, room.y1)
		}
		if scroll.Direction != container.ScrollVerticalOnly {
			room.x0, room.x1 = min(content.x0, room.x0), max(content.x1, room.x1)
		}
	}
	for _, child := range inner {
		gather(child, at.Add(child.Position()), room, sight, parents, all)
	}
}

// lettered are the texts in sight, or to be scrolled to, that say something.
func lettered(all []seen) []seen {
	return slices.DeleteFunc(slices.Clone(all), func(s seen) bool {
		text, ok := s.CanvasObject.(*canvas.Text)
		return !ok || text.Text == ""
	})
}
