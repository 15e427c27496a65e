package widgets

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Field is one line to type in. At its right it can say how it understands
// what stands in it ("→ Thu, Dec 10"), and it can show that it does not. Where there is
// no room for all that it says, a tip says it, with the focus and under the pointer.
type Field struct {
	widget.Entry

	// OnCommit is called on Enter, with the text. Enter then goes on to the
	// canvas, so that it also accepts the dialog around the field.
	OnCommit func(string)
	// OnFocus is called when the focus comes.
	OnFocus func()
	// OnLeave is called when the focus goes elsewhere, with the text.
	OnLeave func(string)
	// OnEscape is called on Esc and tells whether it had a use for it. Without
	// one, or a use, Esc goes on to the canvas.
	OnEscape func() bool
	// Key gets every key first and tells whether it was for it: arrows, F4.
	Key func(*fyne.KeyEvent) bool
	// Shortcut gets every shortcut that is not one of editing, before the canvas.
	Shortcut func(fyne.Shortcut) bool
	// Undo takes the place of the field's own undo, in a form that has one for all
	// of its fields.
	Undo func(redo bool)

	self    fyne.Widget
	hint    string
	bad     bool
	focused bool
	hovered bool
	pressed bool // the mouse is giving the focus
}

// NewField returns a field. The place holder shows while it is empty.
func NewField(placeHolder string) *Field {
	f := &Field{}
	f.setUp(f, placeHolder)
	return f
}

func (f *Field) setUp(self fyne.Widget, placeHolder string) {
	f.self = self
	f.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	f.PlaceHolder = placeHolder
	f.ActionItem = newHint(f)
	f.ExtendBaseWidget(self)
}

// marked is the first field with a complaint since an action of a dialog began.
var marked *Field

// SetHint changes what stands at the right, and whether it is a complaint.
func (f *Field) SetHint(hint string, bad bool) {
	if bad && marked == nil {
		marked = f
	}
	if f.hint != hint || f.bad != bad {
		f.hint, f.bad = hint, bad
		f.Refresh()
		f.tell(0)
	}
}

// SetText changes the text. Nothing of it is selected then.
func (f *Field) SetText(text string) {
	deselect(&f.Entry)
	f.Entry.SetText(text)
}

// deselect lets go of what is selected. Fyne goes on selecting over a text that is set,
// and each letter that is typed then takes the place of the one before.
func deselect(e *widget.Entry) {
	if e.SelectedText() != "" || e.Password {
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
}

// tell says the hint in a tip where there is no room for it, once the pointer has rested
// for a time.
func (f *Field) tell(rest time.Duration) {
	switch natural, room := f.hintRoom(); {
	case !f.focused && !f.hovered:
	case f.hint == "" || natural <= room:
		untip(f.self)
	default:
		tip(spot{of: f.self, height: f.Size().Height}, f.hint, rest)
	}
}

// hintRoom is how wide the hint would be, and how much room for it what stands in the
// field leaves.
func (f *Field) hintRoom() (natural, room float32) {
	says := f.Text
	if says == "" {
		says = f.PlaceHolder
	}
	natural = textWidth(f.hint, size(f, theme.SizeNameCaptionText), false) + hintPad
	return natural, f.Size().Width - textWidth(says, size(f, theme.SizeNameText), false) - 3*hintPad
}

// SetSilently changes the text without a call of OnChanged.
func (f *Field) SetSilently(text string) {
	changed := f.OnChanged
	f.OnChanged = nil
	f.SetText(text)
	f.OnChanged = changed
}

// SelectAll selects the text, so that typing replaces it.
func (f *Field) SelectAll() { f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// FocusGained selects the text where the focus came by a key.
func (f *Field) FocusGained() {
	f.focused = true
	f.Entry.FocusGained()
	bringIntoSight(f.self)
	if !f.pressed {
		f.SelectAll()
	}
	f.tell(0)
	if f.OnFocus != nil {
		f.OnFocus()
	}
}

// FocusLost says what was typed.
func (f *Field) FocusLost() {
	f.focused = false
	untip(f.self)
	f.Entry.FocusLost()
	if f.OnLeave != nil {
		f.OnLeave(f.Text)
	}
}

// MouseDown puts the caret where the pointer is.
func (f *Field) MouseDown(ev *desktop.MouseEvent) {
	f.pressed = true
	f.Entry.MouseDown(ev)
	f.pressed = false
}

// MouseIn says what the field has no room for.
func (f *Field) MouseIn(*desktop.MouseEvent) {
	f.hovered = true
	notePointer(f.self)
	f.tell(TipTime)
}

// MouseMoved tells the window that somebody is there.
func (f *Field) MouseMoved(*desktop.MouseEvent) { notePointer(f.self) }

// MouseOut leaves a tip to the field with the focus.
func (f *Field) MouseOut() {
	if f.hovered = false; !f.focused {
		untip(f.self)
	}
}

// KeyDown tells the window that somebody is there.
func (f *Field) KeyDown(ev *fyne.KeyEvent) {
	noteKey(f.self)
	f.Entry.KeyDown(ev)
}

// TypedKey edits, and passes on what is not editing.
func (f *Field) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case f.Key != nil && f.Key(ev):
	case commits(ev):
		if f.OnCommit != nil {
			f.OnCommit(f.Text)
		}
		passKey(f.self, ev)
	case ev.Name == fyne.KeyEscape:
		if f.OnEscape == nil || !f.OnEscape() {
			passKey(f.self, ev)
		}
	case edits(ev):
		f.Entry.TypedKey(ev)
	default:
		passKey(f.self, ev)
	}
}

// TypedShortcut copies, pastes and so on, and passes on the rest.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	if !undoes(s, f.Undo) {
		typedShortcut(f.self, &f.Entry, f.Shortcut, s)
	}
}

