package printing

import (
	"context"
	"math"
)

// inches is how large a paper is.
func (p Paper) inches() (width, height float64) {
	if p == A4 {
		return 210 / 25.4, 297 / 25.4
	}
	return 8.5, 11
}

// A device is how a printer lays dots on paper, as its driver says.
type device struct {
	dpiX, dpiY    int // dots per inch
	width, height int // of the paper, in dots
	left, top     int // from the paper's corner to where it can print, in dots
}

// finest is the most dots per inch that pages are drawn at. A printer of more
// gets squares of its dots.
const finest = 720

// slack is how much smaller than it should a paper may be for pages to keep
// their size: drivers round.
const slack = 0.99

// A fit lays pages onto a device's paper.
type fit struct {
	dpi          float64 // that pages are drawn at
	stepX, stepY float64 // device dots for one drawn
	left, top    float64 // the pages' corner, in device dots from where it can print
}

// fit puts pages into the paper's corner. Where the printer has smaller paper
// than the job, the pages become smaller and stand in its middle: none of their
// words may be cut off.
func (d device) fit(p Paper) fit {
	width, height := p.inches()
	share := 1.0
	if d.width > 0 && d.height > 0 {
		share = min(float64(d.width)/(width*float64(d.dpiX)), float64(d.height)/(height*float64(d.dpiY)))
		if share >= slack {
			share = 1
		}
	}
	step := math.Ceil(float64(d.dpiX) / finest)
	f := fit{dpi: float64(d.dpiX) / step * share, stepX: step, stepY: step * float64(d.dpiY) / float64(d.dpiX)}
	f.left, f.top = -float64(d.left), -float64(d.top)
	if share < 1 {
		f.left += (float64(d.width) - width*float64(d.dpiX)*share) / 2
		f.top += (float64(d.height) - height*float64(d.dpiY)*share) / 2
	}
	return f
}

// A patch is where a band stands, in device dots from where the printer can print.
type patch struct{ x, y, width, height int32 }

// place is the patch of some rows of dots. Neighbors meet without gap or overlap.
func (f fit) place(width, from, rows int) patch {
	at := func(corner, step float64, dots int) int32 { return int32(math.Round(corner + step*float64(dots))) }
	x, y := at(f.left, f.stepX, 0), at(f.top, f.stepY, from)
	return patch{x, y, at(f.left, f.stepX, width) - x, at(f.top, f.stepY, from+rows) - y}
}

// empty stands in an order of pages for a page with nothing on it.
const empty = -1

// order is the pages of a job one after another, as often as they are wanted. On
// two sides every copy begins on a new sheet.
func order(pages, copies int, twoSided bool) []int {
	var all []int
	for i := range copies {
		if i > 0 && twoSided && pages%2 == 1 {
			all = append(all, empty)
		}
		for page := range pages {
			all = append(all, page)
		}
	}
	return all
}

// A spool takes pages one after another, as Windows does.
type spool interface {
	startPage() error
	// draw puts rows of dots into a patch. They come from the foot up, as a bitmap
	// of Windows has them.
	draw(at patch, width, rows int, bits []byte) error
	endPage() error
}

// spoolPages draws pages in their order. It stops where the context ends.
func spoolPages(ctx context.Context, to spool, pages Pages, f fit, order []int) error {
	var turned []byte
	for _, page := range order {
		if err := to.startPage(); err != nil {
			return err
		}
		from := 0
		band := func(width, rows int, bits []byte) error {
			if ctx.Err() != nil {
				return silent()
			}
			turned = turn(turned, bits, rows)
			at := f.place(width, from, rows)
			from += rows
			if blank(bits) {
				return nil
			}
			return to.draw(at, width, rows, turned)
		}
		if page != empty {
			if err := pages.Dots(page, f.dpi, band); err != nil {
				return err
			}
		}
		if err := to.endPage(); err != nil {
			return err
		}
	}
	return nil
}

// turn gives rows in the opposite order, in the memory of into.
func turn(into, bits []byte, rows int) []byte {
	into = into[:0]
	stride := len(bits) / rows
	for row := rows - 1; row >= 0; row-- {
		into = append(into, bits[row*stride:(row+1)*stride]...)
	}
	return into
}

// blank reports whether rows of dots have no ink.
func blank(bits []byte) bool {
	for _, b := range bits {
		if b != 0 {
			return false
		}
	}
	return true
}
