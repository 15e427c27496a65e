package widgets

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A place in a text is a line and a column in bytes.
type textPlace struct{ line, col int }

func (p textPlace) before(q textPlace) bool {
	return p.line < q.line || p.line == q.line && p.col < q.col
}

// A selection goes from where the mouse was pressed to where it is.
type selection struct{ anchor, head textPlace }

// ordered is the selection from its first place to its last.
func (s selection) ordered() (from, to textPlace) {
	if s.head.before(s.anchor) {
		return s.head, s.anchor
	}
	return s.anchor, s.head
}

// MouseDown begins a selection, or with Shift moves the end of it.
func (b *readingBody) MouseDown(ev *desktop.MouseEvent) {
	b.of.takeFocus()
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	at := b.hit(ev.Position)
	if ev.Modifier&fyne.KeyModifierShift == 0 {
		b.anchor = at
	}
	b.head = at
	b.show()
}

// MouseUp does nothing: the selection stays.
func (b *readingBody) MouseUp(*desktop.MouseEvent) {}

// Dragged moves the end of the selection, and scrolls where the mouse leaves what
// is in sight.
func (b *readingBody) Dragged(ev *fyne.DragEvent) {
	b.head = b.hit(ev.Position)
	top := b.of.scroll.Offset.Y
	switch bottom := top + b.of.scroll.Size().Height; {
	case ev.Position.Y < top:
		b.of.scrollBy(ev.Position.Y - top)
	case ev.Position.Y > bottom:
		b.of.scrollBy(ev.Position.Y - bottom)
	}
	b.show()
}

// DragEnd does nothing: the selection stays.
func (b *readingBody) DragEnd() {}

// DoubleTapped selects the word under the pointer.
func (b *readingBody) DoubleTapped(ev *fyne.PointEvent) {
	at := b.hit(ev.Position)
	if at.line >= len(b.laid.lines) {
		return
	}
	text := b.laid.lines[at.line].text()
	apart := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '\'' && r != '’'
	}
	start := strings.LastIndexFunc(text[:at.col], apart)
	if start >= 0 {
		_, n := utf8.DecodeRuneInString(text[start:])
		start += n
	} else {
		start = 0
	}
	end := strings.IndexFunc(text[at.col:], apart)
	if end < 0 {
		end = len(text) - at.col
	}
	b.anchor, b.head = textPlace{at.line, start}, textPlace{at.line, at.col + end}
	b.show()
}

// Cursor is the one for text.
func (b *readingBody) Cursor() desktop.Cursor { return desktop.TextCursor }

// TappedSecondary shows what can be copied.
func (b *readingBody) TappedSecondary(ev *fyne.PointEvent) {
	cv := canvasOf(b)
	if cv == nil {
		return
	}
	if menu := b.menu(ev.Position); len(menu.Items) > 0 {
		widget.ShowPopUpMenuAtPosition(menu, cv, ev.AbsolutePosition)
	}
}

// menu is what can be copied with the pointer at a place.
func (b *readingBody) menu(at fyne.Position) *fyne.Menu {
	w := b.of.words
	copied := func(text string) func() { return func() { b.of.Copy(text) } }
	menu := fyne.NewMenu("")
	if picked := b.selectedText(); picked != "" && w.Copy != "" {
		menu.Items = append(menu.Items, fyne.NewMenuItem(w.Copy, copied(picked)))
	}
	if hit := b.hit(at); hit.line < len(b.laid.lines) && w.CopySection != "" {
		from, to := section(b.of.blocks, b.laid.lines[hit.line].block)
		menu.Items = append(menu.Items, fyne.NewMenuItem(w.CopySection, copied(textOf(b.of.blocks[from:to]))))
	}
	if w.CopyAll != "" {
		menu.Items = append(menu.Items, fyne.NewMenuItem(w.CopyAll, copied(b.of.Text())))
	}
	if w.SelectAll != "" {
		menu.Items = append(menu.Items, fyne.NewMenuItem(w.SelectAll, b.selectAll))
	}
	return menu
}

// hit is the place nearest to a point. Beside each other stand the key of a row
// and its text; of these the nearer one is meant.
func (b *readingBody) hit(at fyne.Position) textPlace {
	best, distance := -1, float32(0)
	for i := range b.laid.lines {
		l := &b.laid.lines[i]
		away := 10*outside(at.Y, l.y, l.y+l.height) + outside(at.X, l.x, l.x+l.width)
		if best < 0 || away < distance {
			best, distance = i, away
		}
	}
	if best < 0 {
		return textPlace{}
	}
	return textPlace{best, b.laid.lines[best].column(at.X)}
}

// outside is how far a number is from a span of numbers.
func outside(n, from, to float32) float32 {
	return max(from-n, n-to, 0)
}

func (b *readingBody) selectAll() {
	if n := len(b.laid.lines); n > 0 {
		b.anchor = textPlace{}
		b.head = textPlace{n - 1, len(b.laid.lines[n-1].text())}
		b.show()
	}
}

// selectedText is the selection as plain text, as it is copied. Lines that were
// broken to fit are one again; a point that is taken from its start has its mark.
func (b *readingBody) selectedText() string {
	from, to := b.ordered()
	if from == to || to.line >= len(b.laid.lines) {
		return ""
	}
	var out strings.Builder
	for i := from.line; i <= to.line; i++ {
		l := &b.laid.lines[i]
		start, end := 0, len(l.text())
		if i == from.line {
			start = min(from.col, end)
		}
		if i == to.line {
			end = min(to.col, end)
		}
		if i > from.line {
			out.WriteString(b.between(&b.laid.lines[i-1], l))
		}
		if l.marker != "" && start == 0 {
			out.WriteString(l.marker + " ")
		}
		out.WriteString(strings.TrimRight(l.text()[start:max(start, end)], " "))
	}
	return out.String()
}

// between is what stands between two lines in what is copied.
func (b *readingBody) between(first, second *readLine) string {
	switch {
	case first.block != second.block:
		return breakBefore(b.of.blocks, second.block, true)
	case first.cell != second.cell:
		return cellBreak
	case first.hard:
		return "\n"
	}
	return " "
}