// undoes gives undo and redo to who wants them, and reports whether it did.
func undoes(s fyne.Shortcut, undo func(redo bool)) bool {
	_, back := s.(*fyne.ShortcutUndo)
	_, again := s.(*fyne.ShortcutRedo)
	if undo == nil || !back && !again {
		return false
	}
	undo(again)
	return true
}

// edits tells whether a line has a use for a key.
func edits(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyTab:
		return true
	}
	return false
}

// typedShortcut gives an entry the shortcuts of editing and others the rest.
// Fyne's entry swallows them all.
func typedShortcut(self fyne.CanvasObject, e *widget.Entry, first func(fyne.Shortcut) bool, s fyne.Shortcut) {
	if isEditing(s) {
		e.TypedShortcut(s)
		return
	}
	if first == nil || !first(s) {
		passShortcut(self, s)
	}
}

// isEditing tells whether Fyne's entry has a use for a shortcut.
func isEditing(s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutCopy, *fyne.ShortcutCut, *fyne.ShortcutPaste,
		*fyne.ShortcutSelectAll, *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		return true
	case *desktop.CustomShortcut:
		switch s.KeyName {
		case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
			return s.Modifier&fyne.KeyModifierAlt == 0 || s.Modifier == fyne.KeyModifierAlt && isMac
		}
	}
	return false
}

// CreateRenderer puts a ring around Fyne's entry.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	return newEntryFrame(f, f.Entry.CreateRenderer(), func() (focused, bad bool) { return f.focused, f.bad })
}

// An entryFrame draws an entry in a box of ours, and a ring around it that has the
// focus or a fault.
type entryFrame struct {
	fyne.WidgetRenderer
	of    themed
	state func() (focused, bad bool)
	ring  *canvas.Rectangle
	box   box
	wheel *wheel
	size  fyne.Size
}

func newEntryFrame(of themed, entry fyne.WidgetRenderer, state func() (focused, bad bool)) fyne.WidgetRenderer {
	e := &entryFrame{WidgetRenderer: entry, of: of, state: state, ring: newRing(), box: newBox()}
	e.wheel = newWheel(of.(fyne.CanvasObject), entry.Objects)
	e.dress()
	return e
}

// fynes are Fyne's own ground of an entry and the line around it, which ours stands
// in for, and what is in them.
func (e *entryFrame) fynes() (ground, line *canvas.Rectangle, inner []fyne.CanvasObject) {
	all := e.WidgetRenderer.Objects()
	return all[0].(*canvas.Rectangle), all[1].(*canvas.Rectangle), all[2:]
}

func (e *entryFrame) Objects() []fyne.CanvasObject {
	_, _, inner := e.fynes()
	return slices.Concat([]fyne.CanvasObject{e.box.line, e.box.fill}, inner, []fyne.CanvasObject{e.ring, e.wheel})
}

func (e *entryFrame) Layout(s fyne.Size) {
	e.size = s
	e.WidgetRenderer.Layout(s)
	for _, o := range e.WidgetRenderer.Objects() { // Fyne sets the icon above the middle
		if icon, ok := o.(*canvas.Image); ok {
			edge := size(e.of, theme.SizeNameInlineIcon) * 0.85
			place(icon, 9, (s.Height-edge)/2, edge, edge)
		}
	}
	e.box.place(0, 0, s.Width, s.Height)
	place(e.ring, 0, 0, s.Width, s.Height)
	place(e.wheel, 0, 0, s.Width, s.Height)
}

func (e *entryFrame) Refresh() {
	e.WidgetRenderer.Refresh()
	e.dress()
	if e.size.Width > 0 { // a hint that is longer now needs its room
		e.WidgetRenderer.Layout(e.size)
	}
}

// dress gives box and ring their colors.
func (e *entryFrame) dress() {
	ground, line, _ := e.fynes()
	e.box.set(ground.FillColor, line.StrokeColor, line.CornerRadius)
	focused, bad := e.state()
	setRing(e.ring, e.of, focused || bad)
	if bad {
		e.ring.StrokeColor = paint(e.of, theme.ColorNameError)
	}
	if !focused { // a fault alone is as wide as a border, so that the focus shows
		e.ring.StrokeWidth = size(e.of, theme.SizeNameInputBorder)
	}
}

// hintPad is the room beside a hint.
const hintPad = 8

// A hint is the small text at the right in a field. It yields to what is typed.
type hint struct {
	widget.BaseWidget
	of *Field
}

func newHint(of *Field) *hint {
	h := &hint{of: of}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer draws the words.
func (h *hint) CreateRenderer() fyne.WidgetRenderer {
	words := newWords()
	d := &drawn{of: h, objects: []fyne.CanvasObject{words}}
	d.min = func() fyne.Size {
		if h.of.hint == "" {
			return fyne.Size{}
		}
		textSize := size(h, theme.SizeNameCaptionText)
		natural, room := h.of.hintRoom()
		if h.of.Size().Width > 0 {
			if room < min(natural, 5*textSize) { // a few letters of it tell nothing
				return fyne.Size{}
			}
			natural = min(natural, room)
		}
		return fyne.NewSize(natural, lineHeight(textSize))
	}
	d.layout = func(s fyne.Size) {
		words.Text = ellipsis(h.of.hint, words.TextSize, false, s.Width-hintPad)
		m := words.MinSize()
		place(words, s.Width-hintPad-m.Width, (s.Height-m.Height)/2, m.Width, m.Height)
	}
	d.refresh = func() {
		words.TextSize, words.Color = size(h, theme.SizeNameCaptionText), paint(h, ColorMuted)
		if h.of.bad {
			words.Color = paint(h, theme.ColorNameError)
		}
	}
	return d.draw()
}
