package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Style is how a text looks that stands by itself.
type Style struct {
	Size  fyne.ThemeSizeName
	Color fyne.ThemeColorName
	Bold  bool // all of it, whatever its runs say
}

// The styles of the window.
var (
	TitleStyle    = Style{Size: theme.SizeNameHeadingText, Color: theme.ColorNameForeground, Bold: true}
	PanelStyle    = Style{Size: theme.SizeNameSubHeadingText, Color: theme.ColorNameForeground, Bold: true}
	HeadingStyle  = Style{Size: SizeBody, Color: ColorHeading, Bold: true}
	SubtitleStyle = Style{Size: SizeBody, Color: ColorSecondary}
	BodyStyle     = Style{Size: SizeBody, Color: theme.ColorNameForeground}
	LabelStyle    = Style{Size: theme.SizeNameText, Color: theme.ColorNameForeground}
	MutedStyle    = Style{Size: theme.SizeNameCaptionText, Color: ColorMuted}
	ErrorStyle    = Style{Size: theme.SizeNameCaptionText, Color: theme.ColorNameError}
)

// A Text is words that are only shown. It wraps to the width it is given; a
// text that must stay on one line is cut with three dots. Text that people want
// to copy stands in a [Reading] instead.
type Text struct {
	widget.BaseWidget
	runs    []Run
	style   Style
	oneLine bool
	center  bool

	width float32 // the lines are for this width
	lines []line
}

// NewText returns a text that wraps.
func NewText(style Style, runs []Run) *Text {
	t := &Text{runs: runs, style: style}
	t.ExtendBaseWidget(t)
	return t
}

// NewLine returns a text that stays on one line and is cut where it is too long.
func NewLine(style Style, text string) *Text {
	t := &Text{runs: Plain(text), style: style, oneLine: true}
	t.ExtendBaseWidget(t)
	return t
}

// Centered puts the words in the middle of the width.
func (t *Text) Centered() *Text {
	t.center = true
	return t
}

// SetText changes the words.
func (t *Text) SetText(text string) { t.SetRuns(Plain(text)) }

// SetRuns changes the words and their weights.
func (t *Text) SetRuns(runs []Run) {
	t.runs = runs
	t.Refresh()
}

// Words are the words as they stand, without weights.
func (t *Text) Words() string { return TextOf(t.runs) }

// CreateRenderer draws the lines.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	r := &textRenderer{of: t}
	r.Refresh()
	return r
}

// A textRenderer keeps one canvas text for each piece of each line.
type textRenderer struct {
	of    *Text
	texts []fyne.CanvasObject
	size  float32
}

func (r *textRenderer) Destroy()                     {}
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.texts }

func (r *textRenderer) Refresh() {
	r.of.width = -1
	r.Layout(r.of.Size())
	canvas.Refresh(r.of)
}

func (r *textRenderer) Layout(s fyne.Size) {
	t := r.of
	r.size = size(t, t.style.Size)
	if t.width != s.Width {
		t.width = s.Width
		t.lines = t.broken(r.size, s.Width)
	}
	texts := writer{size: r.size, color: paint(t, t.style.Color), texts: r.texts[:0]}
	height := lineHeight(r.size)
	for i := range t.lines {
		x := float32(0)
		if t.center {
			x = max((s.Width-t.lines[i].width)/2, 0)
		}
		texts.line(&t.lines[i], x, float32(i)*height, height)
	}
	clearRest(r.texts, len(texts.texts))
	r.texts = texts.texts
}

// broken is the words in lines.
func (t *Text) broken(textSize, width float32) []line {
	runs := t.runs
	if t.style.Bold {
		runs = Strong(TextOf(runs))
	}
	if !t.oneLine {
		return wrap(runs, textSize, width)
	}
	if width > 0 && len(runs) == 1 {
		runs = []Run{{Text: ellipsis(runs[0].Text, textSize, runs[0].Bold, width), Bold: runs[0].Bold}}
	}
	return wrap(runs, textSize, 0)
}

// MinSize is the height of the lines at the present width. The least width is
// that of a few letters: a text always yields.
func (r *textRenderer) MinSize() fyne.Size {
	textSize := size(r.of, r.of.style.Size)
	lines := max(len(r.of.lines), 1)
	if r.of.width <= 0 { // nothing is known of the width yet
		lines = 1
	}
	least := 3 * textSize
	if r.of.oneLine && !r.of.center {
		least = min(textWidth(r.of.Words(), textSize, r.of.style.Bold), least)
	}
	return fyne.NewSize(least, float32(lines)*lineHeight(textSize))
}

// NaturalWidth is the width of the words on one line.
func (t *Text) NaturalWidth() float32 {
	return naturalWidth(t.runs, size(t, t.style.Size), t.style.Bold)
}

func naturalWidth(runs []Run, textSize float32, bold bool) float32 {
	sum := float32(0)
	for _, r := range runs {
		sum += textWidth(r.Text, textSize, bold || r.Bold)
	}
	return sum
}

// A writer sets lines into canvas texts and uses those of the last time again.
type writer struct {
	size  float32
	color color.Color
	texts []fyne.CanvasObject // grows within its capacity into the old ones
}

// line sets the pieces of a line with its top left corner at x, y.
func (w *writer) line(l *line, x, y, height float32) {
	for _, p := range l.pieces {
		t := w.next()
		t.Text, t.TextSize, t.Color = p.text, w.size, w.color
		weigh(t, p.bold)
		place(t, x+p.x, y, p.width, height)
	}
}

// next is a canvas text to set: an old one where there is one.
func (w *writer) next() *canvas.Text {
	n := len(w.texts)
	if n < cap(w.texts) {
		if old, ok := w.texts[: n+1 : cap(w.texts)][n].(*canvas.Text); ok {
			w.texts = w.texts[:n+1]
			return old
		}
	}
	t := canvas.NewText("", w.color)
	w.texts = append(w.texts, t)
	return t
}

// clearRest forgets the objects after the first n, which are no longer shown.
func clearRest(old []fyne.CanvasObject, n int) {
	if n < len(old) {
		for i := range old[n:] {
			old[n+i] = nil
		}
	}
}
