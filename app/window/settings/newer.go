package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"deskleaf/assets/words"
	"deskleaf/widgets"
)

// NewerDeps is what newer words are chosen from. Nothing may be nil.
type NewerDeps struct {
	Words  *words.Words
	Intro  string
	Pieces []NewerPiece
}

// A NewerPiece is something that ships with other words now.
type NewerPiece struct {
	Label    string
	Conflict bool // the clinic changed it too
	Sides    []NewerSide
}

// A NewerSide is one text of a piece as the clinic has it, and as it ships; what
// differs is strong. Empty is nothing.
type NewerSide struct {
	Where       string // the language, or which fact
	Ours, Ships []widgets.Run
}

// Newer lets somebody choose piece by piece between the clinic's words and those
// that ship now.
type Newer struct {
	checks  []*widgets.Check
	content fyne.CanvasObject
}

// NewNewer makes the form. What the clinic left alone is proposed to be taken.
func NewNewer(deps NewerDeps) *Newer {
	t, f := deps.Words.T, &Newer{}
	column := widgets.NewColumn(14, widgets.NewText(widgets.BodyStyle, widgets.Plain(deps.Intro)), f.sides(widgets.Strong(t("newer.ours")), widgets.Strong(t("newer.ships"))))
	for _, p := range deps.Pieces {
		check := widgets.NewCheck(t("newer.take", "piece", p.Label), !p.Conflict, nil)
		f.checks = append(f.checks, check)
		piece := widgets.NewColumn(4, check)
		if p.Conflict {
			piece.Add(widgets.NewText(widgets.MutedStyle, widgets.Plain(t("newer.conflict"))))
		}
		for _, s := range p.Sides {
			if s.Where != "" {
				piece.Add(widgets.NewText(widgets.MutedStyle, widgets.Plain(s.Where)))
			}
			nothing := widgets.Plain(t("newer.nothing"))
			piece.Add(f.sides(orElse(s.Ours, nothing), orElse(s.Ships, nothing)))
		}
		column.Add(piece)
	}
	f.content = widgets.NewScroll(container.New(roomForRings{}, column))
	return f
}

// Content is what a dialog shows.
func (f *Newer) Content() fyne.CanvasObject { return f.content }

// First is the box that has the focus at first.
func (f *Newer) First() fyne.Focusable { return f.checks[0] }

// Takes reports whether a piece, by its place in the list, is to be taken.
func (f *Newer) Takes(piece int) bool { return f.checks[piece].Checked() }

// orElse is some words, or others where there are none.
func orElse(words, none []widgets.Run) []widgets.Run {
	if len(words) == 0 {
		return none
	}
	return words
}

// sides sets two texts beside each other.
func (f *Newer) sides(ours, ships []widgets.Run) fyne.CanvasObject {
	return container.New(halves{}, widgets.NewText(widgets.LabelStyle, ours), widgets.NewText(widgets.LabelStyle, ships))
}

// halves gives each of two objects half of the width, and the height that it needs
// there.
type halves struct{}

const halvesGap = 20

func (halves) Layout(o []fyne.CanvasObject, s fyne.Size) {
	width := max((s.Width-halvesGap)/2, 0)
	for i, half := range o {
		half.Resize(fyne.NewSize(width, half.MinSize().Height))
		half.Resize(fyne.NewSize(width, half.MinSize().Height)) // the height at that width
		half.Move(fyne.NewPos(float32(i)*(width+halvesGap), 0))
	}
}

func (halves) MinSize(o []fyne.CanvasObject) fyne.Size {
	left, right := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(2*max(left.Width, right.Width)+halvesGap, max(left.Height, right.Height))
}
