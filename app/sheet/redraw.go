package sheet

import (
	"image"
	"math"
	"slices"
)

// PictureFrom is [Pages.Picture] for a page of which there is a picture from before a
// change: drawn is the picture, of the same page among the pages of then. Rows of
// pixels that nothing new or gone reaches are taken from it, and only the others are
// drawn. It is the same picture, to the pixel.
func (p *Pages) PictureFrom(page int, dpi float64, before *Pages, drawn image.Image) *image.RGBA {
	was, is := drawn.(*image.RGBA)
	if !is || page >= len(p.List) || page >= len(before.List) || p.logo != before.logo ||
		len(p.List[page].Ops) != len(before.List[page].Ops) { // a line more moves all that is below
		return p.Picture(page, dpi)
	}
	d := p.drawing(dpi)
	if was.Rect != d.to.Rect {
		return p.Picture(page, dpi)
	}
	anew := make([]bool, d.to.Rect.Dy())
	for i, op := range p.List[page].Ops {
		if old := before.List[page].Ops[i]; op != old {
			for _, changed := range []Op{op, old} {
				from, to := d.rows(changed)
				for y := from; y < to; y++ {
					anew[y] = true
				}
			}
		}
	}
	for _, op := range p.List[page].Ops {
		if from, to := d.rows(op); slices.Contains(anew[from:to], true) {
			d.draw(op)
		}
	}
	for y, is := range anew {
		if !is {
			copy(d.to.Pix[y*d.to.Stride:][:d.to.Stride], was.Pix[y*was.Stride:])
		}
	}
	return d.to
}

// rows are the rows of pixels that an operation may touch.
func (d *drawing) rows(op Op) (from, to int) {
	const blur = 2 // pixels, for what is drawn on whole ones
	top, foot := reach(op)
	height := float64(d.to.Rect.Dy())
	from = int(min(max(math.Floor(top*d.scale)-blur, 0), height))
	to = int(min(max(math.Ceil(foot*d.scale)+blur, 0), height))
	return from, max(from, to)
}
