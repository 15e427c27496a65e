package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// A BlockKind is what a block of a Reading is.
type BlockKind int

// The kinds of blocks.
const (
	TextBlock    BlockKind = iota
	HeadingBlock           // bold, in the colour of headings, with room over it
	BulletBlock            // a point of a list
	IconBlock              // text beside an icon: a step
	RowBlock               // a key at the left, text at the right: a row of a table
	SmallBlock             // small and muted: where something comes from
	ObjectBlock            // a widget among the text: a blank to fill
)

// A Block is one thing to read. Which fields count depends on its kind.
type Block struct {
	Kind   BlockKind
	Runs   []Run             // the words; of an ObjectBlock what is copied in its place
	Key    []Run             // of a RowBlock
	Icon   string            // of an IconBlock: the name of an icon
	Object fyne.CanvasObject // of an ObjectBlock
	Indent int               // how many steps to the right it stands
	Under  bool              // it stands under the words of an IconBlock
}

// ReadingWords are the words of the menu over a text.
type ReadingWords struct {
	Copy, CopySection, CopyAll, SelectAll string
}

// A Reading is text to read: headings, points, rows. Its words can be selected
// across blocks with the mouse, copied with Ctrl+C, or taken by the menu of the
// second mouse button: the selection, the section under the pointer, or all.
// What is copied is plain text as it stands, a line for each block.
//
// It scrolls by itself, with the wheel and, when it has the focus, with the keys.
type Reading struct {
	control
	blocks []Block
	words  ReadingWords
	body   *readingBody
	scroll *container.Scroll
	ring   *canvas.Rectangle

	// OnCopied is called after something was copied, with it.
	OnCopied func(text string)
}

var _ fyne.Shortcutable = (*Reading)(nil)

// NewReading returns a text of blocks.
func NewReading(words ReadingWords, blocks ...Block) *Reading {
	r := &Reading{words: words, blocks: blocks, ring: newRing()}
	r.body = newReadingBody(r)
	r.scroll = NewScroll(r.body)
	r.extend(r)
	return r
}

// SetBlocks changes the text. Nothing is selected after it; it stands where it
// stood, as far as it is as long.
func (r *Reading) SetBlocks(blocks ...Block) {
	r.blocks = blocks
	r.body.reset()
	r.Refresh()
}

// ScrollToTop shows the beginning.
func (r *Reading) ScrollToTop() { r.scroll.ScrollToTop() }

// Text is all of it as plain text.
func (r *Reading) Text() string { return textOf(r.blocks) }

// Selected is the selected text, or "".
func (r *Reading) Selected() string { return r.body.selectedText() }

// SelectAll selects everything.
func (r *Reading) SelectAll() { r.body.selectAll() }

// Copy puts a text on the clipboard; an empty one leaves the clipboard alone.
func (r *Reading) Copy(text string) {
	if text == "" {
		return
	}
	fyne.CurrentApp().Clipboard().SetContent(text)
	if r.OnCopied != nil {
		r.OnCopied(text)
	}
}

// TypedShortcut copies and selects, and passes on the rest.
func (r *Reading) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutCopy:
		r.Copy(r.Selected())
	case *fyne.ShortcutSelectAll:
		r.SelectAll()
	default:
		passShortcut(r, s)
	}
}

// TypedKey scrolls, and passes on the rest.
func (r *Reading) TypedKey(ev *fyne.KeyEvent) {
	page := r.scroll.Size().Height * 0.9
	switch ev.Name {
	case fyne.KeyUp:
		r.scrollBy(-40)
	case fyne.KeyDown:
		r.scrollBy(40)
	case fyne.KeyPageUp:
		r.scrollBy(-page)
	case fyne.KeyPageDown, fyne.KeySpace:
		r.scrollBy(page)
	case fyne.KeyHome:
		r.scroll.ScrollToTop()
	case fyne.KeyEnd:
		r.scroll.ScrollToBottom()
	default:
		r.control.TypedKey(ev)
	}
}

func (r *Reading) scrollBy(dy float32) {
	most := max(r.body.MinSize().Height-r.scroll.Size().Height, 0)
	r.scroll.ScrollToOffset(fyne.NewPos(0, min(max(r.scroll.Offset.Y+dy, 0), most)))
}

// CreateRenderer draws the scroll, and a ring around it that shows the focus.
func (r *Reading) CreateRenderer() fyne.WidgetRenderer {
	d := &drawn{of: r, objects: []fyne.CanvasObject{r.scroll, r.ring}}
	d.min = func() fyne.Size { return fyne.NewSize(120, 40) }
	d.layout = func(s fyne.Size) {
		place(r.ring, -6, -4, s.Width+8, s.Height+6)
		r.body.flow(s.Width)
		if r.scroll.Size() == s {
			r.scroll.Refresh()
			return
		}
		r.scroll.Resize(s)
	}
	d.refresh = func() {
		setRing(r.ring, r, r.focused)
		r.body.width = 0 // text size and colours may have changed
	}
	return d.draw()
}

// FocusGained shows the ring. The text is not laid out again for it.
func (r *Reading) FocusGained() { r.showFocus(true) }

// FocusLost hides the ring.
func (r *Reading) FocusLost() { r.showFocus(false) }

func (r *Reading) showFocus(on bool) {
	r.focused = on
	setRing(r.ring, r, on)
	canvas.Refresh(r.ring)
}

// MouseIn does nothing: a text looks the same under the pointer.
func (r *Reading) MouseIn(*desktop.MouseEvent) {}

// MouseOut does nothing.
func (r *Reading) MouseOut() {}
