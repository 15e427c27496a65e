package cost

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"deskleaf/widgets"
)

// The measures of the screen, for text of the usual size.
const (
	formWidth   = 268 // of the form, beside the answer
	answerLeast = 270 // with less than this beside it, the answer stands under the form
	columnGap   = 24
)

// layOut puts the parts together: form and answer beside each other where there
// is room, else under each other; what one can say under both.
func (s *Screen) layOut() *fyne.Container {
	left := widgets.NewColumn(6, s.form, s.explain)
	right := widgets.NewColumn(8, s.why, s.picture, s.ledger)
	return widgets.NewColumn(10, s.practice, container.New(&beside{screen: s}, left, right), s.say, s.notes, container.New(&narrow{screen: s}, s.approval.content))
}

// halves sets two controls beside each other.
type halves struct{}

func (halves) Layout(o []fyne.CanvasObject, s fyne.Size) {
	half := (s.Width - 8) / 2
	for i, one := range o {
		one.Move(fyne.NewPos(float32(i)*(half+8), 0))
		one.Resize(fyne.NewSize(half, s.Height))
	}
}

func (halves) MinSize(o []fyne.CanvasObject) fyne.Size {
	first, second := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(2*max(first.Width, second.Width)+8, max(first.Height, second.Height))
}

// narrow keeps a form from being wider than is good to read.
type narrow struct {
	screen *Screen
	given  float32 // the width that it was laid out in; 0 before
}

// widestForm is how wide it may be, for text of the usual size.
const widestForm = 480

func (n *narrow) width(s float32) float32 { return min(s, widestForm*scale(n.screen)) }

func (n *narrow) Layout(o []fyne.CanvasObject, s fyne.Size) {
	n.given = s.Width
	put(o[0], 0, 0, n.width(s.Width))
}

func (n *narrow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, put(o[0], 0, 0, n.width(cmp.Or(n.given, max(n.screen.Size().Width, 200)))))
}

// scale is how much larger than usual the text is.
func scale(s *Screen) float32 { return s.Theme().Size(theme.SizeNameText) / 15 }

// beside lays two columns out. It measures them at the width that it was given
// last: at another one it would move them with each measuring, and Fyne would
// paint again and again.
type beside struct {
	screen *Screen
	given  float32 // 0 before it was laid out
}

func (b *beside) Layout(o []fyne.CanvasObject, s fyne.Size) {
	b.given = s.Width
	b.flow(o, s.Width)
}

func (b *beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, b.flow(o, cmp.Or(b.given, b.screen.Size().Width, 600)))
}

// flow places both and gives the height of all.
func (b *beside) flow(o []fyne.CanvasObject, width float32) float32 {
	left, right := o[0], o[1]
	k := scale(b.screen)
	form := min(formWidth*k, width)
	rest := width - form - columnGap*k
	if rest < answerLeast*k {
		height := put(left, 0, 0, width)
		return height + 12 + put(right, 0, height+12, width)
	}
	return max(put(left, 0, 0, form), put(right, form+columnGap*k, 0, rest))
}

// put places an object in a width, as high as it needs there.
func put(o fyne.CanvasObject, x, y, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.Size().Height))
	height := o.MinSize().Height
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
	return height
}
