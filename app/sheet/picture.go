package sheet

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"
	"strings"

	scaling "golang.org/x/image/draw"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// Picture draws one page, counted from 0, at so many dots per inch, from the same
// operations as the PDF. It answers nil for a page that there is not.
func (p *Pages) Picture(page int, dpi float64) *image.RGBA {
	if page < 0 || page >= len(p.List) {
		return nil
	}
	d := p.drawing(dpi)
	for _, op := range p.List[page].Ops {
		d.draw(op)
	}
	return d.to
}

// drawing is a white page to draw on.
func (p *Pages) drawing(dpi float64) *drawing {
	d := &drawing{scale: dpi / 72, faces: p.faces, logo: p.logo}
	d.to = image.NewRGBA(image.Rect(0, 0, int(math.Ceil(p.Width*d.scale)), int(math.Ceil(p.Height*d.scale))))
	draw.Draw(d.to, d.to.Bounds(), image.White, image.Point{}, draw.Src)
	return d
}

// Same reports whether a page, counted from 0, looks as it does among other pages.
func (p *Pages) Same(page int, other *Pages) bool {
	return page < len(p.List) && page < len(other.List) && p.Width == other.Width && p.Height == other.Height &&
		p.logo == other.logo && slices.Equal(p.List[page].Ops, other.List[page].Ops)
}

// A drawing is a page under way.
type drawing struct {
	to    *image.RGBA
	scale float64 // pixels a point
	faces *typefaces
	logo  *logoSize
	shape vector.Rasterizer
	buf   sfnt.Buffer
}

func (d *drawing) draw(op Op) {
	switch op := op.(type) {
	case TextOp:
		d.text(op)
	case RuleOp:
		d.rule(op)
	case BoxOp:
		d.fill(boxOutline(op), op.Ink)
	case TickOp:
		d.fill(tickOutline(op), Black)
	case IconOp:
		d.fill(iconOutline(op), Black)
	case SquaresOp:
		d.fill(squaresOutline(op), Black)
	case ImageOp:
		box := image.Rect(d.pixel(op.X), d.pixel(op.Y), d.pixel(op.X+op.W), d.pixel(op.Y+op.H))
		scaling.ApproxBiLinear.Scale(d.to, box, d.logo.image, d.logo.image.Bounds(), draw.Over, nil)
	}
}

func (d *drawing) pixel(points float64) int { return int(math.Round(points * d.scale)) }

// rule draws a line that is whole pixels wide, so that it stands sharp on a screen.
func (d *drawing) rule(r RuleOp) {
	half, wide := r.Weight/2, max(1, d.pixel(r.Weight))
	box := image.Rect(d.pixel(r.X1), d.pixel(r.Y1-half), d.pixel(r.X2), d.pixel(r.Y1-half)+wide)
	if r.X1 == r.X2 {
		box = image.Rect(d.pixel(r.X1-half), d.pixel(r.Y1), d.pixel(r.X1-half)+wide, d.pixel(r.Y2))
	}
	draw.Draw(d.to, box, image.NewUniform(inkColor(r.Ink)), image.Point{}, draw.Src)
}

// text draws words as one shape. Their baseline is on a whole pixel and each
// letter on a quarter of one, so that they stand sharp on a screen, and as poppler
// sets them.
func (d *drawing) text(t TextOp) {
	f := d.faces[t.Face]
	box := d.begin(t.X-t.Size/2, t.Y-t.Size*highest(t.Text), t.Width+t.Size, t.Size*(highest(t.Text)+0.4))
	if box.Empty() {
		return
	}
	x, top := t.X*d.scale-float64(box.Min.X), float64(box.Min.Y)
	em := t.Size * d.scale
	marks := markPen{face: f}
	for _, r := range t.Text {
		right, up := marks.next(r, &d.buf)
		for _, s := range f.glyph(r, &d.buf) {
			d.glyphStep(s, float32(math.Floor(4*(x+right*em))/4), float32(math.Floor((t.Y-up*t.Size)*d.scale)-top), float32(em))
		}
		units, _ := f.advance(r)
		x += float64(units) * em / 1000
	}
	d.end(box, t.Ink)
}

// highest is how far words may reach over their baseline, in parts of the size.
func highest(words string) float64 {
	if strings.ContainsFunc(words, func(r rune) bool { return sideOf(r) == over }) {
		return 1.4
	}
	return 1.1
}

// glyphStep adds one step of a glyph, given in parts of the size.
func (d *drawing) glyphStep(s glyphStep, x, y, em float32) {
	at := func(i int) (float32, float32) { return x + s.at[i][0]*em, y + s.at[i][1]*em }
	x1, y1 := at(0)
	x2, y2 := at(1)
	x3, y3 := at(2)
	switch s.op {
	case sfnt.SegmentOpMoveTo:
		d.shape.MoveTo(x1, y1)
	case sfnt.SegmentOpLineTo:
		d.shape.LineTo(x1, y1)
	case sfnt.SegmentOpQuadTo:
		d.shape.QuadTo(x1, y1, x2, y2)
	case sfnt.SegmentOpCubeTo:
		d.shape.CubeTo(x1, y1, x2, y2, x3, y3)
	}
}

