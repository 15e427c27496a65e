package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A ScaleKind is how a row of a [Scale] is drawn. No two differ by color alone.
type ScaleKind int

// The kinds of rows.
const (
	ScaleSolid  ScaleKind = iota // a filled bar
	ScaleDashed                  // a box with a broken line
	ScaleSpread                  // a thin line, a box on it, a mark in that
	ScaleStrong                  // a filled bar whose words are bold
)

// A ScaleRow is something that lies between two places of a scale, from 0 to 1.
type ScaleRow struct {
	Kind         ScaleKind
	Label        string
	Says         string // beside the bar
	Low, High    float32
	First, Third float32 // of a spread: the ends of its box
	Middle       float32 // and the mark in it
}

// A Scale is a small picture: rows on one scale, which goes from one amount to
// another.
type Scale struct {
	widget.BaseWidget
	rows     []ScaleRow
	from, to string
}

// NewScale returns an empty picture.
func NewScale() *Scale {
	s := &Scale{}
	s.ExtendBaseWidget(s)
	return s
}

// SetRows changes what it shows, and the words at the ends of its scale.
func (s *Scale) SetRows(rows []ScaleRow, from, to string) {
	s.rows, s.from, s.to = rows, from, to
	s.Refresh()
}

// The measures of a picture, for text of the usual size.
const (
	scaleRow    = 25 // a row whose words stand beside its bar
	scaleTrack  = 14
	scaleGap    = 7
	scaleDash   = 4
	scaleLabels = 0.4 // the most of the width that labels take
)

// CreateRenderer draws the rows.
func (s *Scale) CreateRenderer() fyne.WidgetRenderer { return newReflow(s, s.lay) }

// lay draws everything for a width and gives the height.
func (s *Scale) lay(width float32) ([]fyne.CanvasObject, float32) {
	k, small := scale(s), size(s, theme.SizeNameCaptionText)
	labels, most := float32(0), width*scaleLabels
	for _, row := range s.rows {
		if wide := textWidth(row.Label, small, row.Kind == ScaleStrong) + 10*k; wide <= most {
			labels = max(labels, wide)
		}
	}
	t := track{of: s, k: k, text: small, x: labels, width: width - labels}
	for _, row := range s.rows {
		t.label(row)
		t.row(row)
	}
	t.axis()
	return t.objects, t.y
}

// A track is where bars are drawn.
type track struct {
	of          *Scale
	objects     []fyne.CanvasObject
	k, text     float32
	x, width, y float32
}

// rect adds a rectangle.
func (t *track) rect(fill fyne.ThemeColorName, x, y, w, h float32) {
	o := newRect()
	o.FillColor = paint(t.of, fill)
	place(o, x, y, w, h)
	t.objects = append(t.objects, o)
}

// words adds words on one line.
func (t *track) words(text string, bold bool, ink fyne.ThemeColorName, x, y float32) {
	o := canvas.NewText(text, paint(t.of, ink))
	o.TextSize = t.text
	weigh(o, bold)
	m := o.MinSize()
	place(o, x, y, m.Width, m.Height)
	t.objects = append(t.objects, o)
}

// at is a place of the scale.
func (t *track) at(part float32) float32 { return t.x + min(max(part, 0), 1)*t.width }

// label names a row, on a line above its bar where there is no room beside it.
func (t *track) label(row ScaleRow) {
	bold, line := row.Kind == ScaleStrong, lineHeight(t.text)
	if textWidth(row.Label, t.text, bold)+10*t.k <= t.x {
		t.words(row.Label, bold, theme.ColorNameForeground, 0, t.y+(scaleTrack*t.k-line)/2)
		return
	}
	t.words(ellipsis(row.Label, t.text, bold, t.x+t.width), bold, theme.ColorNameForeground, 0, t.y)
	t.y += line + 2*t.k
}

// row draws one bar with its words beside it where there is room, else under it.
func (t *track) row(row ScaleRow) {
	high := scaleTrack * t.k
	t.rect(ColorWell, t.x, t.y, t.width, high)
	from, to := t.at(row.Low), max(t.at(row.High), t.at(row.Low)+3*t.k)
	switch row.Kind {
	case ScaleDashed:
		t.dashed(from, to, high)
	case ScaleSpread:
		t.rect(ColorMuted, from, t.y+high/2-t.k/2, to-from, max(t.k, 1))
		t.rect(ColorSpread, t.at(row.First), t.y, t.at(row.Third)-t.at(row.First), high)
		t.rect(theme.ColorNameForeground, t.at(row.Middle)-1.5*t.k, t.y-1.5*t.k, 3*t.k, high+3*t.k)
	default:
		t.rect(ColorAccent, from, t.y, to-from, high)
	}
	bold := row.Kind == ScaleStrong
	ink := ColorSecondary
	if bold {
		ink = theme.ColorNameForeground
	}
	line, words := lineHeight(t.text), textWidth(row.Says, t.text, bold)
	beside := t.y + (high-line)/2
	switch gap := 6 * t.k; {
	case row.Says == "":
	case to+gap+words <= t.x+t.width:
		t.words(row.Says, bold, ink, to+gap, beside)
	case from-gap-words >= t.x:
		t.words(row.Says, bold, ink, from-gap-words, beside)
	default:
		middle := (from + to) / 2
		if row.Kind == ScaleSpread {
			middle = t.at(row.Middle)
		}
		x := min(max(middle-words/2, t.x), max(t.x+t.width-words, 0))
		t.words(row.Says, bold, ink, x, t.y+high+t.k)
		t.y += line
	}
	t.y += scaleRow * t.k
}

// dashed draws a box of a broken line.
func (t *track) dashed(from, to, high float32) {
	step, thick := scaleDash*t.k, max(t.k, 1)
	for x := from; x < to; x += 2 * step {
		width := min(step, to-x)
		t.rect(ColorMuted, x, t.y, width, thick)
		t.rect(ColorMuted, x, t.y+high-thick, width, thick)
	}
	for y := t.y; y < t.y+high; y += 2 * step {
		height := min(step, t.y+high-y)
		t.rect(ColorMuted, from, y, thick, height)
		t.rect(ColorMuted, to-thick, y, thick, height)
	}
}

// axis draws the scale under the rows.
func (t *track) axis() {
	if len(t.of.rows) == 0 {
		return
	}
	t.rect(ColorMuted, t.x, t.y, t.width, max(t.k, 1))
	t.words(t.of.from, false, ColorMuted, t.x, t.y+2*t.k)
	t.words(t.of.to, false, ColorMuted, t.x+t.width-textWidth(t.of.to, t.text, false), t.y+2*t.k)
	t.y += lineHeight(t.text) + scaleGap*t.k
}
