package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// A RowKind is what a row of Results is.
type RowKind int

// The kinds of rows.
const (
	ItemRow   RowKind = iota // something to choose
	HeaderRow                // small words over the rows after it; wraps
)

// A Span is a part of a text, in bytes, from Start up to but not including End.
type Span struct{ Start, End int }

// A Row is one row of Results.
type Row struct {
	Kind        RowKind
	ID          string // what the callbacks say; unique among the rows of a section
	Title       string
	Marks       []Span // the letters of Title that matched
	Detail      string // the second line
	DetailMarks []Span
	Starred     bool
	NoStar      bool // the row has no star to turn
	Act         bool // it does something: one tap opens it
}

// Results is the list at the side: rows of two lines with a star, under headers.
// Only the rows in sight are drawn, so that ten thousand are no slower than ten.
type Results struct {
	control
	rows     []Row
	tops     []float32 // where each row begins, and at the end where the last one ends
	selected int       // -1 for none
	tapping  bool      // a tap is giving the focus
	body     *resultsBody
	scroll   *container.Scroll

	StarTip string // what a star is for, said while the pointer rests on one

	OnSelect func(id string) // the person moved to a row
	OnOpen   func(id string) // Enter, Space, or a tap on the selected row
	OnStar   func(id string) // the star was tapped, or "*" typed
}

// NewResults returns an empty list.
func NewResults() *Results {
	r := &Results{selected: -1}
	r.press = r.Open
	r.body = newResultsBody(r)
	r.scroll = container.NewVScroll(r.body)
	r.scroll.OnScrolled = func(fyne.Position) { r.body.show() }
	r.extend(r)
	return r
}

// SetRows changes all rows. Nothing is selected after it, and the list stands at
// its top.
func (r *Results) SetRows(rows []Row) {
	r.rows, r.selected = rows, -1
	r.body.over = -1
	r.scroll.Offset = fyne.Position{}
	r.measure()
	r.Refresh()
}

// UpdateRows changes rows in place: the place of the list stays, and the
// selection where the same ID still stands at its number.
func (r *Results) UpdateRows(rows []Row) {
	if r.selected >= 0 && (r.selected >= len(rows) || rows[r.selected].ID != r.rows[r.selected].ID) {
		r.selected = -1
	}
	r.rows = rows
	r.measure()
	r.Refresh()
}

// Rows are the rows as they were set.
func (r *Results) Rows() []Row { return r.rows }

// Selected is the ID of the selected row, and whether there is one.
func (r *Results) Selected() (id string, ok bool) {
	if r.selected < 0 {
		return "", false
	}
	return r.rows[r.selected].ID, true
}

// Select selects a row by its number and brings it into sight, without a call of
// OnSelect. A header, or a number that there is no row for, selects nothing.
func (r *Results) Select(i int) {
	r.selected = -1
	if i >= 0 && i < len(r.rows) && r.rows[i].Kind == ItemRow {
		r.selected = i
		r.reveal(i)
	}
	r.Refresh()
}

// SelectID selects the first row with an ID, as Select does.
func (r *Results) SelectID(id string) bool {
	for i, row := range r.rows {
		if row.Kind == ItemRow && row.ID == id {
			r.Select(i)
			return true
		}
	}
	r.Select(-1)
	return false
}

// Step goes so many rows down, or up where delta is negative, and over headers.
// It is what the arrows do, and calls OnSelect.
func (r *Results) Step(delta int) {
	by, left := 1, delta
	if delta < 0 {
		by, left = -1, -delta
	}
	at, found := r.selected, r.selected
	if at < 0 && delta < 0 {
		return
	}
	for left > 0 {
		if at += by; at < 0 || at >= len(r.rows) {
			break
		}
		if r.rows[at].Kind == ItemRow {
			found = at
			left--
		}
	}
	r.choose(found)
}

// choose selects a row as a person does.
func (r *Results) choose(i int) {
	if i < 0 || i >= len(r.rows) || r.rows[i].Kind != ItemRow || i == r.selected {
		return
	}
	r.Select(i)
	if r.OnSelect != nil {
		r.OnSelect(r.rows[i].ID)
	}
}

