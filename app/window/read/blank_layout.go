package read

import (
	"fyne.io/fyne/v2"

	"deskleaf/widgets"
)

// blankLayout sets the question over the field and what it is kept for, or the
// link alone.
type blankLayout struct{ form *blankForm }

// The widths of a form, at text size 100 %: the field, and the list beside it.
const (
	blankField = 280
	blankScope = 180
	blankGap   = 6
)

func (l *blankLayout) Layout(o []fyne.CanvasObject, s fyne.Size) { l.flow(o, s.Width) }

func (l *blankLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	width := l.form.Size().Width
	if width <= 0 {
		width = (blankField + blankScope) * widgets.TextScale()
	}
	return fyne.NewSize(160, l.flow(o, width))
}

// flow places the parts and gives the height of all.
func (l *blankLayout) flow(o []fyne.CanvasObject, width float32) float32 {
	question, input, scope, link := o[0], o[1], o[2], o[3]
	if !l.form.open {
		height := link.MinSize().Height
		put(link, 0, 0, min(link.MinSize().Width, width), height)
		return height
	}
	question.Resize(fyne.NewSize(width, question.Size().Height))
	y := question.MinSize().Height
	put(question, 0, 0, width, y)
	y += 2
	height := input.MinSize().Height
	field, beside := blankField*widgets.TextScale(), max(blankScope, l.form.scope.NaturalWidth())
	if width < field+beside+blankGap && scope.Visible() {
		put(input, 0, y, width, height)
		put(scope, 0, y+height+blankGap, width, height)
		return y + 2*height + blankGap
	}
	put(input, 0, y, min(field, width), height)
	put(scope, field+blankGap, y, beside, height)
	return y + height
}

func put(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}
