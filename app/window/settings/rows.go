package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"deskleaf/widgets"
)

// fixable is a row for something that may be fixed for this computer: then it says
// so, and what, and nothing can be changed.
func fixable(deps Deps, key, fixed string, control fyne.CanvasObject) fyne.CanvasObject {
	label := deps.Words.T(key)
	if fixed == "" {
		return widgets.NewFormRow(label, control)
	}
	says := []widgets.Run{{Text: fixed + " ", Bold: true}, {Text: deps.Words.T("settings.fixed")}}
	return widgets.NewFormRow(label, widgets.NewText(widgets.BodyStyle, says))
}

// withRemove sets a field beside a button that takes its row away.
func withRemove(deps Deps, f *widgets.Field, remove func()) fyne.CanvasObject {
	button := widgets.NewButton(deps.Words.T("settings.remove"), "delete", widgets.Quiet, remove)
	return container.New(besideEnd{}, f, button)
}

// besideEnd gives the last object what it needs, and the first the rest.
type besideEnd struct{}

func (besideEnd) Layout(o []fyne.CanvasObject, s fyne.Size) {
	width := o[1].MinSize().Width
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(max(s.Width-width-6, 0), s.Height))
	o[1].Move(fyne.NewPos(s.Width-width, 0))
	o[1].Resize(fyne.NewSize(width, s.Height))
}

func (besideEnd) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(a.Width+b.Width+6, max(a.Height, b.Height))
}

// refreshTop lays a column out anew and what holds it.
func refreshTop(column *fyne.Container, content fyne.CanvasObject) {
	column.Refresh()
	if content != nil {
		content.Refresh()
	}
}

// focus gives the focus to a field that is shown.
func focus(f *widgets.Field) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(f)
	}
}
