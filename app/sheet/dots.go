package sheet

import (
	"cmp"
	"fmt"
	"image"
	"image/draw"
	"math"
	"slices"
)

// bandRows is how many rows of dots are drawn at once: of a Letter page at 600
// dots an inch 3 MB, where the whole page would be 135.
const bandRows = 160

// Count is how many pages there are.
func (p *Pages) Count() int { return len(p.List) }

// Dots draws one page, counted from 0, at so many dots per inch for a printer that
// knows ink and no ink, from the same operations as the PDF. It gives the page from
// the top down, some rows at a time: each row is width dots, eight a byte, the
// leftmost in the highest bit, 1 for ink, and begins at a multiple of four bytes.
// The bits hold until take returns. An error of take ends it and is its error.
//
// Words and rules are solid. What is gray is thinner instead, and the logo is
// broken into a screen of dots.
func (p *Pages) Dots(page int, dpi float64, take func(width, rows int, bits []byte) error) error {
	if page < 0 || page >= len(p.List) {
		return fmt.Errorf("there is no page %d", page+1)
	}
	scale := dpi / 72
	width, height := int(math.Ceil(p.Width*scale)), int(math.Ceil(p.Height*scale))
	d := dots{
		ink:  drawing{scale: scale, faces: p.faces, logo: p.logo},
		tone: drawing{scale: scale, faces: p.faces, logo: p.logo},
		bits: make([]byte, bandRows*stride(width)),
	}
	for top := 0; top < height; top += bandRows {
		rows := min(bandRows, height-top)
		if err := take(width, rows, d.band(p.List[page].Ops, image.Rect(0, top, width, top+rows))); err != nil {
			return err
		}
	}
	return nil
}

// stride is how many bytes a row of dots has.
func stride(width int) int { return (width + 31) / 32 * 4 }

// dots is a page that becomes dots, a band at a time. What is solid and what has
// tones are drawn apart: words on the edge between black and white must not be
// broken into a screen.
type dots struct {
	ink, tone drawing
	bits      []byte
}

// band gives the dots of some rows.
func (d *dots) band(ops []Op, rows image.Rectangle) []byte {
	bits := d.bits[:rows.Dy()*stride(rows.Dx())]
	clear(bits)
	solid, toned := false, false
	for _, op := range ops {
		top, foot := reach(op)
		if foot*d.ink.scale+1 < float64(rows.Min.Y) || top*d.ink.scale-1 > float64(rows.Max.Y) {
			continue
		}
		if _, is := op.(ImageOp); is {
			if !toned {
				d.tone.blank(rows)
				toned = true
			}
			d.tone.draw(op)
			continue
		}
		if !solid {
			d.ink.blank(rows)
			solid = true
		}
		d.ink.draw(thinned(op))
	}
	if solid {
		setDots(bits, d.ink.to, func(int, int) uint8 { return 128 })
	}
	if toned {
		setDots(bits, d.tone.to, func(x, y int) uint8 { return screen[y%screenSize][x%screenSize] })
	}
	return bits
}

// blank gives a drawing white rows to draw on, keeping its memory from band to
// band.
func (d *drawing) blank(rows image.Rectangle) {
	if d.to == nil || d.to.Rect.Dx() != rows.Dx() {
		d.to = image.NewRGBA(rows)
	}
	d.to.Rect = rows
	draw.Draw(d.to, rows, image.White, image.Point{}, draw.Src)
}

// setDots adds ink wherever a picture is darker than a limit.
func setDots(bits []byte, from *image.RGBA, limit func(x, y int) uint8) {
	width := from.Rect.Dx()
	for row := range from.Rect.Dy() {
		pix := from.Pix[row*from.Stride:][:4*width]
		to := bits[row*stride(width):]
		y := from.Rect.Min.Y + row
		for x := range width {
			if r, g, b := pix[4*x], pix[4*x+1], pix[4*x+2]; r&g&b != 255 && luminance(r, g, b) < limit(x, y) {
				to[x/8] |= 0x80 >> (x % 8)
			}
		}
	}
}

// luminance is how light a color looks, by the weights of ITU-R BT.601.
func luminance(r, g, b uint8) uint8 {
	return uint8((299*int(r) + 587*int(g) + 114*int(b)) / 1000)
}

// thinned is an operation without gray, which ink alone does not have: a black
// rule of half the weight looks as light. It is drawn a dot wide at least.
func thinned(op Op) Op {
	if rule, is := op.(RuleOp); is && rule.Ink == Gray {
		rule.Ink, rule.Weight = Black, rule.Weight/2
		return rule
	}
	return op
}

// reach is from where to where an operation goes, in points from the page's top.
func reach(op Op) (top, foot float64) {
	switch op := op.(type) {
	case TextOp:
		return op.Y - op.Size*highest(op.Text), op.Y + op.Size*0.4
	case RuleOp:
		return min(op.Y1, op.Y2) - op.Weight, max(op.Y1, op.Y2) + op.Weight
	case BoxOp:
		return op.Y - op.Weight, op.Y + op.H + op.Weight
	case TickOp:
		return op.Y, op.Y + op.Size
	case IconOp:
		return op.Y, op.Y + op.Size
	case SquaresOp:
		return op.Y, op.Y + op.Size
	case ImageOp:
		return op.Y, op.Y + op.H
	}
	return math.Inf(-1), math.Inf(1)
}

// screenSize is the edge of the screen's cell in dots; it holds two round spots,
// so that they stand at 45 degrees, 106 to the inch at 600 dots.
const screenSize = 8

// screen has a limit for each dot of a cell: a tone darker than it is ink. Spots
// grow from their middle, because a laser printer cannot hold single dots.
var screen = makeScreen()

func makeScreen() (s [screenSize][screenSize]uint8) {
	type dot struct {
		x, y int
		rise float64
	}
	var all []dot
	for y := range screenSize {
		for x := range screenSize {
			at := func(i int) float64 { return math.Cos(2 * math.Pi * (float64(i) + 0.5) / screenSize) }
			all = append(all, dot{x, y, at(x) * at(y)})
		}
	}
	slices.SortStableFunc(all, func(a, b dot) int { return cmp.Compare(b.rise, a.rise) })
	for i, d := range all {
		s[d.y][d.x] = uint8(255 - (i*255+127)/len(all))
	}
	return s
}
