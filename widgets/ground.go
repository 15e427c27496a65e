package widgets

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// newGround is a large area of one color, which is still to come: a picture of one
// pixel. Fyne paints the whole window at every letter, and where no graphics card
// does it (a remote desktop, a virtual computer), a frame takes as long as its pixels
// do. Fyne's rectangle, which could have a line and a shadow, takes twice as long for
// each, and with round corners three times.
func newGround() *canvas.Image {
	return &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScalePixels}
}

// setGround gives a ground its color and the radius of its corners.
func setGround(g *canvas.Image, c color.Color, radius float32) {
	g.CornerRadius = radius
	pixel := color.RGBAModel.Convert(c).(color.RGBA)
	if now, is := g.Image.(*image.RGBA); is && now.RGBAAt(0, 0) == pixel {
		return
	}
	one := image.NewRGBA(image.Rect(0, 0, 1, 1))
	one.SetRGBA(0, 0, pixel)
	g.Image = one
	g.Refresh()
}

// A box is a ground with a line around it.
type box struct{ line, fill *canvas.Image }

func newBox() box { return box{newGround(), newGround()} }

// boxLine is how wide the line is.
const boxLine = 1

// set gives the box its colors and the radius of its corners.
func (b box) set(fill, line color.Color, radius float32) {
	setGround(b.line, line, radius)
	setGround(b.fill, fill, radius-boxLine)
}

func (b box) place(x, y, w, h float32) {
	place(b.line, x, y, w, h)
	place(b.fill, x+boxLine, y+boxLine, w-2*boxLine, h-2*boxLine)
}

// A frame is what sets a page of paper off from the well that it lies in: a line at
// each side and a shade at the foot. Around and not under it, since all of what lies
// under a page is painted for nothing.
type frame struct {
	lines [4]*canvas.Rectangle
	shade *canvas.LinearGradient
}

func newFrame() *frame {
	f := &frame{shade: canvas.NewVerticalGradient(clear(0x30), clear(0))}
	for i := range f.lines {
		f.lines[i] = canvas.NewRectangle(clear(0x30))
	}
	return f
}

// around are a page and its frame, to be drawn.
func (f *frame) around(page fyne.CanvasObject) []fyne.CanvasObject {
	return []fyne.CanvasObject{f.shade, f.lines[0], f.lines[1], f.lines[2], f.lines[3], page}
}

// place places a page with its frame.
func (f *frame) place(page fyne.CanvasObject, x, y, w, h float32) {
	const shade = 4
	place(page, x, y, w, h)
	place(f.lines[0], x-1, y-1, w+2, 1)
	place(f.lines[1], x-1, y+h, w+2, 1)
	place(f.lines[2], x-1, y, 1, h)
	place(f.lines[3], x+w, y, 1, h)
	place(f.shade, x, y+h+1, w, shade)
}
