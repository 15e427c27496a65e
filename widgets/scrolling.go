package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A Scrolling is content that takes the height it is given where that is enough,
// and scrolls where it is not. Fyne's own scroll asks for the height before it
// gives the width, which is wrong for words that wrap.
type Scrolling struct {
	widget.BaseWidget
	content fyne.CanvasObject
	scroll  *container.Scroll
	barRoom bool
}

// NewScrolling returns content that scrolls where it must.
func NewScrolling(content fyne.CanvasObject) *Scrolling {
	s := &Scrolling{content: content}
	s.scroll = NewScroll(container.New(besideBar{s}, content))
	s.ExtendBaseWidget(s)
	return s
}

// barWidth is what content yields to the bar beside it.
const barWidth = 14

// CreateRenderer draws the content in its scroll.
func (s *Scrolling) CreateRenderer() fyne.WidgetRenderer {
	d := &drawn{of: s, objects: []fyne.CanvasObject{s.scroll}}
	d.min = func() fyne.Size {
		if width := s.Size().Width; width > 0 {
			return fyne.NewSize(0, heightAt(s.content, width))
		}
		return fyne.NewSize(0, s.content.MinSize().Height)
	}
	d.layout = func(to fyne.Size) {
		s.barRoom = heightAt(s.content, to.Width) > to.Height+0.5
		s.scroll.Resize(to)
		s.scroll.Refresh()
	}
	d.refresh = func() { s.content.Refresh() }
	return d.draw()
}

// besideBar is the layout of the content: it leaves room for the bar where there
// is one.
type besideBar struct{ of *Scrolling }

func (b besideBar) room() float32 {
	if b.of.barRoom {
		return barWidth
	}
	return 0
}

func (b besideBar) Layout(o []fyne.CanvasObject, s fyne.Size) {
	place(o[0], 0, 0, s.Width-b.room(), s.Height)
}

func (b besideBar) MinSize(o []fyne.CanvasObject) fyne.Size {
	if width := b.of.Size().Width; width > 0 {
		return fyne.NewSize(0, heightAt(o[0], width-b.room()))
	}
	return fyne.NewSize(0, o[0].MinSize().Height)
}
