package widgets

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// Pages shows pictures of pages as sheets of paper that lie in a well, as large
// as they can be beside or under each other. A tap on one asks for it in large.
type Pages struct {
	control
	empty    string // what stands there when there is no page
	problem  string // why there is none; stands in the place of empty
	pictures []image.Image
	sheets   []*canvas.Image
	wide     float32 // pixels of the screen that a page has across; 0 before there is one
	OnTapped func(page int)
}

var _ fyne.Tappable = (*Pages)(nil)

// NewPages returns a well without pages. Empty is what stands in it then.
func NewPages(empty string, tapped func(page int)) *Pages {
	p := &Pages{empty: empty, OnTapped: tapped}
	p.extend(p)
	return p
}

// SetPages changes the pages. The pictures are kept as they are, not copied; one that
// is shown in its place already is not drawn again.
func (p *Pages) SetPages(pictures []image.Image) {
	p.pictures, p.problem = pictures, ""
	p.forget(len(pictures))
	for len(p.sheets) < len(pictures) {
		p.sheets = append(p.sheets, &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth})
	}
	for i, picture := range pictures {
		if p.sheets[i].Image != picture {
			p.sheets[i].Image, p.sheets[i].ScaleMode = picture, p.scaling(picture)
			p.sheets[i].Refresh()
		}
	}
	p.Refresh()
}

// Wide is how many pixels of the screen a page has across as it stands; 0 where none
// has stood yet. A picture of that width is shown as it is. Fyne scales any other,
// which takes it longer than all else that it does for a letter that somebody types.
func (p *Pages) Wide() float64 { return float64(p.wide) }

// scaling is how a picture comes to the size that it has on the screen.
func (p *Pages) scaling(picture image.Image) canvas.ImageScale {
	if d := float32(picture.Bounds().Dx()) - p.wide; d > -1.5 && d < 1.5 {
		return canvas.ImageScaleFastest
	}
	return canvas.ImageScaleSmooth
}

// SetProblem takes the pages away and says why.
func (p *Pages) SetProblem(words string) {
	p.pictures, p.problem = nil, words
	p.forget(0)
	p.Refresh()
}

// forget drops the sheets after the first n, with the pictures on them: they may
// be a patient's.
func (p *Pages) forget(n int) {
	p.sheets = slices.Delete(p.sheets, min(n, len(p.sheets)), len(p.sheets))
}

// Count is how many pages are shown.
func (p *Pages) Count() int { return len(p.pictures) }

// Tapped asks for the page under the pointer.
func (p *Pages) Tapped(ev *fyne.PointEvent) {
	p.takeFocus()
	for i := range p.pictures {
		at, s := p.sheets[i].Position(), p.sheets[i].Size()
		if ev.Position.X >= at.X && ev.Position.X < at.X+s.Width && ev.Position.Y >= at.Y && ev.Position.Y < at.Y+s.Height {
			p.enlarge(i)
			return
		}
	}
}

// TypedKey asks for the first page on Enter and Space.
func (p *Pages) TypedKey(ev *fyne.KeyEvent) {
	if presses(ev) && len(p.pictures) > 0 {
		p.enlarge(0)
		return
	}
	p.control.TypedKey(ev)
}

// Cursor is the hand where there is a page to be enlarged.
func (p *Pages) Cursor() desktop.Cursor {
	if len(p.pictures) == 0 {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

func (p *Pages) enlarge(i int) {
	if p.OnTapped != nil {
		p.OnTapped(i)
	}
}

// The room around and between pages.
const (
	pagesPad = 8
	pagesGap = 10
)

// arrange finds the number of columns that shows n pages of a shape, width over
// height, largest in a room, and the size of each.
func arrange(n int, shape float32, room fyne.Size) (columns int, page fyne.Size) {
	for c := 1; c <= n; c++ {
		rows := (n + c - 1) / c
		width := (room.Width - 2*pagesPad - float32(c-1)*pagesGap) / float32(c)
		height := (room.Height - 2*pagesPad - float32(rows-1)*pagesGap) / float32(rows)
		if width = min(width, height*shape); width > page.Width {
			columns, page = c, fyne.NewSize(width, width/shape)
		}
	}
	return columns, page
}

// shapeOf is width over height of a picture; of one without extent that of Letter.
func shapeOf(picture image.Image) float32 {
	b := picture.Bounds()
	if b.Dx() == 0 || b.Dy() == 0 {
		return 8.5 / 11
	}
	return float32(b.Dx()) / float32(b.Dy())
}

// CreateRenderer draws the well, the sheets with their edges, or why there are none.
func (p *Pages) CreateRenderer() fyne.WidgetRenderer {
	well, ring := newGround(), newRing()
	var frames []*frame
	words := NewText(MutedStyle, nil).Centered()
	d := &drawn{of: p}
	d.min = func() fyne.Size { return fyne.NewSize(120, 90) }
	d.layout = func(s fyne.Size) {
		place(well, 0, 0, s.Width, s.Height)
		place(ring, 0, 0, s.Width, s.Height)
		height := heightAt(words, s.Width-32)
		place(words, 16, (s.Height-height)/2, s.Width-32, height)
		if len(p.pictures) == 0 {
			return
		}
		columns, page := arrange(len(p.pictures), shapeOf(p.pictures[0]), s)
		if columns == 0 {
			return
		}
		rows := (len(p.pictures) + columns - 1) / columns
		left := (s.Width - float32(columns)*page.Width - float32(columns-1)*pagesGap) / 2
		top := (s.Height - float32(rows)*page.Height - float32(rows-1)*pagesGap) / 2
		if cv := canvasOf(p); cv != nil {
			p.wide = page.Width * cv.Scale()
		}
		for i := range p.pictures {
			if mode := p.scaling(p.pictures[i]); mode != p.sheets[i].ScaleMode {
				p.sheets[i].ScaleMode = mode
				p.sheets[i].Refresh()
			}
			x := left + float32(i%columns)*(page.Width+pagesGap)
			y := top + float32(i/columns)*(page.Height+pagesGap)
			frames[i].place(p.sheets[i], x, y, page.Width, page.Height)
		}
	}
	d.refresh = func() {
		setGround(well, paint(p, ColorWell), size(p, theme.SizeNameInputRadius))
		d.objects = []fyne.CanvasObject{well}
		for i := range p.pictures {
			if i == len(frames) {
				frames = append(frames, newFrame())
			}
			d.objects = append(d.objects, frames[i].around(p.sheets[i])...)
		}
		if len(p.pictures) == 0 {
			says := p.empty
			if p.problem != "" {
				says = p.problem
			}
			words.SetText(says)
			d.objects = append(d.objects, words)
		}
		setRing(ring, p, p.focused)
		d.objects = append(d.objects, ring)
	}
	return d.draw()
}
