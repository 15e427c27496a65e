package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Tab is one leaf of Tabs. Its content is built when it is first looked at.
type Tab struct {
	Text  string
	Build func() fyne.CanvasObject
}

// Tabs is a row of words, one of them underlined, over the content of that one.
// Where the row has no room for all, the rest stand behind the word for more.
type Tabs struct {
	widget.BaseWidget
	tabs     []Tab
	built    []fyne.CanvasObject
	chosen   int
	strip    *tabStrip
	OnChosen func(int)
}

// NewTabs returns tabs with the first one chosen. More is the word for the tabs
// that there is no room for.
func NewTabs(more string, tabs ...Tab) *Tabs {
	t := &Tabs{}
	t.strip = newTabStrip(t, more)
	t.set(tabs)
	t.ExtendBaseWidget(t)
	return t
}

// SetTabs changes all tabs and stays at the same number where there is one.
func (t *Tabs) SetTabs(tabs ...Tab) {
	t.set(tabs)
	t.Refresh()
}

func (t *Tabs) set(tabs []Tab) {
	t.tabs, t.built = tabs, make([]fyne.CanvasObject, len(tabs))
	t.chosen = min(t.chosen, max(len(tabs)-1, 0))
}

// Rename changes the words of a tab.
func (t *Tabs) Rename(i int, text string) {
	if t.tabs[i].Text != text {
		t.tabs[i].Text = text
		t.strip.Refresh()
	}
}

// Chosen is the number of the tab in sight.
func (t *Tabs) Chosen() int { return t.chosen }

// Choose shows a tab. A number that there is no tab for does nothing.
func (t *Tabs) Choose(i int) {
	if i < 0 || i >= len(t.tabs) || i == t.chosen {
		return
	}
	t.chosen = i
	t.Refresh()
	if t.OnChosen != nil {
		t.OnChosen(i)
	}
}

// Strip is the row of words, for who wants to give it the focus.
func (t *Tabs) Strip() fyne.Focusable { return t.strip }

// Content is the content of the tab in sight, built if need be, or nil.
func (t *Tabs) Content() fyne.CanvasObject {
	if len(t.tabs) == 0 {
		return nil
	}
	if t.built[t.chosen] == nil {
		t.built[t.chosen] = t.tabs[t.chosen].Build()
	}
	return t.built[t.chosen]
}

// CreateRenderer draws the row of words, the line under it and the content.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	under := newRect()
	d := &drawn{of: t}
	const gap = 10
	d.min = func() fyne.Size {
		strip, content := t.strip.MinSize(), fyne.Size{}
		if c := t.Content(); c != nil {
			content = c.MinSize()
		}
		return fyne.NewSize(max(strip.Width, content.Width), strip.Height+gap+content.Height)
	}
	d.layout = func(s fyne.Size) {
		height := t.strip.MinSize().Height
		place(under, 0, height-1, s.Width, 1)
		place(t.strip, 0, 0, s.Width, height)
		if c := t.Content(); c != nil {
			place(c, 0, height+gap, s.Width, max(s.Height-height-gap, 0))
		}
	}
	d.refresh = func() {
		d.objects = []fyne.CanvasObject{under, t.strip}
		if c := t.Content(); c != nil {
			d.objects = append(d.objects, c)
		}
		under.FillColor = paint(t, theme.ColorNameSeparator)
		t.strip.Refresh()
	}
	return d.draw()
}
