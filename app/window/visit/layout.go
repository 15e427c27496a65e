package visit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deskleaf/widgets"
)

// Room of the panel, in Fyne's units.
const (
	padX       = 16
	padY       = 12
	gap        = 10
	leastPages = 84  // the pages keep this height; the form scrolls before that
	leastForm  = 260 // and where it would show less than this, the pages go
	mostPages  = 420
	scrollRoom = 14  // keeps fields clear of the scroll bar
	mostWarned = 0.3 // of the height, for warnings
	lowPanel   = 320 // in a panel that is lower, at text size 100 %, half of that
)

// CreateRenderer draws title, form, pages, warnings and buttons under each other.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	title := widgets.NewText(widgets.PanelStyle, widgets.Plain(p.deps.Words.T("visit.title")))
	head := widgets.NewBar(8, []fyne.CanvasObject{title, p.meter}, []fyne.CanvasObject{p.fold})
	foot := container.New(&buttons{}, p.print, p.save)
	p.content = container.New(&column{panel: p}, head, p.scroll, p.pages, p.warned, foot)
	return widget.NewSimpleRenderer(widgets.NewPanel(widgets.ColorPanel, 0, padX, padY, p.content))
}

// relayout shares the height out anew, after rows or warnings came or went.
func (p *Panel) relayout() {
	if p.content != nil && p.content.Size().Width > 0 {
		p.content.Layout.Layout(p.content.Objects, p.content.Size())
	}
}

// unfolded lays the form out after the extras came or went, and brings those that
// came into sight.
func (p *Panel) unfolded() {
	if p.content == nil {
		return
	}
	p.relayout()
	if p.extras.open {
		p.scroll.Offset.Y = max(0, min(p.extras.body.Position().Y-p.extras.toggle.Size().Height-gap, p.scroll.Content.Size().Height-p.scroll.Size().Height))
	}
	p.scroll.Refresh()
}

// A column is the layout of the panel: the form takes what it needs, the pages
// the rest. Where there is too little for both, the form scrolls; while the extras
// are unfolded, the pages go first.
type column struct{ panel *Panel }

func (c *column) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	p := c.panel
	head, foot := objects[0], objects[4]
	p.form.Resize(fyne.NewSize(s.Width-2*ringRoom, p.form.Size().Height))
	p.warned.Resize(fyne.NewSize(s.Width, p.warned.Size().Height))
	foot.Resize(fyne.NewSize(s.Width, foot.Size().Height))
	below := foot.MinSize().Height
	most := s.Height * mostWarned
	if s.Height < lowPanel*widgets.TextScale() {
		most /= 2
	}
	warned := min(p.warned.MinSize().Height, most)
	if p.warned.Visible() {
		below += warned + gap
	}
	top := head.MinSize().Height + 6
	room := s.Height - top - below - gap
	form := p.form.MinSize().Height + 2*ringRoom
	pages := min(room-form-gap, mostPages)
	p.inset.room = 0
	if pages < leastPages {
		pages = leastPages
		if p.extras.open || room-pages-gap < min(form, leastForm) {
			pages = -gap
		}
		if form > room-pages-gap {
			form, p.inset.room = room-pages-gap, scrollRoom
		}
	}
	p.pages.Hidden = pages < 0
	put := func(o fyne.CanvasObject, y, height float32) float32 {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(s.Width, height))
		return y + height
	}
	put(head, 0, head.MinSize().Height)
	y := put(p.scroll, top, form) + gap
	p.inset.Layout([]fyne.CanvasObject{p.form}, p.scroll.Content.Size())
	if p.scroll.Content.MinSize().Height > p.scroll.Content.Size().Height+1 {
		p.scroll.Refresh() // narrower beside the bar, it has more lines
	}
	if p.pages.Visible() {
		put(p.pages, y, pages)
	}
	y = s.Height - below
	if p.warned.Visible() {
		y = put(p.warned, y, warned) + gap
	}
	put(foot, y, foot.MinSize().Height)
}

// MinSize is small: the panel yields to the window.
func (c *column) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 200) }

// A besideBar is the form in its scroll: it leaves room for the bar where there
// is one, and for the rings around fields.
type besideBar struct{ room float32 }

func (b *besideBar) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(ringRoom, ringRoom))
	o[0].Resize(fyne.NewSize(s.Width-2*ringRoom-b.room, s.Height-2*ringRoom))
}

func (b *besideBar) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(2*ringRoom+b.room, 2*ringRoom)
}

// ringRoom keeps the ring around what has the focus from being cut off.
const ringRoom = 5

// beside sets a field and a small button at its right.
func beside(field, button fyne.CanvasObject) *fyne.Container {
	return container.New(pair{}, field, button)
}

type pair struct{}

func (pair) Layout(o []fyne.CanvasObject, s fyne.Size) {
	width := float32(0)
	if o[1].Visible() {
		m := o[1].MinSize()
		width = m.Width + 4
		o[1].Move(fyne.NewPos(s.Width-m.Width, 0))
		o[1].Resize(fyne.NewSize(m.Width, s.Height))
	}
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(s.Width-width, s.Height))
}

func (pair) MinSize(o []fyne.CanvasObject) fyne.Size {
	m, b := o[0].MinSize(), o[1].MinSize()
	if !o[1].Visible() {
		return m
	}
	return fyne.NewSize(m.Width+b.Width+4, max(m.Height, b.Height))
}

// buttons sets Save at the right as wide as it needs, and Print in the rest. What
// Print says must never be cut off: where it has no room, Save stands under it.
type buttons struct{ width float32 }

const buttonGap = 8

func (b *buttons) stacked(o []fyne.CanvasObject) bool {
	return b.width > 0 && o[0].MinSize().Width+o[1].MinSize().Width+buttonGap > b.width
}

func (b *buttons) Layout(o []fyne.CanvasObject, s fyne.Size) {
	b.width = s.Width
	first, second := o[0].MinSize(), o[1].MinSize()
	o[0].Move(fyne.NewPos(0, 0))
	if b.stacked(o) {
		o[0].Resize(fyne.NewSize(s.Width, first.Height))
		o[1].Move(fyne.NewPos(0, first.Height+buttonGap))
		o[1].Resize(fyne.NewSize(s.Width, second.Height))
		return
	}
	o[0].Resize(fyne.NewSize(s.Width-second.Width-buttonGap, first.Height))
	o[1].Move(fyne.NewPos(s.Width-second.Width, 0))
	o[1].Resize(fyne.NewSize(second.Width, second.Height))
}

func (b *buttons) MinSize(o []fyne.CanvasObject) fyne.Size {
	first, second := o[0].MinSize().Height, o[1].MinSize().Height
	if b.stacked(o) {
		return fyne.NewSize(200, first+buttonGap+second)
	}
	return fyne.NewSize(200, max(first, second))
}
