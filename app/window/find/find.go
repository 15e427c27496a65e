// Package find is the left side of the window and the field above it: half a
// word, a code or a name that patients use, and the procedures that fit. The
// hands stay in the field: arrows walk down the list, Enter takes what is
// selected, Esc clears.
//
// While nothing is typed, the list shows favorites and what was used last. While
// something is typed, the best match is selected, and so shown, at once; where
// nothing fits, nothing is shown, so that nobody hands out what half a word meant.
package find

import (
	"strings"

	"fyne.io/fyne/v2"

	"deskleaf/assets/words"
	"deskleaf/content/find"
	"deskleaf/widgets"
)

// mostMatches is how many matches the list shows: nobody reads further.
const mostMatches = 60

// Deps is what the screen works with. Nothing may be nil.
type Deps struct {
	Words     *words.Words
	Favorites func() []string   // ids in their order
	Recent    func() []string   // ids, the latest first
	Show      func(id string)   // the selection moved to a procedure
	None      func()            // nothing fits what is typed: no procedure is shown
	Accept    func()            // Enter: go on with what is shown
	Star      func(id string)   // a star was tapped
	StarTip   string            // what a star is for
	Back      func()            // Esc in an empty field
	Add       func(name string) // what is typed becomes a procedure of the clinic; nil where it cannot

	Mark func(id string) string // what a row says besides; "" for nothing
}

// A Screen is the field and the list. They stand in different places of the
// window, so it has two parts.
type Screen struct {
	Entry *widgets.SearchEntry
	List  *widgets.Results

	deps    Deps
	index   *find.Index
	entries map[string]find.Entry
	shown   string // the id that is shown in the middle
}

// New makes a screen without procedures; [Screen.SetEntries] brings them. What
// is typed before is searched then.
func New(deps Deps) *Screen {
	s := &Screen{deps: deps, Entry: widgets.NewSearchEntry(deps.Words.T("find.hint")), List: widgets.NewResults()}
	s.Entry.OnChanged = func(string) { s.search() }
	s.Entry.OnMove = s.List.Step
	s.Entry.OnAccept = s.accept
	s.Entry.OnEscape = s.escape
	s.List.OnSelect = s.show
	s.List.OnOpen = s.open
	s.List.OnStar, s.List.StarTip = deps.Star, deps.StarTip
	return s
}

// Another is a screen over the same procedures, for a question of its own.
func (s *Screen) Another(show func(id string), accept, back func()) *Screen {
	deps := s.deps
	deps.Show, deps.Accept, deps.Back, deps.Add, deps.None = show, accept, back, nil, func() {}
	other := New(deps)
	other.index, other.entries = s.index, s.entries
	other.search()
	return other
}

// SetEntries takes all procedures, with their categories in words, and an index
// of them that was made away from the window's thread. What is shown stays shown: no
// other takes its place because somebody at another desk saved.
func (s *Screen) SetEntries(entries []find.Entry, index *find.Index) {
	s.index = index
	s.entries = make(map[string]find.Entry, len(entries))
	for _, e := range entries {
		s.entries[e.ID] = e
	}
	if _, there := s.entries[s.shown]; there {
		s.Refresh()
		return
	}
	s.search()
}

// Title is what lists call a procedure; its id where it is not known.
func (s *Screen) Title(id string) string {
	if e, ok := s.entries[id]; ok && e.Short != "" {
		return e.Short
	}
	return id
}

// Named reports whether lists call a procedure so, or its page does.
func (s *Screen) Named(name string) bool {
	for _, e := range s.entries {
		if strings.EqualFold(e.Short, name) || strings.EqualFold(e.Title, name) {
			return true
		}
	}
	return false
}

// Focus gives the focus to the field with its text selected, so that typing
// begins anew.
func (s *Screen) Focus(c fyne.Canvas) {
	c.Focus(s.Entry)
	s.Entry.SelectAll()
}

// Clear empties the field and selects nothing.
func (s *Screen) Clear() {
	s.shown = ""
	s.Entry.SetSilently("")
	s.search()
}

// Mark selects a procedure that was chosen elsewhere.
func (s *Screen) Mark(id string) {
	s.shown = id
	s.List.SelectID(id)
}

// Refresh shows stars and recent procedures as they are now.
func (s *Screen) Refresh() {
	rows, _ := s.rows()
	s.List.UpdateRows(rows)
	if _, selected := s.List.Selected(); !selected && s.shown != "" {
		s.List.SelectID(s.shown)
	}
}

// search fills the list anew and shows the best match.
func (s *Screen) search() {
	rows, best := s.rows()
	s.List.SetRows(rows)
	switch {
	case best != "":
		s.List.SelectID(best)
		s.show(best)
	case s.index != nil && strings.TrimSpace(s.Entry.Text) != "":
		s.shown = ""
		s.deps.None()
	case s.shown != "":
		s.List.SelectID(s.shown)
	}
}

// open goes on with a row.
func (s *Screen) open(id string) {
	if id == addID {
		s.deps.Add(strings.TrimSpace(s.Entry.Text))
		return
	}
	s.show(id)
	s.deps.Accept()
}

// show shows a procedure; the row that adds one shows nothing.
func (s *Screen) show(id string) {
	if s.shown != id && id != addID {
		s.shown = id
		s.deps.Show(id)
	}
}

// accept goes on with the selected procedure; with nothing selected, the first
// of the list is taken.
func (s *Screen) accept() {
	if _, selected := s.List.Selected(); !selected {
		s.List.Step(1)
	}
	if id, selected := s.List.Selected(); selected {
		s.open(id)
	}
}

// escape clears what was typed, and goes back where nothing is.
func (s *Screen) escape() bool {
	if s.Entry.Text == "" {
		s.deps.Back()
		return true
	}
	s.Entry.SetText("")
	return true
}