// Open opens the selected row, as Enter does.
func (r *Results) Open() {
	if id, ok := r.Selected(); ok && r.OnOpen != nil {
		r.OnOpen(id)
	}
}

// star turns the star of a row.
func (r *Results) star(i int) {
	if r.starred(i) && r.OnStar != nil {
		r.OnStar(r.rows[i].ID)
	}
}

// starred tells whether a row has a star to turn.
func (r *Results) starred(i int) bool {
	return i >= 0 && i < len(r.rows) && r.rows[i].Kind == ItemRow && !r.rows[i].NoStar
}

// TypedKey moves and opens.
func (r *Results) TypedKey(ev *fyne.KeyEvent) {
	if by := rowsAway(ev.Name, len(r.rows)); by != 0 {
		r.Step(by)
		return
	}
	r.control.TypedKey(ev)
}

// TypedRune turns the star at "*"; other letters go on, to the search.
func (r *Results) TypedRune(ru rune) {
	switch ru {
	case '*':
		r.star(r.selected)
	default:
		r.control.TypedRune(ru)
	}
}

// FocusGained selects the first row where none is, if Tab brought the focus.
func (r *Results) FocusGained() {
	if r.selected < 0 && !r.tapping {
		r.Step(1)
	}
	r.control.FocusGained()
}

// measure works out where each row begins.
func (r *Results) measure() {
	width := r.scroll.Size().Width
	item := lineHeight(size(r, SizeRowTitle)) + lineHeight(size(r, theme.SizeNameCaptionText)) + 12
	r.tops = append(r.tops[:0], 0)
	top := float32(0)
	for i := range r.rows {
		if r.rows[i].Kind == ItemRow {
			top += item
		} else {
			top += r.headerHeight(r.rows[i].Title, width, i == 0)
		}
		r.tops = append(r.tops, top)
	}
}

// The insets of rows.
const (
	rowLeft    = 18
	headerLeft = 14
	starRoom   = 36
)

func (r *Results) headerHeight(title string, width float32, first bool) float32 {
	lines := wrap(Plain(title), size(r, theme.SizeNameCaptionText), width-2*headerLeft)
	return float32(len(lines))*lineHeight(size(r, theme.SizeNameCaptionText)) + headerTop(first) + 5
}

// headerTop is the room over a header: less for the one at the top of the list.
func headerTop(first bool) float32 {
	if first {
		return 8
	}
	return 14
}

// at is the row at a height in the list, or -1.
func (r *Results) at(y float32) int { return rowAt(r.tops, y) }

// reveal scrolls as little as needed to show a row, and the header over the first.
func (r *Results) reveal(i int) {
	if len(r.tops) <= i+1 {
		return
	}
	top := r.tops[i]
	if i > 0 && r.rows[i-1].Kind == HeaderRow {
		top = r.tops[i-1]
	}
	revealIn(r.scroll, top, r.tops[i+1])
}

// revealIn scrolls as little as needed to show what is between two heights.
func revealIn(scroll *container.Scroll, top, bottom float32) {
	height := scroll.Size().Height
	switch offset := scroll.Offset.Y; {
	case height <= 0:
	case top < offset:
		scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > offset+height:
		scroll.ScrollToOffset(fyne.NewPos(0, bottom-height))
	}
}

// CreateRenderer draws the list in its scroll.
func (r *Results) CreateRenderer() fyne.WidgetRenderer {
	d := &drawn{of: r, objects: []fyne.CanvasObject{r.scroll}}
	d.min = func() fyne.Size { return fyne.NewSize(160*scale(r), 60) }
	d.layout = func(s fyne.Size) {
		resized := r.scroll.Size() != s
		r.scroll.Resize(s)
		if resized {
			r.measure()
			r.scroll.Refresh()
		}
		r.body.show()
	}
	d.refresh = func() {
		r.measure()
		r.scroll.Refresh()
	}
	return d.draw()
}

// setText gives a text canvas object all it needs.
func setText(t *canvas.Text, words string, textSize float32, bold bool) {
	t.Text, t.TextSize = words, textSize
	weigh(t, bold)
}
