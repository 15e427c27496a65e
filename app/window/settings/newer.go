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

// A NewerPiece is something that ships with other words now: a text, some lines of a
// list, or what can only be taken as a whole.
type NewerPiece struct {
	Label    string
	Conflict bool // the clinic changed it too
	Sides    []NewerSide
	Text     bool   // it can be written anew
	Ours     string // where it can
}

// A NewerSide is one text of a piece as the clinic has it, and as it ships; what
// differs is strong. Empty is nothing.
type NewerSide struct {
	Where       string // the language, or which fact
	Ours, Ships []widgets.Run
}

// Newer lets somebody choose piece by piece between the clinic's words and those
// that ship now, or write what is to stand there.
type Newer struct {
	pieces  []*newerPiece
	says    *widgets.Notice
	content fyne.CanvasObject
}

// What can be chosen for a piece, in the order in which it is offered.
const (
	keepOurs = iota
	takeNew
	writeOwn
)

// A newerPiece is the choice about one piece.
type newerPiece struct {
	choice *widgets.Segments
	own    *widgets.NoteField // nil where nothing can be written
}

// NewNewer makes the form. What the clinic left alone is proposed to be taken.
func NewNewer(deps NewerDeps) *Newer {
	t, f := deps.Words.T, &Newer{says: widgets.NewNotice(widgets.Fail, nil)}
	f.says.Hide()
	column := widgets.NewColumn(14, widgets.NewText(widgets.BodyStyle, widgets.Plain(deps.Intro)), f.sides(widgets.Strong(t("newer.ours")), widgets.Strong(t("newer.ships"))))
	scroll := widgets.NewScroll(container.New(roomForRings{}, column))
	for _, p := range deps.Pieces {
		piece := widgets.NewColumn(4, widgets.NewText(widgets.LabelStyle, widgets.Strong(p.Label)))
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
		f.pieces = append(f.pieces, newPiece(deps.Words, p, piece, scroll.Refresh))
		column.Add(piece)
	}
	f.content = widgets.NewColumnAround(8, scroll, f.says, scroll)
	return f
}

// Say says over everything why what was chosen cannot be taken. All of it stays.
func (f *Newer) Say(words string) {
	f.says.Set(widgets.Fail, widgets.Plain(words))
	f.says.Show()
	f.content.Refresh()
}

// ownLines is how many lines a text that is written anew shows.
const ownLines = 3

// newPiece adds the choice about a piece to what shows it. grown is called where that
// needs more room.
func newPiece(w *words.Words, p NewerPiece, piece *fyne.Container, grown func()) *newerPiece {
	n := &newerPiece{}
	choices, first := []string{w.T("newer.choose.ours"), w.T("newer.choose.new")}, takeNew
	if p.Conflict {
		first = keepOurs
	}
	if p.Text {
		choices = append(choices, w.T("newer.choose.own"))
		n.own = widgets.NewNoteField("", ownLines)
		n.own.SetText(p.Ours)
		n.own.Hide()
	}
	n.choice = widgets.NewSegments(choices, first, func(i int) {
		if n.own == nil || n.own.Visible() == (i == writeOwn) {
			return
		}
		if i == writeOwn {
			n.own.Show()
		} else {
			n.own.Hide()
		}
		piece.Refresh()
		grown()
	})
	piece.Add(n.choice)
	if n.own != nil {
		piece.Add(n.own)
	}
	return n
}

// Content is what a dialog shows.
func (f *Newer) Content() fyne.CanvasObject { return f.content }

// First is the choice that has the focus at first.
func (f *Newer) First() fyne.Focusable { return f.pieces[0].choice }

// Chosen is what was chosen for a piece, by its place in the list: to take what ships, or
// own, a text to stand there; else the clinic's stays.
func (f *Newer) Chosen(piece int) (take, own bool, text string) {
	n := f.pieces[piece]
	switch n.choice.Chosen() {
	case takeNew:
		return true, false, ""
	case writeOwn:
		return false, true, n.own.Text
	}
	return false, false, ""
}

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
