package widgets

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// isMac tells whether Alt moves by words in a field, as it does on a Mac.
var isMac = runtime.GOOS == "darwin"

// PageStep is how many rows PageUp and PageDown move in a list.
const PageStep = 8

// A SearchEntry is a field to search in. Its arrows move in the list of
// results, so that the hands stay where they type.
type SearchEntry struct {
	Field
	// OnMove is called on the arrows (-1, +1) and PageUp, PageDown (±PageStep).
	OnMove func(delta int)
	// OnAccept is called on Enter.
	OnAccept func()
}

// NewSearchEntry returns an empty field with a magnifying glass.
func NewSearchEntry(placeHolder string) *SearchEntry {
	s := &SearchEntry{}
	s.setUp(s, placeHolder)
	s.Icon = iconResource("search", theme.ColorNameForeground)
	return s
}

// TypedKey moves in the results, and edits.
func (s *SearchEntry) TypedKey(ev *fyne.KeyEvent) {
	if s.Key != nil && s.Key(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeyUp:
		s.move(-1)
	case fyne.KeyDown:
		s.move(1)
	case fyne.KeyPageUp:
		s.move(-PageStep)
	case fyne.KeyPageDown:
		s.move(PageStep)
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.OnAccept != nil {
			s.OnAccept()
		}
	default:
		key := s.Key
		s.Key = nil // it has had its turn
		s.Field.TypedKey(ev)
		s.Key = key
	}
}

func (s *SearchEntry) move(delta int) {
	if s.OnMove != nil {
		s.OnMove(delta)
	}
}
