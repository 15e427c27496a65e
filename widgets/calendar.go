package widgets

import (
	"image/color"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Day is a date of the calendar: month 1 to 12, day 1 to 31.
type Day struct{ Year, Month, Day int }

// plus is the date so many days later.
func (d Day) plus(days int) Day { return dayOf(d.time().AddDate(0, 0, days)) }

// months is the date so many months later, in a shorter month its last day.
func (d Day) months(n int) Day {
	first := time.Date(d.Year, time.Month(d.Month+n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Day{first.Year(), int(first.Month()), min(d.Day, last)}
}

func (d Day) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

func dayOf(t time.Time) Day { return Day{t.Year(), int(t.Month()), t.Day()} }

// CalendarWords are the words of a calendar.
type CalendarWords struct {
	Days  [7]string                    // the heads of the columns, from Sunday on
	Title func(year, month int) string // "December 2026"
}

// A Calendar is a month to choose a day of. Arrows move by days and weeks,
// PageUp and PageDown by months, Home and End within the week; T goes to today;
// Enter, Space or a tap picks.
type Calendar struct {
	control
	words  CalendarWords
	aimed  Day
	today  Day
	escape func() // closes the calendar where it floats
	OnPick func(Day)
}

var _ fyne.Tappable = (*Calendar)(nil)

// NewCalendar returns the month of a day, which is aimed at. A zero day is today.
func NewCalendar(words CalendarWords, day, today Day, pick func(Day)) *Calendar {
	if day == (Day{}) {
		day = today
	}
	c := &Calendar{words: words, aimed: day, today: today, OnPick: pick}
	c.extend(c)
	return c
}

// OpenCalendar shows a calendar under an object until a day is picked, Esc is
// pressed, or one clicks beside it.
func OpenCalendar(under fyne.CanvasObject, words CalendarWords, day, today Day, pick func(Day)) *Calendar {
	cv := canvasOf(under)
	c := NewCalendar(words, day, today, nil)
	pop := widget.NewPopUp(container.NewStack(c, newOutline()), cv)
	c.escape = pop.Hide
	c.OnPick = func(d Day) {
		pop.Hide()
		pick(d)
	}
	at, m := fyne.CurrentApp().Driver().AbsolutePositionForObject(under), c.MinSize()
	pop.ShowAtPosition(fyne.NewPos(
		max(min(at.X, cv.Size().Width-m.Width-10), 4),
		max(min(at.Y+under.Size().Height+3, cv.Size().Height-m.Height-10), 4)))
	pop.Resize(m)
	cv.Focus(c)
	return c
}

// Aimed is the day that the arrows stand on.
func (c *Calendar) Aimed() Day { return c.aimed }

func (c *Calendar) aim(d Day) {
	if d.Year >= 1 && d.Year <= 9999 {
		c.aimed = d
		c.Refresh()
	}
}

func (c *Calendar) pick(d Day) {
	c.aim(d)
	if c.OnPick != nil {
		c.OnPick(d)
	}
}

// TypedKey moves and picks.
func (c *Calendar) TypedKey(ev *fyne.KeyEvent) {
	weekday := int(c.aimed.time().Weekday())
	switch ev.Name {
	case fyne.KeyLeft:
		c.aim(c.aimed.plus(-1))
	case fyne.KeyRight:
		c.aim(c.aimed.plus(1))
	case fyne.KeyUp:
		c.aim(c.aimed.plus(-7))
	case fyne.KeyDown:
		c.aim(c.aimed.plus(7))
	case fyne.KeyPageUp:
		c.aim(c.aimed.months(-1))
	case fyne.KeyPageDown:
		c.aim(c.aimed.months(1))
	case fyne.KeyHome:
		c.aim(c.aimed.plus(-weekday))
	case fyne.KeyEnd:
		c.aim(c.aimed.plus(6 - weekday))
	case fyne.KeyT:
		c.aim(c.today)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.pick(c.aimed)
	case fyne.KeyEscape:
		if c.escape != nil {
			c.escape()
			return
		}
		c.control.TypedKey(ev)
	default:
		c.control.TypedKey(ev)
	}
}

// TypedRune swallows the letters of the keys above.
func (c *Calendar) TypedRune(rune) {}

// Tapped picks the day under the pointer, or turns to another month.
func (c *Calendar) Tapped(ev *fyne.PointEvent) {
	c.takeFocus()
	g := c.grid(c.Size())
	if ev.Position.Y < g.top-g.cell.Height {
		switch {
		case ev.Position.X < g.left+2*g.cell.Width:
			c.aim(c.aimed.months(-1))
		case ev.Position.X >= g.left+5*g.cell.Width:
			c.aim(c.aimed.months(1))
		}
		return
	}
	column, line := int((ev.Position.X-g.left)/g.cell.Width), int((ev.Position.Y-g.top)/g.cell.Height)
	if ev.Position.Y >= g.top && ev.Position.X >= g.left && column < 7 && line < weeks {
		c.pick(c.first().plus(7*line + column))
	}
}

// first is the Sunday that the month's picture begins with.
func (c *Calendar) first() Day {
	first := Day{c.aimed.Year, c.aimed.Month, 1}
	return first.plus(-int(first.time().Weekday()))
}

// weeks is how many lines a month may need.
const weeks = 6

// A calendarGrid is where the days stand.
type calendarGrid struct {
	left, top float32
	cell      fyne.Size
}

const calendarPad = 10

func (c *Calendar) grid(s fyne.Size) calendarGrid {
	cell := fyne.NewSize((s.Width-2*calendarPad)/7, (s.Height-2*calendarPad)/(weeks+2.3))
	return calendarGrid{left: calendarPad, top: calendarPad + 2.3*cell.Height, cell: cell}
}

// CreateRenderer draws the title, the heads and the days.
func (c *Calendar) CreateRenderer() fyne.WidgetRenderer {
	aim, today := newRect(), newRect()
	back, on, title := newIconImage(), newIconImage(), newWords()
	d := &drawn{of: c, objects: []fyne.CanvasObject{today, aim, back, on, title}}
	texts := make([]*canvas.Text, 7+7*weeks) // heads, then days
	for i := range texts {
		texts[i] = newWords()
		texts[i].Alignment = fyne.TextAlignCenter
		d.objects = append(d.objects, texts[i])
	}
	d.min = func() fyne.Size {
		k := scale(c)
		return fyne.NewSize(7*38*k+2*calendarPad, (weeks+2.3)*30*k+2*calendarPad)
	}
	d.layout = func(s fyne.Size) {
		g := c.grid(s)
		line, edge := lineHeight(size(c, theme.SizeNameText)), size(c, SizeIcon)
		middle := calendarPad + (1.2*g.cell.Height-edge)/2
		place(back, g.left+(g.cell.Width-edge)/2, middle, edge, edge)
		place(on, g.left+6.5*g.cell.Width-edge/2, middle, edge, edge)
		m := title.MinSize()
		place(title, (s.Width-m.Width)/2, calendarPad+(1.2*g.cell.Height-m.Height)/2, m.Width, m.Height)
		for i, t := range texts {
			x, y := g.left+float32(i%7)*g.cell.Width, g.top+float32(i/7-1)*g.cell.Height
			place(t, x, y+(g.cell.Height-line)/2, g.cell.Width, line)
			if i < 7 {
				continue
			}
			switch c.first().plus(i - 7) {
			case c.aimed:
				place(aim, x+2, y+1, g.cell.Width-4, g.cell.Height-2)
			case c.today:
				place(today, x+2, y+1, g.cell.Width-4, g.cell.Height-2)
			}
		}
	}
	d.refresh = func() {
		setIcon(back, "chevron-left", theme.ColorNameForeground)
		setIcon(on, "chevron-right", theme.ColorNameForeground)
		setText(title, c.words.Title(c.aimed.Year, c.aimed.Month), size(c, theme.SizeNameText), true)
		title.Color = paint(c, theme.ColorNameForeground)
		aim.FillColor, aim.CornerRadius = paint(c, theme.ColorNamePrimary), 6
		today.FillColor, today.StrokeColor, today.StrokeWidth = color.Transparent, paint(c, ColorAccent), 1.5
		today.CornerRadius, today.Hidden = 6, true
		for i, t := range texts {
			if i < 7 {
				setText(t, c.words.Days[i], size(c, theme.SizeNameCaptionText), false)
				t.Color = paint(c, ColorMuted)
				continue
			}
			day := c.first().plus(i - 7)
			if day == c.today && day != c.aimed {
				today.Hidden = false
			}
			setText(t, strconv.Itoa(day.Day), size(c, theme.SizeNameText), day == c.aimed)
			t.Color = paint(c, c.ink(day))
		}
	}
	return d.draw()
}

// ink is the colour of a day's number.
func (c *Calendar) ink(day Day) fyne.ThemeColorName {
	switch {
	case day == c.aimed:
		return theme.ColorNameForegroundOnPrimary
	case day.Month != c.aimed.Month:
		return ColorMuted
	}
	return theme.ColorNameForeground
}
