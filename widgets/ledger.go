package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A LedgerRow is a line of a [Ledger]: words and two amounts. A heading has
// words alone; the strong one is the sum.
type LedgerRow struct {
	Words     string
	Low, High string
	Heading   bool
	Strong    bool
}

// A Ledger is a table of words and amounts in two columns, set to the right. Where
// both amounts of every row are the same, one column is enough.
type Ledger struct {
	widget.BaseWidget
	head LedgerRow
	rows []LedgerRow
}

// NewLedger returns an empty table with the words of its head.
func NewLedger(words, low, high string) *Ledger {
	l := &Ledger{head: LedgerRow{Words: words, Low: low, High: high}}
	l.ExtendBaseWidget(l)
	return l
}

// SetRows changes what it shows.
func (l *Ledger) SetRows(rows []LedgerRow) {
	l.rows = rows
	l.Refresh()
}

// Text is the table as plain text, a line a row.
func (l *Ledger) Text() string {
	text := ""
	for _, r := range l.rows {
		text += r.Words
		switch {
		case r.Heading:
		case r.Low == r.High:
			text += cellBreak + r.Low
		default:
			text += cellBreak + r.Low + " – " + r.High
		}
		text += "\n"
	}
	return text
}

// CreateRenderer draws the table.
func (l *Ledger) CreateRenderer() fyne.WidgetRenderer { return newReflow(l, l.lay) }

// lay draws everything for a width and gives the height.
func (l *Ledger) lay(width float32) ([]fyne.CanvasObject, float32) {
	if len(l.rows) == 0 {
		return nil, 0
	}
	k, text := scale(l), size(l, theme.SizeNameText)
	head, two := l.head, false
	for _, row := range l.rows {
		two = two || row.Low != row.High
	}
	if !two {
		head.Low, head.High = "", ""
	}
	column := float32(0)
	for _, row := range append([]LedgerRow{head}, l.rows...) {
		column = max(column, textWidth(row.Low, text, row.Strong), textWidth(row.High, text, row.Strong))
	}
	column += 14 * k
	s := ledgerSet{of: l, k: k, text: text, width: width, column: column, two: two}
	s.row(head, false)
	for _, row := range l.rows {
		s.line(row.Strong)
		s.row(row, true)
	}
	s.line(false)
	return s.objects, s.y
}

// A ledgerSet sets rows under each other.
type ledgerSet struct {
	of            *Ledger
	objects       []fyne.CanvasObject
	k, text       float32
	width, column float32
	two           bool
	y             float32
}

// line draws the line over a row; over the sum a strong one.
func (s *ledgerSet) line(strong bool) {
	o := newRect()
	o.FillColor = paint(s.of, theme.ColorNameSeparator)
	height := float32(1)
	if strong {
		o.FillColor, height = paint(s.of, ColorHeading), 2
	}
	place(o, 0, s.y, s.width, height)
	s.objects = append(s.objects, o)
	s.y += height
}

// row sets one row.
func (s *ledgerSet) row(row LedgerRow, body bool) {
	pad := 2 * s.k
	amounts := s.column
	if s.two {
		amounts *= 2
	}
	bold := row.Strong || row.Heading
	ink := theme.ColorNameForeground
	if !body {
		ink = ColorMuted
	}
	runs := Plain(row.Words)
	if bold {
		runs = Strong(row.Words)
	}
	line := lineHeight(s.text)
	w := writer{size: s.text, color: paint(s.of, ink)}
	room := s.width - amounts
	if row.Heading {
		room = s.width
	}
	lines := wrap(runs, s.text, max(room, 60*s.k))
	for i := range lines {
		w.line(&lines[i], 0, s.y+pad+float32(i)*line, line)
	}
	s.objects = append(s.objects, w.texts...)
	if !row.Heading {
		if s.two {
			s.amount(row.Low, bold, ink, s.width-s.column, s.y+pad)
		}
		s.amount(row.High, bold, ink, s.width, s.y+pad)
	}
	s.y += float32(max(len(lines), 1))*line + 2*pad
}

// amount sets an amount whose end stands at x.
func (s *ledgerSet) amount(amount string, bold bool, ink fyne.ThemeColorName, x, y float32) {
	o := canvas.NewText(amount, paint(s.of, ink))
	o.TextSize = s.text
	weigh(o, bold)
	m := o.MinSize()
	place(o, x-m.Width, y, m.Width, m.Height)
	s.objects = append(s.objects, o)
}
