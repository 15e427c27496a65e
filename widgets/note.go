package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A NoteField is several lines to type in. Enter begins a line; Tab leaves the
// field, as everywhere.
type NoteField struct {
	widget.Entry
	OnFocus  func()                    // called when the focus comes
	OnLeave  func(string)              // called when the focus goes elsewhere, with the text
	Shortcut func(fyne.Shortcut) bool  // gets what is not editing, before the canvas
	Key      func(*fyne.KeyEvent) bool // gets every key first
	Undo     func(redo bool)           // takes the place of the field's own undo
	bad      bool
	focused  bool
}

// NewNoteField returns a field that shows so many lines and scrolls after them.
func NewNoteField(placeHolder string, lines int) *NoteField {
	n := &NoteField{}
	n.MultiLine = true
	n.Wrapping = fyne.TextWrapWord
	n.PlaceHolder = placeHolder
	n.ExtendBaseWidget(n)
	n.SetMinRowsVisible(lines)
	return n
}

// SetBad shows that the text cannot be taken as it is.
func (n *NoteField) SetBad(bad bool) {
	n.bad = bad
	n.Refresh()
}

// SetText changes the text. Nothing of it is selected then.
func (n *NoteField) SetText(text string) {
	deselect(&n.Entry)
	n.Entry.SetText(text)
}

// AcceptsTab lets Tab go on to the next field.
func (n *NoteField) AcceptsTab() bool { return false }

// FocusGained shows the ring.
func (n *NoteField) FocusGained() {
	n.focused = true
	n.Entry.FocusGained()
	bringIntoSight(n)
	if n.OnFocus != nil {
		n.OnFocus()
	}
}

// FocusLost says what was typed.
func (n *NoteField) FocusLost() {
	n.focused = false
	n.Entry.FocusLost()
	if n.OnLeave != nil {
		n.OnLeave(n.Text)
	}
}

// KeyDown tells the window that somebody is there.
func (n *NoteField) KeyDown(ev *fyne.KeyEvent) {
	noteKey(n)
	n.Entry.KeyDown(ev)
}

// TypedKey edits, and passes on what is not editing.
func (n *NoteField) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyReturn, fyne.KeyEnter:
		if n.Key == nil || !n.Key(ev) {
			n.Entry.TypedKey(ev)
		}
		return
	}
	switch {
	case n.Key != nil && n.Key(ev):
	case edits(ev):
		n.Entry.TypedKey(ev)
	default:
		passKey(n, ev)
	}
}

// TypedShortcut copies, pastes and so on, and passes on the rest.
func (n *NoteField) TypedShortcut(s fyne.Shortcut) {
	if !undoes(s, n.Undo) {
		typedShortcut(n, &n.Entry, n.Shortcut, s)
	}
}

// CreateRenderer puts a ring around Fyne's entry.
func (n *NoteField) CreateRenderer() fyne.WidgetRenderer {
	return newEntryFrame(n, n.Entry.CreateRenderer(), func() (focused, bad bool) { return n.focused, n.bad })
}
