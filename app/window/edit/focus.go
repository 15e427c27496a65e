package edit

import (
	"fyne.io/fyne/v2"

	"deskleaf/content/library"
)

// Focus gives the focus to the first field.
func (s *Screen) Focus() { s.focus(textKey(library.BaseLanguage, "title")) }

// focused is the key of the field that has the focus, or "".
func (s *Screen) focused() string {
	c := s.deps.Canvas()
	for key, f := range s.fields {
		if f.entry != nil && c.Focused() == f.entry {
			return key
		}
	}
	return ""
}

// focus gives the focus to a field, where it is in sight.
func (s *Screen) focus(key string) {
	s.tabs.Content() // built by now
	if f := s.fields[key]; f != nil && f.entry != nil {
		s.last = key
		s.take(f.entry)
	}
}

// take gives something the focus, where it can be seen.
func (s *Screen) take(f fyne.Focusable) {
	s.bring(f)
	s.deps.Canvas().Focus(f)
}

// Room that a field that is gone to has above it and, for what belongs to it, below.
const (
	roomAbove = 40
	roomBelow = 330
)

// bring scrolls a field into sight, with what belongs to it.
func (s *Screen) bring(entry fyne.Focusable) {
	o, ok := entry.(fyne.CanvasObject)
	scroll, rows := s.scrolls[s.tabs.Chosen()], s.rows[s.tabs.Chosen()]
	if !ok || scroll == nil {
		return
	}
	top, found := rows.RowOf(o)
	if !found {
		return
	}
	switch most := max(scroll.Size().Height-roomBelow, roomAbove); {
	case top-scroll.Offset.Y > most:
		scroll.ScrollToOffset(fyne.NewPos(0, top-most))
	case top < scroll.Offset.Y:
		scroll.ScrollToOffset(fyne.NewPos(0, max(top-roomAbove, 0)))
	}
}