// begin makes room for a shape within a box in points, and tells which pixels
// that is.
func (d *drawing) begin(x, y, w, h float64) image.Rectangle {
	box := image.Rect(int(math.Floor(x*d.scale))-1, int(math.Floor(y*d.scale))-1,
		int(math.Ceil((x+w)*d.scale))+1, int(math.Ceil((y+h)*d.scale))+1).Intersect(d.to.Bounds())
	d.shape.Reset(box.Dx(), box.Dy())
	return box
}

func (d *drawing) end(box image.Rectangle, ink Ink) {
	if box.Empty() {
		return
	}
	d.shape.Draw(d.to, box, image.NewUniform(inkColor(ink)), image.Point{})
}

func inkColor(ink Ink) color.RGBA {
	c := rgb[ink]
	return color.RGBA{c[0], c[1], c[2], 255}
}

// fill draws an outline. The rasterizer fills by winding; shapes that fill by
// even and odd are drawn figure by figure, each taking away from the others.
func (d *drawing) fill(o outline, ink Ink) {
	if len(o.steps) == 0 {
		return
	}
	box := d.begin(o.bounds())
	if box.Empty() {
		return
	}
	if !o.evenOdd {
		d.steps(o.steps, box)
		d.end(box, ink)
		return
	}
	mask := image.NewAlpha(image.Rectangle{Max: box.Size()})
	one := image.NewAlpha(mask.Rect)
	for _, figure := range o.figures() {
		d.shape.Reset(box.Dx(), box.Dy())
		d.shape.DrawOp = draw.Src
		d.steps(figure, box)
		d.shape.Draw(one, one.Rect, image.Opaque, image.Point{})
		d.shape.DrawOp = draw.Over
		for i, a := range one.Pix {
			m := int(mask.Pix[i])
			mask.Pix[i] = uint8(m + int(a) - 2*m*int(a)/255)
		}
	}
	draw.DrawMask(d.to, box, image.NewUniform(inkColor(ink)), image.Point{}, mask, image.Point{}, draw.Over)
}

// steps adds the steps of a path.
func (d *drawing) steps(steps []pathStep, box image.Rectangle) {
	x := func(v float64) float32 { return float32(v*d.scale) - float32(box.Min.X) }
	y := func(v float64) float32 { return float32(v*d.scale) - float32(box.Min.Y) }
	for _, s := range steps {
		switch a := s.at; s.op {
		case 'M':
			d.shape.MoveTo(x(a[0]), y(a[1]))
		case 'L':
			d.shape.LineTo(x(a[0]), y(a[1]))
		case 'C':
			d.shape.CubeTo(x(a[0]), y(a[1]), x(a[2]), y(a[3]), x(a[4]), y(a[5]))
		case 'Z':
			d.shape.ClosePath()
		}
	}
}

// bounds are a box around every point of the outline.
func (o outline) bounds() (x, y, w, h float64) {
	x, y = math.Inf(1), math.Inf(1)
	right, foot := math.Inf(-1), math.Inf(-1)
	for _, s := range o.steps {
		for i := range s.points() {
			x, right = min(x, s.at[2*i]), max(right, s.at[2*i])
			y, foot = min(y, s.at[2*i+1]), max(foot, s.at[2*i+1])
		}
	}
	return x, y, right - x, foot - y
}

// figures are the closed parts of an outline.
func (o outline) figures() [][]pathStep {
	var made [][]pathStep
	from := 0
	for i, s := range o.steps {
		if s.op == 'Z' {
			made = append(made, o.steps[from:i+1])
			from = i + 1
		}
	}
	return made
}

// A glyphStep is a step of a letter's shape in parts of the size.
type glyphStep struct {
	op sfnt.SegmentOp
	at [3][2]float32
}

// glyph is the shape of a letter, kept once it was read. A letter that cannot be
// read has no shape.
func (f *face) glyph(r rune, b *sfnt.Buffer) []glyphStep {
	if kept, ok := f.glyphs.Load(r); ok {
		return kept.([]glyphStep)
	}
	steps, err := f.readGlyph(r, b)
	if err != nil {
		steps = nil
	}
	f.glyphs.Store(r, steps)
	return steps
}

func (f *face) readGlyph(r rune, b *sfnt.Buffer) ([]glyphStep, error) {
	g, err := f.parsed.GlyphIndex(b, r)
	if err != nil {
		return nil, fmt.Errorf("find glyph of %U: %w", r, err)
	}
	segments, err := f.parsed.LoadGlyph(b, g, fixed.I(int(f.units)), nil)
	if err != nil {
		return nil, fmt.Errorf("read glyph of %U: %w", r, err)
	}
	em := float32(f.units) * 64 / float32(f.size)
	steps := make([]glyphStep, len(segments))
	for i, s := range segments {
		steps[i].op = s.Op
		for k, a := range s.Args {
			steps[i].at[k] = [2]float32{float32(a.X) / em, float32(a.Y) / em}
		}
	}
	return steps, nil
}
