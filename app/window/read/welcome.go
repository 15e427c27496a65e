package read

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"deskleaf/widgets"
)

// A Hint is a key and what it does.
type Hint struct{ Key, Does string }

// newWelcome is what stands in the middle while there is no page: how to begin,
// for whoever sits here for the first time.
func newWelcome(deps Deps) fyne.CanvasObject {
	objects := []fyne.CanvasObject{
		widgets.NewText(widgets.TitleStyle, widgets.Plain(deps.Words.T("read.welcome.title"))),
		widgets.NewText(widgets.SubtitleStyle, widgets.Marked(deps.Words.T("read.welcome"))),
	}
	for _, h := range deps.Hints {
		objects = append(objects, container.New(keyed{}, widgets.NewKeyCap(h.Key), widgets.NewText(widgets.BodyStyle, widgets.Plain(h.Does))))
	}
	return widgets.NewScroll(widgets.NewColumn(10, objects...))
}

// keyed sets a key in a column of its own, and its words beside it.
type keyed struct{}

const (
	keyRoom   = 84
	keyHeight = 24
)

func (keyed) Layout(o []fyne.CanvasObject, s fyne.Size) {
	room := keyRoom * widgets.TextScale()
	put(o[0], 0, 0, min(o[0].MinSize().Width, room), s.Height)
	o[1].Resize(fyne.NewSize(max(s.Width-room, 0), o[1].Size().Height))
	height := o[1].MinSize().Height
	put(o[1], room, (s.Height-height)/2, max(s.Width-room, 0), height)
}

func (keyed) MinSize(o []fyne.CanvasObject) fyne.Size {
	scale := widgets.TextScale()
	return fyne.NewSize(keyRoom*scale+100, max(o[1].MinSize().Height, keyHeight*scale))
}
